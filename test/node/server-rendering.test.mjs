import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {renderOnServer} from '../support/render-on-server.mjs';

const SECRET = 'canary-secret';
const connector = {
  id: 'shop',
  name: 'Shop',
  methods: [
    {id: 'token', type: 'token', variables: [{key: 'store', label: 'Store name'}]},
    {id: 'password', type: 'basic'},
    {
      id: 'sign-in',
      type: 'oauth2-authorization-code',
      authorizationUrl: 'https://shop.example/authorize',
      clientId: 'keyslot',
    },
  ],
};
const values = {store: 'my-store', token: SECRET, password: SECRET};

describe('what a server renders', () => {
  it('is the methods and the form of the chosen one', async () => {
    const markup = await renderOnServer('keyslot-connect', {connector, methodId: 'token', values});
    for (const words of ['Connect Shop', 'Access token', 'User name and password', 'Store name']) {
      assert.ok(markup.includes(words), words);
    }
    assert.equal(markup.match(/ checked="/g)?.length, 1);
    assert.match(markup, /<input[^>]*data-key="store"[^>]*value="my-store"/);
  });

  it('is no method before one is chosen', async () => {
    const markup = await renderOnServer('keyslot-connect', {connector});
    assert.ok(!markup.includes(' checked="'));
    assert.ok(!markup.includes('<form'));
  });

  it('is a placeholder for a form that is to be outside of the shadow root', async () => {
    for (const tag of ['keyslot-connect', 'keyslot-credential-form']) {
      const given = {connector, methodId: 'token', formRoot: 'light'};
      const markup = await renderOnServer(tag, given);
      assert.match(markup, /class="placeholder" aria-busy="true"/);
      assert.doesNotMatch(markup, /<form|<input[^>]*data-key/);
    }
  });

  it('says that it waits, without a definition', async () => {
    assert.match(await renderOnServer('keyslot-connect'), /aria-busy="true"/);
  });

  for (const tag of ['keyslot-connect', 'keyslot-credential-form', 'keyslot-authorize-button']) {
    for (const methodId of ['token', 'password', 'sign-in']) {
      it(`holds no secret: ${tag}, ${methodId}`, async () => {
        const existing = {methodId, values: {store: 'my-store'}, stored: ['token', 'password']};
        for (const given of [{values}, {presets: values}, {values, existing}]) {
          const markup = await renderOnServer(tag, {connector, methodId, ...given});
          assert.ok(markup.includes('part="button submit"'));
          assert.ok(!markup.includes(SECRET));
        }
      });
    }
  }

  it('is the choice alone', async () => {
    assert.match(
      await renderOnServer('keyslot-method-picker', {connector}),
      /User name and password/,
    );
  });

  it('is a dialog that is closed', async () => {
    assert.match(await renderOnServer('keyslot-dialog'), /<dialog[^>]*aria-label/);
  });
});
