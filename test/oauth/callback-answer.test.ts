import {expect, waitUntil} from '@open-wc/testing';
import {resultOf} from '../support/authorization-ports.js';
import {
  code,
  listen,
  open,
  openQuery,
  PAGE,
  resultOfQuery,
  state,
} from '../support/callback-page.js';
import {cleanUp} from '../support/frames.js';

afterEach(cleanUp);

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
