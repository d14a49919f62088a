import {expect, fixtureSync, html} from '@open-wc/testing';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import {ar} from '../../src/locales/ar.js';
import {de} from '../../src/locales/de.js';
import {en} from '../../src/locales/en.js';
import {es} from '../../src/locales/es.js';
import {fr} from '../../src/locales/fr.js';
import {ja} from '../../src/locales/ja.js';
import {ptBR} from '../../src/locales/pt-BR.js';
import {zhCN} from '../../src/locales/zh-CN.js';
import {eventually} from '../support/authorization.js';
import {driver, mount} from '../support/driver.js';
import {SignInPage} from '../support/sign-in-page.js';

const connector = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'token',
      type: 'token',
      variables: [
        {key: 'store', label: 'Shop-Name', format: 'dns-label', required: true},
        {
          key: 'region',
          label: 'Region',
          type: 'select',
          required: true,
          options: [{value: 'eu'}, {value: 'us'}],
        },
      ],
    },
    {id: 'password', type: 'basic'},
  ],
};

describe('an element in another language', () => {
  it('says everything in it', async () => {
    const use = await mount(
      html`<keyslot-connect
        lang="de"
        .connector=${connector}
        .messages=${de}
        method-id="token"
      ></keyslot-connect>`,
    );
    expect(use.methods.map(({name}) => name)).to.deep.equal([
      'Zugriffstoken',
      'Benutzername und Passwort',
    ]);
    expect(use.buttons).to.deep.equal(['Anzeigen Zugriffstoken', 'Verbinden']);
    await use.fill({'Shop-Name': 'Mein Shop'});
    await use.submit();
    expect(use.summary?.title).to.equal('Bitte prüfen Sie 3 Angaben');
    expect(use.summary?.links).to.deep.equal([
      'Geben Sie „Zugriffstoken“ ein',
      'Geben Sie „Shop-Name“ nur mit Buchstaben, Ziffern und Bindestrichen ein',
      'Wählen Sie „Region“',
    ]);
  });

  it('takes words of the page over those of the language', async () => {
    const use = await mount(
      html`<keyslot-connect
        .connector=${connector}
        .messages=${{...de, submit: 'Los'}}
        method-id="token"
      ></keyslot-connect>`,
    );
    expect(use.buttons).to.include('Los');
  });
});

/** Everything on screen that reaches beyond the element, or has text cut off. */
function overflowing(element: Element): string[] {
  const frame = element.getBoundingClientRect();
  return [...element.shadowRoot!.querySelectorAll('*')]
    .filter((node) => {
      const box = node.getBoundingClientRect();
      const isShown = box.width > 1 && box.height > 1 && !node.closest('.visually-hidden');
      return isShown && (box.left < frame.left - 0.5 || box.right > frame.right + 0.5);
    })
    .map((node) => `${node.localName}.${node.className}: ${node.textContent.trim()}`);
}

const languages = {ar, de, en, es, fr, ja, 'pt-BR': ptBR, 'zh-CN': zhCN};
for (const [lang, messages] of Object.entries(languages)) {
  describe(`an element of 280 pixels in ${lang}`, () => {
    const narrow = () =>
      fixtureSync<HTMLElement>(
        html`<div
          lang=${lang}
          dir=${lang === 'ar' ? 'rtl' : 'ltr'}
          style="inline-size: 280px; font: 16px sans-serif"
        ></div>`,
      );

    it('holds all that a form says', async () => {
      const place = narrow();
      const element: KeyslotConnectElement = document.createElement('keyslot-connect');
      const signedRequests = {id: 'signed', type: 'oauth1', recommended: true};
      const otherMethods = [
        {id: 'client', type: 'oauth2-client-credentials', tokenUrl: 'https://acme.example/token'},
        {id: 'login', type: 'basic', deprecated: true},
        {id: 'unheard-of', type: 'unheard-of'},
      ];
      const formats = ['dns-label', 'origin', 'pem'].map((format) => {
        return {key: format, label: 'Acme', format, required: true};
      });
      const files = [{key: 'file', label: 'Acme', type: 'file', required: true}];
      const [first, ...others] = [signedRequests, ...otherMethods];
      const methods = [{...first, variables: [...formats, ...files]}, ...others];
      Object.assign(element, {
        connector: {id: 'acme', name: 'Acme', methods},
        messages,
        verification: 'offered',
      });
      place.append(element);
      const use = driver(element);
      await use.ready();
      await use.submit();
      await eventually(() => use.hasState('invalid'), 'nothing is wrong');
      expect(overflowing(element)).to.deep.equal([]);
      expect(place.scrollWidth).to.equal(280);
    });

    it('holds all that is said of a window that is blocked', async () => {
      const page = await SignInPage.open();
      try {
        await page.beginBlocked('allow');
        const {element} = page.use;
        narrow().append(element);
        element.messages = messages;
        await page.use.settle();
        expect(overflowing(element)).to.deep.equal([]);
      } finally {
        page.close();
      }
    });
  });
}
