// react-jsonschema-form: one schema with a branch for each method. Its picker is a select.
import './form.css';
import Form from '@rjsf/core';
import {customizeValidator} from '@rjsf/validator-ajv8';
import {createElement} from 'react';
import {createRoot} from 'react-dom/client';

// Only the branch of the chosen method is to be judged.
const validator = customizeValidator({ajvOptionsOverrides: {discriminator: true}});

/** As a page has it: written once, and given to every form. */
const schemas = new WeakMap();
let forms = 0;

export function mount(container, definition, {onSubmit}) {
  let schema = schemas.get(definition);
  if (!schema) schemas.set(definition, (schema = translate(definition)));
  const element = document.createElement('div');
  element.className = 'form';
  container.append(element);
  const root = createRoot(element);
  const idPrefix = `form-${forms++}`;
  root.render(
    createElement(Form, {
      ...schema,
      idPrefix,
      validator,
      noHtml5Validate: true,
      showErrorList: false,
      liveValidate: false,
      onSubmit: ({formData}) => onSubmit({...formData, method: undefined}),
    }),
  );
  return {element, root, idPrefix};
}

function translate({title, methods}) {
  const uiSchema = {
    method: {'ui:widget': 'hidden'},
    'ui:submitButtonOptions': {submitText: 'Connect'},
  };
  for (const {name, help, kind} of methods.flatMap(({fields}) => fields)) {
    uiSchema[name] = {
      'ui:help': help,
      'ui:options': {emptyValue: ''},
      ...(kind === 'password' && {'ui:widget': 'password'}),
    };
  }
  const oneOf = methods.map(({id, label, help, fields}) => ({
    title: label,
    description: help,
    type: 'object',
    properties: {
      method: {type: 'string', const: id, default: id},
      ...Object.fromEntries(fields.map((field) => [field.name, propertyOf(field)])),
    },
    required: ['method', ...fields.flatMap(({name, required}) => (required ? [name] : []))],
  }));
  const discriminator = {propertyName: 'method'};
  return {schema: {title, type: 'object', properties: {}, discriminator, oneOf}, uiSchema};
}

function propertyOf({label, kind, options, required}) {
  return {
    type: 'string',
    title: label,
    ...(required && {minLength: 1}),
    ...(kind === 'url' && {format: 'uri'}),
    ...(options && {enum: options}),
  };
}

export function unmount({element, root}) {
  root.unmount();
  element.remove();
}

export function choose({element}, index) {
  const picker = element.querySelector('select[id$="__oneof_select"]');
  picker.selectedIndex = index;
  picker.dispatchEvent(new Event('change', {bubbles: true}));
}

export const field = ({element, idPrefix}, name) => element.querySelector(`#${idPrefix}_${name}`);
export const submit = ({element}) => element.querySelector('[type="submit"]').click();
export const errorCount = ({element}) => element.querySelectorAll('.error-detail').length;
