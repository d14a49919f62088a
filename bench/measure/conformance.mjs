// Whether a case does the whole work: otherwise its times say nothing.
import {standard} from '../page/definitions.js';
import {withWorkPage} from '../rig/browser.mjs';

/** What is wrong with a case, in words. */
export const conformance = (browser, site, one) =>
  withWorkPage(browser, site, one, async (page, session) => {
    await session.send('Accessibility.enable');
    const problems = [];
    for (const index of standard().methods.keys()) {
      problems.push(...(await page.evaluate((index) => globalThis.checks.open(index), index)));
      for (const {name, label} of await page.evaluate(() => globalThis.checks.fields())) {
        const told = await nameOf(page, session, name);
        if (!told.includes(label)) problems.push(`${name} is called "${told}"`);
      }
      problems.push(...(await page.evaluate(() => globalThis.checks.submit())));
    }
    return problems;
  });

/** What a screen reader calls a control. */
async function nameOf(page, session, name) {
  const expression = `checks.control(${JSON.stringify(name)})`;
  const {result} = await session.send('Runtime.evaluate', {expression});
  const {nodes} = await session.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  });
  return nodes[0]?.name?.value ?? '';
}
