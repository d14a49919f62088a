import {expect} from '@open-wc/testing';
import type {Variable} from '../../src/model/method-kind.js';
import {matchEntries} from '../../src/model/match-entries.js';
import {readEntries} from '../../src/model/read-entries.js';
import {shellWords} from '../../src/model/shell-words.js';

const read = (text: string) =>
  Object.fromEntries(readEntries(text).map(({name, value}) => [name, value]));

type Case = readonly [what: string, text: string, entries: Readonly<Record<string, string>>];

describe('the values in a text', () => {
  const cases: readonly Case[] = [
    ['of JSON', '{"a": "1", "b": 2, "c": null, "d": ["x"], "e": true}', {a: '1', b: '2'}],
    ['of JSON one level down, but not two', '{"web": {"a": "1", "b": {"c": "2"}}}', {a: '1'}],
    ['of a settings file', '# x\nA=1\n\nexport B="2"\nset C=3\n', {A: '1', B: '2', C: '3'}],
    [
      'in quotes, over several lines',
      'A="x\ny\\n\\"z\\""\nB=\'$1\\n\'',
      {A: 'x\ny\n"z"', B: '$1\\n'},
    ],
    ['before a comment', 'A=1 # one\nB=a#b\nC=#c', {A: '1', B: 'a#b'}],
    ['with the line breaks of Windows', 'A=1\r\nB=2\r\n', {A: '1', B: '2'}],
    ['of headers', 'X-Key: a\nX-Secret: b', {'X-Key': 'a', 'X-Secret': 'b'}],
    [
      'of a command with a user',
      'curl -u ada:p:w https://a.example',
      {url: 'https://a.example/', username: 'ada', password: 'p:w'},
    ],
    [
      'of a command with a user alone',
      '$ curl --user ada https://a.example',
      {url: 'https://a.example/', username: 'ada'},
    ],
    ['of a command with a token', "curl -H 'Authorization: Bearer a' x", {token: 'a'}],
    ['of a command with a token without a scheme', "curl -H 'authorization: a' x", {token: 'a'}],
    [
      'of a command with the basic scheme',
      `curl --header "Authorization: Basic ${btoa('ada:\u00c3\u00a9')}"`,
      {username: 'ada', password: 'é'},
    ],
    ['of a command with a header', 'curl -H "X-Key: a b"', {'X-Key': 'a b'}],
    ['of a command with a form', "curl --data-urlencode 'a=1&b=%20'", {a: '1', b: ' '}],
    ['of a command with JSON', `curl -d '{"a": "1"}'`, {a: '1'}],
    [
      'of a command over several lines',
      'curl \\\n -u a:b \\\r\n -d c=1',
      {username: 'a', password: 'b', c: '1'},
    ],
    [
      'of an address with a user',
      'https://a%20b:c%25@h.example/p?x=1',
      {url: 'https://h.example/p', username: 'a b', password: 'c%', x: '1'},
    ],
    [
      'of an address with a user that cannot be decoded',
      'https://a%:b@h.example',
      {url: 'https://h.example/', username: 'a%', password: 'b'},
    ],
  ];
  for (const [what, text, entries] of cases) {
    it(`are found: ${what}`, () => {
      expect(read(text)).to.deep.equal(entries);
    });
  }

  for (const [what, text] of [
    ['nothing', ''],
    ['a word', 'sk_1'],
    ['one assignment', 'A=1'],
    ['an address', 'https://a.example/x?y=1'],
    ['broken JSON', '{"a": '],
    ['a list', '["a"]'],
    ['a PEM', '-----BEGIN A-----\nabc=\nd=e\n-----END A-----'],
    ['what is not base64 for the basic scheme', "curl -H 'Authorization: Basic %'"],
    ['what is too long', `A=1\nB=${'x'.repeat(100_000)}`],
    ['an address that is none', 'https://a@[/'],
  ] as const) {
    it(`are none in ${what}`, () => {
      expect(read(text)).to.deep.equal({});
    });
  }

  it('are not more than anybody pastes', () => {
    const lines = Array.from({length: 300}, (_, index) => `A${index}=1`);
    expect(readEntries(lines.join('\n')).length).to.equal(200);
  });

  // A search that tries again from every character would take longer than a test may.
  for (const start of ['"', "'", '\\', 'a=', ' ', 'curl ', 'A="\\', "a='\n", '{"a":']) {
    it(`are none in a long text of ${JSON.stringify(start)}`, () => {
      const text = start.repeat(Math.floor(99_000 / start.length));
      expect(readEntries(text).every(({value}) => value !== '')).to.equal(true);
    });
  }
});

