// dist/ (modules, types, maps), callback/, custom-elements.json, connector.schema.json.
import {existsSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {analyze, commandFile, root, run, runOrExit} from './run.mjs';

rmSync(join(root, 'dist'), {recursive: true, force: true});
await runOrExit(commandFile('typescript', 'tsc'), ['-p', 'tsconfig.build.json']);
const code = await analyze();
if (code !== 0) process.exit(code);

await runOrExit(join(root, 'scripts/build-callback.mjs'));

const generateSchema = join(root, 'scripts/generate-schema.mjs');
if (existsSync(generateSchema)) process.exit(await run(generateSchema));
