import {expect, waitUntil} from '@open-wc/testing';

/** Where a bundler would find the package. */
const importMap = {
  imports: {
    keyslot: '/src/index.ts',
    'keyslot/core': '/src/core.ts',
    'keyslot/define': '/src/define.ts',
  },
};

async function openExample(): Promise<{frame: HTMLIFrameElement; page: Document}> {
  const text = await (await fetch('/README.md')).text();
  const [, example] = /^```html\n(.*?)^```/ms.exec(text) ?? [];
  const frame = document.createElement('iframe');
  frame.srcdoc = `<script type="importmap">${JSON.stringify(importMap)}</script>${example ?? ''}`;
  document.body.append(frame);
  const shownForm = () =>
    frame.contentDocument?.querySelector('keyslot-connect')?.shadowRoot?.querySelector('form');
  await waitUntil(shownForm, 'the example shows no form', {timeout: 8000});
  return {frame, page: frame.contentDocument!};
}

function fill(page: Document, key: string, value: string): void {
  const root = page.querySelector('keyslot-connect')?.shadowRoot;
  const input = root?.querySelector<HTMLInputElement>(`[data-key="${key}"]`);
  if (!input) throw new Error(`no field ${key}`);
  input.value = value;
}

describe('the HTML example of the README', function () {
  this.timeout(10_000);

  let frame: HTMLIFrameElement;
  let page: Document;
  let answer: (response: Response) => void;
  let sent: RequestInit | undefined;

  beforeEach(async () => {
    ({frame, page} = await openExample());
    Object.assign(frame.contentWindow!, {
      fetch: (_address: string, request: RequestInit) => {
        sent = request;
        return new Promise((resolve) => (answer = resolve));
      },
    });
    fill(page, 'store', 'acme');
    fill(page, 'token', 'shpat_1');
    page.querySelector('keyslot-connect')?.submit();
    await waitUntil(() => sent, 'nothing was sent');
  });

  afterEach(() => {
    frame.remove();
    sent = undefined;
  });

  const shownText = () => page.querySelector('keyslot-connect')?.shadowRoot?.textContent ?? '';

  it('posts the credential', () => {
    expect(JSON.parse(sent?.body as string)).to.deep.equal({
      connectorId: 'shopify',
      methodId: 'admin-token',
      type: 'token',
      values: {token: 'shpat_1', store: 'acme'},
    });
  });

  it('shows the account that the server names', async () => {
    answer(Response.json({account: 'anna@example.com'}));
    await waitUntil(() => shownText().includes('anna@example.com'));
  });

  it('shows what the server says of a field', async () => {
    answer(Response.json({fields: {store: 'There is no such store'}}, {status: 422}));
    await waitUntil(() => shownText().includes('There is no such store'));
  });
});
