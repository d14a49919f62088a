import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const page = read('docs/security.md');

/** What the page names as proofs: a file, and the name of a test or of a group of them. */
const proofs = [...page.matchAll(/`([\w/-]+\.test\.(?:ts|mjs))`: (.+?)(?= *(?:<br>|\|))/g)].map(
  ([, file, title]) => ({file: `test/${file}`, title}),
);

/** The names of the tests of a file, and of groups of tests, as patterns where they are put together. */
function titlesIn(source) {
  const calls = /\b(?:describe|it|row)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;
  return [...source.matchAll(calls)].map(([, quote, text]) => {
    const parts = quote === '`' ? text.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/) : [text];
    return new RegExp(`^${parts.map(escape).join('.+')}$`);
  });
}

const escape = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const isNamed = ({file, title}) =>
  titlesIn(read(file)).some((pattern) => pattern.test(title) && pattern.source.length > 10);

describe('the page about security', () => {
  it('has a proof for each claim', () => {
    const [table] = /\| threat .*?\n\n/s.exec(page);
    const rows = table.trim().split('\n').slice(2);
    assert.ok(rows.length > 20, `${rows.length} claims`);
    const unproven = rows.filter((row) => !/\.test\.(?:ts|mjs)`: /.test(row.split(' | ')[2] ?? ''));
    assert.deepEqual(unproven, []);
    const named = [...page.matchAll(/`[^`]+\.test\.(?:ts|mjs)`/g)];
    assert.equal(proofs.length, named.length, 'each file is named with a test');
  });

  for (const proof of proofs) {
    it(`names a test that is there: ${proof.file}: ${proof.title}`, () => {
      assert.ok(existsSync(join(root, proof.file)), 'there is such a file');
      assert.ok(isNamed(proof), 'there is such a test in it');
    });
  }

  it('would name no test that is not', () => {
    const file = 'test/elements/secrets.test.ts';
    assert.ok(!isNamed({file, title: 'G3 what nobody tests'}));
    assert.ok(!isNamed({file, title: 'G5 the native'}));
  });

  it('names the headers of the callback page that it is served with where it is tested', () => {
    const [, ...lines] = /Of the callback page:\n\n```\n(.*?)```/s.exec(page)[1].split('\n');
    const sites = read('test/oauth-windows/sites.mjs');
    const oauth = read('docs/oauth.md');
    for (const line of lines.filter(Boolean)) {
      assert.ok(oauth.includes(line), line);
      for (const part of line.slice(line.indexOf(': ') + 2).split('; ')) {
        assert.ok(sites.includes(part), part);
      }
    }
  });

  it('names the policy that all stories are tested under', () => {
    const [, policy] = /^Content-Security-Policy: (.*trusted-types lit-html)$/m.exec(page);
    const strict = read('test/support/wtr-strict-page.mjs');
    // What the page around Keyslot needs, or is for who frames it, restricts no story.
    const ofThePage = ["connect-src 'self'", "frame-ancestors 'none'"];
    const directives = policy.split('; ').filter((directive) => !ofThePage.includes(directive));
    assert.ok(directives.length > 6);
    for (const directive of directives) assert.ok(strict.includes(directive), directive);
  });
});

describe('the security policy', () => {
  const policy = read('SECURITY.md');

  it('names files that are there', () => {
    for (const [, path] of policy.matchAll(/\]\(([\w/.-]+)\)/g)) {
      assert.ok(existsSync(join(root, path)), path);
    }
    const built = readdirSync(root);
    for (const [, path] of policy.matchAll(/`([\w.-]+\.json)`/g)) assert.ok(built.includes(path));
  });

  it('names no host', () => {
    assert.doesNotMatch(policy, /https?:|\bwww\.|@\w/);
  });
});
