import {expect} from '@open-wc/testing';
import {
  KeyslotRequestError,
  resolveRequest,
  resolveTokenRequest,
  type FieldValues,
  type RequestErrorCode,
  type ResolveOptions,
} from '../../src/core.js';
import {connectorWith} from '../support/model.js';

/** An entry of `test/support/request-cases.json`, which `test/node/request.test.mjs` runs too. */
interface RequestCase {
  readonly name: string;
  readonly method: object;
  readonly values: FieldValues;
  readonly options?: ResolveOptions;
  readonly expected?: object;
  readonly error?: {readonly code: RequestErrorCode; readonly params: object};
}

const response = await fetch(new URL('../support/request-cases.json', import.meta.url));
const {requests, tokenRequests} = (await response.json()) as Readonly<
  Record<'requests' | 'tokenRequests', readonly RequestCase[]>
>;

async function errorOf(promise: Promise<unknown>): Promise<KeyslotRequestError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof KeyslotRequestError)) throw new Error('no KeyslotRequestError');
  return error;
}

const groups = [
  {name: 'resolveRequest', resolve: resolveRequest, cases: requests},
  {name: 'resolveTokenRequest', resolve: resolveTokenRequest, cases: tokenRequests},
] as const;

for (const {name: group, resolve, cases} of groups) {
  describe(group, () => {
    for (const {name, method, values, options, expected, error} of cases) {
      const resolved = () =>
        resolve(connectorWith(method), {methodId: 'one', values}, options ?? {});

      if (error) {
        it(`refuses ${name}, and repeats no value`, async () => {
          const found = await errorOf(resolved());
          expect({code: found.code, params: found.params}).to.deep.equal(error);
          const said = [found.message, found.stack, JSON.stringify(found), String(found.cause)];
          expect(said.join('\n')).not.to.include('secret-1');
        });
      } else {
        it(`writes ${name}`, async () => {
          expect(await resolved()).to.deep.equal(expected);
        });
      }
    }

    it('refuses a method that the connector does not have', async () => {
      const {code} = await errorOf(
        resolve(connectorWith({id: 'two', type: 'token'}), {methodId: 'one', values: {}}),
      );
      expect(code).to.equal('credential_method');
    });

    it('refuses a definition that is none', async () => {
      const {code} = await errorOf(resolve(undefined, {methodId: 'one', values: {}}));
      expect(code).to.equal('credential_method');
    });
  });
}

describe('the errors of the request layer', () => {
  it('say their name, their code and what they are about', () => {
    const error = new KeyslotRequestError('request_invalid_value', {part: 'headers', name: 'X-A'});
    expect(String(error)).to.equal('KeyslotRequestError: request_invalid_value headers X-A');
  });

  it('are all among those that were provoked', () => {
    const provoked = [...requests, ...tokenRequests].flatMap(({error}) => error?.code ?? []);
    // A record, so that the compiler knows when one is missing.
    const codes: Record<RequestErrorCode, true> = {
      credential_method: true,
      request_access_token_missing: true,
      request_invalid_value: true,
      request_missing: true,
      request_private_key: true,
      request_unsupported: true,
      template_value_invalid: true,
      template_variable_missing: true,
    };
    expect([...new Set(provoked)]).to.have.members(Object.keys(codes));
  });
});

describe('a signed request', () => {
  const values = {consumerKey: 'ck', consumerSecret: 'cs', token: 't', tokenSecret: 'ts'};
  const header = async (options: ResolveOptions) => {
    const connector = connectorWith({id: 'one', type: 'oauth1'});
    const request = {method: 'GET', url: 'https://acme.example.com/'};
    const {headers} = await resolveRequest(
      connector,
      {methodId: 'one', values},
      {request, ...options},
    );
    return headers['Authorization'] ?? '';
  };
  const part = (text: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(text)?.[1];

  it('has another nonce each time, of 128 bits', async () => {
    const nonces = new Set<string | undefined>();
    for (let count = 0; count < 50; count += 1) nonces.add(part(await header({}), 'oauth_nonce'));
    expect(nonces.size).to.equal(50);
    for (const nonce of nonces) expect(nonce).to.match(/^[\w-]{22}$/);
  });

  it('has the time of day in seconds', async () => {
    const before = Math.floor(Date.now() / 1000);
    const timestamp = Number(part(await header({}), 'oauth_timestamp'));
    expect(timestamp).to.be.within(before, Math.ceil(Date.now() / 1000));
  });

  it('takes the nonce and the time of the host', async () => {
    expect(await header({nonce: 'n', timestamp: 5})).to.equal(
      await header({nonce: 'n', timestamp: 5}),
    );
  });
});
