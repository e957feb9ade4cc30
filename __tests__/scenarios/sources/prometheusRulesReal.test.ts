import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { temporaryFolder } from '../../../simulator/harness/temporary.ts'
import type { GateRun } from '../../../simulator/harness/workspace.ts'
import { type Server, startServer } from '../../../simulator/server.ts'
import {
  type Prometheus,
  prometheusBinary,
  promtoolBinary,
  startPrometheus
} from '../../support/realPrometheus.ts'
import { definition, run, SLO } from '../../support/scenario.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** All instants are whole seconds since 1970 here. The history ends where the server begins. */
const NOW = Math.floor(Date.now() / 1000)
const BEGIN = NOW - 31 * DAY
/** When the counters began anew, as they do when what counts is started again. */
const RESTART = NOW - 10 * DAY
const INCIDENT = NOW - 40 * MINUTE
const CODES = ['200', '500', '503'] as const

/** Events a second at an instant, and the share of them that fails: busy days, bad nights, and an incident now. */
function traffic(time: number): { rate: number; failing: number } {
  const age = (((NOW - time) % DAY) + DAY) % DAY
  const isBusy = time > NOW || age < 6 * HOUR || age >= 18 * HOUR
  if (time >= INCIDENT) return { rate: 200, failing: 0.1 }
  return isBusy ? { rate: 200, failing: 0.001 } : { rate: 25, failing: 0.01 }
}

/** What really happened up to every second, without any rule and any Prometheus. */
const happened = (() => {
  const seconds = NOW - BEGIN + HOUR
  const [all, bad] = [new Float64Array(seconds + 1), new Float64Array(seconds + 1)]
  for (let second = 0; second < seconds; second++) {
    const { rate, failing } = traffic(BEGIN + second)
    all[second + 1] = (all[second] ?? 0) + rate
    bad[second + 1] = (bad[second] ?? 0) + rate * failing
  }
  const at = (counts: Float64Array) => (time: number) => {
    const value = counts[Math.floor(time) - BEGIN]
    if (value === undefined) throw new Error(`${time} is out of the history`)
    return value
  }
  return { all: at(all), bad: at(bad) }
})()

/** The counter of a code as it is scraped. */
function counter(code: (typeof CODES)[number], time: number): number {
  const count = (at: number) =>
    code === '200' ? happened.all(at) - happened.bad(at) : happened.bad(at) * (code === '500' ? 0.75 : 0.25)
  return Math.floor(count(time) - (time >= RESTART ? count(RESTART) : 0))
}

/** By hand, of the events themselves. */
function failedIn(seconds: number, end: number): number {
  const since = (count: (time: number) => number) => count(end) - count(end - seconds)
  return since(happened.bad) / since(happened.all)
}

/** By hand, what Sloth makes of them over its period: the mean of the ratios of five minutes. */
function meanFailedIn(seconds: number, end: number): number {
  let sum = 0
  for (let time = end - seconds + MINUTE; time <= end; time += MINUTE) sum += failedIn(5 * MINUTE, time)
  return sum / (seconds / MINUTE)
}

/** The history for one day a text: promtool reads each again for every two hours in it. */
function historyOf(instance: string): string[] {
  const byDay = new Map<number, number[]>()
  for (let time = BEGIN; time < NOW; time += time < NOW - 3 * HOUR ? MINUTE : 15) {
    const day = Math.floor(time / DAY)
    byDay.set(day, [...(byDay.get(day) ?? []), time])
  }
  return [...byDay.values()].map(times => {
    const samples = CODES.flatMap(code => {
      const labels = `code="${code}",instance="${instance}",job="crm"`
      return times.map(time => `crm_requests_total{${labels}} ${counter(code, time)} ${time}`)
    })
    return ['# TYPE crm_requests counter', ...samples, '# EOF', ''].join('\n')
  })
}

const FAILED = 'crm_requests_total{code=~"5..",job="crm"}'
const ALL = 'crm_requests_total{job="crm"}'

