import {expect, html} from '@open-wc/testing';
import * as fc from 'fast-check';
import {parseConnector, validateCredential, type Connector} from '../../src/core.js';
import {compilePattern} from '../../src/model/pattern.js';
import {bestTimeOf} from '../support/best-time.js';
import {definitions, damaged, garbage} from '../support/arbitrary.js';
import {formOf} from '../support/definitions.js';
import {mount, wordsOf, type Driver} from '../support/driver.js';
import {connectorWith, customWith} from '../support/model.js';
import {Recorder} from '../support/recorder.js';

/** The rows F1 to F12 of the fault matrix: definitions come from files that others can write. */

const show = (connector: unknown): Promise<Driver> =>
  mount(html`<keyslot-connect .connector=${connector}></keyslot-connect>`);

/** Chooses a method, and waits for the rules of its form. */
async function choose(use: Driver, name: string): Promise<void> {
  await use.choose(name);
  await use.ready();
}

/** Every diagnostic of a definition, as `code path`. */
const foundIn = (definition: unknown): readonly string[] =>
  parseConnector(definition).diagnostics.map(({code, path}) => `${code} ${path}`);

/** The credential that an element hands over, and what went wrong meanwhile. */
async function submitted(use: Driver) {
  const recorder = new Recorder();
  await use.submit();
  recorder.stop();
  return {credential: recorder.credentials[0], errors: recorder.errors};
}

const token = {id: 'token', type: 'token', name: 'Token'};

describe('F1 markup in the texts of a definition', () => {
  const scope = globalThis as {intruder?: unknown};
  const trap = 'https://keyslot-trap.invalid/x';
  const payloads = [
    `<script>globalThis.intruder = 1</script>`,
    `<img src=x onerror="globalThis.intruder = 1">`,
    `<img src="${trap}">`,
    `<svg onload="globalThis.intruder = 1"></svg>`,
    `<iframe src="${trap}"></iframe>`,
    `<link rel=stylesheet href="${trap}"><style>@import "${trap}"</style>`,
    `</label><form action="${trap}"><button>`,
    `"><b autofocus onfocus="globalThis.intruder = 1">`,
    `javascript:globalThis.intruder=1`,
    '${globalThis.intruder = 1}',
    '{{token}} {{constructor}}',
    '<!--',
    '<?lit$1$?>',
    '&lt;b&gt; &amp; \u0000',
  ];

  for (const payload of payloads) {
    it(`is shown as it was written: ${payload}`, async () => {
      delete scope.intruder;
      const use = await show({
        id: 'acme',
        name: payload,
        methods: [
          {
            id: 'only',
            type: 'custom',
            name: `${payload} 1`,
            description: `${payload} 2`,
            variables: [
              {key: 'a', label: `${payload} 3`, help: `${payload} 4`, example: `${payload} 5`},
              {key: 'b', label: 'B', prefix: `${payload} 6`, suffix: `${payload} 7`},
              {
                key: 'c',
                label: 'C',
                type: 'select',
                options: [
                  {
                    value: 'x',
                    label: `${payload} 8`,
                    description: `${payload} 9`,
                    group: `${payload} 10`,
                  },
                ],
              },
              {
                key: 'd',
                label: 'D',
                required: true,
                pattern: {regex: 'x', message: `${payload} 11`},
              },
            ],
          },
          token,
        ],
      });
      await choose(use, `${payload} 1`);
      await use.fill({D: 'y'});
      await use.submit();
      const group = use.root.querySelector('optgroup')!;
      const shown = [use.root.textContent, group.label, group.textContent].join('\n');
      for (let index = 1; index <= 11; index += 1) {
        expect(shown, String(index)).to.include(`${payload} ${index}`);
      }
      expect(
        use.root.querySelectorAll('script, img, svg, iframe, link, style, b, form form').length,
      ).to.equal(0);
      expect(scope.intruder).to.equal(undefined);
      const loaded = performance.getEntriesByType('resource').map(({name}) => name);
      expect(loaded.filter((name) => name.includes('keyslot-trap'))).to.deep.equal([]);
    });
  }
});

