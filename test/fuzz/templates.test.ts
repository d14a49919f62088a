import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {KeyslotRequestError, parseConnector, resolveRequest} from '../../src/core.js';
import {expandUrlTemplate} from '../../src/model/expand-template.js';
import {isUrlTemplate} from '../../src/model/url-template.js';
import {LONGEST, repeat, search} from './search.js';

/** How many values each template is given. */
const VALUES = 10;

/** Names of variables, of which some are those of the machinery of objects. */
const NAMES = [
  'a',
  'b',
  'c',
  'o',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
] as const;
const name = fc.constantFrom(...NAMES);

const ATTACKS = [
  ...[
    'evil.example',
    'evil.example/',
    '//evil.example',
    '\\\\evil.example',
    '@evil.example',
    'a@b',
  ],
  ...[
    'a:b@evil.example',
    ':8443',
    'a.b',
    '.',
    '..',
    '...',
    '%2e',
    '%2E%2e',
    '.%2e',
    '/',
    '\\',
    'a/b',
  ],
  ...['a/../../b', '%2f', '%5c', '%00', '?', '?x=1', '&', '&x=1', '=', 'x=1&x=2', '#', '#x', '%23'],
  ...[
    '\r',
    '\n',
    '\r\nX-Evil: 1',
    'a\r\n\r\nb',
    '\0',
    '\t',
    ' ',
    'a b',
    '\u2028',
    '\u0085',
    '\u00a0',
  ],
  ...[
    'xn--80ak6aa92e',
    'ａ',
    'é',
    'аcme',
    '。',
    '．',
    '℀',
    'ß',
    '\u200d',
    '\u202e',
    '🔑',
    '\ud83d',
    '\udd11',
  ],
  ...['{{a}}', '{{', '}}', '{{constructor}}', '${1}', '$&', '<b>', '"', "'", ';', ',', 'a;b=c'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '0',
    '1',
    '127.0.0.1',
    '[::1]',
    'localhost',
    '0x7f.1',
  ],
  ...['https://evil.example', 'HTTPS://Evil.Example', 'https://evil.example/', 'http://localhost'],
  ...[
    'https://a@evil.example',
    'https://evil.example:443',
    'javascript:alert(1)',
    'data:,x',
    '-',
    '-a',
  ],
  ...['a-', 'A', 'my-store', 'a'.repeat(63), 'a'.repeat(64), 'a'.repeat(3000), '', '+', '%', '%zz'],
];

const text = fc.oneof(
  {weight: 4, arbitrary: fc.constantFrom(...ATTACKS)},
  {weight: 2, arbitrary: fc.stringMatching(/^[a-zA-Z0-9-]{1,12}$/)},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 12})},
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...ATTACKS), fc.string()).map((parts) => parts.join('')),
  },
);

const value = fc.oneof(
  {weight: 12, arbitrary: text},
  fc.constantFrom(0, -1, 1.5, 1e21, true, false),
  fc.array(text, {maxLength: 2}),
);

/** What variables hold: some of them nothing, so that their names mean what every object has. */
const values = fc
  .array(fc.tuple(name, value), {maxLength: 8, size: 'max'})
  .map((entries) => Object.fromEntries(entries) as Record<string, unknown>);

const placeholder = name.map((key) => `{{${key}}}`);
const some = (fixed: readonly string[]) => fc.oneof(fc.constantFrom(...fixed), placeholder);

/** Addresses as the rules want them, with placeholders wherever one may stand. */
const address = fc
  .record({
    labels: fc.array(some(['a', 'eu-1', 'X']), {maxLength: 3}),
    base: fc.constantFrom(
      'https://#example.com',
      'https://#Example.co.uk:8443',
      'http://#localhost:80',
      '{{o}}',
    ),
    segments: fc.array(some(['v1', '', 'a.b', '..a', '%2fx', 'ä', '~:@']), {maxLength: 3}),
    query: fc.array(
      fc.tuple(fc.constantFrom('x', 'y', 'é', '__proto__'), some(['1', '', 'a?b', '%26'])),
      {maxLength: 3},
    ),
  })
  .map(({labels, base, segments, query}) => {
    const host = base.replace('#', labels.map((label) => `${label}.`).join(''));
    const path = segments.map((segment) => `/${segment}`).join('');
    const search = query.map(([key, held]) => `${key}=${held}`).join('&');
    return host + path + (search && `?${search}`);
  });

