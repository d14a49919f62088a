import type {Parameters} from '../model/diagnostic.js';

/** Why a request could not be made. Stable. */
export type RequestErrorCode =
  | 'credential_method'
  | 'request_access_token_missing'
  | 'request_invalid_value'
  | 'request_missing'
  | 'request_private_key'
  | 'request_unsupported'
  | 'template_value_invalid'
  | 'template_variable_missing';

/** A request could not be made of a credential. Names variables, never values. */
export class KeyslotRequestError extends Error {
  readonly code: RequestErrorCode;
  readonly params: Parameters;

  constructor(code: RequestErrorCode, params: Parameters = {}) {
    super([code, ...Object.values(params)].join(' '));
    this.name = 'KeyslotRequestError';
    this.code = code;
    this.params = params;
  }
}
