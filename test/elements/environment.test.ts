import {ContextProvider} from '@lit/context';
import {expect, fixtureSync, html, nextFrame} from '@open-wc/testing';
import {render, type TemplateResult} from 'lit';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import {
  builtIns,
  createMethodRegistry,
  disabledContext,
  messagesContext,
  registryContext,
  type MethodKind,
} from '../../src/index.js';
import {formOf, twoMethods} from '../support/definitions.js';
import {driver, mount, wordsOf, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const form = formOf({key: 'store', label: 'Store name', required: true});
const pin: MethodKind = {
  type: 'pin',
  bind: () => ({variables: [{key: 'pin', label: 'PIN', secret: true}]}),
};
const pinConnector = {id: 'acme', name: 'Acme', methods: [{id: 'pin', type: 'pin', name: 'PIN'}]};

/** An element below one that provides something. */
async function below(
  provide: (parent: HTMLElement) => void,
  template: TemplateResult,
): Promise<Driver> {
  const parent = fixtureSync<HTMLElement>(html`<section></section>`);
  provide(parent);
  const element = fixtureSync<KeyslotConnectElement>(template, {parentNode: parent});
  const use = driver(element);
  await use.ready();
  return use;
}

describe('the registry', () => {
  it('of the element decides which kinds are understood', async () => {
    const use = await mount(
      html`<keyslot-connect
        .connector=${pinConnector}
        .registry=${builtIns.with(pin)}
      ></keyslot-connect>`,
    );
    expect(use.labels).to.deep.equal(['PIN']);
  });

  it('of an ancestor decides which kinds are understood', async () => {
    const use = await below(
      (parent) =>
        new ContextProvider(parent, {
          context: registryContext,
          initialValue: createMethodRegistry(pin),
        }),
      html`<keyslot-connect .connector=${pinConnector}></keyslot-connect>`,
    );
    expect(use.labels).to.deep.equal(['PIN']);
  });

  it('of the element comes before that of an ancestor', async () => {
    const use = await below(
      (parent) =>
        new ContextProvider(parent, {
          context: registryContext,
          initialValue: createMethodRegistry(),
        }),
      html`<keyslot-connect
        .connector=${pinConnector}
        .registry=${createMethodRegistry(pin)}
      ></keyslot-connect>`,
    );
    expect(use.labels).to.deep.equal(['PIN']);
  });
});

describe('the messages', () => {
  it('of the element take the place of Keyslot’s own', async () => {
    const use = await mount(
      html`<keyslot-connect
        .connector=${form}
        .messages=${{submit: 'Verbinden', title: (name: string) => `${name} verbinden`}}
      ></keyslot-connect>`,
    );
    expect(use.buttons).to.deep.equal(['Verbinden']);
    expect(wordsOf(use.part('title')!)).to.equal('Acme verbinden');
  });

  it('that are missing stay as they are', async () => {
    const use = await mount(
      html`<keyslot-connect .connector=${form} .messages=${{submit: undefined}}></keyslot-connect>`,
    );
    expect(use.buttons).to.deep.equal(['Connect']);
  });

  it('of an ancestor are used, and followed when they change', async () => {
    let provider: ContextProvider<typeof messagesContext> | undefined;
    const use = await below(
      (parent) => {
        provider = new ContextProvider(parent, {
          context: messagesContext,
          initialValue: {submit: 'Verbinden'},
        });
      },
      html`<keyslot-connect .connector=${form}></keyslot-connect>`,
    );
    expect(use.buttons).to.deep.equal(['Verbinden']);
    provider?.setValue({submit: 'Connecter'});
    await use.settle();
    expect(use.buttons).to.deep.equal(['Connecter']);
  });

  it('of the element come before those of an ancestor, one by one', async () => {
    const use = await below(
      (parent) =>
        new ContextProvider(parent, {
          context: messagesContext,
          initialValue: {submit: 'Verbinden', optional: 'freiwillig'},
        }),
      html`<keyslot-connect
        .connector=${formOf({key: 'a', label: 'A'})}
        .messages=${{submit: 'Los'}}
      ></keyslot-connect>`,
    );
    expect(use.buttons).to.deep.equal(['Los']);
    expect(wordsOf(use.part('optional')!)).to.equal('(freiwillig)');
  });

  it('name the kinds of third parties', async () => {
    const use = await mount(
      html`<keyslot-connect
        .connector=${{
          ...pinConnector,
          methods: [
            {id: 'a', type: 'pin'},
            {id: 'b', type: 'token'},
          ],
        }}
        .registry=${builtIns.with(pin)}
        .messages=${{kinds: {pin: {name: 'PIN code'}}}}
      ></keyslot-connect>`,
    );
    expect(use.methods.map(({name}) => name)).to.deep.equal(['PIN code', 'Access token']);
  });
});

describe('a disabled element', () => {
  const disable = () =>
    mount(
      html`<keyslot-connect
        disabled
        method-id="key"
        .connector=${twoMethods}
        .values=${{store: 'acme', token: 'x'}}
      ></keyslot-connect>`,
    );

  it('takes no input', async () => {
    const use = await disable();
    expect(use.methods.every(({isDisabled}) => isDisabled)).to.be.true;
    expect(use.field('Store name').matches(':disabled')).to.be.true;
    expect(use.button('Connect').disabled).to.be.true;
  });

  it('hands nothing over', async () => {
    const recorder = new Recorder();
    const use = await disable();
    use.element.submit();
    await use.settle();
    recorder.stop();
    expect(recorder.types).to.be.empty;
  });

  it('keeps what was typed before', async () => {
    const use = await mount(html`<keyslot-connect .connector=${form}></keyslot-connect>`);
    await use.type('Store name', 'acme');
    use.element.disabled = true;
    await use.settle();
    use.element.disabled = false;
    await use.settle();
    expect(use.values()).to.deep.equal({'Store name': 'acme'});
  });

  it('may be disabled by an ancestor', async () => {
    let provider: ContextProvider<typeof disabledContext> | undefined;
    const use = await below(
      (parent) => {
        provider = new ContextProvider(parent, {context: disabledContext, initialValue: true});
      },
      html`<keyslot-connect .connector=${form}></keyslot-connect>`,
    );
    expect(use.button('Connect').disabled).to.be.true;
    provider?.setValue(false);
    await use.settle();
    expect(use.button('Connect').disabled).to.be.false;
  });

  it('stays so whatever an ancestor says', async () => {
    const use = await below(
      (parent) => new ContextProvider(parent, {context: disabledContext, initialValue: false}),
      html`<keyslot-connect disabled .connector=${form}></keyslot-connect>`,
    );
    expect(use.button('Connect').disabled).to.be.true;
  });
});

describe('the language', () => {
  const name = {en: 'Books', de: 'Bücher', 'pt-BR': 'Livros'};
  const titleIn = async (template: TemplateResult) => {
    const use = driver(
      fixtureSync<HTMLElement>(template).querySelector<KeyslotConnectElement>('keyslot-connect')!,
    );
    await use.settle();
    return wordsOf(use.part('title')!);
  };
  const element = html`<keyslot-connect .connector=${{...form, name}}></keyslot-connect>`;

  it('is that of the nearest element that has one', async () => {
    expect(await titleIn(html`<div lang="en"><p lang="de">${element}</p></div>`)).to.equal(
      'Connect Bücher',
    );
  });

  it('falls back to a wider one, then to English', async () => {
    expect(await titleIn(html`<div lang="de-CH-1996">${element}</div>`)).to.equal('Connect Bücher');
    expect(await titleIn(html`<div lang="ja">${element}</div>`)).to.equal('Connect Books');
  });

  it('is English when nothing says which', async () => {
    const {lang} = document.documentElement;
    document.documentElement.removeAttribute('lang');
    const title = await titleIn(html`<div>${element}</div>`);
    document.documentElement.lang = lang;
    expect(title).to.equal('Connect Books');
  });

  it('is followed when it changes, wherever that is', async () => {
    const outer = fixtureSync<HTMLElement>(html`<div><p></p></div>`);
    const root = outer.firstElementChild!.attachShadow({mode: 'open'});
    const place = document.createElement('div');
    root.append(place);
    render(element, place);
    const use = driver(place.querySelector<KeyslotConnectElement>('keyslot-connect')!);
    const titles: string[] = [];
    for (const [holder, tag] of [
      [outer, 'de'],
      [place, 'pt-BR'],
      [use.element, 'en'],
    ] as const) {
      holder.lang = tag;
      await nextFrame();
      titles.push(wordsOf(use.part('title')!));
    }
    expect(titles).to.deep.equal(['Connect Bücher', 'Connect Livros', 'Connect Books']);
    use.element.removeAttribute('lang');
    place.removeAttribute('lang');
    await nextFrame();
    expect(wordsOf(use.part('title')!)).to.equal('Connect Bücher');
  });

  it('is that of its new place when an element is moved', async () => {
    const outer = fixtureSync<HTMLElement>(
      html`<div>
        <p lang="de">${element}</p>
        <p lang="pt-BR"></p>
      </div>`,
    );
    const use = driver(outer.querySelector<KeyslotConnectElement>('keyslot-connect')!);
    await use.settle();
    const [before, after] = outer.children as unknown as [HTMLElement, HTMLElement];
    after.append(use.element);
    await use.settle();
    expect(wordsOf(use.part('title')!)).to.equal('Connect Livros');
    before.lang = 'ja';
    after.lang = 'de';
    await nextFrame();
    expect(wordsOf(use.part('title')!)).to.equal('Connect Bücher');
  });

  it('is found across shadow roots', async () => {
    const outer = fixtureSync<HTMLElement>(html`<div lang="pt-BR"><div></div></div>`);
    const root = outer.firstElementChild!.attachShadow({mode: 'open'});
    const inner = document.createElement('keyslot-connect');
    inner.connector = {...form, name};
    root.append(inner);
    await inner.updateComplete;
    expect(wordsOf(driver(inner).part('title')!)).to.equal('Connect Livros');
  });
});

describe('what a host puts in', () => {
  it('takes the place of the title', async () => {
    const use = await mount(
      html`<keyslot-connect .connector=${form}><h1 slot="header">Mine</h1></keyslot-connect>`,
    );
    expect(use.part('title')).to.equal(undefined);
    expect(use.element.querySelector('h1')?.checkVisibility()).to.be.true;
  });

  it('stands in its place', async () => {
    const use = await mount(
      html`<keyslot-connect .connector=${twoMethods} method-id="key">
        <p slot="footer">Footer</p>
        <p slot="intro">Intro</p>
      </keyslot-connect>`,
    );
    const tops = [
      use.part('title'),
      use.element.querySelector('[slot="intro"]'),
      use.part('picker'),
      use.part('form'),
      use.part('submit'),
      use.element.querySelector('[slot="footer"]'),
    ].map((element) => element?.getBoundingClientRect().top ?? Number.NaN);
    expect(tops).to.deep.equal(tops.toSorted((a, b) => a - b));
    expect(new Set(tops)).to.have.property('size', 6);
  });

  it('labels the submit button', async () => {
    const use = await mount(
      html`<keyslot-connect .connector=${form}><b slot="submit-label">Go</b></keyslot-connect>`,
    );
    expect(use.buttons).to.deep.equal(['Go']);
  });

  it('is shown after a success', async () => {
    const use = await mount(
      html`<keyslot-connect .connector=${form}><p slot="success">Done!</p></keyslot-connect>`,
    );
    expect(use.element.querySelector('p')?.checkVisibility()).to.be.false;
    await use.fill({'Store name': 'acme'});
    await use.submit();
    expect(wordsOf(use.part('success')!)).to.equal('Done!');
  });

  it('takes the place of a method’s form, for that method only', async () => {
    const use = await mount(
      html`<keyslot-connect .connector=${twoMethods} method-id="key">
        <p slot="method:key">Ask your administrator</p>
      </keyslot-connect>`,
    );
    const own = use.element.querySelector('p')!;
    expect([own.checkVisibility(), use.labels.length]).to.deep.equal([true, 0]);
    await use.choose('Password');
    expect(own.checkVisibility()).to.be.false;
    expect(use.labels).to.include('User name');
  });

  it('may be the rank of the title', async () => {
    const use = await mount(
      html`<keyslot-connect heading-level="3" .connector=${form}></keyslot-connect>`,
    );
    expect(use.part('title')?.getAttribute('aria-level')).to.equal('3');
  });

  it('begins with the initial of the connector, for those who see it', async () => {
    const use = await mount(
      html`<keyslot-connect .connector=${{...form, name: '𝒜cme'}}></keyslot-connect>`,
    );
    const initial = use.part('logo')!;
    expect([initial.textContent, initial.ariaHidden]).to.deep.equal(['𝒜', 'true']);
  });

  it('may be a logo, which tells its server nothing', async () => {
    const logo = 'https://example.com/logo.svg';
    const use = await mount(
      html`<keyslot-connect .connector=${{...form, logo}}></keyslot-connect>`,
    );
    const image = use.root.querySelector<HTMLImageElement>('[part="logo"]')!;
    expect([image.src, image.alt, image.referrerPolicy]).to.deep.equal([logo, '', 'no-referrer']);
  });
});
