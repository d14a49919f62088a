import {expect, html} from '@open-wc/testing';
import type {KeyslotAuthorizeButtonElement} from '../../src/elements/authorize-button/authorize-button.js';
import type {KeyslotCredentialFormElement} from '../../src/elements/credential-form/credential-form.js';
import {builtIns, type ConnectorDefinition, type MethodKind} from '../../src/index.js';
import {mount, wordsOf, type Driver} from '../support/driver.js';

const connector: ConnectorDefinition = {
  id: 'acme',
  name: 'Acme',
  docs: 'https://acme.com/connect',
  methods: [
    {
      id: 'token',
      type: 'token',
      name: 'Access token',
      recommended: true,
      docs: 'https://acme.com/tokens',
      variables: [{key: 'token', label: 'Token'}],
    },
    {id: 'login', type: 'basic', name: 'Password'},
  ],
};

const linksOf = (use: Pick<Driver, 'parts'>) => use.parts('docs-link') as HTMLAnchorElement[];

const show = (definition: ConnectorDefinition = connector, content: unknown = '') =>
  mount(html`<keyslot-connect .connector=${definition}>${content}</keyslot-connect>`);

/** The links on screen: the part around each, where it leads and how it is read out. */
const linked = (use: Pick<Driver, 'parts'>) =>
  linksOf(use).map((link) => [
    link.closest('[part="header"], [part="method-panel"]')?.getAttribute('part'),
    link.href,
    wordsOf(link),
  ]);

const ofConnector = [
  'header',
  'https://acme.com/connect',
  'Instructions Acme (opens in a new tab)',
];
const ofMethod = [
  'method-panel',
  'https://acme.com/tokens',
  'Instructions Access token (opens in a new tab)',
];

describe('the page about', () => {
  it('a connector is linked from its header, and that about a method from its panel', async () => {
    const use = await show();
    expect(linked(use)).to.deep.equal([ofConnector, ofMethod]);
  });

  it('a method comes before its fields, and goes with it', async () => {
    const use = await show();
    const [, link] = linksOf(use);
    const order = link!.compareDocumentPosition(use.field('Token'));
    expect(order & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    await use.choose('Password');
    expect(linked(use)).to.deep.equal([ofConnector]);
  });

  it('either opens in a tab that learns nothing of this one', async () => {
    const use = await show();
    for (const link of linksOf(use)) {
      expect([link.target, link.rel, link.referrerPolicy]).to.deep.equal([
        '_blank',
        'noopener noreferrer',
        'no-referrer',
      ]);
    }
    expect(linksOf(use)).to.have.length(2);
  });

  it('nothing is where the definition has none that is safe', async () => {
    const methods = connector.methods.map((method) => ({...method, docs: 'javascript:alert(1)'}));
    const use = await show({...connector, docs: 'http://acme.com', methods});
    expect(use.root.querySelectorAll('a').length).to.equal(0);
  });

  it('a connector gives way to the header of the page', async () => {
    const use = await show(connector, html`<h2 slot="header">Ours</h2>`);
    expect(linked(use)).to.deep.equal([ofMethod]);
  });

  it('a method alone is linked where a form has no header', async () => {
    const use = await mount<KeyslotCredentialFormElement>(
      html`<keyslot-credential-form .connector=${connector}></keyslot-credential-form>`,
    );
    expect(linked(use)).to.deep.equal([ofMethod]);
  });

  it('a method is linked above an editor of its kind, too', async () => {
    customElements.define('docs-editor', class extends HTMLElement {});
    const kind: MethodKind = {type: 'own', bind: () => ({variables: [], editor: 'docs-editor'})};
    const definition = {
      ...connector,
      methods: [{id: 'own', type: 'own', name: 'Access token', docs: 'https://acme.com/tokens'}],
    };
    const use = await mount(
      html`<keyslot-connect
        .registry=${builtIns.with(kind)}
        .connector=${definition}
      ></keyslot-connect>`,
    );
    expect(linked(use)).to.deep.equal([ofConnector, ofMethod]);
    const [, link] = linksOf(use);
    const order = link!.compareDocumentPosition(use.part('editor')!);
    expect(order & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
  });

  it('a method is linked in a light child as well', async () => {
    const use = await mount(
      html`<keyslot-connect form-root="light" .connector=${connector}></keyslot-connect>`,
    );
    expect(linked(use)).to.have.deep.members([ofConnector, ofMethod]);
  });

  it('a method is left to the page where there is only its button', async () => {
    const use = await mount<KeyslotAuthorizeButtonElement>(
      html`<keyslot-authorize-button .connector=${connector}></keyslot-authorize-button>`,
    );
    expect(linked(use)).to.deep.equal([]);
  });

  it('either passes the accessibility checks', async () => {
    const use = await show();
    await expect(use.element).to.be.accessible();
  });
});
