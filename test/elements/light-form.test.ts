import {expect, fixtureSync, html, waitUntil} from '@open-wc/testing';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import {openDialog} from '../../src/index.js';
import {formOf} from '../support/definitions.js';
import {driver, mount, wordsOf, type Driver} from '../support/driver.js';
import {connector, type Rendering} from '../suites/rendering.suite.js';

let use: Driver;
const CHILD = '[data-keyslot-form]';
const childOf = (element: Element) => element.querySelector<HTMLElement>(`:scope > ${CHILD}`);
const element = (rendering: Rendering = 'light', content: unknown = '') =>
  html`<keyslot-connect form-root=${rendering} method-id="login" .connector=${connector}
    >${content}</keyslot-connect
  >`;
const show = async (content?: unknown) => (use = await mount(element('light', content)));

describe('the light child of an element', () => {
  it('has all of the form, in the place of the form', async () => {
    await show();
    expect(use.root.querySelectorAll('form, input:not([type="radio"]), button').length).to.equal(0);
    expect(use.root.querySelectorAll('[type="radio"], [role="status"]').length).to.equal(3);
    const {assignedSlot} = childOf(use.element)!;
    expect(assignedSlot?.getRootNode() === use.root).to.be.true;
    expect(use.part('form')!.contains(use.field('Password'))).to.be.true;
    expect(use.button('Connect').form === use.part('form')).to.be.true;
  });

  it('has ids of its own, beside those of another element', async () => {
    await show();
    const other = await mount(element());
    await other.submit();
    await use.submit();
    const ids = [...document.querySelectorAll(`${CHILD} [id]`)].map(({id}) => id);
    expect(ids).to.have.length.above(20);
    expect(new Set(ids).size).to.equal(ids.length);
    use.element.reset();
    await use.settle();
    const [first] = use.parts('form');
    expect(first!.id.startsWith(childOf(use.element)!.dataset['keyslotForm']!)).to.be.true;
  });

  it('takes over what was typed before it was asked for', async () => {
    use = await mount(element('shadow'));
    await use.fill({'User name': 'ada', Password: 'canary'});
    use.element.formRoot = 'light';
    await waitUntil(() => childOf(use.element), 'it did not come');
    await use.settle();
    expect(use.values()).to.include({'User name': 'ada', Password: 'canary'});
  });

  it('comes back when the page takes it away, with all that was typed', async () => {
    await show();
    await use.fill({'User name': 'ada'});
    use.element.innerHTML = '<p slot="footer">New</p>';
    await waitUntil(() => childOf(use.element), 'it did not come back');
    expect(use.values()).to.include({'User name': 'ada'});
    expect(use.labels).to.deep.equal(['User name', 'Password', 'Store name']);
    expect(use.element.querySelectorAll('[slot="footer"]').length).to.equal(1);
  });

  it('is the only one in a copy of the element', async () => {
    await show();
    const copy = document.importNode(use.element, true);
    copy.connector = connector;
    use.element.after(copy);
    await driver(copy).ready();
    expect(copy.querySelectorAll(CHILD).length).to.equal(1);
    expect(driver(copy).labels).to.deep.equal(use.labels);
    copy.remove();
  });

  it('keeps its events to itself, as a shadow root does', async () => {
    const heard: string[] = [];
    const page = fixtureSync<HTMLFormElement>(html`<form>${element()}</form>`);
    for (const type of ['submit', 'change', 'input']) {
      page.addEventListener(type, () => heard.push(type));
    }
    use = driver(page.querySelector<KeyslotConnectElement>('keyslot-connect')!);
    await use.ready();
    await use.fill({'User name': 'ada'});
    heard.length = 0;
    use.field('User name').dispatchEvent(new Event('change', {bubbles: true}));
    await use.submit();
    expect(heard).to.deep.equal([]);
    expect([...new FormData(page).keys()]).to.deep.equal([]);
  });

  it('goes when the form has gone', async () => {
    await show();
    await use.fill({'User name': 'ada', Password: 'secret', 'Store name': 'store'});
    await use.submit();
    await waitUntil(() => use.hasState('connected'), 'it is not connected');
    expect(childOf(use.element) === null).to.be.true;
    await use.press('Edit');
    await waitUntil(() => childOf(use.element), 'it did not come back');
    expect(use.values()).to.include({'User name': 'ada', Password: ''});
  });

  it('is that of a dialog which a script opens', async () => {
    const ended = new AbortController();
    const closed = openDialog({
      connector,
      methodId: 'login',
      formRoot: 'light',
      signal: ended.signal,
    });
    const form = `keyslot-dialog keyslot-connect ${CHILD} form`;
    await waitUntil(() => document.querySelector(form), 'there is no form');
    ended.abort();
    expect(await closed).to.deep.equal({status: 'closed'});
  });
});

