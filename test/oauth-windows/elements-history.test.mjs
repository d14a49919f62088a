import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {openElement, expectCredential, GRANTED, shop} from './element-driver.mjs';
import {allow, evaluate, go, row} from './rig.mjs';
import {until} from '../support/until.mjs';

const SECRET = 'pin-that-is-secret';
const pin = {key: 'pin', label: 'PIN', required: true, secret: true};
const form = {method: {variables: [shop, pin]}};

const hasElement = () => window.host?.element;
const valuesOf = () =>
  [...window.host.element.renderRoot.querySelectorAll('[data-key]')].map(({value}) => value);

describe('The element and the history', {concurrency: 3}, () => {
  for (const isKept of [true, false]) {
    const pages = isKept ? 'kept' : 'not kept';
    row(`G10 back to a page that is ${pages} leaves a form that works`, async (rig) => {
      const {sites} = rig;
      if (!isKept) sites.before.host = "addEventListener('unload', () => {});";
      const element = await openElement(rig, form);
      const {host, page} = element;
      rig.secrets.add(SECRET);
      await element.fill('Shop', 'acme');
      await element.fill('PIN', SECRET);
      await page.goto(`${sites.address('host.localhost')}/callback.html`);
      await go(page, -1, hasElement);
      assert.equal(await host.evaluate(() => window.host.restored()), isKept ? 1 : 0);
      await element.expect('submit', ['Continue to sign in']);
      // A page that is not kept is a new one: browsers put nothing in the fields of roots.
      if (!isKept) assert.deepEqual(await host.evaluate(valuesOf), ['', '']);
      await element.fill('Shop', 'another');
      await element.fill('PIN', SECRET);
      await allow(await element.begin());
      await element.expectEvents(GRANTED);
      await expectCredential(element, rig, {shop: 'another', pin: SECRET});
    });
  }

  row('G10 a page that is reloaded has nothing of what was typed', async (rig) => {
    const element = await openElement(rig, form);
    const {host, page} = element;
    rig.secrets.add(SECRET);
    await element.fill('Shop', 'acme');
    await element.fill('PIN', SECRET);
    await page.reload();
    await element.expect('submit', ['Continue to sign in']);
    assert.deepEqual(await host.evaluate(valuesOf), ['', '']);
    await element.expectUntouched();
  });
});

describe('The callback page and other pages', {concurrency: 3}, () => {
  row('G12 a frame of another page does not show the callback page', async (rig) => {
    const {sites} = rig;
    const callback = `${sites.address('host.localhost')}/callback.html?code=c&state=s`;
    sites.pages['evil.localhost/'] = `<!doctype html><iframe src="${callback}"></iframe>`;
    const page = await rig.newPage();
    await page.goto(`${sites.address('evil.localhost')}/`);
    const frame = await until(
      () => page.frames().find((candidate) => candidate.parentFrame()),
      'the frame is there',
    );
    await until(() => frame.url().startsWith('chrome-error:'), 'the browser refuses it');
    await until(() => sites.policyReports.length === 1, 'it reports so');
    assert.match(sites.policyReports.pop(), /frame-ancestors/);
    assert.equal(await evaluate(page, () => window.frames.length), 1);
  });
});
