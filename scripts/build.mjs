// dist/ (modules, types, maps), callback/, cdn/, custom-elements.json and what editors and language
// models make of it, connector.schema.json, sbom.cdx.json.
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {hasLiterals, minifyLiterals} from './minify-literals.mjs';
import {analyze, commandFile, root, run, runOrExit} from './run.mjs';

const dist = join(root, 'dist');
rmSync(dist, {recursive: true, force: true});
await runOrExit(commandFile('typescript', 'tsc'), ['-p', 'tsconfig.build.json']);
for (const path of readdirSync(dist, {recursive: true})) {
  const file = join(dist, path);
  if (file.endsWith('.js') && hasLiterals.test(file.replaceAll('\\', '/'))) {
    writeFileSync(file, minifyLiterals(readFileSync(file, 'utf8')));
  }
}
const code = await analyze();
if (code !== 0) process.exit(code);

for (const script of [
  'build-callback',
  'build-cdn',
  'build-editor-data',
  'build-llms',
  'build-sbom',
]) {
  await runOrExit(join(root, `scripts/${script}.mjs`), [], {quiet: true});
}

const generateSchema = join(root, 'scripts/generate-schema.mjs');
if (existsSync(generateSchema)) process.exit(await run(generateSchema));
