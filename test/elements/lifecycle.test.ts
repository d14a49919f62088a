import {aTimeout, expect, fixtureSync, html} from '@open-wc/testing';
import {DISCONNECT_GRACE_MS} from '../../src/elements/form-element.js';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import {
  createMethodRegistry,
  KeyslotErrorEvent,
  parseConnector,
  type ConnectorDefinition,
  type SubmitResult,
  type VariableDefinition,
} from '../../src/index.js';
import {defer} from '../support/deferred.js';
import {formOf, twoMethods} from '../support/definitions.js';
import {driver, mount, wordsOf} from '../support/driver.js';
import {expectNoLeaks} from '../support/leaks.js';
import {Recorder} from '../support/recorder.js';

const store: VariableDefinition = {key: 'store', label: 'Store name', required: true};
const token: VariableDefinition = {key: 'token', label: 'Token', secret: true};
const form = formOf(store, token);

const show = (connector: unknown, methodId?: string) =>
  mount(html`<keyslot-connect .connector=${connector} .methodId=${methodId}></keyslot-connect>`);

const afterGrace = () => aTimeout(DISCONNECT_GRACE_MS + 50);
const copyOf = (definition: ConnectorDefinition) => structuredClone(definition);

describe('a definition', () => {
  it('that has not come yet shows that something is loading', async () => {
    const use = await show(undefined);
    expect(use.part('loading')?.getAttribute('aria-busy')).to.equal('true');
    expect(wordsOf(use.part('loading')!)).to.equal('Loading…');
  });

  it('replaces what is loading', async () => {
    const use = await show(undefined);
    use.element.connector = form;
    await use.settle();
    expect(use.part('loading')).to.equal(undefined);
    expect(use.labels).to.deep.equal(['Store name', 'Token']);
  });

  it('without methods says so', async () => {
    const use = await show({id: 'acme', name: 'Acme', methods: []});
    expect(wordsOf(use.part('empty')!)).to.equal('Acme offers no way to connect yet.');
  });

  it('that cannot be read says so', async () => {
    const use = await show({id: 'acme'});
    expect(wordsOf(use.part('failed')!)).to.equal('This form cannot be shown.');
  });

  for (const [what, later, words] of [
    ['cannot be read', {id: 'acme'}, 'This form cannot be shown.'],
    ['has no methods', {id: 'a', name: 'A', methods: []}, 'A offers no way to connect yet.'],
  ] as const) {
    it(`that ${what} and takes the place of another is announced`, async () => {
      const use = await show(form);
      const region = use.root.querySelector('[role="status"]')!;
      use.element.connector = later;
      await use.settle();
      expect(use.root.contains(region)).to.be.true;
      expect(use.status).to.equal(words);
      expect(region.checkVisibility() && region.clientHeight).to.be.greaterThan(20);
      expect(use.root.textContent.split(words)).to.have.length(2);
      await expect(use.element).to.be.accessible();
    });
  }

  it('that heals the element does not have said again what was said before', async () => {
    const use = await show(form);
    await use.press('Show Token');
    expect(use.status).to.equal('Token is visible');
    use.element.connector = 7;
    await use.settle();
    use.element.connector = copyOf(form);
    await use.settle();
    expect(use.status).to.equal('');
  });

  it('that cannot be read tells the host the code, once', async () => {
    const recorder = new Recorder();
    const use = await show({id: 'acme', name: 'Acme', methods: 7});
    use.element.requestUpdate();
    await use.settle();
    recorder.stop();
    expect(recorder.of(KeyslotErrorEvent).map((event) => event.toJSON())).to.deep.equal([
      {
        type: 'keyslot-error',
        code: 'definition_invalid',
        phase: 'definition',
        retry: 'none',
        methodId: undefined,
        key: undefined,
      },
    ]);
  });

  it('that cannot be read leaves its diagnostics on the element', async () => {
    const use = await show({id: 'acme', name: 'Acme', methods: 7});
    expect(use.element.diagnostics.map(({path}) => path)).to.deep.equal(['/methods']);
  });

  it('that can be read again heals the element', async () => {
    const use = await show('nonsense');
    use.element.connector = form;
    await use.settle();
    expect(use.labels).to.deep.equal(['Store name', 'Token']);
    expect(use.element.diagnostics).to.deep.equal([]);
  });

  it('may have been parsed before', async () => {
    const use = await show(parseConnector(form));
    expect(use.labels).to.deep.equal(['Store name', 'Token']);
  });

  it('may be the connector that was parsed', async () => {
    const use = await show(parseConnector(form).connector);
    expect(use.labels).to.deep.equal(['Store name', 'Token']);
  });

  it('is not asked for when it is taken away', async () => {
    const use = await show(form);
    use.element.connector = undefined;
    await use.settle();
    expect(use.part('loading')).to.exist;
  });

  for (const tag of ['keyslot-method-picker', 'keyslot-credential-form'] as const) {
    it(`is shown as loading, empty or failed by <${tag}>, too`, async () => {
      const element = fixtureSync<HTMLElementTagNameMap[typeof tag]>(
        tag === 'keyslot-method-picker'
          ? html`<keyslot-method-picker></keyslot-method-picker>`
          : html`<keyslot-credential-form></keyslot-credential-form>`,
      );
      const use = driver(element);
      const seen: (string | undefined)[] = [];
      for (const connector of [undefined, {id: 'a', name: 'A', methods: []}, 7]) {
        element.connector = connector;
        await use.settle();
        seen.push(use.root.querySelector('.loading, .notice')?.getAttribute('part') ?? '');
      }
      expect(seen).to.deep.equal(['loading', 'empty', 'failed']);
    });
  }
});

