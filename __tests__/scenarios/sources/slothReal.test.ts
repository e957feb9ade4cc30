// A spec of Sloth on real servers: what is read from its queries is what happened, and what Sloth's own rules record.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import type { GateRun } from '../../../simulator/harness/workspace.ts'
import { type Server, startServer } from '../../../simulator/server.ts'
import { startPrometheus } from '../../support/realPrometheus.ts'
import { notTested, type RealServer, slothRules, toolPath } from '../../support/realTools.ts'
import { startVictoriaMetrics } from '../../support/realVictoriaMetrics.ts'
import { annotations, definition, run } from '../../support/scenario.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Instants are whole seconds since 1970. Now is in the middle of a busy half day. */
const NOW = Math.floor(Date.now() / 1000)
const BEGIN = NOW - 31 * DAY - 6 * HOUR

interface Events {
  all: number
  bad: number
}

/** What happened from the beginning to an instant, by app: the same at all times, or busy days and bad nights. */
const HAPPENED: Record<string, (time: number) => Events> = {
  even: time => ({ all: (time - BEGIN) * 2_000, bad: (time - BEGIN) * 20 }),
  uneven: time => {
    const [days, rest] = [Math.floor((time - BEGIN) / DAY), (time - BEGIN) % DAY]
    const busy = days * 12 * HOUR + Math.min(rest, 12 * HOUR)
    const quiet = time - BEGIN - busy
    return { all: busy * 2_000 + quiet * 250, bad: busy * 2 + quiet * 2.5 }
  }
}

function failedIn(app: string, seconds: number, end: number): number {
  const [from, to] = [end - seconds, end].map(time => HAPPENED[app]?.(time) ?? { all: 0, bad: 0 })
  return ((to?.bad ?? 0) - (from?.bad ?? 0)) / ((to?.all ?? 0) - (from?.all ?? 0))
}

/** The counters at an instant, by series. */
const countersAt = (time: number, labels = ''): [string, number][] =>
  Object.entries(HAPPENED).flatMap(([app, happened]) => {
    const { all, bad } = happened(time)
    const series = (code: string) => `crm_requests_total{app="${app}",code="${code}"${labels}}`
    return [
      [series('200'), all - bad],
      [series('500'), bad]
    ] satisfies [string, number][]
  })

/** A histogram of which nine in ten are at most five seconds, with the bound as most libraries write it. */
const bucketsAt = (time: number): [string, number][] => {
  const count = (time - BEGIN) * 10
  return [
    ['crm_seconds_bucket{le="5"}', count * 0.9],
    ['crm_seconds_bucket{le="+Inf"}', count],
    ['crm_seconds_sum', count],
    ['crm_seconds_count', count]
  ]
}

/** A counter that is scraped exactly once a minute, in the last hour. */
const LAST_MINUTE = Math.floor(NOW / MINUTE) * MINUTE
const byMinute = Array.from({ length: 60 }, (_, index) => LAST_MINUTE - (59 - index) * MINUTE)

/** The history, a text for each day, because promtool reads a text again for every day in it. */
function historyUntil(end: number, labels: string, instant: (time: number) => number): string[] {
  const byDay = new Map<number, string[]>()
  const keep = (time: number, samples: readonly [string, number][]) => {
    const day = Math.floor(time / DAY)
    const lines = byDay.get(day) ?? []
    byDay.set(day, lines)
    for (const [series, value] of samples) lines.push(`${series} ${value} ${instant(time)}`)
  }
  const recent = NOW - 4 * DAY
  for (let time = BEGIN; time < end; time += (time < recent ? 2 : 1) * MINUTE)
    keep(time, countersAt(time, labels))
  for (const time of byMinute) keep(time, [['crm_minutes_total', (time - BEGIN) * 10]])
  return [...byDay.values()].map(lines => `${lines.join('\n')}\n`)
}

const events = (app: string, over: 'increase' | 'rate') => ({
  error_query: `sum(${over}(crm_requests_total{app="${app}",code=~"5.."}[{{.window}}]))`,
  total_query: `sum(${over}(crm_requests_total{app="${app}"}[{{.window}}]))`
})
const uneven = events('uneven', 'rate')
const SLIS = {
  even: { events: events('even', 'increase') },
  uneven: { events: uneven },
  raw: { raw: { error_ratio_query: `(${uneven.error_query})\n/\n(${uneven.total_query})` } }
}
const OBJECTIVE = 98
const SPEC = stringify({
  version: 'prometheus/v1',
  service: 'crm',
  slos: Object.entries(SLIS).map(([name, sli]) => ({
    name,
    objective: OBJECTIVE,
    sli,
    alerting: { name: `Crm${name}` }
  }))
})
const SLOS = [
  { id: 'crm-even', app: 'even' },
  { id: 'crm-uneven', app: 'uneven' },
  { id: 'crm-raw', app: 'uneven' }
]

