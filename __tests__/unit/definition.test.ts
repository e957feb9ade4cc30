import { describe, expect, it } from '@jest/globals'
import { parseDefinition } from '../../src/config/definition.ts'
import { Problems } from '../../src/config/problems.ts'
import { lasting } from './support.ts'

function parsed(value: unknown) {
  const problems = new Problems()
  const slo = parseDefinition({ file: 'slo.yaml', value }, problems)
  return { slo, errors: problems.errors, warnings: problems.warnings }
}

const MINIMAL = { id: 'crm', sloTarget: 99.5 }
const ALERT = { level: 'CRITICAL', burnRateThreshold: 14.4, duration: 'PT1H' }
const PROMETHEUS = { type: 'prometheus', good: 'good[$window]', total: 'total[$window]' }

const parsedWith = (parts: object) => parsed({ ...MINIMAL, ...parts })

describe('a definition', () => {
  it('needs an id and a target; the rest has its defaults', () => {
    expect(parsed(MINIMAL)).toEqual({
      slo: {
        ...{ id: 'crm', name: 'crm', target: 99.5, window: lasting('PT720H') },
        ...{ alerts: [], minimumEvents: 0, source: { type: 'genesys-observability' } }
      },
      ...{ errors: [], warnings: [] }
    })
  })

  it('is taken with all that it says', () => {
    const { slo, errors, warnings } = parsedWith({
      ...{ name: 'CRM lookups\n', description: 'How often the CRM answers', timeWindow: 'P30D' },
      metric: { resourceType: 'integration', filterExpression: 'id eq 5' },
      burnRateAlerts: [
        { ...ALERT, shortDuration: 'PT5M' },
        { ...ALERT, level: 'WARNING' }
      ],
      ...{ minimumEvents: 100, source: PROMETHEUS }
    })
    const alert = { level: 'CRITICAL', burnRateThreshold: 14.4, duration: lasting('PT1H') }
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
    expect(slo).toEqual({
      ...{ id: 'crm', name: 'CRM lookups\n', target: 99.5, window: lasting('P30D') },
      alerts: [
        { ...alert, shortDuration: lasting('PT5M') },
        { ...alert, level: 'WARNING' }
      ],
      ...{ minimumEvents: 100, source: PROMETHEUS }
    })
  })

  it('says of each field that is missing that it is', () => {
    expect(parsed({ id: 'crm', burnRateAlerts: [{}] }).errors).toEqual([
      'slo.yaml, SLO "crm", field sloTarget: is missing',
      'slo.yaml, SLO "crm", field burnRateAlerts[0].level: is missing',
      'slo.yaml, SLO "crm", field burnRateAlerts[0].burnRateThreshold: is missing',
      'slo.yaml, SLO "crm", field burnRateAlerts[0].duration: is missing'
    ])
    expect(parsed({ sloTarget: 99 }).errors).toEqual(['slo.yaml, field id: is missing'])
  })

  const PERCENTAGE = 'a percentage above 0 and below 100, such as 99.5'
  const DURATION = 'an ISO 8601 duration of weeks, days, hours, minutes or seconds, such as PT720H'
  const COUNT = 'a whole number of 0 or more'
  const TEXT = 'text on one line'
  it.each<[string, unknown, string]>([
    ['sloTarget', 0, PERCENTAGE],
    ['sloTarget', 100, PERCENTAGE],
    ['sloTarget', '99', PERCENTAGE],
    ['timeWindow', 'a month', DURATION],
    ['timeWindow', 'P3661D', DURATION],
    ['timeWindow', ['P30D'], DURATION],
    ['minimumEvents', -1, COUNT],
    ['minimumEvents', 1.5, COUNT],
    ['minimumEvents', '5', COUNT],
    ['name', 5, TEXT],
    ['name', '', TEXT],
    ['name', ' ', TEXT],
    ['name', 'two\nlines', TEXT],
    ['name', '\ntwo lines', TEXT],
    ['name', 'half a \ud83c', TEXT],
    ['id', '..', 'an id other than . and ..'],
    ['burnRateAlerts', 'none', 'a list of alerts'],
    ['metric', 'calls', 'a mapping of keys to values'],
    ['source', 'prometheus', 'a source with the type genesys-observability or prometheus'],
    ['source', { type: 'datadog' }, 'a source with the type genesys-observability or prometheus']
  ])('is not taken when its %s is %j', (field, value, accepts) => {
    const { slo, errors } = parsedWith({ [field]: value })
    expect(slo).toBeUndefined()
    expect(errors).toEqual([expect.stringContaining(`, field ${field}`)])
    expect(errors[0]).toMatch(new RegExp(` is not accepted; it takes ${accepts}$`))
  })

  it.each<[string, unknown, string]>([
    ['level', 'HIGH', 'CRITICAL or WARNING'],
    ['burnRateThreshold', 0, 'a number above 0'],
    ['burnRateThreshold', '5', 'a number above 0'],
    ['burnRateThreshold', Number.POSITIVE_INFINITY, 'a number above 0'],
    ['duration', 'PT0S', DURATION],
    ['shortDuration', 5, DURATION]
  ])('is not taken when the %s of an alert is %j', (field, value, accepts) => {
    const alerts = Array.from({ length: 11 }, (_, index) =>
      index < 10 ? ALERT : { ...ALERT, [field]: value }
    )
    expect(parsedWith({ burnRateAlerts: alerts }).errors).toEqual([
      expect.stringContaining(`slo.yaml, SLO "crm", field burnRateAlerts[10].${field}: `)
    ])
    expect(parsedWith({ burnRateAlerts: alerts }).errors[0]).toContain(`it takes ${accepts}`)
  })

  it('is not taken when an alert is none, or has a key that nobody knows', () => {
    expect(parsedWith({ burnRateAlerts: ['x', { ...ALERT, more: 1 }] }).errors).toEqual([
      'slo.yaml, SLO "crm", field burnRateAlerts[0]: "x" is not accepted; it takes a mapping of keys to values',
      'slo.yaml, SLO "crm", field burnRateAlerts[1].more: is not a known key; see the README for the keys of a definition'
    ])
    expect(parsedWith({ metric: { more: 1 } }).errors).toEqual([
      expect.stringContaining('field metric.more: ')
    ])
  })

  it('may look back ten years', () => {
    expect(parsedWith({ timeWindow: 'P3660D' }).slo?.window).toEqual(lasting('P3660D'))
  })

  it('is warned of under seven days', () => {
    expect(parsedWith({ timeWindow: 'P6D' }).warnings).toEqual([
      expect.stringMatching(/^slo\.yaml, SLO "crm", field timeWindow: P6D is under seven days/)
    ])
    expect(parsedWith({ timeWindow: 'P7D' }).warnings).toEqual([])
  })
})

