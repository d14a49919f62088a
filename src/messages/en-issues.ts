import type {FieldContext} from './messages.js';

const suchAs = (example: string | undefined) => (example ? `, for example ${example}` : '');

/** The English words for what comes of a credential. Loaded with the rules it may break. */
export const enIssues = {
  success: (connector: string) => `${connector} is connected`,
  verified: 'The connection works',
  edit: 'Edit',
  rejected: 'That did not work. Nothing you entered is lost; check it and try again.',
  timedOut: 'That took too long. Nothing you entered is lost; try again.',

  /** "Store name" reads "store name" inside a sentence; "API key" and "NetSuite" stay. */
  insideSentence: (label: string) =>
    /^\p{Lu}[\p{Ll}-]+(?= |$)/u.test(label)
      ? label.charAt(0).toLowerCase() + label.slice(1)
      : label,

  /** What is wrong with a field, for those whose focus has left it. */
  fieldProblem: (label: string, problem: string) => `${label}: ${problem}`,

  /** What is wrong with a field or a credential, by the code of the issue. */
  issues: {
    field_required: ({label, chosen}) => `${chosen ? 'Choose' : 'Enter'} the ${label}`,
    field_number: ({label}) => `Enter the ${label} as a number, for example 1.5`,
    field_too_small: ({label, params}) => `The ${label} must be ${params['min']} or more`,
    field_too_large: ({label, params}) => `The ${label} must be ${params['max']} or less`,
    field_too_short: ({label, params}) =>
      `The ${label} is too short: it needs at least ${params['minLength']} characters`,
    field_too_long: ({label, params}) =>
      `The ${label} is too long: it can have at most ${params['maxLength']} characters`,
    field_option: ({label}) => `Choose the ${label} from the list`,
    field_pair_name: ({label}) => `Enter a name for each value of the ${label}`,
    field_file_reading: ({label}) => `Wait until the file for the ${label} is read`,
    field_file_several: ({label}) => `Choose only one file for the ${label}`,
    field_file_empty: ({label}) => `The file for the ${label} is empty: choose another one`,
    field_file_too_large: ({label, params}) =>
      `The file for the ${label} is too large: it can have at most ${params['maximum']}`,
    field_file_unreadable: ({label, params}) =>
      params['encoding'] === 'text'
        ? `The file for the ${label} is not a plain text file: choose another one`
        : `The file for the ${label} cannot be read: choose it again`,
    field_pattern: ({label, example}) =>
      `Check the ${label}: it ${example ? `should look like ${example}` : 'does not look right'}`,
    field_format: ({label, params, example}) =>
      `Enter the ${label} as ${FORMATS[String(params['format'])] ?? 'described'}${suchAs(example)}`,
    field_colon: ({label}) => `Enter the ${label} without a colon`,
    field_cookie: ({label}) => `Enter the ${label} without spaces, commas, quotes or semicolons`,
    template_value_invalid: ({label, params, example}) =>
      params['format'] === 'origin'
        ? `Enter the ${label} as a web address that begins with https:// and ends after the host name${suchAs(example)}`
        : `Enter only the ${label}${suchAs(example)}, without https:// or slashes`,
    template_variable_missing: ({label}) => `Enter the ${label}`,
    other: ({label}) => `Check the ${label}`,
  } as Readonly<Record<string, (context: FieldContext) => string>>,
};

const FORMATS: Readonly<Record<string, string>> = {
  email: 'an email address',
  url: 'a web address that begins with https://',
  origin: 'a web address that ends after the host name',
  hostname: 'a host name, without https://',
  'dns-label': 'letters, digits and hyphens only',
  uuid: 'an ID of 32 letters and digits with hyphens',
  pem: 'a whole PEM block, from -----BEGIN to -----END with its line breaks',
  json: 'JSON',
  base64: 'Base64',
};
