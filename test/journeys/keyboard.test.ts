import {expect, html} from '@open-wc/testing';
import type {ConnectorDefinition} from '../../src/index.js';
import {canarySweep, secretsIn} from '../support/canary.js';
import {mount} from '../support/driver.js';
import {Keyboard} from '../support/keyboard.js';
import {Recorder} from '../support/recorder.js';

describe('by the keyboard alone', () => {
  it('a mistake is found, mended and sent', async () => {
    const shopify = (await (
      await fetch('/stories/connectors/shopify.json')
    ).json()) as ConnectorDefinition;
    const use = await mount(html`<keyslot-connect .connector=${shopify}></keyslot-connect>`);
    const keyboard = new Keyboard(use);
    const recorder = new Recorder();
    await keyboard.type('Store name', 'acme.myshopify.com');
    await keyboard.type('Admin API access token', `shpat_${'0123456789abcdef'.repeat(2)}`);
    await keyboard.press('Enter');
    expect(use.focused).to.equal('Store name');
    await keyboard.correct('Store name', 'acme');
    const secrets = secretsIn(use.element);
    await keyboard.press('Enter');
    recorder.stop();
    await canarySweep(recorder, secrets, {elements: [use.element]});
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
