import {expect} from '@open-wc/testing';
import {REVEAL_LIMIT_MS} from '../../src/controllers/reveal-guard.js';
import {mountFields, type Driver} from '../support/driver.js';

const token = {key: 'token', label: 'Token', secret: true} as const;
const pin = {key: 'pin', label: 'PIN', secret: true} as const;

let use: Driver;
const original = globalThis.setTimeout;
/** What was to happen after as long as a secret stays visible. */
let due: (() => void)[];

beforeEach(async () => {
  due = [];
  use = await mountFields([token, pin]);
  use.onSubmit((event) => event.respondWith(new Promise(() => undefined)));
  await use.type('Token', 'sk_1');
  await use.type('PIN', '42');
  globalThis.setTimeout = ((act: () => void, delay: number) =>
    delay === REVEAL_LIMIT_MS ? due.push(act) : original(act, delay)) as typeof setTimeout;
});
afterEach(() => {
  globalThis.setTimeout = original;
});

const types = () => [use.input('Token').type, use.input('PIN').type];

describe('a secret that is shown', () => {
  beforeEach(async () => {
    await use.press('Show Token');
    expect(types()).to.deep.equal(['text', 'password']);
  });

  for (const [what, leave] of [
    ['the window is left', () => dispatchEvent(new Event('blur'))],
    ['the page is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['it is submitted', () => use.submit()],
  ] as const) {
    it(`is masked when ${what}`, async () => {
      await leave();
      await use.settle();
      expect(types()).to.deep.equal(['password', 'password']);
    });
  }

  it('is masked after half a minute, which is said', async () => {
    expect([REVEAL_LIMIT_MS, due.length]).to.deep.equal([30_000, 1]);
    due[0]!();
    await use.settle();
    expect(types()).to.deep.equal(['password', 'password']);
    expect(use.status).to.equal('Token is hidden');
    expect(use.input('Token').value).to.equal('sk_1');
  });

  it('has its time from when the last one was shown', async () => {
    await use.press('Show PIN');
    expect(due.length).to.equal(2);
    due[1]!();
    await use.settle();
    expect(types()).to.deep.equal(['password', 'password']);
  });

  it('has its time from when somebody typed last', async () => {
    await use.type('Token', '2');
    expect(due.length).to.equal(2);
    await use.press('Hide Token');
    await use.type('Token', '3');
    expect(due.length).to.equal(2);
  });

  it('can be shown again', async () => {
    dispatchEvent(new Event('blur'));
    await use.settle();
    await use.press('Show Token');
    expect(types()).to.deep.equal(['text', 'password']);
    dispatchEvent(new Event('blur'));
    await use.settle();
    expect(types()).to.deep.equal(['password', 'password']);
  });

  it('is masked when the element leaves the page', async () => {
    const {element} = use;
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await use.settle();
    expect(types()).to.deep.equal(['password', 'password']);
  });
});

describe('a secret that is masked', () => {
  it('stays so, and nothing is rendered, when the window is left', async () => {
    await use.press('Show Token');
    await use.press('Hide Token');
    let updates = 0;
    use.element.addController({hostUpdated: () => updates++});
    dispatchEvent(new Event('blur'));
    document.dispatchEvent(new Event('visibilitychange'));
    await use.settle();
    expect(updates).to.equal(0);
  });
});
