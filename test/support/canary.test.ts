import {expect, fixtureSync, html, waitUntil} from '@open-wc/testing';
import {givesTree} from './accessibility-tree.js';
import {canarySweep, findAllCanaries, findCanaries, secretsIn} from './canary.js';
import {openFrame} from './open-frame.js';
import {Recorder} from './recorder.js';

const SECRET = 'c4nary "of" the <deep> mine & pit';

const scan = (elements: readonly Element[] = [], events: readonly unknown[] = []) =>
  findCanaries({secrets: [SECRET], elements, events});

/** The same where it takes a moment. */
const scanAll = () => findAllCanaries({secrets: [SECRET], elements: [], events: []});

/** What is found of what was done while it was recorded. */
async function foundWhile(act: () => unknown): Promise<readonly string[]> {
  const recorder = new Recorder();
  await act();
  recorder.stop();
  const {events, console, requests} = recorder;
  return findCanaries({secrets: [SECRET], elements: [], events, console, requests});
}

/** An element with an open root inside another one. */
function nestedRoot(): ShadowRoot {
  const outer = fixtureSync(html`<div></div>`);
  const middle = document.createElement('div');
  outer.attachShadow({mode: 'open'}).append(middle);
  return middle.attachShadow({mode: 'open'});
}

describe('the canary scan', () => {
  it('finds nothing on a page without secrets', () => {
    const root = nestedRoot();
    root.innerHTML = '<input value="something else">';
    expect(scan([root.host])).to.deep.equal([]);
  });

  it('does not take the live value of an input for a leak', () => {
    const root = nestedRoot();
    root.innerHTML = '<input>';
    root.querySelector('input')!.value = SECRET;
    expect(scan([root.host])).to.deep.equal([]);
  });

  it('finds an attribute in a root inside a root', () => {
    const root = nestedRoot();
    root.innerHTML = '<input>';
    root.querySelector('input')!.setAttribute('value', SECRET);
    expect(scan()).to.include('the attribute value of <input>');
  });

  it('finds text in a root of an element that is off the page', () => {
    const root = nestedRoot();
    const {host} = root;
    root.append(SECRET);
    host.remove();
    expect(scan([host])).to.deep.equal(['the root of <div>', 'the serialised root of <div>']);
  });

  it('finds text in the markup of the page', () => {
    fixtureSync(html`<p>${SECRET}</p>`);
    expect(scan()).to.deep.equal(['the markup']);
  });

  it('finds an enumerable property of a custom element', () => {
    const element = fixtureSync(html`<canary-holder></canary-holder>`);
    Object.assign(element, {held: {deep: [SECRET]}});
    expect(scan()).to.deep.equal(['the properties of <canary-holder>']);
  });

  it('finds the address and the state of the history', () => {
    const before = location.href;
    history.replaceState({note: SECRET}, '', `?q=${encodeURIComponent(SECRET)}`);
    const found = scan();
    history.replaceState(null, '', before);
    expect(found).to.deep.equal(['the address', 'the state of the history']);
  });

  it('finds what is stored', () => {
    localStorage.setItem('canary', SECRET);
    sessionStorage.setItem('canary', SECRET);
    document.cookie = `canary=${encodeURIComponent(SECRET)}`;
    const found = scan();
    localStorage.removeItem('canary');
    sessionStorage.removeItem('canary');
    document.cookie = 'canary=; max-age=0';
    expect(found).to.deep.equal(['the local storage', 'the session storage', 'the cookies']);
  });

  it('finds an attribute with what is special in it', () => {
    fixtureSync(html`<p title=${SECRET}></p>`);
    expect(scan()).to.deep.equal(['the markup', 'the attribute title of <p>']);
  });

  it('finds a root that its element lets be serialised', () => {
    const host = fixtureSync(html`<div></div>`);
    const root = host.attachShadow({mode: 'open', serializable: true});
    root.append(Object.assign(document.createElement('p'), {title: SECRET}));
    expect(scan()).to.include('the serialised root of <div>');
  });

  it('finds the title of the page, and the name of its window', () => {
    const before = document.title;
    Object.assign(document, {title: SECRET});
    window.name = SECRET;
    const found = scan();
    document.title = before;
    window.name = '';
    expect(found).to.include.members(['the title', 'the name of the window']);
  });

  it('finds a database', async () => {
    const opening = indexedDB.open('canary');
    opening.onupgradeneeded = () => opening.result.createObjectStore('notes');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const transaction = opening.result.transaction('notes', 'readwrite');
    transaction.objectStore('notes').put({deep: [SECRET]}, 'first');
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    opening.result.close();
    const found = await scanAll();
    const removing = indexedDB.deleteDatabase('canary');
    await new Promise((resolve) => (removing.onsuccess = resolve));
    expect(found).to.deep.equal(['a database']);
  });

  it('finds a cache', async () => {
    const cache = await caches.open('canary');
    await cache.put(`/q?${encodeURIComponent(SECRET)}`, new Response());
    const found = await scanAll();
    await caches.delete('canary');
    expect(found).to.deep.equal(['a cache']);
  });

  if (givesTree) {
    it('finds what assistive technology is told', async () => {
      const root = nestedRoot();
      const sheet = new CSSStyleSheet();
      const quoted = JSON.stringify(SECRET).replaceAll('\\"', '\\22 ');
      sheet.replaceSync(`p::before {content: ${quoted}}`);
      root.adoptedStyleSheets = [sheet];
      root.append(document.createElement('p'));
      expect(await scanAll()).to.deep.equal(['the accessibility tree']);
    });

    it('does not take what was entered for what is told', async () => {
      const root = nestedRoot();
      root.innerHTML = '<label>Name <input></label>';
      root.querySelector('input')!.value = SECRET;
      expect(await scanAll()).to.deep.equal([]);
    });
  }

  it('finds a mark of performance', () => {
    performance.mark('typed', {detail: SECRET});
    const found = scan();
    performance.clearMarks();
    expect(found).to.deep.equal(['a performance entry']);
  });

  const requests: [what: string, send: () => unknown][] = [
    ['the body of a request', () => fetch('/package.json', {method: 'POST', body: SECRET})],
    ['the headers of a request', () => fetch('/package.json', {headers: {'x-a': btoa(SECRET)}})],
    ['a beacon', () => navigator.sendBeacon('/package.json', SECRET)],
    [
      'a request of another kind',
      () => {
        const request = new XMLHttpRequest();
        request.open('POST', '/package.json');
        request.send(new URLSearchParams({secret: SECRET}));
      },
    ],
  ];
  for (const [what, send] of requests) {
    it(`finds ${what}`, async () => {
      expect(await foundWhile(send)).to.deep.equal(['a request']);
    });
  }

  it('leaves out what the page itself sends to its backend', async () => {
    const recorder = new Recorder();
    await fetch('/package.json', {method: 'POST', body: SECRET});
    recorder.stop();
    await canarySweep(recorder, [SECRET], {backends: ['/package.json']});
  });

  it('finds what is in a frame', async () => {
    const frame = await openFrame('/test/matrix/', 'width: 100px');
    const view = frame.contentWindow as Window & typeof globalThis;
    view.document.body.textContent = SECRET;
    const recorder = new Recorder(view);
    view.console.log(SECRET);
    recorder.stop();
    const found = await findAllCanaries({
      secrets: [SECRET],
      elements: [],
      events: [],
      console: recorder.console,
      view,
    });
    frame.remove();
    expect(found).to.include.members(['the markup', 'the console']);
    if (givesTree) expect(found).to.include('the accessibility tree');
  });

  it('finds a request', async () => {
    await (await fetch(`/package.json?q=${encodeURIComponent(SECRET)}`)).text();
    await waitUntil(() => scan().length > 0, 'nothing was found');
    const found = scan();
    performance.clearResourceTimings();
    expect(found).to.deep.equal(['a performance entry']);
  });

  it('finds a line on the console', () => {
    const recorder = new Recorder();
    console.debug('signed in with', {password: SECRET});
    recorder.stop();
    expect(
      findCanaries({secrets: [SECRET], elements: [], events: [], console: recorder.console}),
    ).to.deep.equal(['the console']);
  });

  it('finds an event that shows its values when it is serialised', () => {
    const event = new CustomEvent('keyslot-error', {detail: SECRET});
    expect(scan([], [Object.assign(event, {value: SECRET})])).to.deep.equal(['an event or error']);
  });

  it('finds the message and the cause of an error', () => {
    const cause = {credential: SECRET};
    expect(scan([], [new Error(SECRET)])).to.deep.equal(['an event or error']);
    expect(scan([], [new Error('harmless', {cause})])).to.deep.equal(['an event or error']);
  });

  it('finds a secret in Base64', () => {
    expect(scan([], [new Error(`Basic ${btoa(SECRET)}`)])).to.deep.equal(['an event or error']);
  });
});

