// The password manager of Chromium itself, with a login that it keeps for the site of the page.
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import puppeteer from 'puppeteer-core';
import {chromiumFlags, findChromium} from '../../scripts/browsers.mjs';
import {bundle} from '../../scripts/bundle.mjs';
import {until} from '../support/until.mjs';

const login = {username: 'ada', password: 'the-saved-password'};
const field = (key, more) => ({key, ...more});
const connector = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'login',
      type: 'basic',
      variables: [field('username', {autofill: 'login'}), field('password', {autofill: 'login'})],
    },
    {id: 'basic', type: 'basic'},
    {id: 'token', type: 'token'},
    {
      id: 'client',
      type: 'oauth2-client-credentials',
      clientAuthentication: 'post',
      tokenUrl: 'https://acme.example/token',
    },
  ],
};

const profile = mkdtempSync(join(tmpdir(), 'keyslot-profile-'));
let browser;
let server;
let origin;
/** The source of a chunk that the server does not have. */
let missing;

before(async () => {
  const {outputs, start, contentsOf} = await bundle('src/define.ts');
  server = createServer(({url}, response) => {
    const path = new URL(url, 'http://localhost').pathname.slice(1);
    const script = outputs[path] && contentsOf(path);
    if (missing && outputs[path]?.entryPoint === missing) response.statusCode = 404;
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.end(
      script ?? `<!doctype html><title>Host</title><script type="module" src="/${start}"></script>`,
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${server.address().port}`;
  browser = await puppeteer.launch({
    executablePath: findChromium(),
    headless: true,
    userDataDir: profile,
    args: [...chromiumFlags, '--password-store=basic'],
    // A browser that is steered by a test keeps its password manager to itself.
    ignoreDefaultArgs: ['--enable-automation'],
  });
  const settings = await browser.newPage();
  await settings.goto('chrome://password-manager/passwords');
  await settings.evaluate(
    (url, {username, password}) =>
      globalThis.chrome.passwordsPrivate.addPassword({
        url,
        username,
        password,
        note: '',
        useAccountStore: false,
      }),
    `${origin}/`,
    login,
  );
  await settings.close();
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  rmSync(profile, {recursive: true, force: true});
});

/** Opens a page with one element for each method, the login last. */
async function open(rendering, t) {
  const page = await browser.newPage();
  t.after(() => page.close());
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  t.after(() => assert.deepEqual(errors, []));
  await page.goto(`${origin}/`);
  await show(page, rendering);
  return page;
}

const show = (page, rendering) =>
  page.evaluate(
    async (connector, rendering) => {
      await customElements.whenDefined('keyslot-connect');
      globalThis.handedOver = [];
      for (const {id} of connector.methods.toReversed()) {
        const element = document.createElement('keyslot-connect');
        element.addEventListener('keyslot-submit', ({credential}) =>
          globalThis.handedOver.push(credential),
        );
        Object.assign(element, {id, connector, methodId: id, formRoot: rendering});
        document.body.append(element);
      }
    },
    connector,
    rendering,
  );

/** What the fields of an element hold, by their keys. Those that the browser filled are marked. */
const fieldsOf = (page, id) =>
  page.evaluate((id) => {
    const element = document.getElementById(id);
    const inputs = [element.shadowRoot, element].flatMap((root) => [
      ...root.querySelectorAll('input[data-key]'),
    ]);
    return inputs.map((input) => [input.dataset.key, input.value, input.matches(':autofill')]);
  }, id);

test('asks for the login in the shadow root where nothing else can be loaded', async (t) => {
  missing = 'src/elements/light-form.ts';
  t.after(() => (missing = undefined));
  const page = await open('light', t);
  await until(
    async () => (await fieldsOf(page, 'login'))[1]?.[1] === login.password,
    'it is filled in',
  );
  const places = await page.evaluate(() => {
    const {formRoot, shadowRoot, children} = document.getElementById('login');
    return [formRoot, shadowRoot.querySelectorAll('form').length, children.length];
  });
  assert.deepEqual(places, [null, 1, 0]);
});

for (const rendering of ['shadow', 'light']) {
  const filled = [
    ['username', login.username, true],
    ['password', login.password, true],
  ];
  const isFilled = async (page) =>
    JSON.stringify(await fieldsOf(page, 'login')) === JSON.stringify(filled);

  test(`fills in a login, and nothing else (${rendering})`, async (t) => {
    const page = await open(rendering, t);
    await until(() => isFilled(page), 'the login is filled in');
    const machine = {};
    for (const id of ['basic', 'token', 'client']) machine[id] = await fieldsOf(page, id);
    assert.deepEqual(machine, {
      basic: [
        ['username', '', false],
        ['password', '', false],
      ],
      token: [['token', '', false]],
      client: [
        ['clientId', '', false],
        ['clientSecret', '', false],
        ['scope', '', false],
      ],
    });
  });

  test(`hands over what was filled in (${rendering})`, async (t) => {
    const page = await open(rendering, t);
    await until(() => isFilled(page), 'the login is filled in');
    const submit = await page.evaluateHandle(() => {
      const element = document.getElementById('login');
      const find = (root) => root.querySelector('[part~="submit"]');
      return find(element.shadowRoot) ?? find(element);
    });
    await submit.click();
    const credential = await until(
      () => page.evaluate(() => globalThis.handedOver[0]),
      'it is handed over',
    );
    assert.deepEqual(credential.values, login);
  });
  test(`brings nothing back that was typed before a reload (${rendering})`, async (t) => {
    const page = await open(rendering, t);
    await until(() => isFilled(page), 'the login is filled in');
    await page.evaluate(() => document.getElementById('basic').focus());
    await page.keyboard.type('typed');
    assert.equal((await fieldsOf(page, 'basic'))[0][1], 'typed');
    await page.reload();
    await show(page, rendering);
    await until(() => isFilled(page), 'the login is filled in');
    assert.equal((await fieldsOf(page, 'basic'))[0][1], '');
  });
}
