import {html} from '@open-wc/testing';
import {
  KeyslotAuthorizeStateEvent,
  KeyslotErrorEvent,
  type ConnectorDefinition,
  type ExistingCredential,
  type OAuthOptions,
  type SubmitResult,
  type VariableDefinition,
} from '../../src/index.js';
import type {KeyslotAuthorizeButtonElement} from '../../src/elements/authorize-button/authorize-button.js';
import type {KeyslotCredentialFormElement} from '../../src/elements/credential-form/credential-form.js';
import {
  click,
  eventually,
  oauth,
  signInAt,
  startProvider,
  waiting,
  Windows,
  type Act,
  type Provider,
} from './authorization.js';
import {Clock} from './clock.js';
import {rejected} from './deferred.js';
import {mount, wordsOf, type Driver} from './driver.js';
import {Recorder} from './recorder.js';

/** What a page says about a connection, beside how its users sign in. */
interface Showing {
  /** What the method says beyond where its users sign in. */
  readonly settings?: object;
  readonly variables?: readonly VariableDefinition[];
  /** In place of a connector of the provider's. */
  readonly connector?: ConnectorDefinition;
  /** How users sign in, beyond what all pages say. */
  readonly options?: Partial<OAuthOptions>;
  readonly existing?: ExistingCredential;
  readonly verification?: 'offered' | 'required';
}

/** What a page says about a button that asks for nothing. */
interface ButtonShowing {
  readonly settings?: object;
  readonly values?: object;
  readonly presets?: object;
  /** What stands within. */
  readonly content?: unknown;
}

/** A page whose users sign in, in real windows: one for each test. */
export class SignInPage {
  readonly provider: Provider;
  readonly recorder = new Recorder();
  readonly windows = new Windows();
  readonly clock = new Clock();
  /** What was said to those who cannot see it, each time. */
  readonly announcements: string[] = [];
  #observer: MutationObserver | undefined;
  #use: Driver<KeyslotCredentialFormElement> | undefined;

  private constructor(provider: Provider) {
    this.provider = provider;
  }

  /** Opens a page with a provider of its own. */
  static async open(): Promise<SignInPage> {
    return new SignInPage(await startProvider());
  }

  close(): void {
    this.#observer?.disconnect();
    this.recorder.stop();
    this.windows.stop();
    this.clock.stop();
  }

  /** The element that was shown last. */
  get use(): Driver<KeyslotCredentialFormElement> {
    if (!this.#use) throw new Error('Nothing is shown');
    return this.#use;
  }

  async show(
    act: Act,
    {settings, variables, connector, options, existing, verification}: Showing = {},
  ): Promise<void> {
    this.#use = await mount(
      html`<keyslot-connect
        .connector=${connector ?? signInAt(this.provider, act, settings, variables)}
        .oauth=${{...oauth, ...options}}
        .existing=${existing}
        .verification=${verification}
      ></keyslot-connect>`,
    );
    await this.#loaded();
  }

  /** Shows the button that asks for nothing. */
  async showButton(
    act: Act,
    {settings, values = {store: 'my-store'}, presets, content}: ButtonShowing = {},
  ): Promise<void> {
    this.#use = await mount<KeyslotAuthorizeButtonElement>(
      html`<keyslot-authorize-button
        .connector=${signInAt(this.provider, act, settings)}
        .oauth=${oauth}
        .values=${values}
        .presets=${presets}
        >${content}</keyslot-authorize-button
      >`,
    );
    await this.#loaded();
  }

  /** Fills in what is asked for, and presses the button. */
  async begin(): Promise<void> {
    await this.use.fill({'Store name': 'my-store'});
    await this.submit();
  }

  /** Presses the button. */
  submit(): Promise<void> {
    return this.click('submit');
  }

  /** Shows it, and waits until the user is with the provider. */
  async beginAndWait(...showing: Parameters<SignInPage['show']>): Promise<void> {
    await this.show(...showing);
    await this.begin();
    await waiting(this.use);
  }

  /** Shows it in a browser that blocks windows, and waits for the link that there is instead. */
  async beginBlocked(...showing: Parameters<SignInPage['show']>): Promise<void> {
    this.windows.areBlocked = true;
    await this.show(...showing);
    await this.begin();
    await this.shown('authorize-link');
  }

  /** Closes the window, long enough after it left, and lets time pass until that is noticed. */
  async closeWindow(): Promise<void> {
    this.clock.advance(2000);
    this.windows.close();
    await eventually(() => this.windows.open === 0, 'the window stays open');
    this.clock.advance(0);
    this.clock.advance(1000);
    // What the user can do about it moves the buttons once it is loaded.
    if (this.statuses.at(-1) === 'possibly-closed') await this.shown('paste');
    await this.use.settle();
  }

  /** Presses something with the mouse, once it is there. */
  async click(part: string): Promise<void> {
    await click(await this.shown(part));
    await this.use.settle();
  }

  /** Something that shows by and by. */
  async shown(part: string): Promise<HTMLElement> {
    await eventually(() => this.use.part(part), `no ${part} shows`);
    return this.use.part(part)!;
  }

  /** The words of a part. */
  words(part: string): string | undefined {
    const shown = this.use.part(part);
    return shown && wordsOf(shown);
  }

  /** What a page answers to each credential, in their order; what is an error refuses it. */
  respond(...answers: readonly (SubmitResult | {readonly message: string})[]): void {
    const left = [...answers];
    this.use.onSubmit((event) => {
      const answer = left.shift() ?? {};
      event.respondWith('message' in answer ? rejected(answer) : Promise.resolve(answer));
    });
  }

  /** The codes of what went wrong so far. */
  get codes(): readonly string[] {
    return this.recorder.of(KeyslotErrorEvent).map(({code}) => code);
  }

  /** How far attempts got so far. */
  get statuses(): readonly string[] {
    return this.recorder.of(KeyslotAuthorizeStateEvent).map(({status}) => status);
  }

  /** Waits for what runs windows, and takes note of what is said from then on. */
  async #loaded(): Promise<void> {
    await this.shown('authorization');
    this.#observer?.disconnect();
    const region = this.use.root.querySelector('[role="status"]')!;
    this.#observer = new MutationObserver(() => {
      if (this.use.status) this.announcements.push(this.use.status);
    });
    this.#observer.observe(region, {childList: true, characterData: true, subtree: true});
  }
}
