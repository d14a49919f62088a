import {createServer} from 'node:http';

/** Serves JSON on loopback: what `handle` answers to a request, its status and its body. */
export async function serve(handle) {
  const server = createServer(async (request, response) => {
    // An answer to an application's mistake too, or the test that meets it waits for ever.
    const [status, body] = await handle(request).catch(() => [500, {}]);
    response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
