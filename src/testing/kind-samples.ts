import type {PartialMessages} from '../messages/messages.js';
import type {Authorization} from '../model/authorization.js';
import type {Credential} from '../model/credential.js';
import type {MethodDefinition} from '../model/definition.js';
import type {AvailableMethod, Connector, FieldValues, MethodKind} from '../model/method-kind.js';
import {createMethodRegistry} from '../model/method-registry.js';
import {parseConnectorWith} from '../model/parse-connector.js';
import type {ParseResult} from '../model/read-connector.js';
import {validateCredentialFor, type CredentialValidation} from '../model/validate-credential.js';
import {copyOf} from './clause.js';

/** A definition of a kind, and a credential for it. */
export interface KindSample {
  /** The settings of the definition, beside its `id` and `type`. None, when absent. */
  readonly settings?: object;
  /** The values of the credential. */
  readonly values: FieldValues;
  /** What the user granted, where the settings ask for a window of the provider. */
  readonly authorization?: Authorization;
}

/** A credential that has to be refused. */
export interface RefusedSample extends KindSample {
  /** The code of an issue that is reported. */
  readonly code: string;
  /** The variable that it is about. Absent, when it is about the credential as a whole. */
  readonly key?: string;
}

/** What a kind is tried on. */
export interface KindSamples {
  /** Definitions that can be used, each with a complete credential. One for each form it takes. */
  readonly valid: readonly KindSample[];
  /** Settings that have to be diagnosed as errors. */
  readonly invalid?: readonly object[];
  readonly refused?: readonly RefusedSample[];
  /** The keys of all variables that are secret. */
  readonly secrets: readonly string[];
  /** The words of the kind, as the element is given them. */
  readonly messages?: PartialMessages;
}

/** Where the samples of a kind are in the connector that they are tried in. */
const PLACE = {connectorId: 'contract', methodId: 'sample'};

/** What an element or a server makes of a sample. */
export interface SampleMethod extends ParseResult {
  readonly definition: MethodDefinition;
  /** The method. Nothing when it cannot be used, which is a clause of its own. */
  readonly method: AvailableMethod | undefined;
}

/** A definition of a kind, as it reaches `bind()`. */
export const definitionOf = ({type}: MethodKind, settings: object = {}): MethodDefinition => ({
  ...copyOf(settings),
  id: PLACE.methodId,
  type,
});

export function readSample(kind: MethodKind, settings?: object): SampleMethod {
  const definition = definitionOf(kind, settings);
  const {connectorId: id} = PLACE;
  const input = {id, name: 'Contract', methods: [definition]};
  const result = parseConnectorWith(createMethodRegistry(kind), input);
  const method = result.connector?.methods[0];
  return {...result, definition, method: method?.status === 'available' ? method : undefined};
}

export const credentialOf = (
  {type}: MethodKind,
  {values, authorization}: Pick<KindSample, 'values' | 'authorization'>,
): Credential => ({...PLACE, type, values, ...(authorization && {authorization})});

export const judge = (
  connector: Connector | undefined,
  credential: unknown,
): CredentialValidation<object> => validateCredentialFor(connector, credential);
