import {expect, html, waitUntil} from '@open-wc/testing';
import type {ConnectorDefinition, KeyslotSubmitEvent} from '../../src/index.js';
import {FormWatch} from '../../src/elements/form-watch.js';
import {pasteInto} from '../support/clipboard.js';
import {descriptionOf, mount, nameOf, type Driver} from '../support/driver.js';

// What was said of a value, and what becomes of it when something else changes.

const connector: ConnectorDefinition = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'key',
      type: 'custom',
      name: 'Key',
      variables: [
        {key: 'token', label: 'Token', secret: true, required: true},
        {key: 'note', label: 'Note'},
        {key: 'mode', label: 'Mode', type: 'select', options: [{value: 'test'}, {value: 'live'}]},
        {
          key: 'live',
          label: 'Live key',
          secret: true,
          pattern: {regex: 'sk_live_[a-z0-9]+'},
          visibleWhen: {key: 'mode', equals: 'live'},
        },
        {key: 'hook', label: 'Hook', pattern: {regex: 'hook_[0-9]+'}, advanced: true},
        {key: 'code', label: 'Code', pattern: {regex: 'code-[0-9]+'}},
        {key: 'settings', label: 'Settings', format: 'json'},
        {key: 'host', label: 'Host', format: 'hostname'},
      ],
    },
    {
      id: 'other',
      type: 'custom',
      name: 'Other',
      variables: [
        {key: 'kind', label: 'Kind'},
        {
          key: 'seal',
          label: 'Seal',
          pattern: {regex: 'seal_[0-9]+'},
          visibleWhen: {key: 'kind', equals: 'x'},
        },
        {
          key: 'stamp',
          pattern: {regex: 'stamp_[0-9]+'},
          configurable: false,
          default: 'stamp_1',
        },
        {key: 'badge', label: 'Badge', pattern: {regex: 'badge_[0-9]+'}},
        {key: 'grant', label: 'Grant', pattern: {regex: 'grant_[0-9]+'}},
      ],
    },
  ],
};

let use: Driver;
const load = FormWatch.load;
afterEach(() => {
  FormWatch.load = load;
});

async function show(more: Record<string, unknown> = {}): Promise<void> {
  use = await mount(
    html`<keyslot-connect
      .connector=${connector}
      method-id="key"
      .existing=${more['existing']}
      .presets=${more['presets']}
    ></keyslot-connect>`,
  );
}

async function pasteAndWait(label: string, text: string): Promise<void> {
  await pasteInto(use.input(label), text);
  await waitUntil(() => use.part('advice'), `nothing is said of ${text}`);
}

/** Drops a text beside the fields. */
function drop(text: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/plain', text);
  const options = {dataTransfer, bubbles: true, cancelable: true, composed: true};
  use.part('form')!.dispatchEvent(new DragEvent('drop', options));
}

const isQuiet = () => use.parts('advice').length === 0;
const advice = () => use.part('advice')?.querySelector('bdi')?.textContent;
const existing = {
  connectorId: 'acme',
  methodId: 'key',
  type: 'custom',
  values: {note: 'a'},
  stored: ['token'],
} as const;

