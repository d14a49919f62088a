import {expect, html} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import type {KeyslotConnectElement} from '../../src/elements/connect/connect.js';
import type {OptionDefinition, VariableDefinition} from '../../src/index.js';
import {formOf} from '../support/definitions.js';
import {
  descriptionOf,
  mount,
  mountFields,
  nameOf,
  wordsOf,
  type Driver,
} from '../support/driver.js';
import {Recorder} from '../support/recorder.js';

const countries: readonly OptionDefinition[] = [
  {value: 'AT', label: 'Austria', group: 'Europe'},
  {value: 'CA', label: 'Canada', group: 'America'},
  {value: 'CI', label: 'Côte d’Ivoire', group: 'Africa'},
  {value: 'DE', label: 'Germany', description: 'Frankfurt', group: 'Europe'},
  {value: 'FR', label: 'France', group: 'Europe'},
  {value: 'IT', label: 'Italy', group: 'Europe'},
  ...['BR', 'CL', 'CO', 'CU', 'EC', 'GY', 'PE', 'PY', 'SR', 'UY'].map((value) => ({value})),
];
const country: VariableDefinition = {
  key: 'country',
  label: 'Country',
  type: 'select',
  required: true,
  options: countries,
};

let use: Driver;
let recorder: Recorder;

async function show(
  variables: readonly VariableDefinition[] = [country],
  given?: Partial<KeyslotConnectElement>,
): Promise<void> {
  use = await mountFields(variables, given);
}

const input = () => use.input('Country');
const isOpen = () => input().getAttribute('aria-expanded') === 'true';
const options = () => use.parts('option').map((option) => wordsOf(option));
const active = () => {
  const id = input().getAttribute('aria-activedescendant');
  return id ? wordsOf(use.root.getElementById(id)!) : '';
};

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({press: key});
    await use.settle();
  }
}

beforeEach(() => {
  recorder = new Recorder();
});
afterEach(() => {
  recorder.stop();
});

