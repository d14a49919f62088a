import {expect, html, waitUntil} from '@open-wc/testing';
import type {ConnectorDefinition, VariableDefinition} from '../../src/index.js';
import {pasteInto} from '../support/clipboard.js';
import {formOf} from '../support/definitions.js';
import {mount, nameOf, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

// What comes along when a credential is copied. The names in brackets are threads in which users of
// other forms reported it.

let use: Driver;
let recorder: Recorder;

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

async function show(definition: ConnectorDefinition): Promise<void> {
  use = await mount(html`<keyslot-connect .connector=${definition}></keyslot-connect>`);
}
const showField = (variable: Partial<VariableDefinition>) =>
  show(formOf({key: 'value', label: 'Value', required: true, ...variable}));

const control = (label = 'Value') => use.field(label) as HTMLInputElement | HTMLTextAreaElement;

/** Pastes a text, and waits for what is said of it. */
async function pasteAndWait(text: string, label = 'Value'): Promise<void> {
  await pasteText(text, label);
  await waitUntil(() => use.part('advice'), `nothing is said of ${text}`);
}

async function pasteText(text: string, label = 'Value'): Promise<void> {
  await pasteInto(control(label), text);
  await use.settle();
}

const advice = () => use.part('advice')?.querySelector('bdi')?.textContent;
const offers = () =>
  use.parts('advice').flatMap((part) => [...part.querySelectorAll('button')].map(nameOf));

const BODY = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
const PEM = `-----BEGIN PRIVATE KEY-----\n${BODY}\n${BODY}\n-----END PRIVATE KEY-----\n`;

interface Case {
  readonly what: string;
  readonly pasted: string;
  readonly says: string;
  readonly mended: string;
  readonly variable?: Partial<VariableDefinition>;
  readonly offer?: string;
}

const secret = {secret: true};
const cases: readonly Case[] = [
  {
    what: 'space after it (airbytehq/airbyte#960)',
    pasted: 'sk_12345 ',
    says: 'There is space before or after it.',
    mended: 'sk_12345',
    variable: secret,
  },
  {
    what: 'space before it (airbytehq/airbyte#23347)',
    pasted: '\tsk_12345',
    says: 'There is space before or after it.',
    mended: 'sk_12345',
    variable: secret,
  },
  {
    what: 'a space that does not break (elastic/kibana#100770)',
    pasted: 'sk_12345\u00a0',
    says: 'There is space before or after it.',
    mended: 'sk_12345',
    variable: secret,
  },
  {
    what: 'a character without width (syndesisio/syndesis#2510)',
    pasted: 'sk_\u200b12345',
    says: 'There are characters in it that cannot be seen.',
    mended: 'sk_12345',
    variable: secret,
  },
  {
    what: 'a mark of direction (postmanlabs/postman-app-support#11010)',
    pasted: '\u202ask_12345\u202c',
    says: 'There are characters in it that cannot be seen.',
    mended: 'sk_12345',
    variable: secret,
  },
  {
    what: 'quotation marks',
    pasted: '"sk_12345"',
    says: 'There are quotation marks around it.',
    mended: 'sk_12345',
    variable: secret,
  },
  {
    what: 'quotation marks of a word processor',
    pasted: '“sk_12345”',
    says: 'There are quotation marks around it.',
    mended: 'sk_12345',
    variable: secret,
  },
  {
    what: 'the scheme of a header (langwatch/langwatch#8180)',
    pasted: 'Bearer sk_12345',
    says: 'It begins with a word that is not part of the key.',
    mended: 'sk_12345',
    variable: secret,
  },
  {
    what: 'the name that it has in a settings file',
    pasted: 'API_KEY=sk_12345',
    says: 'It begins with a name, as in a settings file.',
    mended: 'sk_12345',
    variable: secret,
  },
  {
    what: 'several of these (fazer-ai/agents#338)',
    pasted: ' export API_KEY="Bearer sk_12345"',
    says: 'There is more here than the value itself.',
    mended: 'sk_12345',
    variable: secret,
  },
  {
    what: 'the rest of an address (tinyhumansai/openhuman#1733)',
    pasted: 'https://acme.atlassian.net/jira/boards/1',
    says: 'This is a whole address.',
    mended: 'acme',
    variable: {suffix: '.atlassian.net'},
    offer: 'Use “acme” Value',
  },
  {
    what: 'an ending that is there already (betterlytics/betterlytics#1095)',
    pasted: 'acme.example.com',
    says: 'This is a whole address.',
    mended: 'acme',
    variable: {suffix: '.example.com'},
    offer: 'Use “acme” Value',
  },
  {
    what: 'an address where only the host belongs (NangoHQ/nango#6385)',
    pasted: 'https://acme.okta.com/admin',
    says: 'This is a whole address.',
    mended: 'acme.okta.com',
    variable: {format: 'hostname'},
    offer: 'Use “acme.okta.com” Value',
  },
  {
    what: 'line breaks written as \\n (n8n-io/n8n#27517)',
    pasted: PEM.trim().replaceAll('\n', '\\n'),
    says: 'The line breaks of this key are missing.',
    mended: PEM.trim(),
    variable: {secret: true, type: 'multiline'},
  },
  {
    what: 'line breaks that are gone (n8n-io/n8n#31129)',
    pasted: PEM.replaceAll('\n', ''),
    says: 'The line breaks of this key are missing.',
    mended: PEM.trim(),
    variable: {secret: true, format: 'pem'},
  },
  {
    what: 'line breaks that became spaces (medplum/medplum#2863)',
    pasted: PEM.replaceAll('\n', ' ').trim(),
    says: 'The line breaks of this key are missing.',
    mended: PEM.trim(),
    variable: {secret: true, format: 'pem'},
  },
];

describe('what is pasted', () => {
  for (const {what, pasted, says, mended, variable = {}, offer = 'Fix this Value'} of cases) {
    it(`is mended in one click, and back: ${what}`, async () => {
      await showField(variable);
      await pasteAndWait(pasted);
      expect(control().value).to.equal(pasted);
      expect([advice(), use.status, ...offers()]).to.deep.equal([says, says, offer]);

      await use.press(offer);
      expect(control().value).to.equal(mended);
      expect([advice(), use.focused]).to.deep.equal(['Fixed.', 'Value']);

      await use.press('Undo Value');
      expect(control().value).to.equal(pasted);
      expect(use.part('advice') === undefined, 'it insists').to.equal(true);
    });

    it(`is handed over as it is: ${what} (postmanlabs/postman-app-support#2619)`, async () => {
      // A format of its own would have something against it.
      await showField({
        ...variable,
        ...(variable.format && {format: undefined, type: 'multiline'}),
      } as VariableDefinition);
      await pasteText(pasted);
      expect(await use.submitted()).to.deep.equal({value: pasted});
    });
  }

  it('is mended before it is handed over, where the user wants it', async () => {
    await showField(secret);
    await pasteAndWait(' sk_1 ');
    await use.press('Fix this Value');
    expect(await use.submitted()).to.deep.equal({value: 'sk_1'});
  });

  it('was on several lines, which an input cannot hold', async () => {
    const joined = 'sk_1234567890';
    await showField(secret);
    await pasteText('sk_12345\n67890\n');
    const before = control().value;
    // Some browsers leave line breaks out, and some put spaces in their place.
    if (before === joined) return;
    await waitUntil(() => use.part('advice'), 'nothing is said');
    expect(advice()).to.equal('It was on several lines.');
    await use.press('Fix this Value');
    expect(control().value).to.equal(joined);
    await use.press('Undo Value');
    expect(control().value).to.equal(before);
  });

  it('shows no secret in what is said of it', async () => {
    await showField(secret);
    await pasteAndWait(' canary-secret ');
    expect(use.part('advice')!.textContent).not.to.include('canary');
    expect(use.status).not.to.include('canary');
  });

  for (const [what, pasted, variable] of [
    ['a plain key', 'sk_live_4f5e', secret],
    ['a key that ends in padding', 'c2VjcmV0LWtleQ==', secret],
    ['a password with signs in it', 'a=b:c "d', secret],
    ['a PEM with a line break at its end', PEM, {secret: true, format: 'pem'}],
    ['JSON where JSON belongs', '{"a": "b", "c": "d"}', {format: 'json'}],
    ['an address where one belongs', 'https://acme.example/a', {type: 'url'}],
    ['what a pattern wants as it is', 'Bearer abc', {secret: true, pattern: {regex: 'Bearer .+'}}],
  ] as const) {
    it(`is left alone: ${what}`, async () => {
      await showField(variable);
      await pasteAndWait(' x ', 'Value').catch(() => undefined);
      await pasteText(pasted);
      await waitUntil(() => use.part('advice') === undefined, 'something is said of it');
      expect(control().value).to.equal(pasted);
    });
  }

  it('is looked at when a script fills it in', async () => {
    await showField(secret);
    const input = control();
    input.value = ' sk_1';
    input.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    await waitUntil(() => use.part('advice'), 'nothing is said');
    expect(advice()).to.equal('There is space before or after it.');
  });

  it('is looked at when a field is left that was typed into', async () => {
    await showField(secret);
    await use.type('Value', 'sk_1 ');
    expect(use.part('advice') === undefined, 'somebody types').to.equal(true);
    await use.leave('Value');
    await waitUntil(() => use.part('advice'), 'nothing is said');
  });

  it('is not spoken of any more once it is changed', async () => {
    await showField(secret);
    await pasteAndWait('sk_1 ');
    await use.type('Value', '2');
    await waitUntil(() => use.part('advice') === undefined, 'it is still said');
    expect(control().value).to.equal('sk_1 2');
  });

  it('is forgotten with the form', async () => {
    await showField(secret);
    await pasteAndWait('sk_1 ');
    use.element.reset();
    await use.settle();
    expect(use.parts('advice').length).to.equal(0);
  });
});
