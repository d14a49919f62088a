/** Sends the numbers of passed and failed tests to `scripts/test.mjs`, which adds them up. */
export const totals = () => ({
  onTestRunFinished({sessions}) {
    let passed = 0;
    let failed = 0;
    const count = ({tests = [], suites = []} = {}) => {
      for (const test of tests) {
        if (test.skipped) continue;
        if (test.passed) passed += 1;
        else failed += 1;
      }
      suites.forEach(count);
    };
    for (const {testResults, errors} of sessions) {
      count(testResults);
      // A file that did not load, or an uncaught error outside any test.
      if (!testResults || errors.length > 0) failed += 1;
    }
    process.send?.({passed, failed});
  },
});
