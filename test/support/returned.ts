import {channelName} from '../../src/oauth/message.js';
import {storeRecord} from '../../src/oauth/redirect-record.js';
import type {ExpectedResponse} from '../../src/oauth/response.js';
import {FakePorts, windowMethod} from './authorization-ports.js';

/** What was agreed on when the user left. */
export const expected: ExpectedResponse = {
  protocol: 'oauth2',
  state: 'S'.repeat(43),
  redirectUri: 'https://app.example.com/callback',
  scopes: ['read'],
  codeVerifier: 'verifier',
};

/** Ports of a page that the user came back to. */
export function returned(answer: object, agreed: Partial<ExpectedResponse> = {}): FakePorts {
  const ports = new FakePorts();
  const request = {connectorId: 'acme', method: windowMethod(), values: {shop: 'my-shop'}};
  const key = channelName(expected.state);
  storeRecord(key, request, {...expected, ...agreed}, ports);
  const record = JSON.parse(ports.storage().getItem(key) ?? '') as object;
  ports.storage().setItem(key, JSON.stringify({...record, ...answer}));
  return ports;
}