describe('F2 the addresses of a definition', () => {
  const unsafe = [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)//https://acme.example',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:image/svg+xml,<svg/>',
    '//evil.example/x',
    'http://acme.example/x',
    'https://user:password@acme.example/x',
    'https://acme.example\\@evil.example',
    '/relative',
    '',
    `https://acme.example/${'a'.repeat(100_000)}`,
  ];

  for (const address of unsafe) {
    it(`become neither link nor image: ${JSON.stringify(address.slice(0, 40))}`, async () => {
      const definition = {
        ...connectorWith(
          {...token, icon: address, docs: address, variables: [{key: 'token', docs: address}]},
          {...token, id: 'other', name: 'Other'},
        ),
        logo: address,
        docs: address,
      };
      const use = await show(definition);
      await use.choose('Token');
      expect(use.root.querySelectorAll('a[href], img').length).to.equal(0);
      expect(foundIn(definition)).to.deep.equal(
        ['/logo', '/docs', '/methods/0/icon', '/methods/0/docs', '/methods/0/variables/0/docs'].map(
          (path) => `definition_unsafe_url ${path}`,
        ),
      );
    });
  }

  it('that are safe tell the other side nothing, and give it no hold on the page', async () => {
    const use = await show(formOf({key: 'a', label: 'A', docs: 'https://acme.example/docs'}));
    const link = use.part('docs-link') as HTMLAnchorElement;
    expect(link.href).to.equal('https://acme.example/docs');
    expect([link.target, link.rel, link.referrerPolicy]).to.deep.equal([
      '_blank',
      'noopener noreferrer',
      'no-referrer',
    ]);
  });

  it('of images are asked for without a referrer', async () => {
    const image = 'https://keyslot-image.invalid/a.svg';
    const use = await show({
      ...connectorWith({...token, icon: image}, {...token, id: 'other'}),
      logo: image,
    });
    const images = [...use.root.querySelectorAll('img')];
    expect(images.map(({src, alt, referrerPolicy}) => [src, alt, referrerPolicy])).to.deep.equal([
      [image, '', 'no-referrer'],
      [image, '', 'no-referrer'],
    ]);
  });
});

describe('F3 names in a definition', () => {
  const cases: readonly (readonly [name: string, code: string])[] = [
    ['__proto__', 'definition_reserved_name'],
    ['constructor', 'definition_reserved_name'],
    ['prototype', 'definition_reserved_name'],
    ['', 'definition_invalid'],
    ['a b', 'definition_invalid'],
    ['{{a}}', 'definition_invalid'],
    ['a\0', 'definition_invalid'],
    ['\ud800', 'definition_invalid'],
    ['a'.repeat(10_000), 'definition_invalid'],
  ];

  for (const [name, code] of cases) {
    const title = JSON.stringify(name.slice(0, 20));

    it(`${title} makes its method unusable as the key of a variable, and no other`, async () => {
      const definition = connectorWith(
        {id: 'bad', type: 'custom', name: 'Bad', variables: [{key: name}]},
        token,
      );
      const use = await show(definition);
      expect(use.methods.map(({name, isDisabled}) => [name, isDisabled])).to.deep.equal([
        ['Bad Unavailable', true],
        ['Token', false],
      ]);
      expect(foundIn(definition)).to.deep.equal([`${code} /methods/0/variables/0/key`]);
    });

    it(`${title} makes its method unusable as its id, and no other`, async () => {
      const use = await show(connectorWith({...token, name: 'Bad', id: name}, token));
      expect(use.methods.map(({isDisabled}) => isDisabled)).to.deep.equal([true, false]);
    });
  }

  it('that are properties of a definition are never properties of what is made of it', () => {
    const definition: unknown = JSON.parse(
      '{"id":"a","name":"A","__proto__":{"polluted":1},"methods":[{"id":"a","type":"token",' +
        '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}',
    );
    const {connector} = parseConnector(definition);
    expect(foundIn(definition)).to.include.members([
      'definition_reserved_name /__proto__',
      'definition_reserved_name /methods/0/__proto__',
      'definition_reserved_name /methods/0/constructor',
    ]);
    expect(connector?.methods[0]?.status).to.equal('unavailable');
    expect(({} as {polluted?: unknown}).polluted).to.equal(undefined);
    expect((connector as {polluted?: unknown} | undefined)?.polluted).to.equal(undefined);
  });

  const twins: readonly (readonly [name: string, other: string])[] = [
    ['a', 'a'],
    ['a', 'A'],
    ['\u00e9', 'e\u0301'],
    ['\u00c9', 'e\u0301'],
  ];
  for (const [name, other] of twins) {
    it(`${JSON.stringify([name, other])} are too alike to be two`, () => {
      expect(foundIn(customWith({key: name}, {key: other}))).to.deep.equal([
        'definition_duplicate_name /methods/0/variables/1/key',
      ]);
      expect(foundIn(connectorWith({...token, id: name}, {...token, id: other}))).to.deep.equal([
        'definition_duplicate_name /methods/1/id',
      ]);
    });
  }

  it('that mean something to a form or an object are like any other', async () => {
    const names = [
      ...['toString', 'valueOf', 'hasOwnProperty', 'submit', 'elements', 'action', 'reset'],
      ...['reportValidity', 'name', 'id', 'length', '0', 'then', 'toJSON', 'é', '🔑', 'a.b', '"'],
    ];
    const use = await show(customWith(...names.map((key) => ({key, label: `Field ${key}`}))));
    await use.fill(Object.fromEntries(names.map((key) => [`Field ${key}`, `value of ${key}`])));
    const {credential, errors} = await submitted(use);
    expect(errors).to.deep.equal([]);
    expect(Object.entries(credential!.values)).to.have.deep.members(
      names.map((key) => [key, `value of ${key}`]),
    );
  });
});

