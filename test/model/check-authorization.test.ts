import {expect} from '@open-wc/testing';
import type {ExistingCredential} from '../../src/core.js';
import {askedScopes, type AuthorizationPlan} from '../../src/model/authorization.js';
import {
  basisOfGrant,
  isGoodFor,
  needsAuthorization,
  readAuthorization,
} from '../../src/model/check-authorization.js';
import type {JsonValue} from '../../src/model/json.js';
import {granted, grantedKeys} from '../support/grants.js';
import {connectorWith, methodOf} from '../support/model.js';

/** A method that lets its user sign in at a store, with a client of the user's own. */
const signIn = methodOf(
  connectorWith({
    id: 'window',
    type: 'oauth2-authorization-code',
    authorizationUrl: 'https://{{store}}.acme.example.com/authorize',
    tokenUrl: 'https://id.acme.example.com/{{tenant}}/token',
    scopes: [{value: 'read', required: true}, {value: 'write', default: true}, {value: 'admin'}],
    variables: [{key: 'store', required: true}, {key: 'tenant', required: true}, {key: 'note'}],
  }),
);
const values = {store: 'my-store', tenant: 'eu', note: 'mine', clientId: 'c'};
const existing: ExistingCredential = {
  methodId: 'window',
  values,
  stored: ['clientSecret'],
  scopes: ['read', 'write'],
};
const plan = signIn.authorization!;

describe('askedScopes', () => {
  it('are the required ones, and those that are asked for unless the user says otherwise', () => {
    expect(askedScopes(plan, undefined)).to.deep.equal(['read', 'write']);
  });

  it('are the required ones, and those that the user chose', () => {
    expect(askedScopes(plan, new Set())).to.deep.equal(['read']);
    expect(askedScopes(plan, new Set(['admin', 'unknown']))).to.deep.equal(['read', 'admin']);
  });

  it('are none where there are none', () => {
    const {scopes: _, ...bare} = plan;
    expect(askedScopes(bare, undefined)).to.deep.equal([]);
  });
});

describe('needsAuthorization', () => {
  const isNeeded = (given: object, changed: Partial<ExistingCredential> = {}) =>
    needsAuthorization(signIn, {...existing, ...changed}, {...values, ...given});

  it('is true of a new connection', () => {
    expect(needsAuthorization(signIn, undefined, values)).to.be.true;
  });

  it('is false of a method without a window', () => {
    const token = methodOf(connectorWith({id: 'window', type: 'token'}));
    expect(needsAuthorization(token, undefined, {})).to.be.false;
  });

  it('is false when all that counts stays as it was', () => {
    expect(isNeeded({})).to.be.false;
    expect(isNeeded({note: 'theirs'})).to.be.false;
  });

  it('is true when the connection was made by another method', () => {
    expect(isNeeded({}, {methodId: 'other'})).to.be.true;
    expect(isNeeded({}, {type: 'oauth1'})).to.be.true;
    expect(isNeeded({}, {type: 'oauth2-authorization-code'})).to.be.false;
  });

  for (const key of ['store', 'tenant', 'clientId']) {
    it(`is true when ${key} is another one, or gone, or new`, () => {
      expect(isNeeded({[key]: 'other'})).to.be.true;
      expect(isNeeded({[key]: undefined})).to.be.true;
      expect(isNeeded({}, {values: {...values, [key]: undefined}})).to.be.true;
    });
  }

  it('is true when the secret of the client is replaced', () => {
    expect(isNeeded({clientSecret: 'new'})).to.be.true;
  });

  it('takes only secrets for stored ones, whatever the host lists', () => {
    expect(isNeeded({}, {stored: ['clientSecret', 'clientId', 'store']})).to.be.false;
  });

  it('takes nothing of the prototype chain for a stored value', () => {
    const method = methodOf(
      connectorWith({
        id: 'window',
        type: 'oauth2-authorization-code',
        clientId: 'keyslot',
        authorizationUrl: 'https://acme.example.com/{{toString}}/authorize',
        variables: [{key: 'toString', required: true}],
      }),
    );
    const stored = {methodId: 'window', values: {}, stored: []};
    expect(needsAuthorization(method, stored, {})).to.be.false;
  });

  it('is true when something must be asked for that was not', () => {
    expect(isNeeded({}, {scopes: ['write']})).to.be.true;
    expect(isNeeded({}, {scopes: []})).to.be.true;
  });

  it('is false when less or more was asked for than must be', () => {
    expect(isNeeded({}, {scopes: ['read']})).to.be.false;
    expect(isNeeded({}, {scopes: ['read', 'admin', 'of old']})).to.be.false;
  });

  it('is false when nobody knows what was asked for', () => {
    const {scopes: _, ...unknown} = existing;
    expect(needsAuthorization(signIn, unknown, values)).to.be.false;
  });

  it('knows consumers of OAuth 1.0a', () => {
    const authorizationUrl = 'https://acme.example.com/authorize';
    const method = methodOf(connectorWith({id: 'window', type: 'oauth1', authorizationUrl}));
    const stored = {methodId: 'window', values: {consumerKey: 'k'}, stored: ['consumerSecret']};
    expect(needsAuthorization(method, stored, {consumerKey: 'k'})).to.be.false;
    expect(needsAuthorization(method, stored, {consumerKey: 'l'})).to.be.true;
    expect(needsAuthorization(method, stored, {consumerKey: 'k', consumerSecret: 's'})).to.be.true;
    expect(needsAuthorization(method, stored, {consumerKey: 'k', realm: 'r'})).to.be.false;
  });

  it('does not take a variable of the definition for a client', () => {
    const method = methodOf(
      connectorWith({
        id: 'window',
        type: 'oauth2-authorization-code',
        clientId: 'keyslot',
        authorizationUrl: 'https://acme.example.com/authorize',
        variables: [{key: 'privateKey', secret: true}],
      }),
    );
    const stored = {methodId: 'window', values: {}, stored: ['privateKey']};
    expect(needsAuthorization(method, stored, {privateKey: 'new'})).to.be.false;
  });
});

