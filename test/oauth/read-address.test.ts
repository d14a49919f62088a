import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {isKnownParameter} from '../../src/oauth/message.js';
import {readAddress} from '../../src/oauth/read-address.js';
import {resultOf} from '../support/authorization-ports.js';

const state = 'S'.repeat(43);

describe('an address that the user ended on', () => {
  const redirectUri = 'https://app.example.com/oauth/callback';
  const readFrom = (address: string) => readAddress(address, redirectUri, state, isKnownParameter);
  const read = (query: string) => readFrom(`${redirectUri}${query}`);

  it('is the message that the callback page would have sent', () => {
    expect(read(`?code=the-code&state=${state}`)).to.deep.equal(resultOf(state));
  });

  it('may have a refusal, an issuer and what nobody knows', () => {
    expect(
      read(`?error=access_denied&state=${state}&iss=https%3A%2F%2Fas.example.com&scope=a&hd=b`),
    ).to.deep.equal(
      resultOf(state, {error: 'access_denied', state, iss: 'https://as.example.com'}),
    );
  });

  it('may be one of OAuth 1.0a', () => {
    expect(read(`?state=${state}&oauth_token=t&oauth_verifier=v`)?.params).to.deep.equal({
      state,
      oauth_token: 't',
      oauth_verifier: 'v',
    });
  });

  it('is malformed when a parameter is there twice, or in the fragment too', () => {
    expect(read(`?code=a&code=b&state=${state}`)).to.include({fault: 'malformed'});
    expect(read(`?code=a&state=${state}&state=${state}`)).to.include({fault: 'malformed'});
    expect(read(`?code=a&state=${state}#code=b`)).to.include({fault: 'malformed'});
  });

  it('is of no use when it has tokens in place of a code', () => {
    for (const token of ['access_token', 'id_token', 'response']) {
      expect(read(`?${token}=x&state=${state}`), token).to.include({fault: 'unsupported'});
      expect(read(`?state=${state}#${token}=x`), token).to.include({fault: 'unsupported'});
    }
    expect(read(`?code=the-code&state=${state}&my_response=x`)).to.deep.equal(resultOf(state));
  });

  it('is not malformed by a fragment that says nothing of the answer', () => {
    for (const fragment of ['#', '#_=_', '#top', '#!/done?x=y']) {
      expect(read(`?code=the-code&state=${state}${fragment}`), fragment).to.deep.equal(
        resultOf(state),
      );
    }
  });

  for (const [name, address] of [
    ['nothing', ''],
    ['no address', 'code=x'],
    ['a relative one', `/oauth/callback?code=x&state=${state}`],
    ['of another origin', `https://evil.example/oauth/callback?code=x&state=${state}`],
    ['of another port', `https://app.example.com:8443/oauth/callback?code=x&state=${state}`],
    ['of another scheme', `http://app.example.com/oauth/callback?code=x&state=${state}`],
    ['of another page', `https://app.example.com/oauth/other?code=x&state=${state}`],
    ['of a page below', `${redirectUri}/x?code=x&state=${state}`],
    ['without an answer', redirectUri],
    ['without a state', `${redirectUri}?code=x`],
    ['with another state', `${redirectUri}?code=x&state=${'T'.repeat(43)}`],
    ['with the state and a space', `${redirectUri}?code=x&state=${state}%20`],
    ['that runs', `javascript:alert(1)//${redirectUri}?code=x&state=${state}`],
  ] as const) {
    it(`is no answer when it is ${name}`, () => {
      expect(readFrom(address)).to.be.undefined;
    });
  }

  it('is read whatever it is', () => {
    const property = fc.property(fc.string({unit: 'binary'}), (text) => {
      readFrom(text);
      read(`?${text}`);
    });
    fc.assert(property, {numRuns: 1000});
  });
});
