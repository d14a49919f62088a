const element = document.querySelector('keyslot-connect');
const select = document.querySelector('#connector');
const received = document.querySelector('#received');

async function show(id) {
  const response = await fetch(`/connectors/${id}.json`);
  element.reset();
  element.connector = await response.json();
}

element.addEventListener('keyslot-submit', (event) => {
  // A real host posts event.credential to its own server here, and answers with what that says.
  event.respondWith(
    new Promise((resolve) => {
      setTimeout(resolve, 1000, {account: 'demo@example.com'});
    }),
  );
  received.textContent = JSON.stringify(event, null, 2);
});

select.addEventListener('change', () => show(select.value));
show(select.value);
