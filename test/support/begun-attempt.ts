import {aTimeout, expect} from '@open-wc/testing';
import {
  AuthorizationAttempt,
  KeyslotAuthorizationError,
  type AuthorizationRequest,
  type AuthorizationStatus,
  type OAuthOptions,
} from '../../src/oauth.js';
import {FakePorts, resultOf, windowMethod} from './authorization-ports.js';

export const APP = 'https://app.example.com';
export const redirectUri = `${APP}/callback`;
export const TEN_MINUTES = 600_000;
/** What was entered and is to be found nowhere. */
export const SECRET = 'canary-secret';
/** What the method asks for. */
export const variables = [
  {key: 'shop', type: 'text'},
  {key: 'clientSecret', type: 'text', secret: true},
] as const;

/** What has not ended when an attempt has: the channel that answers late callback pages. */
export const TOMBSTONE = {timers: 1, channels: 1, listeners: 0};
export const NOTHING = {timers: 0, channels: 0, listeners: 0};

/** What a test wants to be different. */
export type Given = Partial<Omit<AuthorizationRequest, 'oauth'>> & {
  readonly oauth?: Partial<OAuthOptions>;
  readonly ports?: FakePorts;
};

/** An attempt that has begun, and all that was told of it. */
export class Begun {
  readonly ports: FakePorts;
  readonly attempt: AuthorizationAttempt;
  readonly statuses: AuthorizationStatus[] = [];

  constructor({ports = new FakePorts(), oauth, onChange, ...request}: Given = {}) {
    this.ports = ports;
    this.attempt = new AuthorizationAttempt(
      {
        connectorId: 'acme',
        method: windowMethod({}, ...variables),
        values: {shop: 'my-shop', clientSecret: SECRET},
        ...request,
        oauth: {redirectUri, ...oauth},
        onChange: (attempt) => {
          this.statuses.push(attempt.status);
          onChange?.(attempt);
        },
      },
      ports,
    );
  }

  get state(): string {
    return new URL(this.attempt.url ?? '').searchParams.get('state') ?? '';
  }

  get channel(): string {
    return `keyslot/oauth/1:${this.state}`;
  }

  /** What a callback page says. Returns the replies. */
  say(params?: Readonly<Record<string, string>>): readonly unknown[] {
    return this.ports.say(this.channel, resultOf(this.state, params));
  }

  /** How it failed. */
  readonly error = async (): Promise<KeyslotAuthorizationError> => {
    try {
      await this.attempt.result;
    } catch (error) {
      if (error instanceof KeyslotAuthorizationError) return error;
      throw error;
    }
    throw new Error('It succeeded.');
  };
}

/** Promises that are to be settled by now are. */
export const settled = () => aTimeout(0);

/** An attempt whose window is with the provider, or which waits for one. */
export async function waiting(given?: Given): Promise<Begun> {
  const begun = new Begun(given);
  await settled();
  expect(begun.attempt.status).to.be.oneOf(['waiting', 'blocked']);
  return begun;
}
