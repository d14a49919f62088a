import {expect} from '@open-wc/testing';
import {click, ended, eventually, signInAt} from '../support/authorization.js';
import {SignInPage} from '../support/sign-in-page.js';

let page: SignInPage;
let button: HTMLButtonElement;

beforeEach(async () => {
  page = await SignInPage.open();
  button = document.createElement('button');
  button.textContent = 'A button of the page';
  document.body.prepend(button);
});
afterEach(() => {
  button.remove();
  page.close();
});

/** Has the page do something in a click of its user, all at once. */
async function inOneClick(act: () => void): Promise<void> {
  button.onclick = act;
  await click(button);
}

const windowIsClosed = () => eventually(() => page.windows.open === 0, 'the window stays open');

describe('an attempt that ends as soon as it is begun', () => {
  const endings: readonly (readonly [string, () => void])[] = [
    ['is cancelled by the page', () => page.use.element.cancelAuthorization()],
    ['loses its element', () => page.use.element.remove()],
  ];
  for (const [what, end] of endings) {
    it(`as it ${what} is over once, and its window closed`, async () => {
      await page.show('allow');
      await page.use.fill({'Store name': 'my-store'});
      const {element} = page.use;
      const codes: string[] = [];
      element.addEventListener('keyslot-error', ({code}) => codes.push(code));
      await inOneClick(() => {
        element.submit();
        end();
      });
      await eventually(() => codes.length, 'nothing is said');
      await windowIsClosed();
      expect(codes).to.deep.equal(['flow_cancelled']);
      expect(element.matches(':state(pending)')).to.be.false;
      expect(page.windows.opened).to.equal(1);
      expect(page.recorder.submits).to.be.empty;
      expect(await page.provider.takeRequests()).to.be.empty;
    });
  }
});

describe('a page that gives another connector and submits at once', () => {
  it('has its user sign in at that one, for that one', async () => {
    await page.show('allow');
    await page.use.fill({'Store name': 'my-store'});
    const {element} = page.use;
    const other = {...signInAt(page.provider, 'allow', {clientId: 'other-client'}), id: 'other'};
    await inOneClick(() => {
      element.connector = other;
      element.values = {store: 'other-store'};
      element.submit();
    });
    await ended(page.use);
    const [credential] = page.recorder.credentials;
    expect(credential).to.include({connectorId: 'other'});
    expect(credential!.values).to.deep.equal({store: 'other-store'});
    const [request] = await page.provider.takeRequests(1);
    expect(request!.searchParams.get('client_id')).to.equal('other-client');
    expect(page.codes).to.be.empty;
  });
});

describe('the button that shows a window which was cut off a moment ago', () => {
  it('opens another one', async () => {
    await page.beginAndWait('wait');
    await page.provider.takeRequests(1);
    page.windows.close();
    await windowIsClosed();
    expect(page.words('reopen')).to.equal('Show the window');
    await page.click('reopen');
    await eventually(() => page.windows.opened === 2, 'no other window opens');
    expect(page.codes).to.be.empty;
    page.use.element.cancelAuthorization();
    await ended(page.use);
  });
});

describe('what was tried', () => {
  it('was something else as soon as other scopes are chosen', async () => {
    await page.show('allow', {
      settings: {
        scopes: [
          {value: 'read', required: true},
          {value: 'write', label: 'Write'},
        ],
      },
      verification: 'offered',
    });
    page.respond({}, {});
    await page.use.fill({'Store name': 'my-store'});
    await page.click('test');
    await page.shown('verified');
    page.use.root.querySelectorAll<HTMLInputElement>('[part="scope"] input')[1]!.click();
    await page.use.settle();
    expect(Boolean(page.use.part('verified')), 'still verified').to.be.false;
  });
});
