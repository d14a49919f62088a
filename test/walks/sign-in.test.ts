import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {ended, eventually, SCOPES, waiting} from '../support/authorization.js';
import {SignInPage} from '../support/sign-in-page.js';
import {startBefore, Walk} from '../support/walk.js';

const MINUTE = 60_000;
/** What every sign-in begins with. */
const BEGINNING = [
  'textbox "Store name" required',
  'button "Continue to sign in"',
  'status: Connecting…',
];
const BLOCKED = 'status: Your browser blocked the window.';
const UNREAD = 'This is not the address that ends this sign-in. Copy all of it.';
const DUE = 'status: Saving these changes asks you to sign in again.';
const KEPT = 'status: What you allowed before stays as it is.';
const WAITING = 'status: Finish in the other window.';
/** The panel of the sign-in has focus, and says what is in its status. */
const OPENING = 'panel: Opening the window…';
const FINISH = 'panel: Finish in the other window.';
/** The panel is gone, and the server has not answered yet. */
const PENDING = 'button "Continue to sign in Connecting…"';
const DONE = 'text "Acme is connected Edit"';
/**
 * While the window of the provider is in front, Firefox gives keys to that, and the page no events of
 * focus.
 */
const hasKeys = !navigator.userAgent.includes('Firefox');

let page: SignInPage;
let walk: Walk;

beforeEach(async () => {
  page = await SignInPage.open();
});
afterEach(() => {
  walk.stop();
  page.close();
});

/** Comes to a form whose button opens a window, fills it in, and presses the button. */
async function begin(...showing: Parameters<SignInPage['show']>): Promise<void> {
  await page.show(...showing);
  walk = new Walk(page.use, startBefore(page.use.element));
  await walk.press('Tab');
  await walk.write('my-store');
  await walk.press('Tab', 'Enter');
}

/** Presses what is above the button that was pressed before. */
async function activate(part: string): Promise<void> {
  const button = await page.shown(part);
  if (hasKeys) {
    button.focus();
    await sendKeys({press: 'Enter'});
    await page.use.settle();
  } else await page.click(part);
}

/**
 * What was heard, of the panel without its buttons. Where a window takes its time, focus reads that it
 * opens, and what comes then is announced.
 */