describe('the secrets of a page', () => {
  it('are what its secret fields hold, in whatever root', () => {
    const root = nestedRoot();
    root.innerHTML = '<input type="password"><textarea data-rr-is-password></textarea><input>';
    const [password, lines, text] = root.querySelectorAll<HTMLInputElement>('input, textarea');
    Object.assign(password!, {value: 'one'});
    Object.assign(lines!, {value: 'two'});
    Object.assign(text!, {value: 'three'});
    expect(secretsIn(document.documentElement)).to.deep.equal(['one', 'two']);
  });
});

describe('the recorder', () => {
  it('sees events that do not bubble', () => {
    const recorder = new Recorder();
    const element = fixtureSync(html`<div></div>`);
    element.dispatchEvent(new Event('keyslot-submit'));
    recorder.stop();
    expect(recorder.types).to.deep.equal(['keyslot-submit']);
  });

  it('sees nothing once it is stopped', () => {
    const {debug} = console;
    const {fetch} = window;
    const recorder = new Recorder();
    const element = fixtureSync(html`<div></div>`);
    recorder.stop();
    element.dispatchEvent(new Event('keyslot-submit'));
    expect(recorder.types).to.be.empty;
    expect(console.debug).to.equal(debug);
    expect(window.fetch).to.equal(fetch);
  });
});