describe('F4 the patterns of a definition', () => {
  const unsafe = [
    ['(a+)+', 'a'],
    ['(a*)*b', 'a'],
    ['(a|a)*', 'a'],
    ['(a|aa)+', 'a'],
    ['(.*)*', 'a'],
    ['(.*a){20}', 'a'],
    ['([a-z]+)*[0-9]', 'a'],
    ['(\\w+\\s?)*', 'a '],
    ['(\\d+)*x', '1'],
    ['(a+b?)+', 'a'],
    ['((a+)+)+', 'a'],
    ['(?:a?){50}a{50}', 'a'],
    ['(a?)*b', 'a'],
    ['.*.*.*.*=', 'a'],
    ['([\\w.-]+)+@x', 'a'],
    ['(?=(a+))a*b', 'a'],
    ['(a)\\1+', 'a'],
    ['(?<!a)b', 'b'],
    ['(\\s*,?)+', ' '],
    ['(a|b|ab)*c', 'ab'],
  ] as const;
  const invalid = ['[', '(', 'a{2,1}', '*', '\\', '(?<n>a)(?<n>b)', '\\p{Nope}', '(?i', 'a**'];

  for (const [regex, part] of unsafe) {
    it(`${regex} is not run, and never keeps the page waiting`, async () => {
      const definition = customWith({key: 'a', label: 'A', pattern: {regex}});
      expect(foundIn(definition)).to.deep.equal([
        'definition_unsafe_pattern /methods/0/variables/0/pattern/regex',
      ]);
      const use = await show(definition);
      for (const length of [64, 256, 1024]) {
        const attack = `${part.repeat(length / part.length)}!`;
        const input = use.input('A');
        const time = bestTimeOf(() => {
          input.value = attack;
          input.dispatchEvent(new InputEvent('input', {bubbles: true}));
          input.dispatchEvent(new FocusEvent('focusout', {bubbles: true}));
        });
        expect(time, `${length} characters`).to.be.below(50);
        await use.settle();
        expect(use.errors).to.deep.equal({});
      }
      const {credential} = await submitted(use);
      expect(credential!.values['a']).to.have.length(1025);
    });
  }

  for (const regex of invalid) {
    it(`${regex} is no pattern, and the field stays usable`, async () => {
      const definition = customWith({key: 'a', label: 'A', pattern: {regex}});
      expect(foundIn(definition)).to.have.length(1);
      expect(compilePattern(regex).ok).to.be.false;
      const use = await show(definition);
      await use.fill({A: 'anything'});
      expect((await submitted(use)).credential?.values).to.deep.equal({a: 'anything'});
    });
  }

  const verdicts: readonly (readonly [regex: string, value: string, fits: boolean])[] = [
    ['a', 'a', true],
    ['a', 'ba', false],
    ['a', 'ab', false],
    ['a|b', 'b', true],
    ['a|b', 'bc', false],
    ['a', 'a\n', false],
    ['a', 'A', false],
    ['.', '😀', true],
    ['', 'a', false],
    ['[^]', '\n', true],
    ['\\p{L}+', 'é', true],
  ];
  for (const [regex, value, fits] of verdicts) {
    it(`${JSON.stringify(regex)} ${fits ? 'fits' : 'does not fit'} ${JSON.stringify(value)}`, () => {
      const credential = {
        connectorId: 'acme',
        methodId: 'only',
        type: 'custom',
        values: {a: value},
      };
      const definition = customWith({key: 'a', type: 'multiline', pattern: {regex}});
      expect(validateCredential(definition, credential).ok).to.equal(fits);
    });
  }
});

