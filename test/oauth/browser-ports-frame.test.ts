// Apart from the tests of the page itself, as the coverage of one session is of one copy of a module.
import {expect, waitUntil} from '@open-wc/testing';
import type {AuthorizationPorts, browserPorts} from '../../src/oauth.js';
import {cleanUp, cleanUps, frameOf, replace} from '../support/frames.js';

const PAGE = '/test/oauth/ports-page.html';
type Page = Window & typeof globalThis & {browserPorts: typeof browserPorts};

afterEach(cleanUp);

/** The ports of a page in a frame, once it was changed. */
async function portsInFrame(
  change: (page: Page) => void = () => undefined,
): Promise<AuthorizationPorts> {
  const page = (await frameOf(PAGE)).contentWindow as Page;
  change(page);
  return page.browserPorts();
}

describe('the ports of a page in a frame', () => {
  it('know that it is in its own site', async () => {
    expect(await portsInFrame()).to.include({isEmbedded: false, canReceive: true});
  });

  it('know that it is in another site', async () => {
    const {port} = location;
    const facts: unknown[] = [];
    const receive = ({origin, data}: MessageEvent) => {
      if (origin === `http://localhost:${port}`) facts.push(data);
    };
    window.addEventListener('message', receive);
    cleanUps.push(() => window.removeEventListener('message', receive));
    await frameOf(`http://localhost:${port}${PAGE}`);
    await waitUntil(() => facts.length > 0);
    expect(facts).to.deep.equal([
      {origin: `http://localhost:${port}`, isEmbedded: true, canReceive: true},
    ]);
  });

  it('know where no answer could arrive', async () => {
    const opaque = await portsInFrame((page) => replace(page, {origin: 'null'}));
    expect(opaque.canReceive).to.be.false;
    const silent = await portsInFrame((page) =>
      replace(page, {BroadcastChannel: undefined, postMessage: undefined}),
    );
    expect(silent.canReceive).to.be.false;
    const narrow = await portsInFrame((page) => replace(page, {BroadcastChannel: undefined}));
    expect(narrow.canReceive).to.be.true;
  });

  it('know why no window opened', async () => {
    const whyAfter = async (hasBeenActive: boolean) =>
      (
        await portsInFrame((page) =>
          replace(page.navigator, {userActivation: {hasBeenActive, isActive: false}}),
        )
      ).whyBlocked();
    expect(await whyAfter(false)).to.equal('popup_blocked');
    expect(await whyAfter(true)).to.equal('popup_unavailable');
  });

  it('leave the page', async () => {
    const frame = await frameOf(PAGE);
    const page = frame.contentWindow as Page;
    page.browserPorts().leave(`${location.origin}${PAGE}?left`);
    await waitUntil(() => frame.contentWindow?.location.search === '?left');
  });
});
