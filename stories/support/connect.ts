import {html, type TemplateResult} from 'lit';
import type {ArgTypes} from '@storybook/web-components-vite';
import {fn} from 'storybook/test';
import '../../src/define.js';
import type {
  ExistingCredential,
  KeyslotErrorEvent,
  KeyslotMethodChangeEvent,
  KeyslotSubmitEvent,
  MethodRegistry,
  OAuthOptions,
  PartialMessages,
} from '../../src/index.js';
import {ANSWERS, respond, type Answer} from './host.js';

/** What a story of `<keyslot-connect>` can set. */
export interface ConnectArgs {
  readonly connector?: unknown;
  readonly methodId?: string | undefined;
  readonly existing?: ExistingCredential | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly presets?: Readonly<Record<string, unknown>> | undefined;
  readonly oauth?: OAuthOptions | undefined;
  readonly registry?: MethodRegistry | undefined;
  readonly messages?: PartialMessages | undefined;
  readonly disabled: boolean;
  readonly headingLevel: number;
  readonly verification?: 'offered' | 'required' | undefined;
  readonly allowUnverified: boolean;
  readonly responseTimeout: number;
  /** What the page does with the credential. */
  readonly answer: Answer;
  readonly onSubmit: (redacted: object) => void;
  readonly onMethodChange: (change: object) => void;
  readonly onError: (error: object) => void;
}

export const connectArgs: ConnectArgs = {
  disabled: false,
  headingLevel: 2,
  allowUnverified: false,
  responseTimeout: 60_000,
  answer: 'take it and name the account',
  onSubmit: fn(),
  onMethodChange: fn(),
  onError: fn(),
};

export const connectArgTypes: Partial<ArgTypes<ConnectArgs>> = {
  connector: {control: 'object'},
  methodId: {control: 'text'},
  existing: {control: 'object'},
  values: {control: 'object'},
  presets: {control: 'object'},
  oauth: {control: 'object'},
  registry: {control: false},
  messages: {control: 'object'},
  headingLevel: {control: {type: 'number', min: 1, max: 6}},
  verification: {control: 'select', options: [undefined, 'offered', 'required']},
  answer: {
    control: 'select',
    options: ANSWERS,
    description: 'What the page in this story does with the credential.',
    table: {category: 'story'},
  },
  onSubmit: {table: {disable: true}},
  onMethodChange: {table: {disable: true}},
  onError: {table: {disable: true}},
};

/** A page around one `<keyslot-connect>`. Events are logged redacted. */
export function connect(args: ConnectArgs, content?: TemplateResult): TemplateResult {
  return html`<keyslot-connect
    .connector=${args.connector}
    .methodId=${args.methodId}
    .existing=${args.existing}
    .values=${args.values}
    .presets=${args.presets}
    .oauth=${args.oauth}
    .registry=${args.registry}
    .messages=${args.messages}
    .disabled=${args.disabled}
    .headingLevel=${args.headingLevel}
    .verification=${args.verification}
    .allowUnverified=${args.allowUnverified}
    .responseTimeout=${args.responseTimeout}
    @keyslot-submit=${(event: KeyslotSubmitEvent) => {
      respond(event, args.answer);
      args.onSubmit(event.toJSON());
    }}
    @keyslot-method-change=${(event: KeyslotMethodChangeEvent) => args.onMethodChange(event.toJSON())}
    @keyslot-error=${(event: KeyslotErrorEvent) => args.onError(event.toJSON())}
    >${content}</keyslot-connect
  >`;
}