describe('a grant', () => {
  const basis = basisOfGrant(signIn, values, ['read']);
  const isGood = (now: object, scopes = ['read'], method = signIn) =>
    isGoodFor(basis, method, {...values, ...now}, scopes);

  it('is good for the same client at the same address, asking for the same', () => {
    expect(isGood({})).to.be.true;
    expect(isGood({note: 'theirs'})).to.be.true;
  });

  it('is not for another client, address, request or method', () => {
    for (const key of ['store', 'tenant', 'clientId']) {
      expect(isGood({[key]: 'other'}), key).to.be.false;
    }
    expect(isGood({}, [])).to.be.false;
    const moved = {
      ...signIn,
      authorization: {...signIn.authorization!, issuer: 'https://a.example'},
    };
    expect(isGood({}, ['read'], moved)).to.be.false;
  });

  it('is good for any secret that was not at hand, and for no other than that which was', () => {
    expect(isGood({clientSecret: 'hunter2'})).to.be.true;
    const held = basisOfGrant(signIn, {...values, clientSecret: 'hunter2'}, ['read']);
    const isHeldGood = (clientSecret: string) =>
      isGoodFor(held, signIn, {...values, clientSecret}, ['read']);
    expect([isHeldGood('hunter2'), isHeldGood('other')]).to.deep.equal([true, false]);
  });

  it('is not for what else was not there when it was given', () => {
    const {tenant: _, ...rest} = values;
    expect(isGoodFor(basisOfGrant(signIn, rest, ['read']), signIn, values, ['read'])).to.be.false;
  });
});

