export type {ErrorSummary, MethodCard} from './testing/element-driver.js';
export type {FieldEntry, FieldReading} from './testing/field.js';
export {
  keyslotDriver,
  type AnswerStatus,
  type DriverOptions,
  type KeyslotDriver,
  type SubmitStatus,
} from './testing/keyslot-driver.js';
