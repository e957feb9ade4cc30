import { describe, expect, it } from '@jest/globals'
import { blocked } from '../../src/budget/decision.ts'
import { blocks, VERDICTS, type Verdict } from '../../src/budget/verdict.ts'
import { headline, remedy, VERDICT_WORDS } from '../../src/report/words.ts'
import { POLICY, resultOf, sloWith } from '../support/builders.ts'

const decisionOf = (decision: 'allow' | 'block' | 'override', verdict: Verdict) => ({
  ...resultOf([[sloWith(), { PT720H: 0.4 }]]).decision,
  decision,
  verdict
})

describe('the headline', () => {
  it.each([
    ['allow', 'healthy', 'enforce', 'Deployment allowed: the error budget is healthy'],
    ['allow', 'warning', 'audit', 'Deployment allowed: the error budget is running low'],
    ['block', 'exhausted', 'enforce', 'Deployment blocked: the error budget is exhausted'],
    ['block', 'exhausted', 'audit', 'Audit: would be blocked: the error budget is exhausted'],
    [
      'override',
      'burning',
      'enforce',
      'Override: a deployment is allowed although the error budget is burning too fast'
    ]
  ] as const)('of %s, %s in %s is %p', (decision, verdict, mode, words) => {
    expect(headline({ decision: decisionOf(decision, verdict), mode })).toBe(words)
  })

  it('of an audit that found nothing to report says that the job fails, as it does', () => {
    for (const verdict of ['config-error', 'source-error'] as const) {
      const decision = blocked(verdict, 'nothing was measured')
      expect(headline({ decision, mode: 'audit' })).toContain('Deployment blocked')
    }
  })

  it('has words of its own for every verdict', () => {
    expect(new Set(VERDICTS.map(verdict => VERDICT_WORDS[verdict])).size).toBe(VERDICTS.length)
  })
})

describe('the remedy', () => {
  it.each(VERDICTS)('is given exactly where a verdict blocks: %s', verdict => {
    expect(remedy({ decision: decisionOf('block', verdict) }) !== undefined).toBe(blocks(verdict, POLICY))
    expect(remedy({ decision: decisionOf('allow', verdict) })).toBeUndefined()
    expect(remedy({ decision: decisionOf('override', verdict) })).toBeUndefined()
  })
})
