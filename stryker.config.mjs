// Of `npm run mutation`, which says what folder is changed.
const folder = process.env.MUTATION_FOLDER ?? 'model';

/** Tests of other folders that are about this one as well. */
const alsoAbout = {
  model: [],
  kinds: ['test/model/credential-cases.test.ts', 'test/request/resolve-request.test.ts'],
  request: ['test/kinds/*.test.ts'],
  oauth: [],
};

// The code is changed before this runs: it holds every change, and a switch for each.
const build = [
  'esbuild',
  `test/${folder}/*.test.ts`,
  ...alsoAbout[folder],
  '--bundle --splitting --platform=node --format=esm',
  '--alias:@open-wc/testing=./test/mutation/testing.ts',
  '--outbase=. --outdir=.',
];

export default {
  mutate: [`src/${folder}/*.ts`],
  testRunner: 'mocha',
  buildCommand: build.join(' '),
  mochaOptions: {
    spec: ['test/**/*.test.js'],
    ignore: [
      // Windows, frames and the page itself are in a browser only.
      'test/model/json-realm.test.js',
      'test/oauth/{browser-ports*,callback*,defaults,proof-key,unasked-errors}.test.js',
      // What thousands of random inputs find is not what they were written for, and takes long.
      'test/model/properties.test.js',
    ],
    // How long something takes says nothing here: two of these run at a time.
    grep: String.raw`^(?!.*(?: in \d+ ms|in no time|quickly|takes no longer|does no work))`,
    'no-config': true,
    'no-package': true,
  },
  coverageAnalysis: 'perTest',
  // A busy machine is not to pass for a loop without an end.
  timeoutFactor: 2,
  concurrency: 2,
  thresholds: {high: 95, low: 85, break: 85},
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: {allowColor: false, logTests: false, reportTests: false, skipFull: true},
  jsonReporter: {fileName: `mutation/${folder}.json`},
  htmlReporter: {fileName: `mutation/${folder}.html`},
  warnings: {slow: false},
  tempDirName: 'mutation/sandbox',
  ignorePatterns: ['/*', '!/src', '!/test', '!/stories', '!/package.json', '!/tsconfig.json'],
};
