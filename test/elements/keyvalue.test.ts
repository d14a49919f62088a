import {aTimeout, expect, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import {DISCONNECT_GRACE_MS} from '../../src/elements/form-element.js';
import type {VariableDefinition} from '../../src/index.js';
import {canaryScanOf} from '../support/canary.js';
import {formOf} from '../support/definitions.js';
import {
  descriptionOf,
  mount,
  mountFields,
  nameOf,
  typeKeys,
  type Driver,
} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const headers: VariableDefinition = {
  key: 'headers',
  label: 'Headers',
  type: 'keyvalue',
  required: true,
  help: 'Sent with each call.',
};

let use: Driver;
let recorder: Recorder;

async function show(
  variables: readonly VariableDefinition[] = [headers],
  given?: Partial<KeyslotConnectElement>,
): Promise<void> {
  use = await mountFields(variables, given);
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({press: key});
    await use.settle();
  }
}

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

describe('names with values', () => {
  beforeEach(() => show());

  it('begin with one blank row, in a group that has the name of the field', () => {
    const group = use.part('pairs')!;
    expect([group.role, nameOf(group), descriptionOf(group)]).to.deep.equal([
      'group',
      'Headers',
      'Sent with each call.',
    ]);
    expect(use.labels).to.deep.equal(['Name Headers 1', 'Value Headers 1']);
    expect(use.buttons).to.deep.equal(['Add another Headers', 'Connect']);
  });

  it('are handed over as pairs, in their order and as they were typed', async () => {
    await use.type('Name Headers 1', 'X-Team');
    await use.type('Value Headers 1', ' a b ');
    await use.press('Add another Headers');
    await use.type('Name Headers 2', 'Accept');
    await use.type('Value Headers 2', 'text/csv');
    expect(await use.submitted()).to.deep.equal({
      headers: [
        ['X-Team', ' a b '],
        ['Accept', 'text/csv'],
      ],
    });
  });

  it('may repeat a name, and have no value', async () => {
    await use.fill({'Name Headers 1': 'X', 'Value Headers 1': '1'});
    await use.press('Add another Headers');
    await use.fill({'Name Headers 2': 'X'});
    expect(await use.submitted()).to.deep.equal({
      headers: [
        ['X', '1'],
        ['X', ''],
      ],
    });
  });

  it('are entered with nothing but the keyboard', async () => {
    use.field('Name Headers 1').focus();
    await typeKeys('A');
    await press('Tab');
    await typeKeys('1');
    await press('Tab', 'Tab', 'Enter');
    expect(use.focused).to.equal('Name Headers 2');
    await typeKeys('B');
    await press('Tab');
    await typeKeys('2');
    await press('Enter');
    expect(recorder.credentials.map(({values}) => values)).to.deep.equal([
      {
        headers: [
          ['A', '1'],
          ['B', '2'],
        ],
      },
    ]);
  });

  it('lose the row that is removed, and give its place to the next', async () => {
    for (const row of [1, 2, 3]) {
      await use.fill({[`Name Headers ${row}`]: `N${row}`, [`Value Headers ${row}`]: `V${row}`});
      await use.press('Add another Headers');
    }
    await use.press('Remove Headers 2');
    expect(use.focused).to.equal('Name Headers 2');
    expect(use.values()).to.deep.include({'Name Headers 2': 'N3', 'Value Headers 2': 'V3'});
    expect(await use.submitted()).to.deep.equal({
      headers: [
        ['N1', 'V1'],
        ['N3', 'V3'],
      ],
    });
  });

  it('lead to the button that adds when the last row was removed', async () => {
    await use.fill({'Name Headers 1': 'A'});
    await use.press('Add another Headers');
    await use.press('Remove Headers 2');
    expect(use.focused).to.equal('Add another Headers');
    await use.press('Remove Headers 1');
    expect(use.focused).to.equal('Name Headers 1');
    expect(use.values()).to.deep.equal({'Name Headers 1': '', 'Value Headers 1': ''});
  });

  it('leave out the rows that are blank', async () => {
    await use.press('Add another Headers');
    await use.fill({'Name Headers 2': 'A'});
    expect(use.labels).to.have.length(4);
    expect(await use.submitted()).to.deep.equal({headers: [['A', '']]});
  });

  it('are not begun by a row that is blank', async () => {
    await use.press('Add another Headers');
    expect(use.element.isDirty).to.be.false;
    await use.leave('Value Headers 2');
    expect(use.errors).to.deep.equal({});
  });

  it('are asked for when they are missing', async () => {
    await use.submit();
    expect(use.errors).to.deep.equal({'Name Headers 1': 'Enter the headers'});
    expect(use.focused).to.equal('Name Headers 1');
  });

  it('need a name for each value', async () => {
    await use.fill({'Name Headers 1': 'A', 'Value Headers 1': '1'});
    await use.press('Add another Headers');
    await use.fill({'Value Headers 2': '2'});
    await use.submit();
    expect(use.errors).to.deep.equal({
      'Name Headers 2': 'Enter a name for each value of the headers',
    });
    expect(use.focused).to.equal('Name Headers 2');
    await use.type('Name Headers 2', 'B');
    expect(use.errors).to.deep.equal({});
  });

  it('are wrong as soon as a value without a name is left', async () => {
    await use.type('Value Headers 1', '1');
    await use.leave('Value Headers 1');
    expect(use.errors).to.deep.equal({
      'Name Headers 1': 'Enter a name for each value of the headers',
    });
  });

  it('are kept when the submit fails', async () => {
    use.onSubmit((event) => {
      event.respondWith(Promise.reject(new Error('no')));
    });
    await use.fill({'Name Headers 1': 'A', 'Value Headers 1': '1'});
    await use.submit();
    expect(use.values()).to.deep.equal({'Name Headers 1': 'A', 'Value Headers 1': '1'});
  });

  it('are forgotten by a reset', async () => {
    await use.fill({'Name Headers 1': 'A', 'Value Headers 1': '1'});
    await use.press('Add another Headers');
    use.element.reset();
    await use.settle();
    expect(use.values()).to.deep.equal({'Name Headers 1': '', 'Value Headers 1': ''});
  });

  it('pass the accessibility checks, also when they are wrong', async () => {
    await use.fill({'Value Headers 1': '1'});
    await use.press('Add another Headers');
    await use.submit();
    await expect(use.element).to.be.accessible();
  });
});

