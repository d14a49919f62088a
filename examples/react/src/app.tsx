import {useState} from 'react';
import type {KeyslotSubmitEvent} from 'keyslot';
import 'keyslot/define';
import type {} from 'keyslot/typings/react';

const oauth = {
  redirectUri: `${location.origin}/callback/callback.html`,
  allowLoopback: true, // only where the provider is on this machine
};

export function App() {
  const [connector, setConnector] = useState<unknown>();
  const [account, setAccount] = useState<string>();

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
      {connector ? (
        <>
          <keyslot-connect
            connector={connector}
            oauth={oauth}
            onkeyslot-submit={(event) => event.respondWith(save(event))}
          />
          <button onClick={() => setConnector(undefined)}>Close</button>
        </>
      ) : (
        <button onClick={open}>Connect an application</button>
      )}
      {account && <output>Connected as {account}</output>}
    </main>
  );
}
