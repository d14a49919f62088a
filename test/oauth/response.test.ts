import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {KeyslotAuthorizationError} from '../../src/oauth/authorization-error.js';
import type {ResponseFault} from '../../src/oauth/message.js';
import {judgeResponse, type ExpectedResponse} from '../../src/oauth/response.js';
import {resultOf} from '../support/authorization-ports.js';

type Params = Readonly<Record<string, string>>;

const state = 'S'.repeat(43);
const issuer = 'https://as.example.com';
const redirectUri = 'https://app.example.com/callback';
const plain: ExpectedResponse = {protocol: 'oauth2', state, redirectUri, scopes: ['a', 'b']};
const named: ExpectedResponse = {...plain, issuer};
const proven: ExpectedResponse = {...plain, codeVerifier: 'verifier'};
const oauth1: ExpectedResponse = {...plain, protocol: 'oauth1', oauthToken: 'token'};

function judged(params: Params, expected: ExpectedResponse = plain, fault?: ResponseFault) {
  try {
    return judgeResponse(resultOf(state, params, fault), expected);
  } catch (error) {
    if (error instanceof KeyslotAuthorizationError) return error;
    throw error;
  }
}

/** The code of an error, or `ok`. */
function verdictOf(params: Params, expected?: ExpectedResponse, fault?: ResponseFault): string {
  const judgement = judged(params, expected, fault);
  return judgement instanceof KeyslotAuthorizationError ? judgement.code : 'ok';
}

function providerErrorOf(params: Params) {
  const judgement = judged(params);
  return judgement instanceof KeyslotAuthorizationError ? judgement.provider : undefined;
}

