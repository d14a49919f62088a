import {aTimeout, expect, fixtureSync, html} from '@open-wc/testing';
import {countLeaks} from './leaks.js';

const none = {listeners: 0, timers: 0, channels: 0, heldValues: 0};
const countAtOnce = (act: () => void) =>
  countLeaks(() => {
    act();
    return Promise.resolve([]);
  }, 0);

describe('the count of leaks', () => {
  it('is nothing when everything was ended', async () => {
    const listener = () => {};
    const leaks = await countLeaks(async () => {
      window.addEventListener('resize', listener, true);
      window.removeEventListener('resize', listener, {capture: true});
      clearTimeout(setTimeout(listener, 9000));
      clearInterval(setInterval(listener, 9000));
      await aTimeout(5);
      new BroadcastChannel('canary').close();
      return [];
    }, 0);
    expect(leaks).to.deep.equal(none);
  });

  it('sees a listener on the window', async () => {
    const end = new AbortController();
    const leaks = await countAtOnce(() => {
      addEventListener('resize', () => {}, {signal: end.signal});
    });
    end.abort();
    expect(leaks).to.deep.equal({...none, listeners: 1});
  });

  it('sees a listener on the document that was removed for the wrong phase', async () => {
    const listener = () => {};
    const leaks = await countAtOnce(() => {
      document.addEventListener('canary', listener, true);
      document.removeEventListener('canary', listener);
    });
    document.removeEventListener('canary', listener, true);
    expect(leaks).to.deep.equal({...none, listeners: 1});
  });

  it('takes a listener whose signal aborted for ended', async () => {
    const leaks = await countAtOnce(() => {
      const end = new AbortController();
      window.addEventListener('resize', () => {}, {signal: end.signal});
      end.abort();
    });
    expect(leaks).to.deep.equal(none);
  });

  it('takes a listener for one event for ended once it was called', async () => {
    const leaks = await countAtOnce(() => {
      window.addEventListener('canary', () => {}, {once: true});
      window.dispatchEvent(new Event('canary'));
    });
    expect(leaks).to.deep.equal(none);
  });

  it('sees a timer and an interval', async () => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let interval: ReturnType<typeof setInterval> | undefined;
    const leaks = await countAtOnce(() => {
      timer = setTimeout(() => {}, 9000);
      interval = setInterval(() => {}, 9000);
    });
    clearTimeout(timer);
    clearInterval(interval);
    expect(leaks).to.deep.equal({...none, timers: 2});
  });

  it('sees an open channel', async () => {
    let channel: BroadcastChannel | undefined;
    const leaks = await countAtOnce(() => (channel = new BroadcastChannel('canary')));
    channel?.close();
    expect(leaks).to.deep.equal({...none, channels: 1});
  });

  it('sees a value that a removed element still holds', async () => {
    const leaks = await countLeaks(() => {
      const element = fixtureSync(html`<div></div>`);
      element.attachShadow({mode: 'open'}).innerHTML = '<input value="kept">';
      element.remove();
      return Promise.resolve([element]);
    }, 0);
    expect(leaks).to.deep.equal({...none, heldValues: 1});
  });

  it('leaves the page as it was', async () => {
    const before = [EventTarget.prototype.addEventListener, setTimeout, BroadcastChannel];
    await countAtOnce(() => {});
    expect([EventTarget.prototype.addEventListener, setTimeout, BroadcastChannel]).to.deep.equal(
      before,
    );
  });
});
