import type * as z from 'zod/mini';
import type {
  ConnectorDefinition,
  MethodDefinitionBase,
  VariableDefinition,
  VariableUse,
} from '../../src/core.js';
import type {
  connectorSchema,
  methodSchema,
  useSchema,
  variableSchema,
} from '../../src/model/definition-schema.js';
import {holds, type Equals, type Flat} from './equals.js';

type Output<S> = S extends z.ZodMiniType<infer T> ? T : never;
type Writable<T> = {-readonly [name in keyof T]: T[name]};

holds<Equals<Output<typeof variableSchema>, VariableDefinition>>();
holds<Equals<Output<typeof useSchema>, VariableUse>>();

// Methods and variables are read one by one, so the lists of the outer schemas hold anything.
type ReadLater<T> = {[name in keyof T]: name extends 'methods' | 'variables' ? unknown[] : T[name]};

holds<
  Equals<
    Flat<Output<typeof methodSchema>>,
    Flat<Writable<ReadLater<MethodDefinitionBase & {readonly type: string}>>>
  >
>();
holds<
  Equals<
    Flat<Output<typeof connectorSchema>>,
    Flat<Writable<ReadLater<ConnectorDefinition<MethodDefinitionBase>>>>
  >
>();
