export type {ErrorSummary, MethodCard} from './testing/element-driver.js';
export type {FieldEntry, FieldReading} from './testing/field.js';
export {
  keyslotDriver,
  type AnswerStatus,
  type DriverOptions,
  type KeyslotDriver,
  type SubmitStatus,
} from './testing/keyslot-driver.js';
export type {Clause} from './testing/clause.js';
export {kindContract} from './testing/kind-contract.js';
export type {KindSample, KindSamples, RefusedSample} from './testing/kind-samples.js';
export {editorContract} from './testing/editor-contract.js';
export type {EditorSamples} from './testing/editor-stage.js';
