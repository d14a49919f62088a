import {startBackend} from '../support/backend.js';
import {walkEach} from '../support/journey.js';
import {services, type PrivateKeys} from './services.js';

const backend = await startBackend<PrivateKeys>('third-parties');

describe('every other connector, by the keyboard alone', () => {
  walkEach(backend, services(backend.known));
});
