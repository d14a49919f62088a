import {html, type TemplateResult} from 'lit';
import type {MethodForm} from '../../controllers/method-form.js';
import {passOn} from '../../controllers/pass-on.js';
import type {SubmissionController} from '../../controllers/submission-controller.js';
import type {Connector} from '../../model/method-kind.js';
import {dynamicElement} from '../directives/dynamic-element.js';

interface EditorModel {
  readonly connector: Connector;
  readonly submission: SubmissionController;
  readonly disabled: boolean;
}

/** A kind's own editor, in place of the form. What it hands over goes the way of any credential. */
export function editorView(
  tag: string,
  form: MethodForm,
  {connector, submission, disabled}: EditorModel,
): TemplateResult {
  const {method} = form;
  const onInput = () => {
    form.touched = true;
  };
  const handleEvent = (event: Event) => {
    passOn(event, submission, disabled);
  };
  return html`<div part="editor" @input=${onInput} @keyslot-submit=${{handleEvent, capture: true}}>
    ${dynamicElement(tag, {connector, method, disabled})}
  </div>`;
}
