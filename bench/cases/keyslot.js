// Keyslot, from its sources. Every method is of the type `custom`: the others bring fields of their
// own, and here all cases have to ask for the same.
import '../../src/define/keyslot-connect.ts';

/** As a page has it: written once, and given to every form. */
const connectors = new WeakMap();

export function mount(container, definition, {onSubmit}) {
  let connector = connectors.get(definition);
  if (!connector) connectors.set(definition, (connector = translate(definition)));
  const element = document.createElement('keyslot-connect');
  element.connector = connector;
  element.methodId = connector.methods[0].id;
  element.addEventListener('keyslot-submit', ({credential}) => onSubmit(credential.values));
  container.append(element);
  return element;
}

function translate({id, title, methods}) {
  return {
    id,
    name: title,
    methods: methods.map(({id, label, help, fields}) => ({
      id,
      type: 'custom',
      name: label,
      description: help,
      variables: fields.map(({name, label, help, kind, required, options}) => ({
        key: name,
        type: kind === 'password' ? 'text' : kind,
        label,
        help,
        required,
        ...(kind === 'password' && {secret: true}),
        ...(options && {options: options.map((value) => ({value}))}),
      })),
    })),
  };
}

const panel = '[part="method-panel"]:not([hidden])';

export const unmount = (element) => element.remove();
export const choose = ({renderRoot}, index) =>
  renderRoot.querySelectorAll('[name="method"]')[index].click();
export const field = ({renderRoot}, name) =>
  renderRoot?.querySelector(`${panel} [data-key="${name}"]`);
export const methodFilter = ({renderRoot}) => renderRoot.querySelector('[part~="filter-input"]');
export const listed = {
  methods: ({renderRoot}) =>
    renderRoot.querySelectorAll('[part~="method"]:not([hidden], [part~="selected"])').length,
  options: ({renderRoot}) => renderRoot.querySelectorAll('[part~="option"]').length,
};
export const submit = ({renderRoot}) => renderRoot.querySelector('[part~="submit"]').click();
export const errorCount = ({renderRoot}) =>
  renderRoot.querySelectorAll(`${panel} [part="error"]`).length;
