import {expect, fixture, html} from '@open-wc/testing';
import * as fc from 'fast-check';
import '../../src/define.js';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import {Recorder} from '../support/recorder.js';

/** Names that have broken something somewhere. */
const awkward = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'a b',
  'a"b',
  "a'b",
  'a]b',
  'a\\b',
  'a#b.c',
  '{{a}}',
  '<b>',
  '',
  'é',
  '🔑',
  '\u202eabc',
  '0',
  'x'.repeat(300),
];
const name = fc.oneof(
  {weight: 9, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'token', 'username')},
  {weight: 1, arbitrary: fc.constantFrom(...awkward)},
);
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(...awkward),
  fc.dictionary(fc.constantFrom('en', 'de', 'x-y', '__proto__'), fc.string()),
);
const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean());
const held = fc.oneof(scalar, fc.array(fc.string()));
const link = fc.oneof(fc.webUrl(), fc.constantFrom('javascript:alert(1)', 'data:,x', '//x', ''));

/** Something of a shape, with some of it missing; seldom with what has to be there. */
const some = <T extends object, K extends keyof T = never>(
  shape: {[name in keyof T]: fc.Arbitrary<T[name]>},
  ...requiredKeys: K[]
) =>
  fc.oneof(
    {weight: 9, arbitrary: fc.record(shape, {requiredKeys})},
    {weight: 1, arbitrary: fc.record(shape, {requiredKeys: []})},
  );

const variable = fc.oneof(
  some(
    {
      key: name,
      label: text,
      type: fc.constantFrom(
        'text',
        'multiline',
        'url',
        'email',
        'number',
        'boolean',
        'select',
        'multiselect',
        'file',
        'keyvalue',
        'x',
      ),
      secret: fc.boolean(),
      required: fc.boolean(),
      default: held,
      help: text,
      example: fc.string(),
      docs: link,
      options: fc.array(
        some({value: fc.string(), label: text, description: text, group: text}, 'value'),
        {size: '+1'},
      ),
      encoding: fc.constantFrom('text', 'base64', 'x'),
      pattern: some({regex: fc.constantFrom('[a-z]+', '(a+)+', '(', '.*'), message: text}, 'regex'),
      format: fc.constantFrom('email', 'origin', 'pem', 'x'),
      minLength: fc.nat(),
      maxLength: fc.nat(),
      min: fc.integer(),
      max: fc.integer(),
      prefix: fc.string(),
      suffix: fc.string(),
      visibleWhen: some({key: name, equals: scalar, in: fc.array(scalar)}, 'key'),
      advanced: fc.boolean(),
      configurable: fc.boolean(),
      autofill: fc.constantFrom('machine', 'login'),
    },
    'key',
  ),
  some({use: name, label: text, required: fc.boolean(), default: held}),
);
const method = some(
  {
    id: name,
    type: fc.oneof(
      {weight: 9, arbitrary: fc.constantFrom('basic', 'token', 'custom')},
      {weight: 1, arbitrary: fc.constantFrom('oauth2', 'constructor', '__proto__')},
    ),
    name: text,
    description: text,
    icon: link,
    recommended: fc.boolean(),
    deprecated: fc.boolean(),
    variables: fc.array(variable, {maxLength: 5}),
  },
  'id',
  'type',
);
const definition = fc
  .record({
    id: name,
    name: text,
    logo: link,
    docs: link,
    variables: fc.array(variable, {maxLength: 3}),
    methods: fc.array(method, {maxLength: 10}),
  })
  // A link is an image that the browser would load.
  .map(({logo, ...rest}) => ({...rest, ...(logo.startsWith('https') ? {} : {logo})}));
const withoutImages = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'icon' ? undefined : part)));
const garbage = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
  }),
  fc.jsonValue(),
  fc.json(),
  fc.record({id: fc.jsonValue(), name: fc.jsonValue(), methods: fc.jsonValue()}),
  fc.record({id: name, name: text, methods: fc.array(fc.anything())}),
);

/** What stands for a definition on screen. */
const looksOf = (element: KeyslotConnectElement) =>
  ['loading', 'empty', 'failed', 'header'].filter((part) =>
    element.shadowRoot?.querySelector(`[part="${part}"]`),
  );
const bodyOf = (element: KeyslotConnectElement) =>
  element.shadowRoot?.querySelector('[part="picker"], [part="method-panel"]');

/** Fills in whatever there is and submits it. */
async function useForm(element: KeyslotConnectElement): Promise<void> {
  const root = element.shadowRoot!;
  root.querySelector<HTMLInputElement>('[type="radio"]:enabled')?.click();
  await element.updateComplete;
  for (const control of root.querySelectorAll<HTMLInputElement>('[data-key]')) {
    if (!['checkbox', 'file'].includes(control.type)) control.value = 'typed';
    control.dispatchEvent(new Event('input', {bubbles: true}));
    control.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown', bubbles: true}));
    control.dispatchEvent(new Event('focusout', {bubbles: true}));
  }
  for (const button of root.querySelectorAll<HTMLElement>('[part="add-pair"]')) button.click();
  await element.updateComplete;
  await element.reportValidity();
  await element.updateComplete;
}

describe('a definition from anywhere', function () {
  this.timeout(30_000);

  let element: KeyslotConnectElement;
  let recorder: Recorder;
  beforeEach(async () => {
    recorder = new Recorder();
    element = await fixture(html`<keyslot-connect></keyslot-connect>`);
  });
  afterEach(() => {
    recorder.stop();
  });

  const check = (given: fc.Arbitrary<unknown>) =>
    // The message of a failure tells the seed that repeats it.
    fc.assert(
      fc.asyncProperty(given, async (connector) => {
        recorder.errors.length = recorder.console.length = 0;
        element.connector = connector;
        await element.updateComplete;
        const looks = looksOf(element);
        expect(looks).to.have.length(1);
        if (looks[0] === 'header') {
          expect(bodyOf(element)).to.exist;
          await useForm(element);
        }
        expect(recorder.errors).to.deep.equal([]);
        expect(recorder.console).to.deep.equal([]);
      }),
      {numRuns: 500},
    );

  it('that is nearly right is shown and can be used, or says that it cannot', async () => {
    await check(definition.map(withoutImages));
  });

  it('that is nonsense says that it cannot be shown, and breaks nothing', async () => {
    await check(garbage);
  });
});
