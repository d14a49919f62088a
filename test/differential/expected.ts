import type {
  ConnectorDefinition,
  ExistingCredential,
  FieldValue,
  VariableDefinition,
} from '../../src/core.js';

/**
 * What the documentation promises about a form, written a second time: nothing that a form or a
 * validator runs is used here.
 */

type Locked = readonly VariableDefinition[];

const secret = (key: string): VariableDefinition => ({key, required: true, secret: true});
const plain = (key: string): VariableDefinition => ({key, required: true});
const privateKey: VariableDefinition = {...secret('privateKey'), type: 'multiline', format: 'pem'};

/** The variables that come with each type. */
function lockedOf(method: ConnectorDefinition['methods'][number]): Locked {
  switch (method.type) {
    case 'basic':
      return [plain('username'), secret('password')];
    case 'token':
      return [secret('token')];
    case 'api-key':
      return [secret('apiKey')];
    case 'oauth2-client-credentials': {
      const proofs: Record<string, Locked> = {'private-key-jwt': [privateKey], none: []};
      const proof = proofs[String(method['clientAuthentication'])] ?? [secret('clientSecret')];
      return [plain('clientId'), ...proof, {key: 'scope', advanced: true}];
    }
    case 'oauth2-authorization-code':
      return method['clientId'] === undefined ? [plain('clientId'), secret('clientSecret')] : [];
    case 'oauth1': {
      const isRsa = method['signatureMethod'] === 'RSA-SHA1';
      const proof = isRsa ? privateKey : secret('consumerSecret');
      const tokens = [secret('token'), ...(isRsa ? [] : [secret('tokenSecret')])];
      return [
        ...(method['consumerKey'] === undefined ? [plain('consumerKey'), proof] : []),
        ...(method['authorizationUrl'] === undefined ? tokens : []),
        {key: 'realm'},
      ];
    }
    default:
      return [];
  }
}

/** Everything that the only method of a definition asks for, in its order. */
export function variablesOf({
  methods: [method],
  variables: shared = [],
}: ConnectorDefinition): readonly VariableDefinition[] {
  if (!method) throw new Error('There is no method.');
  const locked = lockedOf(method);
  const listed = (method.variables ?? []).map((entry): VariableDefinition => {
    if ('use' in entry) {
      const {use, ...overrides} = entry;
      return {...shared.find(({key}) => key === use)!, ...overrides};
    }
    return {...locked.find(({key}) => key === entry.key), ...entry};
  });
  const unlisted = locked.filter(({key}) => !listed.some((variable) => variable.key === key));
  return [...unlisted, ...listed];
}

/** What the provider answers when the user is to sign in. */
export type Answer = 'allow' | 'deny' | 'reference';

/** A form, what the host says about it, and what its fields hold. */
export interface FilledForm {
  readonly definition: ConnectorDefinition;
  readonly presets: Readonly<Record<string, FieldValue>>;
  readonly existing: ExistingCredential | undefined;
  readonly raws: ReadonlyMap<string, string | boolean>;
  /** What the user ticked of what can be asked for; nothing when that was left as it is. */
  readonly ticked: readonly string[] | undefined;
  readonly answer: Answer;
}

/** What the attempts of these forms have in common. */
export const ATTEMPT = {
  state: 'state-'.repeat(6),
  redirectUri: 'https://app.example.com/callback.html',
};

/** Which fields should be on screen, what is asked for in all, and what it amounts to. */
export function expectedOf(form: FilledForm) {
  const {definition, existing} = form;
  const {id, type} = definition.methods[0]!;
  const asked = askedFor(variablesOf(definition), form);
  const fields = asked.filter(
    (variable) => variable.configurable !== false && !(variable.secret && isPreset(variable, form)),
  );
  const given = asked.flatMap((variable): [string, FieldValue][] => {
    const value = valueOf(variable, form);
    return value === undefined ? [] : [[variable.key, value]];
  });
  const values = Object.fromEntries(given);
  const kept = variablesOf(definition)
    .filter(({key}) => existing?.stored.includes(key))
    .filter((variable) => variable.secret && !isDecided(variable))
    .map(({key}) => key)
    .filter((key) => !Object.hasOwn(values, key));
  return {
    fields: [
      ...fields.filter(({advanced}) => !advanced),
      ...fields.filter(({advanced}) => advanced),
    ].map(({key}) => key),
    asked: asked.map(({key}) => key),
    credential: {
      connectorId: definition.id,
      methodId: id,
      type,
      values,
      ...(existing && {kept, cleared: []}),
      ...authorizationOf(values, kept, form),
    },
  };
}