describe('F5 a value for a host', () => {
  const definition = connectorWith({
    id: 'only',
    type: 'oauth2-client-credentials',
    clientAuthentication: 'none',
    tokenUrl: 'https://{{store}}.example.com/token',
    variables: [
      {key: 'clientId', label: 'Client'},
      {key: 'store', label: 'Store name', required: true, example: 'my-store'},
    ],
  });
  // All that the unit tests of templates try; here is what a person could type or paste.
  const hostile = [
    'evil.com/',
    'evil.com#',
    'a@evil.com',
    'https://evil.com',
    'evil\\',
    '１２３',
    ' a',
  ];

  for (const store of hostile) {
    it(`that would make another of it is refused at its field: ${store}`, async () => {
      const use = await show(definition);
      await use.fill({Client: 'c', 'Store name': store});
      expect((await submitted(use)).credential).to.equal(undefined);
      expect(use.errors).to.deep.equal({
        'Store name':
          'Enter only the store name, for example my-store, without https:// or slashes',
      });
      expect(use.focused).to.equal('Store name');
    });
  }

  it('that is a label is taken', async () => {
    const use = await show(definition);
    await use.fill({Client: 'c', 'Store name': 'my-store'});
    expect((await submitted(use)).credential?.values).to.deep.equal({
      clientId: 'c',
      store: 'my-store',
    });
  });
});

describe('F6 placeholders in an address', () => {
  const method = (tokenUrl: string, variable: object = {key: 'a', required: true}) =>
    connectorWith(
      {
        id: 'only',
        type: 'oauth2-client-credentials',
        clientAuthentication: 'none',
        name: 'Only',
        tokenUrl,
        variables: [variable],
      },
      {id: 'other', type: 'none', name: 'Other'},
    );
  const wrong: readonly (readonly [place: string, address: string, code: string])[] = [
    ['the scheme', '{{a}}://example.com', 'definition_unsafe_url'],
    ['the port', 'https://example.com:{{a}}/', 'definition_unsafe_url'],
    ['the userinfo', 'https://{{a}}@example.com/', 'definition_unsafe_url'],
    ['the fragment', 'https://example.com/#{{a}}', 'definition_unsafe_url'],
    ['the whole host', 'https://{{a}}/', 'definition_unsafe_url'],
    ['a part of a label', 'https://x{{a}}.example.com/', 'definition_unsafe_url'],
    ['a query name', 'https://example.com/?{{a}}=1', 'definition_unsafe_url'],
    ['the whole address', '{{a}}/token', 'definition_invalid'],
    ['nothing that is known', 'https://{{b}}.example.com/', 'definition_unknown_variable'],
  ];
  for (const [place, address, code] of wrong) {
    it(`that stand for ${place} put the method out of use`, async () => {
      const use = await show(method(address));
      expect(use.methods.map(({name, isDisabled}) => [name, isDisabled])).to.deep.equal([
        ['Only Unavailable', true],
        ['Other', false],
      ]);
      expect(foundIn(method(address))[0]).to.equal(`${code} /methods/0/tokenUrl`);
    });
  }

  it('that stand for a secret put the method out of use', async () => {
    const definition = method('https://example.com/{{a}}', {key: 'a', secret: true});
    const use = await show(definition);
    expect(use.methods[0]?.isDisabled).to.be.true;
    expect(foundIn(definition)).to.deep.equal(['definition_unsafe_url /methods/0/tokenUrl']);
  });

  const values: readonly (readonly [value: string, isTaken: boolean])[] = [
    ['..', false],
    ['.', false],
    ['%2e%2e', false],
    ['\ud800', false],
    ['?a#b\\c', true],
    ['$&', true],
    ['{{a}}{{b}}', true],
  ];
  for (const [value, isTaken] of values) {
    const verdict = isTaken ? 'takes' : 'refuses';
    it(`that stand for a segment ${verdict} ${JSON.stringify(value)}`, () => {
      const {connector} = parseConnector(method('https://example.com/{{a}}/token'));
      const credential = {
        connectorId: 'acme',
        methodId: 'only',
        type: 'oauth2-client-credentials',
        values: {clientId: 'c', a: value},
      };
      const result = validateCredential(connector, credential);
      expect(result.ok).to.equal(isTaken);
      if (!result.ok) {
        expect(result.issues.map(({code, key}) => [code, key])).to.deep.equal([
          ['template_value_invalid', 'a'],
        ]);
      }
    });
  }

  it('whose value is optional and missing are asked for', () => {
    const definition = method('https://{{a}}.example.com/', {key: 'a'});
    const result = validateCredential(definition, {
      connectorId: 'acme',
      methodId: 'only',
      type: 'oauth2-client-credentials',
      values: {clientId: 'c'},
    });
    expect(result).to.deep.equal({
      ok: false,
      issues: [{code: 'template_variable_missing', key: 'a', path: '/values/a', params: {}}],
    });
  });
});

