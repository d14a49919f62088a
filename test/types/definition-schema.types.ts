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
import type {ReadBy} from '../../src/model/json-schema.js';
import {holds, type SameProperties} from './equals.js';

holds<SameProperties<ReadBy<typeof variableSchema>, VariableDefinition>>();
holds<SameProperties<ReadBy<typeof useSchema>, VariableUse>>();

// Methods and variables are read one by one, so the lists of the outer schemas hold anything.
type ReadLater<T> = {
  [name in keyof T]: name extends 'methods' | 'variables' ? readonly unknown[] : T[name];
};

holds<
  SameProperties<
    ReadBy<typeof methodSchema>,
    ReadLater<MethodDefinitionBase & {readonly type: string}>
  >
>();
holds<
  SameProperties<
    ReadBy<typeof connectorSchema>,
    ReadLater<ConnectorDefinition<MethodDefinitionBase>>
  >
>();
