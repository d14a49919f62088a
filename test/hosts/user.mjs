import {setTimeout as delay} from 'node:timers/promises';
import {until} from '../support/until.mjs';

/**
 * A user of a page, who finds things by role and accessible name, in shadow roots as well, and uses
 * the mouse and the keyboard. Not by the locators of Puppeteer: they keep what they found in memory.
 */
export async function createUser(page) {
  const client = await page.createCDPSession();

  async function look(role, name) {
    const {root} = await client.send('DOM.getDocument', {depth: 0});
    const {nodes} = await client
      .send('Accessibility.queryAXTree', {
        backendNodeId: root.backendNodeId,
        accessibleName: name,
        role,
      })
      // The page may be changing.
      .catch(() => ({nodes: []}));
    return nodes.find(({ignored}) => !ignored)?.backendDOMNodeId;
  }

  const find = (role, name) => until(() => look(role, name), `${role} "${name}" is there`);

  async function read(role, name, action) {
    const {object} = await client.send('DOM.resolveNode', {
      backendNodeId: await find(role, name),
    });
    const {result} = await client.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: `function () { return (${action})(this); }`,
      returnByValue: true,
    });
    await client.send('Runtime.releaseObject', {objectId: object.objectId});
    return result.value;
  }

  /** Where it is once what is above it has come. */
  async function restingPlace(backendNodeId) {
    const read = () => client.send('DOM.getContentQuads', {backendNodeId});
    let {quads} = await read();
    await until(async () => {
      const before = quads;
      await delay(60);
      ({quads} = await read());
      return quads.join() === before.join();
    }, 'it keeps its place');
    return quads[0];
  }

  async function click(role, name, options) {
    const backendNodeId = await find(role, name);
    await client.send('DOM.scrollIntoViewIfNeeded', {backendNodeId});
    const [left, top, right, , , bottom] = await restingPlace(backendNodeId);
    await page.mouse.click((left + right) / 2, (top + bottom) / 2, options);
  }

  return {
    see: find,

    press: (name, role = 'button') => click(role, name),

    /** Types in place of what is there. */
    async fill(name, text) {
      await click('textbox', name, {count: 3});
      await page.keyboard.type(text);
    },

    valueOf: (name) => read('textbox', name, (field) => field.value),

    /** What is described to be wrong with a field. */
    errorOf: (name) =>
      read('textbox', name, ({ariaDescribedByElements}) =>
        (ariaDescribedByElements ?? []).map(({textContent}) => textContent.trim()).join(' '),
      ),
  };
}
