import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {resultOf} from '../support/authorization-ports.js';

const PAGE = '/test/oauth/callback-page.html';
const state = 'S'.repeat(43);
const channelName = `keyslot/oauth/1:${state}`;
const code = `code=the-code&state=${state}`;

type Page = Window & typeof globalThis;

/** Called by every page that is opened in a frame, before its script runs. */
type Prepare = (page: Page) => void;
const hooks = window as {prepareCallbackPage?: Prepare};

/** Timers of a page, in the hands of a test. */
class Clock {
  time = 0;
  readonly #timers = new Map<number, {at: number; every?: number; act: () => void}>();
  #next = 1;

  constructor(page: Page) {
    const start = (act: () => void, delay: number, every?: number) => {
      this.#timers.set(this.#next, {at: this.time + delay, act, ...(every && {every})});
      return this.#next++;
    };
    const stop = (id: number) => this.#timers.delete(id);
    Object.assign(page, {
      setTimeout: (act: () => void, delay: number) => start(act, delay),
      setInterval: (act: () => void, delay: number) => start(act, delay, delay),
      clearTimeout: stop,
      clearInterval: stop,
    });
  }

  get running(): number {
    return this.#timers.size;
  }

  advance(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (;;) {
      const [next] = [...this.#timers].sort(([, one], [, other]) => one.at - other.at);
      if (!next || next[1].at > end) break;
      const [id, timer] = next;
      this.time = timer.at;
      if (timer.every) timer.at += timer.every;
      else this.#timers.delete(id);
      timer.act();
    }
    this.time = end;
  }
}

/** A callback page in a frame, and all that it did. */
interface Opened {
  readonly page: Page;
  readonly clock: Clock;
  /** The addresses that were opened, this one and those it went on to. */
  readonly addresses: readonly string[];
  /** How often it closed itself. */
  readonly closed: () => number;
  readonly text: () => string;
}

const cleanUps: (() => void)[] = [];

async function open(address: string, prepare: Prepare = () => undefined): Promise<Opened> {
  const frame = document.createElement('iframe');
  const addresses: string[] = [];
  let clock: Clock | undefined;
  let closed = 0;
  hooks.prepareCallbackPage = (page) => {
    addresses.push(page.location.href.replace(location.origin, ''));
    clock = new Clock(page);
    page.close = () => (closed += 1);
    // A frame has none.
    Object.defineProperty(page, 'opener', {value: null, configurable: true, writable: true});
    if (addresses.length === 1) prepare(page);
  };
  frame.src = address;
  cleanUps.push(() => frame.remove());
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve);
    document.body.append(frame);
  });
  const page = frame.contentWindow as Page;
  return {
    page,
    clock: clock!,
    addresses,
    closed: () => closed,
    text: () => page.document.querySelector('[role="status"]')?.textContent ?? '',
  };
}

const openQuery = (query: string, prepare?: Prepare) => open(`${PAGE}?${query}`, prepare);

/** Listens on the channel of the attempt, as the page that waits does. */
function listen(name = channelName) {
  const channel = new BroadcastChannel(name);
  const heard: unknown[] = [];
  channel.onmessage = ({data}) => heard.push(data);
  cleanUps.push(() => channel.close());
  return {heard, say: (message: unknown) => channel.postMessage(message)};
}

const verdict = (message: object) => ({ns: 'keyslot/oauth', v: 1, state, ...message});

/** What the first message says that a page sends which was opened with this query. */
async function resultOfQuery(query: string) {
  const {heard} = listen();
  await openQuery(query);
  await waitUntil(() => heard.length > 0);
  return heard[0];
}

/** Messages between pages need a moment. */
const delivered = () => aTimeout(50);

afterEach(() => {
  cleanUps.splice(0).forEach((cleanUp) => cleanUp());
  delete hooks.prepareCallbackPage;
  sessionStorage.clear();
});

