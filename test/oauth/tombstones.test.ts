import {expect} from '@open-wc/testing';
import {keepTombstone} from '../../src/oauth/tombstones.js';
import {FakePorts} from '../support/authorization-ports.js';

/** Keeps the channel of an attempt that ended, by this name. */
function keep(ports: FakePorts, name: string, life = 60_000) {
  const channel = ports.openChannel(name, () => undefined);
  return keepTombstone(channel!, life, ports);
}

describe('the channel of an attempt that ended', () => {
  it('is open for as long as it should be', () => {
    const ports = new FakePorts();
    keep(ports, 'one');
    ports.advance(59_999);
    expect(ports.channelNames).to.deep.equal(['one']);
    ports.advance(1);
    expect(ports.live).to.deep.equal({timers: 0, channels: 0, listeners: 0});
  });

  it('can be closed before', () => {
    const ports = new FakePorts();
    const bury = keep(ports, 'one');
    keep(ports, 'two');
    bury();
    expect(ports.live).to.deep.equal({timers: 1, channels: 1, listeners: 0});
    bury();
    ports.advance(60_000);
    expect(ports.live).to.deep.equal({timers: 0, channels: 0, listeners: 0});
  });

  it('makes room for the 20 that ended after it', () => {
    const ports = new FakePorts();
    const names = Array.from({length: 25}, (_, index) => `channel ${index}`);
    for (const name of names) keep(ports, name);
    expect(ports.channelNames).to.deep.equal(names.slice(5));
    expect(ports.live).to.include({timers: 20});
    ports.advance(60_000);
    expect(ports.live).to.deep.equal({timers: 0, channels: 0, listeners: 0});
  });

  it('takes no room once it is closed', () => {
    const ports = new FakePorts();
    keep(ports, 'first', 120_000);
    for (let index = 0; index < 19; index++) keep(ports, `brief ${index}`, 1000);
    ports.advance(1000);
    for (let index = 0; index < 19; index++) keep(ports, `later ${index}`);
    expect(ports.channelNames).to.include('first').and.to.have.length(20);
    keep(ports, 'one more');
    expect(ports.channelNames).not.to.include('first');
    ports.advance(120_000);
    expect(ports.live).to.deep.equal({timers: 0, channels: 0, listeners: 0});
  });
});
