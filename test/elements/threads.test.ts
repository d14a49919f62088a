import {expect, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {ConnectorDefinition, VariableDefinition} from '../../src/index.js';
import {formOf, twoMethods} from '../support/definitions.js';
import {descriptionOf, mount, nameOf, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

// What users of other forms reported, by the name of the thread.

let use: Driver;
let recorder: Recorder;

async function show(definition: ConnectorDefinition): Promise<void> {
  use = await mount(html`<keyslot-connect .connector=${definition}></keyslot-connect>`);
}
const showFields = (...variables: VariableDefinition[]) => show(formOf(...variables));
const submitted = async () => {
  await use.submit();
  return recorder.credentials[0]?.values;
};

/** Pastes as a browser does it: what an input makes of the text is up to the input. */
function paste(label: string, text: string): void {
  const control = use.field(label);
  control.focus();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way to paste by script
  document.execCommand('insertText', false, text);
}

const BODY = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj';
const PEM = `-----BEGIN PRIVATE KEY-----\n${BODY}\n${BODY}\n-----END PRIVATE KEY-----\n`;
const key: VariableDefinition = {key: 'privateKey', label: 'Private key', secret: true};

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

describe('keys of several lines', () => {
  for (const thread of [
    'n8n-io/n8n#31007',
    'n8n-io/n8n#27517',
    'medplum/medplum#2863',
    'juspay/hyperswitch-control-center#5484',
  ]) {
    it(`keep their line breaks when they are pasted (${thread})`, async () => {
      await showFields({...key, type: 'multiline'});
      paste('Private key', PEM);
      expect(await submitted()).to.deep.equal({privateKey: PEM});
    });
  }

  it('have a field of several lines even if the definition forgot it (n8n-io/n8n#31007)', async () => {
    await showFields({...key, format: 'pem'});
    paste('Private key', PEM);
    expect(await submitted()).to.deep.equal({privateKey: PEM});
  });

  it('are masked all the same, and while nobody types (airbytehq/airbyte#5231)', async () => {
    await showFields({...key, type: 'multiline'}, {key: 'note', label: 'Note'});
    paste('Private key', PEM);
    use.field('Note').focus();
    const {webkitTextSecurity} = getComputedStyle(use.field('Private key')) as unknown as {
      readonly webkitTextSecurity: string;
    };
    expect(webkitTextSecurity).to.equal('disc');
  });

  it('that lost their line breaks are refused before they are sent (n8n-io/n8n#31129)', async () => {
    await showFields({...key, type: 'multiline', format: 'pem'});
    paste('Private key', PEM.replaceAll('\n', ''));
    expect(await submitted()).to.equal(undefined);
    expect(use.errors['Private key']).to.match(/with its line breaks/);
  });
});

describe('messages', () => {
  for (const thread of ['airbytehq/airbyte#28496', 'rjsf-team/react-jsonschema-form#695']) {
    it(`never show a regular expression (${thread})`, async () => {
      const regex = '[0-9]{10}(,[0-9]{10})*';
      await showFields({
        key: 'ids',
        label: 'Customer IDs',
        pattern: {regex},
        example: '1234567890',
      });
      await use.fill({'Customer IDs': 'abc'});
      await use.submit();
      expect(use.errors['Customer IDs']).to.equal(
        'Check the customer IDs: it should look like 1234567890',
      );
      expect(use.root.textContent).not.to.contain('[0-9]');
    });
  }

  it('are the words of the definition where it has some (airbytehq/airbyte#23530)', async () => {
    const pattern = {regex: '[0-9]+', message: 'Enter ten digits'};
    await showFields({key: 'ids', label: 'Customer IDs', pattern});
    await use.fill({'Customer IDs': 'abc'});
    await use.submit();
    expect(use.errors).to.deep.equal({'Customer IDs': 'Enter ten digits'});
  });

  for (const thread of ['whatwg/html#7908', 'GoogleChrome/chromium-dashboard#3106']) {
    it(`do not depend on how a browser reads pattern="" (${thread})`, async () => {
      // Fine with the flag u, a syntax error with the flag v that browsers use.
      const pattern = {regex: '[a-z0-9._%+-]+@[(]?acme[)]?'};
      await showFields({key: 'mail', label: 'Mail', pattern});
      expect(use.field('Mail').hasAttribute('pattern')).to.be.false;
      await use.fill({Mail: 'ada@acme'});
      expect(await submitted()).to.deep.equal({mail: 'ada@acme'});
    });
  }
});

describe('stored secrets', () => {
  const connector = formOf(
    {key: 'host', label: 'Host'},
    {key: 'password', label: 'Password', secret: true},
  );
  const existing = {methodId: 'only', values: {host: 'db'}, stored: ['password']};
  const edit = async () => {
    await show(connector);
    use.element.existing = existing;
    await use.settle();
  };

  for (const thread of ['airbytehq/airbyte#2043', 'apache/airflow#13656', 'apache/airflow#61670']) {
    it(`are not sent as their mask when something else changes (${thread})`, async () => {
      await edit();
      await use.fill({Host: 'db2'});
      expect(await submitted()).to.deep.equal({host: 'db2'});
      expect(recorder.credentials[0]).to.deep.include({kept: ['password'], cleared: []});
    });
  }

  it('may look like a mask (airbytehq/airbyte#1055)', async () => {
    await edit();
    await use.fill({Password: '**********'});
    expect(await submitted()).to.deep.equal({host: 'db', password: '**********'});
  });

  it('are no text that could be taken for a loss (n8n-io/n8n#22173)', async () => {
    await edit();
    expect(use.input('Password').value).to.equal('');
    expect(descriptionOf(use.field('Password'))).to.equal('Saved. Leave blank to keep it.');
  });

  it('are never filled in again (home-assistant/core#114955)', async () => {
    await show(connector);
    use.element.existing = {...existing, values: {host: 'db', password: 'secret'}};
    await use.settle();
    expect(use.input('Password').value).to.equal('');
  });

  it('have nothing to reveal, but what is typed has (airbytehq/airbyte#1550)', async () => {
    await edit();
    await use.fill({Password: 'new'});
    await use.press('Show Password');
    expect([use.input('Password').type, use.input('Password').value]).to.deep.equal([
      'text',
      'new',
    ]);
  });
});

describe('fields that depend on a choice', () => {
  const choice: readonly VariableDefinition[] = [
    {
      key: 'way',
      label: 'Way',
      type: 'select',
      options: [{value: 'key'}, {value: 'login'}],
      default: 'key',
    },
    {key: 'token', label: 'Token', visibleWhen: {key: 'way', equals: 'key'}, required: true},
    {key: 'user', label: 'User', visibleWhen: {key: 'way', equals: 'login'}, required: true},
  ];

  it('are the ones of the choice and no others (airbytehq/airbyte#1828)', async () => {
    await showFields(...choice);
    expect(use.labels).to.deep.equal(['Way', 'Token']);
    await use.fill({Way: 'login'});
    expect(use.labels).to.deep.equal(['Way', 'User']);
  });

  it('keep what was typed when one goes there and back (airbytehq/airbyte#14226)', async () => {
    await showFields(...choice);
    await use.fill({Token: 'abc', Way: 'login', User: 'ada'});
    await use.fill({Way: 'key'});
    expect(use.values()).to.include({Token: 'abc'});
    expect(await submitted()).to.deep.equal({way: 'key', token: 'abc'});
  });
});

describe('people who do not use a mouse or a screen', () => {
  it('find a name at every field (swagger-api/swagger-ui#8879)', async () => {
    await showFields({key: 'a', label: 'Value'}, {key: 'b', label: 'Secret', secret: true});
    expect([...use.root.querySelectorAll('[data-key]')].map(nameOf)).to.deep.equal([
      'Value (optional)',
      'Secret (optional)',
    ]);
  });

  it('hear of each field once, with ids that are its own (swagger-api/swagger-ui#7350)', async () => {
    await show(twoMethods);
    await use.choose('API key');
    await use.choose('Password');
    const ids = [...use.root.querySelectorAll('[id]')].map(({id}) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    const stops: string[] = [];
    use.method('Password').focus();
    // No further: behind the last button Firefox leaves the page, and does not come back.
    while (stops.length < 7 && stops.at(-1) !== 'Connect') {
      await sendKeys({press: 'Tab'});
      stops.push(use.focused);
    }
    expect(stops.filter((name) => name === 'Store name')).to.have.length(1);
  });

  for (const thread of ['swagger-api/swagger-ui#5290', 'NangoHQ/nango#6589']) {
    it(`choose a method with the arrow keys, and see where they are (${thread})`, async () => {
      await show(twoMethods);
      await sendKeys({press: 'Tab'});
      await sendKeys({press: 'ArrowDown'});
      await use.settle();
      expect(use.methods.filter(({isChosen}) => isChosen)).to.have.length(1);
      const radio = use.root.activeElement!;
      const outlines = [radio, radio.closest('label')!].map(
        (element) => getComputedStyle(element).outlineStyle,
      );
      // A window of WebKit's driver is never the active one, so it marks no focus at all.
      expect(outlines.includes('solid')).to.equal(radio.matches(':focus-visible'));
    });
  }

  it('hear what went wrong: focus goes to the first field at fault (NangoHQ/nango#6589)', async () => {
    await showFields({key: 'a', label: 'Value', required: true});
    await use.submit();
    expect(use.focused).to.equal('Value');
    expect(descriptionOf(use.field('Value'))).to.equal('Error: Enter the value');
  });
});
