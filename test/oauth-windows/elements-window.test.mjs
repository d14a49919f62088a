import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {setTimeout as delay} from 'node:timers/promises';
import {comeBack, expectCredential, filled, GRANTED, openElement} from './element-driver.mjs';
import {until} from '../support/until.mjs';
import {allow, evaluate, expectWords, row} from './rig.mjs';

const MINUTE = 60_000;
const ADDRESS = 'Paste the address of that page';
const CLOSED = 'Closed the window? Try again, or cancel.';
const EMBEDDED =
  'This page is shown within another site. It may not notice that you have signed in: you can then copy the address of the last page and paste it here.';
const PASTE = 'Ended on a page and nothing happens here?';

const withPassword = {
  others: {otherMethods: [{id: 'password', type: 'basic', name: 'Password'}]},
  methodId: 'window',
};

describe('The element and the window', {concurrency: 3}, () => {
  row('A1 a window that is blocked gives way to a link', async (rig) => {
    const element = await openElement(rig, filled);
    await element.submitByTimer();
    await element.expect('authorization-status', ['Your browser blocked the window.']);
    await element.expectStatus('Your browser blocked the window.');
    const place = new URL(rig.sites.address('idp.localhost')).host;
    const link = `Continue to ${place} (opens in a new tab)`;
    await element.expectActions([link, PASTE, 'Cancel']);
    await element.expectEvents(['leaves', 'blocked', 'popup_blocked']);
    await rig.expectWindows(0);
    await element.press(link, 'link');
    const window = await element.host.nextWindow();
    await element.expect('authorization-status', ['Finish in the other window.']);
    await allow(window);
    await element.expectEvents([
      'leaves',
      'blocked',
      'popup_blocked',
      'waiting',
      'settled',
      'submit',
    ]);
    await expectCredential(element, rig);
  });

  row('A1 a window that was blocked opens at the next click', async (rig) => {
    const element = await openElement(rig, filled);
    await element.submitByTimer();
    await element.expectEvents(['leaves', 'blocked', 'popup_blocked']);
    await element.press('Cancel');
    const blocked = ['leaves', 'blocked', 'popup_blocked', 'settled', 'flow_cancelled'];
    await element.expectEvents(blocked);
    await allow(await element.begin());
    await element.expectEvents([...blocked, ...GRANTED]);
    await expectCredential(element, rig);
  });

  row('A1 this tab goes on where a window is blocked', async (rig) => {
    const element = await openElement(rig, {...filled, oauth: {mode: 'auto'}});
    await element.submitByTimer();
    await element.expectEvents(['leaves', 'blocked', 'popup_blocked']);
    await element.press('Continue in this tab');
    await comeBack(element);
    await element.expectEvents(['submit']);
    await expectCredential(element, rig);
    await rig.expectWindows(0);
  });

  const presses = {
    async 'a double click'({host, page, find}) {
      await host.evaluate(countClicks);
      const {x, y} = await (await find('button', 'Continue to sign in')).clickablePoint();
      await page.mouse.click(x, y);
      await delay(20);
      await page.mouse.click(x, y);
      assert.equal(await host.evaluate(() => window.clicks), 2);
    },
    async 'Enter and a click'(element) {
      await (await element.find('textbox', 'Shop')).press('Enter');
      await element.press('Connecting…');
    },
    'two submits': ({host}) =>
      host.act(() => {
        window.host.element.submit();
        window.host.element.submit();
      }),
  };
  for (const [what, press] of Object.entries(presses)) {
    row(`A3 one window opens at ${what}`, async (rig) => {
      const element = await openElement(rig, filled);
      await press(element);
      const window = await element.host.nextWindow();
      await element.expect('authorization-status', ['Finish in the other window.']);
      await rig.expectWindows(1);
      assert.equal(await element.host.evaluate(() => window.host.windows.length), 1);
      await allow(window);
      await element.expectEvents(GRANTED);
      await expectCredential(element, rig);
    });
  }

  row('A8 a page that is not secure has forms without a window, too', async (rig) => {
    const element = await openElement(rig, {...filled, ...withPassword}, {name: 'lan.test'});
    assert.equal(await element.host.evaluate(() => window.isSecureContext), false);
    await element.press('Password', 'radio');
    rig.secrets.add('secret-of-anna');
    await element.fill('User name', 'anna');
    await element.fill('Password', 'secret-of-anna');
    await element.press('Connect');
    await element.expectEvents(['submit']);
    assert.deepEqual(await element.credential(), {
      connectorId: 'example',
      methodId: 'password',
      type: 'basic',
      values: {username: 'anna', password: 'secret-of-anna'},
    });
  });

  row('A8 a page that is not secure says so of a sign-in', async (rig) => {
    const element = await openElement(rig, filled, {name: 'lan.test'});
    await element.press('Continue to sign in');
    await element.expectProblem('Sign-in needs a secure (https) page.');
    await element.expectEvents(['settled', 'insecure_context']);
    assert.equal(await element.value('Shop'), 'acme');
    assert.equal(await element.host.evaluate(() => window.host.windows.length), 0);
    assert.ok(rig.sites.requests.every(({hostname}) => hostname === 'lan.test'));
  });

  row('B2 a window that was cut off may be closed, or answer later', async (rig) => {
    const element = await openElement(rig, {...filled, isCutOff: true});
    const window = await beginCutOff(element);
    await element.host.advance(14_900);
    await element.expect('authorization-status', ['Finish in the other window.']);
    await element.host.advance(100);
    await element.expect('authorization-status', [CLOSED]);
    await element.expectStatus(CLOSED);
    await element.expectActions(['Try again', PASTE, 'Cancel']);
    await element.host.advance(5 * MINUTE);
    await element.expectEvents(['leaves', 'waiting', 'possibly-closed']);
    await allow(window);
    await element.expectEvents(['leaves', 'waiting', 'possibly-closed', 'settled', 'submit']);
    await expectCredential(element, rig);
  });

  for (const isCutOff of [false, true]) {
    const id = isCutOff ? 'B4' : 'B3';
    const what = isCutOff ? 'was cut off and closed' : 'is closed';
    const advised = ['leaves', 'waiting', 'possibly-closed'];

    row(`${id} after a window that ${what} *Try again* opens another one`, async (rig) => {
      const element = await openElement(rig, {...filled, isCutOff});
      await beginAndClose(element, isCutOff);
      await element.expectActions(['Try again', PASTE, 'Cancel']);
      await element.expectEvents(advised);
      await element.press('Try again');
      const window = await element.host.nextWindow();
      await element.expect('authorization-status', ['Finish in the other window.']);
      await allow(window);
      await element.expectEvents([...advised, 'settled', ...GRANTED]);
      await expectCredential(element, rig);
    });

    row(`${id} after a window that ${what} *Cancel* leaves the form as it was`, async (rig) => {
      const element = await openElement(rig, {...filled, isCutOff});
      await beginAndClose(element, isCutOff);
      await element.press('Cancel');
      await element.expectStatus('Cancelled. Nothing you entered is lost.');
      await element.expect('authorizing', []);
      const cancelled = [...advised, 'settled', 'flow_cancelled'];
      await element.expectEvents(cancelled);
      assert.equal(await element.value('Shop'), 'acme');
      await allow(await element.begin());
      await element.expectEvents([...cancelled, ...GRANTED]);
      await expectCredential(element, rig);
    });
  }

  row('B3 a window that is closed while the connection is down is told of at once', async (rig) => {
    const {sites} = rig;
    const element = await openElement(rig, filled);
    const window = await element.begin();
    const parts = /authorization-trouble-views/;
    await until(
      () => sites.requests.some(({pathname}) => parts.test(pathname)),
      'what tells of it is loaded while the user is away',
    );
    sites.withheld = /./;
    await closeWindow(element, window);
    await element.expectActions(['Try again', PASTE, 'Cancel']);
    await element.press('Cancel');
    const events = ['leaves', 'waiting', 'possibly-closed', 'settled', 'flow_cancelled'];
    await element.expectEvents(events);
  });

  row('B4 a window that is still there after *Try again* learns of the newer one', async (rig) => {
    const element = await openElement(rig, {...filled, isCutOff: true});
    const window = await beginCutOff(element);
    await element.host.advance(15_000);
    await element.press('Try again');
    const newer = await element.host.nextWindow();
    await newer.waitForSelector('#allow');
    await allow(window);
    await expectWords(window, /A newer sign-in has begun/);
    await element.expectEvents([
      'leaves',
      'waiting',
      'possibly-closed',
      'settled',
      'leaves',
      'waiting',
    ]);
    await allow(newer);
    await element.expectEvents(['leaves', 'waiting', 'possibly-closed', 'settled', ...GRANTED]);
    await expectCredential(element, rig);
    rig.windowsLeft = 1;
  });

  row('B9 *Keep waiting* gives a slow user as long again', async (rig) => {
    const element = await openElement(rig, filled);
    const window = await element.begin();
    await element.host.advance(9 * MINUTE);
    await element.expect('authorization-status', ['This sign-in ends in a minute.']);
    await element.expectStatus('This sign-in ends in a minute.');
    await element.expectActions(['Show the window', 'Keep waiting', PASTE, 'Cancel']);
    await element.press('Keep waiting');
    await element.expect('authorization-status', ['Finish in the other window.']);
    await element.expectActions(['Show the window', 'Cancel']);
    await element.host.advance(8 * MINUTE);
    await element.expectEvents(['leaves', 'waiting', 'waiting, expiring', 'waiting']);
    await allow(window);
    await element.expectEvents([
      'leaves',
      'waiting',
      'waiting, expiring',
      'waiting',
      'settled',
      'submit',
    ]);
    await expectCredential(element, rig);
  });

  row('B9 a sign-in ends where nobody asks for more time', async (rig) => {
    const element = await openElement(rig, filled);
    const window = await element.begin();
    await element.host.advance(9 * MINUTE);
    await element.host.advance(MINUTE);
    await element.expectProblem('No answer came from the sign-in window. Try again.');
    const ended = ['leaves', 'waiting', 'waiting, expiring', 'settled', 'flow_timeout'];
    await element.expectEvents(ended);
    await until(() => window.isClosed(), 'the window closes');
    assert.equal(await element.value('Shop'), 'acme');
    await allow(await element.begin());
    await element.expectEvents([...ended, ...GRANTED]);
    await expectCredential(element, rig);
  });

  row('D7 a frame of another site offers at once what helps where no answer comes', async (rig) => {
    const element = await openElement(rig, {...filled, isCutOff: true}, {isEmbedded: true});
    await element.expect('authorization-status', [EMBEDDED]);
    const window = await element.begin();
    await element.expectActions(['Show the window', PASTE, 'Cancel']);
    await allow(window);
    await expectWords(window, /Nothing was saved/);
    await element.host.advance(10 * MINUTE);
    await element.expectProblem(
      'No answer came from the sign-in window. Try again. This page is embedded in a way that may keep the answer from it.',
    );
    await element.expectEvents(['leaves', 'waiting', 'settled', 'flow_timeout']);
    rig.windowsLeft = 1;
  });

  row('D7 a user brings the answer to a frame of another site', async (rig) => {
    const origin = rig.sites.address('host.localhost');
    const element = await openElement(rig, {...filled, isCutOff: true}, {isEmbedded: true});
    await element.expect('authorization-status', [EMBEDDED]);
    const window = await element.begin();
    await allow(window);
    await expectWords(window, /Nothing was saved/);
    assert.equal(window.url(), `${origin}/callback.html`);
    // Where the page may not use the clipboard, the user copies it.
    await evaluate(window, () => (navigator.clipboard.writeText = () => Promise.reject()));
    const asked = new Promise((resolve) => window.once('dialog', resolve));
    const clicked = window.click('button');
    const dialog = await asked;
    const address = dialog.defaultValue();
    await dialog.dismiss();
    await clicked;
    await element.press(PASTE, 'DisclosureTriangle');
    await element.fill(ADDRESS, origin);
    await element.press('Use this address');
    await element.expectProblemAt(ADDRESS, /This is not the address that ends this sign-in/);
    await element.fill(ADDRESS, address);
    await element.press('Use this address');
    await element.expectEvents(GRANTED);
    await expectCredential(element, rig);
    rig.windowsLeft = 1;
  });

  row('D7 a user who brings an answer while the connection is down is told so', async (rig) => {
    const element = await openElement(rig, filled);
    await element.submitByTimer();
    await element.expectEvents(['leaves', 'blocked', 'popup_blocked']);
    const {frame} = element.host;
    const link = await frame.waitForSelector('keyslot-connect >>> [part="authorize-link"]');
    const state = new URL(await link.evaluate(({href}) => href)).searchParams.get('state');
    const address = `${rig.sites.address('host.localhost')}/callback.html?state=${state}&code=a-code`;
    rig.sites.withheld = /detours/;
    rig.expectedMessages.push(/^Failed to load resource/);
    await element.press(PASTE, 'DisclosureTriangle');
    await element.fill(ADDRESS, address);
    await element.press('Use this address');
    await element.expectProblemAt(ADDRESS, /could not load all it needs/);
    rig.sites.withheld = undefined;
    await element.press('Use this address');
    await element.expectEvents(['leaves', 'blocked', 'popup_blocked', 'settled', 'submit']);
  });

  row('D7 a frame of another site is answered by a provider that does not isolate', async (rig) => {
    const element = await openElement(rig, filled, {isEmbedded: true});
    await element.expect('authorization-status', [EMBEDDED]);
    await allow(await element.begin());
    await element.expectEvents(GRANTED);
    await expectCredential(element, rig);
  });
});

function countClicks() {
  window.clicks = 0;
  addEventListener('click', () => (window.clicks += 1));
}

/** Begins with a provider that cuts its window off. The clock stands still from there. */
async function beginCutOff(element) {
  const {host} = element;
  await host.evaluate(() => window.host.stopClock());
  const window = await element.begin();
  await until(() => host.evaluate(() => window.host.windows[0].closed), 'the window is cut off');
  await host.advance(0);
  return window;
}

/** Begins, and closes the window as a user does, until the element notices. */
async function beginAndClose(element, isCutOff) {
  if (!isCutOff) return closeWindow(element, await element.begin());
  await (await beginCutOff(element)).close();
  await element.host.advance(15_000);
  await element.expect('authorization-status', [CLOSED]);
}

/** Closes a window as a user does, until the element notices. */
async function closeWindow(element, opened) {
  const {host} = element;
  // A window that looks closed sooner was cut off.
  await host.advance(2000);
  await host.evaluate(() => window.host.stopClock());
  await opened.close();
  await until(() => host.evaluate(() => window.host.windows[0].closed), 'the window is closed');
  await host.advance(0);
  await host.advance(1000);
  await element.expect('authorization-status', [CLOSED]);
}
