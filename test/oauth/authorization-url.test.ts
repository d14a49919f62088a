import {expect} from '@open-wc/testing';
import type {AuthorizationPlan} from '../../src/model/authorization.js';
import type {FieldValues} from '../../src/model/method-kind.js';
import {KeyslotAuthorizationError} from '../../src/oauth/authorization-error.js';
import {
  buildAuthorizationUrl,
  checkAuthorizationUrl,
  type AddressRules,
  type AuthorizationRequestParameters,
} from '../../src/oauth/authorization-url.js';

const plan: AuthorizationPlan = {
  protocol: 'oauth2',
  authorizationUrl: 'https://provider.example.com/authorize',
  clientId: 'the client & co',
};
const request: AuthorizationRequestParameters = {
  redirectUri: 'https://app.example.com/callback?tenant=1',
  scopes: ['read', 'write:all'],
  state: 'S'.repeat(43),
  codeChallenge: 'C'.repeat(43),
};

interface Built {
  readonly plan?: Partial<AuthorizationPlan>;
  readonly values?: FieldValues;
  readonly request?: Partial<AuthorizationRequestParameters>;
}

const build = (built: Built = {}): URL =>
  new URL(
    buildAuthorizationUrl({...plan, ...built.plan}, built.values ?? {}, {
      ...request,
      ...built.request,
    }),
  );

/** The code of the error that something throws, or what it returns. */
function outcomeOf(action: () => URL): string {
  try {
    return action().href;
  } catch (error) {
    if (error instanceof KeyslotAuthorizationError) return error.code;
    throw error;
  }
}

describe('the address of a request for authorization', () => {
  it('has every parameter of the standard once', () => {
    expect([...build().searchParams]).to.have.deep.members([
      ['response_type', 'code'],
      ['client_id', 'the client & co'],
      ['redirect_uri', 'https://app.example.com/callback?tenant=1'],
      ['scope', 'read write:all'],
      ['state', request.state],
      ['code_challenge', request.codeChallenge],
      ['code_challenge_method', 'S256'],
    ]);
  });

  it('passes the check that it has to pass', () => {
    const {href} = build();
    expect(checkAuthorizationUrl(href, {}).href).to.equal(href);
  });

  it('has no challenge where the method wants none', () => {
    const {searchParams} = build({request: {codeChallenge: undefined}});
    expect(searchParams.has('code_challenge')).to.be.false;
    expect(searchParams.has('code_challenge_method')).to.be.false;
  });

  it('has no scope when nothing is asked for', () => {
    expect(build({request: {scopes: []}}).searchParams.has('scope')).to.be.false;
  });

  it('puts between scopes what the provider expects', () => {
    const {searchParams} = build({plan: {scopeSeparator: ','}});
    expect(searchParams.getAll('scope')).to.deep.equal(['read,write:all']);
  });

  it('keeps the query that the definition has, and adds its parameters', () => {
    const {searchParams} = build({
      plan: {
        authorizationUrl: 'https://provider.example.com/authorize?tenant=a%20b',
        authorizationParams: {prompt: 'consent', audience: 'a&b=c#d'},
      },
    });
    expect(searchParams.get('tenant')).to.equal('a b');
    expect(searchParams.get('prompt')).to.equal('consent');
    expect(searchParams.get('audience')).to.equal('a&b=c#d');
  });

  it('has a parameter once that the definition has twice (RFC 6749 §3.1)', () => {
    const {searchParams} = build({
      plan: {
        authorizationUrl: 'https://provider.example.com/authorize?prompt=login',
        authorizationParams: {prompt: 'consent'},
      },
    });
    expect(searchParams.getAll('prompt')).to.deep.equal(['consent']);
  });

  it('cannot have its own parameters replaced by the definition', () => {
    const {searchParams} = build({
      plan: {
        authorizationParams: {
          state: 'theirs',
          redirect_uri: 'https://evil.example',
          client_id: 'theirs',
          response_type: 'token',
          code_challenge: 'theirs',
          code_challenge_method: 'plain',
          scope: 'everything',
        },
      },
    });
    expect([...searchParams]).to.have.deep.members([...build().searchParams]);
  });

  it('takes the client from the value when the definition has none', () => {
    const {searchParams} = build({plan: {clientId: undefined}, values: {clientId: 'mine'}});
    expect(searchParams.getAll('client_id')).to.deep.equal(['mine']);
    const {searchParams: theirs} = build({values: {clientId: 'mine'}});
    expect(theirs.getAll('client_id')).to.deep.equal(['the client & co']);
  });

  for (const [name, clientId] of [
    ['no client', undefined],
    ['an empty client', ''],
    ['a client that is no text', 5],
  ] as const) {
    it(`cannot be made with ${name}`, () => {
      const values = clientId === undefined ? {} : {clientId};
      expect(outcomeOf(() => build({plan: {clientId: undefined}, values}))).to.equal(
        'authorize_url_invalid',
      );
    });
  }

  it('puts values in their places, each as its place demands', () => {
    const authorizationUrl = 'https://{{shop}}.example.com/{{path}}/authorize?hint={{hint}}';
    const values = {shop: 'acme', path: 'a/b?c#d', hint: 'x&state=mine#y'};
    const url = build({plan: {authorizationUrl}, values});
    expect(url.host).to.equal('acme.example.com');
    expect(url.pathname).to.equal('/a%2Fb%3Fc%23d/authorize');
    expect(url.searchParams.get('hint')).to.equal('x&state=mine#y');
    expect(url.searchParams.getAll('state')).to.deep.equal([request.state]);
  });

  for (const shop of [
    '',
    'evil.example/',
    'evil.example#',
    'evil.example?',
    'evil.example\\',
    'user@evil',
    'a.b',
    'xn--80ak6aa92e',
    '{{shop}}',
    '-',
  ]) {
    it(`lets no value choose another host: ${JSON.stringify(shop)}`, () => {
      const authorizationUrl = 'https://{{shop}}.example.com/authorize';
      expect(outcomeOf(() => build({plan: {authorizationUrl}, values: {shop}}))).to.equal(
        'authorize_url_invalid',
      );
    });
  }

  it('cannot be made while a value is missing', () => {
    const authorizationUrl = 'https://{{shop}}.example.com/authorize';
    expect(outcomeOf(() => build({plan: {authorizationUrl}}))).to.equal('authorize_url_invalid');
  });
});

