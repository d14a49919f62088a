// @ts-check
const connect = /** @type {HTMLElement} */ (document.querySelector('#connect'));
const connection = /** @type {HTMLElement} */ (document.querySelector('#connection'));
const output = /** @type {HTMLElement} */ (document.querySelector('output'));

connect.addEventListener('click', async () => {
  const response = await fetch('/connector.json');
  const element = document.createElement('keyslot-connect');
  element.connector = await response.json();
  element.oauth = {
    redirectUri: `${location.origin}/callback/callback.html`,
    allowLoopback: true, // only where the provider is on this machine
  };
  element.addEventListener('keyslot-submit', (event) => event.respondWith(save(event)));
  connection.prepend(element);
  connection.hidden = false;
  connect.hidden = true;
  output.textContent = '';
});

connection.querySelector('#close')?.addEventListener('click', () => {
  connection.querySelector('keyslot-connect')?.remove();
  connection.hidden = true;
  connect.hidden = false;
});

/** @param {import('keyslot').KeyslotSubmitEvent} event */
async function save({credential, signal}) {
  const response = await fetch('/connections', {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(credential),
    signal,
  });
  const answer = await response.json();
  if (!response.ok) throw answer; // {message?, fields?: {store: '…'}}
  output.textContent = `Connected as ${answer.account}`;
  return answer; // {account?, warnings?}
}
