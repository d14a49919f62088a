import * as fc from 'fast-check';
import type {ConnectorDefinition} from '../../src/core.js';
import {connectors, hosts, type Host} from './connectors.js';

/** How a page answers a credential. */
export type Answer = 'accept' | 'silence' | 'reject' | 'reject-field' | 'throw' | 'refuse';

/** Something that a user or a page does. What it is done to is chosen when it is known what there is. */
export type Action =
  | {readonly does: 'type'; readonly at: number; readonly what: number}
  | {readonly does: 'choose'; readonly at: number}
  | {readonly does: 'submit'; readonly answer: Answer; readonly at: number; readonly edits: boolean}
  | {readonly does: 'remove' | 'undo'; readonly at: number}
  | {readonly does: 'host'; readonly host: Host}
  | {readonly does: 'redefine'; readonly connector: Omit<ConnectorDefinition, 'id'>}
  | {readonly does: 'replace'; readonly connector: Omit<ConnectorDefinition, 'id'>}
  | {readonly does: 'reset'};

const at = fc.nat(20);

const action: fc.Arbitrary<Action> = fc.oneof(
  {weight: 16, arbitrary: fc.record({does: fc.constant('type' as const), at, what: fc.nat(20)})},
  {weight: 4, arbitrary: fc.record({does: fc.constant('choose' as const), at})},
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('submit' as const),
      answer: fc.constantFrom<Answer[]>(
        'accept',
        'silence',
        'reject',
        'reject-field',
        'throw',
        'refuse',
      ),
      at,
      edits: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({does: fc.constantFrom('remove' as const, 'undo' as const), at}),
  },
  {weight: 1, arbitrary: fc.record({does: fc.constant('host' as const), host: hosts})},
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('redefine' as const, 'replace' as const),
      connector: connectors,
    }),
  },
  {weight: 1, arbitrary: fc.record({does: fc.constant('reset' as const)})},
);

/** A form from when it is first shown, and all that is done to it. */
export interface Sequence {
  readonly connector: Omit<ConnectorDefinition, 'id'>;
  readonly host: Host;
  readonly actions: readonly Action[];
}

export const sequences: fc.Arbitrary<Sequence> = fc.record({
  connector: connectors,
  host: hosts,
  actions: fc.array(action, {minLength: 1, maxLength: 12, size: 'max'}),
});

const TEXTS = ['x', 'abc', '', ' ', 'é 1', '5', 'my-store', '{{a}}', '__proto__'];
const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  number: ['5', '', '-1.5', 'x', '1e3', ' 7 ', '0'],
  select: ['x', 'y', ''],
  multiline: ['one\ntwo', ...TEXTS],
};

/** What is entered in a field of a type. */
export function entryFor(type: string | undefined, what: number): string | boolean {
  if (type === 'boolean') return what % 2 === 0;
  const entries = ENTRIES[type ?? ''] ?? TEXTS;
  return entries[what % entries.length]!;
}
