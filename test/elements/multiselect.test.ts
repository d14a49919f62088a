import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import type {VariableDefinition} from '../../src/index.js';
import {
  descriptionOf,
  mountFields,
  nameOf,
  typeKeys,
  wordsOf,
  type Driver,
} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const scopes: VariableDefinition = {
  key: 'scopes',
  label: 'Permissions',
  type: 'multiselect',
  required: true,
  help: 'What it may do.',
  options: [
    {value: 'read', label: 'Read orders', group: 'Orders'},
    {value: 'write', label: 'Change orders', description: 'Also cancels', group: 'Orders'},
    {value: 'stock', label: 'Read stock'},
  ],
};
const many: VariableDefinition = {
  ...scopes,
  options: Array.from({length: 120}, (_, index) => ({
    value: `p${index}`,
    label: `Réf ${index}`,
  })),
};

let use: Driver;
let recorder: Recorder;

async function show(
  variables: readonly VariableDefinition[] = [scopes],
  given?: Partial<KeyslotConnectElement>,
): Promise<void> {
  use = await mountFields(variables, given);
}

async function tick(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    use.input(name).click();
    await use.settle();
  }
}

async function search(text: string): Promise<void> {
  use.part('filter-input')!.focus();
  await typeKeys(text);
  await use.settle();
}

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

describe('several choices', () => {
  beforeEach(() => show());

  it('are checkboxes in a group that has the name of the field', () => {
    const group = use.part('choices')!;
    expect([group.role, nameOf(group), descriptionOf(group)]).to.deep.equal([
      'group',
      'Permissions',
      'What it may do.',
    ]);
    expect(use.values()).to.deep.equal({
      'Read orders': false,
      'Change orders': false,
      'Read stock': false,
    });
  });

  it('stand under their headings', () => {
    const groups = [...use.part('choices')!.querySelectorAll('[role="group"]')].map((group) => [
      nameOf(group),
      ...[...group.querySelectorAll('input')].map(nameOf),
    ]);
    expect(groups).to.deep.equal([['Orders', 'Read orders', 'Change orders']]);
  });

  it('are described by their remarks', () => {
    expect(descriptionOf(use.input('Change orders'))).to.equal('Also cancels');
  });

  it('are made with the keys, and handed over in the order of the definition', async () => {
    use.input('Read stock').focus();
    await sendKeys({press: ' '});
    use.input('Read orders').focus();
    await sendKeys({press: ' '});
    await use.settle();
    expect(await use.submitted()).to.deep.equal({scopes: ['read', 'stock']});
  });

  it('can be taken back', async () => {
    await tick('Read orders', 'Read stock', 'Read orders');
    expect(await use.submitted()).to.deep.equal({scopes: ['stock']});
  });

  it('are asked for when there is none', async () => {
    await use.submit();
    expect(use.errors).to.deep.equal({'Read orders': 'Choose the permissions'});
    expect(descriptionOf(use.part('choices')!)).to.match(/Error: Choose the permissions$/);
    expect(use.focused).to.equal('Read orders');
    await tick('Read stock');
    expect(use.errors).to.deep.equal({});
  });

  it('are kept when the submit fails, and forgotten by a reset', async () => {
    use.onSubmit((event) => {
      event.respondWith(Promise.reject(new Error('no')));
    });
    await tick('Read stock');
    await use.submit();
    expect(use.input('Read stock').checked).to.be.true;
    use.element.reset();
    await use.settle();
    expect(use.input('Read stock').checked).to.be.false;
  });

  it('pass the accessibility checks, also when they are wrong', async () => {
    await expect(use.element).to.be.accessible();
    await use.submit();
    await expect(use.element).to.be.accessible();
  });

  it('need no search when they are few', () => {
    expect(use.part('filter-input')).to.equal(undefined);
  });
});

describe('several choices that are there already', () => {
  it('are shown when they are the default, suggested or stored', async () => {
    const chosen = () =>
      Object.entries(use.values()).flatMap(([name, isChosen]) => (isChosen ? [name] : []));
    await show([{...scopes, default: ['write']}]);
    expect(chosen()).to.deep.equal(['Change orders']);
    await show([scopes], {values: {scopes: ['read']}});
    expect(chosen()).to.deep.equal(['Read orders']);
    await show([scopes], {existing: {methodId: 'only', values: {scopes: ['stock']}, stored: []}});
    expect(chosen()).to.deep.equal(['Read stock']);
  });

  it('can be read but not changed when they are preset', async () => {
    await show([scopes], {presets: {scopes: ['read']}});
    expect(use.input('Read orders').disabled).to.be.true;
    expect(await use.submitted()).to.deep.equal({scopes: ['read']});
  });

  it('that are offered no more are shown, and can be taken back', async () => {
    await show([scopes], {values: {scopes: ['read', 'gone']}});
    await use.submit();
    expect(use.errors).to.deep.equal({
      'Read orders': 'Choose the permissions from the list',
    });
    await tick('gone');
    expect(await use.submitted()).to.deep.equal({scopes: ['read']});
    expect(use.labels).not.to.include('gone');
  });
});

describe('several of many choices', () => {
  beforeEach(() => show([many]));

  it('can be searched, whatever the case and the accents', async () => {
    await search('REF 11');
    expect(use.labels).to.deep.equal([
      'Réf 11',
      ...Array.from({length: 10}, (_, index) => `Réf 11${index}`),
    ]);
  });

  it('tell how many there are', async () => {
    await search('réf 11');
    expect(use.status).to.equal('11 in the list');
    await search('x');
    expect(use.status).to.equal('Nothing matches. Try fewer letters.');
  });

  it('are searched in a field that is named for what it does', () => {
    expect(nameOf(use.part('filter-input')!)).to.equal('Find in the list Permissions');
  });

  it('are not submitted by Enter in the search', async () => {
    await tick('Réf 1');
    await search('réf 11');
    await sendKeys({press: 'Enter'});
    await use.settle();
    expect(recorder.credentials).to.be.empty;
  });

  it('stay chosen when the search leaves them out', async () => {
    await tick('Réf 1');
    await search('réf 119');
    await tick('Réf 119');
    expect(wordsOf(use.part('choices')!)).to.contain('2 chosen · 1 in the list');
    expect(await use.submitted()).to.deep.equal({scopes: ['p1', 'p119']});
  });

  it('show a hundred at first, and what is chosen beyond', async () => {
    await show([many], {values: {scopes: ['p110']}});
    expect(use.labels).to.have.length(101);
    expect(use.labels.at(-1)).to.equal('Réf 110');
    expect(wordsOf(use.part('choices')!)).to.contain('101 of 120. Keep typing to see the others.');
  });

  it('pass the accessibility checks', async () => {
    await search('réf 1');
    await expect(use.element).to.be.accessible();
  });
});

describe('fields that depend on one of several choices', () => {
  it('show as long as it is among those chosen', async () => {
    await show([
      {...scopes, required: false},
      {key: 'warehouse', label: 'Warehouse', visibleWhen: {key: 'scopes', equals: 'stock'}},
    ]);
    expect(use.labels).not.to.include('Warehouse');
    await tick('Read orders', 'Read stock');
    expect(use.labels).to.include('Warehouse');
    await tick('Read stock');
    expect(use.labels).not.to.include('Warehouse');
  });
});

describe('several choices behind the disclosure', () => {
  it('are shown when they are wrong', async () => {
    await show([{...scopes, advanced: true}]);
    expect(use.labels).to.deep.equal([]);
    await use.submit();
    expect(use.focused).to.equal('Read orders');
  });
});