describe('an answer', () => {
  const table: readonly (readonly [
    name: string,
    params: Params,
    verdict: string,
    expected?: ExpectedResponse,
    fault?: ResponseFault,
  ])[] = [
    ['a code', {code: 'c', state}, 'ok'],
    ['a code without a state, as a backend tells it', {code: 'c'}, 'ok'],
    // C1
    ['another state', {code: 'c', state: 'T'.repeat(43)}, 'response_malformed'],
    ['the state in another case', {code: 'c', state: 's'.repeat(43)}, 'response_malformed'],
    ['the state and a space', {code: 'c', state: `${state} `}, 'response_malformed'],
    ['an empty state', {code: 'c', state: ''}, 'response_malformed'],
    // C2
    ['the issuer', {code: 'c', state, iss: issuer}, 'ok', named],
    ['no issuer though one is known', {code: 'c', state}, 'issuer_missing', named],
    ['an empty issuer', {code: 'c', state, iss: ''}, 'issuer_mismatch', named],
    ['an issuer and a slash', {code: 'c', state, iss: `${issuer}/`}, 'issuer_mismatch', named],
    ['another issuer', {code: 'c', state, iss: 'https://evil.example'}, 'issuer_mismatch', named],
    ['an issuer in capitals', {code: 'c', iss: issuer.toUpperCase()}, 'issuer_mismatch', named],
    ['an issuer that nobody asked for', {code: 'c', state, iss: 'https://any.example'}, 'ok'],
    // C3
    ['both code and error', {code: 'c', error: 'access_denied', state}, 'response_malformed'],
    ['neither code nor error', {state}, 'response_malformed'],
    ['nothing at all', {}, 'response_malformed'],
    ['an empty code', {code: '', state}, 'response_malformed'],
    ['an empty error', {error: '', state}, 'response_malformed'],
    ['an empty code and an error', {code: '', error: 'e', state}, 'response_malformed'],
    ['a code, malformed', {code: 'c', state}, 'response_malformed', plain, 'malformed'],
    ['the keys of OAuth 1.0a', {oauth_token: 'token', oauth_verifier: 'v'}, 'response_malformed'],
    // C4
    ['a code with tokens', {code: 'c', state}, 'response_unsupported', plain, 'unsupported'],
    ['tokens only', {state}, 'response_unsupported', plain, 'unsupported'],
    // B6, B7
    ['a refusal by the user', {error: 'access_denied', state}, 'access_denied'],
    ['an error', {error: 'invalid_scope', state}, 'provider_error'],
    ['an error that no standard names', {error: 'teapot', state}, 'provider_error'],
    ['a refusal in capitals', {error: 'ACCESS_DENIED', state}, 'provider_error'],
    // C8
    ['authorised keys', {oauth_token: 'token', oauth_verifier: 'v', state}, 'ok', oauth1],
    ['`denied`', {denied: 'token', state}, 'access_denied', oauth1],
    ['an empty `denied`', {denied: '', state}, 'access_denied', oauth1],
    ['an error of OAuth 1.0a', {error: 'x', state}, 'access_denied', oauth1],
    [
      'other keys',
      {oauth_token: 'other', oauth_verifier: 'v', state},
      'oauth1_token_mismatch',
      oauth1,
    ],
    ['no keys', {oauth_verifier: 'v', state}, 'oauth1_token_mismatch', oauth1],
    ['empty keys', {oauth_token: '', oauth_verifier: 'v'}, 'oauth1_token_mismatch', oauth1],
    [
      'keys where none were sent',
      {oauth_token: 'token', oauth_verifier: 'v'},
      'oauth1_token_mismatch',
      {...oauth1, oauthToken: undefined},
    ],
    ['no verifier', {oauth_token: 'token', state}, 'verifier_missing', oauth1],
    ['an empty verifier', {oauth_token: 'token', oauth_verifier: ''}, 'verifier_missing', oauth1],
    ['a code in OAuth 1.0a', {code: 'c', state}, 'oauth1_token_mismatch', oauth1],
    // The order: form, state, issuer, support, error, code.
    ['a wrong state and issuer', {code: 'c', state: 'x', iss: 'y'}, 'response_malformed', named],
    [
      'a malformed answer of another issuer',
      {code: 'c', state, iss: 'y'},
      'response_malformed',
      named,
      'malformed',
    ],
    ['a refusal by another issuer', {error: 'access_denied', iss: 'y'}, 'issuer_mismatch', named],
    ['a refusal by no issuer', {error: 'access_denied', state}, 'issuer_missing', named],
    ['tokens of another issuer', {state, iss: 'y'}, 'issuer_mismatch', named, 'unsupported'],
    ['tokens for another state', {state: 'x'}, 'response_malformed', plain, 'unsupported'],
    [
      'tokens and a refusal',
      {error: 'access_denied'},
      'response_unsupported',
      plain,
      'unsupported',
    ],
    ['`denied` by another issuer', {denied: 't', iss: 'y'}, 'issuer_mismatch', {...oauth1, issuer}],
    ['`denied` for another state', {denied: 't', state: 'x'}, 'response_malformed', oauth1],
  ];

  for (const [name, params, verdict, expected, fault] of table) {
    it(`with ${name}: ${verdict}`, () => {
      expect(verdictOf(params, expected, fault)).to.equal(verdict);
    });
  }

  it('gives what was asked for and what came, and nothing else', () => {
    expect(judged({code: 'c', state})).to.deep.equal({
      state,
      redirectUri,
      scopes: ['a', 'b'],
      code: 'c',
    });
  });

  it('gives the verifier that belongs to the code', () => {
    expect(judged({code: 'c', state}, proven)).to.have.property('codeVerifier', 'verifier');
  });

  it('gives the issuer that answered, asked for or not', () => {
    expect(judged({code: 'c', iss: issuer}, named)).to.have.property('issuer', issuer);
    const other = 'https://any.example';
    expect(judged({code: 'c', iss: other})).to.have.property('issuer', other);
  });

  it('gives the keys of OAuth 1.0a', () => {
    const params = {oauth_token: 'token', oauth_verifier: 'v', code: 'c', state};
    expect(judged(params, oauth1)).to.deep.equal({
      state,
      redirectUri,
      scopes: ['a', 'b'],
      oauthToken: 'token',
      oauthVerifier: 'v',
    });
  });

  it('is of the phase that it went wrong in', () => {
    for (const [params, phase, retry] of [
      [{error: 'access_denied'}, 'provider', 'same'],
      [{error: 'server_error'}, 'provider', 'same'],
      [{code: ''}, 'response', 'same'],
    ] as const) {
      expect(judged(params)).to.include({phase, retry});
    }
    expect(judged({code: 'c'}, named)).to.include({phase: 'response', retry: 'none'});
  });
});

