import {expect, waitUntil} from '@open-wc/testing';
import {CredentialFormController} from '../../src/controllers/credential-form-controller.js';
import {REVEAL_LIMIT_MS} from '../../src/controllers/reveal-guard.js';
import {defer, type Deferred} from '../support/deferred.js';
import {mountFields, type Driver} from '../support/driver.js';

const {loadJudge} = CredentialFormController.prototype;
const original = globalThis.setTimeout;

let use: Driver;
/** Settles when what is behind the first form is loaded, or cannot be. */
let loaded: Deferred<undefined>;
/** How often something was to happen after as long as a secret stays visible. */
let limits: number;

beforeEach(async () => {
  limits = 0;
  loaded = defer();
  loaded.promise.catch(() => undefined);
  CredentialFormController.prototype.loadJudge = async function () {
    await loaded.promise;
    return loadJudge.call(this);
  };
  globalThis.setTimeout = ((act: () => void, delay: number) => {
    if (delay === REVEAL_LIMIT_MS) limits += 1;
    return original(act, delay);
  }) as typeof setTimeout;
  use = await mountFields([{key: 'token', label: 'Token', secret: true}]);
  await use.type('Token', 'sk_1');
  await use.press('Show Token');
});
afterEach(() => {
  globalThis.setTimeout = original;
  CredentialFormController.prototype.loadJudge = loadJudge;
});

describe('a secret that is shown before what masks it again is there', () => {
  it('has its time once that is', async () => {
    expect([use.input('Token').type, limits]).to.deep.equal(['text', 0]);
    loaded.resolve(undefined);
    await waitUntil(() => limits > 0, 'it has no time');
    expect([use.input('Token').type, limits]).to.deep.equal(['text', 1]);
  });

  it('is masked where that cannot be loaded, which is said', async () => {
    loaded.reject(new TypeError('Failed to fetch'));
    await use.settle();
    expect(use.input('Token').type).to.equal('password');
    expect(use.status).to.equal('Token is hidden');
    expect(use.input('Token').value).to.equal('sk_1');
  });
});
