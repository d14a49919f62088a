import {expect} from '@open-wc/testing';
import {
  KeyslotSubmitEvent,
  type AvailableMethod,
  type Connector,
  type Credential,
  type MethodKind,
} from '../../src/index.js';
import {editorContract, type EditorSamples} from '../../src/testing.js';

/** What a third party might write: no Lit, no base class. */
class PinPad extends HTMLElement {
  connector!: Connector;
  method!: AvailableMethod;
  readonly input = document.createElement('input');
  readonly button = document.createElement('button');

  set disabled(isDisabled: boolean) {
    this.input.disabled = isDisabled;
    this.button.disabled = isDisabled;
  }

  connectedCallback() {
    this.input.type = 'password';
    this.input.setAttribute('aria-label', 'PIN');
    this.button.textContent = 'Connect';
    this.button.onclick = () => {
      this.send();
    };
    this.replaceChildren(this.input, this.button);
  }

  send(values: object = {pin: this.input.value}): void {
    const {connector, method} = this;
    this.dispatchEvent(
      new KeyslotSubmitEvent({
        connectorId: connector.id,
        methodId: method.id,
        type: method.type,
        values,
      } as Credential),
    );
  }
}

/** Enters as a user does. */
function enter(editor: HTMLElement): void {
  if (!(editor instanceof PinPad)) return;
  const {input, button} = editor;
  if (!input.disabled) {
    input.value = '7391';
    input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  }
  button.click();
}

const samples: EditorSamples = {connect: enter, secret: '7391'};
let count = 0;

/** A kind with an editor of a tag of its own, as a tag can be registered only once. */
function kindOf(editor: CustomElementConstructor): MethodKind {
  const tag = `contract-pad-${count++}`;
  customElements.define(tag, editor);
  return kindWith(tag);
}

const kindWith = (editor: string | undefined): MethodKind => ({
  type: 'pin',
  bind: () => ({
    variables: [{key: 'pin', label: 'PIN', secret: true, required: true, minLength: 4}],
    editor,
  }),
});

/** The clauses that do not hold, and what is said of them. */
async function failuresOf(kind: MethodKind, given: Partial<EditorSamples> = {}) {
  const failures: Record<string, string> = {};
  for (const {name, run} of editorContract(kind, {...samples, ...given})) {
    try {
      await run();
    } catch (error) {
      failures[name] = (error as Error).message;
    }
  }
  return failures;
}