describe('the words of a command', () => {
  for (const [command, words] of [
    ['a  b\tc', ['a', 'b', 'c']],
    [`a'b c'"d \\"e" f\\ g`, ['ab cd "e', 'f g']],
    [`'it'\\''s'`, ["it's"]],
    ['a \\\n b', ['a', 'b']],
    ['a ^\r\n b', ['a', 'b']],
    [`"a\\b" '\\'`, ['a\\b', '\\']],
    [`'' a`, ['', 'a']],
    ['"open', ['open']],
  ] as const) {
    it(`are ${JSON.stringify(words)} in ${command}`, () => {
      expect(shellWords(command)).to.deep.equal(words);
    });
  }
});

describe('the variables that have a value in a text', () => {
  const variable = (key: string, more: Partial<Variable> = {}): Variable => ({
    key,
    type: 'text',
    ...more,
  });
  const match = (variables: readonly Variable[], text: string, settings = {}, label = '') =>
    Object.fromEntries(
      matchEntries(
        {settings},
        variables,
        readEntries(text),
        () => label,
        () => true,
      ).map(({variable: {key}, value}) => [key, value]),
    );

  it('have its name, however it is written', () => {
    const variables = [variable('clientId'), variable('client_secret')];
    expect(match(variables, 'CLIENT_ID=1\nclient-secret=2')).to.deep.equal({
      clientId: '1',
      client_secret: '2',
    });
  });

  it('have its end', () => {
    expect(match([variable('region')], 'ACME_REGION=eu\nB=1')).to.deep.equal({region: 'eu'});
  });

  it('have the name that the third party gives them', () => {
    const variables = [variable('store', {alias: 'shop_name'})];
    expect(match(variables, 'SHOP_NAME=a\nB=1')).to.deep.equal({store: 'a'});
  });

  it('have its label', () => {
    expect(match([variable('a')], 'Käufer-Nr: 1\nB=2', {}, 'Nr')).to.deep.equal({});
    expect(match([variable('x1')], 'account_number=1\nB=2', {}, 'Account number')).to.deep.equal({
      x1: '1',
    });
  });

  it('have the name of the header that a key travels in', () => {
    const key = variable('apiKey', {locked: true});
    const settings = {parameterName: 'X-Acme'};
    expect(match([key], 'X-Acme: 1\nB: 2', settings)).to.deep.equal({apiKey: '1'});
    expect(match([{...key, locked: false}], 'X-Acme: 1\nB: 2', settings)).to.deep.equal({});
  });

  it('have another name in the wild, where they come with a kind', () => {
    expect(match([variable('username', {locked: true})], 'LOGIN=ada\nB=1')).to.deep.equal({
      username: 'ada',
    });
    expect(match([variable('username')], 'LOGIN=ada\nB=1')).to.deep.equal({});
    expect(match([variable('constructor', {locked: true})], 'A=1\nB=1')).to.deep.equal({});
  });

  it('are those whose whole name it has before those whose end', () => {
    const variables = [variable('secret'), variable('clientSecret')];
    expect(match(variables, 'CLIENT_SECRET=1\nSECRET=2')).to.deep.equal({
      secret: '2',
      clientSecret: '1',
    });
  });

  it('do not share one', () => {
    const variables = [variable('token'), variable('accessToken')];
    expect(match(variables, 'ACCESS_TOKEN=1\nB=2')).to.deep.equal({accessToken: '1'});
  });

  it('have a part of an address', () => {
    const variables = [
      variable('store', {suffix: '.shop.example'}),
      variable('base', {type: 'url'}),
    ];
    expect(match(variables, 'A_URL=https://acme.shop.example/x\nB=1')).to.deep.equal({
      store: 'acme',
    });
    expect(match(variables.slice(1), 'A_HOST=acme.example\nB=1')).to.deep.equal({});
    expect(match(variables.slice(1), 'A_HOST=https://acme.example\nB=1')).to.deep.equal({
      base: 'https://acme.example',
    });
  });

  it('can take it', () => {
    const options = [{value: 'eu'}];
    for (const [more, value, taken] of [
      [{type: 'select', options}, 'eu', 'eu'],
      [{type: 'select', options}, 'us', undefined],
      [{type: 'number'}, '7', '7'],
      [{type: 'multiline'}, '"a\\nb"', 'a\nb'],
      [{}, '"a\\nb"', undefined],
      [{type: 'boolean'}, 'true', undefined],
      [{type: 'keyvalue'}, 'a', undefined],
    ] as const) {
      const found = match([variable('region', more)], `REGION=${value}\nB=1`);
      expect(found['region'], `${JSON.stringify(more)} ${value}`).to.equal(taken);
    }
  });

  it('are given it without what does not belong to it', () => {
    const token = variable('token', {secret: true});
    expect(match([token], 'TOKEN=Bearer a\nB=1')).to.deep.equal({token: 'a'});
  });
});
