import {expect} from '@open-wc/testing';
import {isUrlTemplate, placeholderKeys} from '../../src/model/url-template.js';
import {connectorWith, parsed} from '../support/model.js';

const allowed: readonly (readonly [name: string, template: string])[] = [
  ['no placeholder', 'https://acme.example.com/oauth/token'],
  ['no path', 'https://acme.example.com'],
  ['a label', 'https://{{store}}.example.com/token'],
  ['two labels', 'https://auth.{{region}}.{{cloud}}.example.com/token'],
  ['a segment', 'https://login.example.com/{{tenant}}/token'],
  ['several segments', 'https://login.example.com/{{tenant}}/a/{{user}}'],
  ['a segment at the end', 'https://login.example.com/token/{{account}}'],
  ['a query value', 'https://login.example.com/authorize?account={{account}}'],
  ['several query values', 'https://login.example.com/?a={{a}}&b=1&c={{c}}'],
  ['a label, a segment and a query value', 'https://{{a}}.example.com/{{b}}?c={{c}}'],
  ['an origin', '{{url}}/api/oauth/token'],
  ['an origin and nothing else', '{{url}}'],
  ['an origin, a segment and a query value', '{{url}}/{{a}}/b?c={{c}}'],
  ['a port', 'https://{{store}}.example.com:8443/token'],
  ['capitals', 'HTTPS://{{store}}.Example.COM/Token'],
  ['the machine itself', 'http://127.0.0.1:8080/token'],
  ['the machine itself, by IPv6', 'http://[::1]:8080/token'],
  ['the machine itself, by name', 'http://localhost:8080/{{tenant}}'],
  ['a name on the machine itself', 'http://{{store}}.localhost:8080/token'],
  ['an empty segment', 'https://acme.example.com//token/'],
  ['a segment that only begins with dots', 'https://acme.example.com/..a/.well-known/x'],
];

const refused: readonly (readonly [name: string, template: string])[] = [
  ['nothing', ''],
  ['no scheme', 'acme.example.com/token'],
  ['only slashes for a scheme', '//acme.example.com/token'],
  ['http', 'http://acme.example.com/token'],
  ['another scheme', 'ftp://acme.example.com/token'],
  ['a script', 'javascript:alert(1)'],
  ['data', 'data:text/html,x'],
  ['a placeholder for the scheme', '{{scheme}}://acme.example.com'],
  ['a placeholder in the scheme', 'http{{s}}://acme.example.com'],
  ['a placeholder for the port', 'https://acme.example.com:{{port}}/token'],
  ['a placeholder in the port', 'https://acme.example.com:80{{port}}/token'],
  ['a placeholder for the user', 'https://{{user}}@acme.example.com/token'],
  ['a placeholder for the password', 'https://a:{{password}}@acme.example.com/token'],
  ['a user', 'https://a:b@acme.example.com/token'],
  ['a placeholder in the fragment', 'https://acme.example.com/token#{{a}}'],
  ['a fragment', 'https://acme.example.com/token#a'],
  ['a placeholder for the host', 'https://{{host}}/token'],
  ['a placeholder for all but the top level', 'https://{{host}}.com/token'],
  ['a placeholder for the top level', 'https://example.{{tld}}/token'],
  ['a placeholder for the domain', 'https://acme.{{domain}}.com/token'],
  ['placeholders for the whole host', 'https://{{a}}.{{b}}.{{c}}/token'],
  ['a placeholder for the beginning of a label', 'https://{{store}}-eu.example.com/token'],
  ['a placeholder for the end of a label', 'https://eu-{{store}}.example.com/token'],
  ['two placeholders in one label', 'https://{{a}}{{b}}.example.com/token'],
  ['a placeholder over two labels', 'https://a{{store}}example.com/token'],
  ['a placeholder for the beginning of a segment', 'https://acme.example.com/{{a}}.json'],
  ['a placeholder for the end of a segment', 'https://acme.example.com/v{{a}}/token'],
  ['two placeholders in one segment', 'https://acme.example.com/{{a}}{{b}}'],
  ['a placeholder for a query name', 'https://acme.example.com/?{{a}}=1'],
  ['a placeholder in a query name', 'https://acme.example.com/?a{{b}}=1'],
  ['a placeholder for a whole query', 'https://acme.example.com/?{{a}}'],
  ['a placeholder for the end of a query value', 'https://acme.example.com/?a=b{{c}}'],
  ['two placeholders in one query value', 'https://acme.example.com/?a={{b}}{{c}}'],
  ['a placeholder behind the host', 'https://acme.example.com{{path}}'],
  ['a placeholder behind an origin', '{{url}}{{path}}'],
  ['a host behind an origin', '{{url}}.example.com/token'],
  ['an origin in a path', 'https://acme.example.com/{{url}}{{url}}'],
  ['a user behind an origin', '{{url}}@example.com'],
  ['a port behind an origin', '{{url}}:8080/token'],
  ['a placeholder without a name', 'https://{{}}.example.com/token'],
  ['a placeholder with a space', 'https://{{a b}}.example.com/token'],
  ['a placeholder in a placeholder', 'https://{{a{{b}}}}.example.com/token'],
  ['three braces', 'https://{{{a}}}.example.com/token'],
  ['a brace too few', 'https://{{a}.example.com/token'],
  ['single braces', 'https://{a}.example.com/token'],
  ['a dot segment', 'https://acme.example.com/./token'],
  ['two dots as a segment', 'https://acme.example.com/../token'],
  ['two dots at the end', 'https://acme.example.com/{{a}}/..'],
  ['two dots before a query', 'https://acme.example.com/..?a=1'],
  ['encoded dots as a segment', 'https://acme.example.com/%2e%2E/token'],
  ['a dot, half of them encoded', 'https://acme.example.com/.%2e/token'],
  ['a backslash', 'https://acme.example.com\\token'],
  ['a backslash in a path', 'https://acme.example.com/a\\b'],
  ['a space', 'https://acme.example.com/a b'],
  ['a space at the end', 'https://acme.example.com/ '],
  ['a line break', 'https://acme.example.com/\n'],
  ['a control character at the end, which a browser drops', 'https://acme.example.com/a\0'],
  ['a control character in a name', 'https://acme.example.com/?a\x1f=1'],
  ['a control character in a query value', 'https://acme.example.com/?a=1\x01'],
  ['a tab in the scheme', 'ht\ttps://acme.example.com/'],
  ['a second question mark, before a name', 'https://acme.example.com/?a=1&'],
  ['a label that is empty', 'https://acme..example.com/'],
  ['a dot at the end of the host', 'https://acme.example.com./'],
  ['letters that look like others', 'https://аcme.example.com/'],
  ['more than 2,048 characters', `https://acme.example.com/${'a'.repeat(2048)}`],
];

