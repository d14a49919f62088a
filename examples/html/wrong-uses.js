// Never run: what the type check has to refuse.
const element = document.createElement('keyslot-connect');

// @ts-expect-error -- a number, and only one
element.headingLevel = '2';
// @ts-expect-error -- without `redirectUri`
element.oauth = {mode: 'popup'};
element.addEventListener('keyslot-submit', (event) => {
  // @ts-expect-error -- resolves to no account
  event.respondWith(Promise.resolve({account: 1}));
});
element.addEventListener('keyslot-method-change', (event) => {
  // @ts-expect-error -- the event of another kind
  event.respondWith(Promise.resolve());
});
