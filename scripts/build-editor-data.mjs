// What editors know of the elements: vscode.html-custom-data.json and web-types.json, from the manifest.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {generateJetBrainsWebTypes} from 'custom-element-jet-brains-integration';
import {generateVsCodeCustomElementData} from 'custom-element-vs-code-integration';
import {root} from './run.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
const options = {outdir: root, hideLogs: true};

generateVsCodeCustomElementData(manifest, {...options, cssFileName: null});
generateJetBrainsWebTypes(manifest, {...options, packageJson: false});