describe('readAuthorization', () => {
  const oauth2: AuthorizationPlan = {...plan, scopes: []};
  const oauth1: AuthorizationPlan = {...oauth2, protocol: 'oauth1'};
  const acme = 'https://login.acme.example.com';
  const byAcme: AuthorizationPlan = {...oauth2, issuer: acme};
  const {code: _code, codeVerifier: _verifier, ...attempt} = granted;
  const reference = {...attempt, reference: 'answer-1'};

  const accepted: readonly (readonly [string, AuthorizationPlan, object])[] = [
    ['a code and what proves whose it is', oauth2, granted],
    ['a code that the backend can prove', oauth2, {...attempt, code: 'c'}],
    ['who gave the code', oauth2, {...granted, issuer: 'https://id.example.com'}],
    ['whom the definition names', byAcme, {...granted, issuer: acme}],
    ['what the backend received, which names nobody', byAcme, reference],
    ['a redirect on the machine itself', oauth2, {...granted, redirectUri: 'http://[::1]:1/a?b'}],
    ['a redirect to an application', oauth2, {...granted, redirectUri: 'com.example.app:/cb'}],
    ['a redirect to a web view', oauth2, {...granted, redirectUri: 'capacitor://localhost/cb'}],
    ['a token and its verifier', oauth1, grantedKeys],
    ['what the backend received for OAuth 2', oauth2, reference],
    ['what the backend received for OAuth 1.0a', oauth1, reference],
    ['what the page proves', oauth2, {...reference, codeVerifier: granted.codeVerifier}],
    ['the shortest state', oauth2, {...granted, state: 's'.repeat(22)}],
    ['the longest state', oauth2, {...granted, state: 's'.repeat(512)}],
    ['every character of a state', oauth2, {...granted, state: 'AZaz09._~-'.repeat(3)}],
    ['the longest code', oauth2, {...granted, code: 'c'.repeat(4096)}],
  ];
  for (const [what, asked, input] of accepted) {
    it(`accepts ${what}`, () => {
      expect(readAuthorization(asked, input as JsonValue)).to.deep.equal(input);
    });
  }

  const refused: readonly (readonly [string, AuthorizationPlan, unknown])[] = [
    ['nothing', oauth2, undefined],
    ['null', oauth2, null],
    ['a list', oauth2, [granted]],
    ['a text', oauth2, 'the-code'],
    ['an attempt without a grant', oauth2, attempt],
    ['a code for OAuth 1.0a', oauth1, granted],
    ['a token for OAuth 2', oauth2, grantedKeys],
    ['a token without its verifier', oauth1, {...attempt, oauthToken: 't'}],
    ['a verifier without its token', oauth1, {...attempt, oauthVerifier: 'v'}],
    ['a code beside a reference', oauth2, {...granted, reference: 'answer-1'}],
    ['a token beside a code', oauth2, {...granted, oauthToken: 't', oauthVerifier: 'v'}],
    ['a token beside a reference', oauth1, {...reference, oauthToken: 't'}],
    ['a proof key beside a token', oauth1, {...grantedKeys, codeVerifier: granted.codeVerifier}],
    ['a name that is two names', oauth1, {...attempt, 'oauthToken","oauthVerifier': 't'}],
    ['an access token', oauth2, {...granted, accessToken: 'a'}],
    ['a property of the prototype', oauth2, {...granted, toString: 'a'}],
    ['an empty code', oauth2, {...granted, code: ''}],
    ['a code that is no text', oauth2, {...granted, code: 1}],
    ['a code that is too long', oauth2, {...granted, code: 'c'.repeat(4097)}],
    ['another issuer than the definition names', byAcme, {...granted, issuer: `${acme}/`}],
    ['no issuer where the definition names one', byAcme, granted],
    ['a reference by another issuer', byAcme, {...reference, issuer: 'https://evil.example'}],
    ...['javascript:1', 'javascript://a.example/%0a1', 'data:,a', 'about:blank', 'file:///a.b']
      .concat(['blob:https://a.example/1', '/callback', 'app.example.com/callback', 'https://'])
      .map(
        (redirectUri) =>
          [`a redirect to ${redirectUri}`, oauth2, {...granted, redirectUri}] as const,
      ),
    ['an empty issuer', oauth2, {...granted, issuer: ''}],
    ['no state', oauth2, {...granted, state: undefined}],
    ['a short state', oauth2, {...granted, state: 's'.repeat(21)}],
    ['a long state', oauth2, {...granted, state: 's'.repeat(513)}],
    ['a state with a space', oauth2, {...granted, state: `${granted.state} `}],
    ['no redirect address', oauth2, {...granted, redirectUri: undefined}],
    ['a short proof', oauth2, {...granted, codeVerifier: 'v'.repeat(42)}],
    ['a long proof', oauth2, {...granted, codeVerifier: 'v'.repeat(129)}],
    ['a proof with a space', oauth2, {...granted, codeVerifier: `${'v'.repeat(43)} `}],
    ['no scopes', oauth2, {...granted, scopes: undefined}],
    ['scopes that are a text', oauth2, {...granted, scopes: 'read'}],
    ['scopes where there are none', oauth2, {...granted, scopes: ['read']}],
  ];
  for (const [what, asked, input] of refused) {
    it(`refuses ${what}`, () => {
      const json =
        input === undefined ? undefined : (JSON.parse(JSON.stringify(input)) as JsonValue);
      expect(readAuthorization(asked, json)).to.equal(undefined);
    });
  }

  const scopes: readonly (readonly [isAccepted: boolean, scopes: JsonValue])[] = [
    [true, ['read']],
    [true, ['read', 'write']],
    [true, ['read', 'write', 'admin']],
    [false, []],
    [false, ['write']],
    [false, ['write', 'read']],
    [false, ['read', 'read']],
    [false, ['read', 'openid']],
    [false, ['read', 1]],
    [false, ['read', ['write']]],
    [false, {0: 'read', length: 1}],
  ];
  for (const [isAccepted, asked] of scopes) {
    it(`${isAccepted ? 'accepts' : 'refuses'} the scopes ${JSON.stringify(asked)}`, () => {
      const read = readAuthorization(plan, {...granted, scopes: asked});
      expect(read !== undefined).to.equal(isAccepted);
    });
  }
});
