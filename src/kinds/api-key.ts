import {defineMethodKind} from '../model/define-method-kind.js';
import {headerName} from '../model/definition-schema.js';

/** One opaque key, sent in a header, a query parameter or a cookie. */
export const apiKey = defineMethodKind({
  type: 'api-key',
  settings: {
    properties: {
      /** Where the key travels. */
      in: {enum: ['header', 'query', 'cookie'], default: 'header'},
      /** The name of the header, query parameter or cookie; `name` is what people call the method. */
      parameterName: headerName,
      /** What stands right before the key, a space included: `Token `. */
      prefix: {type: 'string', default: ''},
    },
    required: ['parameterName'],
  },
  templates: ['prefix'],
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