describe('F7 the parameters of an authorization request', () => {
  const reserved = [
    ...['client_id', 'client_secret', 'code_challenge', 'code_challenge_method', 'nonce'],
    ...[
      'redirect_uri',
      'request',
      'request_uri',
      'response_mode',
      'response_type',
      'scope',
      'state',
    ],
  ];
  const method = (settings: object) => ({
    id: 'window',
    type: 'oauth2-authorization-code',
    authorizationUrl: 'https://acme.example.com/authorize',
    ...settings,
  });
  const errorsOf = (settings: object) => foundIn(connectorWith(method(settings)));

  for (const name of reserved) {
    it(`cannot set ${name} by themselves`, () => {
      expect(errorsOf({authorizationParams: {prompt: 'none', [name]: 'x'}})).to.deep.equal([
        'definition_reserved_param /methods/0/authorizationParams',
      ]);
    });

    const inAddress = [
      `?${name}=x`,
      `?a=1&${name}=x`,
      `?a=1?&${name}=x`,
      `?${name.replace('e', '%65')}=x`,
      `?${name}={{clientId}}`,
    ];
    for (const query of inAddress) {
      it(`cannot set ${name} in the address: ${query}`, () => {
        const authorizationUrl = `https://acme.example.com/authorize${query}`;
        expect(errorsOf({authorizationUrl})).to.deep.equal([
          'definition_reserved_param /methods/0/authorizationUrl',
        ]);
      });
    }
  }

  it('may set others', () => {
    const settings = {
      authorizationUrl: 'https://acme.example.com/authorize?prompt=consent&STATE=x',
      authorizationParams: {audience: 'api', login_hint: 'anna'},
    };
    expect(errorsOf(settings)).to.deep.equal([]);
  });
});

describe('F8 a definition that is huge', () => {
  const list = <T>(length: number, make: (index: number) => T) =>
    Array.from({length}, (_, i) => make(i));
  const deep = (depth: number): unknown => {
    let value: unknown = {};
    for (let level = 0; level < depth; level += 1) value = {x: value};
    return value;
  };
  const cases: readonly (readonly [what: string, make: () => unknown, usable: number])[] = [
    ['1,001 methods', () => connectorWith(...list(1001, (i) => ({...token, id: `m${i}`}))), 1000],
    [
      '1,001 variables',
      () =>
        connectorWith(
          {id: 'a', type: 'custom', variables: list(1001, (i) => ({key: `k${i}`}))},
          token,
        ),
      1,
    ],
    [
      '10,001 options',
      () =>
        connectorWith(
          {
            id: 'a',
            type: 'custom',
            variables: [
              {key: 'k', type: 'select', options: list(10_001, (i) => ({value: `${i}`}))},
            ],
          },
          token,
        ),
      1,
    ],
    ['10 MB of text', () => connectorWith({...token, description: 'x'.repeat(10_000_000)}), 0],
    [
      '10 MB of names',
      () =>
        connectorWith({
          ...token,
          'x-a': Object.fromEntries(list(10_000, (i) => [`${i}${'x'.repeat(1000)}`, 1])),
        }),
      0,
    ],
    ['a depth of 10,000', () => connectorWith({...token, 'x-a': deep(10_000)}), 0],
    [
      'itself in itself',
      () => {
        const definition: Record<string, unknown> = connectorWith(token);
        definition['x-self'] = definition;
        return definition;
      },
      0,
    ],
  ];
  for (const [what, make, usable] of cases) {
    it(`with ${what} is cut or refused, quickly`, async () => {
      const definition = make();
      const started = performance.now();
      const {connector, diagnostics} = parseConnector(definition);
      expect(performance.now() - started).to.be.below(1000);
      expect(diagnostics.map(({code}) => code)).to.include('definition_limit_exceeded');
      const available = connector?.methods.filter(({status}) => status === 'available') ?? [];
      expect(available.length).to.equal(usable);
      if (usable > 1) return;
      const use = await show(definition);
      expect(use.part(usable > 0 ? 'header' : 'failed')).to.exist;
    });
  }
});

