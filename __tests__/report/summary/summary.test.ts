import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { blocked, overridden } from '../../../src/budget/decision.ts'
import { noData, type Reading, unreadable } from '../../../src/budget/reading.ts'
import type { Slo } from '../../../src/budget/slo.ts'
import { VERDICTS, type Verdict } from '../../../src/budget/verdict.ts'
import type { RunResult } from '../../../src/report/result.ts'
import { summaryOf } from '../../../src/report/summary/summary.ts'
import { headline } from '../../../src/report/words.ts'
import { alertWith, lasting, POLICY, rate, resultOf, sloWith } from '../../support/builders.ts'

const CRITICAL = alertWith({
  burnRateThreshold: 14.6,
  duration: lasting('PT1H'),
  shortDuration: lasting('PT5M')
})

type Case = [verdict: Verdict, slo: Partial<Slo>, byWindow: Record<string, number | Reading>, parts: string[]]

const CASES: Case[] = [
  ['healthy', {}, { PT720H: 0.4 }, ['| ✅ healthy |', '0.4 ≤ 1', '60', '99.5']],
  ['warning', {}, { PT720H: 0.9 }, ['| ⚠️ warning |', '0.9 ≤ 1', '10']],
  ['exhausted', {}, { PT720H: 2.5 }, ['| ⛔ exhausted |', '2.5 &gt; 1', '-150', '0.4', 'What now?']],
  [
    'burning',
    { alerts: [CRITICAL] },
    { PT720H: 0.1, PT1H: 15, PT5M: 20 },
    ['| ⛔ burning |', 'CRITICAL', '1 hour and 5 minutes', '15 and 20', '14.6', 'firing']
  ],
  [
    'low-traffic',
    { minimumEvents: 100 },
    { PT720H: rate(0, { good: 7, total: 7 }) },
    ['| ⚠️ low-traffic |', '7 events', '100']
  ],
  [
    'no-data',
    {},
    { PT720H: noData('there were no events') },
    ['| ⛔ no-data |', 'unknown', 'there were no events']
  ],
  ['source-error', {}, { PT720H: unreadable('HTTP 503') }, ['| ⛔ source-error |', 'unknown', 'HTTP 503']]
]

const resultAt = (byWindow: Record<string, number | Reading>, parts: Partial<RunResult> = {}) =>
  resultOf([[sloWith(), byWindow]], parts)

describe('the summary', () => {
  it.each(CASES)('of %s has headline, SLO, values, thresholds, and the windows in two zones', (...row) => {
    const [verdict, slo, byWindow, parts] = row
    const result = resultOf([[sloWith(slo), byWindow]], { timeZone: 'Europe/Berlin' })
    const summary = summaryOf(result)
    expect(result.decision.verdict).toBe(verdict)
    expect(summary).toMatch(new RegExp(`^## \\S+ ${headline(result)}\n`, 'u'))
    const always = ['CRM lookups', '`crm`', verdict, '30 days']
    const windows = [
      'Every window ends at 2026-11-23 18:00:00 UTC (2026-11-23 19:00:00 Europe/Berlin)',
      '| 30 days | 2026-10-24 18:00:00 UTC (2026-10-24 20:00:00 Europe/Berlin) |'
    ]
    for (const part of [...always, ...parts, ...windows]) expect(summary).toContain(part)
  })

  it('shows each window of an alert once', () => {
    const result = resultOf([[sloWith({ alerts: [CRITICAL, CRITICAL] }), { PT720H: 0, PT1H: 0, PT5M: 0 }]])
    const evidence = summaryOf(result).split('Evidence')[1] ?? ''
    const rows = evidence.match(/^\| `crm` \| [^|]+ \|/gm)
    expect(rows).toEqual(['| `crm` | 30 days |', '| `crm` | 1 hour |', '| `crm` | 5 minutes |'])
  })

  it('of a wrong configuration lists everything that is wrong, and nothing that was not measured', () => {
    const errors = ['input mode: "x" is not accepted', 'slo.yaml, field sloTarget: 101 is not accepted']
    const summary = summaryOf(resultOf([], { errors, decision: blocked('config-error', errors.join('; ')) }))
    expect(summary).toContain('Deployment blocked: the configuration is wrong')
    expect(summary).toContain(`- ${errors[0]}\n- ${errors[1]}\n`)
    expect(summary).not.toMatch(/\||Windows/)
  })

  it('is marked by what happens to the job', () => {
    const markOf = (result: RunResult) => summaryOf(result).split(' ')[1]
    expect(markOf(resultAt({ PT720H: 0.1 }))).toBe('✅')
    expect(markOf(resultAt({ PT720H: 0.9 }))).toBe('⚠️')
    expect(markOf(resultAt({ PT720H: 2 }))).toBe('⛔')
    const { decision } = resultAt({ PT720H: 2 })
    expect(markOf(resultAt({ PT720H: 2 }, { decision: overridden(decision) }))).toBe('🔶')
  })

  it('names who lifted a block and until when, or why the approval was refused', () => {
    const at = new Date('2026-11-23T17:00:00Z')
    const until = new Date('2026-11-23T21:00:00Z')
    const found = { by: 'octocat', at, until, pullRequest: 17, headSha: '0123456789' }
    const approved = summaryOf(resultAt({ PT720H: 2 }, { approval: { approved: true, ...found } }))
    for (const part of ['octocat', '17:00:00 UTC', '21:00:00 UTC', '0123456', 'maintenance-mode']) {
      expect(approved).toContain(part)
    }
    const refusal = { approved: false, rule: 'age', reason: 'it has expired', pullRequest: 17 } as const
    const refused = summaryOf(resultAt({ PT720H: 2 }, { approval: refusal }))
    expect(refused).toContain('rule age')
    expect(refused).toContain('it has expired')
  })

  it('mentions the SLOs that did not decide but need a word, and odd settings', () => {
    const [quiet, low, over] = ['quiet', 'low', 'over'].map(id => sloWith({ id, name: id })) as [
      Slo,
      Slo,
      Slo
    ]
    const result = resultOf(
      [
        [quiet, { PT720H: 0.1 }],
        [low, { PT720H: 0.9 }],
        [over, { PT720H: 2 }]
      ],
      { warnings: ['a short window'] }
    )
    const [, notes = ''] = summaryOf(result).split('### Also worth knowing')
    expect(notes).toContain('SLO "low"')
    expect(notes).toContain('- a short window')
    expect(notes).not.toMatch(/SLO "(quiet|over)"/)
  })
})