/** The names of the windows in Sloth's rules, which PromQL takes too. */
const WINDOWS: Record<string, number> = {
  '5m': 5 * MINUTE,
  '30m': 30 * MINUTE,
  '1h': HOUR,
  '2h': 2 * HOUR,
  '6h': 6 * HOUR,
  '1d': DAY,
  '3d': 3 * DAY,
  '30d': 30 * DAY
}

interface Rule {
  record?: string
}

interface Candidate {
  name: string
  needs: readonly string[]
  start: (target: string) => Promise<RealServer>
  /** VictoriaMetrics leaves recording to another program. */
  records: boolean
}

const prometheus = (name: string, program: string): Candidate => ({
  name,
  needs: [program, 'promtool'],
  records: true,
  start: target => {
    const rules = sloth === undefined ? undefined : slothRules(sloth, SPEC)
    const history = historyUntil(NOW, `,instance="${target}",job="crm"`, time => time)
    return startPrometheus({
      binary: toolPath(program),
      scrapeInterval: '5s',
      targets: { crm: target },
      history: history.map(text => `# TYPE crm_requests counter\n${text}# EOF\n`),
      ...(rules !== undefined && {
        rules,
        recorded: {
          rules: fiveMinutesOf(rules),
          start: dateOf(NOW - 30 * DAY - HOUR),
          end: dateOf(NOW),
          interval: '5m'
        }
      })
    })
  }
})

/** What Sloth's other windows are made of, which has to be there for all of the past. */
function fiveMinutesOf(rules: string): string {
  const { groups }: { groups: { name: string; rules: Rule[] }[] } = parse(rules)
  const kept = groups.map(({ name, rules }) => ({
    name,
    rules: rules.filter(({ record }) => record === 'slo:sli_error:ratio_rate5m')
  }))
  return stringify({ groups: kept.filter(({ rules }) => rules.length > 0) })
}

const sloth = toolPath('sloth')

const CANDIDATES: Candidate[] = [
  prometheus('the installed Prometheus', 'prometheus'),
  prometheus('Prometheus 3', 'prometheus3'),
  {
    name: 'VictoriaMetrics',
    needs: ['victoria-metrics'],
    records: false,
    start: () => {
      const inMilliseconds = (time: number) => time * 1000
      const histogram = byMinute.flatMap(time =>
        bucketsAt(time).map(([series, value]) => `${series} ${value} ${inMilliseconds(time)}\n`)
      )
      const binary = toolPath('victoria-metrics') ?? ''
      return startVictoriaMetrics(binary, [
        ...historyUntil(NOW + HOUR, '', inMilliseconds),
        histogram.join('')
      ])
    }
  }
]

