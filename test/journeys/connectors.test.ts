import {expect} from '@open-wc/testing';
import {startBackend} from '../support/backend.js';
import {offerEach} from '../support/journey.js';
import {services, type PrivateKeys} from './services.js';
import {shops} from './shops.js';

const backend = await startBackend<PrivateKeys>('third-parties');

/** What Keyslot does not open a window for yet. */
const signIns = [
  {connectorId: 'brightpearl', name: 'Sign in with Brightpearl'},
  {connectorId: 'netsuite', name: 'Sign in with NetSuite'},
  {connectorId: 'quickbooks', name: 'Sign in with Intuit'},
].map((method) => ({...method, methodId: 'sign-in', type: 'oauth2-authorization-code'}));

describe('every connector that needs a window of the provider', () => {
  offerEach(backend, signIns);
});

describe('the journeys', () => {
  it('are of every method of every connector', () => {
    const walked = [...shops, ...services(backend.known), ...signIns];
    expect(walked.map(({connectorId, methodId}) => `${connectorId} ${methodId}`)).to.have.members(
      backend.connectors.flatMap(({id, methods}) => methods.map((method) => `${id} ${method.id}`)),
    );
  });
});
