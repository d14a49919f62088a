import {expect, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {VariableDefinition} from '../../src/index.js';
import {formOf, login, twoMethods} from '../support/definitions.js';
import {mount, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const show = (...variables: VariableDefinition[]) =>
  mount(html`<keyslot-connect .connector=${formOf(...variables)}></keyslot-connect>`);

const store: VariableDefinition = {key: 'store', label: 'Store name', required: true};
const email: VariableDefinition = {key: 'email', label: 'Email', type: 'email', required: true};
const port: VariableDefinition = {key: 'port', label: 'Port', type: 'number', min: 1, max: 9};

describe('a field', () => {
  it('is not judged while it is first typed in', async () => {
    const use = await show(email);
    await use.type('Email', 'not yet');
    expect(use.errors).to.deep.equal({});
  });

  it('is judged when it is left with something in it', async () => {
    const use = await show(email);
    await use.type('Email', 'nobody');
    await use.leave('Email');
    expect(use.errors).to.deep.equal({Email: 'Enter the email as an email address'});
  });

  it('is not judged when it is left empty', async () => {
    const use = await show(email, store);
    await use.leave('Email');
    expect(use.errors).to.deep.equal({});
  });

  it('is not judged when it was emptied and left', async () => {
    const use = await show(email);
    await use.type('Email', 'x');
    await use.erase('Email');
    await use.leave('Email');
    expect(use.errors).to.deep.equal({});
  });

  it('is not judged when it is left as it began', async () => {
    const use = await show({...port, default: 99});
    await use.leave('Port');
    expect(use.errors).to.deep.equal({});
  });

  it('is no longer at fault as soon as what was wrong is solved', async () => {
    const use = await show(email);
    await use.type('Email', 'nobody');
    await use.leave('Email');
    await use.type('Email', '@acme.com');
    expect(use.errors).to.deep.equal({});
    expect(use.field('Email').getAttribute('aria-invalid')).to.equal('false');
  });

  it('is at fault for as long as it is wrong', async () => {
    const use = await show(email);
    await use.type('Email', 'nobody');
    await use.leave('Email');
    await use.type('Email', '@');
    expect(use.errors).to.have.keys('Email');
  });

  it('is judged at each key once a submit failed', async () => {
    const use = await show(store, email);
    await use.type('Email', 'a@b');
    await use.submit();
    await use.erase('Email');
    expect(use.errors).to.have.keys('Store name', 'Email');
  });

  it('is judged again after the form was reset', async () => {
    const use = await show(store, email);
    await use.submit();
    use.element.reset();
    await use.settle();
    await use.type('Email', 'nobody');
    expect(use.errors).to.deep.equal({});
  });

  it('is judged by the check of its kind when it is left', async () => {
    const use = await mount(html`<keyslot-connect .connector=${login}></keyslot-connect>`);
    await use.fill({Password: 'secret'});
    await use.type('User name', 'a:b');
    await use.leave('User name');
    expect(use.errors).to.deep.equal({'User name': 'Enter the user name without a colon'});
  });
});

describe('what is wrong', () => {
  const cases: [variable: VariableDefinition, typed: string, words: string][] = [
    [store, '', 'Enter the store name'],
    [store, '   ', 'Enter the store name'],
    [{...store, label: 'API key'}, '', 'Enter the API key'],
    [{...store, type: 'select', options: [{value: 'a'}]}, '', 'Choose the store name'],
    [email, 'x', 'Enter the email as an email address'],
    [{...email, example: 'a@b.c'}, 'x', 'Enter the email as an email address, for example a@b.c'],
    [
      {...store, type: 'url'},
      'acme',
      'Enter the store name as a web address that begins with https://',
    ],
    [port, 'x', 'Enter the port as a number, for example 1.5'],
    [port, '0', 'The port must be 1 or more'],
    [port, '10', 'The port must be 9 or less'],
    [{...store, minLength: 3}, 'ab', 'The store name is too short: it needs at least 3 characters'],
    [
      {...store, maxLength: 3},
      'abcd',
      'The store name is too long: it can have at most 3 characters',
    ],
    [
      {...store, pattern: {regex: '[a-z]{4}'}, example: 'acme'},
      'ACME',
      'Check the store name: it should look like acme',
    ],
    [
      {...store, pattern: {regex: '[a-z]{4}', message: {en: 'Use four small letters'}}},
      'ACME',
      'Use four small letters',
    ],
    [
      {...store, format: 'hostname'},
      'https://acme.com',
      'Enter the store name as a host name, without https://',
    ],
  ];

  for (const [variable, typed, words] of cases) {
    it(`is said as "${words}" for "${typed}"`, async () => {
      const use = await show(variable);
      await use.fill({[variable.label as string]: typed});
      await use.submit();
      expect(use.errors).to.deep.equal({[variable.label as string]: words});
    });
  }

  it('is said without the regular expression', async () => {
    const use = await show({...store, pattern: {regex: '[a-z]{4}'}});
    await use.fill({'Store name': 'ACME'});
    await use.submit();
    expect(use.root.textContent).not.to.include('[a-z]');
  });

  it('is said in the words of the moment', async () => {
    const use = await show(store);
    await use.submit();
    use.element.messages = {issues: {field_required: ({label}) => `Bitte ${label} angeben`}};
    await use.settle();
    expect(use.errors).to.deep.equal({'Store name': 'Bitte store name angeben'});
  });

  it('is a state of the element', async () => {
    const use = await show(store);
    await use.submit();
    expect(use.hasState('invalid')).to.be.true;
  });

  it('is no state of the element any more once it is solved', async () => {
    const use = await show(store);
    await use.submit();
    await use.type('Store name', 'x');
    expect(use.hasState('invalid')).to.be.false;
  });
});

describe('a submit with something wrong', () => {
  let recorder: Recorder;
  beforeEach(() => {
    recorder = new Recorder();
  });
  afterEach(() => {
    recorder.stop();
  });

  it('hands nothing over', async () => {
    const use = await show(store);
    await use.submit();
    expect(recorder.types).to.deep.equal(['keyslot-error']);
  });

  it('tells the host which field is wrong, by a code', async () => {
    const use = await show(store, email);
    await use.fill({'Store name': 'x'});
    await use.submit();
    expect(JSON.parse(JSON.stringify(recorder.events[0]))).to.deep.equal({
      type: 'keyslot-error',
      code: 'field_required',
      phase: 'input',
      retry: 'edit',
      methodId: 'only',
      key: 'email',
    });
  });

  it('tells a host further out', async () => {
    const use = await show(store);
    await use.submit();
    const [event] = recorder.events;
    expect([event?.bubbles, event?.composed]).to.deep.equal([true, true]);
  });

  it('can be tried again: the button is never disabled', async () => {
    const use = await show(store);
    await use.submit();
    expect(use.button('Connect').disabled).to.be.false;
    expect(use.button('Connect').getAttribute('aria-disabled')).to.equal('false');
  });

  it('moves focus to the first field at fault', async () => {
    const use = await show({key: 'a', label: 'A'}, store, email);
    await use.submit();
    expect(use.focused).to.equal('Store name');
  });

  it('moves focus to the first field at fault on screen', async () => {
    const use = await show({...store, advanced: true}, email);
    await use.submit();
    expect(use.focused).to.equal('Email');
  });

  it('shows one problem at its field only', async () => {
    const use = await show(store);
    await use.submit();
    expect(use.summary).to.equal(undefined);
  });

  it('sums up two problems, in the order of the fields', async () => {
    const use = await show(email, store);
    await use.submit();
    expect(use.summary).to.deep.equal({
      title: '2 things need your attention',
      links: ['Enter the email', 'Enter the store name'],
    });
  });

  it('sums up problems in the order in which the fields are on screen', async () => {
    const use = await show({...store, advanced: true}, email);
    await use.submit();
    expect(use.summary?.links).to.deep.equal(['Enter the email', 'Enter the store name']);
  });

  it('links to the fields', async () => {
    const use = await show(email, store);
    await use.submit();
    const [, second] = use.part('summary')!.querySelectorAll('a');
    second?.focus();
    await sendKeys({press: 'Enter'});
    expect(use.focused).to.equal('Store name');
  });

  it('leaves the address alone when a link is followed', async () => {
    const use = await show(email, store);
    await use.submit();
    const before = location.href;
    use.part('summary')!.querySelector('a')?.click();
    expect(location.href).to.equal(before);
  });

  it('shortens the summary as problems are solved', async () => {
    const use = await show(email, store, {...store, key: 'b', label: 'B'});
    await use.submit();
    await use.type('Email', 'a@b');
    expect(use.summary?.links).to.deep.equal(['Enter the store name', 'Enter the B']);
  });

  it('is forgotten for a method that was not submitted', async () => {
    const use = await mount(
      html`<keyslot-connect method-id="key" .connector=${twoMethods}></keyslot-connect>`,
    );
    await use.submit();
    await use.choose('Password');
    expect(use.errors).to.deep.equal({});
    expect(use.hasState('invalid')).to.be.false;
  });
});

describe('reportValidity()', () => {
  let use: Driver;
  let isValid: boolean;
  const report = async (variable: VariableDefinition) => {
    use = await show(variable);
    isValid = await use.element.reportValidity();
    await use.settle();
  };

  it('shows what is wrong', async () => {
    await report(store);
    expect(isValid).to.be.false;
    expect(use.errors).to.have.keys('Store name');
    expect(use.focused).to.equal('Store name');
  });

  it('hands nothing over when nothing is wrong', async () => {
    const recorder = new Recorder();
    await report(port);
    recorder.stop();
    expect(isValid).to.be.true;
    expect(recorder.types).to.be.empty;
  });

  it('is false while no method is chosen', async () => {
    use = await mount(html`<keyslot-connect .connector=${twoMethods}></keyslot-connect>`);
    expect(await use.element.reportValidity()).to.be.false;
  });
});
