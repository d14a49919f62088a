import {createSignal, Show} from 'solid-js';
import type {KeyslotSubmitEvent} from 'keyslot';
import 'keyslot/define';
import type {} from 'keyslot/typings/solid';

const oauth = {
  redirectUri: `${location.origin}/callback/callback.html`,
  allowLoopback: true, // only where the provider is on this machine
};

export function App() {
  const [connector, setConnector] = createSignal<unknown>();
  const [account, setAccount] = createSignal<string>();

  async function open() {
    const response = await fetch('/connector.json');
    setConnector(await response.json());
    setAccount(undefined);
  }

  async function save({credential, signal}: KeyslotSubmitEvent) {
    const response = await fetch('/connections', {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(credential),
      signal,
    });
    const answer = await response.json();
    if (!response.ok) throw answer; // {message?, fields?: {store: '…'}}
    setAccount(answer.account);
    return answer; // {account?, warnings?}
  }

  return (
    <main>
      <h1>Integrations</h1>
      <Show when={connector()} fallback={<button onClick={open}>Connect an application</button>}>
        <keyslot-connect
          prop:connector={connector()}
          prop:oauth={oauth}
          on:keyslot-submit={(event) => event.respondWith(save(event))}
        />
        <button onClick={() => setConnector(undefined)}>Close</button>
      </Show>
      <Show when={account()}>
        <output>Connected as {account()}</output>
      </Show>
    </main>
  );
}
