import {expect} from '@open-wc/testing';
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
    ['with space around them', '\n  {"a": "1"}  \n', {a: '1'}],
    ['in quotes, with a tab', 'A="x\\ty"\nB="x\\ry"', {A: 'x\ty', B: 'x\ry'}],
    ['indented', '  export  A=1\n\tset  B: 2', {A: '1', B: '2'}],
    ['with space before their end', 'A= 1 \nB=2  ', {A: '1', B: '2'}],
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
    [
      'of a command with a token far behind its scheme',
      "curl -H 'Authorization:Bearer   a'",
      {token: 'a'},
    ],
    [
      'of a command with a token of three words',
      "curl -H 'Authorization: a b c'",
      {token: 'a b c'},
    ],
    ['of a command with a prompt far before it', '$  curl -u a:b', {username: 'a', password: 'b'}],
    ['of a command with raw data', "curl --data-raw 'a=1' --data 'b=2'", {a: '1', b: '2'}],
    ['of a command with data that ends as JSON begins', `curl -d 'a={'`, {a: '{'}],
    ['of a command to a plain address', 'curl http://a.example', {url: 'http://a.example/'}],
    [
      'of a command with a user of two lines',
      "curl -u 'a:b\nc'",
      {username: 'a', password: 'b\nc'},
    ],
    ['of a command with a header of two lines', "curl -H 'X-A: b\nc'", {'X-A': 'b\nc'}],
    ['of a command with a header', 'curl -H "X-Key: a b"', {'X-Key': 'a b'}],
    ['of a command with a form', "curl --data-urlencode 'a=1&b=%20'", {a: '1', b: ' '}],
    ['of a command with JSON', `curl -d '{"a": "1"}'`, {a: '1'}],
    [
      'of a command over several lines',
      'curl \\\n -u a:b \\\r\n -d c=1',
      {username: 'a', password: 'b', c: '1'},
    ],
    [
      'of a plain address with a user',
      'http://a:b@h.example',
      {url: 'http://h.example/', username: 'a', password: 'b'},
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
    ['a text', '"a"'],
    ['JSON that is nothing', '{"a": {}, "b": []}'],
    ['JSON behind a name', 'a {"b": "c"}'],
    ['a command in a sentence', 'use curl -u a:b'],
    ['a command without anything', 'curl -X POST'],
    ['a command with the address of another option', 'curl --proxy=http://a.example'],
    ['a command with a header that is none', 'curl -H "a b: c"'],
    ['an address in a sentence', 'see https://a:b@h.example'],
    ['an address and more', 'https://a:b@h.example and more'],
    ['assignments in a sentence', 'so A=1\nand B=2'],
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
  for (const start of ['"', "'", '\\', 'a=', ' ', 'curl ', 'A="\\', "a='\n", '{"a":', '#']) {
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
