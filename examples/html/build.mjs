// dist/: the page with the hashes of the release that is installed, and the files of Keyslot.
import {createHash} from 'node:crypto';
import {cpSync, readFileSync, rmSync, writeFileSync} from 'node:fs';

const keyslot = 'node_modules/keyslot';
const {entry, files} = JSON.parse(readFileSync(`${keyslot}/cdn/manifest.json`, 'utf8'));
const later = Object.keys(files).filter((name) => name !== entry);
const importMap = JSON.stringify({
  integrity: Object.fromEntries(later.map((name) => [`/keyslot/${name}`, files[name].integrity])),
});

const page = readFileSync('index.html', 'utf8')
  .replace('%KEYSLOT_INTEGRITY%', files[entry].integrity)
  .replace('%IMPORT_MAP%', importMap);
// The hash is of all between the tags, white space included.
const [, script] = /<script type="importmap">(.*?)<\/script>/s.exec(page);
const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`;

rmSync('dist', {recursive: true, force: true});
cpSync(`${keyslot}/cdn`, 'dist/keyslot', {recursive: true});
cpSync(`${keyslot}/callback`, 'dist/callback', {recursive: true});
cpSync('app.js', 'dist/app.js');
writeFileSync('dist/index.html', page.replace('%IMPORT_MAP_HASH%', hash));
