// The page of a host, without elements: it begins attempts and notes what becomes of them. The rig
// reaches it as `window.host`.
import {countLive, delay, restored} from './live-objects.js';
import {parseConnector, validateCredential} from '../../src/core.js';
import {browserPorts, resumeAuthorization, startAuthorization} from '../../src/oauth.js';

const PROVIDER = `http://idp.localhost:${location.port}/authorize`;

/** What the clock of the page is ahead by, when it was stopped, and who wants to know. */
let ahead = 0;
let stoppedAt;
const tickers = new Set();

/** All that was ever random: states and verifiers. */
const entropy = [];
const attempts = [];

const now = () => (stoppedAt ?? Date.now()) + ahead;

const ports = (own) => {
  const browser = browserPorts();
  return {
    ...browser,
    now,
    tick(listener) {
      tickers.add(listener);
      const stop = browser.tick(listener);
      return () => {
        tickers.delete(listener);
        stop();
      };
    },
    randomBytes(length) {
      const bytes = browser.randomBytes(length);
      entropy.push(base64Url(bytes));
      return bytes;
    },
    ...own,
  };
};

const base64Url = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const definitionOf = (method = {}) => ({
  version: 1,
  id: 'example',
  name: 'Example',
  methods: [
    {
      id: 'window',
      type: 'oauth2-authorization-code',
      authorizationUrl: PROVIDER,
      clientId: 'example-client',
      scopes: [{value: 'orders:read', required: true}],
      ...method,
    },
  ],
});

const connectorOf = (definition) => parseConnector(definitionOf(definition)).connector;

/** @param definition - What the method says, beside the usual. */
function start({
  definition,
  connector = connectorOf(definition),
  oauth,
  ports: own,
  ...request
} = {}) {
  const record = {statuses: [], outcomes: []};
  attempts.push(record);
  const {onChange} = request;
  record.attempt = startAuthorization(
    {
      connector,
      methodId: connector.methods[0].id,
      values: {},
      windowText: 'Connecting to Example…',
      ...request,
      onChange(attempt) {
        record.statuses.push({status: attempt.status, at: performance.now()});
        onChange?.(attempt);
      },
      oauth: {redirectUri: `${location.origin}/callback.html`, allowLoopback: true, ...oauth},
    },
    ports(own),
  );
  record.result = noteOutcome(record, record.attempt.result);
  return record.attempt;
}

function noteOutcome(record, result) {
  const note = (outcome) => {
    record.outcomes.push(outcome);
    return outcome;
  };
  return result.then(
    (authorization) => note({ok: true, authorization}),
    (error) => note({ok: false, error: {...describe(error), texts: textsOf(error)}}),
  );
}

/** A plan with a backend that prepares once `host.prepared` is called. */
const prepareLater = (address) => ({
  oauth: {
    prepare: ({state}) =>
      new Promise((resolve) => {
        window.host.prepared = () =>
          resolve({authorizationUrl: `${address ?? PROVIDER}?state=${state}`});
      }),
  },
});

const describe = ({code, phase, retry, reason, provider, hostMessage, hint}) => ({
  code,
  phase,
  retry,
  reason,
  provider,
  hostMessage,
  hint,
});

/** All that a log or an error report would make of an error. */
const textsOf = (error) => [
  String(error),
  JSON.stringify(error),
  JSON.stringify(Object.entries(error)),
  error.stack,
  String(error.cause),
];

/** What there is to see of an attempt. */
function read(index) {
  const {attempt, statuses, outcomes} = attempts[index];
  const {status, url, ignoredMessages, isExpiring, canUseThisTab} = attempt;
  return {
    status,
    url,
    ignoredMessages,
    isExpiring,
    canUseThisTab,
    outcomes,
    statuses: statuses.map((entry) => entry.status),
  };
}

/** @returns What a page finds that the user came back to, and what comes of it. */
async function resume(connectorId = 'example') {
  const resumed = await resumeAuthorization(connectorId, undefined, ports());
  if (!resumed) return undefined;
  const {methodId, values, result} = resumed;
  return {methodId, values, outcome: await noteOutcome({outcomes: []}, result)};
}

/** From now on, time passes by `advance` alone. */
function stopClock() {
  stoppedAt ??= Date.now();
}

/** Sets the clock forward, as the machine does that slept. */
function advance(milliseconds, {isNoticed = true} = {}) {
  ahead += milliseconds;
  if (isNoticed) for (const ticker of [...tickers]) ticker();
}

/** All the places in which a secret could lie about. */
async function traces() {
  return {
    address: location.href,
    'name of the window': window.name,
    markup: document.documentElement.outerHTML,
    cookies: attemptTo(() => document.cookie),
    'local storage': attemptTo(() => JSON.stringify(Object.entries(window.localStorage))),
    'session storage': attemptTo(() => JSON.stringify(Object.entries(window.sessionStorage))),
    databases: await attemptTo(async () => JSON.stringify(await indexedDB.databases())),
    caches: await attemptTo(async () => JSON.stringify(await caches.keys())),
    'performance entries': JSON.stringify(performance.getEntries()),
    'state of the history': JSON.stringify(history.state) ?? '',
    errors: attempts
      .flatMap(({outcomes}) => outcomes)
      .flatMap(({error}) => error?.texts ?? [])
      .join('\n'),
  };
}

/** Storage may be forbidden, by a row or by the frame around the page. */
function attemptTo(action) {
  try {
    const result = action();
    return result instanceof Promise ? result.catch(() => '') : result;
  } catch {
    return '';
  }
}

/** What the page has hold of. */
const windows = [];
const {open} = window;
window.open = (...parameters) => {
  const opened = open.apply(window, parameters);
  windows.push(opened);
  return opened;
};

const violations = [];
document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => {
  violations.push(`${effectiveDirective} ${blockedURI}`);
});

window.host = {
  advance,
  attempts,
  connectorOf,
  countLive,
  delay,
  entropy,
  parseConnector,
  plan: {},
  ports,
  prepareLater,
  read,
  restored: () => restored,
  resume,
  start,
  stopClock,
  traces,
  validateCredential,
  violations,
  windows,
};

document.querySelector('#start').addEventListener('click', () => {
  const {plan} = window.host;
  if (typeof plan === 'function') plan();
  else start(plan);
});
