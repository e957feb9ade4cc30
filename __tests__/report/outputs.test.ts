import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { blocked } from '../../src/budget/decision.ts'
import { type Reading, unreadable } from '../../src/budget/reading.ts'
import { outputsOf } from '../../src/report/outputs.ts'
import { resultOf, sloWith } from '../support/builders.ts'

describe('the outputs', () => {
  it.each<[number | Reading, string, string, string]>([
    [0, '0', '100', '1'],
    [0.4, '0.4', '60', '1'],
    [2, '2', '-100', '0.5'],
    [1 / 3, '0.3333333333', '66.6666666667', '1'],
    [1e-7, '0.0000001', '99.99999', '1'],
    [0.1 + 0.2, '0.3', '70', '1'],
    [1e12, '1000000000000', '-99999999999900', '0'],
    [unreadable('HTTP 503'), '', '', '']
  ])('at the reading %p are plain decimals, empty when unknown', (reading, burnRate, remaining, health) => {
    expect(outputsOf(resultOf([[sloWith(), { PT720H: reading }]]), 'report.json')).toMatchObject({
      'burn-rate': burnRate,
      'budget-remaining': remaining,
      'budget-health': health
    })
  })

  it('are plain decimals however high the burn rate is', () => {
    const burnRates = fc.oneof(
      fc.constantFrom(5e-324, 1e21, 1e307),
      fc.double({ min: 0, max: Number.MAX_VALUE, noNaN: true })
    )
    fc.assert(
      fc.property(burnRates, burnRate => {
        const outputs = outputsOf(resultOf([[sloWith(), { PT720H: burnRate }]]), 'report.json')
        for (const name of ['burn-rate', 'budget-remaining', 'budget-health']) {
          expect([name, outputs[name]]).toEqual([name, expect.stringMatching(/^-?\d+(\.\d+)?$/)])
        }
      })
    )
  })

  it('are those of the worst SLO', () => {
    const [a, b] = ['a', 'b'].map(id => sloWith({ id, name: id }))
    const result = resultOf([
      [a ?? sloWith(), { PT720H: 0.1 }],
      [b ?? sloWith(), { PT720H: 3 }]
    ])
    expect(outputsOf(result, 'report.json')).toMatchObject({
      decision: 'block',
      verdict: 'exhausted',
      'burn-rate': '3',
      'report-file': 'report.json',
      reason: expect.stringContaining('SLO "b"')
    })
  })

  it('are all set when nothing was measured', () => {
    const outputs = outputsOf(resultOf([], { decision: blocked('config-error', 'wrong') }), 'report.json')
    expect(outputs).toEqual({
      decision: 'block',
      verdict: 'config-error',
      reason: 'wrong',
      'burn-rate': '',
      'budget-remaining': '',
      'budget-health': '',
      'maintenance-mode': 'false',
      'approved-by': '',
      'report-file': 'report.json'
    })
  })

  it('name who approved only when an approval was used', () => {
    const at = new Date('2026-11-23T17:00:00Z')
    const found = { by: 'octocat', at, until: at, pullRequest: 17, headSha: 'abc' }
    const approval = { approved: true, ...found } as const
    const result = resultOf([[sloWith(), { PT720H: 2 }]], { approval })
    expect(outputsOf(result, '')).toMatchObject({ 'maintenance-mode': 'true', 'approved-by': 'octocat' })
    const refusal = { approved: false, rule: 'label', reason: 'no label', pullRequest: 17 } as const
    expect(outputsOf({ ...result, approval: refusal }, '')).toMatchObject({
      'maintenance-mode': 'false',
      'approved-by': ''
    })
  })
})
