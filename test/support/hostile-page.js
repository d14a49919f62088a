// A page that uses Keyslot by itself, whatever is done to it: so it can be of another origin, or of
// none. Takes hold of what it needs before anybody else does.
const wait = setTimeout.bind(window);
const {Event} = window;

window.violations = [];
addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => {
  window.violations.push(`${effectiveDirective} ${blockedURI}`);
});
window.warnings = [];
for (const level of ['log', 'warn', 'error']) {
  console[level] = (...texts) => window.warnings.push(texts.join(' '));
}
window.uncaught = [];
addEventListener('error', ({message}) => window.uncaught.push(message));
addEventListener('unhandledrejection', ({reason}) => window.uncaught.push(String(reason)));

/** Loads a copy of Keyslot: see `wtr-hostile-page.mjs`. */
window.load = (name) => import(`/hostile/${name}.js`);

const connector = {
  id: 'acme',
  name: 'Acme',
  methods: [
    {
      id: 'only',
      type: 'basic',
      name: 'Keys',
      variables: [
        {key: 'port', label: 'Port', type: 'number', default: '80'},
        {key: 'region', label: 'Region', type: 'select', options: [{value: 'a'}, {value: 'b'}]},
        {key: 'pem', label: 'Key', type: 'multiline', secret: true},
        {key: 'headers', label: 'Headers', type: 'keyvalue'},
        {key: 'live', label: 'Live', type: 'boolean'},
        {key: 'reason', label: 'Reason', visibleWhen: {key: 'live', equals: true}},
      ],
    },
  ],
};

const entries = {username: 'ada', password: 'p4ss', port: '8080', region: 'b', pem: 'one\ntwo'};

/** Waits for something on the page. Rejects when that takes too long. */
async function until(find, what) {
  for (let left = 400; left > 0; left -= 1) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => wait(resolve, 10));
  }
  throw new Error(`waited for ${what}`);
}

function enter(control, value) {
  control.value = value;
  control.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
}

/**
 * Puts an element in a place, submits it with nothing in it, then with all that it asks for.
 *
 * @returns What came of it, to be cloned: JSON is what somebody may have a hand in.
 */
window.useElement = async (place = document.body) => {
  const element = document.createElement('keyslot-connect');
  element.connector = connector;
  const credentials = [];
  element.addEventListener('keyslot-submit', ({credential}) => credentials.push(credential));
  place.append(element);
  const find = (selector) => element.shadowRoot?.querySelector(selector);
  const submit = () => find('[part~="submit"]').click();
  await until(() => find('[part~="submit"]'), 'the form');
  submit();
  await until(() => find('[part~="error"]'), 'what is wrong');
  const wrong = [...element.shadowRoot.querySelectorAll('[part~="error"] bdi')].map(
    ({textContent}) => textContent,
  );
  for (const [key, value] of Object.entries(entries)) enter(find(`[data-key="${key}"]`), value);
  await until(() => find('[part="pair"]'), 'the pairs');
  for (const [index, text] of ['x-a', '1'].entries()) {
    enter(element.shadowRoot.querySelectorAll('[part="pair"] input')[index], text);
    await element.updateComplete;
  }
  find('[data-key="live"]').click();
  enter(await until(() => find('[data-key="reason"]'), 'the field'), 'because');
  submit();
  await until(() => element.matches(':state(connected)'), 'the success');
  // What comes too often comes soon.
  await new Promise((resolve) => wait(resolve, 50));
  const {violations, warnings, uncaught} = window;
  return {wrong, credentials, violations, warnings, uncaught};
};

// A page of another origin cannot be reached, only asked.
addEventListener('message', async ({data}) => {
  if (data !== 'use') return;
  const answer = await window
    .load('keyslot')
    .then(() => window.useElement())
    .catch((error) => ({failed: String(error)}));
  parent.postMessage(answer, '*');
});
