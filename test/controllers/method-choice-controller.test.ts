import {expect} from '@open-wc/testing';
import type {ReactiveControllerHost} from 'lit';
import {MethodChoiceController} from '../../src/controllers/method-choice-controller.js';
import {KeyslotMethodChangeEvent, parseConnector} from '../../src/index.js';
import {en} from '../../src/locales/en.js';
import {Wording} from '../../src/messages/wording.js';
import {manyMethods} from '../support/definitions.js';

const connector = parseConnector(manyMethods(9, ['Ärzte', 'ﬁle'])).connector!;
const wording = new Wording(en, 'en', connector);

/** The least that the controller needs. */
function createHost() {
  const target = document.createElement('div');
  let updates = 0;
  const host = Object.assign(target, {
    methodId: undefined as string | undefined,
    addController: () => {},
    removeController: () => {},
    requestUpdate: () => updates++,
    updateComplete: Promise.resolve(true),
  }) satisfies ReactiveControllerHost;
  return {host, updates: () => updates};
}

describe('MethodChoiceController', () => {
  it('tells its host the choice, then everyone else', () => {
    const {host} = createHost();
    const seen: unknown[] = [];
    host.addEventListener('keyslot-method-change', (event) => {
      seen.push([host.methodId, event instanceof KeyslotMethodChangeEvent && event.methodId]);
    });
    new MethodChoiceController(host).choose('method-2');
    expect(seen).to.deep.equal([['method-2', 'method-2']]);
  });

  it('says nothing when the choice stays', () => {
    const {host} = createHost();
    host.methodId = 'method-2';
    const seen: string[] = [];
    host.addEventListener('keyslot-method-change', ({type}) => seen.push(type));
    new MethodChoiceController(host).choose('method-2');
    expect(seen).to.be.empty;
  });

  it('says that it was used, for a choice and for a search', () => {
    const used: string[] = [];
    const choice = new MethodChoiceController(createHost().host, () => used.push('used'));
    choice.choose('method-1');
    choice.search('x', connector, wording);
    expect(used).to.deep.equal(['used', 'used']);
  });

  it('announces nothing before a search, or without a connector', () => {
    const choice = new MethodChoiceController(createHost().host);
    expect(choice.announcement(connector, wording)).to.equal('');
    choice.search('x', connector, wording);
    expect(choice.announcement(undefined, wording)).to.equal('');
  });

  it('asks its host to show what a search leaves', () => {
    const {host, updates} = createHost();
    new MethodChoiceController(host).search('way', connector, wording);
    expect(updates()).to.equal(1);
  });

  const searches: [typed: string, found: number][] = [
    ['arzte', 1],
    ['ÄRZTE', 1],
    ['file', 1],
    [' way 3 ', 1],
    ['way', 7],
    ['way\u00a03', 1],
    ['nothing', 0],
  ];
  for (const [typed, found] of searches) {
    it(`finds ${found} for "${typed}"`, () => {
      const choice = new MethodChoiceController(createHost().host);
      choice.search(typed, connector, wording);
      expect(connector.methods.filter((method) => choice.matches(method, wording))).to.have.length(
        found,
      );
    });
  }
});
