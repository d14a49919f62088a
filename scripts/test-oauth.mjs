// npm run test:oauth               sign-ins in real windows of Chromium: every row of the matrix
// npm run test:oauth -- B5 D1      some rows
import {runWindowTests} from './node-tests.mjs';

const {passed, failed} = await runWindowTests(process.argv.slice(2));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
