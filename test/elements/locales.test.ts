import {expect, html} from '@open-wc/testing';
import {de} from '../../src/locales/de.js';
import {mount} from '../support/driver.js';

const connector = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'token',
      type: 'token',
      variables: [
        {key: 'store', label: 'Shop-Name', format: 'dns-label', required: true},
        {
          key: 'region',
          label: 'Region',
          type: 'select',
          required: true,
          options: [{value: 'eu'}, {value: 'us'}],
        },
      ],
    },
    {id: 'password', type: 'basic'},
  ],
};

describe('an element in another language', () => {
  it('says everything in it', async () => {
    const use = await mount(
      html`<keyslot-connect
        lang="de"
        .connector=${connector}
        .messages=${de}
        method-id="token"
      ></keyslot-connect>`,
    );
    expect(use.methods.map(({name}) => name)).to.deep.equal([
      'Zugriffstoken',
      'Benutzername und Passwort',
    ]);
    expect(use.buttons).to.deep.equal(['Anzeigen Zugriffstoken', 'Verbinden']);
    await use.fill({'Shop-Name': 'Mein Shop'});
    await use.submit();
    expect(use.summary?.title).to.equal('Bitte prüfen Sie 3 Angaben');
    expect(use.summary?.links).to.deep.equal([
      'Geben Sie „Zugriffstoken“ ein',
      'Geben Sie „Shop-Name“ nur mit Buchstaben, Ziffern und Bindestrichen ein',
      'Wählen Sie „Region“',
    ]);
  });

  it('takes words of the page over those of the language', async () => {
    const use = await mount(
      html`<keyslot-connect
        .connector=${connector}
        .messages=${{...de, submit: 'Los'}}
        method-id="token"
      ></keyslot-connect>`,
    );
    expect(use.buttons).to.include('Los');
  });
});
