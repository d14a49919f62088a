import {html, nothing, type TemplateResult} from 'lit';
import {onDemandWords} from '../on-demand-words.js';
import {controlModel, type ControlModel, type FieldModel} from './field-model.js';
import {heldState} from './held-state.js';
import {
  FILTER_FROM,
  listedOptions,
  matchingOptions,
  SHOWN_AT_MOST,
  type ListedOption,
} from './option-list.js';

const filterOf = heldState(() => ({text: ''}));

/** The choices of a `multiselect`, as checkboxes (APG, checkbox group). */
export function multiselectView(model: FieldModel): TemplateResult {
  const {variable, form, wording} = model;
  const common = controlModel(model);
  const chosen = chosenIn(model);
  const options = variable.options ?? [];
  const known = new Set(options.map(({value}) => value));
  // What is chosen but offered no more is shown, so that it can be taken back.
  const unknown = [...chosen].filter((value) => !known.has(value)).map((value) => ({value}));
  const listed = listedOptions([...options, ...unknown], wording);
  const {text} = filterOf(model);
  const matches = matchingOptions(listed, text);
  const shown = matches.filter(
    ({value}, place) => place < SHOWN_AT_MOST || (!text && chosen.has(value)),
  );
  const [first] = shown;
  const choices = [...Map.groupBy(shown, ({heading}) => heading)].map(([heading, members]) => {
    const views = members.map((option) => choiceView(option, option === first, common, model));
    const headingId = `${common.id}-heading-${members[0]?.index ?? ''}`;
    return heading
      ? html`<div class="choice-group" role="group" aria-labelledby=${headingId}>
          <div class="heading" id=${headingId}><bdi>${heading}</bdi></div>
          ${views}
        </div>`
      : views;
  });
  return html`<div
    part="choices"
    class="choices"
    id=${common.id}
    role="group"
    aria-labelledby=${form.idOf('label', variable.key)}
    aria-describedby=${common.describedBy}
  >
    ${listed.length >= FILTER_FROM ? filterView(listed, common, model) : nothing}
    <div class=${listed.length >= FILTER_FROM ? 'choice-list long' : 'choice-list'}>${choices}</div>
    ${
      shown.length < matches.length
        ? html`<p class="help">
            ${onDemandWords(wording).moreOptions(shown.length, matches.length)}
          </p>`
        : nothing
    }
  </div>`;
}

const chosenIn = ({controller, form, variable}: FieldModel): ReadonlySet<string> =>
  new Set((controller.fields.read(form, variable) ?? []) as readonly string[]);

function filterView(
  listed: readonly ListedOption[],
  {id}: ControlModel,
  model: FieldModel,
): TemplateResult {
  const {form, variable, controller, wording, announce} = model;
  const words = onDemandWords(wording);
  const filter = filterOf(model);
  const search = (event: Event) => {
    filter.text = (event.currentTarget as HTMLInputElement).value;
    controller.update();
    announce(words.optionResult(matchingOptions(listed, filter.text).length));
  };
  const keepInForm = (event: KeyboardEvent) => {
    if (event.key === 'Enter') event.preventDefault();
  };
  const count = chosenIn(model).size;
  return html`<div class="choice-filter">
    <label class="help" id="${id}-filter-label" for="${id}-filter">${words.optionFilter}</label>
    <input
      part="filter-input"
      type="search"
      id="${id}-filter"
      aria-labelledby="${id}-filter-label ${form.idOf('label', variable.key)}"
      autocomplete="off"
      .value=${filter.text}
      @input=${search}
      @keydown=${keepInForm}
    />
    <p class="help">
      ${words.chosenOptions(count)}${
        filter.text
          ? html` · ${words.optionResult(matchingOptions(listed, filter.text).length)}`
          : nothing
      }
    </p>
  </div>`;
}

function choiceView(
  {value, label, description, index}: ListedOption,
  isFirst: boolean,
  {id, isReadOnly, isInvalid}: ControlModel,
  model: FieldModel,
): TemplateResult {
  const {form, variable, controller} = model;
  const {key, options = []} = variable;
  const chosen = chosenIn(model);
  const toggle = () => {
    const wanted = new Set(chosen);
    if (!wanted.delete(value)) wanted.add(value);
    // In the order of the definition, whatever was ticked first.
    const ordered = options.map((option) => option.value).filter((known) => wanted.has(known));
    controller.hold(form, key, [...new Set([...ordered, ...wanted])]);
  };
  // A group cannot be invalid (ARIA 1.2); its first member says so where focus goes.
  const isAtFault = isInvalid && isFirst;
  const ids = [
    description && `${id}-${index}-description`,
    isAtFault && form.idOf('problem', key),
  ].filter(Boolean);
  return html`<label part="choice" class="choice">
    <input
      part="checkbox"
      type="checkbox"
      data-key=${key}
      ?disabled=${isReadOnly}
      aria-labelledby="${id}-${index}"
      aria-describedby=${ids.join(' ')}
      aria-invalid=${isAtFault ? 'true' : 'false'}
      .checked=${chosen.has(value)}
      @change=${toggle}
    />
    <span>
      <bdi id="${id}-${index}">${label}</bdi>
      ${
        description
          ? html`<bdi class="help" id="${id}-${index}-description">${description}</bdi>`
          : nothing
      }
    </span>
  </label>`;
}
