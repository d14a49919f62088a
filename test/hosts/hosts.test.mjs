// Run by scripts/test-hosts.mjs, which says where the packed package is.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {startHostServer} from './host-server.mjs';
import {hosts} from './hosts.mjs';
import {install, npm} from './install.mjs';
import {journey} from './journey.mjs';
import {launch, openVisit} from './visit.mjs';

const folder = process.env.HOSTS_FOLDER;
const chosen = process.env.HOSTS?.split(' ').filter(Boolean) ?? [];

for (const host of hosts.filter(({name}) => chosen.length === 0 || chosen.includes(name))) {
  const {name, pages = ['/'], output = 'dist'} = host;
  describe(name, () => {
    let application;
    let browser;
    let server;

    before(() => assert.ok(folder, 'npm run test:hosts has packed the package'));
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    it('installs the package', {timeout: 600_000}, async () => {
      application = await install(name, folder);
    });

    it('passes its type check', {timeout: 300_000}, async () => {
      assert.ok(application, 'it is installed');
      await npm(['run', 'check'], application);
    });

    it('builds', {timeout: 300_000}, async () => {
      assert.ok(application, 'it is installed');
      await npm(['run', 'build'], application);
      server = await startHostServer(join(application, output), host);
      browser = await launch();
    });

    for (const page of pages) {
      for (const [expectation, act] of Object.entries({...journey, ...host.more})) {
        it(`${page} ${expectation}`, {timeout: 120_000}, async () => {
          assert.ok(server, 'it is built');
          const visit = await openVisit(browser, server.url + page);
          try {
            await act(visit, server);
          } finally {
            await visit.close();
          }
        });
      }
    }
  });
}