describe('a choice of many options', () => {
  beforeEach(() => show());

  it('is a text field with a list that is closed', () => {
    expect([input().role, input().ariaAutoComplete, isOpen()]).to.deep.equal([
      'combobox',
      'list',
      false,
    ]);
    expect([nameOf(input()), input().required]).to.deep.equal(['Country', true]);
  });

  it('shows what holds the typed text, whatever its case and accents', async () => {
    await use.type('Country', 'COTE');
    expect(options()).to.deep.equal(['Côte d’Ivoire']);
  });

  it('finds options by their values and descriptions too', async () => {
    await use.type('Country', 'frankf');
    expect(options()).to.deep.equal(['Germany Frankfurt']);
    await use.erase('Country');
    await use.type('Country', 'uy');
    expect(options()).to.deep.equal(['UY']);
  });

  it('shows options under their headings', async () => {
    await use.type('Country', 'an');
    const groups = [...use.part('popup')!.querySelectorAll('[role="group"]')].map((group) => [
      nameOf(group),
      ...[...group.querySelectorAll('[role="option"]')].map(wordsOf),
    ]);
    expect(groups).to.deep.equal([
      ['Europe', 'Germany Frankfurt', 'France'],
      ['America', 'Canada'],
    ]);
  });

  it('tells how many options there are', async () => {
    await use.type('Country', 'an');
    expect(use.status).to.equal('3 in the list');
  });

  it('says so when nothing matches', async () => {
    await use.type('Country', 'xyz');
    expect([isOpen(), wordsOf(use.part('popup')!)]).to.deep.equal([
      false,
      'Nothing matches. Try fewer letters.',
    ]);
    expect(use.status).to.equal('Nothing matches. Try fewer letters.');
  });

  it('is made with the keys', async () => {
    await use.type('Country', 'an');
    await press('ArrowDown', 'ArrowDown');
    expect(active()).to.equal('France');
    await press('Enter');
    expect([input().value, isOpen(), use.focused]).to.deep.equal(['France', false, 'Country']);
    expect(await use.submitted()).to.deep.equal({country: 'FR'});
  });

  it('is made with a click, which leaves the focus where it is', async () => {
    input().focus();
    await use.type('Country', 'ita');
    const [option] = use.parts('option');
    const {x, y, width, height} = option!.getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(x + width / 2), Math.round(y + height / 2)],
    });
    await use.settle();
    expect([input().value, isOpen(), use.focused]).to.deep.equal(['Italy', false, 'Country']);
    expect(await use.submitted()).to.deep.equal({country: 'IT'});
  });

  it('opens with Down at the first option, and with Up at the last', async () => {
    input().focus();
    await press('ArrowDown');
    expect([isOpen(), active()]).to.deep.equal([true, 'Austria']);
    await press('Escape', 'ArrowUp');
    expect(active()).to.equal('UY');
  });

  it('opens with Alt+Down, and closes with Alt+Up, without reaching an option', async () => {
    // Not all drivers hold a key down.
    const pressWithAlt = async (key: string) => {
      const press = {key, altKey: true, bubbles: true, cancelable: true};
      input().dispatchEvent(new KeyboardEvent('keydown', press));
      await use.settle();
    };
    input().focus();
    await pressWithAlt('ArrowDown');
    expect([isOpen(), active()]).to.deep.equal([true, '']);
    await pressWithAlt('ArrowUp');
    expect([isOpen(), input().value]).to.deep.equal([false, '']);
  });

  it('opens and closes with a click', async () => {
    input().click();
    await use.settle();
    expect([isOpen(), options().length]).to.deep.equal([true, 16]);
    input().click();
    await use.settle();
    expect(isOpen()).to.be.false;
  });

  it('goes around from the last option to the first, and back', async () => {
    await use.type('Country', 'an');
    await press('ArrowUp');
    expect(active()).to.equal('Canada');
    await press('ArrowDown');
    expect(active()).to.equal('Germany Frankfurt');
  });

  it('leaves Home and End to the text', async () => {
    await use.type('Country', 'an');
    await press('ArrowDown', 'Home');
    expect([active(), input().selectionStart]).to.deep.equal(['', 0]);
    await press('End');
    expect(input().selectionStart).to.equal(2);
  });

  it('brings the reached option into view', async () => {
    input().focus();
    await press('ArrowUp');
    const popup = use.part('popup')!.getBoundingClientRect();
    const option = use.parts('option').at(-1)!.getBoundingClientRect();
    expect(option.bottom).to.be.at.most(popup.bottom);
  });

  it('is made when the reached option is left with Tab', async () => {
    await use.type('Country', 'franc');
    await press('ArrowDown', 'Tab');
    expect([input().value, use.focused]).to.deep.equal(['France', 'Connect']);
  });

  it('is not submitted by the Enter that closes the list', async () => {
    await use.type('Country', 'france');
    await press('Enter');
    expect([isOpen(), recorder.credentials.length]).to.deep.equal([false, 0]);
    await press('Enter');
    expect(recorder.credentials.map(({values}) => values)).to.deep.equal([{country: 'FR'}]);
  });

  it('is made by typing the whole of a label, whatever its case', async () => {
    await use.type('Country', 'gerMANY');
    await use.leave('Country');
    expect([input().value, use.errors]).to.deep.equal(['Germany', {}]);
    expect(await use.submitted()).to.deep.equal({country: 'DE'});
  });

  it('is made by typing a value', async () => {
    await use.type('Country', 'DE');
    await use.leave('Country');
    expect(input().value).to.equal('Germany');
  });

  it('is taken back with Escape', async () => {
    await use.fill({Country: 'Italy'});
    await use.leave('Country');
    await use.erase('Country');
    await use.type('Country', 'fra');
    await press('Escape');
    expect([input().value, isOpen()]).to.deep.equal(['Italy', false]);
    expect(await use.submitted()).to.deep.equal({country: 'IT'});
  });

  it('is taken back with Escape after the field was left', async () => {
    await use.fill({Country: 'Italy'});
    await use.leave('Country');
    await use.erase('Country');
    await use.type('Country', 'nowhere');
    await use.leave('Country');
    input().focus();
    await press('Escape');
    expect(input().value).to.equal('Italy');
  });

  it('leaves Escape to the page when there is nothing to take back', async () => {
    const keys: string[] = [];
    use.element.addEventListener('keydown', ({key}) => keys.push(key));
    await use.type('Country', 'it');
    await press('Escape', 'Escape');
    expect(keys.filter((key) => key === 'Escape')).to.have.length(1);
  });

  it('that names no option stays as it was typed, and is wrong', async () => {
    await use.type('Country', 'Atlantis');
    await use.leave('Country');
    expect(input().value).to.equal('Atlantis');
    expect(use.errors).to.deep.equal({Country: 'Choose the country from the list'});
    expect(await use.submitted()).to.equal(undefined);
  });

  it('that was wrong is right once an option is chosen', async () => {
    await use.type('Country', 'Atlantis');
    await use.submit();
    await use.erase('Country');
    await use.type('Country', 'Austria');
    expect(use.errors).to.deep.equal({});
  });

  it('is asked for when it is missing', async () => {
    await use.submit();
    expect(use.errors).to.deep.equal({Country: 'Choose the country'});
    expect(use.focused).to.equal('Country');
  });

  it('can be filled in by a script that tells of it', async () => {
    await use.fill({Country: 'France'});
    expect(await use.submitted()).to.deep.equal({country: 'FR'});
  });

  it('is forgotten by a reset, and once it was taken', async () => {
    await use.fill({Country: 'France'});
    use.element.reset();
    await use.settle();
    expect(input().value).to.equal('');
    await use.type('Country', 'Atl');
    use.element.reset();
    await use.settle();
    expect([input().value, isOpen()]).to.deep.equal(['', false]);
  });

  it('is kept when the submit fails', async () => {
    use.onSubmit((event) => {
      event.respondWith(Promise.reject(new Error('no')));
    });
    await use.fill({Country: 'France'});
    await use.submit();
    expect(input().value).to.equal('France');
  });

  it('passes the accessibility checks, closed, open and without a match', async () => {
    await expect(use.element).to.be.accessible();
    await use.type('Country', 'an');
    await press('ArrowDown');
    await expect(use.element).to.be.accessible();
    await use.type('Country', 'xyz');
    await expect(use.element).to.be.accessible();
  });

  it('tells assistive technology which option is reached and which is chosen', async () => {
    await use.type('Country', 'an');
    await press('ArrowDown', 'Enter', 'ArrowDown');
    const chosen = [...use.root.querySelectorAll('[aria-selected="true"]')].map(wordsOf);
    expect([chosen, active()]).to.deep.equal([['Germany Frankfurt'], 'Germany Frankfurt']);
  });

  it('has a list that covers what is below it, and is cut by nothing', async () => {
    await use.type('Country', 'an');
    const option = use.parts('option').at(-1)!;
    const {x, y, width, height} = option.getBoundingClientRect();
    const hit = use.root.elementFromPoint(x + width / 2, y + height / 2);
    expect(hit?.closest('[part="option"]')?.id).to.equal(option.id);
  });
});

