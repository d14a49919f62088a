// What a page draws by lot, has hold of and is forbidden, and where secrets could lie about in it.

/** All that was ever random: states and verifiers. */
export const entropy = [];
const draw = crypto.getRandomValues.bind(crypto);
crypto.getRandomValues = (bytes) => {
  draw(bytes);
  entropy.push(base64Url(bytes));
  return bytes;
};

const base64Url = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** What the page has hold of. */
export const windows = [];
const {open} = window;
window.open = (...parameters) => {
  const opened = open.apply(window, parameters);
  windows.push(opened);
  return opened;
};

let presses = 0;
let clicked = [];
const onPress = () => {
  presses += 1;
  clicked = [];
};
addEventListener('pointerdown', onPress, {capture: true});
addEventListener('click', (event) => (clicked = event.composedPath()), {capture: true});

/** How often the browser has told the page that a button of the mouse was pressed. */
export const countPresses = () => presses;

/** Whether the last press of the mouse has clicked something. */
export const wasClicked = (control) => clicked.includes(control);

export const violations = [];
document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => {
  violations.push(`${effectiveDirective} ${blockedURI}`);
});

/**
 * All the places in which a secret could lie about.
 *
 * @param errors - What a log or an error report would make of what went wrong.
 */
export async function tracesWith(errors) {
  return {
    address: location.href,
    'name of the window': window.name,
    markup: document.documentElement.getHTML({shadowRoots: rootsOf(document)}),
    cookies: attemptTo(() => document.cookie),
    'local storage': attemptTo(() => JSON.stringify(Object.entries(window.localStorage))),
    'session storage': attemptTo(() => JSON.stringify(Object.entries(window.sessionStorage))),
    databases: await attemptTo(async () => JSON.stringify(await indexedDB.databases())),
    caches: await attemptTo(async () => JSON.stringify(await caches.keys())),
    'performance entries': JSON.stringify(performance.getEntries()),
    'state of the history': JSON.stringify(history.state) ?? '',
    errors: errors.join('\n'),
  };
}

const rootsOf = (root) =>
  [...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
    shadowRoot ? [shadowRoot, ...rootsOf(shadowRoot)] : [],
  );

/** Storage may be forbidden, by a row or by the frame around the page. */
function attemptTo(action) {
  try {
    const result = action();
    return result instanceof Promise ? result.catch(() => '') : result;
  } catch {
    return '';
  }
}
