import {expect, waitUntil} from '@open-wc/testing';
import {version} from '../../src/version.js';
import {openHostile, used} from '../support/hostile.js';

/** More than one copy of Keyslot on a page, each with a Lit of its own. */

const TAGS = [
  'keyslot-authorize-button',
  'keyslot-connect',
  'keyslot-credential-form',
  'keyslot-dialog',
  'keyslot-method-picker',
];
const warningsOf = (tags: readonly string[], held: string) =>
  tags.map((tag) => `<${tag}> is already registered, by version ${held}.`);

let page: Awaited<ReturnType<typeof openHostile>>;

afterEach(() => {
  page.close();
});

const heldVersion = (tag: string) =>
  (page.view.customElements.get(tag) as unknown as {version: string}).version;

describe('two copies of different versions', () => {
  for (const [policy, trustedTypes] of [
    ['without Trusted Types', ''],
    ['with Trusted Types that allow a policy twice', `lit-html 'allow-duplicates'`],
  ] as const) {
    it(`${policy} leave all tags to the first, which works on`, async () => {
      page = await openHostile(trustedTypes);
      await page.view.load('older');
      await page.view.load('keyslot');
      expect(TAGS.map(heldVersion)).to.deep.equal(TAGS.map(() => '0.0.1'));
      expect(await page.use()).to.deep.equal({...used, warnings: warningsOf(TAGS, '0.0.1')});
    });

    it(`${policy} share the page where the first has some tags only`, async () => {
      page = await openHostile(trustedTypes);
      await page.view.load('older-connect');
      await page.view.load('keyslot');
      expect(TAGS.map(heldVersion)).to.deep.equal([version, '0.0.1', version, version, version]);
      const warnings = warningsOf(['keyslot-connect'], '0.0.1');
      expect(await page.use()).to.deep.equal({...used, warnings});
    });

    it(`${policy} work within each other, a new dialog around an old form`, async () => {
      page = await openHostile(trustedTypes);
      await page.view.load('older-connect');
      await page.view.load('keyslot');
      const dialog = page.view.document.createElement('keyslot-dialog');
      page.view.document.body.append(dialog);
      dialog.open = true;
      const warnings = warningsOf(['keyslot-connect'], '0.0.1');
      expect(await page.use(dialog)).to.deep.equal({...used, warnings});
      const title = dialog.querySelector('keyslot-connect')!.shadowRoot!.textContent;
      expect(title).to.include('Acme is connected');
    });
  }

  it('loaded at once agree on one', async () => {
    page = await openHostile('');
    await Promise.all([page.view.load('older'), page.view.load('keyslot')]);
    const held = new Set(TAGS.map(heldVersion));
    expect(held.size).to.equal(1);
    expect((await page.use()).credentials).to.deep.equal(used.credentials);
  });
});

describe('G2 Trusted Types', () => {
  it('that name the policy of Lit once refuse the second copy, and the first works on', async () => {
    page = await openHostile();
    await page.view.load('older');
    const failure = await page.view.load('keyslot').catch((error: unknown) => String(error));
    expect(failure).to.match(/^TypeError: .*[Pp]olicy.*lit-html/);
    await waitUntil(() => page.view.violations.length > 0);
    const {violations, ...rest} = await page.use();
    expect(violations).to.deep.equal(['trusted-types trusted-types-policy']);
    expect({...rest, violations: []}).to.deep.equal(used);
  });

  it('that name no policy refuse all copies, before they register anything', async () => {
    page = await openHostile(`'none'`);
    const failure = await page.view.load('keyslot').catch((error: unknown) => String(error));
    expect(failure).to.match(/^TypeError: .*[Pp]olicy.*lit-html/);
    expect(TAGS.filter((tag) => page.view.customElements.get(tag))).to.deep.equal([]);
  });

  it('that name the policy of Lit, and a strict policy, have nothing to say', async () => {
    page = await openHostile();
    await page.view.load('keyslot');
    expect(await page.use()).to.deep.equal(used);
  });
});