describe('a choice of many options with something around it', () => {
  it('has a list that is cut by nothing', async () => {
    await show([{...country, prefix: 'in', suffix: 'only'}]);
    await use.type('Country', 'an');
    const option = use.parts('option').at(-1)!;
    const {x, y, width, height} = option.getBoundingClientRect();
    const hit = use.root.elementFromPoint(x + width / 2, y + height / 2);
    expect(hit?.closest('[part="option"]')?.id).to.equal(option.id);
    expect(descriptionOf(input())).to.equal('in only');
  });
});

describe('a choice of many options that begins with something', () => {
  it('shows the label of the default', async () => {
    await show([{...country, default: 'DE'}]);
    expect(input().value).to.equal('Germany');
  });

  it('opens at what is chosen', async () => {
    await show([{...country, default: 'DE'}]);
    input().focus();
    await press('ArrowDown');
    expect([active(), options().length]).to.deep.equal(['Germany Frankfurt', 16]);
  });

  it('shows what the host suggests, and what is stored', async () => {
    await show([country], {values: {country: 'IT'}});
    expect(input().value).to.equal('Italy');
    await show([country], {existing: {methodId: 'only', values: {country: 'FR'}, stored: []}});
    expect(input().value).to.equal('France');
  });

  describe('that is stored but offered no more', () => {
    const existing = {methodId: 'only', values: {country: 'gone'}, stored: []};
    beforeEach(() => show([country], {existing}));

    it('is shown, and is not lost in silence', async () => {
      expect(input().value).to.equal('gone');
      expect(await use.submitted()).to.equal(undefined);
      expect(use.errors).to.deep.equal({Country: 'Choose the country from the list'});
    });

    it('is what Escape goes back to', async () => {
      input().focus();
      await press('Escape');
      expect(input().value).to.equal('gone');
      await use.type('Country', 'x');
      await press('Escape');
      expect(input().value).to.equal('gone');
    });
  });

  it('can be read but not changed when it is preset', async () => {
    await show([country], {presets: {country: 'FR'}});
    input().focus();
    await press('ArrowDown');
    input().click();
    await use.settle();
    expect([input().value, input().readOnly, isOpen()]).to.deep.equal(['France', true, false]);
    expect(await use.submitted()).to.deep.equal({country: 'FR'});
  });

  it('can be emptied when it is optional', async () => {
    await show([{...country, required: false, default: 'FR'}]);
    await use.erase('Country');
    await use.leave('Country');
    expect([input().value, await use.submitted()]).to.deep.equal(['', {}]);
  });

  it('shows the label of an option that is an empty value', async () => {
    await show([{...country, required: false, options: [{value: '', label: 'Any'}, ...countries]}]);
    expect(input().value).to.equal('Any');
  });
});