describe('what was typed', () => {
  it('goes along from one place to the other, and back', async () => {
    await show();
    await use.fill({'User name': 'ada', Password: 'secret'});
    for (const place of ['shadow', 'light'] as const) {
      use.element.formRoot = place;
      await use.settle();
      expect(use.root.querySelectorAll('form').length, place).to.equal(place === 'light' ? 0 : 1);
      expect(use.values(), place).to.include({'User name': 'ada', Password: 'secret'});
      expect(use.element.isDirty, place).to.be.true;
    }
  });

  it('goes along to the root where the page has a control of its own', async () => {
    await show();
    await use.fill({'User name': 'ada'});
    const own = document.createElement('input');
    own.slot = 'field:store';
    own.value = 'own-store';
    use.element.append(own);
    await waitUntil(() => !childOf(use.element), 'it stayed');
    await use.fill({Password: 'secret'});
    const values = {username: 'ada', password: 'secret', store: 'own-store'};
    expect(await use.submitted()).to.deep.equal(values);
  });

  it('is forgotten a while after the element was removed', async () => {
    await show();
    await use.fill({Password: 'secret'});
    const input = use.input('Password');
    use.element.remove();
    await waitUntil(() => input.value === '', 'it is still there', {timeout: 2000});
  });
});

describe('what a page puts in place of a part of a light form', () => {
  it('is shown in place of a method, and of what is shown after it', async () => {
    await show(html`<p slot="method:token">Ask Ada</p>`);
    await use.choose('Token');
    expect(use.labels).to.deep.equal([]);
    expect(use.element.querySelector('p')!.checkVisibility()).to.be.true;
    expect(use.part('submit') === undefined).to.be.true;
    await use.choose('Password');
    expect(use.labels).to.include('Password');
    expect(use.element.querySelector('p')!.assignedSlot === null).to.be.true;
  });

  it('is what the submit button says, and goes on saying', async () => {
    await show(html`<b slot="submit-label">Go on</b>`);
    expect(wordsOf(use.part('submit')!)).to.equal('Go on');
    use.element.querySelector('b')!.firstChild!.nodeValue = 'Further';
    await waitUntil(() => wordsOf(use.part('submit')!) === 'Further', 'it says something else');
    use.element.querySelector('b')!.remove();
    await waitUntil(() => wordsOf(use.part('submit')!) === 'Connect', 'it says something else');
  });

  it('is shown once the credential was taken', async () => {
    await show(html`<p slot="success">Done!</p>`);
    await use.fill({'User name': 'ada', Password: 'secret', 'Store name': 'store'});
    await use.submit();
    await waitUntil(() => use.hasState('connected'), 'it is not connected');
    expect(wordsOf(use.part('success')!)).to.equal('Done!');
  });
});

