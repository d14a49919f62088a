import {expect, html, waitUntil} from '@open-wc/testing';
import type {ConnectorDefinition} from '../../src/index.js';
import {formOf} from '../support/definitions.js';
import {mount, type Driver} from '../support/driver.js';

// What users of other forms reported of password managers, by the name of the thread.

const machine: ConnectorDefinition = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'client',
      type: 'oauth2-client-credentials',
      tokenUrl: 'https://acme.example/token',
    },
  ],
};

const login: ConnectorDefinition = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'login',
      type: 'basic',
      variables: [
        {key: 'username', autofill: 'login'},
        {key: 'password', autofill: 'login'},
      ],
    },
  ],
};

let use: Driver;

const show = async (connector: ConnectorDefinition, formRoot?: 'light') => {
  use = await mount(
    html`<keyslot-connect .connector=${connector} .formRoot=${formRoot}></keyslot-connect>`,
  );
};
const attributesOf = (label: string, ...names: readonly string[]) =>
  names.map((name) => use.field(label).getAttribute(name));

describe('keys of machines', () => {
  for (const thread of [
    'NangoHQ/nango#1045',
    'NangoHQ/nango#929',
    'FlowFuse/flowfuse#1155',
    'swagger-api/swagger-ui#9921',
    'swagger-api/swagger-ui#9858',
    'swagger-api/swagger-ui#9935',
  ]) {
    it(`are neither the user's own login nor remembered (${thread})`, async () => {
      await show(machine);
      const names = ['type', 'autocomplete'];
      expect(attributesOf('Client ID', ...names)).to.deep.equal(['text', 'off']);
      expect(attributesOf('Client secret', ...names)).to.deep.equal(['password', 'new-password']);
    });
  }

  it('of several lines are masked by style (archestra-ai/archestra#6178)', async () => {
    await show(formOf({key: 'key', label: 'Key', secret: true, type: 'multiline'}));
    await use.fill({Key: 'one\ntwo'});
    const style = getComputedStyle(use.field('Key'));
    expect(style.getPropertyValue('-webkit-text-security')).to.equal('disc');
  });
});

describe('logins', () => {
  for (const thread of [
    'home-assistant/frontend#3133',
    'home-assistant/frontend#4643',
    'home-assistant/frontend#5475',
    'home-assistant/frontend#7086',
  ]) {
    it(`say so to managers, who are not asked to ignore them (${thread})`, async () => {
      await show(login);
      const names = ['autocomplete', 'data-1p-ignore', 'data-bwignore', 'data-lpignore'];
      expect(attributesOf('User name', ...names)).to.deep.equal([
        'section-acme username',
        null,
        null,
        null,
      ]);
      expect(attributesOf('Password', ...names)).to.deep.equal([
        'section-acme current-password',
        null,
        null,
        null,
      ]);
    });
  }

  for (const thread of [
    'home-assistant/frontend#10274',
    'bitwarden/clients#713',
    'ithaka/pharos#225',
    'lit/lit-element#1023',
    'vaadin/flow-components#5811',
  ]) {
    it(`can be where managers look that see no shadow root (${thread})`, async () => {
      await show(login, 'light');
      await waitUntil(() => document.querySelector('form input'), 'it is nowhere');
      const found = [...document.querySelectorAll<HTMLInputElement>('form input')];
      const labels = found.map(({labels}) => labels?.[0]?.textContent.trim());
      expect(labels).to.deep.equal(['User name', 'Password']);
      expect(found[0]!.form === found[1]!.form, 'two forms').to.equal(true);
    });
  }

  it('count although a manager told nobody of them (home-assistant/frontend#51620)', async () => {
    await show(login);
    use.input('User name').value = 'ada';
    use.input('Password').value = 'correct horse';
    expect(await use.submitted()).to.deep.equal({username: 'ada', password: 'correct horse'});
  });
});
