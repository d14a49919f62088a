import {html, nothing, type TemplateResult} from 'lit';
import {
  FILTER_FROM,
  type MethodChoiceController,
} from '../../controllers/method-choice-controller.js';
import type {Wording} from '../../messages/wording.js';
import type {Connector, Method} from '../../model/method-kind.js';
import {checked} from './checked.js';

/** From how many methods on the browser may skip drawing those out of sight. */
const LONG_FROM = 50;

export interface MethodPickerModel {
  readonly connector: Connector;
  readonly methodId: string | undefined;
  readonly wording: Wording;
  readonly disabled: boolean;
  /** Whether the connector has more methods than are listed. */
  readonly isIncomplete: boolean;
  readonly choice: MethodChoiceController;
}

/** The methods of a connector as native radio buttons, so that keys and names come for free. */
export function methodPickerView(model: MethodPickerModel): TemplateResult {
  const {connector, wording, disabled, isIncomplete, choice} = model;
  const {methods} = connector;
  const onChange = ({target}: Event) => {
    if (target instanceof HTMLInputElement && target.type === 'radio') choice.choose(target.value);
  };
  return html`<fieldset part="picker" class="picker" ?disabled=${disabled} @change=${onChange}>
    <legend part="legend">${wording.messages.pickerLegend}</legend>
    ${methods.length >= FILTER_FROM ? filterView(model) : nothing}
    <div part="method-list" class="method-list ${methods.length >= LONG_FROM ? 'long' : ''}">
      ${methods.map((method, index) => methodView(method, index, model))}
    </div>
    ${
      isIncomplete
        ? html`<p part="incomplete" class="remark">${wording.messages.incomplete}</p>`
        : nothing
    }
    ${
      choice.filter
        ? html`<p class="remark" aria-hidden="true">${choice.announcement(connector, wording)}</p>`
        : nothing
    }
  </fieldset>`;
}

function filterView({connector, wording, choice}: MethodPickerModel): TemplateResult {
  return html`<div part="filter" class="filter">
    <label for="filter">${wording.messages.filterLabel}</label>
    <input
      part="input filter-input"
      id="filter"
      type="search"
      autocomplete="off"
      .value=${choice.filter}
      @input=${({target}: Event) => {
        if (target instanceof HTMLInputElement) choice.search(target.value, connector, wording);
      }}
    />
  </div>`;
}

function methodView(method: Method, index: number, model: MethodPickerModel): TemplateResult {
  const {methodId, wording, choice} = model;
  const {messages} = wording;
  const {id, icon, description, status, recommended, deprecated} = method;
  const isUnavailable = status === 'unavailable';
  const marks = {
    recommended: recommended && !isUnavailable,
    deprecated,
    unavailable: isUnavailable,
  };
  const badges = (['recommended', 'deprecated', 'unavailable'] as const).filter(
    (name) => marks[name],
  );
  const remark = isUnavailable
    ? wording.diagnostic(method.reason)
    : description && wording.text(description);
  const state = id === methodId ? 'selected' : '';
  const idOf = (part: string) => `method-${part}-${index}`;
  return html`<label
    part="method ${state}"
    class="method ${isUnavailable ? 'unavailable' : ''}"
    ?hidden=${id !== methodId && !choice.matches(method, wording)}
  >
    <input
      part="method-radio"
      type="radio"
      name="method"
      value=${id}
      .checked=${checked(id === methodId)}
      ?disabled=${isUnavailable}
      aria-labelledby=${['name', ...badges].map(idOf).join(' ')}
      aria-describedby=${remark ? idOf('remark') : nothing}
    />
    ${
      icon
        ? html`<img
            part="method-icon"
            width="24"
            height="24"
            src=${icon}
            alt=""
            referrerpolicy="no-referrer"
          />`
        : nothing
    }
    <span>
      <bdi part="method-name" id=${idOf('name')}>${wording.methodName(method)}</bdi>
      ${badges.map(
        (name) => html`<span part="badge ${name}" id=${idOf(name)}>${messages[name]}</span> `,
      )}
      ${
        remark
          ? html`<bdi part="method-description" class="remark" id=${idOf('remark')}>${remark}</bdi>`
          : nothing
      }
    </span>
  </label>`;
}
