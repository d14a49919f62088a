import {expect, fixtureSync, html, nextFrame} from '@open-wc/testing';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import {provideMessages, type MessageLoaders, type PartialMessages} from '../../src/locales.js';
import {defer} from '../support/deferred.js';
import {formOf} from '../support/definitions.js';
import {driver, type Driver} from '../support/driver.js';

const form = formOf({key: 'store', label: 'Store name'});
let root: HTMLElement;
let use: Driver;
let stop: () => void;
let loaded: string[];

/** Loads the words of a language, which is noted. */
const load = (tag: string, submit: string) => (): Promise<PartialMessages> => {
  loaded.push(tag);
  return Promise.resolve({submit});
};

async function show(lang: string, loaders: MessageLoaders): Promise<void> {
  root = fixtureSync<HTMLElement>(html`<div lang=${lang}></div>`);
  stop = provideMessages(root, loaders);
  const element = document.createElement('keyslot-connect');
  element.connector = form;
  root.append(element);
  use = driver<KeyslotConnectElement>(element);
  await use.ready();
  await settle();
}

async function settle(): Promise<void> {
  await nextFrame();
  await use.settle();
}

const label = () => use.buttons.at(-1);

beforeEach(() => {
  loaded = [];
});
afterEach(() => {
  stop();
});

describe('the words of a page in several languages', () => {
  const loaders = () => ({de: load('de', 'Verbinden'), fr: load('fr', 'Connecter')});

  it('are those of its language, and no others are loaded', async () => {
    await show('de-AT', loaders());
    expect(label()).to.equal('Verbinden');
    expect(loaded).to.deep.equal(['de']);
  });

  it('follow its language', async () => {
    await show('de', loaders());
    root.lang = 'fr';
    await settle();
    expect(label()).to.equal('Connecter');
    root.lang = 'en-GB';
    await settle();
    expect(label()).to.equal('Connect');
    root.removeAttribute('lang');
    root.parentElement!.lang = 'fr';
    await settle();
    expect(label()).to.equal('Connecter');
  });

  it('are English where there are none', async () => {
    await show('ja', loaders());
    expect(label()).to.equal('Connect');
    expect(loaded).to.be.empty;
  });

  it('may be other ones in English, too', async () => {
    await show('en', {...loaders(), en: load('en', 'Go')});
    expect(label()).to.equal('Go');
  });

  it('stay as they were where they cannot be loaded, until the language changes again', async () => {
    let isDown = true;
    const fr = () => (isDown ? Promise.reject(new Error('offline')) : load('fr', 'Connecter')());
    await show('de', {...loaders(), fr});
    root.lang = 'fr';
    await settle();
    expect(label()).to.equal('Verbinden');
    isDown = false;
    root.lang = 'fr-CA';
    await settle();
    expect(label()).to.equal('Connecter');
  });

  it('are not those that came late for a language that is over', async () => {
    const late = defer<PartialMessages>();
    await show('fr', {...loaders(), fr: () => late.promise});
    root.lang = 'de';
    await settle();
    late.resolve({submit: 'Connecter'});
    await settle();
    expect(label()).to.equal('Verbinden');
  });

  it('stay as they are once that is over', async () => {
    const late = defer<PartialMessages>();
    await show('de', {...loaders(), fr: () => late.promise});
    root.lang = 'fr';
    await settle();
    stop();
    late.resolve({submit: 'Connecter'});
    root.lang = 'en';
    await settle();
    expect(label()).to.equal('Verbinden');
  });

  it('give way to those of an element', async () => {
    await show('de', loaders());
    use.element.messages = {submit: 'Los'};
    await settle();
    expect(label()).to.equal('Los');
  });
});
