import {expect} from '@open-wc/testing';
import {KeyslotAuthorizationError} from '../../src/oauth.js';

describe('an authorization error', () => {
  it('is an error by its code, and says what may help', () => {
    const error = new KeyslotAuthorizationError('popup_blocked');
    expect(error).to.be.an.instanceof(Error);
    expect(error).to.include({
      name: 'KeyslotAuthorizationError',
      message: 'popup_blocked',
      code: 'popup_blocked',
      phase: 'window',
      retry: 'redirect',
    });
    expect(String(error)).to.equal('KeyslotAuthorizationError: popup_blocked');
  });

  it('serializes without what the host said for its users', () => {
    const error = new KeyslotAuthorizationError('prepare_failed', {hostMessage: 'for people'});
    expect(error.hostMessage).to.equal('for people');
    expect(JSON.parse(JSON.stringify(error))).to.deep.equal({
      name: 'KeyslotAuthorizationError',
      code: 'prepare_failed',
      phase: 'prepare',
      retry: 'same',
    });
  });

  it('serializes its reason, its hint and what the provider said', () => {
    const cancelled = new KeyslotAuthorizationError('flow_cancelled', {reason: 'user'});
    expect(JSON.parse(JSON.stringify(cancelled))).to.include({reason: 'user'});
    const late = new KeyslotAuthorizationError('flow_timeout', {hint: 'offline'});
    expect(JSON.parse(JSON.stringify(late))).to.include({hint: 'offline'});
    const provider = {error: 'invalid_scope'};
    const refused = new KeyslotAuthorizationError('provider_error', {provider});
    expect(JSON.parse(JSON.stringify(refused))).to.deep.include({provider});
  });
});