interface Rule {
  record: string
  expr: string
  labels: Record<string, string>
}

const group = (name: string, rules: readonly Rule[]) => ({ name, rules })

const SLOTH = { sloth_id: 'crm-availability', sloth_service: 'crm', sloth_slo: 'availability' }

/** As Sloth writes it: windows of alerts from the events, its period from the ratios of five minutes. */
const slothRule = (window: string): Rule => ({
  record: `slo:sli_error:ratio_rate${window}`,
  expr: `(sum(rate(${FAILED}[${window}])))\n/\n(sum(rate(${ALL}[${window}])))\n`,
  labels: { ...SLOTH, sloth_window: window }
})
const FIVE_MINUTES =
  'slo:sli_error:ratio_rate5m{sloth_id="crm-availability", sloth_service="crm", sloth_slo="availability"}'
const slothPeriod = (window: string): Rule => ({
  record: `slo:sli_error:ratio_rate${window}`,
  expr: `sum_over_time(${FIVE_MINUTES}[${window}])
/ ignoring (sloth_window)
count_over_time(${FIVE_MINUTES}[${window}])
`,
  labels: { ...SLOTH, sloth_window: window }
})
const SLOTH_WINDOWS = ['5m', '30m', '1h', '2h', '6h', '1d', '3d']

/** An SLO as Pyrra writes it: what it increased, the error ratios of its alerts, and the generic rules. */
function pyrraGroups(slo: string, window: string, seconds: number, alerts: readonly string[]) {
  const increase = `crm_requests:increase${window}`
  const labels = { job: 'crm', slo }
  return [
    group(`${slo}-increase`, [
      { record: increase, expr: `sum by (code) (increase(${ALL}[${window}]))`, labels }
    ]),
    group(
      slo,
      alerts.map(alert => ({
        record: `crm_requests:burnrate${alert}`,
        expr: `sum(rate(${FAILED}[${alert}])) / sum(rate(${ALL}[${alert}]))`,
        labels
      }))
    ),
    group(`${slo}-generic`, [
      { record: 'pyrra_objective', expr: '0.99', labels: { slo } },
      { record: 'pyrra_window', expr: String(seconds), labels: { slo } },
      {
        record: 'pyrra_availability',
        expr: `1 - sum(${increase}{code=~"5..",job="crm",slo="${slo}"} or vector(0)) / sum(${increase}{job="crm",slo="${slo}"})`,
        labels: { slo }
      },
      { record: 'pyrra_requests:rate5m', expr: `sum(rate(${ALL}[5m]))`, labels: { slo } },
      { record: 'pyrra_errors:rate5m', expr: `sum(rate(${FAILED}[5m])) or vector(0)`, labels: { slo } }
    ])
  ]
}

const STRANGE = `"quoted" \\ back\\n {slo=~".+"} $window`
const PYRRA_30D = ['5m', '32m', '1h4m', '2h9m', '6h26m', '1d1h43m', '4d6h51m']
const RULES = stringify({
  groups: [
    group('sloth-slo-sli-recordings-crm-availability', [
      ...[...SLOTH_WINDOWS.map(slothRule), slothPeriod('30d'), slothPeriod('4w')]
    ]),
    ...pyrraGroups('crm-4w', '4w', 28 * DAY, ['5m', '30m', '1h', '2h', '6h', '1d', '4d']),
    ...pyrraGroups('crm-30d', '30d', 30 * DAY, PYRRA_30D),
    group('strange', [
      { record: 'slo:sli_error:ratio_rate30d', expr: 'vector(0.002)', labels: { sloth_id: STRANGE } },
      { record: 'pyrra_availability', expr: 'vector(0.996)', labels: { slo: STRANGE } },
      { record: 'pyrra_window', expr: '2592000', labels: { slo: STRANGE } }
    ])
  ]
})

