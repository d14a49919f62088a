import {expect} from '@open-wc/testing';
import {
  builtIns,
  createMethodRegistry,
  defineMethodKind,
  parseConnector,
  type Connector,
  type MethodKind,
} from '../../src/core.js';
import {DEFAULT_LIMITS} from '../../src/model/limits.js';
import {readConnector} from '../../src/model/read-connector.js';
import {connectorWith, customWith, methodOf, parsed, summaryOf} from '../support/model.js';

const token = {id: 'token', type: 'token'};

const statuses = (connector: Connector | undefined) =>
  connector?.methods.map(({id, status}) => `${id} ${status}`);

const reasonOf = (connector: Connector | undefined, index = 0) => {
  const method = connector?.methods[index];
  return method?.status === 'unavailable' ? method.reason : undefined;
};

describe('readConnector', () => {
  describe('the root', () => {
    it('reads what all connectors have', () => {
      const {connector, found} = parsed({
        version: 1,
        id: 'acme',
        name: {en: 'Acme'},
        logo: 'https://acme.example/logo.svg',
        docs: 'https://acme.example/docs',
        methods: [],
      });
      expect(connector).to.deep.equal({
        id: 'acme',
        name: {en: 'Acme'},
        logo: 'https://acme.example/logo.svg',
        docs: 'https://acme.example/docs',
        methods: [],
      });
      expect(found).to.deep.equal([]);
    });

    const unusable: readonly [string, unknown, readonly string[]][] = [
      ['undefined', undefined, ['error definition_invalid ']],
      ['null', null, ['error definition_invalid ']],
      ['a text', '{}', ['error definition_invalid ']],
      ['a number', 1, ['error definition_invalid ']],
      ['a list', [], ['error definition_invalid ']],
      ['a function', () => ({}), ['error definition_invalid ']],
      [
        'an empty object',
        {},
        [
          'error definition_invalid /id',
          'error definition_invalid /name',
          'error definition_invalid /methods',
        ],
      ],
      ['an id that is no text', {...connectorWith(), id: 5}, ['error definition_invalid /id']],
      ['an id with a space', {...connectorWith(), id: 'a b'}, ['error definition_invalid /id']],
      ['a name that is no text', {...connectorWith(), name: 5}, ['error definition_invalid /name']],
      [
        'a name with a language that has no text',
        {...connectorWith(), name: {en: 5}},
        ['error definition_invalid /name/en'],
      ],
      [
        'no list of methods',
        {...connectorWith(), methods: {}},
        ['error definition_invalid /methods'],
      ],
      [
        'another version of the format',
        {...connectorWith(), version: 2},
        ['error definition_invalid /version'],
      ],
    ];
    for (const [name, input, found] of unusable) {
      it(`has no connector for ${name}`, () => {
        expect(parsed(input)).to.deep.equal({connector: undefined, found});
      });
    }

    it('warns about unknown properties, but not about those that begin with x-', () => {
      const {connector, found} = parsed({...connectorWith(), author: 'me', 'x-author': 'me'});
      expect(connector).to.deep.equal({id: 'acme', name: 'Acme', methods: []});
      expect(found).to.deep.equal(['warning definition_unknown_property /author']);
    });

    it('reports reserved names', () => {
      const {connector, found} = parsed(
        JSON.parse('{"id": "acme", "name": "Acme", "__proto__": {"logo": "x"}, "methods": []}'),
      );
      expect(connector).to.deep.equal({id: 'acme', name: 'Acme', methods: []});
      expect(found).to.deep.equal(['error definition_reserved_name /__proto__']);
    });

    it('leaves out unsafe links with a warning', () => {
      const {connector, found} = parsed({
        ...connectorWith({...token, icon: 'data:image/png,', docs: '//acme.example'}),
        logo: 'http://acme.example/logo.svg',
        docs: 'javascript:alert(1)',
      });
      expect(connector).not.to.have.any.keys('logo', 'docs');
      expect(connector?.methods[0]).not.to.have.any.keys('icon', 'docs');
      expect(statuses(connector)).to.deep.equal(['token available']);
      expect(found).to.deep.equal([
        'warning definition_unsafe_url /logo',
        'warning definition_unsafe_url /docs',
        'warning definition_unsafe_url /methods/0/icon',
        'warning definition_unsafe_url /methods/0/docs',
      ]);
    });
  });

  describe('names', () => {
    const bad = [
      '',
      'a b',
      'a\tb',
      'a\n',
      '{{a}}',
      'a}',
      '\0',
      '\u0085',
      '\ud800',
      'a'.repeat(129),
    ];
    const good = ['a', 'a.b-c_d:e/f', 'ключ', '😀', 'a'.repeat(128), 'toString'];

    for (const name of bad) {
      it(`refuses ${JSON.stringify(name.slice(0, 20))} as an id, a type and a key`, () => {
        expect(parsed({...connectorWith(), id: name}).connector).to.equal(undefined);
        for (const method of [
          {...token, id: name},
          {...token, type: name},
          {...token, variables: [{key: name}]},
        ]) {
          expect(reasonOf(parsed(connectorWith(method)).connector)).to.exist;
        }
      });
    }

    for (const name of good) {
      it(`accepts ${JSON.stringify(name.slice(0, 20))} as an id and a key`, () => {
        const {connector, found} = parsed({
          ...connectorWith({...token, id: name, variables: [{key: name}]}),
          id: name,
        });
        expect(found).to.deep.equal([]);
        expect(statuses(connector)).to.deep.equal([`${name} available`]);
      });
    }
  });

  describe('methods', () => {
    it('have what all methods have, and the variables of their kind', () => {
      const method = methodOf(
        connectorWith({
          id: 'token',
          type: 'token',
          name: 'Token',
          description: {en: 'Short'},
          icon: 'https://acme.example/icon.svg',
          docs: 'https://acme.example/token',
          recommended: true,
          deprecated: true,
        }),
      );
      expect(method).to.deep.equal({
        id: 'token',
        type: 'token',
        name: 'Token',
        description: {en: 'Short'},
        icon: 'https://acme.example/icon.svg',
        docs: 'https://acme.example/token',
        recommended: true,
        deprecated: true,
        status: 'available',
        variables: [{key: 'token', required: true, secret: true, locked: true, type: 'text'}],
        requestDefaults: {headers: {Authorization: 'Bearer {{token}}'}},
        settings: {},
      });
    });

    it('are neither recommended nor deprecated unless they say so', () => {
      expect(methodOf(connectorWith(token))).to.include({recommended: false, deprecated: false});
    });

    const unavailable: readonly [string, unknown, string, string, string][] = [
      ['is no object', 'token', ' ', 'definition_invalid', '/id'],
      ['is null', null, ' ', 'definition_invalid', '/id'],
      ['has no id', {type: 'token'}, ' token', 'definition_invalid', '/id'],
      ['has no type', {id: 'a'}, 'a ', 'definition_invalid', '/type'],
      [
        'has a name that is no text',
        {...token, name: 1},
        'token token',
        'definition_invalid',
        '/name',
      ],
      [
        'has an unknown type',
        {id: 'a', type: 'saml'},
        'a saml',
        'definition_unknown_type',
        '/type',
      ],
      [
        'has a type that is a name of every object',
        {id: 'a', type: 'toString'},
        'a toString',
        'definition_unknown_type',
        '/type',
      ],
      [
        'has a reserved id',
        {...token, id: 'constructor'},
        'constructor token',
        'definition_reserved_name',
        '/id',
      ],
      [
        'holds a reserved name',
        JSON.parse('{"id": "token", "type": "token", "__proto__": {}}'),
        'token token',
        'definition_reserved_name',
        '/__proto__',
      ],
      [
        'holds something that is not JSON',
        {...token, 'x-note': () => 1},
        'token token',
        'definition_invalid',
        '/x-note',
      ],
      [
        'has variables that are no list',
        {...token, variables: {}},
        'token token',
        'definition_invalid',
        '/variables',
      ],
      [
        'has a variable that is no object',
        {...token, variables: ['store']},
        'token token',
        'definition_invalid',
        '/variables/0',
      ],
      [
        'has a variable without a key',
        {...token, variables: [{label: 'Store'}]},
        'token token',
        'definition_invalid',
        '/variables/0/key',
      ],
      [
        'has a variable with a reserved key',
        {...token, variables: [{key: 'prototype'}]},
        'token token',
        'definition_reserved_name',
        '/variables/0/key',
      ],
      [
        'has a variable of an unknown type',
        {...token, variables: [{key: 'a', type: 'color'}]},
        'token token',
        'definition_invalid',
        '/variables/0/type',
      ],
      [
        'has a select without options',
        {...token, variables: [{key: 'a', type: 'select'}]},
        'token token',
        'definition_invalid',
        '/variables/0/options',
      ],
      [
        'has a select whose list of options is empty',
        {...token, variables: [{key: 'a', type: 'select', options: []}]},
        'token token',
        'definition_invalid',
        '/variables/0/options',
      ],
      [
        'has a length that is no whole number',
        {...token, variables: [{key: 'a', maxLength: 1.5}]},
        'token token',
        'definition_invalid',
        '/variables/0/maxLength',
      ],
      [
        'has a negative length',
        {...token, variables: [{key: 'a', minLength: -1}]},
        'token token',
        'definition_invalid',
        '/variables/0/minLength',
      ],
      [
        'uses a variable that the connector does not have',
        {...token, variables: [{use: 'region'}]},
        'token token',
        'definition_unknown_variable',
        '/variables/0/use',
      ],
      [
        'uses a variable and changes what must not change',
        {...token, variables: [{use: 'store', label: 5}]},
        'token token',
        'definition_invalid',
        '/variables/0/label',
      ],
      [
        'shows a variable by another that it does not have',
        {...token, variables: [{key: 'a', visibleWhen: {key: 'b', equals: 1}}]},
        'token token',
        'definition_unknown_variable',
        '/variables',
      ],
    ];
    for (const [name, method, identity, code, path] of unavailable) {
      it(`stay in the list as unavailable when one ${name}, and the others work`, () => {
        const {connector, found} = parsed({
          ...connectorWith({...token, id: 'first'}, method, {...token, id: 'last'}),
          variables: [{key: 'store'}],
        });
        expect(statuses(connector)).to.deep.equal([
          'first available',
          `${identity.split(' ')[0]!} unavailable`,
          'last available',
        ]);
        expect(connector?.methods[1]?.type).to.equal(identity.split(' ')[1]);
        expect(reasonOf(connector, 1)).to.include({
          code,
          severity: 'error',
          path: `/methods/1${path}`,
        });
        expect(found).to.include(`error ${code} /methods/1${path}`);
      });
    }

    it('keep what can be shown of them when they are unavailable', () => {
      const {connector} = parsed(
        connectorWith({id: 'sso', type: 'saml', name: 'Single sign-on', recommended: true}),
      );
      expect(connector?.methods[0]).to.include({
        id: 'sso',
        type: 'saml',
        name: 'Single sign-on',
        recommended: true,
      });
    });

    const signIn = {id: 'a', type: 'oauth2-authorization-code'};
    const named: readonly (readonly [what: string, method: object, params: object])[] = [
      ['an unknown connector variable', {...token, variables: [{use: 'shop'}]}, {name: 'shop'}],
      [
        'what cannot be changed of a variable of the type',
        {...token, variables: [{key: 'token', type: 'file'}]},
        {name: 'type'},
      ],
      [
        'that a secret of the type stays one',
        {...token, variables: [{key: 'token', secret: false}]},
        {name: 'secret'},
      ],
      [
        'what there is nothing of',
        {...token, variables: [{key: 'b', type: 'select'}]},
        {expected: 'options'},
      ],
      [
        'a name that is reserved',
        {...token, variables: [{key: 'constructor'}]},
        {name: 'constructor'},
      ],
      [
        'a name that is there already',
        {...token, variables: [{key: 'b'}, {key: 'B'}]},
        {name: 'B'},
      ],
      [
        'the variable that an address does not have',
        {...signIn, authorizationUrl: 'https://{{shop}}.example.com/'},
        {name: 'shop'},
      ],
      [
        'the variable that must be an origin',
        {...signIn, authorizationUrl: '{{shop}}/', variables: [{key: 'shop'}]},
        {expected: 'origin', name: 'shop'},
      ],
    ];
    for (const [what, method, params] of named) {
      it(`name ${what}`, () => {
        const {diagnostics} = parseConnector(connectorWith(method));
        expect(diagnostics.map((diagnostic) => diagnostic.params)).to.deep.equal([params]);
      });
    }

    it('name the variable that is missing, and the one that is shown by it', () => {
      const {connector} = parsed(customWith({key: 'a', visibleWhen: {key: 'b', equals: true}}));
      expect(reasonOf(connector)?.params).to.deep.equal({name: 'b', usedBy: 'a'});
    });

    const unknown: readonly [string, object, string][] = [
      ['a method', {...token, nmae: 'Token'}, '/methods/0/nmae'],
      ['a method, though every object has it', {...token, toString: 'x'}, '/methods/0/toString'],
      [
        'a variable',
        {...token, variables: [{key: 'a', lable: 'A'}]},
        '/methods/0/variables/0/lable',
      ],
      [
        'an option',
        {
          ...token,
          variables: [{key: 'a', type: 'select', options: [{value: 'b', lable: 'B'}]}],
        },
        '/methods/0/variables/0/options/0/lable',
      ],
      [
        'a pattern',
        {...token, variables: [{key: 'a', pattern: {regex: 'b', flags: 'i'}}]},
        '/methods/0/variables/0/pattern/flags',
      ],
      [
        'a use',
        {...token, variables: [{use: 'store', secret: true}]},
        '/methods/0/variables/0/secret',
      ],
    ];
    for (const [name, method, path] of unknown) {
      it(`stay available when ${name} has an unknown property, with a warning`, () => {
        const {connector, found} = parsed({...connectorWith(method), variables: [{key: 'store'}]});
        expect(statuses(connector)).to.deep.equal(['token available']);
        expect(found).to.deep.equal([`warning definition_unknown_property ${path}`]);
      });
    }

    it('may carry properties that begin with x- anywhere', () => {
      const {found} = parsed(
        connectorWith({
          ...token,
          'x-a': [{}],
          variables: [
            {
              key: 'a',
              'x-b': 1,
              pattern: {regex: 'a', 'x-c': 1},
              options: [{value: 'b', 'x-d': 1}],
            },
          ],
        }),
      );
      expect(found).to.deep.equal([]);
    });

    const equalNames: readonly [string, string, string][] = [
      ['the same', 'key', 'key'],
      ['the same but for case', 'key', 'KEY'],
      // One letter against a letter and a combining mark.
      ['the same in another normal form', 'cl\u00e9', 'cle\u0301'],
    ];
    for (const [name, first, second] of equalNames) {
      it(`are unavailable when their id is ${name} as that of one before`, () => {
        const {connector, found} = parsed(
          connectorWith({...token, id: first}, {...token, id: second}, {...token, id: 'other'}),
        );
        expect(statuses(connector)).to.deep.equal([
          `${first} available`,
          `${second} unavailable`,
          'other available',
        ]);
        expect(found).to.deep.equal(['error definition_duplicate_name /methods/1/id']);
      });

      it(`are unavailable when two of their keys are ${name}`, () => {
        const {connector, found} = parsed(customWith({key: first}, {key: second}));
        expect(statuses(connector)).to.deep.equal(['only unavailable']);
        expect(found).to.deep.equal(['error definition_duplicate_name /methods/0/variables/1/key']);
      });

      it(`are unavailable when a key of theirs is ${name} as that of a variable they use`, () => {
        const {connector, found} = parsed({
          ...customWith({use: first}, {key: second}),
          variables: [{key: first}],
        });
        expect(statuses(connector)).to.deep.equal(['only unavailable']);
        expect(found).to.deep.equal(['error definition_duplicate_name /methods/0/variables/1/key']);
      });
    }

    it('are unavailable when a key differs only in case from one that comes with the kind', () => {
      const {connector, found} = parsed(connectorWith({...token, variables: [{key: 'Token'}]}));
      expect(statuses(connector)).to.deep.equal(['token unavailable']);
      expect(found).to.deep.equal(['error definition_duplicate_name /methods/0/variables']);
    });

    it('are unavailable when they use a variable twice', () => {
      const {found} = parsed({
        ...customWith({use: 'store'}, {use: 'store'}),
        variables: [{key: 'store'}],
      });
      expect(found).to.deep.equal(['error definition_duplicate_name /methods/0/variables/1/use']);
    });

    it('of one type are told apart by their id', () => {
      const {connector, found} = parsed(connectorWith(token, {...token, id: 'second'}));
      expect(statuses(connector)).to.deep.equal(['token available', 'second available']);
      expect(found).to.deep.equal([]);
    });
  });

  describe('variables', () => {
    it('are texts unless they say otherwise', () => {
      const {variables} = methodOf(customWith({key: 'a'}, {key: 'b', type: 'number'}));
      expect(variables).to.deep.equal([
        {key: 'a', type: 'text'},
        {key: 'b', type: 'number'},
      ]);
    });

    it('lose an unsafe link with a warning', () => {
      const input = customWith({key: 'a', docs: 'http://acme.example'});
      expect(methodOf(input).variables).to.deep.equal([{key: 'a', type: 'text'}]);
      expect(parsed(input).found).to.deep.equal([
        'warning definition_unsafe_url /methods/0/variables/0/docs',
      ]);
    });

    it('that come with the kind stand first, in the order of the kind', () => {
      const {variables} = methodOf(
        connectorWith({id: 'a', type: 'basic', variables: [{key: 'store'}]}),
      );
      expect(variables.map(({key}) => key)).to.deep.equal(['username', 'password', 'store']);
    });

    it('that come with the kind stand where the method lists them', () => {
      const {variables} = methodOf(
        connectorWith({
          id: 'a',
          type: 'basic',
          variables: [{key: 'store'}, {key: 'username'}, {key: 'region'}],
        }),
      );
      expect(variables.map(({key}) => key)).to.deep.equal([
        'password',
        'store',
        'username',
        'region',
      ]);
    });

    it('that come with the kind take anything from an entry with their key', () => {
      const changes = {
        label: 'Consumer key',
        help: 'In the settings',
        example: 'ck_1',
        required: false,
        advanced: true,
        alias: 'consumer_key',
        default: 'ck_',
        minLength: 3,
        maxLength: 43,
        format: 'dns-label',
        prefix: 'a',
        suffix: 'b',
        autofill: 'login',
      };
      const [username] = methodOf(
        connectorWith({id: 'a', type: 'basic', variables: [{key: 'username', ...changes}]}),
      ).variables.filter(({key}) => key === 'username');
      expect(username).to.deep.equal({key: 'username', type: 'text', locked: true, ...changes});
    });

    it('that come with the kind keep their type and whether they are secret, with a warning', () => {
      const input = connectorWith({
        ...token,
        variables: [{key: 'token', type: 'multiline', secret: false, label: 'Key'}],
      });
      expect(methodOf(input).variables).to.deep.equal([
        {key: 'token', type: 'text', required: true, secret: true, locked: true, label: 'Key'},
      ]);
      expect(parsed(input).found).to.deep.equal([
        'warning definition_locked_property /methods/0/variables/0/type',
        'warning definition_locked_property /methods/0/variables/0/secret',
      ]);
    });

    it('that come with the kind may repeat their type and whether they are secret', () => {
      const {found} = parsed(
        connectorWith(
          {...token, variables: [{key: 'token', type: 'text', secret: true}]},
          {id: 'b', type: 'basic', variables: [{key: 'username', secret: false}]},
        ),
      );
      expect(found).to.deep.equal([]);
    });

    it('that come with the kind stay secret when a connector variable stands for them', () => {
      const input = {
        ...connectorWith({...token, variables: [{use: 'token', help: 'Shared'}]}),
        variables: [{key: 'token', type: 'multiline', label: 'Key'}],
      };
      expect(methodOf(input).variables).to.deep.equal([
        {
          key: 'token',
          type: 'text',
          required: true,
          secret: true,
          locked: true,
          shared: 'token',
          label: 'Key',
          help: 'Shared',
        },
      ]);
      expect(parsed(input).found).to.deep.equal([
        'warning definition_locked_property /methods/0/variables/0/type',
      ]);
    });
  });

  describe('connector variables', () => {
    const store = {key: 'store', label: 'Store', required: true, suffix: '.example'};

    it('are asked for by the methods that use them, and by no others', () => {
      const input = {
        ...connectorWith(
          {id: 'a', type: 'custom', variables: [{use: 'store'}]},
          {id: 'b', type: 'custom'},
        ),
        variables: [store, {key: 'unused', label: 'Unused'}],
      };
      expect(methodOf(input, 0).variables).to.deep.equal([
        {...store, type: 'text', shared: 'store'},
      ]);
      expect(methodOf(input, 1).variables).to.deep.equal([]);
    });

    it('can be changed by each method for itself', () => {
      const overrides = {
        label: 'Shop',
        help: 'Help',
        required: false,
        advanced: true,
        configurable: false,
        alias: 'shop',
        default: 'x',
      };
      const input = {
        ...connectorWith(
          {id: 'a', type: 'custom', variables: [{use: 'store', ...overrides}]},
          {id: 'b', type: 'custom', variables: [{use: 'store'}]},
        ),
        variables: [store],
      };
      expect(methodOf(input, 0).variables[0]).to.deep.equal({
        ...store,
        ...overrides,
        type: 'text',
        shared: 'store',
      });
      expect(methodOf(input, 1).variables[0]).to.include(store);
    });

    it('that cannot be read are unknown to the methods that use them', () => {
      const {connector, found} = parsed({
        ...connectorWith(
          {id: 'a', type: 'custom', variables: [{use: 'bad'}]},
          {id: 'b', type: 'custom', variables: [{use: 'store'}]},
        ),
        variables: [{key: 'bad', type: 'color'}, store, 'x'],
      });
      expect(statuses(connector)).to.deep.equal(['a unavailable', 'b available']);
      expect(found).to.deep.equal([
        'error definition_invalid /variables/0/type',
        'error definition_invalid /variables/2',
        'error definition_unknown_variable /methods/0/variables/0/use',
      ]);
    });

    it('with a reserved name inside are unknown to the methods that use them', () => {
      const {connector} = parsed({
        ...customWith({use: 'store'}),
        variables: [JSON.parse('{"key": "store", "__proto__": {"secret": true}}')],
      });
      expect(reasonOf(connector)).to.include({code: 'definition_unknown_variable'});
    });

    it('with the key of one before are reported; the first one counts', () => {
      const input = {
        ...customWith({use: 'store'}),
        variables: [store, {key: 'STORE', label: 'Other'}],
      };
      expect(methodOf(input).variables[0]).to.include({key: 'store', label: 'Store'});
      expect(parsed(input).found).to.deep.equal([
        'error definition_duplicate_name /variables/1/key',
      ]);
    });
  });

  describe('limits', () => {
    const limited = (input: unknown, limits: Partial<typeof DEFAULT_LIMITS>) => {
      const {connector, diagnostics} = parseConnector(input, {limits});
      return {connector, found: summaryOf(diagnostics), params: diagnostics.map((d) => d.params)};
    };

    it('leave out methods beyond them', () => {
      const input = connectorWith(token, {...token, id: 'b'}, {...token, id: 'c'});
      const {connector, found, params} = limited(input, {methods: 2});
      expect(statuses(connector)).to.deep.equal(['token available', 'b available']);
      expect(found).to.deep.equal(['error definition_limit_exceeded /methods']);
      expect(params).to.deep.equal([{limit: 'methods', maximum: 2}]);
      expect(limited(input, {methods: 3}).found).to.deep.equal([]);
    });

    it('make a method with more variables unavailable', () => {
      const input = connectorWith(
        {id: 'a', type: 'custom', variables: [{key: 'a'}, {key: 'b'}]},
        {id: 'b', type: 'custom', variables: [{key: 'a'}]},
      );
      const {connector, found} = limited(input, {variables: 1});
      expect(statuses(connector)).to.deep.equal(['a unavailable', 'b available']);
      expect(found).to.deep.equal(['error definition_limit_exceeded /methods/0/variables']);
    });

    it('leave out connector variables beyond them', () => {
      const {connector, found} = limited(
        {...customWith({use: 'b'}), variables: [{key: 'a'}, {key: 'b'}]},
        {variables: 1},
      );
      expect(statuses(connector)).to.deep.equal(['only unavailable']);
      expect(found).to.deep.equal([
        'error definition_limit_exceeded /variables',
        'error definition_unknown_variable /methods/0/variables/0/use',
      ]);
    });

    it('make a method with more options unavailable', () => {
      const options = [{value: 'a'}, {value: 'b'}];
      const input = customWith({key: 'a', type: 'select', options});
      expect(limited(input, {options: 2}).found).to.deep.equal([]);
      const {connector, found} = limited(input, {options: 1});
      expect(statuses(connector)).to.deep.equal(['only unavailable']);
      expect(found).to.deep.equal([
        'error definition_limit_exceeded /methods/0/variables/0/options',
      ]);
    });

    it('let nothing through that is too large or too deep', () => {
      const large = {...connectorWith(), 'x-large': 'a'.repeat(DEFAULT_LIMITS.size)};
      let deep: unknown = [];
      for (let depth = 0; depth < DEFAULT_LIMITS.depth; depth++) deep = [deep];
      for (const input of [large, {...connectorWith(), 'x-deep': deep}]) {
        expect(parsed(input)).to.deep.equal({
          connector: undefined,
          found: ['error definition_limit_exceeded '],
        });
      }
    });

    it('are wide enough for a thousand methods', () => {
      const methods = Array.from({length: 1000}, (_, index) => ({...token, id: `m${index}`}));
      const {connector, found} = parsed(connectorWith(...methods));
      expect(connector?.methods).to.have.lengthOf(1000);
      expect(found).to.deep.equal([]);
    });
  });

  describe('the result', () => {
    it('is frozen, and everything in it', () => {
      const result = parseConnector({
        ...connectorWith({...token, variables: [{use: 'store'}], nmae: 1}),
        variables: [{key: 'store', label: {en: 'Store'}, options: [{value: 'a'}]}],
      });
      const seen = new Set<object>();
      const visit = (value: unknown) => {
        if (typeof value !== 'object' || value === null) return;
        seen.add(value);
        expect(value).to.be.frozen;
        Object.values(value).forEach(visit);
      };
      visit(result);
      // The result, its two parts, the list of methods, a method, its variables and so on.
      expect(seen.size).to.be.above(12);
    });

    it('does not change when the definition is changed afterwards', () => {
      const variable = {key: 'a', label: 'A', options: [{value: 'x'}]};
      const input = customWith(variable);
      const method = methodOf(input);
      const before = structuredClone(method);
      variable.label = 'B';
      variable.options.push({value: 'y'});
      (input.methods as unknown[]).length = 0;
      expect(method).to.deep.equal(before);
    });

    it('does not change the definition', () => {
      const input = {...connectorWith({...token, docs: 'http://a', nmae: 1}), author: 'me'};
      const before = structuredClone(input);
      parseConnector(input);
      expect(input).to.deep.equal(before);
    });

    it('accepts a definition that is frozen', () => {
      const input = Object.freeze(connectorWith(Object.freeze({...token, nmae: 1})));
      expect(parsed(input).found).to.deep.equal([
        'warning definition_unknown_property /methods/0/nmae',
      ]);
    });

    it('is given back when it is read again, and so is the result of its connector', () => {
      for (const input of [connectorWith(token), 'nothing']) {
        const result = readConnector(builtIns, input);
        expect(readConnector(builtIns, result)).to.equal(result);
        if (result.connector) {
          expect(readConnector(builtIns, result.connector)).to.equal(result);
        }
      }
    });
  });

  describe('a kind of a third party', () => {
    const registryWith = (kind: MethodKind) => builtIns.with(kind);
    const method = {id: 'a', type: 'pin'};

    it('can be a plain object', () => {
      const check = () => [];
      const kind: MethodKind = {
        type: 'pin',
        bind: ({id}) => ({
          variables: [{key: 'pin', label: id, secret: true}],
          editor: 'acme-pin',
          check,
        }),
      };
      expect(methodOf(connectorWith(method), 0, registryWith(kind))).to.deep.equal({
        id: 'a',
        type: 'pin',
        recommended: false,
        deprecated: false,
        status: 'available',
        variables: [{key: 'pin', label: 'a', secret: true, type: 'text', locked: true}],
        editor: 'acme-pin',
        check,
      });
    });

    it('needs to bring nothing', () => {
      const kind: MethodKind = {type: 'pin', bind: () => ({})};
      expect(methodOf(connectorWith(method), 0, registryWith(kind)).variables).to.deep.equal([]);
    });

    it('is given the settings of the definition', () => {
      let seen: unknown;
      const kind: MethodKind = {
        type: 'pin',
        bind(definition) {
          seen = structuredClone(definition);
          return {};
        },
      };
      const input = {...method, length: 4, variables: [{key: 'a'}]};
      parsed(connectorWith(input), registryWith(kind));
      expect(seen).to.deep.equal(input);
    });

    it('takes the place of a built-in one of the same type', () => {
      const kind: MethodKind = {type: 'token', bind: () => ({variables: [{key: 'other'}]})};
      const {variables} = methodOf(connectorWith(token), 0, registryWith(kind));
      expect(variables.map(({key}) => key)).to.deep.equal(['other']);
    });

    it('makes its own method unavailable when it throws, and what it threw is not repeated', () => {
      const kind: MethodKind = {
        type: 'pin',
        bind() {
          throw new Error('hunter2');
        },
      };
      const registry = registryWith(kind);
      const {connector, found} = parsed(connectorWith(method, token), registry);
      expect(statuses(connector)).to.deep.equal(['a unavailable', 'token available']);
      expect(found).to.deep.equal(['error definition_invalid /methods/0']);
      expect(reasonOf(connector)?.params).to.deep.equal({expected: 'pin'});
      expect(JSON.stringify(connector)).not.to.include('hunter2');
    });

    it('makes its own method unavailable when it returns what is no binding', () => {
      const kind = {type: 'pin', bind: () => ({variables: [null]})} as unknown as MethodKind;
      const {connector} = parsed(connectorWith(method, token), registryWith(kind));
      expect(statuses(connector)).to.deep.equal(['a unavailable', 'token available']);
    });

    it('reports with paths from its method on', () => {
      const kind: MethodKind = {
        type: 'pin',
        bind: () => ({
          diagnostics: [
            {code: 'pin_short', severity: 'warning', path: '/length', params: {length: 1}},
            {code: 'pin_odd', severity: 'error', path: '', params: {}},
          ],
        }),
      };
      const {connector, found} = parsed(connectorWith(token, method), registryWith(kind));
      expect(found).to.deep.equal([
        'warning pin_short /methods/1/length',
        'error pin_odd /methods/1',
      ]);
      expect(reasonOf(connector, 1)).to.deep.equal({
        code: 'pin_odd',
        severity: 'error',
        path: '/methods/1',
        params: {},
      });
    });

    it('stays available with nothing but warnings', () => {
      const kind: MethodKind = {
        type: 'pin',
        bind: () => ({
          diagnostics: [{code: 'pin_short', severity: 'warning', path: '', params: {}}],
        }),
      };
      expect(statuses(parsed(connectorWith(method), registryWith(kind)).connector)).to.deep.equal([
        'a available',
      ]);
    });

    it('is unknown to a registry without it', () => {
      const kind = defineMethodKind({type: 'pin'});
      const only = createMethodRegistry(kind);
      const {connector, found} = parsed(connectorWith(method, token), only);
      expect(statuses(connector)).to.deep.equal(['a available', 'token unavailable']);
      expect(found).to.deep.equal(['error definition_unknown_type /methods/1/type']);
    });
  });
});