describe('F9 10,000 random definitions', function () {
  this.timeout(60_000);

  const address = fc.oneof(
    fc.constantFrom(
      ...[
        'https://a.example.com/x',
        'https://{{a}}.example.com',
        '{{a}}/x',
        'http://localhost/{{b}}',
      ],
      ...['https://{{toString}}.example.com/?state=1', '{{', '', 'javascript:{{a}}'],
    ),
    fc.webUrl(),
    fc.string(),
  );
  const texts = fc.dictionary(
    fc.oneof(fc.constantFrom('Authorization', 'state', '__proto__'), fc.string()),
    fc.string(),
  );
  const template = fc.record({headers: texts, query: texts, body: texts}, {requiredKeys: []});
  const settings = fc.record(
    {
      in: fc.constantFrom('header', 'query', 'cookie', 'body'),
      parameterName: fc.oneof(fc.constantFrom('X-Key', '__proto__', ''), fc.string()),
      prefix: fc.string(),
      tokenUrl: address,
      clientAuthentication: fc.constantFrom('basic', 'post', 'private-key-jwt', 'none', 'x'),
      assertion: fc.oneof(
        fc.record({algorithm: fc.constantFrom('RS256', 'none'), claims: texts}),
        fc.anything(),
      ),
      authorizationUrl: address,
      authorizationParams: texts,
      scopes: fc.array(fc.oneof(fc.record({value: fc.string()}), fc.anything())),
      signatureMethod: fc.constantFrom('HMAC-SHA1', 'HMAC-SHA256', 'PLAINTEXT', 'RSA-SHA1', 'x'),
      request: fc.oneof(template, fc.anything()),
      tokenRequest: template,
    },
    {requiredKeys: []},
  );
  const types = [
    'api-key',
    'oauth2-client-credentials',
    'oauth2-authorization-code',
    'oauth1',
    'none',
    'token',
  ];
  const ofKinds = fc
    .array(
      fc.tuple(
        fc.constantFrom(...types),
        settings,
        fc.array(
          fc.record({
            key: fc.constantFrom('a', 'b', 'token'),
            format: fc.constantFrom('origin', 'url'),
          }),
          {maxLength: 2},
        ),
      ),
      {maxLength: 3},
    )
    .map((methods) =>
      connectorWith(
        ...methods.map(([type, more, variables], index) => ({
          id: `m${index}`,
          type,
          ...more,
          variables,
        })),
      ),
    );

  it('never throw or hang, and each yields methods or the reason why not', () => {
    let usable = 0;
    let slowest = 0;
    // The message of a failure tells the seed that repeats it.
    fc.assert(
      fc.property(fc.oneof(ofKinds, definitions, damaged, garbage), (definition) => {
        const started = performance.now();
        const {connector, diagnostics} = parseConnector(definition);
        slowest = Math.max(slowest, performance.now() - started);
        if (!connector) {
          expect(diagnostics.some(({severity}) => severity === 'error')).to.be.true;
          return;
        }
        expect(connector).to.be.frozen;
        for (const method of connector.methods) {
          if (method.status === 'unavailable') expect(method.reason.severity).to.equal('error');
          else usable += 1;
        }
      }),
      {numRuns: 10_000},
    );
    expect(usable).to.be.above(1000);
    // That is long enough for a busy machine, and not for a search that does not end.
    expect(slowest, 'milliseconds').to.be.below(5000);
  });

  it('judge any values, without throwing', () => {
    let judged = 0;
    fc.assert(
      fc.property(
        ofKinds,
        fc.dictionary(
          fc.constantFrom('a', 'b', 'token', 'apiKey', 'clientId', 'clientSecret'),
          fc.oneof(fc.string(), fc.anything()),
        ),
        (definition, values) => {
          const connector: Connector | undefined = parseConnector(definition).connector;
          for (const {id, type} of connector?.methods ?? []) {
            validateCredential(connector, {connectorId: 'acme', methodId: id, type, values});
            judged += 1;
          }
        },
      ),
      {numRuns: 2000},
    );
    expect(judged).to.be.above(1000);
  });
});