/** The same with something in them that was not meant to be there. */
const tampered = fc
  .tuple(
    address,
    fc.nat(),
    fc.oneof(placeholder, fc.constantFrom(...ATTACKS), fc.string({maxLength: 3})),
  )
  .map(([template, where, what]) => {
    const at = where % (template.length + 1);
    return template.slice(0, at) + what + template.slice(at);
  });

/** What a placeholder stands for. The own properties of values count, and nothing else. */
const textFor = (held: Readonly<Record<string, unknown>>, key: string) => {
  const given = Object.hasOwn(held, key) ? held[key] : undefined;
  return typeof given === 'string' || given === undefined ? given : JSON.stringify(given);
};

/** A text with the values in it, each written in a way. */
const filled = (
  template: string,
  held: Readonly<Record<string, unknown>>,
  write: (text: string) => string,
) => template.replaceAll(/\{\{([^{}]+)\}\}/g, (_, key: string) => write(textFor(held, key)!));

/** What an address says: taken apart by hand, as it would be before a browser has read it. */
function partsOf(url: string) {
  const [before = '', query] = url.split(/\?(.*)/s);
  const [, origin = '', path = ''] = /^(\{\{o\}\}|[^/]*\/\/[^/]*)(.*)$/s.exec(before) ?? [];
  return {
    origin,
    segments: path.split('/').slice(1),
    query:
      query === undefined ? [] : query.split('&').map((pair) => pair.split(/=(.*)/s).slice(0, 2)),
  };
}

/** A fixed part, as a browser writes it. */
const asWritten = (segment: string) => new URL(`https://a.example/${segment}`).pathname.slice(1);

/** A fixed pair, as a browser reads it: not at the beginning, where a question mark says nothing. */
const asPair = (key: string, given: string) =>
  [...new URLSearchParams(`&${key}=${given}`)][0] ?? [];

/** Says how an address is another than the one that its template and the values make. */
function judge(template: string, held: Readonly<Record<string, unknown>>, address: string): void {
  const wanted = partsOf(template);
  const url = new URL(address);
  expect([url.username, url.password, url.hash], 'user and fragment').to.deep.equal(['', '', '']);

  const host = filled(wanted.origin, held, (label) => label).toLowerCase();
  if (wanted.origin !== '{{o}}') {
    // A value is one label of its own, which is not to be read as another.
    const labels = wanted.origin.replace(/^.*\/\//, '').split('.');
    const written = url.host.split('.');
    expect(written.length, 'labels').to.equal(labels.length);
    const given = written.filter((_, index) => labels[index]?.includes('{{'));
    for (const label of given) expect(label).not.to.match(/^(?:-|xn--)|-$/);
  }
  expect(url.origin, 'origin').to.equal(host.replace(/^(https:.*):443$|^(http:.*):80$/, '$1$2'));

  const found = url.pathname.split('/').slice(1);
  expect(found.length, 'path').to.equal(Math.max(1, wanted.segments.length));
  for (const [index, segment] of wanted.segments.entries()) {
    const isGiven = segment.includes('{{');
    const text = isGiven ? filled(segment, held, encodeURIComponent) : asWritten(segment);
    expect(found[index], 'segment').to.equal(text);
  }

  const query = wanted.query.map(([key = '', given = '']) =>
    given.includes('{{') ? [...asPair(key, ''), filled(given, held, String)] : asPair(key, given),
  );
  const pairs = query.map((pair) => [pair[0], pair.at(-1)]);
  expect([...url.searchParams], 'query').to.deep.equal(pairs);
}

describe(`a value in an address (${repeat})`, function () {
  this.timeout(LONGEST);

  it('is at its place, and changes nothing else', async () => {
    const written = await search(
      fc.tuple(
        fc.oneof({weight: 3, arbitrary: address}, tampered),
        fc.array(values, {minLength: VALUES, maxLength: VALUES}),
      ),
      ([template, several]) => {
        const expansions = several.map(
          (held) => [held, expandUrlTemplate(template, held)] as const,
        );
        for (const [held, expansion] of expansions) {
          if (expansion.ok) {
            expect(isUrlTemplate(template)).to.be.true;
            judge(template, held, expansion.text);
          } else if (expansion.code === 'template_variable_missing') {
            expect(textFor(held, expansion.key) ?? '').to.equal('');
          }
        }
        return expansions.some(([, {ok}]) => ok);
      },
    );
    expect(written, 'share of templates that were filled in').to.be.within(0.2, 0.9);
  });
});

/** Templates of one part of a request: fixed texts, and placeholders among them. */
const wording = fc
  .array(fc.oneof(fc.constantFrom('Bearer ', 'x', ' ', 'é', '', '{'), placeholder), {maxLength: 3})
  .map((parts) => parts.join(''));

const PLAIN = ['X-A', 'x-a', 'Authorization', 'authorization', 'x', 'toString', 'valueOf'];
const entries = (names: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...names), wording, {maxKeys: 4});

