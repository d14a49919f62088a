import {createServer} from 'node:http';

/**
 * Starts the server of a provider on loopback.
 *
 * @param port - Any free one, when 0.
 * @param createListener - Makes of the server's address what answers its requests.
 */
export async function startServer({port, hostname}, createListener) {
  const requests = [];
  let headers = {};
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, hostname, resolve);
  });
  const url = `http://${hostname}:${server.address().port}`;
  const listener = createListener(url);
  server.on('request', (request, response) => {
    // Without the query, which holds codes and tokens.
    requests.push({method: request.method, path: request.url.split('?')[0]});
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    listener(request, response);
  });
  return {
    url,
    requests,
    setHeaders: (given) => {
      headers = given;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        // A browser keeps its connections open for a minute.
        server.closeAllConnections();
      }),
  };
}
