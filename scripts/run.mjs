import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The script file behind a dependency's command, so that no shell or `npx` stands in between. */
export function commandFile(packageName, command = packageName) {
  const folder = join(root, 'node_modules', packageName);
  const {bin} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a Node script and resolves to its exit code. `quiet` shows its output only when it fails;
 * `onMessage` receives what it sends by IPC.
 */
export function run(file, args = [], {env = {}, quiet = false, onMessage} = {}) {
  return new Promise((resolve, reject) => {
    const output = quiet ? 'pipe' : 'inherit';
    const child = spawn(process.execPath, [file, ...args], {
      cwd: root,
      env: {...process.env, ...env},
      stdio: ['inherit', output, output, ...(onMessage ? ['ipc'] : [])],
    });
    const shown = [];
    child.stdout?.on('data', (chunk) => shown.push(chunk));
    child.stderr?.on('data', (chunk) => shown.push(chunk));
    if (onMessage) child.on('message', onMessage);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(shown));
      resolve(code ?? 1);
    });
  });
}

/** Like `run`, but a failure ends this process with the same code. */
export async function runOrExit(...parameters) {
  const code = await run(...parameters);
  if (code !== 0) process.exit(code);
}

export const analyze = () =>
  run(commandFile('@custom-elements-manifest/analyzer', 'cem'), ['analyze'], {quiet: true});

export const buildStorybook = () =>
  run(
    commandFile('storybook'),
    ['build', '--quiet', '--disable-telemetry', '--output-dir', 'storybook-static'],
    {env: {STORYBOOK_DISABLE_TELEMETRY: '1'}, quiet: true},
  );