describe('numbers in the summary', () => {
  const limits = fc.constantFrom(0, 0.0004, 0.5, 1, 1.5, 2.25, 14.6)
  const steps = fc.constantFrom(-0.1, -1e-4, -1e-8, 0, 1e-10, 1e-8, 1e-6, 1e-4, 0.1)
  const numberIn = (text: string | undefined) => Number(text?.replace('&gt;', ''))

  it('never say that a burn rate is above a limit that reads the same, or the other way round', () => {
    fc.assert(
      fc.property(limits, steps, (maxBurnRate, step) => {
        const result = resultAt(
          { PT720H: Math.max(0, maxBurnRate + step) },
          { policy: { ...POLICY, maxBurnRate } }
        )
        const [, value, sign, limit] = /\| ([\d.]+) (&gt;|≤) ([\d.]+) \|/.exec(summaryOf(result)) ?? []
        expect(sign).toBe(result.decision.verdict === 'exhausted' ? '&gt;' : '≤')
        if (sign === '&gt;') expect(numberIn(value)).toBeGreaterThan(numberIn(limit))
        else expect(numberIn(value)).toBeLessThanOrEqual(numberIn(limit) + 1e-9)
      })
    )
  })

  it('never show an alert that fires at a burn rate that reads like its threshold', () => {
    fc.assert(
      fc.property(limits, steps, (burnRateThreshold, step) => {
        const alert = alertWith({ burnRateThreshold, duration: lasting('PT5M') })
        const burnRate = Math.max(0, burnRateThreshold + step)
        const summary = summaryOf(resultOf([[sloWith({ alerts: [alert] }), { PT720H: 0, PT5M: burnRate }]]))
        const [, value, threshold, state] = /5 minutes \| ([\d.]+) \| ([\d.]+) \| (.*) \|/.exec(summary) ?? []
        if (state !== 'quiet') expect(numberIn(value)).toBeGreaterThan(numberIn(threshold))
        else expect(numberIn(value)).toBeLessThanOrEqual(numberIn(threshold) + 1e-9)
      })
    )
  })
})

describe('text from outside', () => {
  const nasty = fc.constantFrom(
    '|',
    '<img src=x>',
    '\n# ',
    '`',
    '](http://x)',
    '@all',
    '&lt;',
    '\r',
    '**',
    'www.x.y'
  )
  const names = fc.array(nasty, { minLength: 1, maxLength: 5 }).map(parts => parts.join(''))

  it('changes neither the lines nor the columns of the summary', () => {
    const shapeOf = (text: string) => {
      const slo = sloWith({ id: text, name: `${text}!`, alerts: [CRITICAL] })
      const reading = unreadable(text)
      const result = resultOf([[slo, { PT720H: reading }]], { warnings: [text] })
      return summaryOf(result)
        .split('\n')
        .map(line => [line.slice(0, 2), line.split(/(?<!\\)\|/).length])
    }
    const plainShape = shapeOf('crm')
    fc.assert(
      fc.property(names, text => {
        const shape = shapeOf(text)
        expect(shape.map(([, columns]) => columns)).toEqual(plainShape.map(([, columns]) => columns))
      })
    )
  })

  it('is nowhere HTML', () => {
    fc.assert(
      fc.property(names, text => {
        const result = resultOf([[sloWith({ id: 'crm', name: text }), { PT720H: unreadable(text) }]], {
          warnings: [text]
        })
        // What the gate itself folds is HTML; nothing else may be.
        const own = /<\/?(details|summary)>/g
        expect(summaryOf(result).replace(own, '')).not.toMatch(/<|@all|\]\(|:\/\/x/)
      })
    )
  })
})

it('there is a case here for every verdict that a fresh reading can give', () => {
  const withoutMeasurementOrMemory = ['config-error', 'unstable']
  const shown = CASES.map(([verdict]) => verdict)
  expect([...shown, ...withoutMeasurementOrMemory].toSorted()).toEqual(VERDICTS.toSorted())
})
