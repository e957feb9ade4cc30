import { describe, expect, it } from '@jest/globals'
import { Problems } from '../../src/problems.ts'
import type { SourceSpec } from '../../src/sources/catalog.ts'
import type { SloDefinition } from '../../src/sources/sloDefinition.ts'
import type { BusinessHours } from '../../src/time/businessHours.ts'
import { alertWith, lasting, sloWith } from '../support/builders.ts'
import { parseDefinition, remarksOn } from '../support/definitions.ts'

const sloOf = (source: SourceSpec, parts: Partial<SloDefinition> = {}): SloDefinition => ({
  ...sloWith(parts),
  source
})

const OBSERVABILITY: SourceSpec = { type: 'genesys-observability' }
const DATA_ACTIONS: SourceSpec = {
  type: 'genesys-data-actions',
  ignoreErrorTypes: [],
  ignoreResponseStatuses: []
}
const COUNTS: SourceSpec = { type: 'prometheus', good: 'g[$window]', total: 't[$window]' }
const RATIO: SourceSpec = { type: 'prometheus', errorRatio: 'r[$window]' }
const SLOTH: SourceSpec = { type: 'prometheus', sloth: 'crm' }
const PYRRA: SourceSpec = { type: 'prometheus', pyrra: 'crm' }
const PYRRA_WITH_METRIC: SourceSpec = { ...PYRRA, metric: 'http_requests_total' }
const DATADOG: SourceSpec = { type: 'datadog', sloId: 'abc' }

const COUNTING = [DATA_ACTIONS, COUNTS, DATADOG]
const RATES_ONLY = [OBSERVABILITY, RATIO, SLOTH, PYRRA, PYRRA_WITH_METRIC]
const ALL = [...COUNTING, ...RATES_ONLY]

const HOURS: BusinessHours = { timeZone: 'UTC', days: ['MON'], from: '08:00', to: '18:00' }

describe('it is odd', () => {
  const UNCHECKED = 'gives only rates, no counts: minimumEvents cannot be checked'
  const BY_TIME = 'gives only rates, no counts: business hours are weighted by time'
  const NO_WINDOW = 'a query without $window gives the same value for every window'

  it.each(ALL)('in no way to have nothing but a source: %j', source => {
    expect(remarksOn(sloOf(source)).warnings).toEqual([])
  })

  it.each(RATES_ONLY)('to need events where only rates are given: %j', source => {
    expect(remarksOn(sloOf(source, { minimumEvents: 1 })).warnings).toEqual([UNCHECKED])
  })

  it.each([OBSERVABILITY, RATIO])('to have business hours where only rates are given: %j', source => {
    expect(remarksOn(sloOf(source, { businessHours: HOURS })).warnings).toEqual([BY_TIME])
  })

  it.each(COUNTING)('neither where events are counted: %j', source => {
    expect(remarksOn(sloOf(source, { minimumEvents: 1, businessHours: HOURS })).warnings).toEqual([])
  })

  it.each<SourceSpec>([
    { type: 'prometheus', good: 'g', total: 't[$window]' },
    { type: 'prometheus', good: 'g[$window]', total: 't' },
    { type: 'prometheus', good: 'g', total: 't' },
    { type: 'prometheus', errorRatio: 'r[5m]' }
  ])('to ask the same for every window: %j', source => {
    expect(remarksOn(sloOf(source)).warnings).toEqual([NO_WINDOW])
  })

  it('in several ways at once', () => {
    const source: SourceSpec = { type: 'prometheus', errorRatio: 'r' }
    expect(remarksOn(sloOf(source, { minimumEvents: 1, businessHours: HOURS })).warnings).toEqual([
      ...[NO_WINDOW, UNCHECKED, BY_TIME]
    ])
  })
})