describe('an error of the provider', () => {
  it('is told as it came, when it is harmless', () => {
    const params = {
      error: 'invalid_scope',
      error_description: 'Unknown scope "x". Zugriff für 東京 verweigert 😀',
      error_uri: 'https://docs.example.com/errors#invalid_scope',
    };
    expect(providerErrorOf(params)).to.deep.equal({
      error: 'invalid_scope',
      description: params.error_description,
      uri: params.error_uri,
    });
  });

  it('is told of a refusal too', () => {
    const params = {error: 'access_denied', error_description: 'No seat left'};
    expect(providerErrorOf(params)).to.deep.equal({
      error: 'access_denied',
      description: 'No seat left',
    });
  });

  for (const error of [
    'a'.repeat(65),
    'tab\there',
    'line\nfeed',
    '"quoted"',
    'back\\slash',
    'naïve',
    '\u202eevil',
    '\x7f',
    '<script>"',
  ]) {
    it(`is not named by characters that RFC 6749 forbids: ${JSON.stringify(error)}`, () => {
      expect(providerErrorOf({error})).to.deep.equal({error: 'invalid_error'});
    });
  }

  it('is named by up to 64 characters that RFC 6749 allows', () => {
    const allowed = String.fromCharCode(
      ...Array.from({length: 0x7f - 0x20}, (_, index) => index + 0x20),
    ).replaceAll(/["\\]/g, '');
    for (const error of [allowed.slice(0, 64), allowed.slice(-64)]) {
      expect(providerErrorOf({error})).to.deep.equal({error});
    }
  });

  it('keeps markup as the text that it is', () => {
    const description = '<img src=x onerror="alert(1)"><script>alert(2)</script>{{clientId}}';
    expect(providerErrorOf({error: 'e', error_description: description})).to.have.property(
      'description',
      description,
    );
  });

  it('cannot turn words around, or hide some', () => {
    const description = '\u202egnihton si siht\u202c \u2066a\u2069\u200fb\ufeffc\u00add\u200be';
    expect(providerErrorOf({error: 'e', error_description: description})).to.have.property(
      'description',
      'gnihton si siht   a b c d e',
    );
  });

  it('is one line', () => {
    const description = '\r\n one\ttwo\0\u0085three\u2028four\u2029five\x1b[31m \n';
    expect(providerErrorOf({error: 'e', error_description: description})).to.have.property(
      'description',
      'one two three four five [31m',
    );
  });

  it('has no description when nothing of it can be shown', () => {
    for (const description of ['', ' ', '\n\n', '\u202e\u200b\ud800']) {
      expect(providerErrorOf({error: 'e', error_description: description})).to.deep.equal({
        error: 'e',
      });
    }
  });

  it('is cut to 500 characters, quickly', () => {
    for (const letter of ['x', '\n', '\u202e', 'x\u202e']) {
      const description = `!${letter.repeat(1_000_000)}`;
      const start = performance.now();
      const provider = providerErrorOf({error: 'e', error_description: description});
      expect(performance.now() - start).to.be.below(200);
      expect(provider?.description?.length).to.be.within(1, 500);
    }
  });

  it('is not cut through a character', () => {
    for (const start of ['', 'x']) {
      const description = start + '😀'.repeat(400);
      const provider = providerErrorOf({error: 'e', error_description: description});
      expect(provider?.description).not.to.match(/\p{Cs}/u);
    }
  });

  for (const uri of [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\tscript:alert(1)',
    ' https://docs.example.com',
    'data:text/html,<script>alert(1)</script>',
    'http://docs.example.com',
    '//docs.example.com',
    '/errors',
    'https://user@docs.example.com',
    'https://user:password@docs.example.com',
    'https:\\\\docs.example.com',
    'https://',
    `https://docs.example.com/${'x'.repeat(2048)}`,
    'blob:https://docs.example.com/1',
    '',
  ]) {
    it(`does not link to ${JSON.stringify(uri.slice(0, 60))}`, () => {
      expect(providerErrorOf({error: 'e', error_uri: uri})).to.deep.equal({error: 'e'});
    });
  }

  it('never holds a character that could deceive, whatever came', () => {
    const text = fc.string({unit: 'binary', maxLength: 700});
    const property = fc.property(text, text, text, (error, description, uri) => {
      if (error === '') return;
      const provider = providerErrorOf({
        error,
        error_description: description,
        error_uri: uri,
      });
      expect(provider?.error).to.match(/^[\x20\x21\x23-\x5b\x5d-\x7e]{1,64}$/);
      expect(provider?.description ?? '').not.to.match(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      expect(provider?.description?.length ?? 1).to.be.within(1, 500);
      if (provider?.uri !== undefined) expect(provider.uri).to.match(/^https:\/\//i);
    });
    fc.assert(property, {numRuns: 1000});
  });
});
