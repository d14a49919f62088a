// A cold load: from the navigation to the task after the frame that shows the form, with an empty
// cache and a process of its own.
import {countProcessorTime, processorTime, withPage} from '../rig/browser.mjs';

/** `slowdown`: how many times slower the processor is to be. */
export const load = (browser, site, {name}, slowdown) =>
  withPage(browser, async (page, session) => {
    await countProcessorTime(session);
    await session.send('Emulation.setCPUThrottlingRate', {rate: slowdown});
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', {name: 'onFirstForm'});
    const shown = new Promise((resolve) => {
      session.once('Runtime.bindingCalled', async ({payload}) => {
        resolve({shown: Number(payload), processor: await processorTime(session)});
      });
    });
    await session.send('Page.navigate', {url: `${site.address}/${name}/load.html`});
    return shown;
  });
