import {none} from '../../src/core.js';
import {methodKindSuite} from '../suites/method-kind.suite.js';

methodKindSuite(none, {
  keys: [],
  secrets: [],
  accepts: [{}],
  rejects: [[{token: 'x'}, {token: 'field_unexpected'}]],
});
