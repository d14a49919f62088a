import {expect} from '@open-wc/testing';
import {
  builtIns,
  parseConnector,
  validateCredential,
  type ExistingCredential,
  type MethodKind,
} from '../../src/core.js';
import {connectorWith, customWith} from '../support/model.js';

type Values = Readonly<Record<string, unknown>>;

const credentialOf = (values: unknown, more: object = {}) => ({
  connectorId: 'acme',
  methodId: 'only',
  type: 'custom',
  values,
  ...more,
});

/** The issues as `code path`, or the values of the credential. */
function judged(connector: unknown, input: unknown, options: object = {}) {
  const validation = validateCredential(connector, input, options);
  return validation.ok
    ? {values: validation.credential.values}
    : {issues: validation.issues.map(({code, path}) => `${code} ${path}`)};
}

const judgedValues = (variables: readonly object[], values: unknown) =>
  judged(customWith(...variables), credentialOf(values));

describe('validateCredential', () => {
  describe('the whole', () => {
    const connector = customWith({key: 'a', required: true});

    it('returns the credential, frozen', () => {
      const input = credentialOf({a: 'x'});
      const validation = validateCredential(connector, input);
      expect(validation).to.deep.equal({ok: true, credential: input});
      if (!validation.ok) return;
      expect(validation.credential).not.to.equal(input);
      expect(validation.credential).to.be.frozen;
      expect(validation.credential.values).to.be.frozen;
    });

    it('takes a definition, what was parsed of it, and the connector in that', () => {
      const result = parseConnector(connector);
      for (const definition of [connector, result, result.connector]) {
        expect(judged(definition, credentialOf({a: 'x'}))).to.deep.equal({values: {a: 'x'}});
        expect(judged(definition, credentialOf({}))).to.deep.equal({
          issues: ['field_required /values/a'],
        });
      }
    });

    it('returns frozen issues with all their facts', () => {
      const validation = validateCredential(
        customWith({key: 'a/b', maxLength: 1}),
        credentialOf({'a/b': 'xy'}),
      );
      expect(validation).to.deep.equal({
        ok: false,
        issues: [
          {code: 'field_too_long', key: 'a/b', params: {maxLength: 1}, path: '/values/a~1b'},
        ],
      });
      if (validation.ok) return;
      expect(validation.issues).to.be.frozen;
      expect(validation.issues[0]).to.be.frozen;
    });

    const broken: readonly [string, unknown][] = [
      ['undefined', undefined],
      ['null', null],
      ['a text', 'credential'],
      ['a list', [credentialOf({a: 'x'})]],
      ['no values', {connectorId: 'acme', methodId: 'only', type: 'custom'}],
      ['values that are a list', credentialOf(['x'])],
      ['values that are null', credentialOf(null)],
      ['a value that is not JSON', credentialOf({a: 'x', b: () => 1})],
      ['a reserved name', JSON.parse('{"connectorId": "acme", "__proto__": {}, "values": {}}')],
      [
        'a reserved name among its values',
        credentialOf(JSON.parse('{"a": "x", "__proto__": "y"}')),
      ],
      [
        'a getter that throws',
        {
          get values() {
            throw new Error('secret');
          },
        },
      ],
      ['a value that is too long', credentialOf({a: 'x'.repeat(5_000_001)})],
    ];
    for (const [name, input] of broken) {
      it(`refuses ${name}`, () => {
        expect(judged(connector, input)).to.deep.equal({issues: ['credential_invalid ']});
      });
    }

    it('refuses anything when the definition is unusable', () => {
      for (const definition of [undefined, null, 'x', {}, {...connector, id: 5}]) {
        expect(judged(definition, credentialOf({a: 'x'}))).to.deep.equal({
          issues: ['credential_invalid '],
        });
      }
    });

    const wrong: readonly [string, object, string][] = [
      ['the id of another connector', {connectorId: 'other'}, 'credential_connector /connectorId'],
      ['no id of a connector', {connectorId: undefined}, 'credential_connector /connectorId'],
      ['the id of another method', {methodId: 'other'}, 'credential_method /methodId'],
      ['an id of a method that is no text', {methodId: ['only']}, 'credential_method /methodId'],
      ['no id of a method', {methodId: undefined}, 'credential_method /methodId'],
      ['another type', {type: 'basic'}, 'credential_type /type'],
      ['no type', {type: undefined}, 'credential_type /type'],
      ['an unknown property', {secret: 'x'}, 'credential_unexpected /secret'],
      ['a property of every object', {toString: 'x'}, 'credential_unexpected /toString'],
      ['kept secrets though nothing is edited', {kept: []}, 'credential_unexpected /kept'],
      ['cleared secrets though nothing is edited', {cleared: []}, 'credential_unexpected /cleared'],
    ];
    for (const [name, more, issue] of wrong) {
      it(`refuses ${name}`, () => {
        expect(judged(connector, credentialOf({a: 'x'}, more))).to.deep.equal({issues: [issue]});
      });
    }

    it('tells all of that at once, and nothing about the values then', () => {
      const input = credentialOf({}, {connectorId: 'x', methodId: 'y', more: 1});
      expect(judged(connector, input)).to.deep.equal({
        issues: [
          'credential_connector /connectorId',
          'credential_method /methodId',
          'credential_unexpected /more',
        ],
      });
    });

    it('refuses a method that cannot be used', () => {
      const input = credentialOf({}, {methodId: 'sso', type: 'saml'});
      expect(judged(connectorWith({id: 'sso', type: 'saml'}), input)).to.deep.equal({
        issues: ['credential_method /methodId'],
      });
    });

    it('tells two methods of one type apart by their id', () => {
      const definition = connectorWith(
        {id: 'a', type: 'token'},
        {id: 'b', type: 'token', variables: [{key: 'token', pattern: {regex: 'b+'}}]},
      );
      const given = (methodId: string) => ({
        ...credentialOf({token: 'aaa'}, {methodId}),
        type: 'token',
      });
      expect(judged(definition, given('a'))).to.deep.equal({values: {token: 'aaa'}});
      expect(judged(definition, given('b'))).to.deep.equal({
        issues: ['field_pattern /values/token'],
      });
    });
  });

  describe('values', () => {
    const table: readonly [string, readonly object[], Values, object][] = [
      ['keep texts as they are', [{key: 'a'}], {a: ' x\n'}, {values: {a: ' x\n'}}],
      ['leave out an empty optional', [{key: 'a'}], {a: ''}, {values: {}}],
      ['leave out an optional of blanks', [{key: 'a'}], {a: '  '}, {values: {}}],
      ['keep a secret of blanks', [{key: 'a', secret: true}], {a: ' '}, {values: {a: ' '}}],
      [
        'need what is required',
        [{key: 'a', required: true}],
        {},
        {issues: ['field_required /values/a']},
      ],
      [
        'take blanks for nothing',
        [{key: 'a', required: true}],
        {a: ' '},
        {issues: ['field_required /values/a']},
      ],
      ['have no default of their own', [{key: 'a', default: 'x'}], {}, {values: {}}],
      [
        'always hold a boolean',
        [{key: 'a', type: 'boolean', default: true}],
        {},
        {values: {a: false}},
      ],
      [
        'hold a boolean that is required',
        [{key: 'a', type: 'boolean', required: true}],
        {},
        {values: {a: false}},
      ],
      ['keep true', [{key: 'a', type: 'boolean'}], {a: true}, {values: {a: true}}],
      [
        'refuse a text for a boolean',
        [{key: 'a', type: 'boolean'}],
        {a: 'true'},
        {issues: ['field_type /values/a']},
      ],
      ['hold numbers', [{key: 'a', type: 'number'}], {a: 0}, {values: {a: 0}}],
      [
        'refuse a text for a number',
        [{key: 'a', type: 'number'}],
        {a: '5'},
        {issues: ['field_number /values/a']},
      ],
      ['refuse a number for a text', [{key: 'a'}], {a: 5}, {issues: ['field_type /values/a']}],
      ['refuse null', [{key: 'a'}], {a: null}, {issues: ['field_type /values/a']}],
      ['refuse a list', [{key: 'a'}], {a: ['x']}, {issues: ['field_type /values/a']}],
      ['refuse an object', [{key: 'a'}], {a: {b: 1}}, {issues: ['field_type /values/a']}],
      [
        'hold several choices, in any order',
        [{key: 'a', type: 'multiselect', options: [{value: 'x'}, {value: 'y'}]}],
        {a: ['y', 'x']},
        {values: {a: ['y', 'x']}},
      ],
      [
        'refuse a choice that is not offered',
        [{key: 'a', type: 'multiselect', options: [{value: 'x'}]}],
        {a: ['x', 'z']},
        {issues: ['field_option /values/a']},
      ],
      [
        'leave out a list without entries',
        [
          {key: 'a', type: 'multiselect', options: [{value: 'x'}]},
          {key: 'b', type: 'keyvalue'},
        ],
        {a: [], b: []},
        {values: {}},
      ],
      [
        'ask for a list without entries that is required',
        [
          {key: 'a', type: 'multiselect', required: true, options: [{value: 'x'}]},
          {key: 'b', type: 'keyvalue', required: true},
        ],
        {a: [], b: []},
        {issues: ['field_required /values/a', 'field_required /values/b']},
      ],
      [
        'hold pairs, in their order and with names that repeat',
        [{key: 'a', type: 'keyvalue'}],
        {
          a: [
            ['n', 'v'],
            ['n', ''],
          ],
        },
        {
          values: {
            a: [
              ['n', 'v'],
              ['n', ''],
            ],
          },
        },
      ],
      [
        'refuse pairs that are an object',
        [{key: 'a', type: 'keyvalue'}],
        {a: {n: 'v'}},
        {issues: ['field_type /values/a']},
      ],
      [
        'refuse a pair without a name',
        [{key: 'a', type: 'keyvalue'}],
        {a: [['', 'v']]},
        {issues: ['field_pair_name /values/a']},
      ],
      [
        'refuse a file in Base64 that is none',
        [{key: 'a', type: 'file', encoding: 'base64'}],
        {a: 'QUI'},
        {issues: ['field_format /values/a']},
      ],
      [
        'refuse other choices than those that are fixed',
        [
          {
            key: 'a',
            type: 'multiselect',
            options: [{value: 'x'}, {value: 'y'}],
            configurable: false,
            default: ['x'],
          },
        ],
        {a: ['y']},
        {issues: ['field_fixed /values/a']},
      ],
      ['take undefined for nothing', [{key: 'a'}], {a: undefined}, {values: {}}],
      [
        'refuse what is not asked for',
        [{key: 'a'}],
        {b: 'x'},
        {issues: ['field_unexpected /values/b']},
      ],
      ['refuse even an empty value of that', [], {b: ''}, {issues: ['field_unexpected /values/b']}],
      [
        'refuse the name of every object',
        [],
        {toString: 'x'},
        {issues: ['field_unexpected /values/toString']},
      ],
      [
        'tell everything at once, in the order of the variables',
        [
          {key: 'a', required: true},
          {key: 'b', type: 'number'},
        ],
        {c: 'x', b: 'y'},
        {
          issues: [
            'field_required /values/a',
            'field_number /values/b',
            'field_unexpected /values/c',
          ],
        },
      ],
      [
        'hold what is fixed',
        [{key: 'a', configurable: false, default: 'x'}],
        {},
        {values: {a: 'x'}},
      ],
      [
        'may say what is fixed',
        [{key: 'a', configurable: false, default: 'x'}],
        {a: 'x'},
        {values: {a: 'x'}},
      ],
      [
        'refuse anything else than what is fixed',
        [{key: 'a', configurable: false, default: 'x'}],
        {a: 'y'},
        {issues: ['field_fixed /values/a']},
      ],
      [
        'refuse nothing in place of what is fixed',
        [{key: 'a', configurable: false, default: 'x'}],
        {a: ''},
        {issues: ['field_fixed /values/a']},
      ],
      [
        'hold a fixed boolean',
        [{key: 'a', type: 'boolean', configurable: false, default: true}],
        {},
        {values: {a: true}},
      ],
      [
        'take anything where what cannot be configured has no default',
        [{key: 'a', configurable: false}],
        {a: 'x'},
        {values: {a: 'x'}},
      ],
      [
        'run no pattern that is unsafe',
        [{key: 'a', pattern: {regex: '(a+)+b'}}],
        {a: 'x'},
        {values: {a: 'x'}},
      ],
    ];
    for (const [name, variables, values, outcome] of table) {
      it(name, () => {
        expect(judgedValues(variables, values)).to.deep.equal(outcome);
      });
    }

    it('stand in the order of the variables', () => {
      const variables = [{key: 'b'}, {key: 'c', configurable: false, default: 'z'}, {key: 'a'}];
      const {values} = judgedValues(variables, {a: 'x', b: 'y'});
      expect(Object.keys(values!)).to.deep.equal(['b', 'c', 'a']);
    });
  });

  describe('values that depend on others', () => {
    const variables = [
      {key: 'mode', type: 'select', options: [{value: 'cloud'}, {value: 'own'}], required: true},
      {key: 'host', required: true, visibleWhen: {key: 'mode', equals: 'own'}},
      {
        key: 'port',
        type: 'number',
        default: 443,
        configurable: false,
        visibleWhen: {key: 'host', in: ['a', 'b']},
      },
      {key: 'tls', type: 'boolean', visibleWhen: {key: 'mode', equals: 'own'}},
    ];

    const table: readonly [string, Values, object][] = [
      ['are not asked for while they are hidden', {mode: 'cloud'}, {values: {mode: 'cloud'}}],
      [
        'are refused while they are hidden',
        {mode: 'cloud', host: 'a'},
        {issues: ['field_unexpected /values/host']},
      ],
      [
        'are refused while they are hidden, booleans and empty ones too',
        {mode: 'cloud', host: '', tls: false},
        {issues: ['field_unexpected /values/host', 'field_unexpected /values/tls']},
      ],
      [
        'are required when they are shown',
        {mode: 'own'},
        {issues: ['field_required /values/host']},
      ],
      [
        'are hidden by one that is shown with another value',
        {mode: 'own', host: 'c'},
        {values: {mode: 'own', host: 'c', tls: false}},
      ],
      [
        'are fixed when they are shown',
        {mode: 'own', host: 'b'},
        {values: {mode: 'own', host: 'b', port: 443, tls: false}},
      ],
      [
        'are hidden by one that is hidden, whatever it holds',
        {mode: 'cloud', host: 'a', port: 443},
        {issues: ['field_unexpected /values/host', 'field_unexpected /values/port']},
      ],
    ];
    for (const [name, values, outcome] of table) {
      it(name, () => {
        expect(judgedValues(variables, values)).to.deep.equal(outcome);
      });
    }

    it('depend on a boolean that was not given as on false', () => {
      const variables = [
        {key: 'a', type: 'boolean'},
        {key: 'b', visibleWhen: {key: 'a', equals: false}},
      ];
      expect(judgedValues(variables, {b: 'x'})).to.deep.equal({values: {a: false, b: 'x'}});
    });

    it('are never asked for in a circle', () => {
      const variables = [
        {key: 'a', required: true, visibleWhen: {key: 'b', equals: 'x'}},
        {key: 'b', required: true, visibleWhen: {key: 'a', equals: 'x'}},
      ];
      expect(judgedValues(variables, {})).to.deep.equal({values: {}});
      expect(judgedValues(variables, {a: 'x', b: 'x'})).to.deep.equal({
        issues: ['field_unexpected /values/a', 'field_unexpected /values/b'],
      });
    });
  });

  describe('of a connection that is edited', () => {
    const connector = connectorWith(
      {
        id: 'only',
        type: 'custom',
        variables: [
          {key: 'store'},
          {key: 'token', secret: true, required: true},
          {key: 'backup', secret: true},
          {key: 'extra', secret: true, visibleWhen: {key: 'store', equals: 'x'}},
        ],
      },
      {id: 'other', type: 'custom', variables: [{key: 'token', secret: true, required: true}]},
    );
    const existing: ExistingCredential = {
      methodId: 'only',
      values: {store: 'x'},
      stored: ['token', 'backup'],
    };
    const change = (values: Values, kept: unknown, cleared: unknown, more: object = {}) =>
      credentialOf(values, {kept, cleared, ...more});
    const judgedChange = (input: unknown, given: ExistingCredential = existing) =>
      judged(connector, input, {existing: given});

    it('returns what was kept and cleared', () => {
      const input = change({store: 'y'}, ['token'], ['backup']);
      const validation = validateCredential(connector, input, {existing});
      expect(validation).to.deep.equal({ok: true, credential: input});
      if (!validation.ok) return;
      expect(validation.credential.kept).to.be.frozen;
      expect(validation.credential.cleared).to.be.frozen;
    });

    const table: readonly [string, unknown, object][] = [
      ['all kept', change({}, ['token', 'backup'], []), {values: {}}],
      ['all kept, in any order', change({}, ['backup', 'token'], []), {values: {}}],
      ['one replaced', change({token: 'new'}, ['backup'], []), {values: {token: 'new'}}],
      [
        'all replaced',
        change({token: 'new', backup: 'b'}, [], []),
        {values: {token: 'new', backup: 'b'}},
      ],
      ['one cleared', change({}, ['token'], ['backup']), {values: {}}],
      [
        'one cleared that is required',
        change({}, ['backup'], ['token']),
        {issues: ['field_required /values/token']},
      ],
      [
        'one without a fate',
        change({}, ['token'], []),
        {issues: ['credential_stored /values/backup']},
      ],
      [
        'one kept and replaced',
        change({token: 'new'}, ['token', 'backup'], []),
        {issues: ['credential_stored /values/token']},
      ],
      [
        'one cleared and replaced',
        change({backup: 'new'}, ['token'], ['backup']),
        {issues: ['credential_stored /values/backup']},
      ],
      [
        'one kept twice',
        change({}, ['token', 'token', 'backup'], []),
        {issues: ['credential_stored /kept/1']},
      ],
      [
        'one kept and cleared',
        change({}, ['token', 'backup'], ['backup']),
        {issues: ['credential_stored /cleared/0']},
      ],
      [
        'one that is not stored',
        change({}, ['token', 'backup', 'extra'], []),
        {issues: ['credential_stored /kept/2']},
      ],
      [
        'one that is no secret',
        change({}, ['store', 'token', 'backup'], []),
        {issues: ['credential_stored /kept/0']},
      ],
      [
        'a key that is no text',
        change({}, ['token', 'backup', 5], []),
        {issues: ['credential_stored /kept/2']},
      ],
      [
        'no list of kept ones',
        change({token: 'a', backup: 'b'}, undefined, []),
        {
          issues: ['credential_stored /kept'],
        },
      ],
      [
        'no list of cleared ones',
        change({}, ['token', 'backup'], 'none'),
        {
          issues: ['credential_stored /cleared'],
        },
      ],
      [
        'an unknown property',
        change({}, ['token', 'backup'], [], {secret: 1}),
        {
          issues: ['credential_unexpected /secret'],
        },
      ],
      [
        'a bad value beside',
        change({store: 5}, ['token', 'backup'], []),
        {issues: ['field_type /values/store']},
      ],
    ];
    for (const [name, input, outcome] of table) {
      it(`judges stored secrets with ${name}`, () => {
        expect(judgedChange(input)).to.deep.equal(outcome);
      });
    }

    it('may keep a stored secret that is hidden', () => {
      const given = {...existing, stored: ['token', 'extra']};
      expect(judgedChange(change({store: 'y'}, ['token', 'extra'], []), given)).to.deep.equal({
        values: {store: 'y'},
      });
    });

    it('knows no stored secrets after a switch to another method', () => {
      const switched = {methodId: 'other'};
      expect(judgedChange(change({token: 'new'}, [], [], switched))).to.deep.equal({
        values: {token: 'new'},
      });
      expect(judgedChange(change({}, [], [], switched))).to.deep.equal({
        issues: ['field_required /values/token'],
      });
      expect(judgedChange(change({}, ['token'], [], switched))).to.deep.equal({
        issues: ['credential_stored /kept/0', 'field_required /values/token'],
      });
    });

    it('forgets stored keys that the method no longer has', () => {
      const given = {...existing, stored: ['token', 'retired']};
      expect(judgedChange(change({}, ['token'], []), given)).to.deep.equal({values: {}});
    });

    it('needs no secret that is stored, but applies the rules to a new one', () => {
      const definition = customWith({key: 'a', secret: true, required: true, minLength: 5});
      const given = {methodId: 'only', values: {}, stored: ['a']};
      const judgedIt = (input: unknown) => judged(definition, input, {existing: given});
      expect(judgedIt(change({}, ['a'], []))).to.deep.equal({values: {}});
      expect(judgedIt(change({a: 'x'}, [], []))).to.deep.equal({
        issues: ['field_too_short /values/a'],
      });
    });

    it('holds no value for a stored secret that is kept, not even that of a box left unticked', () => {
      const definition = customWith({key: 'a', type: 'boolean', secret: true});
      const given = {methodId: 'only', values: {}, stored: ['a']};
      expect(judged(definition, change({}, ['a'], []), {existing: given})).to.deep.equal({
        values: {},
      });
    });

    it('has exactly one fate for a stored secret that the definition fixes now', () => {
      const definition = customWith({key: 'a', secret: true, configurable: false, default: 'x'});
      const given = {methodId: 'only', values: {}, stored: ['a']};
      const judgedIt = (input: unknown) => judged(definition, input, {existing: given});
      expect(judgedIt(change({a: 'x'}, [], []))).to.deep.equal({values: {a: 'x'}});
      expect(judgedIt(change({}, [], []))).to.deep.equal({values: {a: 'x'}});
      expect(judgedIt(change({}, ['a'], []))).to.deep.equal({
        issues: ['credential_stored /kept/0'],
      });
    });
  });

  describe('the check of a kind', () => {
    const judgedBy = (bind: MethodKind['bind'], values: Values = {}) =>
      judged(connectorWith({id: 'only', type: 'pin'}), credentialOf(values, {type: 'pin'}), {
        registry: builtIns.with({type: 'pin', bind}),
      });
    const variables = [{key: 'pin', required: true}];

    it('finds what the rules of single variables cannot say', () => {
      const check = ({pin}: Values) =>
        pin === '1234' ? [{code: 'pin_simple', key: 'pin'}, {code: 'pin_odd'}] : [];
      expect(judgedBy(() => ({variables, check}), {pin: '1234'})).to.deep.equal({
        issues: ['pin_simple /values/pin', 'pin_odd /values'],
      });
      expect(judgedBy(() => ({variables, check}), {pin: '4711'})).to.deep.equal({
        values: {pin: '4711'},
      });
    });

    it('is not asked about values that break their own rules', () => {
      let asked = false;
      const check = () => {
        asked = true;
        return [{code: 'pin_odd'}];
      };
      expect(judgedBy(() => ({variables, check}))).to.deep.equal({
        issues: ['field_required /values/pin'],
      });
      expect(asked).to.be.false;
    });

    const failing: readonly [string, () => unknown][] = [
      [
        'throws',
        () => {
          throw new Error('hunter2');
        },
      ],
      ['returns a promise', () => Promise.resolve([])],
      ['returns no list', () => true],
    ];
    for (const [name, check] of failing) {
      it(`refuses the credential when it ${name}`, () => {
        const outcome = judgedBy(() => ({variables, check: check as () => []}), {pin: 'hunter2'});
        expect(outcome).to.deep.equal({issues: ['credential_invalid /values']});
      });
    }

    it('has no complaint when it returns nothing', () => {
      const check = (() => undefined) as unknown as () => [];
      expect(judgedBy(() => ({variables, check}), {pin: 'x'})).to.deep.equal({values: {pin: 'x'}});
    });
  });

  it('never repeats a value in its issues', () => {
    const secret = 'hunter2-hunter2';
    const connector = customWith(
      {key: 'a', secret: true, maxLength: 3},
      {key: 'b', secret: true, type: 'number'},
      {key: 'c', type: 'select', options: [{value: 'x'}]},
      {key: 'd', pattern: {regex: 'x'}},
      {key: 'e', format: 'uuid'},
      {key: 'f', configurable: false, default: 'x'},
    );
    const values = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => [key, secret]),
    );
    const validation = validateCredential(connector, credentialOf(values));
    expect(validation.ok ? [] : validation.issues).to.have.lengthOf(7);
    expect(JSON.stringify(validation)).not.to.include('hunter2');
  });
});