describe('the contract of editors', function () {
  // What hands over nothing is waited for.
  this.timeout(10_000);

  for (const {name, run} of editorContract(kindOf(class extends PinPad {}), samples)) it(name, run);

  it('is kept by an editor with a root of its own, which takes its time', async () => {
    class ShadowPad extends PinPad {
      override connectedCallback() {
        const root = this.shadowRoot ?? this.attachShadow({mode: 'open'});
        root.replaceChildren(this.input, this.button);
        this.button.onclick = () => {
          setTimeout(() => this.send(), 20);
        };
      }
    }
    expect(await failuresOf(kindOf(ShadowPad))).to.eql({});
  });

  const once = 'hands over one valid credential, once';
  const disabled = 'hands over nothing while it is disabled';
  const hint = 'if that is not so, connect() has to leave disabled controls alone';
  const broken: readonly (readonly [
    what: string,
    editor: CustomElementConstructor,
    failures: Record<string, string>,
    given?: Partial<EditorSamples>,
  ])[] = [
    [
      'hands over nothing',
      class extends PinPad {
        override send() {
          this.title = 'sent';
        }
      },
      {[once]: 'connect() is done, and nothing is handed over (waited 800 ms)'},
    ],
    [
      'hands over twice',
      class extends PinPad {
        override send() {
          super.send();
          super.send();
        }
      },
      {[once]: 'It is handed over 2 times'},
    ],
    [
      'hands over what is not valid',
      class extends PinPad {
        override send() {
          super.send({pin: this.input.value, admin: true});
        }
      },
      {[once]: 'It is not valid: field_unexpected at /values/admin'},
    ],
    [
      'hands over by an event of its own making',
      class extends PinPad {
        override send() {
          this.dispatchEvent(new Event('keyslot-submit'));
        }
      },
      {[once]: 'An event named keyslot-submit is no KeyslotSubmitEvent (waited 800 ms)'},
    ],
    [
      'is not given what is said to be secret',
      PinPad,
      {[once]: 'connect() does not enter the secret of the samples'},
      {secret: 'another'},
    ],
    [
      'needs its properties at once',
      class extends PinPad {
        override connectedCallback() {
          const {method} = this as Partial<PinPad>;
          if (method) super.connectedCallback();
        }
      },
      {
        'works as well when it gets its properties on the page':
          'Nothing is handed over: the tag may be registered after the form is shown',
      },
    ],
    [
      'keeps its input to itself',
      class extends PinPad {
        override connectedCallback() {
          super.connectedCallback();
          this.input.oninput = (event) => {
            event.stopPropagation();
          };
        }
      },
      {
        'tells by input events that something is entered':
          'No input event gets out: does it bubble and compose?',
      },
    ],
    [
      'cannot be disabled',
      class extends PinPad {
        override set disabled(_isDisabled: boolean) {
          this.title = 'never';
        }
      },
      {[disabled]: `It does although it always was disabled; ${hint}`},
    ],
    [
      'cannot be disabled later',
      class extends PinPad {
        override set disabled(isDisabled: boolean) {
          if (!isDisabled || !this.isConnected) super.disabled = isDisabled;
        }
      },
      {[disabled]: `It does when it is disabled later; ${hint}`},
    ],
    [
      'stays disabled',
      class extends PinPad {
        override set disabled(isDisabled: boolean) {
          if (isDisabled) super.disabled = true;
        }
      },
      {[disabled]: 'It does not once it is enabled, either'},
    ],
    [
      'does not expect a refusal',
      class extends PinPad {
        override send() {
          const hear = (event: Event) => {
            if (event instanceof KeyslotSubmitEvent) void event.response?.then(() => this.remove());
          };
          this.addEventListener('keyslot-submit', hear, {once: true});
          super.send();
        }
      },
      {
        'takes a refusal, and can hand over again':
          'The response of the event ends in a rejection that nobody handles',
      },
    ],
    [
      'is of no more use after a refusal',
      class extends PinPad {
        override send() {
          super.send();
          this.disabled = true;
        }
      },
      {'takes a refusal, and can hand over again': 'Nothing is handed over after a refusal'},
    ],
    [
      'has a secret in its markup',
      class extends PinPad {
        override send() {
          this.input.setAttribute('value', this.input.value);
          super.send();
          this.input.removeAttribute('value');
        }
      },
      {'puts no secret in an attribute': 'The secret is in value of <input>'},
    ],
    [
      'reaches for the page',
      class extends PinPad {
        override connectedCallback() {
          super.connectedCallback();
          document.body.toggleAttribute('data-pad', !document.body.hasAttribute('data-pad'));
        }
      },
      {'changes nothing on the page around it': 'There is a change: data-pad of <body>'},
    ],
    [
      'goes on listening',
      class extends PinPad {
        override connectedCallback() {
          super.connectedCallback();
          document.addEventListener('keydown', () => undefined);
          window.addEventListener('blur', this.#leave);
          window.addEventListener('focus', this.#leave, {once: true, capture: true});
          window.addEventListener('resize', this.#leave, {signal: AbortSignal.abort()});
        }

        disconnectedCallback() {
          window.removeEventListener('blur', this.#leave);
        }

        readonly #leave = () => undefined;
      },
      {
        'leaves no listener behind once it is removed':
          'It still listens to keydown on document, focus on window',
      },
    ],
  ];
  for (const [what, editor, failures, given] of broken) {
    it(`is broken by one that ${what}`, async () => {
      expect(await failuresOf(kindOf(class extends editor {}), given)).to.eql(failures);
    });
  }

  it('is broken by an element that is not there', () => {
    const [first] = editorContract(kindWith('contract-unheard-of'), samples);
    expect(() => first?.run()).to.throw('<contract-unheard-of> is not registered');
  });

  it('is broken by a kind without an editor, or without a method', () => {
    const [first] = editorContract(kindWith(undefined), samples);
    expect(() => first?.run()).to.throw('The kind names no editor');
    const [other] = editorContract({...kindWith('x-y'), type: 'a b'}, samples);
    expect(() => other?.run()).to.throw('The definition cannot be used: definition_invalid');
  });
});
