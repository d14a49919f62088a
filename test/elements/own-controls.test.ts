import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {TemplateResult} from 'lit';
import {defer} from '../support/deferred.js';
import {formOf, twoMethods} from '../support/definitions.js';
import {mount, type Driver} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

/** A control of a design system: form-associated, with a shadow root of its own. */
class AcmeInput extends HTMLElement {
  static formAssociated = true;
  static observedAttributes = ['aria-label', 'aria-description', 'aria-invalid', 'aria-required'];
  readonly #input = document.createElement('input');

  constructor() {
    super();
    this.attachShadow({mode: 'open', delegatesFocus: true}).append(this.#input);
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    this.#input.setAttribute(name, value ?? '');
  }

  get value(): string {
    return this.#input.value;
  }

  set value(value: string) {
    this.#input.value = value;
  }
}
customElements.define('acme-input', AcmeInput);

const form = formOf(
  {key: 'region', label: 'Region', required: true, help: 'Where it runs'},
  {key: 'sandbox', label: 'Sandbox', type: 'boolean'},
  {key: 'note', label: 'Note'},
);

let use: Driver;
let recorder: Recorder;
let region: AcmeInput;

async function show(): Promise<void> {
  use = await mount(
    html`<keyslot-connect .connector=${form}>
      <acme-input slot="field:region"></acme-input>
    </keyslot-connect>`,
  );
  await import('../../src/elements/views/on-demand-views.js');
  await use.settle();
  region = use.element.querySelector('acme-input')!;
}

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

describe('a control of the page in place of a field', () => {
  beforeEach(show);

  it('stands where the field was', () => {
    expect(use.labels).to.deep.equal(['Sandbox', 'Note']);
    expect(region.checkVisibility()).to.be.true;
    expect(use.part('field-text')!.textContent).to.contain('Region');
  });

  it('is told its name, what helps and that it is required', () => {
    expect([region.ariaLabel, region.ariaDescription, region.ariaRequired]).to.deep.equal([
      'Region',
      'Where it runs',
      'true',
    ]);
  });

  it('gives its value, typed with real keys', async () => {
    region.focus();
    await sendKeys({type: 'eu'});
    await use.submit();
    expect(recorder.credentials[0]?.values).to.deep.equal({region: 'eu', sandbox: false});
  });

  it('is at fault like a field, and is focused', async () => {
    await use.submit();
    expect(document.activeElement).to.equal(region);
    expect([region.ariaInvalid, region.ariaDescription]).to.deep.equal([
      'true',
      'Where it runs Enter the region',
    ]);
    expect(recorder.credentials).to.be.empty;
  });

  it('is judged again when it changes, also by an event that neither bubbles far nor composes', async () => {
    await use.submit();
    region.value = 'eu';
    region.dispatchEvent(new Event('change', {bubbles: true}));
    await use.settle();
    expect(region.ariaInvalid).to.equal('false');
  });

  it('is given what the page suggests and what is stored', async () => {
    use.element.values = {region: 'us'};
    await use.settle();
    expect(region.value).to.equal('us');
  });

  it('cannot be changed while an answer is pending, and can be again when it came', async () => {
    region.value = 'eu';
    const input = document.createElement('input');
    input.slot = 'field:note';
    use.element.append(input);
    await use.settle();
    const answer = defer<undefined>();
    use.onSubmit((event) => event.respondWith(answer.promise));
    await use.submit();
    expect(input.disabled).to.be.true;
    answer.reject(undefined);
    await waitUntil(() => !use.hasState('pending'));
    await use.settle();
    expect(input.disabled).to.be.false;
  });

  it('is emptied when the host took the credential', async () => {
    region.value = 'eu';
    await use.submit();
    expect(use.hasState('connected')).to.be.true;
    expect(region.value).to.equal('');
  });

  it('passes the accessibility checks', async () => {
    await expect(use.element).to.be.accessible();
  });
});

describe('controls of the page', () => {
  it('can come later', async () => {
    use = await mount(html`<keyslot-connect .connector=${form}></keyslot-connect>`);
    expect(use.labels).to.include('Region');
    const input = document.createElement('input');
    input.slot = 'field:region';
    use.element.append(input);
    await use.settle();
    await import('../../src/elements/views/on-demand-views.js');
    await use.settle();
    expect(use.labels).not.to.include('Region');
    expect(input.ariaLabel).to.equal('Region');
  });

  const namings: Readonly<Record<string, TemplateResult>> = {
    'aria-label': html`<input slot="field:region" aria-label="Where" />`,
    'aria-labelledby': html`<input slot="field:region" aria-labelledby="where" />`,
    'a label': html`<input slot="field:region" id="region" />`,
  };
  for (const [naming, control] of Object.entries(namings)) {
    it(`keep a name of their own, given by ${naming}`, async () => {
      await fixture(html`<label id="where" for="region">Where</label>`);
      use = await mount(html`<keyslot-connect .connector=${form}>${control}</keyslot-connect>`);
      const input = use.element.querySelector('input')!;
      expect(input.ariaLabel).to.equal(naming === 'aria-label' ? 'Where' : null);
    });
  }

  it('have their name in the language of the moment', async () => {
    const label = {en: 'Region', de: 'Gebiet'};
    use = await mount(
      html`<keyslot-connect lang="en" .connector=${formOf({key: 'region', label})}>
        <input slot="field:region" />
      </keyslot-connect>`,
    );
    use.element.lang = 'de';
    use.element.requestUpdate();
    await use.settle();
    expect(use.element.querySelector('input')!.ariaLabel).to.equal('Gebiet');
  });

  it('stay disabled when the page disabled them', async () => {
    use = await mount(
      html`<keyslot-connect .connector=${form} .values=${{region: 'eu'}}>
        <input slot="field:note" disabled />
      </keyslot-connect>`,
    );
    const input = use.element.querySelector('input')!;
    expect(input.disabled).to.be.true;
    const answer = defer<undefined>();
    use.onSubmit((event) => event.respondWith(answer.promise));
    await use.submit();
    answer.reject(undefined);
    await waitUntil(() => !use.hasState('pending'));
    await use.settle();
    expect(input.disabled).to.be.true;
  });

  it('may be a checkbox', async () => {
    use = await mount(
      html`<keyslot-connect .connector=${form}>
        <input type="checkbox" slot="field:sandbox" />
      </keyslot-connect>`,
    );
    await use.settle();
    await use.fill({Region: 'eu'});
    use.element.querySelector('input')!.click();
    await use.submit();
    expect(recorder.credentials[0]?.values).to.deep.equal({region: 'eu', sandbox: true});
  });

  it('serve the method that is chosen', async () => {
    use = await mount(
      html`<keyslot-connect .connector=${twoMethods} method-id="key">
        <input slot="field:store" />
      </keyslot-connect>`,
    );
    await use.settle();
    const store = use.element.querySelector('input')!;
    store.value = 'acme';
    store.dispatchEvent(new Event('input', {bubbles: true}));
    await use.choose('Password');
    expect([store.checkVisibility(), store.value]).to.deep.equal([true, 'acme']);
    await use.fill({'User name': 'ada', Password: 'pw'});
    await use.submit();
    expect(recorder.credentials[0]?.values).to.include({store: 'acme'});
  });

  it('may stand in place of a choice of many, with a text', async () => {
    const options = Array.from({length: 20}, (_, index) => ({value: `r${index}`}));
    use = await mount(
      html`<keyslot-connect
        .connector=${formOf({key: 'region', label: 'Region', type: 'select', options})}
      >
        <input slot="field:region" />
      </keyslot-connect>`,
    );
    const input = use.element.querySelector('input')!;
    use.element.values = {region: 'r7'};
    await use.settle();
    expect(input.value).to.equal('r7');
    input.value = 'r9';
    await use.submit();
    expect(recorder.credentials[0]?.values).to.deep.equal({region: 'r9'});
  });

  it('may stand in place of several choices, with a list', async () => {
    const options = [{value: 'read'}, {value: 'write'}];
    const list = Object.assign(document.createElement('div'), {value: ['read'] as unknown});
    list.slot = 'field:scopes';
    use = await mount(
      html`<keyslot-connect
        .connector=${formOf({key: 'scopes', label: 'Scopes', type: 'multiselect', options})}
        >${list}</keyslot-connect
      >`,
    );
    list.value = ['write'];
    await use.submit();
    expect(recorder.credentials[0]?.values).to.deep.equal({scopes: ['write']});
    expect(list.value).to.deep.equal([]);
  });
});
