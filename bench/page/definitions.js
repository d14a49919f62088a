// Definitions that no case knows the form of: each turns them into its own. Names of fields are
// unique across methods, so that a field which is laid out proves that its method is shown.

const field = (name, label, kind = 'text', rest = {}) => ({
  name,
  label,
  kind,
  required: true,
  help: `Where to find it: Settings, API, ${label}.`,
  ...rest,
});
const secret = (name, label) => field(name, label, 'password');
const optional = (name, label) => field(name, label, 'text', {required: false});
const method = (id, label, help, fields) => ({id, label, help, fields});

/** The five usual methods of a connector. */
export const standard = () => ({
  id: 'acme',
  title: 'Connect to Acme',
  methods: [
    method('basic', 'User name and password', 'Sign in with an Acme account.', [
      field('username', 'User name'),
      secret('password', 'Password'),
    ]),
    method('token', 'API token', 'Use a personal access token.', [secret('token', 'API token')]),
    method('client', 'OAuth 2.0 client credentials', 'From machine to machine.', [
      field('client_id', 'Client ID'),
      secret('client_secret', 'Client secret'),
      field('client_token_url', 'Token URL', 'url'),
      optional('client_scope', 'Scope'),
    ]),
    method('code', 'OAuth 2.0 authorization code', 'For an application of your own.', [
      field('code_id', 'Client ID'),
      secret('code_secret', 'Client secret'),
    ]),
    method('signed', 'OAuth 1.0a', 'Signed requests.', [
      field('consumer_key', 'Consumer key'),
      secret('consumer_secret', 'Consumer secret'),
      field('access_token', 'Token'),
      secret('access_token_secret', 'Token secret'),
      optional('realm', 'Realm'),
    ]),
  ],
});

const kinds = ['text', 'password', 'url', 'select'];
const choices = {required: false, options: ['header', 'query', 'body']};

const mixedFields = (prefix, count) =>
  Array.from({length: count}, (_, index) => {
    const kind = kinds[index % kinds.length];
    return field(`${prefix}_${index}`, `Field ${index}`, kind, kind === 'select' ? choices : {});
  });

/** So many methods of four fields each. */
export const withMethods = (count) => ({
  id: `methods-${count}`,
  title: 'Connect to Acme',
  methods: Array.from({length: count}, (_, index) =>
    method(`m${index}`, `Method ${index}`, `Help of ${index}.`, mixedFields(`m${index}`, 4)),
  ),
});

/** Two methods, the first of which has so many fields. */
export const withFields = (count) => ({
  id: `fields-${count}`,
  title: 'Connect to Acme',
  methods: [
    method('big', 'Big', 'Many fields.', mixedFields('big', count)),
    method('small', 'Small', 'One field.', [field('small_0', 'Only field')]),
  ],
});

/** One method, with one field of so many options. */
export const withOptions = (count) => ({
  id: `options-${count}`,
  title: 'Connect to Acme',
  methods: [
    method('long', 'Long', 'Many options.', [
      field('choice', 'Choice', 'select', {
        required: false,
        options: Array.from({length: count}, (_, index) => `Option ${index}`),
      }),
    ]),
  ],
});

/** What a field accepts. */
export const goodValue = ({kind, name, options}) => {
  if (kind === 'url') return 'https://acme.example/oauth/token';
  return kind === 'select' ? options[0] : `value of ${name}`;
};
