import {expect, waitUntil} from '@open-wc/testing';
import {
  channelName,
  code,
  delivered,
  listen,
  openQuery,
  PAGE,
  state,
} from '../support/callback-page.js';
import {cleanUp} from '../support/frames.js';

afterEach(cleanUp);
afterEach(() => sessionStorage.clear());

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