describe('optional names with values', () => {
  it('can be left out', async () => {
    await show([{...headers, required: false}]);
    expect(nameOf(use.part('pairs')!)).to.equal('Headers (optional)');
    expect(await use.submitted()).to.deep.equal({});
  });
});

describe('names with values that are there already', () => {
  const pairs = [
    ['A', '1'],
    ['B', '2'],
  ];
  const shown = {
    'Name Headers 1': 'A',
    'Value Headers 1': '1',
    'Name Headers 2': 'B',
    'Value Headers 2': '2',
  };

  it('are shown when the host suggests them', async () => {
    await show([headers], {values: {headers: pairs}});
    expect(use.values()).to.deep.equal(shown);
  });

  it('are shown when they are stored, and can be changed', async () => {
    await show([headers], {
      existing: {methodId: 'only', values: {headers: pairs}, stored: []},
    });
    expect(use.values()).to.deep.equal(shown);
    await use.press('Remove Headers 1');
    expect(await use.submitted()).to.deep.equal({headers: [['B', '2']]});
  });

  it('can be read but not changed when they are preset', async () => {
    await show([headers], {presets: {headers: pairs}});
    expect(use.values()).to.deep.equal(shown);
    expect(use.input('Name Headers 1').readOnly).to.be.true;
    expect(use.buttons).to.deep.equal(['Connect']);
    expect(await use.submitted()).to.deep.equal({headers: pairs});
  });

  it('are passed over when the host suggests something else', async () => {
    await show([headers], {values: {headers: [['A', 1]]}});
    expect(use.values()).to.deep.equal({'Name Headers 1': '', 'Value Headers 1': ''});
  });

  it('cannot be changed while the element is disabled', async () => {
    await show([headers], {values: {headers: pairs}});
    use.element.disabled = true;
    await use.settle();
    expect(use.buttons).to.deep.equal(['Connect']);
    expect(use.field('Name Headers 1').matches(':disabled')).to.be.true;
  });
});

describe('secret values with names', () => {
  const secret = {...headers, secret: true};

  it('are masked, while their names are not', async () => {
    await show([secret]);
    const [name, value] = [use.input('Name Headers 1'), use.input('Value Headers 1')];
    expect([name.type, name.autocomplete]).to.deep.equal(['text', 'off']);
    expect([value.type, value.autocomplete]).to.deep.equal(['password', 'new-password']);
    expect(value.hasAttribute('data-1p-ignore')).to.be.true;
  });

  it('can be shown and hidden', async () => {
    await show([secret]);
    await use.press('Show Headers');
    expect([use.input('Value Headers 1').type, use.status]).to.deep.equal([
      'text',
      'Headers is visible',
    ]);
    await use.press('Hide Headers');
    expect(use.input('Value Headers 1').type).to.equal('password');
  });

  it('are nowhere but in their inputs', async () => {
    await show([secret]);
    await use.fill({'Name Headers 1': 'A', 'Value Headers 1': 'canary-4711'});
    await use.press('Add another Headers');
    await use.submit();
    canaryScanOf(recorder, ['canary-4711'], use.element);
  });

  it('are forgotten by an element that is removed, after a grace', async () => {
    await show([secret]);
    await use.fill({'Name Headers 1': 'A', 'Value Headers 1': 'canary-4711'});
    use.element.remove();
    await aTimeout(DISCONNECT_GRACE_MS + 50);
    const inputs = [...use.root.querySelectorAll<HTMLInputElement>('[part~="input"]')];
    expect(inputs.map(({value}) => value)).to.deep.equal(['', '']);
  });

  it('that are stored can be left blank', async () => {
    await show([secret], {existing: {methodId: 'only', values: {}, stored: ['headers']}});
    expect(descriptionOf(use.part('pairs')!)).to.equal(
      'Saved. Leave blank to keep it. Sent with each call.',
    );
    await use.submit();
    expect(recorder.credentials[0]).to.deep.include({values: {}, kept: ['headers']});
  });

  it('that are stored can be removed, and kept after all', async () => {
    await show([{...secret, required: false}], {
      existing: {methodId: 'only', values: {}, stored: ['headers']},
    });
    await use.press('Remove Headers');
    expect(use.input('Name Headers 1').readOnly).to.be.true;
    await use.press('Undo Headers');
    expect(use.input('Name Headers 1').readOnly).to.be.false;
    expect(use.focused).to.equal('Name Headers 1');
  });
});

describe('names with values of two methods', () => {
  it('stay where they were entered', async () => {
    const {methods, ...connector} = formOf(headers);
    use = await mount(
      html`<keyslot-connect
        method-id="only"
        .connector=${{...connector, methods: [...methods, {id: 'other', type: 'basic'}]}}
      ></keyslot-connect>`,
    );
    await use.fill({'Name Headers 1': 'A', 'Value Headers 1': '1'});
    await use.press('Add another Headers');
    await use.choose('User name and password');
    await use.choose('Keys');
    expect(use.values()).to.deep.equal({
      'Name Headers 1': 'A',
      'Value Headers 1': '1',
      'Name Headers 2': '',
      'Value Headers 2': '',
    });
  });
});
