import {basic} from '../../src/core.js';
import {methodKindSuite} from '../suites/method-kind.suite.js';

methodKindSuite(basic, {
  keys: ['username', 'password'],
  secrets: ['password'],
  accepts: [
    {username: 'ann', password: 'hunter2'},
    {username: 'ann@example.com', password: 'a:b'},
    {username: 'Änne 😀', password: ' '},
  ],
  rejects: [
    [{}, {username: 'field_required', password: 'field_required'}],
    [{username: 'ann', password: ''}, {password: 'field_required'}],
    [{username: ' ', password: 'x'}, {username: 'field_required'}],
    [{username: 'a:b', password: 'x'}, {username: 'field_colon'}],
    [{username: ':', password: 'x'}, {username: 'field_colon'}],
    [{username: 'ann', password: 5}, {password: 'field_type'}],
    [{username: 'ann', password: 'x', token: 'y'}, {token: 'field_unexpected'}],
  ],
});
