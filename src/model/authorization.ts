import type {LocalizedText} from './definition.js';

/** Something that can be asked for in a window of the provider. */
export interface ScopeDefinition {
  /** What is asked for. */
  readonly value: string;
  /** What it means, for people. The value, when absent. */
  readonly label?: LocalizedText;
  /** A remark shown beside the label. */
  readonly description?: LocalizedText;
  /** Whether it is always asked for. */
  readonly required?: boolean;
  /** Whether it is asked for unless the user says otherwise. */
  readonly default?: boolean;
}

/** What a method says of the window in which the user grants access. */
export interface AuthorizationPlan {
  readonly protocol: 'oauth1' | 'oauth2';
  /** Where the user grants access; may hold placeholders. */
  readonly authorizationUrl: string;
  /** The issuer that a response must name (RFC 9207). */
  readonly issuer?: string | undefined;
  /** The client, when the user brings none: else it is the value of the variable `clientId`. */
  readonly clientId?: string | undefined;
  readonly scopes?: readonly ScopeDefinition[] | undefined;
  /** What stands between scopes; a space in the standard (RFC 6749 §3.3). */
  readonly scopeSeparator?: string | undefined;
  /** Whether the code is bound to a proof key (RFC 7636). True when absent. */
  readonly pkce?: boolean | undefined;
  /** Further parameters of the request. */
  readonly authorizationParams?: Readonly<Record<string, string>> | undefined;
}

/** What a user granted in the window of the provider, for the host to exchange. */
export interface Authorization {
  /** Tells this attempt from all others; 256 random bits, or what the host's backend made. */
  readonly state: string;
  /** Where the provider sent the user; it has to be named again at the exchange (RFC 6749 §4.1.3). */
  readonly redirectUri: string;
  /** What was asked for. */
  readonly scopes: readonly string[];
  /** Who says to have answered (RFC 9207). It was compared where the definition or the backend named one. */
  readonly issuer?: string;
  /** To be exchanged once (RFC 6749 §4.1.2). */
  readonly code?: string;
  /** What the exchange has to prove (RFC 7636 §4.5). Absent where the host's backend has it. */
  readonly codeVerifier?: string;
  /** The temporary credentials that were authorised (RFC 5849 §2.2). */
  readonly oauthToken?: string;
  /** What the exchange has to prove (RFC 5849 §2.3). */
  readonly oauthVerifier?: string;
  /** By what the host's backend knows what it received itself. */
  readonly reference?: string;
}

/** What a state may look like: what a URL holds as it is, and nobody guesses. */
export const STATE = /^[A-Za-z0-9._~-]{22,512}$/;

/** The scopes that are asked for: the required ones, and those of the others that were chosen. */
export const askedScopes = (
  {scopes = []}: AuthorizationPlan,
  chosen: ReadonlySet<string> | undefined,
): readonly string[] =>
  scopes
    .filter(
      (scope) =>
        scope.required === true || (chosen ? chosen.has(scope.value) : scope.default === true),
    )
    .map(({value}) => value);