/** What the credential says of the window of the provider, where the method has one. */
function authorizationOf(
  values: Readonly<Record<string, FieldValue>>,
  kept: readonly string[],
  {definition, existing, ticked, answer}: FilledForm,
) {
  const [method] = definition.methods;
  const {type, authorizationUrl, tokenUrl, scopes = []} = method as unknown as SignIn;
  if (authorizationUrl === undefined) return {};
  const askedFor = (chosen: readonly string[] | undefined) =>
    scopes
      .filter((scope) => scope.required ?? chosen?.includes(scope.value) ?? scope.default)
      .map(({value}) => value);
  const asked = askedFor(ticked ?? existing?.scopes);

  const named = [...`${authorizationUrl}${tokenUrl ?? ''}`.matchAll(/\{\{(\w+)\}\}/g)];
  const client = lockedOf(method!).filter(({key}) => /^(client|consumer|private)/.test(key));
  const deciding = [...named.map(([, key]) => key!), ...client.map(({key}) => key)];
  const isKept =
    existing !== undefined &&
    String(asked) === String(askedFor(existing.scopes)) &&
    asked.every((scope) => existing.scopes?.includes(scope) ?? true) &&
    deciding.every((key) => kept.includes(key) || values[key] === existing.values[key]);
  if (isKept) return {authorizationKept: true};
  const grants = {
    allow: type === 'oauth1' ? {oauthToken: 't', oauthVerifier: 'v'} : {code: 'c'},
    reference: {reference: 'answer-1'},
  };
  return answer === 'deny' ? {} : {authorization: {...ATTEMPT, scopes: asked, ...grants[answer]}};
}

interface SignIn {
  readonly type: string;
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly scopes?: readonly {
    readonly value: string;
    readonly required?: boolean;
    readonly default?: boolean;
  }[];
}

/** The variables that are asked for. */
function askedFor(variables: readonly VariableDefinition[], form: FilledForm) {
  const isAsked = (
    {key, visibleWhen}: VariableDefinition,
    waiting: readonly string[] = [],
  ): boolean => {
    if (!visibleWhen) return true;
    const other = variables.find((candidate) => candidate.key === visibleWhen.key);
    if (!other || waiting.includes(key) || !isAsked(other, [...waiting, key])) return false;
    const awaited: readonly unknown[] = [visibleWhen.equals, ...(visibleWhen.in ?? [])];
    // What was left empty is the empty text.
    return awaited.includes(valueOf(other, form) ?? '');
  };
  return variables.filter((variable) => isAsked(variable));
}

const isPreset = ({key}: VariableDefinition, {presets}: FilledForm) => Object.hasOwn(presets, key);

/** Whether the definition itself says what is sent. */
const isDecided = ({configurable, default: value}: VariableDefinition) =>
  configurable === false && value !== undefined;

/** What a variable stands for. Nothing, when it was left empty. */
function valueOf(variable: VariableDefinition, form: FilledForm): FieldValue | undefined {
  const {key, type} = variable;
  const value = isDecided(variable)
    ? variable.default
    : isPreset(variable, form)
      ? form.presets[key]
      : fromField(variable, form.raws.get(key));
  // A box that is not there is not ticked.
  if (typeof value !== 'string') return value ?? (type === 'boolean' ? false : undefined);
  const given = variable.secret ? value : value.trim();
  return given === '' && type !== 'boolean' ? undefined : value;
}

function fromField({type}: VariableDefinition, raw: string | boolean | undefined) {
  if (type !== 'number' || typeof raw !== 'string') return raw;
  const digits = raw.trim();
  // Decimal notation, as far as JSON can hold it; all else stays a text.
  const number = /[^\d.e+-]/i.test(digits) || digits === '' ? NaN : Number(digits);
  return Number.isFinite(number) ? (JSON.parse(JSON.stringify(number)) as number) : raw;
}
