import assert from 'node:assert/strict';
import {setTimeout as delay} from 'node:timers/promises';

/** Waits until something is so, and says what was expected when it does not become so. */
export async function until(condition, what, limit = 10_000) {
  const end = performance.now() + limit;
  for (;;) {
    const result = await condition();
    if (result) return result;
    if (performance.now() > end) assert.fail(`waited in vain: ${what}`);
    await delay(20);
  }
}
