import {expect, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {validateCredential, type ConnectorDefinition} from '../../src/index.js';
import {mount, nameOf, typeKeys, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

/** What a person does with the keyboard, and nothing else. */
class Keyboard {
  readonly #use: Driver;

  constructor(use: Driver) {
    this.#use = use;
  }

  async press(key: string): Promise<void> {
    await sendKeys({press: key});
    await this.#use.settle();
  }

  /** Goes forward until something with this name has focus. */
  async goTo(name: string): Promise<void> {
    const passed: string[] = [];
    while (passed.length < 30) {
      await this.press('Tab');
      const {activeElement} = this.#use.root;
      const here = activeElement ? nameOf(activeElement) : '';
      if (here === name) return;
      passed.push(here);
    }
    throw new Error(`Tab never came to "${name}", only to: ${passed.join(', ')}`);
  }

  async type(name: string, text: string): Promise<void> {
    await this.goTo(name);
    await typeKeys(text);
  }
}

interface Journey {
  readonly connector: ConnectorDefinition;
  readonly methodId: string;
  readonly walk: (keyboard: Keyboard) => Promise<void>;
  readonly credential: {readonly type: string; readonly values: object};
}

const load = async (name: string) =>
  (await (await fetch(`/stories/connectors/${name}.json`)).json()) as ConnectorDefinition;

const shopify = await load('shopify');
const woocommerce = await load('woocommerce');
const hex = (length: number) => '0123456789abcdef'.repeat(3).slice(0, length);

const journeys: readonly Journey[] = [
  {
    connector: shopify,
    methodId: 'admin-token',
    walk: async (keyboard) => {
      await keyboard.type('Store name', 'acme-store');
      await keyboard.type('Admin API access token', `shpat_${hex(32)}`);
      await keyboard.goTo('Advanced settings');
      await keyboard.press('Enter');
      await keyboard.goTo('API version (optional)');
      await keyboard.press('ArrowDown');
      await keyboard.goTo('Connect');
      await keyboard.press('Enter');
    },
    credential: {
      type: 'token',
      values: {store: 'acme-store', token: `shpat_${hex(32)}`, apiVersion: '2026-07'},
    },
  },
  {
    connector: shopify,
    methodId: 'legacy-password',
    walk: async (keyboard) => {
      await keyboard.goTo('Admin API access token Recommended');
      await keyboard.press('ArrowDown');
      await keyboard.type('Store name', 'acme-store');
      await keyboard.type('Private app password', hex(32));
      await keyboard.press('Enter');
    },
    credential: {type: 'token', values: {store: 'acme-store', token: hex(32)}},
  },
  {
    connector: woocommerce,
    methodId: 'rest-keys',
    walk: async (keyboard) => {
      await keyboard.type('Shop address', 'https://shop.example.com');
      await keyboard.type('Consumer key', `ck_${hex(40)}`);
      await keyboard.type('Consumer secret', `cs_${hex(40)}`);
      await keyboard.goTo('Advanced settings');
      await keyboard.press('Enter');
      await keyboard.goTo("Check the shop's certificate");
      await keyboard.press(' ');
      await keyboard.goTo('Connect');
      await keyboard.press(' ');
    },
    credential: {
      type: 'basic',
      values: {
        url: 'https://shop.example.com',
        username: `ck_${hex(40)}`,
        password: `cs_${hex(40)}`,
        verifyCertificate: false,
      },
    },
  },
];

describe('by the keyboard alone', () => {
  for (const {connector, methodId, walk, credential} of journeys) {
    it(`${connector.id} is connected by ${methodId}`, async () => {
      const use = await mount(html`<keyslot-connect .connector=${connector}></keyslot-connect>`);
      const recorder = new Recorder();
      await walk(new Keyboard(use));
      recorder.stop();
      expect(use.errors).to.deep.equal({});
      expect(recorder.credentials).to.deep.equal([
        {connectorId: connector.id, methodId, ...credential},
      ]);
      expect(use.hasState('connected')).to.be.true;
    });

    it(`${connector.id} gives by ${methodId} what a server takes`, async () => {
      const use = await mount(html`<keyslot-connect .connector=${connector}></keyslot-connect>`);
      const recorder = new Recorder();
      await walk(new Keyboard(use));
      recorder.stop();
      const received: unknown = JSON.parse(JSON.stringify(recorder.credentials[0]));
      expect(validateCredential(connector, received)).to.have.property('ok', true);
    });
  }

  it('a mistake is found, mended and sent', async () => {
    const use = await mount(html`<keyslot-connect .connector=${shopify}></keyslot-connect>`);
    const keyboard = new Keyboard(use);
    const recorder = new Recorder();
    await keyboard.type('Store name', 'acme.myshopify.com');
    await keyboard.type('Admin API access token', `shpat_${hex(32)}`);
    await keyboard.press('Enter');
    expect(use.focused).to.equal('Store name');
    for (const _letter of '.myshopify.com') await keyboard.press('Backspace');
    await keyboard.press('Enter');
    recorder.stop();
    expect(recorder.credentials[0]?.values).to.include({store: 'acme'});
  });

  it('a long list of methods is filtered and chosen from', async () => {
    const methods = Array.from({length: 9}, (_, index) => ({
      id: `m${index}`,
      type: 'custom',
      name: `Region ${index}`,
      variables: [{key: 'note', label: `Note ${index}`}],
    }));
    const use = await mount(
      html`<keyslot-connect .connector=${{id: 'x', name: 'X', methods}}></keyslot-connect>`,
    );
    const keyboard = new Keyboard(use);
    await keyboard.type('Find a way to connect', '7');
    await keyboard.press('Tab');
    await keyboard.press(' ');
    await keyboard.goTo('Note 7 (optional)');
    expect(use.element.methodId).to.equal('m7');
  });
});
