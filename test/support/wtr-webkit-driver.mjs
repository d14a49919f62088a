import {spawn} from 'node:child_process';
import {setTimeout as delay} from 'node:timers/promises';
import {findWebkitDriver, findXvfb} from '../../scripts/browsers.mjs';

/** Starts a virtual display and WebKitGTK's driver before the browsers, and ends both after them. */
export function webkitDriver({port}) {
  const children = [];
  const start = (...parameters) => {
    const child = spawn(...parameters);
    children.push(child);
    return child;
  };
  return {
    name: 'webkit-driver',
    async serverStart() {
      const display = await displayOf(
        start(findXvfb(), ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
          stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        }),
      );
      start(findWebkitDriver(), [`--port=${port}`], {
        stdio: 'ignore',
        env: {...process.env, DISPLAY: display},
      });
      await answer(`http://127.0.0.1:${port}/status`);
    },
    serverStop() {
      for (const child of children.reverse()) {
        child.removeAllListeners();
        child.kill();
      }
    },
  };
}

/** Xvfb chooses a free display and writes its number to the third file descriptor. */
function displayOf(xvfb) {
  return new Promise((resolve, reject) => {
    xvfb.once('error', reject);
    xvfb.once('exit', (code) => reject(new Error(`Xvfb exited with ${code}`)));
    xvfb.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
  });
}

async function answer(url) {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const {ok} = await fetch(url).catch(() => ({ok: false}));
    if (ok) return;
    await delay(100);
  }
  throw new Error('WebKitWebDriver did not start');
}
