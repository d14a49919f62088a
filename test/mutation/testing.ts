// What tests of code without elements use of @open-wc/testing and of a page, in Node.
import {readFile} from 'node:fs/promises';

export {expect} from '@esm-bundle/chai';
export {aTimeout, waitUntil} from '@open-wc/testing-helpers/pure';

/** Tests in a browser load their tables of cases from the server that they come from. */
globalThis.fetch = async (address) => {
  const url = new URL(address instanceof Request ? address.url : address);
  if (url.protocol !== 'file:') throw new TypeError(`No test loads ${url.protocol}`);
  return new Response(await readFile(url));
};
