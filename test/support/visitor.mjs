import {request} from 'node:http';
import {text} from 'node:stream/consumers';

/**
 * A user of pages on loopback without a browser: keeps cookies, follows redirects while they stay
 * with the site, and presses buttons. It finds any host name on loopback, which Node's resolver need
 * not.
 */
export function createVisitor() {
  const cookies = new Map();

  async function send(url, {method = 'GET', body} = {}) {
    const {host, port, pathname, search} = url;
    const sent = [...cookies.values()].filter(
      (cookie) => cookie.host === url.hostname && pathname.startsWith(cookie.path),
    );
    const response = await new Promise((resolve, reject) => {
      request({
        host: '127.0.0.1',
        port,
        path: pathname + search,
        method,
        headers: {
          host,
          cookie: sent.map(({pair}) => pair).join('; '),
          ...(body && {'content-type': 'application/x-www-form-urlencoded'}),
        },
      })
        .once('response', resolve)
        .once('error', reject)
        .end(body);
    });
    for (const line of response.headers['set-cookie'] ?? []) keep(url.hostname, line);
    const {statusCode: status, headers} = response;
    return {url, status, headers, html: await text(response)};
  }

  function keep(host, line) {
    const [pair, ...attributes] = line.split('; ');
    const path = attributes.find((attribute) => attribute.startsWith('path='))?.slice(5) ?? '/';
    const key = [host, path, pair.split('=')[0]].join(' ');
    if (line.includes('expires=Thu, 01 Jan 1970')) cookies.delete(key);
    else cookies.set(key, {host, path, pair});
  }

  /** @returns The page that redirects end at, or `{left}`: the address that they leave for. */
  async function visit(address, init) {
    const url = new URL(address);
    const answer = await send(url, init);
    const {location} = answer.headers;
    if (location === undefined) return answer;
    const next = new URL(location, url);
    return next.host === url.host ? visit(next) : {left: next};
  }

  return {
    visit,
    /** Presses the button of a page that is called so, with what is entered by name. */
    press(page, name, entered = {}) {
      const pressed = [...page.html.matchAll(/<button([^>]*)>([^<]*)<\/button>/g)].find(
        ([, , label]) => label === name,
      );
      if (!pressed) throw new Error(`There is no button ${name}`);
      const form = new URLSearchParams();
      for (const [, attributes] of page.html.matchAll(/<input([^>]*)>/g)) {
        const field = read(attributes);
        form.set(field.name, entered[field.name] ?? field.value ?? '');
      }
      const button = read(pressed[1]);
      if (button.name) form.set(button.name, button.value);
      return visit(page.url, {method: 'POST', body: form.toString()});
    },
  };
}

const read = (attributes) =>
  Object.fromEntries(
    [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
