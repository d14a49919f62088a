import {expect} from '@open-wc/testing';
import {browserPorts} from '../../src/oauth.js';
import {challengeOf, randomText} from '../../src/oauth/proof-key.js';
import {FakePorts} from '../support/authorization-ports.js';

describe('a proof key', () => {
  it('has the challenge that RFC 7636 appendix B computes', async () => {
    const challenge = await challengeOf(
      'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
      browserPorts(),
    );
    expect(challenge).to.equal('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  });

  it('is 256 bits in the characters of RFC 7636 §4.1, without padding', () => {
    for (let attempt = 0; attempt < 200; attempt++) {
      expect(randomText(browserPorts())).to.match(/^[A-Za-z0-9_-]{43}$/);
    }
  });

  it('is another each time', () => {
    const ports = browserPorts();
    const texts = new Set(Array.from({length: 1000}, () => randomText(ports)));
    expect(texts).to.have.property('size', 1000);
  });

  it('writes the bytes of the Base64 alphabet that a URL cannot hold in another way', () => {
    const bytes = Uint8Array.from({length: 32}, (_, index) => [0xfb, 0xef, 0xff][index % 3]!);
    const ports = Object.assign(new FakePorts(), {randomBytes: () => bytes});
    expect(randomText(ports)).to.equal(`${'--__'.repeat(10)}--8`);
  });

  it('asks for as many random bytes as it says', () => {
    const lengths: number[] = [];
    const randomBytes = (length: number) => {
      lengths.push(length);
      return new Uint8Array(length);
    };
    randomText(Object.assign(new FakePorts(), {randomBytes}));
    expect(lengths).to.deep.equal([32]);
  });
});
