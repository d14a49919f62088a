import {aTimeout, expect, html, waitUntil} from '@open-wc/testing';
import type {ConnectorDefinition, VariableDefinition} from '../../src/index.js';
import {DISCONNECT_GRACE_MS} from '../../src/elements/form-element.js';
import {oauth} from '../support/authorization.js';
import {pasteInto} from '../support/clipboard.js';
import {formOf} from '../support/definitions.js';
import {mount, type Driver} from '../support/driver.js';

const CANARY = 'canary-of-nobody';

const token: VariableDefinition = {key: 'token', label: 'Token', secret: true};
const note: VariableDefinition = {key: 'note', label: 'Note'};
const more: VariableDefinition = {key: 'more', label: 'More', type: 'boolean'};
const hidden: VariableDefinition = {...note, visibleWhen: {key: 'more', equals: true}};
const signIn: ConnectorDefinition = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'sign-in',
      type: 'oauth2-authorization-code',
      name: 'Sign in',
      authorizationUrl: 'https://{{note}}.acme.example.com/authorize',
      clientId: 'keyslot',
      variables: [note],
    },
  ],
};

let use: Driver;

const show = async (definition: ConnectorDefinition, formRoot?: 'light') => {
  use = await mount(
    html`<keyslot-connect
      .connector=${definition}
      .oauth=${oauth}
      .formRoot=${formRoot}
    ></keyslot-connect>`,
  );
};

/** The texts in the nodes of an element, and in all that Lit has kept of what it rendered there. */
function textsIn(root: unknown): readonly string[] {
  const texts: string[] = [];
  const known = new Set<unknown>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one === 'string') texts.push(one);
    if (typeof one !== 'object' || one === null || one instanceof Window || known.has(one))
      continue;
    known.add(one);
    if (one instanceof Node) {
      const {childNodes, shadowRoot, value} = one as Element & {value?: unknown};
      open.push(...childNodes, shadowRoot, value, Reflect.get(one, '_$litPart$'));
      if (one instanceof Text) texts.push(one.data);
    } else if (one instanceof Map || one instanceof Set) open.push(...one.keys(), ...one.values());
    else open.push(...Reflect.ownKeys(one).map((key) => Reflect.get(one, key) as unknown));
  }
  return texts;
}

const hasCanary = () => textsIn(use.element).some((text) => text.includes(CANARY));

const advised = () => waitUntil(() => use.part('advice'), 'nothing is said');

const cases: readonly (readonly [what: string, act: () => Promise<void>])[] = [
  [
    'what was typed when other fields came',
    async () => {
      await show(formOf(token, more, hidden));
      await use.type('Token', CANARY);
      await use.fill({More: true});
    },
  ],
  [
    'what was typed when the definition changed',
    async () => {
      await show(formOf(token));
      await use.type('Token', CANARY);
      use.element.connector = formOf(token, note);
    },
  ],
  [
    'what was typed when the form moved into the shadow root',
    async () => {
      await show(formOf(token), 'light');
      await waitUntil(() => use.element.querySelector('input'), 'it is not shown');
      use.element.querySelector('input')!.value = CANARY;
      use.element.formRoot = 'shadow';
      await waitUntil(() => use.root.querySelector('input'), 'it does not move');
    },
  ],
  [
    'what was pasted and mended',
    async () => {
      await show(formOf({...token, required: true}));
      await pasteInto(use.input('Token'), ` ${CANARY} `);
      await advised();
      use.part('mend')!.click();
    },
  ],
  [
    'what is offered in place of what was pasted',
    async () => {
      await show(formOf({...note, required: true}));
      await pasteInto(use.input('Note'), ` ${CANARY} `);
      await advised();
    },
  ],
  [
    'what was typed, in the address of a sign-in',
    async () => {
      await show(signIn);
      await use.type('Note', CANARY);
      await waitUntil(
        () => use.part('authorization-origin')?.textContent.includes(CANARY),
        'the address is not shown',
      );
    },
  ],
];

describe('an element that was removed has nothing, a second later, of', () => {
  for (const [what, act] of cases) {
    it(what, async () => {
      await act();
      await use.settle();
      expect(hasCanary()).to.be.true;
      use.element.remove();
      await aTimeout(DISCONNECT_GRACE_MS + 100);
      expect(hasCanary()).to.be.false;
    });
  }
});