describe('F10 the writing systems of the world', () => {
  const secrets: Readonly<Record<string, string>> = {
    'right to left': 'مفتاح-סוד',
    'an emoji of several characters': '👩‍👩‍👧‍👦🏳️‍🌈',
    'combining marks, not composed': 'e\u0301a\u0308',
    'the same, composed': '\u00e9\u00e4',
    'zero-width characters': 'a\u200bb\u200dc\ufeffd',
    'a bidirectional override': '\u202eabc\u202c',
    'a lone high surrogate': 'a\ud83d',
    'a lone low surrogate': '\udd11b',
    'characters of four bytes': '𝕜𝕖𝕪🔑',
    'spaces around it': '  a\u00a0\u3000',
    'full-width characters': 'ｐａｓｓ',
    'control characters': 'a\u0001\u007f\u0085b',
  };

  for (const [name, secret] of Object.entries(secrets)) {
    it(`reach the host as they were typed: ${name}`, async () => {
      const use = await show({
        ...connectorWith({
          id: 'only',
          type: 'basic',
          variables: [
            {key: 'username', label: 'User'},
            {key: 'password', label: 'Secret'},
            {key: 'lines', label: 'Lines', type: 'multiline'},
          ],
        }),
      });
      await use.fill({User: secret, Secret: secret, Lines: `${secret}\n${secret}`});
      const {credential, errors} = await submitted(use);
      expect(errors).to.deep.equal([]);
      expect(credential?.values).to.deep.equal({
        username: secret,
        password: secret,
        lines: `${secret}\n${secret}`,
      });
    });
  }

  it('cannot turn the words around a text of the definition', async () => {
    const turned = '\u202eevil';
    const use = await show({
      id: 'acme',
      name: turned,
      methods: [
        {
          ...token,
          name: turned,
          description: turned,
          variables: [
            {key: 'token', label: turned, help: turned, pattern: {regex: 'x', message: turned}},
          ],
        },
        {...token, id: 'other', name: 'Other'},
      ],
    });
    await use.choose(turned);
    await use.fill({[turned]: 'y'});
    await use.submit();
    const walker = document.createTreeWalker(use.root, NodeFilter.SHOW_TEXT);
    const holders: Element[] = [];
    while (walker.nextNode()) {
      if (walker.currentNode.nodeValue?.includes(turned))
        holders.push(walker.currentNode.parentElement!);
    }
    const open = holders.filter(
      (holder) =>
        getComputedStyle(holder).unicodeBidi !== 'isolate' &&
        !holder.matches('.visually-hidden, [role="status"] *, [role="status"]'),
    );
    expect(holders.length).to.be.above(4);
    expect(open.map((holder) => holder.outerHTML)).to.deep.equal([]);
  });
});