describe('a choice of many options, two of which read the same', () => {
  const twins = [
    {value: 'springfield-il', label: 'Springfield', description: 'Illinois'},
    {value: 'springfield-ma', label: 'Springfield', description: 'Massachusetts'},
    ...countries,
  ];
  beforeEach(() => show([{...country, options: twins}]));

  it('takes neither of them for the other', async () => {
    await use.type('Country', 'Springfield');
    await use.submit();
    expect(use.errors).to.deep.equal({Country: 'Choose the country from the list'});
  });

  it('takes the one that is chosen', async () => {
    await use.type('Country', 'mass');
    await press('ArrowDown', 'Enter');
    expect(input().value).to.equal('Springfield');
    expect(await use.submitted()).to.deep.equal({country: 'springfield-ma'});
  });
});

describe('a choice that cannot be made any more', () => {
  it('has its list closed', async () => {
    await show();
    await use.type('Country', 'an');
    expect(options()).to.have.length(3);
    use.element.presets = {country: 'IT'};
    await use.settle();
    expect([isOpen(), options(), input().readOnly]).to.deep.equal([false, [], true]);
  });
});

describe('a choice that others depend on', () => {
  it('shows and hides them at once', async () => {
    await show([
      country,
      {key: 'land', label: 'Land', visibleWhen: {key: 'country', equals: 'DE'}},
    ]);
    await use.fill({Country: 'Germany'});
    expect(use.labels).to.deep.equal(['Country', 'Land']);
    await use.fill({Country: 'Italy'});
    expect(use.labels).to.deep.equal(['Country']);
  });
});

describe('a choice between two methods', () => {
  it('follows to the other one, and stays where it was made', async () => {
    const {methods, ...connector} = formOf({use: 'country'} as never);
    use = await mount(
      html`<keyslot-connect
        method-id="only"
        .connector=${{
          ...connector,
          variables: [country],
          methods: [...methods, {...methods[0], id: 'other', name: 'Other'}],
        }}
      ></keyslot-connect>`,
    );
    await use.fill({Country: 'France'});
    await use.choose('Other');
    expect(input().value).to.equal('France');
    await use.fill({Country: 'Italy'});
    await use.choose('Keys');
    expect(input().value).to.equal('Italy');
  });
});

describe('a choice of ten thousand options', () => {
  const many = Array.from({length: 10_000}, (_, index) => ({
    value: `store-${index}`,
    label: `Störe number ${index}`,
  }));

  beforeEach(() => show([{...country, options: many}]));

  it('shows the first hundred of what matches, and says that there are more', async () => {
    await use.type('Country', 'store');
    expect(options()).to.have.length(100);
    expect(wordsOf(use.part('popup')!)).to.match(/100 of 10000\. Keep typing to see the others\.$/);
  });

  it('answers to a key in the blink of an eye', async () => {
    await use.type('Country', 'store');
    const started = performance.now();
    await use.fill({Country: 'number 9999'});
    expect(options()).to.deep.equal(['Störe number 9999']);
    expect(performance.now() - started).to.be.below(250);
  });
});