describe('a definition in a script', () => {
  const script = (text: string) => {
    const element = document.createElement('script');
    element.type = 'application/json';
    element.textContent = text;
    return element;
  };

  it('is read', async () => {
    const element = document.createElement('keyslot-connect');
    element.append(script(JSON.stringify(form)));
    const parent = fixtureSync<HTMLElement>(html`<div>${element}</div>`);
    expect(parent.contains(element)).to.be.true;
    await element.updateComplete;
    expect(driver(element).labels).to.deep.equal(['Store name', 'Token']);
  });

  it('is read when it comes later', async () => {
    const use = await show(undefined);
    use.element.append(script(JSON.stringify(form)));
    await use.settle();
    expect(use.labels).to.deep.equal(['Store name', 'Token']);
  });

  it('gives way to the property', async () => {
    const use = await show(formOf({key: 'a', label: 'A'}));
    use.element.append(script(JSON.stringify(form)));
    await use.settle();
    expect(use.labels).to.deep.equal(['A']);
  });

  it('that is no JSON cannot be shown', async () => {
    const use = await show(undefined);
    use.element.append(script('{"id": '));
    await use.settle();
    expect(use.part('failed')).to.exist;
  });

  it('that is gone is not shown', async () => {
    const use = await show(undefined);
    const child = script(JSON.stringify(form));
    use.element.append(child);
    await use.settle();
    child.remove();
    await use.settle();
    expect(use.part('loading')).to.exist;
  });

  it('of another type is left alone', async () => {
    const use = await show(undefined);
    const other = script(JSON.stringify(form));
    other.type = 'text/plain';
    use.element.append(other);
    await use.settle();
    expect(use.part('loading')).to.exist;
  });
});

