import {expect} from '@open-wc/testing';
import {
  apiKey,
  basic,
  custom,
  defineMethodKind,
  none,
  oauth1,
  oauth2AuthorizationCode,
  oauth2ClientCredentials,
  token,
  type MethodKind,
} from '../../src/core.js';
import {kindContract, type KindSamples} from '../../src/testing.js';
import {granted, grantedKeys} from '../support/grants.js';

const tokenUrl = 'https://{{shop}}.example.com/token';
const authorizationUrl = 'https://acme.example.com/authorize';
const shop = [{key: 'shop', label: 'Shop', required: true}];

const builtIns: readonly (readonly [MethodKind, KindSamples])[] = [
  [
    apiKey,
    {
      valid: [
        {settings: {parameterName: 'X-Key'}, values: {apiKey: 'the-key'}},
        {settings: {parameterName: 'key', in: 'query'}, values: {apiKey: 'the-key'}},
        {settings: {parameterName: 'key', in: 'cookie'}, values: {apiKey: 'the-key'}},
      ],
      invalid: [{}, {parameterName: 7}, {parameterName: 'X-Key', in: 'body'}],
      refused: [
        {
          settings: {parameterName: 'key', in: 'cookie'},
          values: {apiKey: 'a b'},
          code: 'field_cookie',
          key: 'apiKey',
        },
      ],
      secrets: ['apiKey'],
    },
  ],
  [
    basic,
    {
      valid: [{values: {username: 'ann', password: 'the-password'}}],
      refused: [
        {values: {username: 'a:b', password: 'x'}, code: 'field_colon', key: 'username'},
        {values: {username: 'ann'}, code: 'field_required', key: 'password'},
      ],
      secrets: ['password'],
    },
  ],
  [
    custom,
    {
      valid: [{settings: {variables: shop}, values: {shop: 'acme'}}],
      secrets: [],
    },
  ],
  [none, {valid: [{values: {}}], secrets: []}],
  [
    oauth1,
    {
      valid: [
        {values: {consumerKey: 'c', consumerSecret: 's', token: 't', tokenSecret: 'u'}},
        {
          settings: {authorizationUrl},
          values: {consumerKey: 'c', consumerSecret: 's', realm: 'r'},
          authorization: grantedKeys,
        },
      ],
      invalid: [{signatureMethod: 'MD5'}, {authorizationUrl: 'javascript:alert(1)'}],
      secrets: ['consumerSecret', 'token', 'tokenSecret'],
    },
  ],
  [
    oauth2AuthorizationCode,
    {
      valid: [
        {
          settings: {authorizationUrl},
          values: {clientId: 'c', clientSecret: 's'},
          authorization: granted,
        },
      ],
      invalid: [{}, {authorizationUrl: 'http://acme.example.com'}],
      secrets: ['clientSecret'],
    },
  ],
  [
    oauth2ClientCredentials,
    {
      valid: [
        {
          settings: {tokenUrl, variables: shop},
          values: {shop: 'acme', clientId: 'c', clientSecret: 's'},
        },
      ],
      invalid: [{}, {tokenUrl: '{{shop}}'}],
      refused: [
        {
          settings: {tokenUrl, variables: shop},
          values: {shop: 'a/b', clientId: 'c', clientSecret: 's'},
          code: 'template_value_invalid',
          key: 'shop',
        },
      ],
      secrets: ['clientSecret'],
    },
  ],
  [token, {valid: [{values: {token: 'the-token'}}], secrets: ['token']}],
];

for (const [kind, samples] of builtIns) {
  describe(`the kind ${kind.type}`, () => {
    for (const {name, run} of kindContract(kind, samples)) it(name, run);
  });
}

const description = {
  type: 'pin',
  settings: {properties: {length: {type: 'integer', minimum: 4, default: 4}}},
  variables: [{key: 'pin', required: true, secret: true}],
  request: {headers: {'X-Pin': '{{pin}}'}},
  check: ({pin}: Readonly<Record<string, unknown>>, {length}: {readonly length?: number}) =>
    String(pin).length === length ? [] : [{code: 'pin_length', key: 'pin'}],
} as const;
const pin: MethodKind = defineMethodKind(description);

const samples: KindSamples = {
  valid: [{values: {pin: '1234'}}, {settings: {length: 5}, values: {pin: '12345'}}],
  invalid: [{length: 'long'}, {length: 1}],
  refused: [
    {values: {pin: '12'}, code: 'pin_length', key: 'pin'},
    {values: {}, code: 'field_required', key: 'pin'},
  ],
  secrets: ['pin'],
  messages: {
    kinds: {pin: {name: 'PIN', pin: 'PIN'}},
    issues: {pin_length: ({label}) => `Enter all digits of the ${label}`},
  },
};

/** The clauses that do not hold, and what is said of them. */
async function failuresOf(kind: MethodKind, given: Partial<KindSamples> = {}) {
  const failures: Record<string, string> = {};
  for (const {name, run} of kindContract(kind, {...samples, ...given})) {
    try {
      await run();
    } catch (error) {
      failures[name] = (error as Error).message;
    }
  }
  return failures;
}