describe('it is impossible', () => {
  const window = lasting('P30D')
  const alertsOver = (...durations: string[]) => ({
    window,
    alerts: durations.map(duration => alertWith({ duration: lasting(duration) }))
  })

  it.each(ALL)('in no way to have nothing but a source: %j', source => {
    expect(remarksOn(sloOf(source, { window })).errors).toEqual([])
  })

  it.each([DATA_ACTIONS, COUNTS, DATADOG, OBSERVABILITY, RATIO])(
    'in no way to have hours, and alerts over any window, where queries are ours: %j',
    source => {
      const slo = sloOf(source, { ...alertsOver('PT7M', 'PT90S', 'P29D'), businessHours: HOURS })
      expect(remarksOn(slo).errors).toEqual([])
    }
  )

  it.each<[SourceSpec, string]>([
    [SLOTH, 'Sloth'],
    [PYRRA, 'Pyrra'],
    [PYRRA_WITH_METRIC, 'Pyrra']
  ])('for the rules of others to know business hours: %j', (source, tool) => {
    expect(remarksOn(sloOf(source, { window, businessHours: HOURS })).errors).toEqual([
      ['businessHours', `the rules of ${tool} are about fixed windows; use good and total`]
    ])
  })

  it('in no way for Sloth to have alerts over the windows that it records, and over its period', () => {
    const recorded = ['PT5M', 'PT30M', 'PT1H', 'PT2H', 'PT6H', 'P1D', 'P3D', 'PT60M', 'PT720H']
    expect(remarksOn(sloOf(SLOTH, alertsOver(...recorded))).errors).toEqual([])
  })

  it('for Sloth to have an alert over another window', () => {
    const alerts = [
      alertWith({ duration: lasting('PT1H'), shortDuration: lasting('PT5M') }),
      alertWith({ duration: lasting('PT6H'), shortDuration: lasting('PT10M') }),
      alertWith({ duration: lasting('P7D'), shortDuration: lasting('PT1H') })
    ]
    const recorded = 'take 5m, 30m, 1h, 2h, 6h, 1d or 3d'
    expect(remarksOn(sloOf(SLOTH, { window, alerts })).errors).toEqual([
      ['burnRateAlerts[1].shortDuration', `PT10M: Sloth has no rule for 10 minutes; ${recorded}`],
      ['burnRateAlerts[2].duration', `P7D: Sloth has no rule for 7 days; ${recorded}`]
    ])
  })

  it('for Pyrra to have an alert over another window than its own, unless the metric is named', () => {
    const alerts = alertsOver('PT64M', 'PT720H', 'PT1H')
    const field = (index: number) => `burnRateAlerts[${index}].duration`
    expect(remarksOn(sloOf(PYRRA, alerts)).errors).toEqual([
      [field(0), 'PT64M: Pyrra has no rule for 64 minutes; name the metric as well'],
      [field(2), 'PT1H: Pyrra has no rule for 1 hour; name the metric as well']
    ])
    // Its windows grow with the SLO's: an hour of 28 days is 64 minutes of 30.
    expect(remarksOn(sloOf(PYRRA_WITH_METRIC, alerts)).errors).toEqual([
      [field(2), 'PT1H: Pyrra has no rule for 1 hour; take 5m, 32m, 1h4m, 2h9m, 6h26m, 1d1h43m or 4d6h51m']
    ])
  })

  it('in several ways at once, hours first', () => {
    const slo = sloOf(PYRRA, { ...alertsOver('PT1H'), businessHours: HOURS })
    expect(remarksOn(slo).errors.map(([field]) => field)).toEqual([
      ...['businessHours', 'burnRateAlerts[0].duration']
    ])
  })
})

describe('a definition', () => {
  const parsedWith = (parts: object) => {
    const problems = new Problems()
    const value = { id: 'crm', sloTarget: 99.5, ...parts }
    const slo = parseDefinition({ file: 'slo.yaml', value }, problems)
    return { slo, errors: problems.errors, warnings: problems.warnings }
  }

  it('that is odd is taken, and the place is named', () => {
    const { slo, errors, warnings } = parsedWith({
      minimumEvents: 5,
      timeWindow: 'P1D',
      source: { type: 'genesys-observability' }
    })
    expect(slo?.id).toBe('crm')
    expect(errors).toEqual([])
    expect(warnings).toEqual([
      'slo.yaml, SLO "crm", field source: gives only rates, no counts: minimumEvents cannot be checked',
      expect.stringContaining('slo.yaml, SLO "crm", field timeWindow: P1D is shorter than seven days')
    ])
  })

  it('that is impossible is not, and each place is named', () => {
    const alert = { level: 'CRITICAL', burnRateThreshold: 201, duration: 'PT10M' }
    const { slo, errors } = parsedWith({
      source: SLOTH,
      businessHours: HOURS,
      burnRateAlerts: [alert]
    })
    expect(slo).toBeUndefined()
    expect(errors).toEqual([
      expect.stringContaining('slo.yaml, SLO "crm", field businessHours: the rules of Sloth'),
      expect.stringContaining('slo.yaml, SLO "crm", field burnRateAlerts[0].duration: PT10M: Sloth'),
      expect.stringContaining('slo.yaml, SLO "crm", field burnRateAlerts[0].burnRateThreshold: 201 can')
    ])
  })

  it.each([
    ['impossible', { burnRateAlerts: [{ level: 'CRITICAL', burnRateThreshold: 5, duration: 'PT10M' }] }],
    ['unreachable', { burnRateAlerts: [{ level: 'CRITICAL', burnRateThreshold: 201, duration: 'PT1H' }] }]
  ])('is not taken when one thing is %s', (_what, parts) => {
    const { slo, errors } = parsedWith({ source: SLOTH, ...parts })
    expect(slo).toBeUndefined()
    expect(errors).toHaveLength(1)
  })
})
