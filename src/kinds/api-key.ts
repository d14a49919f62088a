import * as z from 'zod/mini';
import {defineMethodKind} from '../model/define-method-kind.js';

/** One opaque key, sent in a header, a query parameter or a cookie. */
export const apiKey = defineMethodKind({
  type: 'api-key',
  settings: {
    /** Where the key travels. */
    in: z._default(z.literal(['header', 'query', 'cookie']), 'header'),
    /** The name of the header, query parameter or cookie; `name` is what people call the method. */
    parameterName: z.string().check(z.refine((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name))),
    /** What stands right before the key, a space included: `Token `. */
    prefix: z._default(z.string(), ''),
  },
  variables: [{key: 'apiKey', required: true, secret: true}],
  request: ({in: place, parameterName, prefix}) => {
    const text = `${prefix}{{apiKey}}`;
    if (place === 'query') return {query: {[parameterName]: text}};
    return {
      headers: place === 'cookie' ? {Cookie: `${parameterName}=${text}`} : {[parameterName]: text},
    };
  },
  // The octets of a cookie's value (RFC 6265 §4.1.1).
  check: ({apiKey: key}, {in: place}) =>
    place === 'cookie' && !/^[!#-+\--:<-[\]-~]*$/.test(String(key))
      ? [{code: 'field_cookie', key: 'apiKey'}]
      : [],
});
