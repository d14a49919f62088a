export * from './definitions.js';
export {resolveRequest, resolveTokenRequest} from './request/defaults.js';
export {KeyslotRequestError, type RequestErrorCode} from './request/request-error.js';
export type {RequestParts} from './request/request-parts.js';
export type {ResolveOptions} from './request/resolve-request.js';
export type {TokenRequest} from './request/resolve-token-request.js';
export type {SignedRequest} from './request/oauth1-signature.js';