async function heard(): Promise<readonly string[]> {
  const lines = (await walk.heard()).map((line) =>
    line.replace(/^text "((?:Opening|Finish)[^.…]*.).*/, 'panel: $1'),
  );
  const isSlow = (index: number) => lines[index] === OPENING && lines[index + 1] === WAITING;
  return lines.flatMap((line, index) =>
    isSlow(index) ? [] : isSlow(index - 1) ? [FINISH] : [line],
  );
}

/** Where the order cannot be told, at least each announcement comes once, and focus is not lost. */
async function expectBesideWindow(expected: readonly string[]): Promise<void> {
  const isSure = (line: string) => hasKeys || /^status|^nothing/.test(line);
  expect((await heard()).filter(isSure)).to.deep.equal(expected.filter(isSure));
}

async function signIn(count = 1): Promise<void> {
  await waiting(page.use);
  await page.provider.takeRequests(count);
  await page.provider.tell('allow');
  await ended(page.use);
}

describe('a walk through a sign-in', function () {
  this.timeout(20_000);

  it('chooses what to allow, goes to the window and comes back connected', async () => {
    await page.show('wait', {settings: {scopes: SCOPES}});
    walk = new Walk(page.use, startBefore(page.use.element));
    await walk.press('Tab');
    await walk.write('my-store');
    await walk.press('Tab', 'Tab', ' ', 'Tab', 'Enter');
    await signIn();
    expect(await heard()).to.deep.equal([
      'textbox "Store name" required',
      'group "What you allow at Acme" > checkbox "Change orders" checked',
      'checkbox "Change settings Seldom needed" not checked',
      'button "Continue to sign in"',
      'status: Connecting…',
      WAITING,
      DONE,
    ]);
    expect(page.recorder.credentials[0]?.authorization?.scopes).to.include('admin');
  });

  it('is told while the page takes what was granted', async () => {
    await begin('wait');
    page.use.onSubmit((event) => {
      event.respondWith(new Promise((resolve) => setTimeout(resolve, 100, {account: 'ada'})));
    });
    await signIn();
    expect(await heard()).to.deep.equal([
      ...BEGINNING,
      WAITING,
      'status: Connecting…',
      'text "Acme is connected Signed in as ada Edit"',
    ]);
  });

  it('is declined there', async () => {
    await begin('deny');
    await ended(page.use);
    await walk.press('Tab', 'Tab');
    expect(await heard()).to.deep.equal([
      ...BEGINNING,
      WAITING,
      'group "You declined access, or it was refused there. You can try again. It says: Anna said no"',
      ...BEGINNING.slice(0, 2),
    ]);
  });

  it('goes on by a link where the window is blocked', async () => {
    page.windows.areBlocked = true;
    await begin('wait');
    await activate('authorize-link');
    await signIn();
    expect(await heard()).to.deep.equal([
      ...BEGINNING,
      BLOCKED,
      `link "Continue to ${page.provider.host} (opens in a new tab)"`,
      FINISH,
      ...(hasKeys ? [PENDING] : []),
      DONE,
    ]);
  });

  it('finds the window closed, and opens another one', async () => {
    await begin('wait');
    await waiting(page.use);
    await page.provider.takeRequests(1);
    await page.closeWindow();
    await activate('reopen');
    await signIn();
    await expectBesideWindow([
      ...BEGINNING,
      WAITING,
      'status: Closed the window? Try again, or cancel.',
      'button "Try again"',
      FINISH,
      PENDING,
      DONE,
    ]);
  });

  it('asks for more time, and gives up', async () => {
    await begin('wait');
    await waiting(page.use);
    page.clock.advance(9 * MINUTE + 1000);
    await activate('keep-waiting');
    await eventually(() => !page.use.part('keep-waiting'), 'the button stays');
    await activate('cancel');
    await ended(page.use);
    await expectBesideWindow([
      ...BEGINNING,
      WAITING,
      'status: This sign-in ends in a minute.',
      'button "Keep waiting"',
      FINISH,
      'button "Cancel"',
      'button "Continue to sign in"',
      'status: Cancelled. Nothing you entered is lost.',
    ]);
  });

  it('brings an address, and errs', async () => {
    page.windows.areBlocked = true;
    await begin('wait');
    const summary = (await page.shown('paste')).querySelector('summary')!;
    summary.focus();
    await walk.press('Enter', 'Tab');
    await walk.write('acme');
    await walk.press('Enter');
    expect(await walk.until(`status: ${UNREAD}`)).to.deep.equal([
      ...BEGINNING,
      BLOCKED,
      'disclosure "Ended on a page and nothing happens here?" collapsed',
      'textbox "Paste the address of that page"',
      `status: ${UNREAD}`,
    ]);

    await walk.press('Enter');
    expect(await walk.until(`status: ${UNREAD}`)).to.deep.equal([`status: ${UNREAD}`]);

    await walk.press('Tab', 'Enter');
    const field = `textbox "Paste the address of that page" invalid (Error: ${UNREAD})`;
    expect(await walk.until(field)).to.deep.equal(['button "Use this address"', field]);
    await page.click('cancel');
    await ended(page.use);
  });

  it('is told what saving will ask for, as soon as that changes', async () => {
    const authorizationUrl = `${page.provider.address('allow')}&store={{store}}`;
    await page.show('allow', {
      settings: {scopes: SCOPES, authorizationUrl},
      existing: {
        methodId: 'sign-in',
        values: {store: 'my-store'},
        stored: [],
        scopes: ['read', 'write'],
      },
    });
    await page.shown('authorize-again');
    walk = new Walk(page.use, startBefore(page.use.element));
    await walk.press('Tab', 'End', '2');
    expect(await walk.until(DUE)).to.deep.equal(['textbox "Store name" required', DUE]);
    await walk.press('3');
    await walk.press('Backspace', 'Backspace');
    expect(await walk.until(KEPT)).to.deep.equal([KEPT]);

    await walk.press('Tab', ' ');
    expect((await walk.until(DUE)).slice(1)).to.deep.equal([DUE]);
    await walk.press(' ');
    expect(await walk.until(KEPT)).to.deep.equal([KEPT]);

    await walk.press('Tab', 'Tab', 'Enter');
    expect((await walk.until(DUE)).slice(1)).to.deep.equal(['button "Sign in again"', DUE]);
    await walk.press('Enter');
    expect(await walk.until(KEPT)).to.deep.equal([KEPT]);
  });

  it('runs out of time', async () => {
    await begin('wait');
    await waiting(page.use);
    await page.provider.takeRequests(1);
    page.clock.advance(9 * MINUTE + 1000);
    await page.shown('keep-waiting');
    page.clock.advance(MINUTE);
    await ended(page.use);
    expect(await heard()).to.deep.equal([
      ...BEGINNING,
      WAITING,
      'status: This sign-in ends in a minute.',
      'group "No answer came from the sign-in window. Try again."',
    ]);
  });
});
