import * as fc from 'fast-check';
import type {
  ConnectorDefinition,
  ExistingCredential,
  FieldValue,
  VariableDefinition,
  VariableUse,
} from '../../src/core.js';
import {present, seldom} from '../differential/variables.js';

/** What a page decides about a form, beside its definition. */
export interface Host {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly presets: Readonly<Record<string, FieldValue>>;
  readonly existing: ExistingCredential | undefined;
}

/** Every key means the same type wherever it is used, so that a host can have values for it. */
const HELD: Readonly<Record<string, readonly (string | number | boolean)[]>> = {
  a: ['x', 'abc', ' '],
  b: ['x', 'é'],
  number: [5, 0],
  box: [true, false],
  choice: ['x', 'y'],
  lines: ['one\ntwo', 'x'],
  store: ['my-store', 'x'],
  key: ['k'],
  pin: ['1234'],
};
const OWN = ['a', 'b', 'number', 'box', 'choice', 'lines', 'key'] as const;
const SHARED = ['store', 'pin'] as const;
/** What a host may know of: also what comes with the types. */
const KNOWN = [...OWN, ...SHARED, 'username', 'password', 'token'];
const SECRETS = ['key', 'pin', 'password', 'token'];

const types: Readonly<Record<string, VariableDefinition['type']>> = {
  number: 'number',
  box: 'boolean',
  choice: 'select',
  lines: 'multiline',
};

const condition = fc.record({
  key: fc.constantFrom(...OWN, ...SHARED),
  equals: fc.constantFrom('x', '', 5, true, false, 'my-store'),
});

const choices = fc.record({
  required: seldom(2, fc.constant(true)),
  hasDefault: seldom(3, fc.nat(2)),
  advanced: seldom(6, fc.constant(true)),
  configurable: seldom(10, fc.constant(false)),
  pattern: seldom(6, fc.constant({regex: '[a-z]+'})),
  visibleWhen: seldom(3, condition),
});

/** What a connector says is there in each method, so it cannot depend on what only some have. */
const sharedOf = (key: string) =>
  variableOf(key).map(({visibleWhen: _, ...variable}): VariableDefinition => variable);

const variableOf = (key: string): fc.Arbitrary<VariableDefinition> =>
  choices.map(({required, hasDefault, pattern, ...rest}) => {
    const type = types[key];
    const isText = type === undefined;
    const held = HELD[key]!;
    return {
      key,
      ...present({type, ...rest, pattern: isText ? pattern : undefined}),
      ...(SECRETS.includes(key) && {secret: true}),
      ...(required && type !== 'boolean' && {required}),
      ...(hasDefault !== undefined && {default: held[hasDefault % held.length]!}),
      ...(type === 'select' && {options: [{value: 'x'}, {value: 'y'}]}),
    };
  });

const use = (key: string): fc.Arbitrary<VariableUse> =>
  fc
    .record({required: seldom(3, fc.boolean()), default: seldom(4, fc.constantFrom(...HELD[key]!))})
    .map((overrides) => ({use: key, ...present(overrides)}));

/** Without a condition on a variable that the method does not have. */
const answerable =
  (all: readonly (VariableDefinition | VariableUse)[]) =>
  (entry: VariableDefinition | VariableUse): VariableDefinition | VariableUse => {
    if ('use' in entry || !entry.visibleWhen) return entry;
    const {visibleWhen, ...rest} = entry;
    const keys = all.map((other) => ('use' in other ? other.use : other.key));
    return keys.includes(visibleWhen.key) ? entry : rest;
  };

const method = (id: string) =>
  fc
    .tuple(
      fc.constantFrom('custom', 'custom', 'token', 'basic'),
      fc.subarray([...OWN], {minLength: 1, maxLength: 4}),
      fc.subarray([...SHARED]),
      fc.boolean(),
    )
    .chain(([type, own, shared, recommended]) =>
      fc.tuple(...own.map(variableOf), ...shared.map(use)).map((variables) => ({
        id,
        type,
        recommended,
        variables: variables.map(answerable(variables)),
      })),
    );

/** Connectors with up to three methods, of which any may be chosen. */
export const connectors: fc.Arbitrary<Omit<ConnectorDefinition, 'id'>> = fc
  .tuple(
    fc.tuple(sharedOf('store'), sharedOf('pin')),
    fc.subarray(['one', 'two', 'three'], {minLength: 1}),
  )
  .chain(([variables, ids]) =>
    fc.tuple(...ids.map(method)).map((methods) => ({name: 'Acme', variables, methods})),
  );

const heldBy = (keys: readonly string[], share: number) =>
  fc
    .tuple(...keys.map((key) => seldom(share, fc.constantFrom(...(HELD[key] ?? ['x'])))))
    .map((values) => present(Object.fromEntries(keys.map((key, index) => [key, values[index]]))));

const PLAIN = KNOWN.filter((key) => !SECRETS.includes(key));

export const existing: fc.Arbitrary<ExistingCredential> = fc
  .tuple(fc.constantFrom('one', 'two', 'three'), heldBy(PLAIN, 3), fc.subarray(SECRETS))
  .map(([methodId, values, stored]) => ({
    methodId,
    values: values as Record<string, FieldValue>,
    stored,
  }));

export const hosts: fc.Arbitrary<Host> = fc.record({
  values: heldBy(KNOWN, 8) as fc.Arbitrary<Record<string, FieldValue>>,
  presets: heldBy(KNOWN, 9) as fc.Arbitrary<Record<string, FieldValue>>,
  existing: seldom(2, existing),
});