describe('the address of the callback page', () => {
  it('is bare before anything else happens', async () => {
    const {page, addresses} = await openQuery(code, (opened) => {
      // Whatever fails from here on.
      Object.assign(opened, {URLSearchParams: undefined, BroadcastChannel: undefined});
    });
    expect(addresses).to.deep.equal([`${PAGE}?${code}`]);
    expect(page.location.href).to.equal(location.origin + PAGE);
  });

  for (const [name, address] of [
    ['an answer', `${PAGE}?${code}`],
    ['an answer in its fragment', `${PAGE}#${code}`],
    ['no answer', `${PAGE}?code=the-code`],
  ] as const) {
    it(`is bare when it had ${name}`, async () => {
      const {page, addresses} = await open(address);
      expect(addresses).to.have.length(1);
      expect(page.location.href).to.equal(new URL(address, location.origin).href.split(/[?#]/)[0]);
    });
  }

  it('is bare when it had a path that looks like a host', async () => {
    const {page} = await openQuery(code, (opened) => {
      opened.history.replaceState(null, '', `${location.origin}//evil.example/?${code}`);
    });
    expect(page.location.href).to.equal(`${location.origin}//evil.example/`);
  });
});

describe('the answer on the callback page', () => {
  it('is told on the channel of its state', async () => {
    expect(await resultOfQuery(code)).to.deep.equal(resultOf(state));
  });

  it('is told with all that is known, and nothing else', async () => {
    const known = {
      state,
      iss: 'https://as.example.com',
      error: 'access_denied',
      error_description: 'Not "today" & <b>not</b> tomorrow',
      error_uri: 'https://docs.example.com/#x',
      oauth_token: 't',
      oauth_verifier: 'v',
      denied: 'd',
    };
    const query = new URLSearchParams({...known, scope: 'read', hd: 'x', session_state: 'y'});
    query.append('__proto__', 'z');
    expect(await resultOfQuery(String(query))).to.deep.equal(resultOf(state, known));
  });

  it('may be in the fragment', async () => {
    const {heard} = listen();
    await open(`${PAGE}#${code}`);
    await waitUntil(() => heard.length > 0);
    expect(heard[0]).to.deep.equal(resultOf(state));
  });

  const malformed: readonly (readonly [
    name: string,
    query: string,
    params: Readonly<Record<string, string>>,
  ])[] = [
    ['has two codes', `${code}&code=other`, {code: 'the-code', state}],
    ['has two states', `${code}&state=${'T'.repeat(43)}`, {code: 'the-code', state}],
    ['has the state twice', `${code}&state=${state}`, {code: 'the-code', state}],
    ['has two issuers', `${code}&iss=a&iss=b`, {code: 'the-code', state, iss: 'a'}],
    ['has a code of more than 4 kB', `state=${state}&code=${'x'.repeat(4097)}`, {state}],
    ['has a long issuer', `${code}&iss=${'x'.repeat(4097)}`, {code: 'the-code', state}],
    ['is in two places', `state=${state}#code=the-code`, {code: 'the-code', state}],
    ['is in two places twice', `${code}#code=other`, {code: 'the-code', state}],
    ['has tokens in another place', `${code}#access_token=secret`, {code: 'the-code', state}],
    ['has two codes and a token', `${code}&code=other&access_token=x`, {code: 'the-code', state}],
  ];
  for (const [name, query, params] of malformed) {
    it(`is malformed when it ${name}`, async () => {
      expect(await resultOfQuery(query)).to.deep.equal(resultOf(state, params, 'malformed'));
    });
  }

  for (const fragment of ['#', '#_=_', '#top', '#!/x?y=z']) {
    it(`is as good with a fragment that says nothing of it: ${fragment}`, async () => {
      expect(await resultOfQuery(code + fragment)).to.deep.equal(resultOf(state));
    });
  }

  it('is as good with a query of the address that was registered', async () => {
    const {heard} = listen();
    await open(`${PAGE}?tenant=1#${code}`);
    await waitUntil(() => heard.length > 0);
    expect(heard[0]).to.deep.equal(resultOf(state));
  });

  for (const name of ['access_token', 'id_token', 'response']) {
    it(`is unsupported when it has \`${name}\`, which goes nowhere`, async () => {
      const message = await resultOfQuery(`state=${state}&${name}=secret-token`);
      expect(message).to.deep.equal(resultOf(state, {state}, 'unsupported'));
      const hidden = await resultOfQuery(`${code}&${name}=secret-token`);
      expect(JSON.stringify(hidden)).not.to.include('secret-token');
    });
  }

  it('may have a code of 4 kB, and words of any length, of which 500 characters count', async () => {
    const query = new URLSearchParams({
      state,
      code: 'x'.repeat(4096),
      error_description: 'y'.repeat(10_000),
    });
    expect(await resultOfQuery(String(query))).to.deep.equal(
      resultOf(state, {
        state,
        code: 'x'.repeat(4096),
        error_description: 'y'.repeat(500),
      }),
    );
  });

  for (const [name, query] of [
    ['nothing', ''],
    ['a code without a state', 'code=the-code'],
    ['an empty state', 'code=the-code&state='],
    ['a short state', `code=the-code&state=${'S'.repeat(21)}`],
    ['a long state', `code=the-code&state=${'S'.repeat(513)}`],
    ['a state with other characters', `code=the-code&state=${state}%2F`],
    ['a state and a space', `code=the-code&state=${state}%20`],
  ] as const) {
    it(`is none when there is ${name}`, async () => {
      const kept = JSON.stringify([sessionStorage, localStorage]);
      const opened = await openQuery(query, (page) => {
        Object.assign(page, {BroadcastChannel: () => expect.fail('Nobody is to be told.')});
      });
      expect(opened.text()).to.equal('No sign-in is in progress. You can close this window.');
      expect(opened.clock.running).to.equal(0);
      expect(JSON.stringify([sessionStorage, localStorage])).to.equal(kept);
    });
  }

  it('is not kept anywhere', async () => {
    await resultOfQuery(code);
    expect(JSON.stringify([sessionStorage, localStorage])).not.to.include('the-code');
    expect(document.cookie).not.to.include('the-code');
  });
});

describe('telling the page that waits', () => {
  it('goes on every 250 ms until it has heard', async () => {
    const {heard, say} = listen();
    const {clock, text, closed} = await openQuery(code);
    expect(text()).to.equal('Just a moment…');
    clock.advance(249);
    await delivered();
    expect(heard).to.have.length(1);
    clock.advance(751);
    await delivered();
    expect(heard).to.have.length(5);
    expect(heard).to.deep.equal(Array(5).fill(resultOf(state)));
    say(verdict({t: 'ack'}));
    await waitUntil(() => closed() > 0);
    expect(text()).to.equal('Done. You can close this window.');
    expect(closed()).to.equal(1);
    expect(clock.running).to.equal(0);
    clock.advance(10_000);
    await delivered();
    expect(heard).to.have.length(5);
  });

  it('is given up after 5 s', async () => {
    const {heard, say} = listen();
    const {clock, text, closed} = await openQuery(code);
    clock.advance(4999);
    expect(text()).to.equal('Just a moment…');
    clock.advance(1);
    const words = 'Nothing was saved. Close this window, go back to the page and start again.';
    expect(text()).to.equal(words);
    expect(clock.running).to.equal(0);
    await delivered();
    const count = heard.length;
    expect(count).to.be.within(20, 21);
    say(verdict({t: 'ack'}));
    await delivered();
    expect(text()).to.equal(words);
    expect(closed()).to.equal(0);
  });

  for (const [name, message, words] of [
    ['cancelled', {t: 'nack', reason: 'cancelled'}, 'This sign-in was cancelled.'],
    ['superseded', {t: 'nack', reason: 'superseded'}, 'A newer sign-in has begun.'],
    ['expired', {t: 'nack', reason: 'expired'}, 'This sign-in took too long.'],
    ['invalid', {t: 'nack', reason: 'invalid'}, 'This answer could not be used.'],
    ['cancelled just now', {t: 'cancel'}, 'This sign-in was cancelled.'],
    ['refused without a reason', {t: 'nack'}, 'This sign-in was cancelled.'],
    ['refused for an unknown reason', {t: 'nack', reason: 'x'}, 'This sign-in was cancelled.'],
    ['refused for no reason', {t: 'nack', reason: null}, 'This sign-in was cancelled.'],
    ['refused as if it were done', {t: 'nack', reason: 'done'}, 'This sign-in was cancelled.'],
    [
      'refused by a method of objects',
      {t: 'nack', reason: 'toString'},
      'This sign-in was cancelled.',
    ],
  ] as const) {
    it(`ends with what became of it: ${name}`, async () => {
      const {say} = listen();
      const {text, clock, closed} = await openQuery(code);
      say(verdict(message));
      await waitUntil(() => clock.running === 0);
      expect(text()).to.contain(words);
      expect(closed()).to.equal(0);
    });
  }

  for (const [name, message] of [
    ['nothing', null],
    ['a text', 'ack'],
    ['a list', [verdict({t: 'ack'})]],
    ['another namespace', verdict({t: 'ack', ns: 'other'})],
    ['another version', verdict({t: 'ack', v: 2})],
    ['another state', verdict({t: 'ack', state: 'T'.repeat(43)})],
    ['no state', verdict({t: 'ack', state: undefined})],
    ['the answer itself', resultOf(state)],
    ['an unknown type', verdict({t: 'progress'})],
    ['a type of objects', verdict({t: 'constructor'})],
    ['no type', verdict({})],
  ] as const) {
    it(`is not ended by ${name}`, async () => {
      const {say} = listen();
      const {text, clock, closed} = await openQuery(code);
      say(message);
      await delivered();
      expect(text()).to.equal('Just a moment…');
      expect(clock.running).to.equal(2);
      expect(closed()).to.equal(0);
    });
  }

  it('reaches the window that opened it, which may answer', async () => {
    const heard: MessageEvent[] = [];
    const receive = (event: MessageEvent) => {
      if ((event.data as {ns?: unknown} | null)?.ns === 'keyslot/oauth') heard.push(event);
    };
    window.addEventListener('message', receive);
    cleanUps.push(() => window.removeEventListener('message', receive));
    const {page, closed, clock} = await openQuery(code, (opened) => {
      opened.opener = window;
    });
    await waitUntil(() => heard.length > 0);
    expect(heard[0]?.data).to.deep.equal(resultOf(state));
    expect(heard[0]?.source).to.equal(page);
    page.postMessage(verdict({t: 'ack'}), location.origin);
    await waitUntil(() => closed() === 1);
    expect(clock.running).to.equal(0);
  });

  it('takes an answer from no other window', async () => {
    const {page, closed, clock} = await openQuery(code, (opened) => {
      opened.opener = {postMessage: () => undefined};
    });
    page.postMessage(verdict({t: 'ack'}), location.origin);
    await delivered();
    expect(closed()).to.equal(0);
    expect(clock.running).to.equal(2);
  });

  const targetsWith = async (origins: string | undefined) => {
    const targets: string[] = [];
    await openQuery(code, (page) => {
      page.opener = {
        postMessage: (_: unknown, target: string) => {
          if (!target.includes(':')) throw new DOMException(target, 'SyntaxError');
          targets.push(target);
        },
      };
      const status = page.document.querySelector<HTMLElement>('[data-keyslot-callback]');
      if (origins !== undefined) status!.dataset['openerOrigins'] = origins;
    });
    return targets;
  };

  it('reaches pages of its own origin, unless others are named', async () => {
    expect(await targetsWith(undefined)).to.deep.equal([location.origin]);
    const others = 'https://app.example.com\n  https://admin.example.com';
    expect(await targetsWith(others)).to.deep.equal(others.split(/\s+/));
  });

  it('reaches the others when one of them is no origin', async () => {
    const origins = 'app.example.com https://app.example.com';
    expect(await targetsWith(origins)).to.deep.equal(['https://app.example.com']);
  });

  it('reaches nobody when no origin is named', async () => {
    expect(await targetsWith('')).to.deep.equal([]);
  });

  it('never reaches just any page', async () => {
    const targets: string[] = [];
    await openQuery(code, (page) => {
      page.opener = {postMessage: (_: unknown, target: string) => targets.push(target)};
      const status = page.document.querySelector<HTMLElement>('[data-keyslot-callback]');
      status!.dataset['openerOrigins'] = '* https://app.example.com';
    });
    expect(targets).to.deep.equal(['https://app.example.com']);
  });

  it('works without channels', async () => {
    const {closed, page} = await openQuery(code, (opened) => {
      opened.opener = window;
      Object.assign(opened, {BroadcastChannel: undefined});
    });
    page.postMessage(verdict({t: 'ack'}), location.origin);
    await waitUntil(() => closed() === 1);
  });

  it('is given up when there is nobody to tell', async () => {
    const {clock, text} = await openQuery(code, (page) => {
      Object.assign(page, {BroadcastChannel: undefined});
    });
    clock.advance(5000);
    expect(text()).to.contain('Nothing was saved.');
  });
});

describe('the words of the callback page', () => {
  const attributes = {
    working: 'Un instant…',
    done: 'Fertig. <b>Schließen</b>',
    cancelled: 'Abgebrochen',
    superseded: 'Überholt',
    expired: 'Zu spät',
    invalid: 'Unbrauchbar',
    unclaimed: 'Nichts gespeichert',
    unknown: 'Unbekannt',
  };
  const translate: Prepare = (page) =>
    Object.assign(
      page.document.querySelector<HTMLElement>('[data-keyslot-callback]')!.dataset,
      attributes,
    );

  it('can be replaced by attributes, as text', async () => {
    const {text} = await openQuery('', translate);
    expect(text()).to.equal(attributes.unknown);

    const {say} = listen();
    const acknowledged = await openQuery(code, translate);
    expect(acknowledged.text()).to.equal(attributes.working);
    say(verdict({t: 'ack'}));
    await waitUntil(() => acknowledged.text() === attributes.done);
    expect(acknowledged.page.document.querySelector('[role="status"] b')).to.be.null;

    const forgotten = await openQuery(code, translate);
    forgotten.clock.advance(5000);
    expect(forgotten.text()).to.equal(attributes.unclaimed);

    for (const reason of ['cancelled', 'superseded', 'expired', 'invalid'] as const) {
      const refused = await openQuery(code, translate);
      say(verdict({t: 'nack', reason}));
      await waitUntil(() => refused.text() === attributes[reason]);
    }
  });

  it('stand at the end of a page that has no place for them', async () => {
    const {page} = await openQuery(code, ({document}) =>
      document.querySelector('[data-keyslot-callback]')?.remove(),
    );
    const status = page.document.body.lastElementChild;
    expect(status?.getAttribute('role')).to.equal('status');
    expect(status?.textContent).to.equal('Just a moment…');
    expect(page.document.querySelectorAll('[role="status"]')).to.have.length(1);
  });
});

describe('the record of an attempt in this tab', () => {
  const MINUTE = 60_000;
  const record = {
    type: 'redirect',
    connectorId: 'acme',
    createdAt: Date.now(),
    returnPath: `${PAGE}?returned=1`,
    expected: {state},
  };
  const keep = (changes: object = {}) =>
    sessionStorage.setItem(channelName, JSON.stringify({...record, ...changes}));
  const kept = () => JSON.parse(sessionStorage.getItem(channelName) ?? 'null') as unknown;

  it('is answered, and the page that was left is gone back to', async () => {
    keep();
    const {heard} = listen();
    const {addresses} = await openQuery(code);
    await waitUntil(() => addresses.length === 2);
    expect(addresses[1]).to.equal(`${PAGE}?returned=1`);
    expect(kept()).to.deep.equal({...record, params: {code: 'the-code', state}});
    await delivered();
    expect(heard).to.deep.equal([]);
  });

  it('is told what is wrong with the answer', async () => {
    keep();
    const {addresses} = await openQuery(`${code}&code=other`);
    await waitUntil(() => addresses.length === 2);
    expect(kept()).to.deep.include({fault: 'malformed'});
  });

  it('cannot be answered by another state', async () => {
    keep();
    const {addresses} = await openQuery(`code=x&state=${'T'.repeat(43)}`);
    expect(addresses).to.have.length(1);
    expect(kept()).to.deep.equal(record);
  });

  for (const [name, changes, isGone] of [
    ['leads to another host', {returnPath: '//evil.example/x'}, true],
    ['leads to another host, in disguise', {returnPath: '/\\evil.example/x'}, true],
    ['leads to another host, behind a tab', {returnPath: '/\t/evil.example/x'}, true],
    ['leads to another origin', {returnPath: 'https://evil.example/'}, true],
    ['runs', {returnPath: 'javascript:parent.__pwned=1'}, true],
    ['leads to data', {returnPath: 'data:text/html,x'}, true],
    ['leads to a relative path', {returnPath: 'callback-page.html'}, true],
    ['leads nowhere', {returnPath: undefined}, true],
    ['leads to a whole address', {returnPath: location.origin + PAGE}, true],
    ['is 15 minutes old', {createdAt: Date.now() - 15 * MINUTE}, true],
    ['is of no time', {createdAt: 'yesterday'}, true],
    ['is of another type', {type: 'popup'}, false],
    ['was answered', {params: {code: 'first'}}, false],
  ] as const) {
    it(`is not gone on with when it ${name}`, async () => {
      keep(changes);
      const before = kept();
      const {heard} = listen();
      const {addresses, text} = await openQuery(code);
      await waitUntil(() => heard.length > 0);
      expect(addresses).to.have.length(1);
      expect(text()).to.equal('Just a moment…');
      expect(window).not.to.have.property('__pwned');
      expect(kept()).to.deep.equal(isGone ? null : before);
    });
  }

  for (const text of ['', '{', 'null', '5', '[]']) {
    it(`is not gone on with when it reads ${JSON.stringify(text)}`, async () => {
      sessionStorage.setItem(channelName, text);
      const {heard} = listen();
      const {addresses} = await openQuery(code);
      await waitUntil(() => heard.length > 0);
      expect(addresses).to.have.length(1);
    });
  }

  it('is not gone on with when the answer cannot be stored', async () => {
    keep();
    const {heard} = listen();
    const {addresses} = await openQuery(code, (page) => {
      Object.defineProperty(page, 'sessionStorage', {
        value: {
          getItem: (key: string) => sessionStorage.getItem(key),
          setItem: () => {
            throw new DOMException('It is full.', 'QuotaExceededError');
          },
        },
      });
    });
    await waitUntil(() => heard.length > 0);
    expect(addresses).to.have.length(1);
  });

  it('is not missed where there is no storage', async () => {
    const {heard} = listen();
    await openQuery(code, (page) => {
      Object.defineProperty(page, 'sessionStorage', {
        get: () => {
          throw new DOMException('It is not to be had.', 'SecurityError');
        },
      });
    });
    await waitUntil(() => heard.length > 0);
  });
});