describe('the looks of a light form', () => {
  const HOSTILE = `
    .label, .field, .control, .help, .error, .actions, .submit { color: rgb(1, 2, 3); margin: 9px }
    .field .label, .actions > .submit { padding: 30px; float: right }
    input, input[type='text'], button, label, fieldset, p { margin: 7px; border: 5px dotted red }
    label::before, button::after { content: 'X' }
    #page [part~='submit'] { background: rgb(4, 5, 6) }`;
  let sheet: CSSStyleSheet;

  beforeEach(() => {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(HOSTILE);
    document.adoptedStyleSheets.push(sheet);
  });
  afterEach(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  it('are those of the same form in a shadow root, whatever a page says of classes and tags', async () => {
    const looks: string[][] = [];
    for (const rendering of ['shadow', 'light'] as const) {
      use = await mount(element(rendering));
      await use.type('Store name', 'My Store');
      await use.submit();
      use.part('advanced')!.toggleAttribute('open', true);
      use.element.disabled = true;
      await use.settle();
      const form = use.part('form')!;
      const inside = [form, ...form.querySelectorAll('*'), ...use.parts('actions')];
      const buttons = use.part('actions')!.querySelectorAll(':not(slot)');
      looks.push([...inside, ...buttons].flatMap(lookOf));
      use.element.remove();
    }
    const [shadow = [], light = []] = looks;
    expect(shadow.length).to.be.above(30);
    expect(light.filter((look, index) => look !== shadow[index])).to.deep.equal([]);
    expect(light.length).to.equal(shadow.length);
  });

  it('are the page’s own by part, under an id', async () => {
    fixtureSync(html`<div id="page">${element()}</div>`);
    use = driver(document.querySelector<KeyslotConnectElement>('#page keyslot-connect')!);
    await use.ready();
    expect(getComputedStyle(use.part('submit')!).backgroundColor).to.equal('rgb(4, 5, 6)');
  });

  it('reach nothing else on the page', async () => {
    const page = fixtureSync<HTMLElement>(
      html`<div>
        <label class="label visually-hidden">A <input type="text" /></label>
        <p class="field help summary" hidden></p>
        ${element('shadow', html`<p slot="footer" class="label"><button>B</button></p>`)}
      </div>`,
    );
    const others = [...page.querySelectorAll('label, label input, p, p button')];
    use = driver(page.querySelector<KeyslotConnectElement>('keyslot-connect')!);
    await use.ready();
    const before = others.flatMap(lookOf);
    use.element.formRoot = 'light';
    await use.settle();
    await waitUntil(() => childOf(use.element), 'the form is not there');
    expect(others.flatMap(lookOf)).to.deep.equal(before);
  });

  it('go along to another root, and go with the element', async () => {
    const count = document.adoptedStyleSheets.length;
    await show();
    const other = await mount(element());
    expect(document.adoptedStyleSheets.length).to.equal(count + 2);
    await use.fill({'User name': 'ada'});
    const place = fixtureSync<HTMLElement>(html`<div></div>`);
    const root = place.attachShadow({mode: 'open'});
    root.append(use.element);
    await use.settle();
    expect([document.adoptedStyleSheets.length, root.adoptedStyleSheets.length]).to.deep.equal([
      count + 1,
      1,
    ]);
    expect(getComputedStyle(use.part('fields')!).display).to.equal('grid');
    expect(use.values()).to.include({'User name': 'ada'});
    use.element.remove();
    other.element.remove();
    expect([document.adoptedStyleSheets.length, root.adoptedStyleSheets.length]).to.deep.equal([
      count,
      0,
    ]);
  });

  it('are there again when the page has thrown them away', async () => {
    await show();
    document.adoptedStyleSheets = [];
    use.element.requestUpdate();
    await use.settle();
    expect(getComputedStyle(use.part('fields')!).display).to.equal('grid');
  });

  it('come with what is loaded later, and what turns while an answer is pending turns', async () => {
    await show();
    await use.fill({'User name': 'ada', Password: 'secret', 'Store name': 'store'});
    use.onSubmit((event) => event.respondWith(new Promise(() => undefined)));
    await use.submit();
    await waitUntil(() => use.hasState('pending'), 'nothing is pending');
    const names = use
      .part('submit')!
      .getAnimations({subtree: true})
      .map((animation) => (animation as CSSAnimation).animationName);
    expect(names).to.deep.equal(['keyslot-turn']);
    use.element.reset();
  });

  it('open the list of a choice in the direction of the page', async () => {
    const options = Array.from({length: 20}, (_, index) => ({value: `${index}`}));
    const choice = formOf({key: 'it', label: 'It', type: 'select', options, prefix: 'x-'});
    use = await mount(
      html`<keyslot-connect dir="rtl" form-root="light" .connector=${choice}></keyslot-connect>`,
    );
    await waitUntil(() => use.labels.includes('It'), 'there is no field');
    use.field('It').click();
    await use.settle();
    expect(getComputedStyle(use.part('popup')!).direction).to.equal('rtl');
  });
});

/** How an element looks, and what stands before and after it. What moves with the page is left out. */
function lookOf(each: Element): readonly string[] {
  const style = getComputedStyle(each);
  const properties = [...style].filter((name) => !/origin|^(inset|top|bottom)/.test(name));
  const words = properties.map((name) => `${name}: ${style.getPropertyValue(name)}`);
  const around = ['::before', '::after'].map((place) => getComputedStyle(each, place).content);
  return [
    `${each.localName}[${each.getAttribute('part') ?? ''}] ${around.join(' ')} ${words.join('; ')}`,
  ];
}
