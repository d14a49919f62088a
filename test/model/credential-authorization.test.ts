import {expect} from '@open-wc/testing';
import {
  parseConnector,
  redactCredential,
  validateCredential,
  type Credential,
  type ExistingCredential,
} from '../../src/core.js';
import {REDACTED} from '../../src/model/credential.js';
import {validateCredentialFor} from '../../src/model/validate-credential.js';
import {granted, grantedKeys} from '../support/grants.js';
import {connectorWith} from '../support/model.js';

const windowMethod = {
  id: 'window',
  type: 'oauth2-authorization-code',
  authorizationUrl: 'https://{{store}}.acme.example.com/authorize',
  clientId: 'keyslot',
  scopes: [{value: 'read', required: true}, {value: 'write'}],
  variables: [{key: 'store', required: true}, {key: 'note'}],
};
const {connector} = parseConnector(
  connectorWith(
    windowMethod,
    {id: 'token', type: 'token'},
    {id: 'older', type: 'oauth1', authorizationUrl: 'https://acme.example.com/authorize'},
  ),
);
const authorization = {...granted, scopes: ['read']};
const credential: Credential = {
  connectorId: 'acme',
  methodId: 'window',
  type: 'oauth2-authorization-code',
  values: {store: 'my-store'},
  authorization,
};
const {authorization: _, ...withoutGrant} = credential;
const existing: ExistingCredential = {
  methodId: 'window',
  values: {store: 'my-store'},
  stored: [],
  scopes: ['read'],
};
const edited = {...withoutGrant, kept: [], cleared: []};

function issuesOf(input: object, stored?: ExistingCredential) {
  const validation = validateCredential(connector, input, {existing: stored});
  return validation.ok ? [] : validation.issues.map(({code, path}) => `${code} ${path}`);
}

describe('a credential of a method with a window', () => {
  it('is what it was, with what was granted, and frozen', () => {
    const validation = validateCredential(connector, credential);
    expect(validation).to.deep.equal({ok: true, credential});
    if (!validation.ok) return;
    expect(validation.credential.authorization).to.be.frozen;
    expect(validation.credential.authorization?.scopes).to.be.frozen;
  });

  it('needs to say what was granted', () => {
    expect(issuesOf(withoutGrant)).to.deep.equal(['credential_authorization /authorization']);
  });

  it('says all that is wrong with it at once', () => {
    expect(issuesOf({...withoutGrant, values: {more: 'x'}})).to.deep.equal([
      'field_required /values/store',
      'field_unexpected /values/more',
      'credential_authorization /authorization',
    ]);
  });

  it('of another method says nothing of a grant', () => {
    const token = {...credential, methodId: 'token', type: 'token', values: {token: 't'}};
    expect(issuesOf(token)).to.deep.equal(['credential_unexpected /authorization']);
    expect(issuesOf({...edited, ...token, authorizationKept: true}, existing)).to.deep.equal([
      'credential_unexpected /authorization',
      'credential_unexpected /authorizationKept',
    ]);
  });

  it('has no property beside', () => {
    expect(issuesOf({...credential, accessToken: 'a'})).to.deep.equal([
      'credential_unexpected /accessToken',
    ]);
    const more = {...credential, authorization: {...authorization, accessToken: 'a'}};
    expect(issuesOf(more)).to.deep.equal(['credential_authorization /authorization']);
  });

  it('that is new keeps nothing', () => {
    expect(issuesOf({...withoutGrant, authorizationKept: true})).to.deep.equal([
      'credential_unexpected /authorizationKept',
    ]);
  });

  it('can be validated before the user has signed in', () => {
    expect(validateCredentialFor(connector, withoutGrant, undefined, true)).to.deep.equal({
      ok: true,
      credential: withoutGrant,
    });
    expect(validateCredentialFor(connector, {...withoutGrant, values: {}}, undefined, true).ok).to
      .be.false;
  });
});

describe('a credential of a method that names its issuer', () => {
  const issuer = 'https://login.acme.example.com';
  const named = connectorWith({...windowMethod, issuer});
  const isFrom = (from: string | undefined, options: {readonly issuer?: string} = {}) => {
    const grant = {...authorization, ...(from && {issuer: from})};
    return validateCredential(named, {...credential, authorization: grant}, options).ok;
  };

  it('is of that issuer', () => {
    expect(isFrom(issuer)).to.be.true;
    for (const from of ['https://evil.example', undefined]) expect(isFrom(from)).to.be.false;
  });

  it('is of the issuer that the backend names, where it names one', () => {
    const other = {issuer: 'https://tenant.acme.example.com'};
    expect(isFrom(other.issuer, other)).to.be.true;
    for (const from of [issuer, undefined]) expect(isFrom(from, other)).to.be.false;
  });
});

describe('an edited credential of a method with a window', () => {
  it('keeps what was granted', () => {
    const kept = {...edited, authorizationKept: true, values: {store: 'my-store', note: 'new'}};
    const validation = validateCredential(connector, kept, {existing});
    expect(validation).to.deep.equal({ok: true, credential: kept});
  });

  it('says what was granted this time', () => {
    const again = {...edited, authorization};
    expect(validateCredential(connector, again, {existing})).to.deep.equal({
      ok: true,
      credential: again,
    });
  });

  const due = ['credential_authorization /authorization'];
  const refused: readonly (readonly [string, object, Partial<ExistingCredential>])[] = [
    ['nor says so', {}, {}],
    ['and another one', {authorizationKept: true, authorization}, {}],
    ['and denies it', {authorizationKept: false}, {}],
    ['as a text', {authorizationKept: 'true'}, {}],
    ['of another store', {authorizationKept: true, values: {store: 'other'}}, {}],
    ['of another method', {authorizationKept: true}, {methodId: 'older'}],
    ['of another type', {authorizationKept: true}, {type: 'oauth1'}],
    ['for too little', {authorizationKept: true}, {scopes: ['write']}],
  ];
  for (const [what, more, stored] of refused) {
    it(`does not keep a grant ${what}`, () => {
      expect(issuesOf({...edited, ...more}, {...existing, ...stored})).to.deep.equal(due);
    });
  }
});

describe('a redacted credential of a method with a window', () => {
  it('shows of a grant where it is from and what it is for', () => {
    const issuer = 'https://id.example.com';
    const redacted = redactCredential(
      {...credential, authorization: {...authorization, issuer}},
      connector,
    );
    expect(redacted).to.deep.equal({
      ...credential,
      authorization: {
        state: REDACTED,
        code: REDACTED,
        codeVerifier: REDACTED,
        redirectUri: granted.redirectUri,
        scopes: ['read'],
        issuer,
      },
    });
  });

  it('shows no secret of any protocol, also without the connector', () => {
    for (const grant of [grantedKeys, {...grantedKeys, reference: 'answer-1'}, granted]) {
      const text = JSON.stringify(redactCredential({...credential, authorization: grant}));
      const {redirectUri: _uri, scopes: _scopes, ...secrets} = grant;
      for (const secret of Object.values(secrets)) expect(text).not.to.contain(secret);
    }
  });

  it('shows that a grant was kept', () => {
    const kept = {...edited, authorizationKept: true as const};
    expect(redactCredential(kept, connector)).to.deep.equal(kept);
  });
});
