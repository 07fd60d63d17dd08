export type Count = { passed: number; failed: number }

/** Reads Vitest's JSON report. A test that did not run has not passed, and neither has a file that could not be read. */
export function countTests(report: string): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    JSON.parse(report)
  const unread = testResults.filter(
    (file: { status: string; assertionResults: { status: string }[] }) =>
      file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + numPendingTests + numTodoTests + unread.length,
  }
}

/** Reads Playwright's JSON report. One that passed at a second try counts as failed, as does one that did not run. */
export function countJourneys(report: string): Count {
  const { stats, errors } = JSON.parse(report)
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
  }
}
