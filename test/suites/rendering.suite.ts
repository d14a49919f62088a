import {expect, fixtureSync, html, waitUntil} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import type {KeyslotDialogElement} from '../../src/elements/dialog/dialog.js';
import {canaryScanOf} from '../support/canary.js';
import {descriptionOf, driver, mount, wordsOf, type Driver} from '../support/driver.js';
import {Keyboard} from '../support/keyboard.js';
import {Recorder} from '../support/recorder.js';
import {startBefore} from '../support/walk.js';

/** Where the form of an element is. */
export type Rendering = 'shadow' | 'light';

/** A login, which managers are to fill in, and what they are to leave alone. */
export const connector = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'login',
      type: 'basic',
      name: 'Password',
      variables: [
        {key: 'username', autofill: 'login'},
        {key: 'password', autofill: 'login'},
        {key: 'store', label: 'Store name', required: true, pattern: {regex: '[a-z-]+'}},
        {key: 'region', label: 'Region', advanced: true, help: 'Where your data is'},
      ],
    },
    {id: 'token', type: 'token', name: 'Token'},
  ],
} as const;

const MARKS = ['1pIgnore', 'bwignore', 'lpignore', 'formType', 'protonpassIgnore'];
const SECRET = 'canary-password';

/** What holds of a form wherever it is. */
export function renderingSuite(rendering: Rendering): void {
  let use: Driver;
  let recorder: Recorder;
  const show = async (properties: Partial<KeyslotConnectElement> = {}) => {
    use = await mount(
      html`<keyslot-connect
        form-root=${rendering}
        method-id="login"
        .connector=${connector}
      ></keyslot-connect>`,
    );
    Object.assign(use.element, properties);
    await use.settle();
  };
  const fillIn = () => use.fill({'User name': 'ada', Password: SECRET, 'Store name': 'my-store'});

  describe(`a form in a ${rendering} tree`, () => {
    beforeEach(() => {
      recorder = new Recorder();
    });
    afterEach(() => {
      recorder.stop();
      expect(recorder.errors).to.deep.equal([]);
    });

    for (const methodId of ['login', 'token']) {
      it(`has its marks in the very markup that is inserted first (${methodId})`, async () => {
        const element = fixtureSync<KeyslotConnectElement>(
          html`<keyslot-connect
            form-root=${rendering}
            method-id=${methodId}
            .connector=${connector}
          ></keyslot-connect>`,
        );
        await element.updateComplete;
        // It may all be there by now; then it has been there in one go.
        const inserted = () => [...driver(element).fieldMarkup];
        await waitUntil(() => inserted().length > 0, 'there are no fields', {
          interval: 1,
          timeout: 4000,
        });
        const first = inserted().map(marksOf);
        await driver(element).ready();
        expect(first).to.deep.equal(inserted().map(marksOf));
        const login = ['section-acme username', 'section-acme current-password'];
        const isMarked = ({autocomplete, marks}: ReturnType<typeof marksOf>) =>
          login.includes(autocomplete) ? marks === 0 : marks === MARKS.length;
        expect(first.every(isMarked), JSON.stringify(first)).to.be.true;
        expect(first.map(({autocomplete}) => autocomplete)).to.deep.equal(
          methodId === 'login' ? [...login, 'off', 'off'] : ['new-password'],
        );
      });
    }

    it('hands over what was typed', async () => {
      await show();
      await use.type('User name', 'ada');
      await use.type('Password', SECRET);
      await use.type('Store name', 'my-store');
      const values = {username: 'ada', password: SECRET, store: 'my-store'};
      expect(await use.submitted()).to.deep.equal(values);
      await use.settle();
      expect(use.hasState('connected')).to.be.true;
      expect(use.focused).to.contain('Acme is connected');
    });

    it('hands over what a script set without an event', async () => {
      await show();
      await fillIn();
      use.input('Password').value = 'set by a manager';
      expect(await use.submitted()).to.include({password: 'set by a manager'});
    });

    it('tells what is wrong at each field, and all of it in a summary that has focus', async () => {
      await show();
      await use.type('Store name', 'My Store');
      await use.submit();
      expect(use.errors).to.include({'User name': 'Enter the user name'});
      expect(Object.keys(use.errors)).to.deep.equal(['User name', 'Password', 'Store name']);
      expect(use.summary?.links).to.have.length(3);
      expect(use.focused).to.equal('User name');
      expect(use.hasState('invalid')).to.be.true;
      await use.fill({'User name': 'ada'});
      expect(use.errors).not.to.have.property('User name');
    });

    it('leads from the summary to the field', async () => {
      await show();
      await use.submit();
      const link = use.parts('summary-link').find((each) => wordsOf(each).includes('store'));
      link!.click();
      expect(use.focused).to.equal('Store name');
      expect(location.hash).to.equal('');
    });

    it('shows what the page has against it, and keeps all that was entered', async () => {
      await show();
      await fillIn();
      use.onSubmit((event) => {
        const rejection = new Error('Acme does not know you');
        const fields = {password: 'Wrong password'};
        event.respondWith(Promise.reject(Object.assign(rejection, {fields})));
      });
      await use.submit();
      await waitUntil(() => use.summary, 'there is no summary');
      expect(use.summary?.title).to.equal('Acme does not know you');
      expect(use.errors).to.deep.equal({Password: 'Wrong password'});
      expect(use.focused).to.equal('Password');
      expect(use.values()).to.include({'User name': 'ada', Password: SECRET});
    });

    it('shows a secret and hides it again, and says so', async () => {
      await show();
      await fillIn();
      const types = () => [use.input('Password').type, use.status];
      await use.press('Show Password');
      expect(types()).to.deep.equal(['text', 'Password is visible']);
      await use.press('Hide Password');
      expect(types()).to.deep.equal(['password', 'Password is hidden']);
    });

    it('goes on with what is stored', async () => {
      const values = {username: 'ada', store: 'my-store'};
      await show({existing: {methodId: 'login', values, stored: ['password']}});
      await waitUntil(() => use.part('replace'), 'nothing can be replaced');
      expect(use.values()).to.include({'User name': 'ada', Password: ''});
      expect(descriptionOf(use.field('Password'))).to.equal('Saved. Leave blank to keep it.');
      await use.press('Replace Password');
      expect(use.focused).to.equal('Password');
      expect(await use.submitted()).to.deep.equal(values);
      expect(recorder.credentials[0]).to.deep.include({kept: ['password']});
    });

    it('keeps what was typed while another method is looked at', async () => {
      await show();
      await fillIn();
      await use.choose('Token');
      expect(use.labels).to.deep.equal(['Access token']);
      await use.choose('Password');
      expect(use.values()).to.include({'User name': 'ada', Password: SECRET});
    });

    it('is empty once it is reset, and once it was taken', async () => {
      await show();
      await fillIn();
      use.element.reset();
      await use.settle();
      expect(use.values()).to.include({'User name': '', Password: '', 'Store name': ''});
      await fillIn();
      const inputs = [...use.fieldMarkup];
      await use.submit();
      await waitUntil(() => use.hasState('connected'), 'it is not connected');
      expect(inputs.map(({value}) => value).join('')).to.equal('');
      expect([...use.fieldMarkup]).to.be.empty;
    });

    it('says in which language its words are, where the page is in another one', async () => {
      await show();
      const languageOf = (words: Element) => words.closest('[lang]')?.getAttribute('lang');
      const label = use.parts('label').find((each) => wordsOf(each) === 'Store name')!;
      use.element.lang = 'nl';
      await waitUntil(() => languageOf(use.part('submit')!) === 'en', 'its words are not marked');
      // Those of a definition that does not say its language are taken to be in that of the page.
      expect(languageOf(label.firstElementChild!)).to.equal('nl');
      const marks = () => use.root.querySelectorAll('[lang]').length;
      use.element.lang = 'en';
      await waitUntil(() => marks() === 0, 'the header is still marked');
      expect(use.part('method-panel')!.parentNode!.querySelector('[lang]')).to.equal(null);
    });

    it('goes to the first field with `focus()`', async () => {
      await show();
      use.element.focus();
      expect(use.focused).to.equal('User name');
    });

    it('is filled in and sent by the keyboard alone', async () => {
      await show();
      startBefore(use.element).focus();
      const keyboard = new Keyboard(use);
      await keyboard.type('User name', 'ada');
      await keyboard.type('Password', SECRET);
      await keyboard.type('Store name', 'my-store');
      await keyboard.goTo('Advanced settings');
      await keyboard.press('Enter');
      await keyboard.type('Region (optional)', 'north');
      await keyboard.press('Enter');
      await waitUntil(() => use.hasState('connected'), 'it is not connected');
      expect(recorder.credentials[0]?.values).to.include({store: 'my-store', region: 'north'});
    });

    it('is accessible, also where something is wrong', async () => {
      await show();
      await expect(use.element).to.be.accessible();
      await use.submit();
      await expect(use.element).to.be.accessible();
    });

    it('has no secret anywhere but in its input', async () => {
      await show();
      await fillIn();
      await use.press('Show Password');
      await use.submit();
      await waitUntil(() => use.hasState('connected'), 'it is not connected');
      canaryScanOf(recorder, [SECRET], use.element);
    });

    it('loses nothing in a dialog to what a password manager lays over the page', async () => {
      const page = fixtureSync<HTMLElement>(
        html`<div>
          <keyslot-dialog>
            <keyslot-connect
              form-root=${rendering}
              method-id="login"
              .connector=${connector}
            ></keyslot-connect>
          </keyslot-dialog>
        </div>`,
      );
      const dialog = driver<KeyslotDialogElement>(page.querySelector('keyslot-dialog')!);
      use = driver(page.querySelector<KeyslotConnectElement>('keyslot-connect')!);
      await use.ready();
      dialog.element.show();
      await waitUntil(() => use.focused === 'User name', 'nothing has focus');
      await fillIn();
      const overlay = document.createElement('button');
      overlay.className = 'overlay';
      document.body.append(overlay);
      try {
        const {left, top} = overlay.getBoundingClientRect();
        await sendMouse({type: 'click', position: [Math.ceil(left) + 2, Math.ceil(top) + 2]});
        overlay.focus();
        await dialog.settle();
        expect(dialog.element.open).to.be.true;
        expect(dialog.part('question') === undefined).to.be.true;
        expect(use.values()).to.include({'User name': 'ada', Password: SECRET});
      } finally {
        overlay.remove();
      }
    });
  });
}

/** What tells managers whose value a field holds. */
function marksOf(control: Element) {
  const {dataset} = control as HTMLElement;
  return {
    autocomplete: control.getAttribute('autocomplete') ?? '',
    type: control.getAttribute('type'),
    marks: MARKS.filter((mark) => mark in dataset).length,
  };
}
