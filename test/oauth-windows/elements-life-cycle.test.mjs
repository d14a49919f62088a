import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {comeBack, expectCredential, filled, GRANTED, openElement, shop} from './element-driver.mjs';
import {until} from '../support/until.mjs';
import {allow, evaluate, expectWords, go, row} from './rig.mjs';

/** How long an element that left the page is waited for, and some more. */
const GRACE = 1500;
const CANCELLED = ['leaves', 'waiting', 'settled', 'flow_cancelled'];

describe('The element and its life', {concurrency: 3}, () => {
  row('E3 an element that is removed closes the window and forgets', async (rig) => {
    const element = await openElement(rig, {method: {variables: [shop, pin]}});
    rig.secrets.add(SECRET);
    await element.fill('Shop', 'acme');
    await element.fill('PIN', SECRET);
    const window = await element.begin();
    await element.host.evaluate(() => window.host.element.remove());
    await element.expectEvents(CANCELLED);
    await until(() => window.isClosed(), 'the window closes');
    assert.deepEqual(await element.host.evaluate(valuesOf), ['', '']);
    await element.host.collectGarbage();
    // A late answer is told what became of the attempt, for a while.
    assert.deepEqual(await element.host.evaluate(() => window.host.countLive()), {
      channels: 1,
      timers: 1,
      listeners: 0,
      intervals: 0,
    });
  });

  row('E3 an element that is removed begins anew when it comes back', async (rig) => {
    const element = await openElement(rig, {method: {variables: [shop]}});
    await element.fill('Shop', 'acme');
    await element.begin();
    await element.host.evaluate(() => window.host.element.remove());
    await element.expectEvents(CANCELLED);
    await element.host.evaluate(() => document.querySelector('aside').append(window.host.element));
    await element.expect('submit', ['Continue to sign in']);
    assert.equal(await element.value('Shop'), '');
    await element.fill('Shop', 'another');
    await allow(await element.begin());
    await element.expectEvents([...CANCELLED, ...GRANTED]);
    await expectCredential(element, rig, {shop: 'another'});
  });

  row('E3 an element that is removed has the backend stop preparing', async (rig) => {
    const element = await openElement(rig, filled);
    await element.host.evaluate(() => {
      const prepare = (_context, {signal}) => {
        window.host.signal = signal;
        return new Promise(() => undefined);
      };
      window.host.element.oauth = {...window.host.element.oauth, prepare};
    });
    await element.press('Continue to sign in');
    const window = await element.host.nextWindow();
    await element.expect('authorization-status', ['Opening the window…']);
    await element.host.evaluate(() => window.host.element.remove());
    await element.expectEvents(['settled', 'flow_cancelled']);
    assert.equal(await element.host.evaluate(() => window.host.signal.aborted), true);
    await until(() => window.isClosed(), 'the window closes');
    assert.deepEqual(rig.visited, []);
  });

  row('E3 a window that was cut off learns that the element was removed', async (rig) => {
    const element = await openElement(rig, {...filled, isCutOff: true});
    const window = await element.begin();
    await element.host.evaluate(() => window.host.element.remove());
    await element.expectEvents(CANCELLED);
    await allow(window);
    await expectWords(window, /was cancelled/);
    rig.windowsLeft = 1;
  });

  const moves = {
    'is appended elsewhere': () => document.querySelector('aside').append(window.host.element),
    'is moved in one step': () =>
      document.querySelector('aside').moveBefore(window.host.element, null),
    'is away for a moment': async () => {
      window.host.element.remove();
      await window.host.delay(300);
      document.querySelector('aside').append(window.host.element);
    },
    'moves with what is around it': () =>
      document.querySelector('aside').append(document.querySelector('main')),
  };
  for (const [what, move] of Object.entries(moves)) {
    row(`E4 an element that ${what} goes on`, async (rig) => {
      const element = await openElement(rig, {method: {variables: [shop, pin]}});
      rig.secrets.add(SECRET);
      await element.fill('Shop', 'acme');
      await element.fill('PIN', SECRET);
      const window = await element.begin();
      await element.host.evaluate(move);
      await delay(GRACE);
      await element.expect('authorization-status', ['Finish in the other window.']);
      await element.expectActions(['Show the window', 'Cancel']);
      await element.expectEvents(['leaves', 'waiting']);
      assert.deepEqual(await element.host.evaluate(valuesOf), ['acme', SECRET]);
      await allow(window);
      await element.expectEvents(GRANTED);
      await expectCredential(element, rig, {shop: 'acme', pin: SECRET});
    });
  }

  row('E5 a definition of another application ends the attempt', async (rig) => {
    const element = await openElement(rig, filled);
    const window = await element.begin();
    await replace(element, {}, {id: 'another', name: 'Another'});
    await element.expectEvents(CANCELLED);
    await until(() => window.isClosed(), 'the window closes');
    await element.expect('title', ['Connect Another']);
    await element.expect('authorizing', []);
    await allow(await element.begin());
    await element.expectEvents([...CANCELLED, ...GRANTED]);
    await expectCredential(element, rig, undefined, 'another');
  });

  row('E5 a window that was cut off learns that the application is another one', async (rig) => {
    const element = await openElement(rig, {...filled, isCutOff: true});
    const window = await element.begin();
    await replace(element, {}, {id: 'another', name: 'Another'});
    await element.expectEvents(CANCELLED);
    await allow(window);
    await expectWords(window, /was cancelled/);
    await element.expectEvents(CANCELLED);
    rig.windowsLeft = 1;
  });

  const changes = {
    'names the method anew': {name: 'Sign in'},
    'asks for more': {scopes: [{value: 'orders:read'}, {value: 'orders:write', required: true}]},
    'has another address': {authorizationUrl: 'https://idp.example/authorize'},
    'has another client': {clientId: 'another-client'},
    'has another field': {variables: [shop, {key: 'region', label: 'Region'}]},
  };
  for (const [what, change] of Object.entries(changes)) {
    row(`E5 an attempt goes on as it was begun when a definition ${what}`, async (rig) => {
      const element = await openElement(rig, {method: {variables: [shop]}});
      await element.fill('Shop', 'acme');
      const window = await element.begin();
      await replace(element, change);
      await element.expect('authorization-status', ['Finish in the other window.']);
      assert.equal(await element.value('Shop'), 'acme');
      await allow(window);
      await element.expectEvents(GRANTED);
      const {scopes} = await expectCredential(element, rig);
      assert.deepEqual(scopes, ['orders:read']);
    });
  }

  row('E5 an attempt ends for the method that it was begun with', async (rig) => {
    const element = await openElement(rig, filled);
    const window = await element.begin();
    await element.host.evaluate(() => {
      const methods = [{id: 'password', type: 'basic'}];
      window.host.element.connector = {...window.host.define(), methods};
    });
    await element.find('textbox', 'User name');
    await element.expectEvents(['leaves', 'waiting']);
    await allow(window);
    await element.expectEvents(GRANTED);
    await expectCredential(element, rig);
    await element.expect('success', []);
  });

  row('E6 what was entered is there again, and secrets are entered anew', async (rig) => {
    const element = await openElement(rig, {
      ...inThisTab,
      method: {variables: [shop, pin]},
      isPrepared: true,
    });
    rig.secrets.add(SECRET);
    await element.fill('Shop', 'acme');
    await element.fill('PIN', SECRET);
    await element.press('Continue to sign in');
    await element.page.waitForSelector('#allow');
    await element.page.reload();
    await comeBack(element);
    await element.expectProblemAt('PIN', /Enter this again. It was not kept/);
    assert.deepEqual(await element.host.evaluate(valuesOf), ['acme', '']);
    assert.equal(await element.host.evaluate(focusedKey), 'pin');
    await element.expect('authorization-status', ['You have signed in.']);
    await element.expectEvents(['field_required']);
    assert.equal(await element.host.evaluate(() => sessionStorage.length), 0);
    await element.fill('PIN', SECRET);
    await element.press('Connect');
    await element.expectEvents(['field_required', 'submit']);
    await expectCredential(element, rig, {shop: 'acme', pin: SECRET});
    assert.deepEqual(rig.visited, []);
    await element.page.reload();
    await element.expectUntouched();
  });

  row('E6 a refusal is told in the form, with what was entered', async (rig) => {
    rig.sites.provider.answer = ({state}) => ({error: 'access_denied', state});
    const element = await openElement(rig, {...inThisTab, method: {variables: [shop]}});
    await element.fill('Shop', 'acme');
    await element.press('Continue to sign in');
    await comeBack(element);
    await element.expectProblem('You declined access, or it was refused there. You can try again.');
    await element.expectEvents(['access_denied']);
    assert.equal(await element.value('Shop'), 'acme');
    await element.page.reload();
    await element.expectUntouched();
  });

  for (const isKept of [true, false]) {
    const cache = isKept ? 'kept' : 'loaded';
    row(`E7 back and forward to pages that are ${cache} show nothing anew`, async (rig) => {
      const {sites} = rig;
      if (!isKept) sites.before.host = "addEventListener('unload', () => {});";
      const element = await openElement(rig, {...inThisTab, method: {variables: [shop]}});
      const {page} = element;
      await element.fill('Shop', 'acme');
      await element.press('Continue to sign in');
      await comeBack(element);
      await element.expectEvents(['submit']);
      await expectCredential(element, rig);
      await go(page, -1, isAtProvider);
      await go(page, -1, hasElement);
      assert.equal(await element.host.evaluate(() => window.host.restored()), isKept ? 1 : 0);
      if (isKept) await element.expectEvents(CANCELLED);
      else await element.expectUntouched();
      await go(page, 1, isAtProvider);
      await go(page, 1, hasElement);
      if (isKept) await element.expectEvents(['submit']);
      else await element.expectUntouched();
      await go(page, -1, isAtProvider);
      // The provider answers once more, to nobody.
      await page.click('#allow');
      await expectWords(page, /Nothing was saved/);
      assert.equal(await evaluate(page, () => sessionStorage.length), 0);
      await page.goto(`${sites.address('host.localhost')}/element.html`);
      await element.expectUntouched();
    });
  }

  row('E7 going back from the provider leaves the attempt to be begun again', async (rig) => {
    const element = await openElement(rig, {...inThisTab, ...filled});
    const {page} = element;
    await element.press('Continue to sign in');
    await page.waitForSelector('#allow');
    await go(page, -1, hasElement);
    await element.expectEvents(CANCELLED);
    assert.equal(await element.host.evaluate(() => sessionStorage.length), 0);
    await element.press('Continue to sign in');
    await comeBack(element);
    await element.expectEvents(['submit']);
    await expectCredential(element, rig);
  });

  row('E7 a page that nobody came back to shows nothing, however it is opened', async (rig) => {
    const element = await openElement(rig, {...inThisTab, method: {variables: [shop]}});
    const {page} = element;
    await element.expectUntouched();
    await page.reload();
    await element.expectUntouched();
    await page.goto(`${rig.sites.address('host.localhost')}/callback.html`);
    await go(page, -1, hasElement);
    await element.expectUntouched();
    await go(page, 1, () => document.querySelector('[data-keyslot-callback]'));
    await go(page, -1, hasElement);
    await element.expectUntouched();
  });
});

const SECRET = 'pin-that-is-secret';
const pin = {key: 'pin', label: 'PIN', required: true, secret: true};
const inThisTab = {oauth: {mode: 'redirect'}};

/** Gives the element another definition. */
const replace = ({host}, method, rest = {}) =>
  host.evaluate(
    (changes, others) => {
      window.host.element.connector = window.host.define(changes, others);
    },
    method,
    rest,
  );

const valuesOf = () =>
  [...window.host.element.renderRoot.querySelectorAll('[data-key]')].map(({value}) => value);
const focusedKey = () => window.host.element.renderRoot.activeElement?.dataset.key;
const isAtProvider = () => document.querySelector('#allow');
const hasElement = () => document.querySelector('keyslot-connect') && window.host;
