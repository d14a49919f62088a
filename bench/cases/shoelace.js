// Shoelace's fields, put together by calls of the DOM and judged as the form without a library is.
import '@shoelace-style/shoelace/dist/themes/light.css';
import '@shoelace-style/shoelace/dist/components/button/button.js';
import '@shoelace-style/shoelace/dist/components/input/input.js';
import '@shoelace-style/shoelace/dist/components/option/option.js';
import '@shoelace-style/shoelace/dist/components/radio-group/radio-group.js';
import '@shoelace-style/shoelace/dist/components/radio/radio.js';
import '@shoelace-style/shoelace/dist/components/select/select.js';
import './form.css';
import {problemOf} from './rules.js';

export function mount(container, {title, methods}, {onSubmit}) {
  const fields = new Map();
  let hasFailed = false;

  const body = create('div');
  const button = create('sl-button', {type: 'submit', variant: 'primary', textContent: 'Connect'});
  const radios = methods.map(({label}, index) =>
    create('sl-radio', {value: String(index), textContent: label}),
  );
  const picker = create('sl-radio-group', {label: title, value: '0'}, ...radios);
  const form = create('form', {className: 'form', noValidate: true}, picker, body, button);

  function show({help, fields: shown}) {
    fields.clear();
    hasFailed = false;
    body.replaceChildren(
      create('p', {className: 'help', textContent: help}),
      ...shown.map((definition) => {
        const control = createControl(definition);
        const error = create('p', {className: 'error'});
        fields.set(definition.name, {definition, control, error});
        return create('div', {className: 'field'}, control, error);
      }),
    );
  }

  picker.addEventListener('sl-change', () => show(methods[picker.value]));
  form.addEventListener('sl-input', ({target}) => {
    const entry = hasFailed && fields.get(target.name);
    if (entry) judge(entry);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const entries = [...fields.values()];
    hasFailed = entries.filter((entry) => !judge(entry)).length > 0;
    if (hasFailed) return;
    onSubmit(
      Object.fromEntries(entries.map(({definition, control}) => [definition.name, control.value])),
    );
  });

  show(methods[0]);
  container.append(form);
  return {form, radios, fields, button};
}

function createControl({name, label, help, kind, required, options}) {
  const common = {name, label, helpText: help, required};
  if (kind !== 'select') return create('sl-input', {...common, type: kind, autocomplete: 'off'});
  const choices = options.map((value) => create('sl-option', {value, textContent: value}));
  return create('sl-select', common, ...choices);
}

function judge({definition, control, error}) {
  const problem = problemOf(definition, control.value);
  error.textContent = problem;
  return problem === '';
}

function create(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export const unmount = ({form}) => form.remove();
export const choose = ({radios}, index) => radios[index].click();
export const field = ({fields}, name) =>
  fields.get(name)?.control.shadowRoot?.querySelector('input');
export const submit = ({button}) => button.click();
export const errorCount = ({form}) => form.querySelectorAll('.error:not(:empty)').length;
