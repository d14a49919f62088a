export {apiKey} from './kinds/api-key.js';
export {basic} from './kinds/basic.js';
export {builtIns, type BuiltIns} from './kinds/built-ins.js';
export {custom} from './kinds/custom.js';
export {none} from './kinds/none.js';
export {oauth1} from './kinds/oauth1.js';
export {oauth2AuthorizationCode} from './kinds/oauth2-authorization-code.js';
export {oauth2ClientCredentials} from './kinds/oauth2-client-credentials.js';
export {token} from './kinds/token.js';
export {
  defineMethodKind,
  type DefinedMethodKind,
  type MethodKindDescription,
} from './model/define-method-kind.js';
export type {
  AvailableMethod,
  Connector,
  FieldValues,
  Issue,
  Method,
  MethodBinding,
  MethodKind,
  UnavailableMethod,
  Variable,
} from './model/method-kind.js';
export {createMethodRegistry, type MethodRegistry} from './model/method-registry.js';
