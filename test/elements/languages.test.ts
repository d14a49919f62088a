import {expect, fixture, html} from '@open-wc/testing';
import type {PartialMessages} from '../../src/index.js';
import {provideMessages} from '../../src/locales.js';
import {fr} from '../../src/locales/fr.js';
import {eventually} from '../support/authorization.js';
import {rejected} from '../support/deferred.js';
import {driver, wordsOf, type Driver} from '../support/driver.js';

const connector = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'key',
      type: 'custom',
      name: {en: 'A key', de: 'Ein Schlüssel'},
      recommended: true,
      variables: [
        {
          key: 'store',
          label: 'Winkel',
          required: true,
          pattern: {regex: '[a-z]+', message: {en: 'Small letters only'}},
        },
        {
          key: 'region',
          label: {en: 'Region of the shop', de: 'Region des Ladens'},
          type: 'select',
          options: [{value: 'eu', label: {en: 'Europe'}}],
        },
      ],
    },
    {id: 'login', type: 'basic'},
  ],
};

let use: Driver;

async function show(lang: string, messages?: PartialMessages): Promise<void> {
  const place = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <keyslot-connect .connector=${connector} .messages=${messages}></keyslot-connect>
    </div>`,
  );
  use = driver(place.querySelector('keyslot-connect')!);
  await use.ready();
  await import('../../src/elements/mark-languages.js');
  await use.settle();
}

/** The language that the words of an element say they are in. Empty: that of the page. */
function languageOf(words: string, root: ParentNode = use.root): string {
  const found = [...root.querySelectorAll<HTMLElement>('*')]
    .filter((element) => wordsOf(element) === words)
    .at(-1);
  if (!found) throw new Error(`Nothing says ${words}`);
  return found.closest('[lang]')?.getAttribute('lang') ?? '';
}

const marks = () => use.root.querySelectorAll('[lang]').length;

describe('words on a page in a language that Keyslot was not given', () => {
  beforeEach(() => show('nl'));

  it('say that they are English', () => {
    expect(languageOf('Choose how to connect')).to.equal('en');
    expect(languageOf('Connect Acme')).to.equal('en');
    expect(languageOf('Connect')).to.equal('en');
    expect(use.root.querySelector('[role="status"]')!.getAttribute('lang')).to.equal('en');
  });

  it('say in which language of the definition they are', () => {
    expect(languageOf('A key')).to.equal('en');
    expect(languageOf('Region of the shop')).to.equal('en');
    expect(languageOf('Europe')).to.equal('en');
  });

  it('leave what has no language of its own to the page', () => {
    expect(languageOf('Winkel')).to.equal('nl');
  });

  it('leave what the page says to the page', async () => {
    use.onSubmit((event) => event.respondWith(rejected({message: 'De winkel is dicht'})));
    await use.fill({Winkel: 'acme'});
    await use.submit();
    await eventually(() => use.summary, 'nothing is refused');
    await use.settle();
    expect(languageOf('De winkel is dicht')).to.equal('nl');
  });

  it('say nothing more once the page is in their language', async () => {
    expect(marks()).to.be.greaterThan(0);
    use.element.parentElement!.lang = 'en-GB';
    await eventually(() => marks() === 0, 'they are still marked');
  });

  it('passes the accessibility checks', async () => {
    await expect(use.element).to.be.accessible();
  });
});

describe('words on a page in a language that the definition does not have', () => {
  beforeEach(() => show('fr-CA', fr));

  it('say their language where they are of the definition', async () => {
    expect(languageOf('A key')).to.equal('en');
    expect(languageOf('Region of the shop')).to.equal('en');
    await use.fill({Winkel: '1'});
    await use.submit();
    await eventually(() => use.root.querySelector('.error'), 'nothing is wrong');
    await use.settle();
    expect(languageOf('Small letters only')).to.equal('en');
  });

  it('are those of the page elsewhere', () => {
    expect(languageOf('Winkel')).to.equal('');
    expect(languageOf(fr.pickerLegend)).to.equal('');
    expect(languageOf(fr.submit)).to.equal('');
  });
});

describe('words in the language of the page', () => {
  for (const [name, lang, messages] of [
    ['are as they are', 'en-US', undefined],
    ['may be those of a page that does not say its language', '', undefined],
    ['may be those of a page that gave some and did not say theirs', 'en', {submit: 'Go'}],
  ] as const) {
    it(name, async () => {
      await show(lang, messages);
      expect(marks()).to.equal(0);
    });
  }

  it('are not taken for English where a page gives its own', async () => {
    await show('nl', {submit: 'Verbinden'});
    expect(languageOf('Verbinden')).to.equal('');
  });

  it('say so no longer once they are there', async () => {
    const place = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
    let load = (): void => undefined;
    const end = provideMessages(place, {
      fr: () => new Promise((resolve) => (load = () => resolve({...fr}))),
    });
    const element = document.createElement('keyslot-connect');
    element.connector = {id: 'acme', name: 'Acme', methods: [{id: 'login', type: 'basic'}]};
    place.append(element);
    use = driver(element);
    await eventually(() => marks() > 0, 'nothing is marked');
    load();
    await eventually(() => marks() === 0, 'something is still marked');
    end();
  });
});

describe('a dialog', () => {
  const langOf = async (content: unknown) => {
    const place = await fixture<HTMLElement>(html`<div lang="nl">${content}</div>`);
    const dialog = place.querySelector('keyslot-dialog')!;
    await dialog.updateComplete;
    return dialog.shadowRoot!.querySelector('dialog')!.getAttribute('lang');
  };

  it('says what is not in the language of the page', async () => {
    expect(await langOf(html`<keyslot-dialog></keyslot-dialog>`)).to.equal('en');
    expect(await langOf(html`<keyslot-dialog .messages=${fr}></keyslot-dialog>`)).to.equal('fr');
  });

  it('has a label of the page in its language', async () => {
    expect(await langOf(html`<keyslot-dialog label="Verbinden"></keyslot-dialog>`)).to.equal(null);
  });
});

describe('a method picker alone', () => {
  it('says what is not in the language of the page', async () => {
    const place = await fixture<HTMLElement>(
      html`<div lang="nl">
        <keyslot-method-picker .connector=${connector}></keyslot-method-picker>
      </div>`,
    );
    const {shadowRoot} = place.querySelector('keyslot-method-picker')!;
    await eventually(() => shadowRoot!.querySelector('[lang]'), 'nothing is marked');
    expect(languageOf('Choose how to connect', shadowRoot!)).to.equal('en');
  });
});
