// sbom.cdx.json: what the package brings along, as CycloneDX 1.6: the versions of the lock, which are
// those in cdn/. Not `npm sbom`, which leaves out what some development dependency needs as well, and
// has a date in it.
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from './run.mjs';

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const manifest = readJson('package.json');
const {packages} = readJson('package-lock.json');

/** Where the package that another one asks for is: as near to it as possible. */
function resolve(from, name) {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules')))
  ) {
    const path = `${folder && `${folder}/`}node_modules/${name}`;
    if (packages[path]) return path;
    if (!folder) throw new Error(`the lock has no ${name}, which ${from} depends on`);
  }
}

const dependenciesOf = (path) =>
  Object.keys(packages[path].dependencies ?? {}).map((name) => resolve(path, name));

/** All that the package cannot run without. */
const paths = new Set(dependenciesOf(''));
for (const path of paths) dependenciesOf(path).forEach((dependency) => paths.add(dependency));

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const purlOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
const refOf = (path) =>
  path ? purlOf(nameOf(path), packages[path].version) : purlOf(manifest.name, manifest.version);

function componentOf(path) {
  const {version, license, integrity} = packages[path];
  const [, content] = /^sha512-(\S+)/.exec(integrity);
  return {
    type: 'library',
    'bom-ref': refOf(path),
    name: nameOf(path),
    version,
    scope: 'required',
    hashes: [{alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex')}],
    licenses: [{license: {id: license}}],
    purl: refOf(path),
  };
}

const sorted = [...paths].sort();
const bom = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: {
    lifecycles: [{phase: 'build'}],
    component: {
      type: 'library',
      'bom-ref': refOf(''),
      name: manifest.name,
      version: manifest.version,
      description: manifest.description,
      licenses: [{license: {id: manifest.license}}],
      purl: refOf(''),
    },
  },
  components: sorted.map(componentOf),
  dependencies: ['', ...sorted].map((path) => ({
    ref: refOf(path),
    dependsOn: dependenciesOf(path).map(refOf).sort(),
  })),
};
writeFileSync(join(root, 'sbom.cdx.json'), `${JSON.stringify(bom, undefined, 2)}\n`);
