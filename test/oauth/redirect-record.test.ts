import {expect} from '@open-wc/testing';
import type {Variable} from '../../src/model/method-kind.js';
import {channelName} from '../../src/oauth/message.js';
import {storeRecord, takeRecord as take} from '../../src/oauth/redirect-record.js';
import type {ExpectedResponse} from '../../src/oauth/response.js';
import {FakePorts, windowMethod} from '../support/authorization-ports.js';

const LIFE = 15 * 60_000;
const state = 'S'.repeat(43);
const otherState = 'T'.repeat(43);
const expected: ExpectedResponse = {
  protocol: 'oauth2',
  state,
  redirectUri: 'https://app.example.com/callback',
  scopes: ['read'],
  codeVerifier: 'verifier',
};
const variables: readonly Variable[] = [
  {key: 'shop', type: 'text'},
  {key: 'clientSecret', type: 'text', secret: true},
];
const request = {
  connectorId: 'acme',
  method: windowMethod({}, ...variables),
  values: {shop: 'my-shop', clientSecret: 'canary-secret'},
};

const store = (of: typeof request, agreed: ExpectedResponse, ports: FakePorts) =>
  storeRecord(channelName(agreed.state), of, agreed, ports);
const takeRecord = (connectorId: string, ports: FakePorts) =>
  take(channelName(''), connectorId, ports);

/** Ports with a record of an attempt in their storage. */
function stored(given: Partial<typeof request> = {}, agreed = expected): FakePorts {
  const ports = new FakePorts();
  store({...request, ...given}, agreed, ports);
  return ports;
}

/** Does what the callback page does, or whatever else somebody might. */
function change(ports: FakePorts, changes: object, of = state): void {
  const key = channelName(of);
  const record = JSON.parse(ports.storage().getItem(key) ?? '{}') as object;
  ports.storage().setItem(key, JSON.stringify({...record, ...changes}));
}

const params = {code: 'c', state};
const answer = (ports: FakePorts, of = state) =>
  change(ports, {params: {code: 'c', state: of}}, of);

/** The storage has records of these states. */
const statesIn = (ports: FakePorts) =>
  [...ports.storage().texts.keys()].map((key) => key.replace(channelName(''), ''));

