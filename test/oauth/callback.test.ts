import {expect, waitUntil} from '@open-wc/testing';
import {resultOf} from '../support/authorization-ports.js';
import {
  code,
  delivered,
  listen,
  openQuery,
  state,
  verdict,
  type Prepare,
} from '../support/callback-page.js';
import {cleanUp, cleanUps} from '../support/frames.js';

afterEach(cleanUp);

describe('the words of the callback page', () => {
  const attributes = {
    working: 'Un instant…',
    done: 'Fertig. <b>Schließen</b>',
    cancelled: 'Abgebrochen',
    superseded: 'Überholt',
    expired: 'Zu spät',
    invalid: 'Unbrauchbar',
    unclaimed: 'Nichts gespeichert',
    unknown: 'Unbekannt',
  };
  const translate: Prepare = (page) =>
    Object.assign(
      page.document.querySelector<HTMLElement>('[data-keyslot-callback]')!.dataset,
      attributes,
    );

  it('can be replaced by attributes, as text', async () => {
    const {text} = await openQuery('', translate);
    expect(text()).to.equal(attributes.unknown);

    const {say} = listen();
    const acknowledged = await openQuery(code, translate);
    expect(acknowledged.text()).to.equal(attributes.working);
    say(verdict({t: 'ack'}));
    await waitUntil(() => acknowledged.text() === attributes.done);
    expect(acknowledged.page.document.querySelector('[role="status"] b')).to.be.null;

    const forgotten = await openQuery(code, translate);
    forgotten.clock.advance(5000);
    expect(forgotten.text()).to.equal(attributes.unclaimed);

    for (const reason of ['cancelled', 'superseded', 'expired', 'invalid'] as const) {
      const refused = await openQuery(code, translate);
      say(verdict({t: 'nack', reason}));
      await waitUntil(() => refused.text() === attributes[reason]);
    }
  });

  it('stand at the end of a page that has no place for them', async () => {
    const {page} = await openQuery(code, ({document}) =>
      document.querySelector('[data-keyslot-callback]')?.remove(),
    );
    const status = page.document.body.lastElementChild;
    expect(status?.getAttribute('role')).to.equal('status');
    expect(status?.textContent).to.equal('Just a moment…');
    expect(page.document.querySelectorAll('[role="status"]')).to.have.length(1);
  });
});

