import {expect} from '@open-wc/testing';
import type {AuthorizationMessage, ResultMessage} from '../../src/oauth/message.js';
import type {OAuthOptions} from '../../src/oauth/oauth-options.js';
import {receiveResponse} from '../../src/oauth/receive-response.js';
import {FakePorts, resultOf} from '../support/authorization-ports.js';
import {defer, rejected} from '../support/deferred.js';

const state = 'S'.repeat(43);
const channel = `keyslot/oauth/1:${state}`;
const redirectUri = 'https://app.example.com/callback';
const valid = resultOf(state);
const ack: AuthorizationMessage = {ns: 'keyslot/oauth', v: 1, t: 'ack', state};

/** Listens to what may be the answer of an attempt. */
function listening(options: Partial<OAuthOptions> = {}, ports = new FakePorts()) {
  const results: ResultMessage[] = [];
  const references: string[] = [];
  const heard = {foreign: 0};
  const end = new AbortController();
  const attempt = {connectorId: 'acme', methodId: 'window', state};
  const sources = receiveResponse(attempt, {redirectUri, ...options}, ports, end.signal, {
    onResult: (message) => {
      results.push(message);
      return ack;
    },
    onReference: (reference) => references.push(reference),
    onForeign: () => (heard.foreign += 1),
  });
  return {ports, results, references, heard, sources, end, attempt};
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the answer to an attempt', () => {
  it('may come over the channel of its state, and is acknowledged there', () => {
    const {ports, results} = listening();
    expect(ports.channelNames).to.deep.equal([channel]);
    expect(ports.say(channel, valid)).to.deep.equal([ack]);
    expect(results).to.deep.equal([valid]);
  });

  it('may come from a window of the own origin, and is acknowledged there', () => {
    const {ports, results} = listening();
    expect(ports.write('https://app.example.com', valid)).to.deep.equal([ack]);
    expect(results).to.deep.equal([valid]);
  });

  it('may come from an origin that the host trusts, in addition to its own', () => {
    const {ports, results} = listening({callbackOrigins: ['https://api.example.com']});
    expect(ports.write('https://api.example.com', valid)).to.deep.equal([ack]);
    expect(ports.write('https://app.example.com', valid)).to.deep.equal([ack]);
    expect(results).to.have.length(2);
  });

  it('is not heard from any other origin, nor counted', () => {
    const {ports, results, heard} = listening({callbackOrigins: ['https://api.example.com']});
    for (const origin of [
      'https://evil.example',
      'https://provider.example.com',
      'http://app.example.com',
      'https://app.example.com:8443',
      'https://api.example.com.evil.example',
      'null',
      '',
    ]) {
      expect(ports.write(origin, valid)).to.deep.equal([]);
    }
    expect(results).to.deep.equal([]);
    expect(heard.foreign).to.equal(0);
  });

  it('is not what else is said, which is counted and not answered', () => {
    const {ports, results, heard} = listening();
    expect(ports.say(channel, {...valid, state: 'T'.repeat(43)})).to.deep.equal([]);
    expect(ports.say(channel, null)).to.deep.equal([]);
    expect(ports.write('https://app.example.com', 'webpackHotUpdate')).to.deep.equal([]);
    expect(results).to.deep.equal([]);
    expect(heard.foreign).to.equal(3);
  });

  it('comes from windows where the browser has no channels', () => {
    const ports = new FakePorts();
    ports.hasChannels = false;
    const {results, sources} = listening({}, ports);
    ports.write('https://app.example.com', valid);
    expect(results).to.deep.equal([valid]);
    expect(sources.end(undefined)).to.be.undefined;
  });

  it('is told what became of the attempt when it comes too late, without a listener', () => {
    const {ports, results, sources} = listening();
    sources.end('superseded');
    const [verdict] = ports.say(channel, valid) as readonly object[];
    expect(verdict).to.include({t: 'nack', reason: 'superseded'});
    expect(results).to.deep.equal([]);
  });

  it('is waited for no more when that is stopped, but for the channel', () => {
    const {ports, sources} = listening();
    expect(ports.live).to.deep.equal({timers: 0, channels: 1, listeners: 1});
    const left = sources.end(undefined);
    expect(ports.live).to.deep.equal({timers: 0, channels: 1, listeners: 0});
    left?.close();
    expect(ports.live).to.deep.equal({timers: 0, channels: 0, listeners: 0});
  });
});

describe('what the backend of a host received', () => {
  it('is asked for by the state of the attempt', async () => {
    let asked: readonly unknown[] = [];
    const {attempt, end} = listening({
      waitForCompletion: (...question) => {
        asked = question;
        return new Promise(() => undefined);
      },
    });
    await settled();
    expect(asked).to.deep.equal([attempt, {signal: end.signal}]);
  });

  it('is not asked for when the attempt has ended meanwhile', async () => {
    let isAsked = false;
    const {end} = listening({
      waitForCompletion: () => {
        isAsked = true;
        return new Promise(() => undefined);
      },
    });
    end.abort();
    await settled();
    expect(isAsked).to.be.false;
  });

  it('may be the parameters of the answer', async () => {
    const params = {code: 'c', iss: 'https://as.example.com'};
    const {results} = listening({waitForCompletion: () => Promise.resolve({params})});
    await settled();
    expect(results).to.deep.equal([resultOf(state, params)]);
  });

  it('may be all that was in the address', async () => {
    const params = {code: 'c', state, scope: 'read', session_state: 'x', hd: 'example.com'};
    const {results} = listening({waitForCompletion: () => Promise.resolve({params})});
    await settled();
    expect(results).to.deep.equal([resultOf(state, {code: 'c', state})]);
  });

  it('may be a reference to it', async () => {
    const {references} = listening({
      waitForCompletion: () => Promise.resolve({reference: 'ref-1'}),
    });
    await settled();
    expect(references).to.deep.equal(['ref-1']);
  });

  it('is nothing before it is known', async () => {
    const completion = defer<{reference: string}>();
    const {references} = listening({waitForCompletion: () => completion.promise});
    await settled();
    expect(references).to.deep.equal([]);
    completion.resolve({reference: 'ref-1'});
    await settled();
    expect(references).to.deep.equal(['ref-1']);
  });

  const nameOf = (value: unknown) =>
    value === undefined ? 'undefined' : JSON.stringify(value).slice(0, 40);

  const useless: readonly (readonly [name: string, wait: () => Promise<unknown>])[] = [
    ['a rejection', () => Promise.reject(new Error('x'))],
    ['a rejection by nothing', () => rejected(undefined)],
    [
      'an exception',
      () => {
        throw new Error('x');
      },
    ],
    ...[
      undefined,
      null,
      5,
      'ref',
      true,
      [],
      {},
      {reference: 5},
      {reference: null},
      {params: null},
      {params: 'code=c'},
      {params: []},
      {params: [['code', 'c']]},
      {params: {code: 5}},
      {params: {code: ['a', 'b']}},
      {params: {code: 'x'.repeat(4097)}},
    ].map((value) => [nameOf(value), () => Promise.resolve(value)] as const),
  ];
  for (const [name, wait] of useless) {
    it(`is nothing when it is ${name}; the other ways stay open`, async () => {
      const waitForCompletion = wait as NonNullable<OAuthOptions['waitForCompletion']>;
      const {ports, results, references, heard} = listening({waitForCompletion});
      await settled();
      expect([results, references, heard.foreign]).to.deep.equal([[], [], 0]);
      ports.say(channel, valid);
      expect(results).to.deep.equal([valid]);
    });
  }
});