describe('the record of an attempt in this tab', () => {
  it('holds what is needed to go on, and no secret that was entered', () => {
    const ports = stored();
    const text = ports.storage().getItem(`keyslot/oauth/1:${state}`);
    expect(JSON.parse(text ?? '')).to.deep.equal({
      type: 'redirect',
      connectorId: 'acme',
      methodId: 'window',
      createdAt: ports.time,
      returnPath: '/settings?tab=2',
      values: {shop: 'my-shop'},
      omitted: ['clientSecret'],
      expected: {...expected},
    });
    expect(text).not.to.include('canary-secret');
  });

  for (const [name, spoil] of [
    ['full', (ports: FakePorts) => (ports.storage().isFull = true)],
    ['not to be had', (ports: FakePorts) => (ports.tabStorage = undefined)],
  ] as const) {
    it(`cannot be made while the storage is ${name}`, () => {
      const ports = new FakePorts();
      spoil(ports);
      expect(() => store(request, expected, ports)).to.throw(DOMException);
    });
  }

  it('is of no use until it is answered', () => {
    const ports = stored();
    expect(takeRecord('acme', ports)).to.be.undefined;
    expect(statesIn(ports)).to.deep.equal([state]);
  });

  it('is taken with its answer, once', () => {
    const ports = stored();
    answer(ports);
    const returned = takeRecord('acme', ports);
    expect(returned?.record).to.deep.include({expected, params});
    expect(returned).to.deep.include({methodId: 'window', values: {shop: 'my-shop'}});
    expect(statesIn(ports)).to.deep.equal([]);
    expect(takeRecord('acme', ports)).to.be.undefined;
  });

  it('is taken with what is wrong with the answer', () => {
    for (const fault of ['malformed', 'unsupported']) {
      const ports = stored();
      change(ports, {params, fault});
      expect(takeRecord('acme', ports)?.record).to.include({fault});
    }
  });

  it('is for its own connector only', () => {
    const ports = stored();
    answer(ports);
    expect(takeRecord('other', ports)).to.be.undefined;
    expect(takeRecord('acme', ports)?.record).to.exist;
  });

  it('is told from others', () => {
    const ports = stored();
    store({...request, connectorId: 'other'}, {...expected, state: otherState}, ports);
    answer(ports);
    answer(ports, otherState);
    expect(takeRecord('other', ports)?.record?.expected.state).to.equal(otherState);
    expect(takeRecord('acme', ports)?.record?.expected.state).to.equal(state);
    expect(statesIn(ports)).to.deep.equal([]);
  });

  it('lives for 15 minutes', () => {
    const ports = stored();
    answer(ports);
    ports.advance(LIFE - 1);
    expect(takeRecord('acme', ports)?.record).to.exist;
  });

  it('is worth nothing after that, but for what had been entered', () => {
    const ports = stored();
    answer(ports);
    ports.advance(LIFE);
    expect(takeRecord('acme', ports)).to.deep.equal({
      methodId: 'window',
      values: {shop: 'my-shop'},
      omitted: ['clientSecret'],
      record: undefined,
    });
    expect(statesIn(ports)).to.deep.equal([]);
  });

  it('goes when it is too old, answered or not, and whoever asks', () => {
    for (const prepare of [() => undefined, answer]) {
      const ports = stored();
      prepare(ports);
      ports.advance(LIFE);
      expect(takeRecord('other', ports)).to.be.undefined;
      expect(statesIn(ports)).to.deep.equal([]);
    }
  });

  it('goes when it is too old, also while another is taken', () => {
    const ports = stored();
    ports.advance(LIFE);
    store(request, {...expected, state: otherState}, ports);
    answer(ports, otherState);
    const later = 'U'.repeat(43);
    store(request, {...expected, state: later}, ports);
    change(ports, {createdAt: 0}, later);
    expect(takeRecord('acme', ports)?.record?.expected.state).to.equal(otherState);
    expect(statesIn(ports)).to.deep.equal([]);
  });

  it('is not kept from its page by one that is too old', () => {
    const ports = stored();
    answer(ports);
    ports.advance(LIFE);
    store(request, {...expected, state: otherState}, ports);
    answer(ports, otherState);
    expect(takeRecord('acme', ports)?.record?.expected.state).to.equal(otherState);
    expect(statesIn(ports)).to.deep.equal([]);
  });

  for (const [name, changes] of [
    ['type', {type: 'popup'}],
    ['method', {methodId: 5}],
    ['expectations, by none', {expected: undefined}],
    ['expectations, by null', {expected: null}],
    ['expectations, by a list', {expected: [expected]}],
    ['expectations, by another state', {expected: {...expected, state: otherState}}],
    ['expectations, by no state', {expected: {...expected, state: null}}],
    ['expectations, by no scopes', {expected: {...expected, scopes: 'read'}}],
    ['time', {createdAt: 'yesterday'}],
    ['time, by none', {createdAt: null}],
  ] as const) {
    it(`is worth nothing when somebody changed its ${name}`, () => {
      const ports = stored();
      answer(ports);
      change(ports, changes);
      const returned = takeRecord('acme', ports);
      expect(returned).to.exist;
      expect(returned?.record).to.be.undefined;
      expect(statesIn(ports)).to.deep.equal([]);
    });
  }

  it('is worth nothing under the name of another', () => {
    const ports = stored();
    answer(ports);
    const text = ports.storage().getItem(channelName(state)) ?? '';
    ports.storage().removeItem(channelName(state));
    ports.storage().setItem(channelName(otherState), text);
    expect(takeRecord('acme', ports)).to.have.property('record', undefined);
  });

  it('tells nothing odd of what had been entered', () => {
    for (const values of [null, 'text', ['list'], 5]) {
      const ports = stored();
      change(ports, {params, values, omitted: [values].flat().map(() => 5), methodId: {}});
      expect(takeRecord('acme', ports)).to.deep.equal({
        methodId: '',
        values: {},
        omitted: [],
        record: undefined,
      });
    }
  });

  it('goes when it cannot be read', () => {
    for (const text of ['', '{', 'null', '5', '"text"', '[]']) {
      const ports = new FakePorts();
      ports.storage().setItem(channelName(state), text);
      expect(takeRecord('acme', ports)).to.be.undefined;
      expect(statesIn(ports)).to.deep.equal([]);
    }
  });

  it('leaves alone what others keep in the storage', () => {
    const ports = stored();
    answer(ports);
    ports.storage().setItem('theirs', '{"createdAt":0}');
    ports.storage().setItem('keyslot/other', '');
    takeRecord('acme', ports);
    expect([...ports.storage().texts.keys()]).to.deep.equal(['theirs', 'keyslot/other']);
  });

  it('is not there where no storage is', () => {
    const ports = new FakePorts();
    ports.tabStorage = undefined;
    expect(takeRecord('acme', ports)).to.be.undefined;
  });
});
