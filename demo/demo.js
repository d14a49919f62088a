const element = document.querySelector('keyslot-connect');
const select = document.querySelector('#connector');
const received = document.querySelector('#received');

async function show(id) {
  const response = await fetch(`/connectors/${id}.json`);
  element.reset();
  element.connector = await response.json();
}

// examples/server/backend.mjs, which `npm start` runs on the next port.
const backend = `http://${location.hostname}:${Number(location.port) + 1}/`;

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

select.addEventListener('change', () => show(select.value));
show(select.value);
