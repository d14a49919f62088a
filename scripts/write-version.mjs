// Part of `npm run version`: each copy of Keyslot knows its version.
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from './run.mjs';

const file = join(root, 'src/version.ts');
const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
writeFileSync(file, readFileSync(file, 'utf8').replace(/'.*'/, `'${version}'`));
