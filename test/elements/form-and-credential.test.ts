import {expect} from '@open-wc/testing';
import {validateCredential, type VariableDefinition} from '../../src/index.js';
import {mountFields, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

/** What is handed over, and what a server makes of it. */
async function submitted(use: Driver) {
  const recorder = new Recorder();
  await use.submit();
  recorder.stop();
  const [credential] = recorder.credentials;
  return {
    values: credential?.values,
    validation: validateCredential(use.element.connector, credential),
  };
}

/** The values that are handed over, once a server takes them as they are. */
async function agreedValues(use: Driver): Promise<unknown> {
  const {values, validation} = await submitted(use);
  expect(validation.ok && validation.credential.values).to.deep.equal(values);
  return values;
}

describe('a field that is asked for when another is left empty', () => {
  const note: VariableDefinition = {
    key: 'note',
    label: 'Note',
    visibleWhen: {key: 'a', equals: ''},
  };

  it('is sent then', async () => {
    const use = await mountFields([{key: 'a', label: 'A'}, note]);
    await use.fill({Note: 'given'});
    expect(await agreedValues(use)).to.deep.equal({note: 'given'});
  });

  it('is sent when there are only blanks in the other', async () => {
    const use = await mountFields([{key: 'a', label: 'A'}, note]);
    await use.fill({A: '  ', Note: 'given'});
    expect(await agreedValues(use)).to.deep.equal({note: 'given'});
  });

  it('is not asked for when the blanks are a secret', async () => {
    const use = await mountFields([{key: 'a', label: 'A', secret: true}, note]);
    await use.fill({A: ' '});
    expect(use.labels).to.deep.equal(['A']);
    expect(await agreedValues(use)).to.deep.equal({a: ' '});
  });

  it('is sent when nothing is chosen in place of what cannot be chosen', async () => {
    const options = [{value: 'x'}, {value: ''}];
    const other = {key: 'a', label: 'A', type: 'select', options, default: 'gone'} as const;
    const use = await mountFields([other, note]);
    expect(use.values()).to.deep.equal({A: 'gone'});
    await use.fill({A: '', Note: 'given'});
    expect(await agreedValues(use)).to.deep.equal({note: 'given'});
  });

  it('is sent when nobody could fill in the other', async () => {
    const use = await mountFields([
      {key: 'toString', configurable: false},
      {...note, visibleWhen: {key: 'toString', equals: ''}},
    ]);
    await use.fill({Note: 'given'});
    expect(await agreedValues(use)).to.deep.equal({note: 'given'});
  });
});

describe('a number', () => {
  const count: VariableDefinition = {key: 'count', label: 'Count', type: 'number'};

  it('that JSON cannot hold is refused at its field', async () => {
    const use = await mountFields([count]);
    await use.fill({Count: '1e999'});
    expect((await submitted(use)).values).to.equal(undefined);
    expect(use.errors).to.deep.equal({Count: 'Enter the count as a number, for example 1.5'});
  });

  it('of nothing is zero, whatever its sign', async () => {
    const use = await mountFields([count]);
    await use.fill({Count: '-0'});
    const {values} = await submitted(use);
    expect(Object.is(values?.['count'], 0)).to.be.true;
  });
});

describe('a default with line breaks', () => {
  const line: VariableDefinition = {key: 'a', label: 'A', default: 'x\r\ny'};

  it('is one line in a field of one line, for a condition too', async () => {
    const use = await mountFields([
      line,
      {key: 'b', label: 'B', visibleWhen: {key: 'a', equals: 'xy'}},
    ]);
    expect(use.values()).to.deep.equal({A: 'xy', B: ''});
    expect(await agreedValues(use)).to.deep.equal({a: 'xy'});
  });

  it('gives way to what the host suggests late', async () => {
    const use = await mountFields([line]);
    use.element.values = {a: 'late'};
    await use.settle();
    expect(use.values()).to.deep.equal({A: 'late'});
  });
});

describe('a value that the host decides', () => {
  it('is what a condition is about, also when its field cannot show all of it', async () => {
    const use = await mountFields(
      [
        {key: 'a', label: 'A'},
        {key: 'b', label: 'B', visibleWhen: {key: 'a', equals: 'x\ny'}},
      ],
      {presets: {a: 'x\ny'}},
    );
    use.element.requestUpdate();
    await use.settle();
    expect(use.labels).to.deep.equal(['A', 'B']);
    await use.fill({B: 'given'});
    expect(await agreedValues(use)).to.deep.equal({a: 'x\ny', b: 'given'});
  });
});