/** The last rule of each group; what it needs has been recorded before. */
const LAST = [
  ...['slo:sli_error:ratio_rate30d', 'slo:sli_error:ratio_rate4w'].map(
    name => `${name}{sloth_service="crm"}`
  ),
  ...['crm-4w', 'crm-30d'].map(slo => `pyrra_availability{slo="${slo}"} > 0`),
  'crm_requests:burnrate4d{slo="crm-4w"}',
  'crm_requests:burnrate4d6h51m{slo="crm-30d"}',
  'pyrra_availability == 0.996'
]

/** 99 %, so that neither way to count is exhausted. */
const TARGET = 99
const SOURCES = {
  counts: { type: 'prometheus', good: `sum(increase(${notFailed()}[$window]))`, total: over('increase') },
  ratio: { type: 'prometheus', errorRatio: `sum(rate(${FAILED}[$window])) / ${over('rate')}` },
  sloth: { type: 'prometheus', sloth: 'crm-availability' },
  pyrra: { type: 'prometheus', pyrra: 'crm-4w', metric: 'crm_requests_total' },
  pyrra30: { type: 'prometheus', pyrra: 'crm-30d', metric: 'crm_requests_total' },
  pyrraAlone: { type: 'prometheus', pyrra: 'crm-4w' }
}

function notFailed(): string {
  return FAILED.replace('=~', '!~')
}

function over(way: 'increase' | 'rate'): string {
  return `sum(${way}(${ALL}[$window]))`
}

const PAGE = { level: 'CRITICAL', burnRateThreshold: 5, duration: 'PT1H', shortDuration: 'PT5M' }

interface Row {
  source: keyof typeof SOURCES
  timeWindow: 'P30D' | 'P28D'
  alert: { duration: string; shortDuration: string }
  byHand?: typeof failedIn
}

const ROWS: Row[] = [
  { source: 'counts', timeWindow: 'P30D', alert: PAGE },
  { source: 'ratio', timeWindow: 'P30D', alert: PAGE },
  { source: 'sloth', timeWindow: 'P30D', alert: PAGE, byHand: meanFailedIn },
  { source: 'sloth', timeWindow: 'P28D', alert: { ...PAGE, duration: 'P1D' }, byHand: meanFailedIn },
  { source: 'pyrra', timeWindow: 'P28D', alert: PAGE },
  { source: 'pyrra', timeWindow: 'P28D', alert: { ...PAGE, duration: 'P4D', shortDuration: 'PT6H' } },
  { source: 'pyrra30', timeWindow: 'P30D', alert: { ...PAGE, duration: 'PT64M' } }
]

const SECONDS: Record<string, number> = {
  P30D: 30 * DAY,
  P28D: 28 * DAY,
  P4D: 4 * DAY,
  P1D: DAY,
  PT6H: 6 * HOUR,
  PT1H: HOUR,
  PT64M: 64 * MINUTE,
  PT5M: 5 * MINUTE
}

const missing = [prometheusBinary() ?? 'prometheus', promtoolBinary() ?? 'promtool'].filter(
  name => !name.includes('/') && !name.includes('\\')
)

