import { describe, expect, it } from '@jest/globals'
import { judge } from '../../../src/budget/judge.ts'
import { noData, type Reading, unreadable } from '../../../src/budget/reading.ts'
import { worthDrawing } from '../../../src/report/summary/drawn.ts'
import { POLICY, rate, readingsOf, sloWith } from '../../support/builders.ts'

function judged(id: string, reading: number | Reading, asOf?: Date) {
  const evidence = { slo: sloWith({ id, minimumEvents: 10 }), readings: readingsOf({ PT720H: reading }) }
  return judge({ ...evidence, ...(asOf && { asOf }) }, POLICY)
}

const drawn = (judgements: readonly ReturnType<typeof judged>[], mode: 'enforce' | 'audit') =>
  worthDrawing(judgements, { mode }).map(({ slo }) => slo.id)

describe('an SLO gets a chart', () => {
  const judgements = [
    judged('unreadable', unreadable('HTTP 503')),
    judged('exhausted', 2),
    judged('remembered', 2, new Date(0)),
    judged('no data', noData('none')),
    judged('low traffic', rate(0.9, { good: 5, total: 5 })),
    judged('warning', 0.9),
    judged('healthy', 0.1)
  ]

  it('when a burn rate of this run means something and is not healthy', () => {
    expect(drawn(judgements, 'enforce')).toEqual(['exhausted', 'warning'])
  })

  it('in an audit also when it is healthy', () => {
    expect(drawn(judgements, 'audit')).toEqual(['exhausted', 'warning', 'healthy'])
  })

  it('when it is one of the first five, or thirty in an audit', () => {
    const many = Array.from({ length: 40 }, (_, index) => judged(`slo-${index}`, 2))
    expect(drawn(many, 'enforce')).toEqual(many.slice(0, 5).map(({ slo }) => slo.id))
    expect(drawn(many, 'audit')).toHaveLength(30)
  })
})
