import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { expect, it } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy.ts'

function findings(policy: string) {
  return new CspEvaluator(new CspParser(policy).csp).evaluate()
}

it('leaves an evaluator of policies nothing of weight to say', () => {
  const policy = contentSecurityPolicy('r4nd0mr4nd0mr4nd0mr4nd0m', false)
  const grave = findings(policy).filter(
    (finding) => finding.severity === Severity.HIGH || finding.severity === Severity.MEDIUM,
  )
  expect(grave).toEqual([])
})

it('has an evaluator that would say so', () => {
  expect(findings("script-src 'unsafe-inline'").length).toBeGreaterThan(0)
})

it('lets nothing inline run without the nonce in production', () => {
  const policy = contentSecurityPolicy('abc', false)
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval';")
  expect(policy).not.toContain("'unsafe-eval'")
  expect(policy).toContain("style-src 'self' 'nonce-abc';")
})
