import {expect, html} from '@open-wc/testing';
import {KeyslotErrorEvent, type ExistingCredential, type OAuthOptions} from '../../src/index.js';
import {CredentialFormController} from '../../src/controllers/credential-form-controller.js';
import type {RedirectRecord} from '../../src/oauth/redirect-record.js';
import {
  click,
  eventually,
  oauth,
  SCOPES,
  signInAt,
  startProvider,
  store,
  Windows,
} from '../support/authorization.js';
import {canaryScanOf} from '../support/canary.js';
import {comeBackFrom, KEY} from '../support/come-back.js';
import {defer} from '../support/deferred.js';
import {granted} from '../support/grants.js';
import {mount, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const provider = await startProvider();
const {state, code, codeVerifier} = granted as Required<typeof granted>;
const {loadJudge} = CredentialFormController.prototype;

let use: Driver;
let recorder: Recorder;
let windows: Windows;

const comeBack = (changes?: Partial<RedirectRecord>) => {
  comeBackFrom(provider, changes);
};

const signIn = (settings: object) => {
  const definition = signInAt(provider, 'allow', settings, [
    store,
    {key: 'region', label: 'Region', type: 'select', options: [{value: 'us'}, {value: 'eu'}]},
    {key: 'copies', label: 'Copies', type: 'number'},
    {key: 'yes', label: 'Yes', type: 'boolean'},
  ]);
  return {
    ...definition,
    methods: [{id: 'token', type: 'token', recommended: true}, ...definition.methods],
  };
};

async function show(
  settings: object = {},
  options: Partial<OAuthOptions> = {},
  existing?: ExistingCredential,
): Promise<void> {
  use = await mount(
    html`<keyslot-connect
      .connector=${signIn({scopes: SCOPES, ...settings})}
      .oauth=${{...oauth, mode: 'auto', ...options}}
      .existing=${existing}
    ></keyslot-connect>`,
  );
}

const handedOver = () => eventually(() => recorder.submits.length, 'no credential');
const codes = () => recorder.of(KeyslotErrorEvent).map((event) => event.code);

beforeEach(() => {
  recorder = new Recorder();
  windows = new Windows();
});
afterEach(() => {
  recorder.stop();
  windows.stop();
  sessionStorage.clear();
  CredentialFormController.prototype.loadJudge = loadJudge;
});

describe('a user who comes back from signing in in this tab', () => {
  it('is connected, with what was entered before', async () => {
    comeBack();
    await show();
    await handedOver();
    expect(recorder.credentials).to.deep.equal([
      {
        connectorId: 'acme',
        methodId: 'sign-in',
        type: 'oauth2-authorization-code',
        values: {store: 'my-store', region: 'eu', copies: 3, yes: true},
        authorization: {
          state,
          redirectUri: oauth.redirectUri,
          scopes: ['read', 'admin'],
          issuer: provider.url,
          code,
          codeVerifier,
        },
      },
    ]);
    await eventually(() => use.hasState('connected'), 'it is not connected');
    expect(sessionStorage.getItem(KEY)).to.equal(null);
    expect(windows.opened).to.equal(0);
  });

  it('is connected once', async () => {
    comeBack();
    await show();
    await handedOver();
    await show();
    await use.settle();
    expect(recorder.submits).to.have.length(1);
    expect(use.element.methodId).to.equal('token');
  });

  it('enters secrets again, and is not sent away a second time', async () => {
    const values = {store: 'my-store', clientId: 'the-client'};
    comeBack({values, omitted: ['clientSecret']});
    await show({clientId: undefined});
    await eventually(() => codes().length, 'nothing is said');
    await use.settle();
    expect(use.values()).to.include({
      'Client ID': 'the-client',
      'Client secret': '',
      'Store name': 'my-store',
    });
    const again = 'Enter this again. It was not kept while you signed in.';
    expect(use.errors).to.deep.equal({'Client secret': again});
    expect(codes()).to.deep.equal(['field_required']);
    expect(use.focused).to.equal('Client secret');
    expect(recorder.submits).to.be.empty;
    await use.type('Client secret', 'canary-secret');
    await click(use.part('submit')!);
    await handedOver();
    expect(recorder.credentials[0]!.authorization).to.include({code, codeVerifier});
    expect(recorder.credentials[0]!.values).to.include({clientSecret: 'canary-secret'});
    expect(windows.opened).to.equal(0);
    canaryScanOf(recorder, ['canary-secret', code, codeVerifier, state], use.element);
  });

  it('is asked again for a secret that could be left out, and may leave it out', async () => {
    comeBack({omitted: ['pin', 'of-nothing']});
    await show({variables: [store, {key: 'pin', label: 'PIN', secret: true}]});
    await eventually(() => codes().length, 'nothing is said');
    expect(use.focused).to.equal('PIN (optional)');
    expect(recorder.submits).to.be.empty;
    await click(use.part('submit')!);
    await handedOver();
    expect(recorder.credentials[0]!.values).to.deep.equal({store: 'my-store'});
  });

  it('finds no window opened in the name of a click, however slow the rules are', async () => {
    const rules = defer<undefined>();
    CredentialFormController.prototype.loadJudge = async function () {
      await rules.promise;
      return loadJudge.call(this);
    };
    comeBack();
    await show();
    await eventually(() => sessionStorage.length === 0, 'the record is not taken');
    await use.settle();
    rules.resolve(undefined);
    await handedOver();
    expect(windows.opened).to.equal(0);
  });

  it('is asked for what has to be tried first', async () => {
    comeBack();
    use = await mount(
      html`<keyslot-connect
        .connector=${signIn({scopes: SCOPES})}
        .oauth=${{...oauth, mode: 'redirect'}}
        verification="required"
      ></keyslot-connect>`,
    );
    await handedOver();
    expect(recorder.submits.map(({intent}) => intent)).to.deep.equal(['verify']);
  });

  it('goes on with the connection that is edited', async () => {
    comeBack({resumeKey: JSON.stringify(['', true])});
    await show({}, {}, {methodId: 'sign-in', values: {store: 'old'}, stored: [], scopes: ['read']});
    await handedOver();
    const [change] = recorder.credentials;
    expect(change).to.deep.include({kept: [], cleared: []});
    expect(change).not.to.have.property('authorizationKept');
    expect(change!.authorization).to.include({code});
  });

  const failures: readonly (readonly [string, Partial<RedirectRecord>, string])[] = [
    ['declined', {params: {error: 'access_denied', state, iss: provider.url}}, 'access_denied'],
    [
      'is told by somebody else',
      {params: {code, state, iss: 'https://x.example'}},
      'issuer_mismatch',
    ],
    ['took too long', {createdAt: Date.now() - 20 * 60_000}, 'redirect_state_invalid'],
    ['finds a record that was changed', {expected: {} as never}, 'redirect_state_invalid'],
  ];
  for (const [what, changes, expected] of failures) {
    it(`who ${what} is told so, with what was entered before`, async () => {
      comeBack(changes);
      await show();
      await eventually(() => use.summary, 'nothing is said');
      expect(codes()).to.deep.equal([expected]);
      expect(use.focused).to.equal(use.summary!.title);
      expect(use.values()).to.include({'Store name': 'my-store', Region: 'eu', Copies: '3'});
      expect(recorder.submits).to.be.empty;
      expect(sessionStorage.getItem(KEY)).to.equal(null);
    });
  }

  for (const [what, methodId] of [
    ['gone', 'gone'],
    ['one without a sign-in by now', 'token'],
  ] as const) {
    it(`for a method that is ${what} is told so`, async () => {
      comeBack({methodId, values: {store: 'my-store', token: 'canary-token'}});
      await show();
      await eventually(() => use.summary, 'nothing is said');
      expect(codes()).to.deep.equal(['redirect_state_invalid']);
      expect(use.summary!.title).to.equal('This sign-in could not be continued. Start again.');
      expect(use.element.methodId).to.equal('token');
      expect(use.values()).to.deep.equal({'Access token': ''});
      expect(recorder.submits).to.be.empty;
      expect(sessionStorage.getItem(KEY)).to.equal(null);
    });
  }
});

describe('what the callback page left', () => {
  it('stays where the page has no use for it', async () => {
    comeBack();
    await show({}, {mode: 'popup'});
    await use.settle();
    expect(recorder.submits).to.be.empty;
    expect(sessionStorage.getItem(KEY)).to.be.a('string');
  });

  it('for another connector stays', async () => {
    comeBack({connectorId: 'other'});
    await show();
    await use.settle();
    expect(recorder.submits).to.be.empty;
    expect(sessionStorage.getItem(KEY)).to.be.a('string');
  });

  it('of an attempt that was not answered stays', async () => {
    comeBack({params: undefined});
    await show();
    await use.settle();
    expect(recorder.events).to.be.empty;
    expect(sessionStorage.getItem(KEY)).to.be.a('string');
  });
});