describe('telling the page that waits', () => {
  it('goes on every 250 ms until it has heard', async () => {
    const {heard, say} = listen();
    const {clock, text, closed} = await openQuery(code);
    expect(text()).to.equal('Just a moment…');
    clock.advance(249);
    await delivered();
    expect(heard).to.have.length(1);
    clock.advance(751);
    await delivered();
    expect(heard).to.have.length(5);
    expect(heard).to.deep.equal(Array(5).fill(resultOf(state)));
    say(verdict({t: 'ack'}));
    await waitUntil(() => closed() > 0);
    expect(text()).to.equal('Done. You can close this window.');
    expect(closed()).to.equal(1);
    expect(clock.running).to.equal(0);
    clock.advance(10_000);
    await delivered();
    expect(heard).to.have.length(5);
  });

  it('is given up after 5 s', async () => {
    const {heard} = listen();
    const {clock, text, closed} = await openQuery(code);
    clock.advance(4999);
    expect(text()).to.equal('Just a moment…');
    clock.advance(1);
    expect(text()).to.equal(
      'Nothing was saved. Close this window, go back to the page and start again.',
    );
    expect(clock.running).to.equal(0);
    expect(closed()).to.equal(0);
    await delivered();
    expect(heard.length).to.be.within(20, 21);
  });

  it('may turn out well after all, when a page that slept wakes up', async () => {
    const {say} = listen();
    const {clock, text, closed} = await openQuery(code);
    clock.advance(60_000);
    say(verdict({t: 'ack'}));
    await waitUntil(() => closed() > 0);
    expect(text()).to.equal('Done. You can close this window.');
  });

  for (const [name, message, words] of [
    ['cancelled', {t: 'nack', reason: 'cancelled'}, 'This sign-in was cancelled.'],
    ['superseded', {t: 'nack', reason: 'superseded'}, 'A newer sign-in has begun.'],
    ['expired', {t: 'nack', reason: 'expired'}, 'This sign-in took too long.'],
    ['invalid', {t: 'nack', reason: 'invalid'}, 'This answer could not be used.'],
    ['cancelled just now', {t: 'cancel'}, 'This sign-in was cancelled.'],
    ['refused without a reason', {t: 'nack'}, 'This sign-in was cancelled.'],
    ['refused for an unknown reason', {t: 'nack', reason: 'x'}, 'This sign-in was cancelled.'],
    ['refused for no reason', {t: 'nack', reason: null}, 'This sign-in was cancelled.'],
    ['refused as if it were done', {t: 'nack', reason: 'done'}, 'This sign-in was cancelled.'],
    [
      'refused by a method of objects',
      {t: 'nack', reason: 'toString'},
      'This sign-in was cancelled.',
    ],
  ] as const) {
    it(`ends with what became of it: ${name}`, async () => {
      const {say} = listen();
      const {text, clock, closed} = await openQuery(code);
      say(verdict(message));
      await waitUntil(() => clock.running === 0);
      expect(text()).to.contain(words);
      expect(closed()).to.equal(0);
    });
  }

  for (const [name, message] of [
    ['nothing', null],
    ['a text', 'ack'],
    ['a list', [verdict({t: 'ack'})]],
    ['another namespace', verdict({t: 'ack', ns: 'other'})],
    ['another version', verdict({t: 'ack', v: 2})],
    ['another state', verdict({t: 'ack', state: 'T'.repeat(43)})],
    ['no state', verdict({t: 'ack', state: undefined})],
    ['the answer itself', resultOf(state)],
    ['an unknown type', verdict({t: 'progress'})],
    ['a type of objects', verdict({t: 'constructor'})],
    ['no type', verdict({})],
  ] as const) {
    it(`is not ended by ${name}`, async () => {
      const {say} = listen();
      const {text, clock, closed} = await openQuery(code);
      say(message);
      await delivered();
      expect(text()).to.equal('Just a moment…');
      expect(clock.running).to.equal(2);
      expect(closed()).to.equal(0);
    });
  }

  it('reaches the window that opened it, which may answer', async () => {
    const heard: MessageEvent[] = [];
    const receive = (event: MessageEvent) => {
      if ((event.data as {ns?: unknown} | null)?.ns === 'keyslot/oauth') heard.push(event);
    };
    window.addEventListener('message', receive);
    cleanUps.push(() => window.removeEventListener('message', receive));
    const {page, closed, clock} = await openQuery(code, (opened) => {
      opened.opener = window;
    });
    await waitUntil(() => heard.length > 0);
    expect(heard[0]?.data).to.deep.equal(resultOf(state));
    expect(heard[0]?.source).to.equal(page);
    page.postMessage(verdict({t: 'ack'}), location.origin);
    await waitUntil(() => closed() === 1);
    expect(clock.running).to.equal(0);
  });

  it('takes an answer from no other window', async () => {
    const {page, closed, clock} = await openQuery(code, (opened) => {
      opened.opener = {postMessage: () => undefined};
    });
    page.postMessage(verdict({t: 'ack'}), location.origin);
    await delivered();
    expect(closed()).to.equal(0);
    expect(clock.running).to.equal(2);
  });

  const targetsWith = async (origins: string | undefined) => {
    const targets: string[] = [];
    await openQuery(code, (page) => {
      page.opener = {
        postMessage: (_: unknown, target: string) => {
          if (!target.includes(':')) throw new DOMException(target, 'SyntaxError');
          targets.push(target);
        },
      };
      const status = page.document.querySelector<HTMLElement>('[data-keyslot-callback]');
      if (origins !== undefined) status!.dataset['openerOrigins'] = origins;
    });
    return targets;
  };

  it('reaches pages of its own origin, unless others are named', async () => {
    expect(await targetsWith(undefined)).to.deep.equal([location.origin]);
    const others = 'https://app.example.com\n  https://admin.example.com';
    expect(await targetsWith(others)).to.deep.equal(others.split(/\s+/));
  });

  it('reaches the others when one of them is no origin', async () => {
    const origins = 'app.example.com https://app.example.com';
    expect(await targetsWith(origins)).to.deep.equal(['https://app.example.com']);
  });

  it('reaches nobody when no origin is named', async () => {
    expect(await targetsWith('')).to.deep.equal([]);
  });

  it('never reaches just any page', async () => {
    const targets: string[] = [];
    await openQuery(code, (page) => {
      page.opener = {postMessage: (_: unknown, target: string) => targets.push(target)};
      const status = page.document.querySelector<HTMLElement>('[data-keyslot-callback]');
      status!.dataset['openerOrigins'] = '* https://app.example.com';
    });
    expect(targets).to.deep.equal(['https://app.example.com']);
  });

  it('is given up when there is nobody to tell', async () => {
    const {clock, text} = await openQuery(code, (page) => {
      Object.assign(page, {BroadcastChannel: undefined});
    });
    clock.advance(5000);
    expect(text()).to.contain('Nothing was saved.');
  });

  it('works without channels', async () => {
    const {closed, page} = await openQuery(code, (opened) => {
      opened.opener = window;
      Object.assign(opened, {BroadcastChannel: undefined});
    });
    page.postMessage(verdict({t: 'ack'}), location.origin);
    await waitUntil(() => closed() === 1);
  });
});
