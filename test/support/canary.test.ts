import {expect, fixtureSync, html, waitUntil} from '@open-wc/testing';
import {findCanaries} from './canary.js';
import {Recorder} from './recorder.js';

const SECRET = 'c4nary "of" the mine';

const scan = (elements: readonly Element[] = [], events: readonly unknown[] = []) =>
  findCanaries({secrets: [SECRET], elements, events});

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

  it('finds a request', async () => {
    await (await fetch(`/package.json?q=${encodeURIComponent(SECRET)}`)).text();
    await waitUntil(() => scan().length > 0, 'nothing was found');
    const found = scan();
    performance.clearResourceTimings();
    expect(found).to.deep.equal(['a request']);
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
    const recorder = new Recorder();
    const element = fixtureSync(html`<div></div>`);
    recorder.stop();
    element.dispatchEvent(new Event('keyslot-submit'));
    expect(recorder.types).to.be.empty;
    expect(console.debug).to.equal(debug);
  });
});
