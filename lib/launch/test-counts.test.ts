import { describe, expect, it } from 'vitest'
import { countJourneys, countTests } from './test-counts.ts'

describe('countTests', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((of) => ({ status: of })),
  })
  const report = (given: object) =>
    JSON.stringify({
      numPassedTests: 0,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [],
      ...given,
    })

  it('takes skipped and planned tests for failed', () => {
    const counts = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
    expect(countTests(report(counts))).toEqual({ passed: 5, failed: 4 })
  })

  it('counts a file that could not be read, and no failure twice', () => {
    const testResults = [
      file('failed'),
      file('failed', 'passed', 'failed'),
      file('passed', 'passed'),
    ]
    expect(countTests(report({ numPassedTests: 2, numFailedTests: 1, testResults }))).toEqual({
      passed: 2,
      failed: 2,
    })
  })
})

describe('countJourneys', () => {
  it('takes for failed what was skipped, what passed at a second try, and what kept the runner from running', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 1 }
    expect(countJourneys(JSON.stringify({ stats, errors: [{}] }))).toEqual({ passed: 7, failed: 4 })
  })
})
