import {expect, html} from '@open-wc/testing';
import type {VariableDefinition} from '../../src/index.js';
import {formOf} from '../support/definitions.js';
import {mount, wordsOf, type Driver} from '../support/driver.js';

let use: Driver;

async function show(...variables: VariableDefinition[]): Promise<void> {
  use = await mount(html`<keyslot-connect .connector=${formOf(...variables)}></keyslot-connect>`);
}

/** The headings with the labels that stand under them. */
const groups = () =>
  use
    .parts('group')
    .map((group) => [
      wordsOf(group.querySelector('legend')!),
      [...group.querySelectorAll('label')].map((label) => wordsOf(label.querySelector('bdi')!)),
    ]);

const host = {key: 'host', label: 'Host', group: {en: 'Server', de: 'Rechner'}};
const port = {key: 'port', label: 'Port', group: 'Server'};
const user = {key: 'user', label: 'User', group: 'Account'};

describe('groups of fields', () => {
  it('stand under their heading, with their neighbours of the same group', async () => {
    await show({key: 'a', label: 'Alone'}, host, port, user);
    expect(groups()).to.deep.equal([
      ['Server', ['Host', 'Port']],
      ['Account', ['User']],
    ]);
    expect(use.labels).to.deep.equal(['Alone', 'Host', 'Port', 'User']);
  });

  it('keep the order of the definition', async () => {
    await show(host, user, port);
    expect(groups().map(([heading]) => heading)).to.deep.equal(['Server', 'Account', 'Server']);
  });

  it('may be advanced', async () => {
    await show({...host, advanced: true}, {key: 'a', label: 'Alone'});
    expect(use.labels).to.deep.equal(['Alone']);
    use.part('advanced')!.querySelector('summary')!.click();
    await use.settle();
    expect(groups()).to.deep.equal([['Server', ['Host']]]);
  });

  it('are not there while none of their fields is, and what was typed is there when they are', async () => {
    await show(
      {key: 'own', label: 'Own server', type: 'boolean'},
      {...host, visibleWhen: {key: 'own', equals: true}},
    );
    expect(groups()).to.be.empty;
    await use.fill({'Own server': true});
    expect(groups()).to.deep.equal([['Server', ['Host']]]);
    await use.type('Host', 'acme');
    await use.fill({'Own server': false});
    expect(groups()).to.be.empty;
    await use.fill({'Own server': true});
    expect(use.values()).to.deep.equal({'Own server': true, Host: 'acme'});
  });

  it('pass the accessibility checks', async () => {
    await show(host, port, user);
    await expect(use.element).to.be.accessible();
  });
});
