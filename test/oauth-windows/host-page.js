// The page of a host, without elements: it begins attempts and notes what becomes of them. The rig
// reaches it as `window.host`.
import {countLive, delay, restored} from './live-objects.js';
import {advance, stopClock} from './clock.js';
import {countPresses, entropy, tracesWith, violations, windows} from './watched-page.js';
import {definitionOf, PROVIDER} from './definition.js';
import {parseConnector, validateCredential} from '../../src/core.js';
import {browserPorts, resumeAuthorization, startAuthorization} from '../../src/oauth.js';

const attempts = [];

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
    {...browserPorts(), ...own},
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
  const resumed = await resumeAuthorization(connectorId);
  if (!resumed) return undefined;
  const {methodId, values, result} = resumed;
  return {methodId, values, outcome: await noteOutcome({outcomes: []}, result)};
}

const traces = () =>
  tracesWith(attempts.flatMap(({outcomes}) => outcomes).flatMap(({error}) => error?.texts ?? []));

window.host = {
  advance,
  attempts,
  connectorOf,
  countAttempts: () => attempts.length,
  countLive,
  countPresses,
  delay,
  entropy,
  isSettled: () => attempts.every(({attempt}) => attempt.status === 'settled'),
  parseConnector,
  plan: {},
  prepareLater,
  read,
  release: () => attempts.forEach(({attempt}) => attempt.dispose()),
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
