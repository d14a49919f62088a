import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {importBundled} from '../../scripts/import-bundled.mjs';
import {apiUrl, signIns} from './host.mjs';
import {startLoopbackApi} from './loopback-api.mjs';
import {loopbackCases, loopbackMethods, windowMethods} from './loopback-methods.mjs';
import {privateKeys, startThirdParties} from './third-parties.mjs';

/** The applications that a backend can try credentials on. */
const applications = {
  async 'third-parties'(rootDir) {
    const {url, close} = await startThirdParties();
    const folder = join(rootDir, 'stories/connectors');
    return {
      close,
      connectors: readdirSync(folder).map((file) =>
        JSON.parse(readFileSync(join(folder, file), 'utf8')),
      ),
      apiUrl,
      signIns,
      known: privateKeys,
      send: (address, {headers, ...init}) => {
        const {host, pathname, search} = new URL(address);
        return fetch(url + pathname + search, {
          ...init,
          headers: {...headers, 'x-forwarded-host': host},
        });
      },
    };
  },

  async loopback() {
    const {url, close} = await startLoopbackApi();
    return {
      close,
      connectors: [...loopbackMethods(url), ...windowMethods(url)].map((method) => ({
        id: method.id,
        name: 'Loopback',
        methods: [method],
      })),
      apiUrl: ({methodId}) => url + loopbackCases[methodId].path,
      known: loopbackCases,
      send: fetch,
    };
  },
};

/**
 * Gives each test file that asks for it the example backend, on loopback, with applications behind
 * it, and tells what they answered.
 */
export function backend() {
  const started = new Map();
  let config;

  async function start(name) {
    const {createBackend} = await importBundled('examples/server/backend.mjs');
    const {close, connectors, known, send, ...options} = await applications[name](config.rootDir);
    const answers = [];
    const server = createBackend({
      ...options,
      findConnector: (id) => connectors.find((connector) => connector.id === id),
      origin: `http://${config.hostname}:${config.port}`,
      send: async (...request) => {
        const answer = await send(...request);
        answers.push(answer.status);
        return answer;
      },
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      description: {address: `http://127.0.0.1:${server.address().port}/`, connectors, known},
      answers,
      stop: () => {
        server.close();
        return close();
      },
    };
  }

  return {
    name: 'backend',
    serverStart(parameters) {
      config = parameters.config;
    },
    async executeCommand({command, payload, session}) {
      if (command === 'start-backend') {
        if (!started.has(session.id)) started.set(session.id, start(payload));
        return (await started.get(session.id)).description;
      }
      if (command === 'take-answers') return (await started.get(session.id)).answers.splice(0);
    },
    async serverStop() {
      const settled = await Promise.allSettled(started.values());
      await Promise.all(settled.map(({value}) => value?.stop()));
    },
  };
}