/** The kind, bound in another way. */
const bound = (
  change: (binding: ReturnType<MethodKind['bind']>, definition: object) => object,
) => ({
  ...pin,
  bind: (definition: Parameters<MethodKind['bind']>[0]) => {
    const binding = pin.bind(definition);
    return {...binding, ...change(binding, definition)};
  },
});

describe('the contract of kinds', () => {
  it('is kept by a kind of a third party', async () => {
    expect(await failuresOf(pin)).to.eql({});
  });

  it('is kept by a plain object', async () => {
    const plain: MethodKind = {
      type: 'pin',
      bind: () => ({variables: [{key: 'pin', label: 'PIN', required: true, secret: true}]}),
    };
    const given = {valid: [{values: {pin: '1'}}], invalid: [], refused: []};
    expect(await failuresOf(plain, given)).to.eql({});
  });

  let count = 0;
  const broken: readonly (readonly [
    what: string,
    kind: MethodKind,
    failures: Record<string, string>,
    given?: Partial<KindSamples>,
  ])[] = [
    [
      'a type that nothing can name',
      {...pin, type: 'pin code'},
      {
        'has a type that a definition can name':
          'A definition cannot have this type: definition_invalid',
        'makes a method of each valid definition':
          'Sample 1 cannot be used: definition_invalid at /methods/0/type',
        'has words for its name, its variables and what it finds wrong':
          'messages.kinds has no name for "pin code"',
      },
    ],
    [
      'a valid definition that it takes for wrong',
      pin,
      {
        'makes a method of each valid definition':
          'Sample 1 cannot be used: definition_invalid at /methods/0/length',
      },
      {valid: [{settings: {length: 2}, values: {pin: '12'}}], secrets: ['pin']},
    ],
    [
      'two variables of one key',
      bound(({variables = []}) => ({variables: [...variables, ...variables]})),
      {
        'brings variables that are well-formed, with a key for each':
          'Sample 1: definition_duplicate_name at the variable "pin"',
      },
    ],
    [
      'a variable of no type there is',
      bound(({variables = []}) => ({
        variables: [...variables, {key: 'x', label: 'X', type: 'date'}],
      })),
      {
        'brings variables that are well-formed, with a key for each':
          'Sample 1: definition_invalid at the variable "x"/type',
      },
    ],
    [
      'a choice of nothing',
      bound(({variables = []}) => ({
        variables: [...variables, {key: 'x', label: 'X', type: 'select'}],
      })),
      {
        'brings variables that are well-formed, with a key for each':
          'Sample 1: the variable "x" has no options',
      },
    ],
    [
      'a placeholder of nothing',
      bound(() => ({request: {headers: {'X-Pin': '{{pim}}'}}})),
      {
        'names only variables of the method where values travel':
          'Sample 1: {{pim}} is no variable of the method',
      },
    ],
    [
      'a memory',
      bound(() => ({settings: {count: count++}})),
      {
        'reads the same definition in the same way, and leaves it as it is':
          'Sample 1 is not the same the second time',
      },
    ],
    [
      'a hand in the definition',
      bound((_binding, definition) => {
        Object.assign(definition, {seen: true});
        return {};
      }),
      {
        'reads the same definition in the same way, and leaves it as it is':
          'Sample 1 is frozen, and bind() threw TypeError',
      },
    ],
    [
      'settings that are no data',
      bound(() => ({settings: {at: new Date(0)}})),
      {'makes plain data of the settings': 'Sample 1: settings is not JSON'},
    ],
    [
      'no word about wrong settings',
      bound(() => ({diagnostics: []})),
      {
        'diagnoses wrong settings (1)': 'Nothing is said to be wrong, and the method can be used',
        'diagnoses wrong settings (2)': 'Nothing is said to be wrong, and the method can be used',
      },
    ],
    [
      'diagnostics without a place',
      bound(({diagnostics = []}) => ({
        diagnostics: diagnostics.map((diagnostic) => ({...diagnostic, path: 'length'})),
      })),
      {
        'diagnoses wrong settings (1)': 'definition_invalid has no path, as /setting, but "length"',
        'diagnoses wrong settings (2)': 'definition_invalid has no path, as /setting, but "length"',
        'reads any settings without an exception, in no time':
          'For {"length":""} bind() threw, or made no binding: Error: definition_invalid has no path, as /setting, but "length"',
      },
    ],
    [
      'an exception for settings that it does not expect',
      bound((_binding, definition) => {
        const {length} = definition as {length?: unknown};
        if (Array.isArray(length)) throw new Error('Oh');
        return {};
      }),
      {
        'reads any settings without an exception, in no time':
          'For {"length":[]} bind() threw, or made no binding: Error: Oh',
      },
    ],
    [
      'all the time in the world',
      bound((_binding, definition) => {
        const {length} = definition as {length?: unknown};
        const end = performance.now() + (length === 1e308 ? 1100 : 0);
        while (performance.now() < end);
        return {};
      }),
      {'reads any settings without an exception, in no time': 'For {"length":1e+308} bind() took'},
    ],
    [
      'a secret that is not marked',
      bound(() => ({variables: [{key: 'pin', required: true}]})),
      {'marks its secrets, and no others': '"pin" is not marked as secret'},
    ],
    [
      'a secret that is none',
      pin,
      {'marks its secrets, and no others': '"pin" is marked as secret'},
      {secrets: []},
    ],
    [
      'no sample of a secret',
      pin,
      {'marks its secrets, and no others': 'No sample has the secret "puk"'},
      {secrets: ['pin', 'puk']},
    ],
    [
      'a valid credential that it refuses',
      pin,
      {
        'takes each valid credential as it is, also from JSON':
          'Sample 1 is refused: pin_length at /values/pin',
      },
      {valid: [{values: {pin: '12345'}}]},
    ],
    [
      'a valid credential that changes on its way',
      bound(() => ({variables: [...description.variables, {key: 'note', label: 'Note'}]})),
      {
        'takes each valid credential as it is, also from JSON':
          'Sample 1 is not handed on as it is',
      },
      {valid: [{values: {pin: '1234', note: ' '}}]},
    ],
    [
      'a wrong credential that it takes',
      bound(() => ({check: undefined})),
      {'refuses a wrong credential with pin_length at "pin" (1)': 'It is taken'},
    ],
    [
      'a wrong credential that it refuses for another reason',
      pin,
      {
        'refuses a wrong credential with pin_long at "pin" (1)':
          'It is refused with pin_length at /values/pin',
      },
      {refused: [{values: {pin: '12'}, code: 'pin_long', key: 'pin'}]},
    ],
    [
      'an exception for values that it does not expect',
      bound(() => ({
        check: ({pin}: Record<string, string>) =>
          pin!.length === 4 ? [] : [{code: 'pin_length', key: 'pin'}],
      })),
      {'checks any values without an exception': 'Given nothing, check() threw TypeError'},
      {valid: [{values: {pin: '1234'}}]},
    ],
    [
      'a promise of a verdict',
      bound(() => ({check: () => Promise.resolve([])})),
      {
        'checks any values without an exception': 'Given pin, check() returns no list',
        'takes each valid credential as it is, also from JSON':
          'Sample 1 is refused: credential_invalid at /values',
      },
      {refused: []},
    ],
    [
      'an issue without a code',
      bound(() => ({check: ({pin}: Record<string, string>) => (pin ? [] : [{code: 'Enter it'}])})),
      {'checks any values without an exception': 'An issue has no code: "Enter it"'},
      {refused: []},
    ],
    [
      'an issue with what is no variable',
      bound(() => ({
        check: ({pin}: Record<string, string>) => (pin ? [] : [{code: 'pin_length', key: 'x'}]),
      })),
      {'checks any values without an exception': 'pin_length is at "x", which is no variable'},
      {refused: []},
    ],
    [
      'an issue that repeats a secret',
      bound(({check}) => ({
        check: (values: Readonly<Record<string, string>>) =>
          check!(values).map((issue) => ({...issue, params: {pin: String(values['pin'])}})),
      })),
      {'repeats no secret in what it finds wrong': 'An issue holds the value of a secret'},
    ],
    [
      'no name',
      pin,
      {
        'has words for its name, its variables and what it finds wrong':
          'messages.kinds has no name for "pin"',
      },
      {messages: {...samples.messages, kinds: {}}},
    ],
    [
      'a variable without a label',
      pin,
      {
        'has words for its name, its variables and what it finds wrong':
          '"pin" has no label: none of its own, none in messages.kinds',
      },
      {messages: {...samples.messages, kinds: {pin: {name: 'PIN'}}}},
    ],
    [
      'a code without words',
      pin,
      {
        'has words for its name, its variables and what it finds wrong':
          'messages.issues has no words for "pin_length"',
      },
      {messages: {kinds: samples.messages!.kinds!}},
    ],
    [
      'words that throw',
      pin,
      {
        'has words for its name, its variables and what it finds wrong':
          'The words for "pin_length" are none',
      },
      {
        messages: {
          ...samples.messages,
          issues: {
            pin_length: () => {
              throw new Error('Oh');
            },
          },
        },
      },
    ],
    [
      'no samples',
      pin,
      {
        'makes a method of each valid definition': 'There has to be a valid sample',
        'marks its secrets, and no others': 'No sample has the secret "pin"',
      },
      {valid: []},
    ],
  ];
  for (const [what, kind, failures, given] of broken) {
    it(`is broken by ${what}`, async () => {
      const found = await failuresOf(kind, given);
      expect(Object.keys(found).toSorted()).to.eql(Object.keys(failures).toSorted());
      for (const [name, message] of Object.entries(failures)) {
        expect(found[name]?.slice(0, message.length)).to.equal(message);
      }
    });
  }
});