describe('an equal definition at each render of the host', () => {
  it('keeps what was typed', async () => {
    const use = await show(copyOf(form));
    await use.type('Store name', 'acme');
    await use.type('Token', 'sk_1');
    use.element.connector = copyOf(form);
    await use.settle();
    expect(use.values()).to.deep.equal({'Store name': 'acme', Token: 'sk_1'});
  });

  it('keeps the inputs themselves, with focus and caret', async () => {
    const use = await show(copyOf(form));
    await use.type('Store name', 'acme');
    const input = use.input('Store name');
    input.setSelectionRange(1, 2);
    use.element.connector = copyOf(form);
    await use.settle();
    expect(use.input('Store name') === input).to.be.true;
    expect(use.focused).to.equal('Store name');
    expect([input.selectionStart, input.selectionEnd]).to.deep.equal([1, 2]);
  });

  it('keeps what was typed between two renders', async () => {
    const use = await show(copyOf(form));
    for (const letter of ['a', 'b', 'c']) {
      await use.type('Store name', letter);
      use.element.connector = copyOf(form);
      await use.settle();
    }
    expect(use.input('Store name').value).to.equal('abc');
  });

  it('keeps the method that the user chose', async () => {
    const use = await show({...copyOf(twoMethods)}, 'key');
    await use.choose('Password');
    use.element.connector = copyOf(twoMethods);
    await use.settle();
    expect(use.method('Password').checked).to.be.true;
  });

  it('keeps what was typed for a method out of sight', async () => {
    const use = await show(copyOf(twoMethods), 'key');
    await use.type('Access token', 'sk_1');
    await use.choose('Password');
    use.element.connector = copyOf(twoMethods);
    await use.settle();
    await use.choose('API key');
    expect(use.input('Access token').value).to.equal('sk_1');
  });

  it('is what a method out of sight is shown by, once it is back', async () => {
    const use = await show(copyOf(twoMethods), 'key');
    await use.type('Access token', 'sk_1');
    await use.choose('Password');
    const [pin, shop] = [
      {key: 'pin', label: 'Code', secret: true},
      {key: 'store', label: 'Shop', required: true},
    ];
    use.element.connector = {...twoMethods, variables: [pin, shop]};
    await use.settle();
    use.element.messages = {show: 'Reveal'};
    await use.settle();
    await use.choose('API key');
    expect(use.values()).to.deep.equal({'Access token': 'sk_1', Shop: '', Code: ''});
    expect(use.buttons).to.include('Reveal Access token');
  });

  it('keeps what is said to be wrong', async () => {
    const use = await show(copyOf(form));
    await use.submit();
    use.element.connector = copyOf(form);
    await use.settle();
    expect(use.errors).to.have.keys('Store name');
  });

  it('keeps what was typed while values and presets are equal, too', async () => {
    const use = await show(form);
    const set = async () => {
      Object.assign(use.element, {
        connector: copyOf(form),
        values: {store: 'host'},
        presets: {},
        existing: undefined,
      });
      await use.settle();
    };
    await set();
    await use.type('Store name', '-1');
    await set();
    expect(use.input('Store name').value).to.equal('host-1');
  });
});

describe('another definition of the same connector', () => {
  const more: VariableDefinition = {key: 'more', label: 'More', type: 'boolean'};
  const note: VariableDefinition = {
    key: 'note',
    label: 'Note',
    visibleWhen: {key: 'more', equals: true},
  };

  it('keeps what was typed in fields of the same name and kind', async () => {
    const use = await show(form);
    await use.fill({'Store name': 'acme', Token: 'sk_1'});
    use.element.connector = formOf(
      {...token, label: 'Key'},
      {key: 'extra', label: 'Extra'},
      {...store, label: 'Shop'},
    );
    await use.settle();
    expect(use.values()).to.deep.equal({Key: 'sk_1', Extra: '', Shop: 'acme'});
  });

  it('keeps what was typed in a field that is hidden by now', async () => {
    const use = await show(formOf(more, note));
    await use.fill({More: true, Note: 'typed'});
    await use.fill({More: false});
    use.element.connector = formOf(more, note);
    await use.settle();
    use.element.values = {store: 'acme'};
    await use.settle();
    await use.fill({More: true});
    expect(use.input('Note').value).to.equal('typed');
  });

  it('keeps what was typed in a field that the page hides and shows by what it decides', async () => {
    const use = await show(formOf(more, note));
    use.element.presets = {more: true};
    await use.settle();
    await use.fill({Note: 'typed'});
    use.element.presets = {};
    await use.settle();
    expect(use.labels).to.deep.equal(['More']);
    await use.fill({More: true});
    expect(use.input('Note').value).to.equal('typed');
  });

  it('drops what was typed in a field that changed its type', async () => {
    const use = await show(form);
    await use.fill({'Store name': 'acme'});
    use.element.connector = formOf({...store, type: 'multiline'}, token);
    await use.settle();
    expect(use.input('Store name').value).to.equal('');
  });

  it('never makes a secret visible', async () => {
    const use = await show(form);
    await use.fill({Token: 'sk_1'});
    use.element.connector = formOf(store, {...token, secret: false});
    await use.settle();
    expect([use.input('Token').type, use.input('Token').value]).to.deep.equal(['text', '']);
  });

  it('gives a field that nobody touched its new default', async () => {
    const use = await show(formOf({...store, default: 'old'}, token));
    await use.fill({Token: 'sk_1'});
    use.element.connector = formOf({...store, default: 'new'}, token);
    await use.settle();
    expect(use.values()).to.deep.equal({'Store name': 'new', Token: 'sk_1'});
  });

  it('shows another method when the chosen one is gone', async () => {
    const use = await show(twoMethods, 'key');
    await use.type('Access token', 'sk_1');
    const [, second] = twoMethods.methods;
    use.element.connector = {...twoMethods, methods: [second!]};
    await use.settle();
    expect(use.element.methodId).to.equal('login');
    expect(use.values()).to.deep.equal({
      'User name': '',
      Password: '',
      'Store name': '',
      PIN: '',
    });
  });

  it('never shows the values of one method in another that took its place', async () => {
    const [first] = twoMethods.methods;
    const use = await show({...twoMethods, methods: [first!]});
    await use.type('Access token', 'sk_1');
    use.element.connector = {
      ...twoMethods,
      methods: [{...first!, id: 'new', name: 'New'}, first!],
    };
    await use.settle();
    await use.choose('New');
    expect(use.input('Access token').value).to.equal('');
  });

  it('hands over what was typed for the chosen method after they changed places', async () => {
    const [first] = twoMethods.methods;
    const other = {...first!, id: 'new', name: 'New'};
    const use = await show({...twoMethods, methods: [first!]});
    await use.fill({'Access token': 'sk_1'});
    use.element.connector = {...twoMethods, methods: [other, first!]};
    await use.settle();
    await use.choose('New');
    await use.fill({'Store name': 'acme', 'Access token': 'sk_2'});
    const recorder = new Recorder();
    await use.submit();
    recorder.stop();
    expect(recorder.credentials[0]).to.deep.equal({
      connectorId: 'acme',
      methodId: 'new',
      type: 'token',
      values: {store: 'acme', token: 'sk_2'},
    });
  });

  it('drops what was typed for a method that changed its type', async () => {
    const connector = formOf({key: 'token', label: 'Token', secret: true});
    const use = await show(connector);
    await use.type('Token', 'sk_1');
    use.element.connector = {
      ...connector,
      methods: [{...connector.methods[0]!, type: 'token'}],
    };
    await use.settle();
    expect(use.input('Token').value).to.equal('');
  });
});

