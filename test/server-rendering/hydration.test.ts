import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import {expect, waitUntil} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import type {Credential, KeyslotConnectElement} from '../../src/index.js';

const connector = {
  id: 'shop',
  name: 'Shop',
  methods: [
    {id: 'token', type: 'token', variables: [{key: 'store', label: 'Store', required: true}]},
    {id: 'password', type: 'basic', variables: [{key: 'agreed', type: 'boolean', label: 'Yes'}]},
  ],
};
const properties = {connector, methodId: 'token', values: {store: 'my-store', token: 'canary'}};

/** The parts on screen, with what they say and where they are. */
const layoutOf = ({shadowRoot}: HTMLElement) =>
  [...shadowRoot!.querySelectorAll<HTMLElement>('[part]')]
    .filter((part) => part.checkVisibility())
    .map((part) => {
      const {x, y, width, height} = part.getBoundingClientRect();
      const words = part.querySelector('[part]') ? '' : part.textContent.trim();
      return [part.getAttribute('part'), words, x, y, width, height].join(' ');
    });

describe('an element that a server has rendered', () => {
  let container: HTMLElement;
  let element: KeyslotConnectElement;
  let input: (key: string) => HTMLInputElement;
  let shown: readonly string[];

  before(async () => {
    const payload = {tag: 'keyslot-connect', properties};
    const markup = await executeServerCommand<string, typeof payload>('render-on-server', payload);
    container = document.createElement('div');
    container.setHTMLUnsafe(`${markup}<p>What is below</p>`);
    document.body.append(container);
    element = container.querySelector('keyslot-connect')!;
    input = (key) => element.shadowRoot!.querySelector(`[data-key="${key}"]`)!;
    shown = layoutOf(element);
    input('store').dataset['mark'] = 'of the server';
    Object.assign(element, properties);
    // As built: the templates of a server and a browser have to be the same.
    await import(new URL('/dist/define.js', location.href).href);
    await element.updateComplete;
  });
  after(() => container.remove());

  it('is on screen before any script has run', () => {
    expect(shown.join('\n'))
      .to.match(/Connect Shop/)
      .and.match(/Store/);
  });

  it('does not move when it comes to life', () => {
    expect(layoutOf(element)).to.deep.equal(shown);
  });

  it('is taken over, not rendered anew', () => {
    expect(input('store').dataset['mark']).to.equal('of the server');
    expect(element.shadowRoot!.querySelectorAll('form')).to.have.length(1);
  });

  it('has the secret that the server left out', () => {
    expect(input('token').value).to.equal('canary');
    expect(input('token').getAttribute('value')).to.equal('');
  });

  it('works', async () => {
    let credential: Credential | undefined;
    element.addEventListener('keyslot-submit', (event) => {
      credential = event.credential;
    });
    element.submit();
    await waitUntil(() => credential);
    expect(credential?.values).to.deep.equal({store: 'my-store', token: 'canary'});
    element.reset();
    element.methodId = 'password';
    await element.updateComplete;
    expect(input('agreed').checked).to.be.false;
    const [first, second] = element.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=radio]');
    expect([first!.checked, second!.checked]).to.deep.equal([false, true]);
  });
});