describe('a threshold', () => {
  it('may be the highest burn rate that the target allows', () => {
    const { slo, errors } = parsedWith({ burnRateAlerts: [{ ...ALERT, burnRateThreshold: 200 }] })
    expect(errors).toEqual([])
    expect(slo?.alerts).toHaveLength(1)
  })

  it('that can never be reached is an error', () => {
    const { slo, errors } = parsedWith({ burnRateAlerts: [ALERT, { ...ALERT, burnRateThreshold: 201 }] })
    expect(slo).toBeUndefined()
    expect(errors).toEqual([
      'slo.yaml, SLO "crm", field burnRateAlerts[1].burnRateThreshold: 201 can never be reached: a target of 99.5 % allows a burn rate of 200 at the most; take a lower threshold'
    ])
  })
})

describe('a Prometheus source', () => {
  const sourceOf = (queries: object) => parsedWith({ source: { type: 'prometheus', ...queries } })

  it('may be a ratio', () => {
    const { slo, warnings } = sourceOf({ errorRatio: 'ratio[$window]' })
    expect(slo?.source).toEqual({ type: 'prometheus', errorRatio: 'ratio[$window]' })
    expect(warnings).toEqual([])
  })

  it.each([
    {},
    { good: 'g' },
    { total: 't' },
    { good: 'g', errorRatio: 'r' },
    { total: 't', errorRatio: 'r' },
    { good: 'g', total: 't', errorRatio: 'r' }
  ])('is either two counts or a ratio, not %j', queries => {
    const { slo, errors } = sourceOf(queries)
    expect(slo).toBeUndefined()
    expect(errors).toEqual([expect.stringContaining('it takes either good and total, or errorRatio')])
  })

  it.each([{ good: 'g', total: 't[$window]' }, { good: 'g[$window]', total: 't' }, { errorRatio: 'r' }])(
    'is warned of when a query has no window: %j',
    queries => {
      expect(sourceOf(queries).warnings).toEqual([
        'slo.yaml, SLO "crm", field source: a query without $window gives the same value for every window'
      ])
    }
  )
})
