import {expect, fixtureSync, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import type {VariableDefinition} from '../../src/index.js';
import {formOf} from '../support/definitions.js';
import {descriptionOf, mountFields, nameOf, wordsOf, type Driver} from '../support/driver.js';

const show = (...variables: VariableDefinition[]) => mountFields(variables);

const showWith = (given: Partial<KeyslotConnectElement>, ...variables: VariableDefinition[]) =>
  mountFields(variables, given);

/** The attributes that say what a control is for; those that are wired to other elements apart. */
const attributesOf = (control: Element) =>
  Object.fromEntries(
    [...control.attributes]
      .filter(({name}) => !/^(id|part|class|data-key|required|aria-|rows)/.test(name))
      .map(({name, value}) => [name, value]),
  );

const ignoreMarks = {
  'data-1p-ignore': '',
  'data-bwignore': '',
  'data-lpignore': 'true',
  'data-form-type': 'other',
  'data-protonpass-ignore': 'true',
};
const quiet = {
  autocapitalize: 'none',
  autocorrect: 'off',
  spellcheck: 'false',
  translate: 'no',
};

/** How recorders of sessions know a secret that is shown. */
const secretMark = {'data-rr-is-password': ''};

const controls: [what: string, variable: Omit<VariableDefinition, 'key'>, tag: string, object][] = [
  [
    'text',
    {},
    'input',
    {type: 'text', inputmode: 'text', autocomplete: 'off', ...quiet, ...ignoreMarks},
  ],
  [
    'an address',
    {type: 'url'},
    'input',
    {type: 'text', inputmode: 'url', autocomplete: 'off', ...quiet, ...ignoreMarks},
  ],
  [
    'an email address',
    {type: 'email'},
    'input',
    {type: 'text', inputmode: 'email', autocomplete: 'off', ...quiet, ...ignoreMarks},
  ],
  [
    'a number',
    {type: 'number'},
    'input',
    {type: 'text', inputmode: 'decimal', autocomplete: 'off', ...quiet, ...ignoreMarks},
  ],
  [
    'a secret',
    {secret: true},
    'input',
    {
      type: 'password',
      inputmode: 'text',
      autocomplete: 'new-password',
      ...quiet,
      ...ignoreMarks,
      ...secretMark,
    },
  ],
  [
    'a user name to sign in with',
    {autofill: 'login'},
    'input',
    {type: 'text', inputmode: 'text', autocomplete: 'section-acme username', ...quiet},
  ],
  [
    'a password to sign in with',
    {autofill: 'login', secret: true},
    'input',
    {
      type: 'password',
      inputmode: 'text',
      autocomplete: 'section-acme current-password',
      ...quiet,
      ...secretMark,
    },
  ],
  [
    'several lines',
    {type: 'multiline'},
    'textarea',
    {autocomplete: 'off', ...quiet, ...ignoreMarks},
  ],
  [
    'several secret lines',
    {type: 'multiline', secret: true},
    'textarea',
    {autocomplete: 'off', ...quiet, ...ignoreMarks, ...secretMark},
  ],
  ['a choice', {type: 'select', options: [{value: 'a'}]}, 'select', {autocomplete: 'off'}],
  ['yes or no', {type: 'boolean'}, 'input', {type: 'checkbox'}],
];

describe('the control for', () => {
  for (const [what, variable, tag, attributes] of controls) {
    it(`${what} has its attributes from the first moment on`, async () => {
      const element = fixtureSync<KeyslotConnectElement>(
        html`<keyslot-connect
          .connector=${formOf({key: 'it', label: 'It', ...variable})}
        ></keyslot-connect>`,
      );
      const seen: object[] = [];
      element.addController({
        hostUpdated: () => {
          const control = element.renderRoot.querySelector('[data-key]');
          if (control && !seen.length)
            seen.push({tag: control.localName, ...attributesOf(control)});
        },
      });
      await element.updateComplete;
      expect(seen).to.deep.equal([{tag, ...attributes}]);
    });
  }

  it('several lines is large enough for a phone, which magnifies smaller text in focus', async () => {
    const use = await show({key: 'a', label: 'A', type: 'multiline'});
    const media = use.root.adoptedStyleSheets
      .flatMap(({cssRules}) => [...cssRules])
      .filter((rule) => rule instanceof CSSMediaRule)
      .filter(({conditionText}) => conditionText === '(pointer: coarse)')
      .map((rule) => rule.media);
    const sizeOf = () => parseFloat(getComputedStyle(use.field('A')).fontSize);
    expect(sizeOf()).to.equal(14);
    // As if a finger pointed here.
    for (const list of media) list.mediaText = 'all';
    try {
      expect(sizeOf()).to.be.at.least(16);
    } finally {
      for (const list of media) list.mediaText = '(pointer: coarse)';
    }
  });

  it('anything has no name that a form could send', async () => {
    const use = await show(
      {key: 'a'},
      {key: 'b', secret: true},
      {key: 'c', type: 'multiline'},
      {key: 'd', type: 'boolean'},
      {key: 'e', type: 'select', options: [{value: 'a'}]},
    );
    expect([...use.root.querySelectorAll('form [name]')].map(nameOf)).to.be.empty;
  });

  it('a text longer than allowed takes all of it', async () => {
    const use = await show({key: 'code', label: 'Code', maxLength: 3});
    await use.type('Code', 'abcdef');
    expect(use.input('Code').value).to.equal('abcdef');
  });
});

describe('a value', () => {
  it('is kept as it was typed', async () => {
    const use = await show({key: 'code', label: 'Code', required: true});
    await use.fill({Code: '  a b\u00a0'});
    expect(await use.submitted()).to.deep.equal({code: '  a b\u00a0'});
  });

  it('of a number is sent as a number', async () => {
    const use = await show({key: 'port', label: 'Port', type: 'number'});
    await use.type('Port', '8080');
    expect(await use.submitted()).to.deep.equal({port: 8080});
  });

  it('of a box that was not ticked is sent as false', async () => {
    const use = await show({key: 'beta', label: 'Beta', type: 'boolean'});
    expect(await use.submitted()).to.deep.equal({beta: false});
  });

  it('of a box that was ticked with the space bar is sent as true', async () => {
    const use = await show({key: 'beta', label: 'Beta', type: 'boolean'});
    use.field('Beta').focus();
    await sendKeys({press: ' '});
    expect(await use.submitted()).to.deep.equal({beta: true});
  });

  it('of several lines keeps its line breaks', async () => {
    const use = await show({key: 'pem', label: 'Certificate', type: 'multiline'});
    await use.fill({Certificate: 'one\ntwo\n'});
    expect(await use.submitted()).to.deep.equal({pem: 'one\ntwo\n'});
  });

  it('that was left blank is not sent', async () => {
    const use = await show({key: 'a', label: 'A'}, {key: 'b', label: 'B'});
    await use.type('B', 'x');
    expect(await use.submitted()).to.deep.equal({b: 'x'});
  });

  it('that a script set without an event is sent', async () => {
    const use = await show({key: 'a', label: 'A', required: true});
    use.field('A').value = 'set';
    expect(await use.submitted()).to.deep.equal({a: 'set'});
  });

  it('begins as the default', async () => {
    const use = await show(
      {key: 'a', label: 'A', default: 'x'},
      {key: 'b', label: 'B', type: 'boolean', default: true},
      {key: 'c', label: 'C', type: 'number', default: 3},
      {key: 'd', label: 'D', type: 'select', options: [{value: '1'}, {value: '2'}], default: '2'},
    );
    expect(use.values()).to.deep.equal({A: 'x', B: true, C: '3', D: '2'});
  });

  it('of the default can be erased', async () => {
    const use = await show({key: 'a', label: 'A', default: 'x'});
    await use.erase('A');
    expect(await use.submitted()).to.deep.equal({});
  });

  it('is suggested by the host before the definition', async () => {
    const use = await showWith({values: {a: 'host'}}, {key: 'a', label: 'A', default: 'x'});
    expect(use.values()).to.deep.equal({A: 'host'});
  });

  it('that the host suggests late reaches a field nobody touched', async () => {
    const use = await show({key: 'a', label: 'A'}, {key: 'b', label: 'B'});
    await use.type('A', 'mine');
    use.element.values = {a: 'host', b: 'host'};
    await use.settle();
    expect(use.values()).to.deep.equal({A: 'mine', B: 'host'});
  });
});

describe('a choice', () => {
  const region: VariableDefinition = {
    key: 'region',
    label: 'Region',
    type: 'select',
    options: [
      {value: 'eu-1', label: 'Frankfurt', group: 'Europe'},
      {value: 'us-1', label: 'Ohio', description: 'cheaper', group: 'America'},
      {value: 'eu-2', label: {en: 'Paris'}, group: 'Europe'},
      {value: 'local'},
    ],
  };

  it('lists its options by group, with their remarks', async () => {
    const use = await show(region);
    const groups = [...use.field('Region').children].map((child) =>
      child instanceof HTMLOptGroupElement
        ? [child.label, ...[...child.children].map(wordsOf)]
        : wordsOf(child),
    );
    expect(groups).to.deep.equal([
      'Choose…',
      ['Europe', 'Frankfurt', 'Paris'],
      ['America', 'Ohio – cheaper'],
      'local',
    ]);
  });

  it('is made with the keyboard', async () => {
    const use = await show(region);
    use.field('Region').focus();
    await sendKeys({type: 'P'});
    expect(await use.submitted()).to.deep.equal({region: 'eu-2'});
  });

  describe('that is stored but offered no more', () => {
    const existing = {methodId: 'only', values: {region: 'gone'}, stored: []};
    const wordsIn = (use: Driver) =>
      [...(use.field('Region') as HTMLSelectElement).options].map(wordsOf);

    it('is shown, and was not typed', async () => {
      const use = await showWith({existing}, region);
      expect(use.values()).to.deep.equal({Region: 'gone'});
      expect(wordsIn(use)).to.include('gone');
      expect(use.element.isDirty).to.be.false;
    });

    it('is not lost in silence', async () => {
      const use = await showWith({existing}, region);
      expect(await use.submitted()).to.equal(undefined);
      expect(use.errors).to.deep.equal({Region: 'Choose the region from the list'});
      expect(use.values()).to.deep.equal({Region: 'gone'});
    });

    it('can be replaced, and chosen again', async () => {
      const use = await showWith({existing}, region);
      await use.fill({Region: 'eu-1'});
      expect(wordsIn(use)).to.include('gone');
      expect(await use.submitted()).to.deep.equal({region: 'eu-1'});
    });

    it('is shown as well when it becomes known later', async () => {
      const use = await show(region);
      expect(wordsIn(use)).not.to.include('gone');
      use.element.existing = existing;
      await use.settle();
      expect(use.values()).to.deep.equal({Region: 'gone'});
    });
  });

  it('that is an empty option of its own needs no other one', async () => {
    const use = await show({...region, options: [{value: '', label: 'Any'}, {value: 'eu'}]});
    expect([...use.field('Region').children].map(wordsOf)).to.deep.equal(['Any', 'eu']);
  });
});

describe('a field', () => {
  it('is named by its label', async () => {
    const use = await show({key: 'a', label: 'Store name', required: true});
    expect(nameOf(use.field('Store name'))).to.equal('Store name');
  });

  it('is named by its key when it has no label', async () => {
    const use = await show({key: 'realm', required: true});
    expect(use.labels).to.deep.equal(['realm']);
  });

  it('that can be left blank says so', async () => {
    const use = await show({key: 'a', label: 'A'});
    expect(nameOf(use.field('A'))).to.equal('A (optional)');
    expect(use.input('A').required).to.be.false;
  });

  it('that must be filled in tells those who cannot see it', async () => {
    const use = await show({key: 'a', label: 'A', required: true});
    expect(use.input('A').required).to.be.true;
  });

  it('is described by its help and its example', async () => {
    const use = await show({key: 'a', label: 'A', help: 'In the settings.', example: 'x-1'});
    expect(descriptionOf(use.field('A'))).to.equal('In the settings. Example: x-1');
  });

  it('is described by what stands around it', async () => {
    const use = await show({key: 'a', label: 'A', prefix: 'https://', suffix: '.acme.com'});
    expect(descriptionOf(use.field('A'))).to.equal('https:// .acme.com');
  });

  it('sends what was typed without what stands around it', async () => {
    const use = await show({key: 'a', label: 'A', prefix: 'https://', suffix: '.acme.com'});
    await use.type('A', 'shop');
    expect(await use.submitted()).to.deep.equal({a: 'shop'});
  });

  it('links to where its value is found', async () => {
    const use = await show({key: 'a', label: 'Key', docs: 'https://acme.com/keys'});
    const link = use.part('docs-link') as HTMLAnchorElement;
    expect(wordsOf(link)).to.equal('Where do I find this? Key (opens in a new tab)');
    expect([link.href, link.target, link.rel, link.referrerPolicy]).to.deep.equal([
      'https://acme.com/keys',
      '_blank',
      'noopener noreferrer',
      'no-referrer',
    ]);
  });

  it('has no link to an address that is not safe', async () => {
    const use = await show({key: 'a', label: 'Key', docs: 'javascript:alert(1)'});
    expect(use.root.querySelector('form a')).to.equal(null);
  });

  it('shows markup of a definition as text', async () => {
    const label = '<img src=x onerror=alert(1)>';
    const use = await show({key: 'a', label, help: label, required: true});
    expect(use.root.querySelector('form img')).to.equal(null);
    expect(use.labels).to.deep.equal([label]);
  });

  it('that the host decides can be read but not changed', async () => {
    const use = await showWith({presets: {a: 'fixed'}}, {key: 'a', label: 'A', required: true});
    await use.type('A', 'more');
    expect(use.values()).to.deep.equal({A: 'fixed'});
    expect(descriptionOf(use.field('A'))).to.equal('Already set for you.');
    expect(await use.submitted()).to.deep.equal({a: 'fixed'});
  });

  it('that the host decides in the end shows that, whatever was typed', async () => {
    const use = await showWith({}, {key: 'a', label: 'A'});
    await use.type('A', 'typed');
    use.element.presets = {a: 'fixed'};
    await use.settle();
    expect(use.values()).to.deep.equal({A: 'fixed'});
    expect(await use.submitted()).to.deep.equal({a: 'fixed'});
  });

  it('that the host decides looks so with all that stands around it', async () => {
    const use = await showWith(
      {presets: {a: 'fixed', b: 'fixed'}},
      {key: 'a', label: 'A'},
      {key: 'b', label: 'B', suffix: '.acme.com'},
    );
    const groundOf = (element: Element) => getComputedStyle(element).backgroundColor;
    const [, control] = use.parts('control');
    expect(groundOf(control!)).to.equal(groundOf(use.field('A')));
    expect(groundOf(use.field('B'))).to.equal('rgba(0, 0, 0, 0)');
  });

  it('that the host decides is not marked as one to leave blank', async () => {
    const use = await showWith({presets: {a: 'fixed'}}, {key: 'a', label: 'A'});
    expect(nameOf(use.field('A'))).to.equal('A');
  });

  it('that the host decides cannot be chosen or ticked', async () => {
    const use = await showWith(
      {presets: {a: 'y', b: true}},
      {key: 'a', label: 'A', type: 'select', options: [{value: 'x'}, {value: 'y'}]},
      {key: 'b', label: 'B', type: 'boolean'},
    );
    expect([use.input('A').disabled, use.input('B').disabled]).to.deep.equal([true, true]);
    expect(await use.submitted()).to.deep.equal({a: 'y', b: true});
  });

  it('of a secret that the host decides is not there, and its value is sent', async () => {
    const use = await showWith(
      {presets: {s: 'hush-1'}},
      {key: 's', label: 'S', secret: true, required: true},
      {key: 'a', label: 'A'},
    );
    expect(use.labels).to.deep.equal(['A']);
    expect(use.root.innerHTML).not.to.include('hush-1');
    expect(await use.submitted()).to.deep.equal({s: 'hush-1'});
  });

  it('that cannot be configured is not there, and its default is sent', async () => {
    const use = await show(
      {key: 'version', label: 'Version', default: 'v2', configurable: false},
      {key: 'a', label: 'A'},
    );
    expect(use.labels).to.deep.equal(['A']);
    expect(await use.submitted()).to.deep.equal({version: 'v2'});
  });
});

describe('a field that depends on another', () => {
  const mode: VariableDefinition = {
    key: 'mode',
    label: 'Mode',
    type: 'select',
    options: [{value: 'cloud'}, {value: 'server'}],
    default: 'cloud',
  };
  const host: VariableDefinition = {
    key: 'host',
    label: 'Host',
    required: true,
    visibleWhen: {key: 'mode', equals: 'server'},
  };

  it('is not there while its condition is not met', async () => {
    const use = await show(mode, host);
    expect(use.labels).to.deep.equal(['Mode']);
  });

  it('appears when its condition is met', async () => {
    const use = await show(mode, host);
    await use.fill({Mode: 'server'});
    expect(use.labels).to.deep.equal(['Mode', 'Host']);
  });

  it('is not sent while it is hidden, whatever its default', async () => {
    const use = await show(mode, {...host, default: 'localhost'});
    expect(await use.submitted()).to.deep.equal({mode: 'cloud'});
  });

  it('appears for a box that is ticked', async () => {
    const use = await show(
      {key: 'proxy', label: 'Proxy', type: 'boolean'},
      {...host, visibleWhen: {key: 'proxy', equals: true}},
    );
    use.field('Proxy').click();
    await use.settle();
    expect(use.labels).to.deep.equal(['Proxy', 'Host']);
  });

  it('appears for one of several values', async () => {
    const use = await show(mode, {...host, visibleWhen: {key: 'mode', in: ['server', 'both']}});
    await use.fill({Mode: 'server'});
    expect(use.labels).to.deep.equal(['Mode', 'Host']);
  });

  it('appears at once when the host suggests the value late', async () => {
    const use = await show(mode, host);
    use.element.values = {mode: 'server'};
    await use.settle();
    expect(use.labels).to.deep.equal(['Mode', 'Host']);
  });

  it('is gone again after a reset', async () => {
    const use = await show(mode, host);
    await use.fill({Mode: 'server'});
    use.element.reset();
    await use.settle();
    expect(use.labels).to.deep.equal(['Mode']);
  });

  it('leaves the fields after it as they were', async () => {
    const use = await show(mode, host, {key: 'note', label: 'Note'});
    await use.type('Note', 'kept');
    await use.fill({Mode: 'server'});
    expect(use.values()).to.deep.equal({Mode: 'server', Host: '', Note: 'kept'});
  });
});

describe('advanced fields', () => {
  const fields: readonly VariableDefinition[] = [
    {key: 'a', label: 'A'},
    {key: 'port', label: 'Port', type: 'number', default: 443, advanced: true},
  ];

  it('wait behind a disclosure', async () => {
    const use = await show(...fields);
    expect(use.labels).to.deep.equal(['A']);
    expect(wordsOf(use.part('advanced-summary')!)).to.equal('Advanced settings');
  });

  it('are shown with the keyboard', async () => {
    const use = await show(...fields);
    use.part('advanced-summary')!.focus();
    await sendKeys({press: 'Enter'});
    await use.settle();
    expect(use.labels).to.deep.equal(['A', 'Port']);
  });

  it('are sent while they are hidden', async () => {
    const use = await show(...fields);
    expect(await use.submitted()).to.deep.equal({port: 443});
  });

  it('are shown when one of them is wrong', async () => {
    const use = await showWith({values: {port: 'x'}}, ...fields);
    await use.submit();
    expect(use.errors).to.deep.equal({Port: 'Enter the port as a number, for example 1.5'});
    expect(use.focused).to.equal('Port (optional)');
  });
});

describe('a secret', () => {
  const secret: VariableDefinition = {key: 'token', label: 'Token', secret: true, required: true};

  it('is masked while it is typed', async () => {
    const use = await show(secret);
    await use.type('Token', 'x');
    expect(use.input('Token').type).to.equal('password');
  });

  it('of several lines is masked unless it has focus', async () => {
    const use = await show({...secret, type: 'multiline'});
    await use.fill({Token: 'x'});
    const masking = () =>
      getComputedStyle(use.field('Token')).getPropertyValue('-webkit-text-security');
    const masked = masking();
    use.field('Token').focus();
    expect([masked, masking()]).to.deep.equal(['disc', 'none']);
  });

  it('can be shown', async () => {
    const use = await show(secret);
    await use.type('Token', 'x');
    await use.press('Show Token');
    expect([use.input('Token').type, use.input('Token').value]).to.deep.equal(['text', 'x']);
  });

  it('tells that it is shown', async () => {
    const use = await show(secret);
    await use.press('Show Token');
    expect(use.status).to.equal('Token is visible');
  });

  it('can be hidden again', async () => {
    const use = await show(secret);
    await use.press('Show Token');
    await use.press('Hide Token');
    expect(use.input('Token').type).to.equal('password');
    expect(use.status).to.equal('Token is hidden');
  });

  it('is shown by a button that says which secret it shows', async () => {
    const use = await show(secret);
    const button = use.button('Show Token');
    expect([button.type, button.getAttribute('aria-controls')]).to.deep.equal([
      'button',
      use.field('Token').id,
    ]);
  });

  it('is shown with the keyboard, which stays on the button', async () => {
    const use = await show(secret);
    use.field('Token').focus();
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await use.settle();
    expect(use.input('Token').type).to.equal('text');
    expect(use.focused).to.equal('Hide Token');
  });

  it('is shown alone', async () => {
    const use = await show(secret, {...secret, key: 'other', label: 'Other'});
    await use.press('Show Token');
    expect(use.input('Other').type).to.equal('password');
  });

  it('is hidden when the form is submitted', async () => {
    const use = await show(secret);
    await use.press('Show Token');
    await use.submit();
    expect(use.input('Token').type).to.equal('password');
  });

  it('has no button to show it when it has several lines', async () => {
    const use = await show({...secret, type: 'multiline'});
    expect(use.buttons).to.deep.equal(['Connect']);
  });
});
