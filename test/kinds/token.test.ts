import {token} from '../../src/core.js';
import {methodKindSuite} from '../suites/method-kind.suite.js';

methodKindSuite(token, {
  keys: ['token'],
  secrets: ['token'],
  accepts: [{token: 'shpat_1'}, {token: ' '}, {token: 'ä\n😀'}],
  rejects: [
    [{}, {token: 'field_required'}],
    [{token: ''}, {token: 'field_required'}],
    [{token: ['x']}, {token: 'field_type'}],
    [{token: 'x', username: 'y'}, {username: 'field_unexpected'}],
  ],
});
