import {expect, html} from '@open-wc/testing';
import {formOf, manyMethods, twoMethods} from '../support/definitions.js';
import {descriptionOf, mount, type Driver} from '../support/driver.js';

const everything = formOf(
  {key: 'text', label: 'Text', required: true, help: 'Help.', docs: 'https://acme.com/docs'},
  {key: 'lines', label: 'Lines', type: 'multiline', example: 'x'},
  {key: 'url', label: 'Address', type: 'url', prefix: 'https://', suffix: '.acme.com'},
  {key: 'email', label: 'Email', type: 'email', required: true},
  {key: 'number', label: 'Number', type: 'number'},
  {key: 'yes', label: 'Yes', type: 'boolean', help: 'Or no.'},
  {key: 'choice', label: 'Choice', type: 'select', options: [{value: 'a', group: 'A'}]},
  {key: 'secret', label: 'Secret', secret: true, autofill: 'login'},
  {key: 'pem', label: 'PEM', type: 'multiline', secret: true},
  {key: 'more', label: 'More', advanced: true},
);
const connect = (connector: unknown) =>
  mount(html`<keyslot-connect .connector=${connector}></keyslot-connect>`);

const states: [state: string, prepare: () => Promise<Driver>][] = [
  ['while it is loading', () => connect(undefined)],
  ['without methods', () => connect({id: 'acme', name: 'Acme', methods: []})],
  ['that cannot be read', () => connect('nonsense')],
  ['before a method is chosen', () => connect(twoMethods)],
  ['with many methods', () => connect(manyMethods(9))],
  [
    'with methods that cannot be used',
    () => connect({...twoMethods, methods: [{id: 'x', type: 'x'}, ...twoMethods.methods]}),
  ],
  ['with every type of field', () => connect(everything)],
  [
    'with everything disabled',
    async () => {
      const use = await connect(everything);
      use.element.disabled = true;
      await use.settle();
      return use;
    },
  ],
  [
    'with presets',
    () =>
      mount(
        html`<keyslot-connect
          .connector=${everything}
          .presets=${{text: 'x', yes: true, choice: 'a', lines: 'y'}}
        ></keyslot-connect>`,
      ),
  ],
  [
    'with errors and shown secrets',
    async () => {
      const use = await connect(everything);
      await use.submit();
      await use.press('Show Secret');
      return use;
    },
  ],
  [
    'with its advanced settings open',
    async () => {
      const use = await connect(everything);
      use.part('advanced-summary')?.click();
      await use.settle();
      return use;
    },
  ],
];

describe('G11 an element', () => {
  for (const [state, prepare] of states) {
    it(`${state} passes the accessibility checks`, async () => {
      const use = await prepare();
      await expect(use.element).to.be.accessible();
    });
  }

  it('of the parts alone passes the accessibility checks', async () => {
    const picker = await mount(
      html`<keyslot-method-picker .connector=${twoMethods}></keyslot-method-picker>`,
    );
    const form = await mount(
      html`<keyslot-credential-form .connector=${everything}></keyslot-credential-form>`,
    );
    await expect(picker.element).to.be.accessible();
    await expect(form.element).to.be.accessible();
  });

  it('has one place for announcements, from the beginning on', async () => {
    const use = await connect(undefined);
    const region = use.root.querySelector('[role="status"]');
    use.element.connector = everything;
    await use.settle();
    await use.submit();
    const regions = use.root.querySelectorAll('[role="status"], [role="alert"], [aria-live]');
    expect([regions.length, regions[0] === region]).to.deep.equal([1, true]);
  });

  it('has no two equal ids, also with several methods visited', async () => {
    const use = await mount(
      html`<keyslot-connect method-id="key" .connector=${twoMethods}></keyslot-connect>`,
    );
    await use.choose('Password');
    await use.submit();
    const ids = [...use.root.querySelectorAll('[id]')].map(({id}) => id);
    expect(ids).to.deep.equal([...new Set(ids)]);
  });

  it('describes a field at fault by all there is, the error last', async () => {
    const use = await connect(everything);
    await use.submit();
    expect(descriptionOf(use.field('Text'))).to.equal('Help. Error: Enter the text');
  });

  it('can be told apart from what surrounds it in any colour scheme', async () => {
    const use = await connect(everything);
    use.element.style.colorScheme = 'dark';
    use.element.style.color = 'white';
    use.element.style.background = 'black';
    await expect(use.element).to.be.accessible();
  });
});