describe('what is said of a value', () => {
  beforeEach(() => show());

  it('ends when the field is emptied', async () => {
    await pasteAndWait('Token', '"sk_1"');
    await use.erase('Token');
    await waitUntil(isQuiet, 'it is still said');
    expect(use.input('Token').value).to.equal('');
  });

  it('ends when a script sets another', async () => {
    await pasteAndWait('Token', '"sk_1"');
    use.input('Token').value = 'sk_2';
    use.element.requestUpdate();
    await use.settle();
    expect(use.parts('advice').length).to.equal(0);
  });

  it('is no more when the page has decided on the field', async () => {
    await pasteAndWait('Note', 'TOKEN=sk_1\nNOTE=b');
    use.element.presets = {note: 'c'};
    await use.settle();
    await use.element.updateComplete;
    expect([use.input('Note').value, isQuiet()]).to.deep.equal(['c', true]);
  });

  it('does not change what the page has decided on meanwhile', async () => {
    await pasteAndWait('Token', 'TOKEN=sk_1\nNOTE=b');
    use.element.presets = {note: 'c'};
    await use.settle();
    await use.press('Fill in Token');
    expect([use.input('Token').value, use.input('Note').value]).to.deep.equal(['sk_1', 'c']);
    expect(advice()).to.equal('Fields filled in: 1.');
  });

  it('shows no value that was secret when the definition says that it is none', async () => {
    await pasteAndWait('Token', ' canary-1 ');
    const [key, ...others] = connector.methods;
    const [token, ...rest] = key!.variables as [object, ...object[]];
    use.element.connector = {
      ...connector,
      methods: [{...key, variables: [{...token, secret: false}, ...rest]}, ...others],
    };
    await use.settle();
    expect(use.parts('advice').length).to.equal(0);
    expect(use.root.textContent).not.to.include('canary');
  });

  it('is nothing of what a script fills in while the page is asked', async () => {
    use.onSubmit((event) => event.respondWith(new Promise(() => undefined)));
    await use.type('Token', 'sk_1');
    await use.submit();
    await use.fill({Note: ' a'});
    await use.leave('Note');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([use.status, use.parts('advice').length]).to.deep.equal(['Connecting…', 0]);
  });

  it('is out of sight while the page is asked', async () => {
    let refuse = () => {};
    use.onSubmit((event) =>
      event.respondWith(new Promise((_, reject) => (refuse = () => reject(new Error('refused'))))),
    );
    await pasteAndWait('Token', 'sk_1 ');
    await use.submit();
    expect(use.parts('advice').length).to.equal(0);
    refuse();
    await waitUntil(() => use.part('advice'), 'it is true again');
  });

  it('shows the beginning of what is long', async () => {
    const host = `${'a'.repeat(63)}.example`;
    await pasteAndWait('Host', `https://${host}/`);
    await use.press(`Use “${'a'.repeat(60)}…” Host`);
    expect(use.input('Host').value).to.equal(host);
  });

  it('takes a mistake along when it is mended', async () => {
    await pasteAndWait('Code', ' code-1');
    await use.submit();
    expect(Object.keys(use.errors)).to.include('Code');
    await use.press('Use “code-1” Code');
    expect(Object.keys(use.errors)).not.to.include('Code');
  });

  it('is nothing where nobody has changed it', async () => {
    await pasteAndWait('Token', 'sk_1 ');
    use.element.values = {note: ' a '};
    await use.settle();
    await use.leave('Note');
    expect([use.input('Note').value, use.parts('advice').length]).to.deep.equal([' a ', 1]);
  });

  it('is part of what describes the field', async () => {
    await pasteAndWait('Token', 'sk_1 ');
    expect(descriptionOf(use.field('Token'))).to.include('There is space before or after it.');
  });

  it('is said with the name of the field when focus has moved on', async () => {
    await use.type('Token', 'sk_1 ');
    await use.leave('Token');
    await waitUntil(() => use.status.includes('space'), 'nothing is said');
    expect(use.status).to.equal('Token: There is space before or after it.');
  });

  it('is not said over a mistake', async () => {
    await use.type('Code', ' no ');
    await use.leave('Code');
    await waitUntil(() => use.part('advice') && use.status !== '', 'nothing is said');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(use.status).to.match(/^Code: /);
    expect(use.status).not.to.include('space');
  });
});

describe('several values', () => {
  beforeEach(() => show());
  const lines = () => [...use.part('advice')!.querySelectorAll('li')].map((item) => item.innerText);

  it('are offered where they are not in their fields yet', async () => {
    await use.type('Note', 'b');
    await pasteAndWait('Token', 'TOKEN=sk_1\nNOTE=b');
    expect(lines()).to.deep.equal(['Token: ••••••••']);
  });

  it('are not looked for in a field for JSON', async () => {
    await pasteInto(use.input('Settings'), '{"note": "a", "code": "code-1"}');
    await pasteAndWait('Code', ' code-1');
    expect([use.parts('advice').length, advice()]).to.deep.equal([
      1,
      'There is space before or after it.',
    ]);
  });

  it('are offered where they can be seen, also for a field that is folded up', async () => {
    drop('HOOK=hook_1\nX=1');
    await waitUntil(() => use.part('advice'), 'nothing is said');
    expect(use.part('advice')!.checkVisibility()).to.equal(true);
    await use.press('Fill in Token');
    expect(use.root.querySelector<HTMLInputElement>('[data-key="hook"]')!.value).to.equal('hook_1');
  });

  it('are one, where the field would be given the same', async () => {
    await pasteAndWait('Host', 'https://ada:pw@acme.example/');
    expect(advice()).to.equal('This is a whole address.');
  });
});