describe('another connector', () => {
  it('never gets what was typed for the first', async () => {
    const use = await show(form);
    await use.fill({'Store name': 'acme', Token: 'sk_1'});
    use.element.connector = {...form, id: 'other', name: 'Other'};
    await use.settle();
    expect(use.values()).to.deep.equal({'Store name': '', Token: ''});
  });

  it('never gets what was typed for a variable of the first that it has as well', async () => {
    const use = await show(twoMethods, 'key');
    await use.fill({'Store name': 'acme'});
    use.element.connector = {...twoMethods, id: 'other', name: 'Other'};
    await use.settle();
    expect(use.input('Store name').value).to.equal('');
  });

  it('is not edited with what was saved of the first', async () => {
    const use = await show(form);
    await use.fill({'Store name': 'acme', Token: 'sk_1'});
    await use.submit();
    await use.press('Edit');
    use.element.connector = {...form, id: 'other', name: 'Other'};
    await use.settle();
    expect(use.hasState('editing')).to.be.false;
    expect(use.values()).to.deep.equal({'Store name': '', Token: ''});
  });

  it('begins with its own method', async () => {
    const use = await show(form);
    use.element.connector = {
      ...form,
      id: 'other',
      methods: [{...form.methods[0]!, id: 'another'}],
    };
    await use.settle();
    expect(use.element.methodId).to.equal('another');
  });

  it('is not at fault for what was wrong with the first', async () => {
    const use = await show(form);
    await use.submit();
    use.element.connector = {...form, id: 'other'};
    await use.settle();
    expect(use.errors).to.deep.equal({});
    expect(use.hasState('invalid')).to.be.false;
  });
});

describe('another registry', () => {
  it('reads the definition again', async () => {
    const use = await show({...form, methods: [{id: 'a', type: 'pin', name: 'PIN'}]});
    expect(use.methods[0]?.isDisabled).to.be.true;
    use.element.registry = createMethodRegistry({
      type: 'pin',
      bind: () => ({variables: [{key: 'pin', label: 'PIN'}]}),
    });
    await use.settle();
    expect(use.labels).to.deep.equal(['PIN']);
  });
});

