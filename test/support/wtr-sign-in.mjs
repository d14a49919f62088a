import {createServer} from 'node:http';

/** What a provider at these addresses does with a request for authorization. */
const answers = {
  '/allow': () => ({code: 'granted'}),
  '/deny': () => ({error: 'access_denied'}),
};

/**
 * A provider on an origin of its own that answers at once, the same in every browser; `/wait` never
 * answers. Tests learn its address from `/provider-address.json`.
 */
export function signInProvider() {
  let server;
  const origin = () => `http://127.0.0.1:${server.address().port}`;
  return {
    name: 'sign-in-provider',

    async serverStart() {
      server = createServer((request, response) => {
        const {pathname, searchParams} = new URL(request.url, origin());
        const answer = answers[pathname]?.();
        if (!answer) {
          response.end('Please wait');
          return;
        }
        const target = new URL(searchParams.get('redirect_uri'));
        const state = searchParams.get('state');
        for (const [name, value] of Object.entries({...answer, state, iss: origin()})) {
          target.searchParams.set(name, value);
        }
        response.writeHead(302, {location: target.href}).end();
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    },

    serverStop() {
      server?.closeAllConnections();
      server?.close();
    },

    serve({path}) {
      if (path !== '/provider-address.json') return undefined;
      return {body: JSON.stringify({origin: origin()}), type: 'json'};
    },
  };
}
