import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {asAuthorizationWindow, browserPorts} from '../../src/oauth.js';
import {cleanUp, cleanUps, frameOf, replace} from '../support/frames.js';

afterEach(cleanUp);

describe('the ports of the browser', () => {
  it('know the page', () => {
    const ports = browserPorts();
    expect(ports).to.include({
      origin: location.origin,
      isSecure: true,
      isEmbedded: false,
      canReceive: true,
    });
    expect(ports.isOnline()).to.equal(navigator.onLine);
    expect(ports.now()).to.be.closeTo(Date.now(), 1000);
    expect(ports.location()).to.equal(location.pathname + location.search);
    expect(ports.storage()).to.equal(sessionStorage);
    expect(ports.whyBlocked()).to.equal('popup_blocked');
  });

  it('tick twice a second, and when the page is looked at again', async () => {
    let ticks = 0;
    const stop = browserPorts().tick(() => (ticks += 1));
    await aTimeout(1200);
    expect(ticks).to.be.within(1, 2);
    for (const wake of [
      () => document.dispatchEvent(new Event('visibilitychange', {bubbles: true})),
      () => window.dispatchEvent(new Event('pageshow')),
    ]) {
      const before = ticks;
      wake();
      expect(ticks).to.be.above(before);
    }
    stop();
    const before = ticks;
    document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
    window.dispatchEvent(new Event('pageshow'));
    await aTimeout(700);
    expect(ticks).to.equal(before);
  });

  it('do something after a while, unless it is stopped', async () => {
    const {after} = browserPorts();
    const done: string[] = [];
    after(10, () => done.push('late'));
    after(10, () => done.push('never'))();
    expect(done).to.deep.equal([]);
    await aTimeout(100);
    expect(done).to.deep.equal(['late']);
  });

  it('have random bytes and hashes', async () => {
    const {randomBytes, sha256} = browserPorts();
    expect(randomBytes(32)).to.have.length(32);
    expect([...randomBytes(32)]).not.to.deep.equal([...randomBytes(32)]);
    const hash = await sha256('abc');
    expect([...hash.slice(0, 4)]).to.deep.equal([0xba, 0x78, 0x16, 0xbf]);
    expect(hash).to.have.length(32);
  });
});

describe('a channel', () => {
  it('is heard by pages that listen to its name, which may answer', async () => {
    const name = `test ${crypto.randomUUID()}`;
    const heard: unknown[] = [];
    const channel = browserPorts().openChannel(name, (data, reply) => {
      heard.push(data);
      reply({answer: data});
    });
    const other = new BroadcastChannel(name);
    cleanUps.push(() => other.close());
    const answers: unknown[] = [];
    other.onmessage = ({data}) => answers.push(data);
    other.postMessage('question');
    await waitUntil(() => answers.length > 0);
    expect(heard).to.deep.equal(['question']);
    expect(answers).to.deep.equal([{answer: 'question'}]);
    channel?.post({said: true});
    await waitUntil(() => answers.length > 1);
    expect(answers[1]).to.deep.equal({said: true});
    channel?.close();
    other.postMessage('late');
    await aTimeout(50);
    expect(heard).to.deep.equal(['question']);
  });

  it('is none where the browser has none, or allows none', () => {
    const {openChannel} = browserPorts();
    for (const BroadcastChannel of [undefined, () => expect.fail('It is not allowed.')]) {
      replace(window, {BroadcastChannel});
      expect(openChannel('test', () => undefined)).to.be.undefined;
    }
  });
});

describe('listening to windows', () => {
  it('hears those of the given origins, and answers them', async () => {
    const heard: unknown[] = [];
    const stop = browserPorts().listen([location.origin], (data, reply) => {
      if ((data as {isAnswer?: boolean} | null)?.isAnswer) return;
      heard.push(data);
      reply({isAnswer: true});
    });
    const page = (await frameOf('about:blank')).contentWindow!;
    const answers: MessageEvent[] = [];
    page.addEventListener('message', (event) => answers.push(event));
    for (const [origin, source] of [
      [location.origin, page],
      ['https://evil.example', page],
      ['null', null],
      [location.origin, null],
    ] as const) {
      window.dispatchEvent(new MessageEvent('message', {data: origin, origin, source}));
    }
    expect(heard).to.deep.equal([location.origin, location.origin]);
    await waitUntil(() => answers.length > 0);
    expect(answers[0]?.data).to.deep.equal({isAnswer: true});
    stop();
    window.dispatchEvent(new MessageEvent('message', {data: 'late', origin: location.origin}));
    expect(heard).to.have.length(2);
  });
});

describe('opening a window', () => {
  it('opens a blank one of no name that keeps its opener', () => {
    let given: readonly unknown[] = [];
    const opened = {closed: false, close: () => undefined};
    replace(window, {
      open: (...parameters: readonly unknown[]) => {
        given = parameters;
        return opened;
      },
    });
    expect(browserPorts().openWindow()?.isClosed).to.be.false;
    const [address, name, features] = given;
    expect([address, name]).to.deep.equal(['about:blank', '_blank']);
    expect(features).to.equal('popup,width=520,height=720');
    expect(features).not.to.match(/noopener|noreferrer/);
  });

  it('opens none where that is blocked, or forbidden', () => {
    for (const open of [() => null, () => expect.fail('It is forbidden.')]) {
      replace(window, {open});
      expect(browserPorts().openWindow()).to.be.undefined;
    }
  });
});

describe('a window', () => {
  it('says what is happening while it is blank, as text', async () => {
    const page = (await frameOf('about:blank')).contentWindow!;
    asAuthorizationWindow(page).show('Connecting to <b>Acme</b>…');
    expect(page.document.title).to.equal('Connecting to <b>Acme</b>…');
    expect(page.document.body.innerHTML).to.equal('Connecting to &lt;b&gt;Acme&lt;/b&gt;…');
  });

  it('says nothing once it is somebody else’s', () => {
    const foreign = {
      get document(): Document {
        throw new DOMException('It is not yours.', 'SecurityError');
      },
    };
    asAuthorizationWindow(foreign as Window).show('Connecting…');
  });

  it('goes where it is sent, with no way back', async () => {
    const frame = await frameOf('about:blank');
    const {length} = history;
    asAuthorizationWindow(frame.contentWindow!).navigate('/package.json?there');
    await waitUntil(() => frame.contentWindow?.location.search === '?there');
    expect(history.length).to.equal(length);
  });

  it('comes to the front while it is open, and closes', () => {
    let [focused, closed] = [0, 0];
    const opened = {closed: false, focus: () => (focused += 1), close: () => (closed += 1)};
    const authorizationWindow = asAuthorizationWindow(opened as unknown as Window);
    expect(authorizationWindow.focus()).to.be.true;
    authorizationWindow.close();
    opened.closed = true;
    expect(authorizationWindow).to.have.property('isClosed', true);
    expect(authorizationWindow.focus()).to.be.false;
    expect([focused, closed]).to.deep.equal([1, 1]);
  });
});