describe('F11 types and versions that this page does not know', () => {
  it('leave the other methods usable, and say why they are not', async () => {
    const use = await show(
      connectorWith({id: 'a', type: 'saml', name: 'SAML'}, token, {id: 'b'}, 'nonsense', {
        id: 'c',
        type: 'basic',
        name: 'Login',
      }),
    );
    expect(use.methods.map(({isDisabled}) => isDisabled)).to.deep.equal([
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(use.methods[0]?.description).to.equal(
      'This page does not support this way to connect yet.',
    );
    await choose(use, 'Token');
    await use.fill({'Access token': 't'});
    expect((await submitted(use)).credential?.values).to.deep.equal({token: 't'});
  });

  it('of the prototype chain are unknown types', () => {
    for (const type of ['toString', 'constructor', 'hasOwnProperty', '__proto__']) {
      const {connector, diagnostics} = parseConnector(connectorWith({id: 'a', type}));
      expect(connector?.methods[0]?.status, type).to.equal('unavailable');
      expect(diagnostics[0]?.code).to.equal('definition_unknown_type');
    }
  });

  it('of the format are refused as a whole', async () => {
    const definition = {...connectorWith(token), version: 2};
    expect(foundIn(definition)).to.deep.equal(['definition_invalid /version']);
    const use = await show(definition);
    expect(wordsOf(use.part('failed')!)).to.equal('This form cannot be shown.');
  });
});

describe('F12 a definition that changes', () => {
  const changing = () =>
    connectorWith({
      id: 'only',
      type: 'api-key',
      name: 'Key',
      parameterName: 'X-Key',
      variables: [{key: 'apiKey', label: 'Key', secret: true}],
    }) as unknown as {name: string; methods: Record<string, unknown>[]};

  it('after it was set stays what it was', async () => {
    const definition = changing();
    const use = await show(definition);
    definition.name = 'Evil';
    definition.methods[0]!['parameterName'] = 'X-Evil';
    (definition.methods[0]!['variables'] as object[]).push({key: 'more', label: 'More'});
    definition.methods.push({id: 'evil', type: 'token'});
    use.element.requestUpdate();
    await use.settle();
    expect(use.labels).to.deep.equal(['Key']);
    expect(wordsOf(use.part('title')!)).to.equal('Connect Acme');
    await use.fill({Key: 'k'});
    expect((await submitted(use)).credential).to.deep.equal({
      connectorId: 'acme',
      methodId: 'only',
      type: 'api-key',
      values: {apiKey: 'k'},
    });
  });

  it('cannot be changed once it was read', () => {
    const {connector} = parseConnector(changing());
    const open: string[] = [];
    const visit = (value: unknown, path: string) => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) open.push(path);
      for (const [name, part] of Object.entries(value)) visit(part, `${path}/${name}`);
    };
    visit(connector, '');
    expect(open).to.deep.equal([]);
  });

  it('each time it is looked at is looked at once', () => {
    const reads: string[] = [];
    const watched = (target: object, path: string): object =>
      new Proxy(target, {
        get(object, name, receiver) {
          const value: unknown = Reflect.get(object, name, receiver);
          if (typeof name === 'string' && Object.hasOwn(object, name) && name !== 'length') {
            reads.push(`${path}/${name}`);
          }
          return typeof value === 'object' && value !== null
            ? watched(value, `${path}/${String(name)}`)
            : value;
        },
      });
    const {connector} = parseConnector(watched(changing(), ''));
    expect(connector?.methods[0]?.status).to.equal('available');
    expect(reads).to.have.length(new Set(reads).size);
    expect(reads).to.include('/methods/0/parameterName');
  });

  it('by a getter is what it was when it was read', async () => {
    let count = 0;
    const definition = Object.defineProperty(changing(), 'name', {
      enumerable: true,
      get: () => `Acme ${(count += 1)}`,
    });
    const use = await show(definition);
    use.element.requestUpdate();
    await use.settle();
    expect(wordsOf(use.part('title')!)).to.equal('Connect Acme 1');
    expect(count).to.equal(1);
  });

  const hostile: Readonly<Record<string, () => unknown>> = {
    'a getter that throws': () =>
      Object.defineProperty(changing(), 'methods', {
        enumerable: true,
        get: () => {
          throw new Error('secret-1');
        },
      }),
    'a proxy that throws': () =>
      new Proxy(changing(), {
        ownKeys: () => {
          throw new Error('secret-1');
        },
      }),
    'a revoked proxy': () => {
      const {proxy, revoke} = Proxy.revocable(changing(), {});
      revoke();
      return proxy;
    },
  };
  for (const [name, make] of Object.entries(hostile)) {
    it(`or is ${name} cannot be shown, and what it says is not repeated`, async () => {
      const recorder = new Recorder();
      const use = await show(undefined);
      // Not by a template: Lit would look into it first.
      use.element.connector = make();
      await use.settle();
      recorder.stop();
      expect(use.part('failed')).to.exist;
      expect(recorder.errors).to.deep.equal([]);
      expect(JSON.stringify([use.element.diagnostics, recorder.console])).not.to.include(
        'secret-1',
      );
    });
  }
});
