// The page of a host with an element, which it sets up as its own address says: so it is there again
// when the user comes back to it. The rig reaches it as `window.host`.
import {countLive, delay, elapse, restored} from './live-objects.js';
import {advance, stopClock} from './clock.js';
import {
  countPresses,
  entropy,
  tracesWith,
  violations,
  wasClicked,
  windows,
} from './watched-page.js';
import {definitionOf, PROVIDER} from './definition.js';
import '../../src/define.js';

/** What the element told, in words; and what it handed over. */
const events = [];
const credentials = [];
const texts = [];

const describers = {
  'keyslot-before-authorize': () => 'leaves',
  'keyslot-authorize-state': ({status, isExpiring}) =>
    isExpiring ? `${status}, expiring` : status,
  'keyslot-error': ({code}) => code,
  'keyslot-submit'({credential}) {
    credentials.push(credential);
    return 'submit';
  },
};

const {isCutOff, isPrepared, method, oauth, others, ...properties} = JSON.parse(
  new URLSearchParams(location.search).get('settings') ?? '{}',
);

/** What the element is given. */
const define = (changes, rest = others) =>
  definitionOf(
    {...(isCutOff && {authorizationUrl: `${PROVIDER}?coop=same-origin`}), ...method, ...changes},
    rest,
  );

/** A backend that has the window ask for what the page itself would. */
const prepare = ({state, redirectUri}) => {
  const query = new URLSearchParams({state, redirect_uri: redirectUri});
  return Promise.resolve({authorizationUrl: `${PROVIDER}?${query}`});
};

const element = Object.assign(document.createElement('keyslot-connect'), {
  connector: define(),
  oauth: {
    redirectUri: `${location.origin}/callback.html`,
    allowLoopback: true,
    ...(isPrepared && {prepare}),
    ...oauth,
  },
  ...properties,
});
for (const [type, describe] of Object.entries(describers)) {
  element.addEventListener(type, (event) => {
    events.push(describe(event));
    texts.push(String(event), JSON.stringify(event), JSON.stringify(Object.entries(event)));
  });
}
document.querySelector('main').append(element);

/** What is on screen of all elements of a selector. */
const find = (selector) =>
  [...element.renderRoot.querySelectorAll(selector)].filter((found) => found.checkVisibility());

/** Takes the element away, and lets pass all the time that what is left of it may last. */
async function release() {
  element.remove();
  elapse();
  await delay(0);
  elapse();
}

window.host = {
  advance,
  countAttempts: () => events.filter((event) => event === 'settled').length,
  countLive,
  countPresses,
  credentials,
  define,
  delay,
  element,
  entropy,
  events,
  isSettled: () => !element.matches(':state(authorizing)'),
  read: (selector) => find(selector).map(({innerText}) => innerText.replaceAll(/\s+/g, ' ').trim()),
  release,
  restored: () => restored,
  stopClock,
  traces: () => tracesWith(texts),
  violations,
  wasClicked,
  windows,
};
