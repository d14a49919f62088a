const element = document.querySelector('keyslot-connect');
const select = document.querySelector('#connector');
const received = document.querySelector('#received');

async function show(id) {
  const response = await fetch(`/connectors/${id}.json`);
  element.reset();
  element.oauth = id.startsWith('example-') ? signIn(id) : undefined;
  element.presets = id.startsWith('example-') ? providers : undefined;
  element.connector = await response.json();
}

// examples/server/backend.mjs, which `npm start` runs on the next port.
const backend = `http://${location.hostname}:${Number(location.port) + 1}/`;

// The providers that `npm start` runs on the ports behind.
const providers = {
  provider: `http://${location.hostname}:${Number(location.port) + 2}`,
  olderProvider: `http://${location.hostname}:${Number(location.port) + 3}`,
};

const signIn = (id) => ({
  redirectUri: `${location.origin}/callback/callback.html`,
  mode: 'auto',
  allowLoopback: true,
  // Without it the page makes the request itself.
  ...(id === 'example-prepared' && {prepare}),
});

async function prepare(context, {signal}) {
  const response = await fetch(`${backend}prepare`, {
    method: 'POST',
    body: JSON.stringify(context),
    signal,
  });
  const answer = await response.json();
  if (!response.ok) throw answer;
  return answer;
}

async function save(credential, signal) {
  const response = await fetch(backend, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(credential),
    signal,
  });
  const answer = await response.json();
  if (!response.ok) throw answer;
  return answer;
}

element.addEventListener('keyslot-submit', (event) => {
  event.respondWith(save(event.credential, event.signal));
  // Redacted, as an event serialises.
  received.textContent = JSON.stringify(event, null, 2);
});

// Whoever comes back from signing in in this tab finds the same application.
select.value = new URLSearchParams(location.search).get('connector') ?? select.value;
select.addEventListener('change', () => {
  history.replaceState(null, '', `?connector=${select.value}`);
  show(select.value);
});
show(select.value);
