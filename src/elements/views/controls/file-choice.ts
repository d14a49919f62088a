import type {FormJudge} from '../../../controllers/form-judge.js';
import {checkFileSize, readFileText, type FileReading} from '../../../model/file-text.js';
import type {Issue} from '../../../model/method-kind.js';
import type {Wording} from '../../../messages/wording.js';
import {onDemandWords} from '../on-demand-words.js';
import type {FieldModel} from './field-model.js';
import {fileSize} from './file-size.js';
import {heldState} from './held-state.js';

/** What is shown of a file. Its content is with the form, as the text that the field holds. */
export interface FileChoice {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** How long its text is; nothing while it is read, and of a file that was refused. */
  readonly length?: number;
}

interface FileState {
  choice: FileChoice | undefined;
  isReading: boolean;
  /** Whether a file hovers over the field. */
  isOver: boolean;
}

export const fileState = heldState<FileState>(() => ({
  choice: undefined,
  isReading: false,
  isOver: false,
}));

/** The file of a field. One that came as a text, from the host or another method, may have no name. */
export function fileChoice(model: FieldModel): FileChoice | undefined {
  const {controller, form, variable, wording} = model;
  const {choice} = fileState(model);
  if (choice && choice.length === undefined) return choice;
  const text = String(controller.fields.read(form, variable) ?? '');
  if (!text) return undefined;
  const {shared} = variable;
  const twins =
    shared === undefined
      ? []
      : controller.forms.flatMap((other) =>
          other.method.variables
            .filter((twin) => twin.shared === shared && !twin.secret)
            .map((twin) => fileState({form: other, variable: twin}).choice),
        );
  const known = [choice, ...twins].find((candidate) => candidate?.length === text.length);
  if (known) return known;
  const size =
    variable.encoding === 'base64'
      ? Math.floor(text.replace(/=+$/, '').length * 0.75)
      : new Blob([text]).size;
  return {name: onDemandWords(wording).unnamedFile, size};
}

/** Takes what was chosen or dropped, in place of what was there before. */
export async function takeFiles(files: readonly File[], model: FieldModel): Promise<void> {
  const [file, ...others] = files;
  if (!file) return;
  const {controller, form, variable, announce} = model;
  const {name, size} = file;
  const {prefix} = form;
  const {key} = variable;
  const state = fileState(model);
  const choice = {name, size};
  state.choice = choice;
  state.isReading = true;
  controller.update();
  let reading: FileReading;
  let judge: FormJudge;
  try {
    judge = controller.judge ?? (await controller.loadJudge());
    judge.refuse(form, key, {code: 'field_file_reading'});
    reading = others.length ? refused({code: 'field_file_several'}) : await read(file, model);
  } catch {
    state.choice = undefined;
    state.isReading = false;
    form.formProblem = {code: 'load_failed', say: ({messages}) => messages.loadFailed};
    announce(model.wording.messages.loadFailed);
    return;
  }
  const isCurrent = form.prefix === prefix && form.find(key)?.type === 'file';
  // Meanwhile, the form began anew or another file was chosen.
  if (!isCurrent || state.choice !== choice) return;
  state.isReading = false;
  judge.refuse(form, key, reading.ok ? undefined : reading.issue);
  if (reading.ok) state.choice = {...choice, length: reading.text.length};
  controller.hold(form, key, reading.ok ? reading.text : '');
  judge.judgeField(form, variable);
  if (reading.ok) announce(`${name}, ${fileSize(size, model.wording.language)}`);
  else judge.notices.tell(form, variable, model);
}

/** Takes the file back. */
export function removeFile(model: FieldModel): void {
  const {controller, form, variable} = model;
  const {key} = variable;
  const state = fileState(model);
  state.choice = undefined;
  state.isReading = false;
  controller.judge?.refuse(form, key, undefined);
  controller.hold(form, key, '');
}

const refused = (issue: Issue): FileReading => ({ok: false, issue});

async function read(file: File, {variable, wording}: FieldModel): Promise<FileReading> {
  const tooLarge = checkFileSize(variable, file.size);
  if (tooLarge) return refused(inWords(tooLarge, wording));
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    // It is a folder, or gone.
    return refused({code: 'field_file_unreadable'});
  }
  const reading = readFileText(variable, new Uint8Array(bytes));
  return reading.ok ? reading : refused(inWords(reading.issue, wording));
}

/** What a sentence about it mentions of a size. */
function inWords(issue: Issue, {language}: Wording): Issue {
  const {maximum} = issue.params ?? {};
  if (typeof maximum !== 'number') return issue;
  return {...issue, params: {maximum: fileSize(maximum, language)}};
}
