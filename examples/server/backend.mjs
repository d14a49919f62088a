// Takes a credential from the page, judges it again, and tries it on the application's own API.
import {createServer} from 'node:http';
import {text} from 'node:stream/consumers';
import {
  KeyslotRequestError,
  resolveRequest,
  resolveTokenRequest,
  validateCredential,
} from 'keyslot/core';

/** An answer to the page: `message` is shown above the form, a text of `fields` at its field. */
const refusal = (status, message, fields) => ({status, body: {message, fields}});

/**
 * @param findConnector - The definition of a connector id: the same that the page was given.
 * @param apiUrl - Where the application answers who a credential belongs to.
 * @param origin - The origin of the page.
 * @param send - What sends requests, in place of `fetch`.
 * @param signIns - By connector id, for applications that one request cannot ask: what tries a
 *   credential on them. Answers as `fetch` does, or with nothing when the application refuses.
 */
export const createBackend = ({findConnector, apiUrl, origin, send = fetch, signIns = {}}) => {
  const connect = async (json) => {
    const input = JSON.parse(json);
    const connector = await findConnector(input.connectorId);
    const result = validateCredential(connector, input);
    if (!result.ok) {
      const {issues} = result;
      return {status: 422, body: {message: 'Check what you entered', issues}};
    }
    const {credential} = result;
    const signIn = signIns[connector.id];
    const answer = await (signIn
      ? signIn(credential, send)
      : tryOut(connector, credential, apiUrl(credential), send));
    if (!answer?.ok) return refusal(422, 'The application refused it');
    // Here a real backend encrypts the credential and stores it.
    return {status: 200, body: await answer.json()};
  };

  return createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-headers', 'content-type');
    const {status, body} =
      request.method === 'POST'
        ? await connect(await text(request)).catch(failure)
        : {status: 204, body: undefined};
    response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));
  });
};

async function tryOut(connector, credential, url, send) {
  const needsToken = credential.type === 'oauth2-client-credentials';
  const accessToken = needsToken ? await getAccessToken(connector, credential, send) : undefined;
  if (needsToken && !accessToken) return undefined;
  const request = {method: 'GET', url};
  const {headers, query} = await resolveRequest(connector, credential, {request, accessToken});
  return send(`${url}?${new URLSearchParams(query)}`, {headers});
}

async function getAccessToken(connector, credential, send) {
  const {url, headers, query, body} = await resolveTokenRequest(connector, credential);
  const address = new URL(url);
  for (const [name, value] of Object.entries(query)) address.searchParams.append(name, value);
  const form = new URLSearchParams(body);
  const answer = await send(address.href, {method: 'POST', headers, body: form});
  return (await answer.json()).access_token;
}

/** What is wrong, without repeating what an error says: it may hold a secret. */
function failure(error) {
  if (error instanceof SyntaxError) return refusal(400, 'That was no credential');
  if (!(error instanceof KeyslotRequestError))
    return refusal(502, 'The application does not answer');
  return error.code === 'request_private_key'
    ? refusal(422, undefined, {privateKey: 'Enter a PKCS #8 key: BEGIN PRIVATE KEY'})
    : refusal(422, 'No request can be made of it');
}
