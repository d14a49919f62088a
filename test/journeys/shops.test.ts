import {startBackend} from '../support/backend.js';
import {walkEach} from '../support/journey.js';
import {shops} from './shops.js';

const backend = await startBackend('third-parties');

describe('every shop and marketplace, by the keyboard alone', () => {
  walkEach(backend, shops);
});