const request = fc.record({
  headers: entries(PLAIN),
  query: entries([...PLAIN, 'a b', 'é', '&', '']),
  body: entries([...PLAIN, 'a[b]', '\n']),
});

const KEYS = NAMES.filter((key) => key !== '__proto__');
const definitionOf = (template: object) => ({
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'only',
      type: 'custom',
      request: template,
      // Names of the machinery of objects are none of variables.
      variables: KEYS.filter((key) => key.length === 1).map((key) => ({key})),
    },
  ],
});

/** Whether a text can be in a header: Latin-1 without control characters (RFC 9110 §5.5). */
const isHeaderText = (given: string) => /^[\t -~\u0080-\u00ff]*$/.test(given);

describe(`a value in a request (${repeat})`, function () {
  this.timeout(LONGEST);

  it('is at its place, breaks no line and adds nothing', async () => {
    const sent = await search(
      fc.tuple(request, fc.array(values, {minLength: VALUES, maxLength: VALUES})),
      async ([template, several]) => {
        const {connector} = parseConnector(definitionOf(template));
        let resolved = 0;
        for (const held of several) {
          const parts = await resolveRequest(connector, {
            methodId: 'only',
            values: held as Record<string, string>,
          }).catch((error: unknown) => {
            expect(error instanceof KeyslotRequestError, 'an error of ours').to.be.true;
          });
          if (parts) resolved += 1;
          const wanted = (part: Record<string, string>, isFine: (text: string) => boolean) =>
            wantedOf(part, held, isFine);
          const headers = wanted(lastOfEach(template.headers), isHeaderText);
          const query = wanted(template.query, isWellFormed);
          const body = wanted(template.body, isWellFormed);
          if (headers && query && body) {
            expect({...parts}).to.deep.equal({headers, query, body});
            // What a line break begins would be one more.
            expect([...new Headers(parts!.headers)]).to.have.length(Object.keys(headers).length);
          } else {
            expect(parts === undefined, 'refused').to.be.true;
          }
        }
        return resolved > 0;
      },
    );
    expect(sent, 'share of templates that were filled in').to.be.within(0.3, 0.99);
  });
});

const isWellFormed = (given: string) => !/\p{Cs}/u.test(given);

/** Names of headers mean the same in every case, of which the last counts. */
const lastOfEach = (part: Record<string, string>) => {
  const byName = new Map<string, [string, string]>();
  for (const entry of Object.entries(part)) byName.set(entry[0].toLowerCase(), entry);
  return Object.fromEntries(byName.values());
};

/** What a part is to be; nothing when it has to be refused. */
function wantedOf(
  part: Record<string, string>,
  held: Record<string, unknown>,
  isFine: (text: string) => boolean,
): Record<string, string> | undefined {
  const wanted: Record<string, string> = {};
  for (const [key, template] of Object.entries(part)) {
    const named = [...template.matchAll(/\{\{([^{}]+)\}\}/g)].map(([, found]) => found!);
    const missing = named.find((found) => (textFor(held, found) ?? '') === '');
    // Variables of this method may be absent; what is none of them must not be named.
    if (missing && missing.length > 1) return undefined;
    if (missing) continue;
    const expanded = filled(template, held, String);
    if (!isFine(expanded)) return undefined;
    if (expanded !== '') wanted[key] = expanded;
  }
  return wanted;
}