const ORIGIN = 'https://provider.example.com';
const INVALID = 'authorize_url_invalid';
const FORBIDDEN = 'authorize_url_forbidden';
const OK = 'ok';
const only: AddressRules = {allowedAuthorizationOrigins: [ORIGIN]};
const loopback: AddressRules = {allowLoopback: true};

describe('an address to send a window to', () => {
  // Matrix A6, A7, F12.
  const table: readonly (readonly [address: unknown, verdict: string, rules?: AddressRules])[] = [
    [`${ORIGIN}/authorize?a=b`, OK],
    ['HTTPS://Provider.Example.com/', OK],
    ['https://provider.example.com:8443/', OK],
    ['https://[2001:db8::1]/', OK],
    ['https://xn--80ak6aa92e.com/', OK],
    // Not an address.
    [undefined, INVALID],
    [null, INVALID],
    [42, INVALID],
    [{href: `${ORIGIN}/`}, INVALID],
    [new URL(`${ORIGIN}/`), INVALID],
    [[`${ORIGIN}/`], INVALID],
    ['', INVALID],
    ['authorize', INVALID],
    ['/authorize', INVALID],
    ['//provider.example.com/authorize', INVALID],
    ['provider.example.com/authorize', INVALID],
    ['https://', INVALID],
    ['https:///', INVALID],
    ['https://exa mple.com/', INVALID],
    ['https://provider.example.com:99999/', INVALID],
    ['https://[::1', INVALID],
    // Runs in the name of the page.
    ['javascript:opener.__pwned=1', FORBIDDEN],
    ['JaVaScRiPt:opener.__pwned=1', FORBIDDEN],
    ['javascript://provider.example.com/%0aopener.__pwned=1', FORBIDDEN],
    ['javascript:%6fpener.__pwned=1', FORBIDDEN],
    ['java\tscript:opener.__pwned=1', INVALID],
    ['java\nscript:opener.__pwned=1', INVALID],
    ['java\r\nscript:opener.__pwned=1', INVALID],
    ['\x01javascript:opener.__pwned=1', INVALID],
    [' javascript:opener.__pwned=1', INVALID],
    ['\u00a0javascript:opener.__pwned=1', INVALID],
    ['\ufeffjavascript:opener.__pwned=1', INVALID],
    ['javascript\t:opener.__pwned=1', INVALID],
    ['javascript%3Aopener.__pwned=1', INVALID],
    ['%6aavascript:opener.__pwned=1', INVALID],
    ['vbscript:msgbox(1)', FORBIDDEN],
    // Goes somewhere else than to a provider.
    ['data:text/html,<script>opener.__pwned=1</script>', FORBIDDEN],
    ['blob:https://provider.example.com/2f0e', FORBIDDEN],
    ['filesystem:https://provider.example.com/x', FORBIDDEN],
    ['file:///etc/passwd', FORBIDDEN],
    ['about:blank', FORBIDDEN],
    ['about:srcdoc', FORBIDDEN],
    ['view-source:https://provider.example.com/', FORBIDDEN],
    ['ws://provider.example.com/', FORBIDDEN],
    ['ftp://provider.example.com/', FORBIDDEN],
    ['mailto:a@example.com', FORBIDDEN],
    ['intent://provider.example.com/', FORBIDDEN],
    ['myapp://authorize', FORBIDDEN],
    ['http://provider.example.com/', FORBIDDEN],
    ['http://127.0.0.1:3000/', FORBIDDEN],
    ['http://localhost:3000/', FORBIDDEN],
    // Hides where it goes.
    ['https://user@provider.example.com/', FORBIDDEN],
    ['https://user:password@provider.example.com/', FORBIDDEN],
    ['https://:password@provider.example.com/', FORBIDDEN],
    ['https://provider.example.com@evil.example/', FORBIDDEN],
    ['https://provider.example.com\\@evil.example/', INVALID],
    ['https:\\\\provider.example.com\\', INVALID],
    [`${ORIGIN}/\0`, INVALID],
    [`${ORIGIN}/\x7f`, INVALID],
    [`${ORIGIN}/\x85`, INVALID],
    [`${ORIGIN}/a b`, INVALID],
    [`${ORIGIN}/a\u3000b`, INVALID],
    [`${ORIGIN}/\n`, INVALID],
    [`\n${ORIGIN}/`, INVALID],
    // As long as servers take.
    [`${ORIGIN}/`.padEnd(8192, 'x'), OK],
    [`${ORIGIN}/`.padEnd(8193, 'x'), INVALID],
    // A response in the fragment would not be told from it.
    [`${ORIGIN}/#`, INVALID],
    [`${ORIGIN}/#state=x`, INVALID],
    [`${ORIGIN}/?a=b#c`, INVALID],
    // Which of two parameters counts is up to the provider.
    [`${ORIGIN}/?state=a&state=b`, INVALID],
    [`${ORIGIN}/?state=a&state=a`, INVALID],
    [`${ORIGIN}/?state=a&%73tate=b`, INVALID],
    [`${ORIGIN}/?client_id=a&x=y&client_id=b`, INVALID],
    [`${ORIGIN}/?client_secret=a&client_secret=b`, INVALID],
    [`${ORIGIN}/?redirect_uri=a&redirect_uri=b`, INVALID],
    [`${ORIGIN}/?response_type=code&response_type=token`, INVALID],
    [`${ORIGIN}/?response_mode=query&response_mode=fragment`, INVALID],
    [`${ORIGIN}/?scope=a&scope=b`, INVALID],
    [`${ORIGIN}/?nonce=a&nonce=b`, INVALID],
    [`${ORIGIN}/?request=a&request=b`, INVALID],
    [`${ORIGIN}/?request_uri=a&request_uri=b`, INVALID],
    [`${ORIGIN}/?code_challenge=a&code_challenge=b`, INVALID],
    [`${ORIGIN}/?code_challenge_method=a&code_challenge_method=b`, INVALID],
    [`${ORIGIN}/?resource=a&resource=b`, OK],
    // The origins that the host trusts.
    [`${ORIGIN}/authorize`, OK, only],
    [`${ORIGIN}:443/authorize`, OK, only],
    ['HTTPS://PROVIDER.EXAMPLE.COM/', OK, only],
    [`${ORIGIN}:8443/authorize`, FORBIDDEN, only],
    [`${ORIGIN}./authorize`, FORBIDDEN, only],
    [`${ORIGIN}.evil.example/`, FORBIDDEN, only],
    ['https://evil.example/https://provider.example.com', FORBIDDEN, only],
    ['https://sub.provider.example.com/', FORBIDDEN, only],
    ['https://prοvider.example.com/', FORBIDDEN, only],
    [`${ORIGIN}/`, FORBIDDEN, {allowedAuthorizationOrigins: []}],
    // The machine itself, for development.
    ['http://127.0.0.1:3000/', OK, loopback],
    ['http://127.1/', OK, loopback],
    ['http://2130706433/', OK, loopback],
    ['http://[::1]:3000/', OK, loopback],
    ['http://localhost/', OK, loopback],
    ['http://LOCALHOST/', OK, loopback],
    ['http://provider.localhost:3000/', OK, loopback],
    ['http://a.b-c.localhost/', OK, loopback],
    ['http://localhost.example.com/', FORBIDDEN, loopback],
    ['http://evillocalhost/', FORBIDDEN, loopback],
    ['http://127.0.0.1.example.com/', FORBIDDEN, loopback],
    ['http://127.0.0.2/', FORBIDDEN, loopback],
    ['http://0.0.0.0/', FORBIDDEN, loopback],
    ['http://192.168.0.1/', FORBIDDEN, loopback],
    ['http://[::2]/', FORBIDDEN, loopback],
    ['http://user@localhost/', FORBIDDEN, loopback],
    ['ftp://localhost/', FORBIDDEN, loopback],
    ['http://localhost/', FORBIDDEN, {...only, allowLoopback: true}],
  ];

  for (const [address, verdict, rules = {}] of table) {
    const text = typeof address === 'string' ? address.slice(0, 80) : address;
    const condition = JSON.stringify(rules);
    it(`${verdict}: ${JSON.stringify(text)} ${condition}`, () => {
      const outcome = outcomeOf(() => checkAuthorizationUrl(address, rules));
      if (verdict === OK) expect(outcome).to.equal(new URL(String(address)).href);
      else expect(outcome).to.equal(verdict);
    });
  }

  it('is refused without being told', () => {
    for (const [address, verdict, rules = {}] of table) {
      if (verdict === OK || typeof address !== 'string' || address.length < 20) continue;
      try {
        checkAuthorizationUrl(address, rules);
        expect.fail(address);
      } catch (error) {
        const {message, stack = ''} = error as Error;
        expect(message).to.equal(verdict);
        expect(JSON.stringify(error)).not.to.include(address);
        expect(stack).not.to.include(address);
      }
    }
  });
});