describe('an address with placeholders', () => {
  for (const [name, template] of allowed) {
    it(`may have ${name}: ${template}`, () => {
      expect(isUrlTemplate(template)).to.be.true;
    });
  }

  for (const [name, template] of refused) {
    it(`must not have ${name}: ${JSON.stringify(template.slice(0, 60))}`, () => {
      expect(isUrlTemplate(template)).to.be.false;
    });
  }

  it('is judged in no time, whatever it is', () => {
    const started = performance.now();
    for (const part of ['a.', '{{a}}.', 'a', '-', '/{{a}}', '/..a', '?a=', '&a=', '{{', '%2e']) {
      for (const start of ['https://', 'https://a.example.com/', 'https://a.example.com/?a=', '']) {
        isUrlTemplate(`${start}${part.repeat(2000 / part.length)} `);
        isUrlTemplate(`${start}${part.repeat(2000 / part.length)}`);
      }
    }
    expect(performance.now() - started).to.be.below(500);
  });

  const keys: readonly (readonly [template: string, keys: readonly string[]])[] = [
    ['https://acme.example.com', []],
    ['https://{{a}}.example.com/{{b}}?c={{a}}', ['a', 'b', 'a']],
    ['Bearer {{token}}', ['token']],
    ['{{}} {{ }} {a} {{b', [' ']],
  ];
  for (const [template, expected] of keys) {
    it(`names the variables ${JSON.stringify(expected)} in ${template}`, () => {
      expect(placeholderKeys(template)).to.deep.equal(expected);
    });
  }
});

describe('a method with an address', () => {
  const method = (tokenUrl: string, ...variables: readonly object[]) =>
    connectorWith({id: 'a', type: 'oauth2-client-credentials', tokenUrl, variables});
  const store = {key: 'store'};
  const origin = {key: 'url', format: 'origin', required: true};

  const cases: readonly (readonly [name: string, definition: object, found: readonly string[]])[] =
    [
      ['that names its own variable', method('https://{{store}}.example.com', store), []],
      ['that names a variable of its kind', method('https://{{clientId}}.example.com'), []],
      ['that begins with an origin', method('{{url}}/token', origin), []],
      [
        'that breaks the rules',
        method('https://{{store}}/token', store),
        ['error definition_unsafe_url /methods/0/tokenUrl'],
      ],
      [
        'that names an unknown variable',
        method('https://{{shop}}.example.com', store),
        ['error definition_unknown_variable /methods/0/tokenUrl'],
      ],
      [
        'that names a secret',
        method('https://{{store}}.example.com/{{pass}}', store, {key: 'pass', secret: true}),
        ['error definition_unsafe_url /methods/0/tokenUrl'],
      ],
      [
        'that names a secret of its kind',
        method('https://example.com/?client_secret={{clientSecret}}'),
        ['error definition_unsafe_url /methods/0/tokenUrl'],
      ],
      [
        'that begins with a variable of another format',
        method('{{url}}/token', {...origin, format: 'url'}),
        ['error definition_invalid /methods/0/tokenUrl'],
      ],
      [
        'that begins with a variable without a format',
        method('{{url}}/token', {key: 'url'}),
        ['error definition_invalid /methods/0/tokenUrl'],
      ],
      [
        'that names a variable of the connector that it does not use',
        {...method('https://{{store}}.example.com'), variables: [store]},
        ['error definition_unknown_variable /methods/0/tokenUrl'],
      ],
      [
        'that names a variable of the connector that it uses',
        {...method('https://{{store}}.example.com', {use: 'store'}), variables: [store]},
        [],
      ],
    ];
  for (const [name, definition, expected] of cases) {
    it(`${name} is ${expected.length > 0 ? 'out of use' : 'available'}`, () => {
      const {connector, found} = parsed(definition);
      expect(found).to.deep.equal(expected);
      expect(connector?.methods[0]?.status).to.equal(
        expected.length > 0 ? 'unavailable' : 'available',
      );
    });
  }
});
