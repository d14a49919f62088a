import {html, nothing, type TemplateResult} from 'lit';
import {onDemandWords} from '../on-demand-words.js';
import {controlModel, type FieldModel} from './field-model.js';
import {fileChoice, fileState, removeFile, takeFiles} from './file-choice.js';
import {fileSize} from './file-size.js';
import {rendered} from './held-state.js';

/** A file that is read in the page. The native input covers the place where it can be dropped. */
export function fileView(model: FieldModel): TemplateResult {
  const {variable, wording, controller} = model;
  const common = controlModel(model);
  const {id} = common;
  const isBlocked = common.isReadOnly || controller.inputs.isDisabled;
  const state = fileState(model);
  const choice = fileChoice(model);
  const onDrag = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    // Or the page would be left for the file.
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = isBlocked ? 'none' : 'copy';
    setOver(!isBlocked);
  };
  const onDrop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    if (!isBlocked) void takeFiles([...(event.dataTransfer?.files ?? [])], model);
  };
  const setOver = (isOver: boolean) => {
    if (state.isOver === isOver) return;
    state.isOver = isOver;
    controller.update();
  };
  const onRemove = (event: Event) => {
    removeFile(model);
    void rendered(event.currentTarget).then((root) => {
      root.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
    });
  };
  return html`<div
      part="file"
      class="drop ${state.isOver ? 'over' : ''}"
      @dragover=${onDrag}
      @dragleave=${() => setOver(false)}
      @drop=${onDrop}
    >
      <input
        part="file-input"
        type="file"
        id=${id}
        data-key=${variable.key}
        ?required=${common.isRequired && !choice}
        ?disabled=${common.isReadOnly}
        aria-invalid=${common.isInvalid ? 'true' : 'false'}
        aria-describedby="${id}-file ${id}-more ${common.describedBy}"
        @click=${forgetChoice}
        @change=${({currentTarget}: Event) =>
          takeFiles([...((currentTarget as HTMLInputElement).files ?? [])], model)}
      />
      ${wordsView(model, id)}
    </div>
    ${
      choice && !isBlocked
        ? html`<button part="remove-file" class="reveal" type="button" @click=${onRemove}>
            ${onDemandWords(wording).remove}<span class="visually-hidden"> ${choice.name}</span>
          </button>`
        : nothing
    }`;
}

/** Two texts: neighbours in a row are read as one word. */
function wordsView(model: FieldModel, id: string): TemplateResult {
  const words = onDemandWords(model.wording);
  const choice = fileChoice(model);
  const {isReading} = fileState(model);
  return choice
    ? html`<bdi part="file-name" class="file-name" id="${id}-file">${choice.name}</bdi>
        <bdi class="help" id="${id}-more"
          >${isReading ? words.loading : fileSize(choice.size, model.wording.language)}</bdi
        >`
    : html`<span class="file-action" id="${id}-file">${words.chooseFile}</span>
        <span class="help" id="${id}-more">${words.dropFile}</span>`;
}

/** Or a file that was changed since could not be chosen again. */
const forgetChoice = ({currentTarget}: Event) => {
  (currentTarget as HTMLInputElement).value = '';
};

const hasFiles = ({dataTransfer}: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;