describe('an element that is moved', () => {
  const places = () =>
    fixtureSync<HTMLElement>(
      html`<div>
        <div class="a"><keyslot-connect .connector=${form}></keyslot-connect></div>
        <div class="b"></div>
      </div>`,
    );
  const prepare = async () => {
    const root = places();
    const use = driver(root.querySelector<KeyslotConnectElement>('keyslot-connect')!);
    await use.ready();
    await use.fill({'Store name': 'acme', Token: 'sk_1'});
    return {use, target: root.querySelector('.b')!};
  };

  it('keeps what was typed', async () => {
    const {use, target} = await prepare();
    target.append(use.element);
    await afterGrace();
    expect(use.values()).to.deep.equal({'Store name': 'acme', Token: 'sk_1'});
  });

  it('keeps waiting for the host', async () => {
    const {use, target} = await prepare();
    const answer = defer<SubmitResult>();
    use.onSubmit((event) => {
      event.respondWith(answer.promise);
    });
    await use.submit();
    target.append(use.element);
    await afterGrace();
    expect(use.hasState('pending')).to.be.true;
    answer.resolve({});
    await use.settle();
    expect(use.hasState('connected')).to.be.true;
  });

  // As yet only Chromium and Firefox move elements without removing them.
  if ('moveBefore' in Element.prototype) {
    it('in one step keeps what was typed', async () => {
      const {use, target} = await prepare();
      (target as unknown as {moveBefore(node: Node, before: null): void}).moveBefore(
        use.element,
        null,
      );
      await afterGrace();
      expect(use.values()).to.deep.equal({'Store name': 'acme', Token: 'sk_1'});
    });
  }
});

describe('an element that is removed', () => {
  it('forgets what was typed, after a grace', async () => {
    const use = await show(form);
    await use.fill({'Store name': 'acme', Token: 'sk_1'});
    const inputs = [use.input('Store name'), use.input('Token')];
    use.element.remove();
    await afterGrace();
    expect(inputs.map(({value}) => value)).to.deep.equal(['', '']);
  });

  it('forgets what was typed for methods out of sight', async () => {
    const use = await show(twoMethods, 'key');
    await use.type('Access token', 'sk_1');
    const input = use.input('Access token');
    await use.choose('Password');
    use.element.remove();
    await afterGrace();
    expect(input.value).to.equal('');
  });

  it('is not rendered again for nobody to see', async () => {
    const use = await show(form);
    await use.fill({'Store name': 'acme', Token: 'sk_1'});
    use.element.remove();
    await use.settle();
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(use.root, {attributes: true, childList: true, subtree: true});
    await afterGrace();
    observer.disconnect();
    expect(changes.length).to.equal(0);
  });

  it('is empty when it comes back', async () => {
    const use = await show(form);
    const parent = use.element.parentElement!;
    await use.fill({'Store name': 'acme', Token: 'sk_1'});
    use.element.remove();
    await afterGrace();
    parent.append(use.element);
    await use.settle();
    expect(use.values()).to.deep.equal({'Store name': '', Token: ''});
  });

  it('shows again what is stored when it comes back', async () => {
    const use = await mount(
      html`<keyslot-connect
        .connector=${form}
        .existing=${{methodId: 'only', values: {store: 'acme'}, stored: ['token']}}
      ></keyslot-connect>`,
    );
    const parent = use.element.parentElement!;
    use.element.remove();
    await afterGrace();
    parent.append(use.element);
    await use.settle();
    expect(use.values()).to.deep.equal({'Store name': 'acme', Token: ''});
  });

  it('while the host is asked aborts the signal, after a grace', async () => {
    const use = await show(form);
    let signal: AbortSignal | undefined;
    use.onSubmit((event) => {
      signal = event.signal;
      event.respondWith(new Promise<void>(() => {}));
    });
    await use.fill({'Store name': 'acme'});
    await use.submit();
    use.element.remove();
    await use.settle();
    expect(signal?.aborted).to.be.false;
    await afterGrace();
    expect(signal?.aborted).to.be.true;
  });

  it('leaves nothing behind', async () => {
    await expectNoLeaks(async () => {
      const use = await show(twoMethods, 'key');
      await use.fill({'Store name': 'acme', 'Access token': 'sk_1'});
      await use.press('Show Access token');
      await use.choose('Password');
      await use.submit();
      use.element.remove();
      return [use.element];
    });
  });

  it('leaves nothing behind while the host is asked', async () => {
    await expectNoLeaks(async () => {
      const use = await show(form);
      use.onSubmit((event) => {
        event.respondWith(new Promise<void>(() => {}));
      });
      await use.fill({'Store name': 'acme', Token: 'sk_1'});
      await use.submit();
      use.element.remove();
      return [use.element];
    });
  });
});