if (missing.length > 0) {
  const notRun = `The rules of Sloth and Pyrra were NOT tested: this machine has no ${missing.join(' and no ')} (apt-get install prometheus)`
  console.warn(notRun)
  test.skip(notRun, () => undefined)
} else {
  describe('a real Prometheus with the rules of Sloth and of Pyrra', () => {
    let prometheus: Prometheus
    let service: Server
    beforeAll(async () => {
      service = await startServer(() => {
        const time = Math.floor(Date.now() / 1000)
        const samples = CODES.map(code => `crm_requests_total{code="${code}"} ${counter(code, time)}\n`)
        return { headers: { 'content-type': 'text/plain; version=0.0.4' }, body: samples.join('') }
      })
      const target = new URL(service.url).host
      const recorded = stringify({ groups: [group('past', [slothRule('5m')])] })
      prometheus = await startPrometheus({
        rules: RULES,
        scrapeInterval: '2s',
        targets: { crm: target },
        history: historyOf(target),
        recorded: { rules: recorded, start: dateOf(NOW - 30 * DAY - HOUR), end: dateOf(NOW) }
      })
      for (const rule of LAST) while (!(await holds(rule))) await sleep(200)
      while (!(await holds('count_over_time(up{job="crm"}[1h]) >= 2'))) await sleep(200)
    }, 240_000)
    afterAll(async () => {
      await prometheus?.stop()
      await service?.close()
    })

    describe('gives what was counted by hand', () => {
      test.each(ROWS)('$source over $timeWindow, with an alert over $alert.duration', async row => {
        const { source, timeWindow, alert, byHand = failedIn } = row
        const burnRateAlerts = [{ ...PAGE, ...alert, level: 'WARNING', burnRateThreshold: 0.1 }]
        const measured = await gate({ timeWindow, burnRateAlerts, source: SOURCES[source] })

        const [slo] = measured.report.slos
        const end = Date.parse(measured.report.generatedAt) / 1000
        expect(slo).toMatchObject({ verdict: 'warning', source: 'prometheus' })
        const expected = [
          byHand(SECONDS[timeWindow] ?? 0, end),
          failedIn(SECONDS[alert.duration] ?? 0, end),
          failedIn(SECONDS[alert.shortDuration] ?? 0, end)
        ].map(ratio => ratio / (1 - TARGET / 100))
        const [{ burnRate, shortBurnRate }] = slo.alerts
        const given = [slo.burnRate, burnRate, shortBurnRate]
        for (const [index, rate] of given.entries()) expectWithin(rate, expected[index] ?? Number.NaN)
        expect(slo.readings.map(({ burnRate }: { burnRate: number }) => burnRate)).toEqual(given)
      })

      test('and the counts are those of the events', async () => {
        const { report } = await gate({ timeWindow: 'P30D', source: SOURCES.counts })

        const end = Date.parse(report.generatedAt) / 1000
        const total = happened.all(end) - happened.all(end - 30 * DAY)
        const bad = happened.bad(end) - happened.bad(end - 30 * DAY)
        const { events } = report.slos[0]
        expectWithin(events.total, total)
        expectWithin(events.total - events.good, bad)
      })

      test('and Sloth, which takes a quiet night for as much as a busy day, has another result', async () => {
        const bySloth = await gate({ timeWindow: 'P30D', source: SOURCES.sloth })
        const byEvents = await gate({ timeWindow: 'P30D', source: SOURCES.counts })

        const ratio = bySloth.report.slos[0].burnRate / byEvents.report.slos[0].burnRate
        expect(ratio).toBeGreaterThan(2)
        expect(bySloth.report.slos[0].readings[0].note).toContain('Sloth averages')
      })
    })

    test.each(['counts', 'ratio', 'sloth', 'pyrra'] as const)(
      'burns over an hour and five minutes, by %s',
      async name => {
        const timeWindow = name === 'pyrra' ? 'P28D' : 'P30D'
        const measured = await gate({ timeWindow, burnRateAlerts: [PAGE], source: SOURCES[name] })

        expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'burning' })
        expect(measured.exitCode).toBe(1)
        expect(measured.report.slos[0].alerts[0].firing).toBe(true)
      }
    )

    test('does so for all of them in one run', async () => {
      const slos = Object.entries(SOURCES).map(([id, source]) => {
        const timeWindow = id.startsWith('pyrra') && id !== 'pyrra30' ? 'P28D' : 'P30D'
        return { id, sloTarget: TARGET, timeWindow, source }
      })
      const measured = await run({
        inputs: { 'slo-file': 'slos.json', 'prometheus-url': prometheus.url },
        files: { 'slos.json': JSON.stringify(slos) }
      })

      expect(measured.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
      expect(measured.report.slos).toHaveLength(slos.length)
      const rates: Record<string, number> = Object.fromEntries(
        measured.report.slos.map(({ id, burnRate }: { id: string; burnRate: number }) => [id, burnRate])
      )
      expectWithin(rates['ratio'] ?? 0, rates['counts'] ?? 0)
      expectWithin(rates['pyrra30'] ?? 0, rates['counts'] ?? 0)
      expect(rates['pyrraAlone']).toBe(rates['pyrra'])
    })

    test.each([
      ['sloth', { type: 'prometheus', sloth: STRANGE }, '0.2'],
      ['pyrra', { type: 'prometheus', pyrra: STRANGE }, '0.4']
    ])('finds the %s whose name needs escaping', async (_by, source, burnRate) => {
      const measured = await gate({ timeWindow: 'P30D', source })

      expect(measured.outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': burnRate })
    })

    test.each([
      ['a wrong sloth id', 'P30D', { sloth: 'crm-availabilty' }, 'check the sloth_id'],
      ['a way out of the literal', 'P30D', { sloth: 'x"} or vector(0) or x{y="' }, 'check the sloth_id'],
      ['another period than that of Sloth', 'P7D', { sloth: 'crm-availability' }, 'timeWindow is its period'],
      ['a wrong name for Pyrra', 'P28D', { pyrra: 'crm' }, 'check the name'],
      ['a longer window than that of Pyrra', 'P30D', { pyrra: 'crm-4w' }, 'timeWindow is its window'],
      ['a shorter window than that of Pyrra', 'P28D', { pyrra: 'crm-30d' }, 'timeWindow is its window']
    ])('is not healthy for %s, and says what to check', async (_what, timeWindow, source, says) => {
      const measured = await gate({ timeWindow, source: { type: 'prometheus', ...source } })

      expect(measured.outputs).toMatchObject({ decision: 'block', verdict: 'no-data', 'burn-rate': '' })
      expect(measured.outputs['reason']).toContain(says)
      expect(measured.exitCode).toBe(1)
    })

    test('takes a regular expression for a name like any other', async () => {
      const source = { type: 'prometheus', sloth: '(crm-availability|.*)' }
      const measured = await gate({ timeWindow: 'P30D', source })

      expect(measured.outputs['verdict']).toBe('no-data')
    })

    test('does not let an alert over an hour be overlooked where Pyrra records 64 minutes', async () => {
      const fields = { timeWindow: 'P30D', burnRateAlerts: [PAGE], source: SOURCES.pyrra30 }
      const measured = await gate(fields)

      // Either it is refused, or it fires: the last hour burns at nearly seven times the budget.
      expect(measured.outputs['decision']).toBe('block')
    })

    test.each([
      ['counts', 'P30D'],
      ['ratio', 'P30D'],
      ['sloth', 'P30D'],
      ['pyrra', 'P28D'],
      ['pyrra30', 'P30D'],
      ['pyrraAlone', 'P28D']
    ] as const)('shows by %s that the last hour still burns after an exhausted budget', async (...row) => {
      const [name, timeWindow] = row
      const kept = {
        'state-file': join(temporaryFolder('gate-state-').path, 'state.json'),
        'min-poll-interval': 'PT0S'
      }
      const fields = { timeWindow, source: SOURCES[name] }
      const before = await gate(fields, { ...kept, 'max-burn-rate': '0.1' })
      const after = await gate(fields, kept)

      expect(before.outputs['verdict']).toBe('exhausted')
      expect(after.outputs).toMatchObject({ decision: 'block', verdict: 'unstable' })
    })

    function gate(fields: Record<string, unknown>, inputs: Record<string, string> = {}): Promise<GateRun> {
      return run({
        inputs: { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url, ...inputs },
        files: { 'slo.json': definition({ id: SLO, sloTarget: TARGET, ...fields }) }
      })
    }

    async function holds(promql: string): Promise<boolean> {
      const series = await prometheus.query(promql)
      return Array.isArray(series) && series.length > 0
    }
  })
}

const dateOf = (seconds: number) => new Date(seconds * 1000)

/** Within one percent. */
function expectWithin(given: number, expected: number): void {
  expect(Math.abs(given / expected - 1)).toBeLessThan(0.01)
}