describe.each(CANDIDATES)('$name', ({ name, needs, start, records }) => {
  const missing = needs.filter(program => toolPath(program) === undefined)
  if (missing.length > 0) {
    test.skip(notTested(`A spec of Sloth on ${name} was`, missing), () => undefined)
    return
  }

  let target: Server
  let server: RealServer
  let measured: GateRun
  let end: number
  beforeAll(async () => {
    target = await startServer(() => {
      const time = Date.now() / 1000
      const lines = [...countersAt(time), ...bucketsAt(time)].map(([series, value]) => `${series} ${value}`)
      const body = `# TYPE crm_seconds histogram\n${lines.slice(4).join('\n')}\n${lines.slice(0, 4).join('\n')}\n`
      return { headers: { 'content-type': 'text/plain; version=0.0.4' }, body }
    })
    server = await start(new URL(target.url).host)
    await settled()
    measured = await run({
      inputs: { 'slo-file': 'sloth.yml', 'prometheus-url': server.url },
      files: { 'sloth.yml': SPEC }
    })
    end = Date.parse(measured.report.generatedAt) / 1000
  }, 300_000)
  afterAll(async () => {
    await server?.stop()
    await target?.close()
  })

  /** Everything is there that is not there from the beginning. */
  async function settled(): Promise<void> {
    if (!records) return
    const awaited = ['count_over_time(crm_seconds_count[1h]) >= 2']
    const recorded = SLOS.length * Object.keys(WINDOWS).length
    if (sloth !== undefined) awaited.push(`count({__name__=~"slo:sli_error:ratio_rate.+"}) == ${recorded}`)
    for (const query of awaited) while ((await series(query)).length === 0) await sleep(200)
  }

  async function series(
    query: string
  ): Promise<{ value: [number, string]; metric: Record<string, string> }[]> {
    return (await server.query(query)) as Awaited<ReturnType<typeof series>>
  }

  async function numberOf(query: string): Promise<number> {
    const [only] = await series(query)
    return Number(only?.value[1])
  }

  /** The error ratios of an SLO as the gate has them from its spec: each window that it looked at. */
  function readFromSpec(id: string): Record<string, number> {
    const slo = measured.report.slos.find((slo: { id: string }) => slo.id === id)
    const allowed = 1 - OBJECTIVE / 100
    const readings: { start: string; end: string; burnRate: number }[] = slo.readings
    const named = Object.entries(WINDOWS).map(([name, seconds]) => {
      const reading = readings.find(
        ({ start, end }) => Date.parse(end) - Date.parse(start) === seconds * 1000
      )
      return [name, (reading?.burnRate ?? Number.NaN) * allowed]
    })
    return Object.fromEntries(named)
  }

  describe.each(SLOS)('has the SLO $id', ({ id, app }) => {
    test('whose shares of bad events are what happened, over every window', () => {
      for (const [window, seconds] of Object.entries(WINDOWS)) {
        expectWithin(readFromSpec(id)[window], failedIn(app, seconds, end))
      }
    })

    test('whose number equals the division of two increases by hand', async () => {
      const increase = (labels: string) => `sum(increase(crm_requests_total{app="${app}"${labels}}[30d]))`
      const byHand = await numberOf(`${increase(',code=~"5.."')} / ${increase('')}`)
      expectWithin(readFromSpec(id)['30d'], byHand)
    })
  })

  test('finds a bucket of whole seconds, however the server stores its bound', async () => {
    const files = { 'pyrra.yml': MANIFEST }
    const inputs = { 'slo-file': 'pyrra.yml', 'prometheus-url': server.url }
    const { report } = await run({ inputs, files })

    expectWithin(report.slos[0].burnRate, 0.5)
    expect(await series('crm_seconds_bucket{le="5.0"}')).toHaveLength((await isLeftOpen()) ? 1 : 0)
  })

  test('has either a number or no data for a window with one sample at each of its ends', async () => {
    const over = (factor: number) => `sum(increase(crm_minutes_total[$window] @ ${LAST_MINUTE})) * ${factor}`
    const source = { type: 'prometheus', good: over(0.999), total: over(1) }
    const files = { 'slo.json': definition({ timeWindow: 'PT1M', source }) }
    const { outputs } = await run({ inputs: { 'slo-file': 'slo.json', 'prometheus-url': server.url }, files })

    expect(outputs['verdict']).toBe((await isLeftOpen()) ? 'no-data' : 'healthy')
  })

  /** Whether ranges do not have their beginning in them, and bounds of buckets are floats: from Prometheus 3 on. */
  async function isLeftOpen(): Promise<boolean> {
    if (!records) return false
    const { data } = await (await fetch(`${server.url}/api/v1/status/buildinfo`)).json()
    return Number.parseInt(data.version, 10) >= 3
  }

  if (!records) return
  if (sloth === undefined) {
    test.skip(notTested(`The rules that Sloth makes were, on ${name},`, ['sloth']), () => undefined)
    return
  }

  describe('with the rules that Sloth makes of the spec', () => {
    const recorded = (id: string, window: string) =>
      numberOf(`slo:sli_error:ratio_rate${window}{sloth_id="${id}"}`)

    test.each(SLOS)('has recorded what the gate reads for every alert of $id', async ({ id }) => {
      for (const window of Object.keys(WINDOWS).filter(name => name !== '30d')) {
        expectWithin(readFromSpec(id)[window], await recorded(id, window))
      }
    })

    test('has recorded the same over 30 days where traffic is even', async () => {
      expectWithin(readFromSpec('crm-even')['30d'], await recorded('crm-even', '30d'))
    })

    test('has recorded more over 30 days where nights are quiet and bad, and a warning says so', async () => {
      const ratio = (await recorded('crm-uneven', '30d')) / (readFromSpec('crm-uneven')['30d'] ?? 0)
      // The mean of 0.1% and 1%, over 12 hours each, in place of 0.2%.
      expectWithin(ratio, 0.0055 / failedIn('uneven', 30 * DAY, end))
      expect(annotations(measured, 'warning').join()).toContain('Sloth averages ratios of five minutes')
    })
  })
})

const MANIFEST = stringify({
  apiVersion: 'pyrra.dev/v1alpha1',
  kind: 'ServiceLevelObjective',
  metadata: { name: 'crm-seconds' },
  spec: {
    target: '80',
    window: '1h',
    indicator: {
      latency: {
        success: { metric: 'crm_seconds_bucket{le="5"}' },
        total: { metric: 'crm_seconds_count' }
      }
    },
    alerting: { burnrates: false }
  }
})

const dateOf = (seconds: number) => new Date(seconds * 1000)

/** Within one percent. */
function expectWithin(given = Number.NaN, expected: number): void {
  expect(Math.abs(given / expected - 1)).toBeLessThan(0.01)
}
