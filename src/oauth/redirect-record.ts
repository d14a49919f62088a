import type {AvailableMethod, FieldValues} from '../model/method-kind.js';
import type {ResponseFault} from './message.js';
import type {AuthorizationPorts} from './ports.js';
import type {ExpectedResponse} from './response.js';

/** How long a user may take in redirect mode. */
const RECORD_LIFE_MS = 15 * 60_000;

/**
 * What lasts while the tab is with the provider. The verifier is in it: the one secret that is ever
 * stored, for as long as the attempt takes and for this tab only.
 */
export interface RedirectRecord {
  readonly type: 'redirect';
  readonly connectorId: string;
  readonly methodId: string;
  /** What tells apart who goes on with it. */
  readonly resumeKey?: string | undefined;
  readonly createdAt: number;
  /** Where the callback page goes on to: path and query, of the same origin. */
  readonly returnPath: string;
  /** What was entered, without secrets. */
  readonly values: FieldValues;
  /** The keys of the secrets that were entered. */
  readonly omitted?: readonly string[];
  readonly expected: ExpectedResponse;
  /** What the callback page adds. */
  readonly params?: unknown;
  readonly fault?: ResponseFault;
}

/**
 * Notes what an attempt is about before the tab leaves for the provider. Throws where nothing can be
 * stored.
 */
export function storeRecord(
  key: string,
  {
    connectorId,
    method,
    resumeKey,
    values,
  }: Pick<RedirectRecord, 'connectorId' | 'resumeKey' | 'values'> & {
    readonly method: AvailableMethod;
  },
  expected: ExpectedResponse,
  ports: AuthorizationPorts,
): void {
  const secrets = new Set(method.variables.filter(({secret}) => secret).map(({key}) => key));
  const entries = Object.entries(values);
  const record: RedirectRecord = {
    type: 'redirect',
    connectorId,
    methodId: method.id,
    resumeKey,
    createdAt: ports.now(),
    returnPath: ports.location(),
    values: Object.fromEntries(entries.filter(([key]) => !secrets.has(key))),
    omitted: entries.map(([key]) => key).filter((key) => secrets.has(key)),
    expected,
  };
  ports.storage().setItem(key, JSON.stringify(record));
}

/** An attempt that a user comes back from. */
export interface ReturnedAttempt {
  readonly methodId: string;
  readonly values: FieldValues;
  /** The keys of the secrets that were entered, which are to be entered anew. */
  readonly omitted: readonly string[];
  /** `undefined` when the record was tampered with. */
  readonly record: RedirectRecord | undefined;
}

/**
 * Takes the record of an attempt that the callback page has answered: once, as it is removed before
 * it is used. Records that are too old go as well.
 *
 * @param prefix - What the keys of all records begin with; the state follows.
 * @param resumeKey - What tells apart who goes on with it.
 */
export function takeRecord(
  prefix: string,
  connectorId: string,
  ports: AuthorizationPorts,
  resumeKey?: string,
): ReturnedAttempt | undefined {
  const records = storedRecords(prefix, ports);
  const isCurrent = ([, {createdAt}]: StoredRecord) =>
    ports.now() - Number(createdAt) < RECORD_LIFE_MS;
  const answered = records.filter(
    ([, record]) =>
      record['params'] !== undefined &&
      record['connectorId'] === connectorId &&
      record['resumeKey'] === resumeKey,
  );
  const taken = answered.find(isCurrent) ?? answered[0];
  for (const entry of records) {
    if (entry === taken || !isCurrent(entry)) ports.storage().removeItem(entry[0]);
  }
  if (!taken) return undefined;
  const [key, record] = taken;
  const {methodId, values, omitted} = record;
  const isIntact = isCurrent(taken) && isRecord(record) && key === prefix + record.expected.state;
  return {
    methodId: typeof methodId === 'string' ? methodId : '',
    values: isObject(values) ? (values as FieldValues) : {},
    omitted: Array.isArray(omitted) ? omitted.filter((key) => typeof key === 'string') : [],
    record: isIntact ? record : undefined,
  };
}

type StoredRecord = readonly [key: string, record: Readonly<Record<string, unknown>>];

function storedRecords(prefix: string, ports: AuthorizationPorts): readonly StoredRecord[] {
  try {
    const storage = ports.storage();
    const keys = Array.from({length: storage.length}, (_, index) => storage.key(index) ?? '');
    return keys
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key, parse(storage.getItem(key))]);
  } catch {
    return [];
  }
}

/** What cannot be read is as good as too old. */
function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const record: unknown = JSON.parse(text ?? '');
    return isObject(record) ? record : {};
  } catch {
    return {};
  }
}

function isRecord(
  record: Readonly<Record<string, unknown>>,
): record is RedirectRecord & Readonly<Record<string, unknown>> {
  const {type, methodId, expected} = record as Partial<RedirectRecord>;
  return (
    type === 'redirect' &&
    typeof methodId === 'string' &&
    isObject(expected) &&
    typeof expected.state === 'string' &&
    Array.isArray(expected.scopes)
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
