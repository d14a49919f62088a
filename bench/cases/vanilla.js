// The limit: calls of the DOM, one listener for each type of event, no library.
import './form.css';
import {problemOf} from './rules.js';

let forms = 0;

export function mount(container, {title, methods}, {onSubmit}) {
  const prefix = `form-${forms++}`;
  const fields = new Map();
  let hasFailed = false;

  const body = create('div');
  const button = create('button', {type: 'submit', textContent: 'Connect'});
  const radios = methods.map((_, index) =>
    create('input', {type: 'radio', name: prefix, value: index, checked: index === 0}),
  );
  const picker = create(
    'fieldset',
    {},
    create('legend', {textContent: title}),
    ...methods.map(({label}, index) =>
      create('label', {className: 'method'}, radios[index], label),
    ),
  );
  const form = create('form', {className: 'form', noValidate: true}, picker, body, button);

  function show({help, fields: shown}) {
    fields.clear();
    hasFailed = false;
    body.replaceChildren(
      create('p', {className: 'help', textContent: help}),
      ...shown.map((definition) => {
        const entry = createField(definition, `${prefix}-${definition.name}`);
        fields.set(definition.name, entry);
        return entry.row;
      }),
    );
  }

  form.addEventListener('change', ({target}) => {
    if (target.name === prefix) show(methods[target.value]);
  });
  form.addEventListener('input', ({target}) => {
    const entry = hasFailed && fields.get(target.name);
    if (entry) judge(entry);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const entries = [...fields.values()];
    hasFailed = entries.filter((entry) => !judge(entry)).length > 0;
    if (hasFailed) return;
    onSubmit(
      Object.fromEntries(entries.map(({definition, input}) => [definition.name, input.value])),
    );
  });

  show(methods[0]);
  container.append(form);
  return {form, radios, fields, button};
}

function createField(definition, id) {
  const {name, label, help, kind, required, options} = definition;
  const common = {id, name, required};
  const input =
    kind === 'select'
      ? create(
          'select',
          common,
          ...['', ...options].map((value) => create('option', {value, textContent: value})),
        )
      : create('input', {...common, type: kind, autocomplete: 'off'});
  input.setAttribute('aria-describedby', `${id}-help ${id}-error`);
  const error = create('p', {className: 'error', id: `${id}-error`});
  const row = create(
    'div',
    {className: 'field'},
    create('label', {htmlFor: id, textContent: label}),
    input,
    create('p', {className: 'help', id: `${id}-help`, textContent: help}),
    error,
  );
  return {definition, row, input, error};
}

function judge({definition, input, error}) {
  const problem = problemOf(definition, input.value);
  if (error.textContent !== problem) {
    error.textContent = problem;
    input.setAttribute('aria-invalid', String(problem !== ''));
  }
  return problem === '';
}

function create(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export const unmount = ({form}) => form.remove();
export const choose = ({radios}, index) => radios[index].click();
export const field = ({fields}, name) => fields.get(name)?.input;
export const submit = ({button}) => button.click();
export const errorCount = ({form}) => form.querySelectorAll('.error:not(:empty)').length;