describe('a value in the wrong field', () => {
  beforeEach(() => show());

  it('stays where the right one is not on screen', async () => {
    await pasteAndWait('Note', ' sk_live_a ');
    await pasteInto(use.input('Note'), 'sk_live_abc');
    await waitUntil(isQuiet, 'it would be lost');
    await use.fill({Mode: 'live'});
    await pasteInto(use.input('Note'), 'sk_live_abd');
    await waitUntil(() => advice()?.includes('Live key'), 'it is on screen now');
  });

  for (const text of ['seal_12', 'stamp_12', 'badge_12']) {
    it(`stays where another method may not ask for it: ${text}`, async () => {
      use.element.presets = {badge: 'badge_1'};
      await pasteAndWait('Note', ' a ');
      await pasteInto(use.input('Note'), text);
      await waitUntil(isQuiet, 'it would be lost');
    });
  }

  it('is not brought back when the page empties the form on the way', async () => {
    await pasteAndWait('Note', 'grant_12');
    use.element.addEventListener('keyslot-method-change', () => use.element.forget());
    await use.press('Move it there Note');
    await use.settle();
    expect([use.element.methodId, use.input('Grant').value]).to.deep.equal(['other', '']);
  });

  it('is moved to a field that is folded up, which is opened', async () => {
    await pasteAndWait('Note', 'hook_12');
    await use.press('Move it there Note');
    expect([use.input('Hook').value, use.focused]).to.deep.equal(['hook_12', 'Hook (optional)']);
  });

  it('stays when the right one is gone meanwhile', async () => {
    await use.fill({Mode: 'live'});
    await pasteAndWait('Note', 'sk_live_abc');
    use.element.presets = {live: 'sk_live_page'};
    await use.settle();
    await use.press('Move it there Note');
    expect(use.input('Note').value).to.equal('sk_live_abc');
  });
});

describe('a stored secret', () => {
  it('has one way back at a time: what was done last comes first', async () => {
    await show({existing});
    await pasteAndWait('Token', '"sk_1"');
    const undos = () => use.parts('undo').map(nameOf);
    expect(undos()).to.deep.equal(['Undo Token']);
    await use.press('Fix this Token');
    expect(undos()).to.deep.equal(['Undo Token']);
    await use.press('Undo Token');
    expect([use.input('Token').value, ...undos()]).to.deep.equal(['"sk_1"', 'Undo Token']);
    await use.press('Undo Token');
    expect([use.input('Token').value, ...undos()]).to.deep.equal(['']);
    expect(isQuiet()).to.equal(true);
  });

  it('that is to be removed is not filled in', async () => {
    await show({existing: {...existing, stored: ['live'], values: {mode: 'live'}}});
    await use.press('Remove Live key');
    await pasteAndWait('Note', 'LIVE=sk_live_1\nNOTE=b\nTOKEN=c');
    const lines = [...use.part('advice')!.querySelectorAll('li')].map((item) => item.textContent);
    expect(lines.join()).not.to.include('Live');
  });
});

describe('what was pasted', () => {
  beforeEach(() => show());

  it('is forgotten when the field does not take it', async () => {
    const input = use.input('Note');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'TOKEN=sk_1\nCODE=code-1');
    input.dispatchEvent(
      new ClipboardEvent('paste', {clipboardData, bubbles: true, composed: true}),
    );
    await new Promise((resolve) => setTimeout(resolve));
    await use.fill({Code: ' code-2'});
    await waitUntil(() => use.part('advice'), 'nothing is said');
    expect(advice()).to.equal('There is space before or after it.');
  });

  for (const [what, end] of [
    ['was emptied', () => use.element.forget()],
    ['is gone', () => use.element.remove()],
    ['was replaced', () => (use.element.connector = {...connector, id: 'another'})],
  ] as const) {
    it(`is not looked at in a form that ${what} meanwhile`, async () => {
      let go = () => {};
      const going = new Promise<void>((resolve) => (go = resolve));
      FormWatch.load = async () => {
        await going;
        return load();
      };
      await pasteInto(use.input('Note'), 'TOKEN=canary\nCODE=code-1');
      drop('TOKEN=canary\nCODE=code-1');
      end();
      go();
      await new Promise((resolve) => setTimeout(resolve, 100));
      use.element.requestUpdate();
      await use.element.updateComplete;
      expect(use.root.textContent).not.to.include('code-1');
      expect(use.root.querySelector('[part="advice"]') === null).to.equal(true);
      expect(use.status).to.equal('');
    });
  }

  it('on a form that waits for the page is not looked at', async () => {
    let end = () => {};
    use.onSubmit((event: KeyslotSubmitEvent) =>
      event.respondWith(new Promise((_, reject) => (end = () => reject(new Error('refused'))))),
    );
    await use.type('Token', 'sk_1');
    await use.submit();
    drop('TOKEN=sk_2\nNOTE=b');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(use.status).to.equal('Connecting…');
    end();
    await use.settle();
    expect(use.parts('advice').length).to.equal(0);
  });
});
