import {expect, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {VariableDefinition} from '../../src/index.js';
import type {KeyslotMethodPickerElement} from '../../src/elements/method-picker/method-picker.js';
import {formOf, manyMethods} from '../support/definitions.js';
import {mount, typeKeys, wordsOf, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const MOST = 1000;

const show = (connector: unknown, existing?: unknown): Promise<Driver> =>
  mount(html`<keyslot-connect .connector=${connector} .existing=${existing}></keyslot-connect>`);

const manyFields = (
  count: number,
  rest: (index: number) => Partial<VariableDefinition> = () => ({}),
): VariableDefinition[] =>
  Array.from({length: count}, (_, index) => ({
    key: `field-${index}`,
    label: `Field ${index}`,
    required: true,
    ...rest(index),
  }));

const controlsOf = (use: Driver) => [...use.root.querySelectorAll<HTMLInputElement>('[data-key]')];

function isInView(element: Element): boolean {
  const {top, bottom} = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

async function submitted(use: Driver) {
  const recorder = new Recorder();
  await use.submit();
  recorder.stop();
  return recorder.credentials[0];
}

/** Waits until the rules for the values of a form are there. */
async function chosen(use: Driver, methodId: string) {
  await use.ready();
  expect(use.element.methodId).to.equal(methodId);
}

describe('a connector with as many methods as there can be', function () {
  this.timeout(60_000);

  it('lists them all', async () => {
    const use = await show(manyMethods(MOST));
    expect(use.methods.map(({name}) => name)).to.deep.equal(
      manyMethods(MOST).methods.map(({name}) => name),
    );
    expect(use.part('incomplete')).to.equal(undefined);
  });

  it('is narrowed down to one, which is chosen and used with the keyboard', async () => {
    const use = await show(manyMethods(MOST));
    use.root.querySelector<HTMLInputElement>('#filter')!.focus();
    await typeKeys('way 998');
    await use.settle();
    expect(use.methods.map(({name}) => name)).to.deep.equal(['Way 998']);
    expect(use.status).to.equal('1 of 1000 ways to connect');
    await sendKeys({press: 'Tab'});
    await sendKeys({press: ' '});
    await chosen(use, 'method-998');
    await sendKeys({press: 'Tab'});
    await typeKeys('secret');
    const recorder = new Recorder();
    await sendKeys({press: 'Enter'});
    await use.settle();
    recorder.stop();
    expect(recorder.credentials).to.deep.equal([
      {connectorId: 'acme', methodId: 'method-998', type: 'token', values: {token: 'secret'}},
    ]);
  });

  it('has its last one a key away from the one before', async () => {
    const use = await show(manyMethods(MOST));
    await use.choose(`Way ${MOST - 2}`);
    use.method(`Way ${MOST - 2}`).focus();
    await sendKeys({press: 'ArrowDown'});
    await chosen(use, `method-${MOST - 1}`);
    expect(isInView(use.root.activeElement!)).to.be.true;
    await use.type('Access token', 'secret');
    expect((await submitted(use))?.values).to.deep.equal({token: 'secret'});
  });
});

describe('a connector with more methods than there can be', function () {
  this.timeout(60_000);

  it('lists as many as it can, says so, and lets them be used', async () => {
    const use = await show(manyMethods(MOST + 1));
    expect(use.element.diagnostics).to.deep.equal([
      {
        code: 'definition_limit_exceeded',
        severity: 'error',
        path: '/methods',
        params: {limit: 'methods', maximum: MOST},
      },
    ]);
    expect(use.methods).to.have.length(MOST);
    expect(wordsOf(use.part('incomplete')!)).to.equal(
      'There are more ways to connect than can be listed here.',
    );
    await use.choose(`Way ${MOST - 1}`);
    await use.ready();
    await use.fill({'Access token': 'secret'});
    expect((await submitted(use))?.methodId).to.equal(`method-${MOST - 1}`);
  });

  it('says so in the picker alone', async () => {
    const use = await mount<KeyslotMethodPickerElement>(
      html`<keyslot-method-picker .connector=${manyMethods(MOST + 1)}></keyslot-method-picker>`,
    );
    expect(use.part('incomplete')).to.exist;
  });
});

describe('a form with as many fields as there can be', function () {
  this.timeout(60_000);

  /** Gives fields their values as a password manager does. */
  const fill = async (use: Driver, valueOf: (index: number) => string) => {
    for (const [index, control] of controlsOf(use).entries()) {
      control.value = valueOf(index);
      control.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    }
    await use.settle();
  };

  it('shows them all, and takes what is typed in the last', async () => {
    const use = await show(formOf(...manyFields(MOST)));
    expect(use.labels).to.have.length(MOST);
    await fill(use, (index) => `value ${index}`);
    controlsOf(use).at(-2)!.focus();
    await sendKeys({press: 'Tab'});
    expect(use.focused).to.equal(`Field ${MOST - 1}`);
    expect(isInView(use.root.activeElement!)).to.be.true;
    await typeKeys('typed');
    expect((await submitted(use))?.values).to.deep.equal(
      Object.fromEntries(
        manyFields(MOST).map(({key}, index) => [
          key,
          index === MOST - 1 ? 'typed' : `value ${index}`,
        ]),
      ),
    );
  });

  it('says which of them are wrong, and leads there', async () => {
    const use = await show(formOf(...manyFields(MOST)));
    await fill(use, (index) => ([10, 998].includes(index) ? '' : 'x'));
    expect(await submitted(use)).to.equal(undefined);
    expect(use.summary).to.deep.equal({
      title: '2 things need your attention',
      links: ['Enter the field 10', 'Enter the field 998'],
    });
    expect(use.focused).to.equal('Field 10');
    use.part('summary')!.querySelectorAll('a')[1]!.click();
    expect(use.focused).to.equal('Field 998');
    await typeKeys('y');
    await use.settle();
    expect(use.summary).to.equal(undefined);
    expect(Object.keys(use.errors)).to.deep.equal(['Field 10']);
  });

  it('looks at each of them some times only when all are wrong', async () => {
    const use = await show(
      formOf(
        ...manyFields(MOST, (index) => ({
          default: 'x',
          pattern: {regex: '[a-z]'},
          ...(index > 0 && {visibleWhen: {key: `field-${index - 1}`, in: ['x', 'X']}}),
        })),
      ),
    );
    expect(use.labels).to.have.length(MOST);
    await fill(use, () => 'X');
    let looks = 0;
    const {escape} = CSS;
    // Each look at a field escapes its key.
    CSS.escape = (text) => {
      looks += 1;
      return escape(text);
    };
    await use.submit();
    CSS.escape = escape;
    expect(use.summary?.links).to.have.length(MOST);
    expect(use.focused).to.equal('Field 0');
    expect(looks).to.be.within(MOST, 20 * MOST);
  });

  it('looks at each stored secret some times only', async () => {
    let looks = 0;
    const fields = manyFields(MOST, () => ({secret: true}));
    const keys = fields.map(({key}) => key);
    const includes = (key: string) => {
      looks += 1;
      return keys.includes(key);
    };
    const stored = Object.assign([...keys], {includes});
    const use = await show(formOf(...fields), {methodId: 'only', values: {}, stored});
    await use.type(`Field ${MOST - 1}`, 'new');
    const credential = await submitted(use);
    expect(credential?.values).to.deep.equal({[`field-${MOST - 1}`]: 'new'});
    expect(credential)
      .to.have.property('kept')
      .with.length(MOST - 1);
    expect(looks).to.be.within(MOST, 50 * MOST);
  });
});

describe('a form with more fields than there can be', () => {
  it('is not shown, which is said where it would be chosen', async () => {
    const {methods, ...connector} = formOf(...manyFields(MOST + 1));
    const use = await show({
      ...connector,
      methods: [...methods, {id: 'other', type: 'token', name: 'Other'}],
    });
    expect(
      use.methods.map(({name, description, isDisabled}) => [name, description, isDisabled]),
    ).to.deep.equal([
      ['Keys Unavailable', 'Its description is too large.', true],
      ['Other', '', false],
    ]);
    await chosen(use, 'other');
    await use.fill({'Access token': 'secret'});
    expect((await submitted(use))?.methodId).to.equal('other');
  });
});
