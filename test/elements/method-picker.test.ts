import {expect, fixtureSync, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {KeyslotMethodChangeEvent, type ConnectorDefinition} from '../../src/index.js';
import type {KeyslotMethodPickerElement} from '../../src/elements/method-picker/method-picker.js';
import {formOf, manyMethods, twoMethods} from '../support/definitions.js';
import {mount, wordsOf, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const pick = (connector: unknown, methodId?: string) =>
  mount<KeyslotMethodPickerElement>(
    html`<keyslot-method-picker
      .connector=${connector}
      .methodId=${methodId}
    ></keyslot-method-picker>`,
  );

const connect = (connector: unknown, properties: {methodId?: string; existing?: unknown} = {}) =>
  mount(
    html`<keyslot-connect
      .connector=${connector}
      .methodId=${properties.methodId}
      .existing=${properties.existing}
    ></keyslot-connect>`,
  );

/** A connector whose methods differ in the given ways. */
const withMethods = (...methods: Partial<ConnectorDefinition['methods'][number]>[]) => ({
  id: 'acme',
  name: 'Acme',
  methods: methods.map((method, index) => ({id: `m${index}`, type: 'token', ...method})),
});

describe('the picker', () => {
  it('asks which method to use', async () => {
    const use = await pick(twoMethods);
    expect(use.part('legend')?.textContent).to.equal('Choose how to connect');
  });

  it('names each method and describes it', async () => {
    const use = await pick(twoMethods);
    expect(use.methods.map(({name, description}) => [name, description])).to.deep.equal([
      ['API key', 'Made in the settings'],
      ['Password', 'What you sign in with'],
    ]);
  });

  it('adds its badges to the name of a method', async () => {
    const use = await pick(
      withMethods({name: 'New', recommended: true}, {name: 'Old', deprecated: true}),
    );
    expect(use.methods.map(({name}) => name)).to.deep.equal([
      'New Recommended',
      'Old Being phased out',
    ]);
  });

  it('names a method without a name by its kind', async () => {
    const use = await pick(withMethods({}, {type: 'basic'}));
    expect(use.methods.map(({name}) => name)).to.deep.equal([
      'Access token',
      'User name and password',
    ]);
  });

  it('shows the words of the language of the page', async () => {
    const name = {en: 'Key', de: 'Schlüssel'};
    const element = fixtureSync<HTMLElement>(
      html`<div lang="de-AT">
        <keyslot-method-picker .connector=${withMethods({name}, {})}></keyslot-method-picker>
      </div>`,
    );
    const picker = element.querySelector('keyslot-method-picker')!;
    await picker.updateComplete;
    expect(picker.shadowRoot?.querySelector('[part="method-name"]')?.textContent).to.equal(
      'Schlüssel',
    );
  });

  it('shows the icon of a method, without words and without telling where', async () => {
    const icon = 'https://example.com/icon.svg';
    const use = await pick(withMethods({icon}, {}));
    const image = use.root.querySelector('img')!;
    expect([image.src, image.alt, image.referrerPolicy]).to.deep.equal([icon, '', 'no-referrer']);
  });

  it('disables a method that cannot be used and says why', async () => {
    const use = await pick(withMethods({name: 'Key'}, {name: 'Hologram', type: 'hologram'}, {}));
    expect(use.methods[1]).to.deep.equal({
      name: 'Hologram Unavailable',
      description: 'This page does not support this way to connect yet.',
      isChosen: false,
      isDisabled: true,
    });
  });

  it('does not recommend what cannot be used', async () => {
    const use = await pick(withMethods({}, {name: 'X', type: 'hologram', recommended: true}));
    expect(use.methods[1]?.name).to.equal('X Unavailable');
  });

  it('moves the choice with the arrow keys', async () => {
    const use = await pick(twoMethods, 'key');
    use.element.focus();
    await sendKeys({press: 'ArrowDown'});
    await use.settle();
    expect(use.element.methodId).to.equal('login');
  });

  it('passes over a method that cannot be used with the arrow keys', async () => {
    const use = await pick(withMethods({}, {type: 'hologram'}, {type: 'basic'}), 'm0');
    use.element.focus();
    await sendKeys({press: 'ArrowDown'});
    await use.settle();
    expect(use.element.methodId).to.equal('m2');
  });

  it('chooses with the space bar what has focus', async () => {
    const use = await pick(twoMethods);
    use.element.focus();
    await sendKeys({press: ' '});
    await use.settle();
    expect(use.element.methodId).to.equal('key');
  });

  it('focuses the chosen method', async () => {
    const use = await pick(twoMethods, 'login');
    use.element.focus();
    expect(use.focused).to.equal('Password');
  });

  it('takes no input while it is disabled', async () => {
    const use = await pick(twoMethods);
    use.element.disabled = true;
    await use.settle();
    expect(use.methods.map(({isDisabled}) => isDisabled)).to.deep.equal([true, true]);
  });
});

describe('the choice of a method', () => {
  let recorder: Recorder;
  beforeEach(() => {
    recorder = new Recorder();
  });
  afterEach(() => {
    recorder.stop();
  });

  it('is told to the host', async () => {
    const use = await connect(twoMethods);
    await use.choose('Password');
    const [event] = recorder.of(KeyslotMethodChangeEvent);
    expect([event?.methodId, event?.bubbles, event?.composed]).to.deep.equal(['login', true, true]);
  });

  it('is told without what was typed', async () => {
    const use = await connect(twoMethods, {methodId: 'key'});
    await use.type('Access token', 'tellnobody');
    await use.choose('Password');
    const [event] = recorder.events;
    expect(JSON.parse(JSON.stringify(event))).to.deep.equal({
      type: 'keyslot-method-change',
      methodId: 'login',
    });
  });

  it('is not told when the host made it', async () => {
    const use = await connect(twoMethods, {methodId: 'key'});
    use.element.methodId = 'login';
    await use.settle();
    expect(recorder.types).to.be.empty;
  });

  it('is not told when the element made it', async () => {
    const use = await connect(withMethods({}, {type: 'basic', recommended: true}));
    expect(use.element.methodId).to.equal('m1');
    expect(recorder.types).to.be.empty;
  });

  it('is not told again for the chosen method', async () => {
    const use = await connect(twoMethods, {methodId: 'key'});
    await use.choose('API key');
    expect(recorder.types).to.be.empty;
  });

  it('shows the form of the method', async () => {
    const use = await connect(twoMethods, {methodId: 'key'});
    await use.choose('Password');
    expect(use.labels).to.deep.equal(['User name', 'Password', 'Store name', 'PIN']);
  });

  it('follows the host', async () => {
    const use = await connect(twoMethods, {methodId: 'key'});
    use.element.methodId = 'login';
    await use.settle();
    expect(use.method('Password').checked).to.be.true;
    expect(use.labels).to.include('User name');
  });

  it('can be made by an attribute', async () => {
    const use = await mount(
      html`<keyslot-connect method-id="login" .connector=${twoMethods}></keyslot-connect>`,
    );
    expect(use.method('Password').checked).to.be.true;
  });
});

describe('the initial method', () => {
  const recommending = withMethods({}, {type: 'basic', recommended: true}, {type: 'custom'});
  const existing = {methodId: 'm2', values: {}, stored: []};

  it('is what the host says', async () => {
    const use = await connect(recommending, {methodId: 'm0', existing});
    expect(use.element.methodId).to.equal('m0');
  });

  it('is the stored one when the host says nothing', async () => {
    const use = await connect(recommending, {existing});
    expect(use.element.methodId).to.equal('m2');
  });

  it('stays when a new definition of the connector adds a method', async () => {
    const use = await connect(withMethods({}));
    const [chosen] = withMethods({}).methods;
    use.element.connector = withMethods({}, {type: 'basic'});
    await use.element.updateComplete;
    expect(use.element.methodId).to.equal(chosen?.id);
  });

  it('is the recommended one when nothing is stored', async () => {
    const use = await connect(recommending);
    expect(use.element.methodId).to.equal('m1');
  });

  it('is the only one', async () => {
    const use = await connect(formOf({key: 'token'}));
    expect(use.element.methodId).to.equal('only');
  });

  it('is the only one that can be used', async () => {
    const use = await connect(withMethods({type: 'hologram', recommended: true}, {}));
    expect(use.element.methodId).to.equal('m1');
  });

  it('is none when there is no reason for any', async () => {
    const use = await connect(twoMethods);
    expect(use.element.methodId).to.equal(undefined);
    expect(use.labels).to.be.empty;
    expect(use.buttons).to.be.empty;
  });

  it('is none of those that cannot be used', async () => {
    const use = await connect(withMethods({type: 'hologram', recommended: true}, {}, {}));
    expect(use.element.methodId).to.equal(undefined);
  });

  it('replaces a method of the host that does not exist', async () => {
    const use = await connect(recommending, {methodId: 'gone'});
    expect(use.element.methodId).to.equal('m1');
  });
});

describe('the picker of the whole element', () => {
  it('is not shown for one method', async () => {
    const use = await connect(formOf({key: 'token', label: 'Token'}));
    expect(use.methods).to.be.empty;
    expect(use.labels).to.deep.equal(['Token']);
  });

  it('is shown for one method that cannot be used, with the reason', async () => {
    const use = await connect(withMethods({name: 'Hologram', type: 'hologram'}));
    expect(use.methods[0]?.description).to.equal(
      'This page does not support this way to connect yet.',
    );
  });

  it('keeps what was typed for a method while another one shows', async () => {
    const use = await connect(twoMethods, {methodId: 'key'});
    await use.type('Access token', 'sk_1');
    await use.choose('Password');
    await use.choose('API key');
    expect(use.input('Access token').value).to.equal('sk_1');
  });

  it('takes a shared value along to a method not seen before', async () => {
    const use = await connect(twoMethods, {methodId: 'key'});
    await use.type('Store name', 'acme');
    await use.choose('Password');
    expect(use.input('Store name').value).to.equal('acme');
  });

  it('takes a shared value back to a method seen before', async () => {
    const use = await connect(twoMethods, {methodId: 'key'});
    await use.type('Store name', 'acme');
    await use.choose('Password');
    await use.type('Store name', '-2');
    await use.choose('API key');
    expect(use.input('Store name').value).to.equal('acme-2');
  });

  it('takes along that a shared value was erased', async () => {
    const use = await connect(twoMethods, {methodId: 'key'});
    await use.type('Store name', 'acme');
    await use.choose('Password');
    await use.erase('Store name');
    await use.choose('API key');
    expect(use.input('Store name').value).to.equal('');
  });

  it('takes along a shared box that was ticked', async () => {
    const variables = [{use: 'sandbox'}];
    const use = await connect({
      ...withMethods({name: 'A', variables}, {name: 'B', type: 'basic', variables}),
      variables: [{key: 'sandbox', label: 'Sandbox', type: 'boolean'}],
    });
    await use.choose('A');
    await use.choose('B');
    await use.choose('A');
    use.field('Sandbox').click();
    await use.choose('B');
    expect(use.input('Sandbox').checked).to.be.true;
  });

  it('drops the complaint about a shared value that was given in another method', async () => {
    const use = await connect(twoMethods, {methodId: 'key'});
    await use.submit();
    await use.choose('Password');
    await use.type('Store name', 'acme');
    await use.choose('API key');
    expect(use.errors).to.deep.equal({'Access token': 'Enter the access token'});
  });

  it('never takes a shared secret along', async () => {
    const use = await connect(twoMethods, {methodId: 'key'});
    await use.type('PIN', '1234');
    await use.choose('Password');
    expect(use.input('PIN').value).to.equal('');
  });

  it('never takes a secret to a variable of the same name', async () => {
    const use = await connect(withMethods({name: 'A'}, {name: 'B'}));
    await use.choose('A');
    await use.type('Access token', 'sk_1');
    await use.choose('B');
    expect(use.input('Access token').value).to.equal('');
  });
});

describe('the filter of the picker', () => {
  const names = ['Zürich', 'Köln', 'Århus', 'São Paulo'];
  let use: Driver;

  const search = async (text: string) => {
    const field = use.root.querySelector<HTMLInputElement>('[type="search"]')!;
    field.focus();
    await sendKeys({type: text});
    await use.settle();
  };
  const shown = () => use.methods.map(({name}) => name);

  it('is not there for seven methods', async () => {
    use = await connect(manyMethods(7));
    expect(use.part('filter')).to.equal(undefined);
  });

  describe('for eight methods', () => {
    beforeEach(async () => {
      use = await connect(manyMethods(8, names));
    });

    it('has a label', () => {
      expect(use.part('filter-input')).to.have.property('labels').with.length(1);
      expect(wordsOf(use.part('filter')!)).to.equal('Find a way to connect');
    });

    it('leaves what matches', async () => {
      await search('paulo');
      expect(shown()).to.deep.equal(['São Paulo']);
    });

    it('does not ask for accents', async () => {
      await search('zurich');
      expect(shown()).to.deep.equal(['Zürich']);
    });

    it('understands accents', async () => {
      await search('KÖL');
      expect(shown()).to.deep.equal(['Köln']);
    });

    it('announces how many are left', async () => {
      await search('way');
      expect(use.status).to.equal('4 of 8 ways to connect');
    });

    it('says what to do when nothing matches', async () => {
      await search('xyz');
      expect(shown()).to.be.empty;
      expect(use.status).to.equal('Nothing matches. Try fewer letters.');
    });

    it('announces nothing once it is empty again', async () => {
      await search('w');
      await sendKeys({press: 'Backspace'});
      await use.settle();
      expect(shown()).to.have.length(8);
      expect(use.status).to.equal('');
    });

    it('does not change the choice', async () => {
      await use.choose('Köln');
      await search('paulo');
      expect(use.element.methodId).to.equal('method-1');
    });

    it('announces how many are left after something else was announced', async () => {
      await use.choose('Köln');
      await use.press('Show Access token');
      await search('paulo');
      expect(use.status).to.equal('1 of 8 ways to connect');
    });
  });

  it('finds words of the description', async () => {
    const {methods, ...connector} = manyMethods(8);
    use = await connect({
      ...connector,
      methods: methods.map((method, index) =>
        index === 3 ? {...method, description: 'For servers'} : method,
      ),
    });
    await search('server');
    expect(shown()).to.deep.equal(['Way 3']);
  });

  it('narrows down the picker alone, too', async () => {
    const alone = await pick(manyMethods(8, names));
    alone.element.focus();
    alone.root.querySelector<HTMLInputElement>('[type="search"]')!.focus();
    await sendKeys({type: 'arhus'});
    await alone.settle();
    expect(alone.methods.map(({name}) => name)).to.deep.equal(['Århus']);
    expect(alone.status).to.equal('1 of 8 ways to connect');
  });
});
