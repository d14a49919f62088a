// Tells a browser that failed from a row that did.
import {setTimeout as delay} from 'node:timers/promises';

/** How long the browser may take for one command. A row has longer, so that it can say which. */
export const COMMAND_LIMIT = 30_000;

/** Something that the browser was asked for and did not do, as the page can tell. */
export class BrowserFailure extends Error {}

/**
 * What the browser failed at, where that is why a row failed: it did not do what
 * it was asked for, did not answer a command of its own, or had nothing left to load a page with. Code of a page that does not end is the row's failure.
 *
 * @returns What to say of it, or `undefined`.
 */
export async function browserFailure(error, targets) {
  if (error instanceof BrowserFailure) return error.message;
  const [, command] = /^(\w+\.\w+) timed out/.exec(error?.message) ?? [];
  if (command && !command.startsWith('Runtime.')) return `${command} was not answered`;
  const pages = targets.filter((target) => target.type() === 'page');
  const texts = [error?.message ?? '', ...(await Promise.all(pages.map(textOf)))];
  const isExhausted = texts.some((text) => text.includes('ERR_INSUFFICIENT_RESOURCES'));
  return isExhausted ? 'a page was not loaded for want of resources' : undefined;
}

const textOf = (target) => Promise.race([readPage(target), delay(3000, '')]).catch(() => '');

async function readPage(target) {
  const page = await target.page();
  return page.evaluate(() => document.body.innerText);
}
