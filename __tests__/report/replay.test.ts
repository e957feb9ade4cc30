import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import * as v from 'valibot'
import { temporaryFolder } from '../../simulator/harness/temporary.ts'
import type { GateRun } from '../../simulator/harness/workspace.ts'
import { decide, overridden, worstFirst } from '../../src/budget/decision.ts'
import { judge } from '../../src/budget/judge.ts'
import { noData, type Reading, readingOf, unreadable } from '../../src/budget/reading.ts'
import { VERDICTS } from '../../src/budget/verdict.ts'
import { reportOf } from '../../src/report/json.ts'
import { type Difference, replay, UnreadableReport } from '../../src/report/replay/replay.ts'
import type { RunResult } from '../../src/report/result.ts'
import { reportSchema } from '../../src/report/schema.ts'
import { orLastKnown } from '../../src/state/memory.ts'
import { blockedRun } from '../support/approvalRun.ts'
import { byTable, lasting, policies, resultOf, slos, tableOf } from '../support/builders.ts'
import { API, answering, burnRates, definition, gate, SLO } from '../support/scenario.ts'
import { DAY, keep, MINUTE } from '../support/stateKept.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests change anything in it
type Json = any

const ALERTS = [
  { level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT5M' },
  { level: 'WARNING', burnRateThreshold: 6, duration: 'PT6H', shortDuration: 'PT30M' }
]
const inputs = { 'slo-file': 'slo.json' }
const files = { 'slo.json': definition({ burnRateAlerts: ALERTS }) }
const ASK = { 'min-poll-interval': 'PT0S' }
const refused = answering(API, { status: 403 })

const burning = (rates: Record<string, unknown>, options: object = {}) =>
  gate({ slos: { [SLO]: burnRates(rates) } }, { inputs, files, ...options })

/** Data actions, whose windows end some minutes before the run. */
function executing(good: number, bad: number, fields: object = {}) {
  const one = { at: new Date(Date.now() - 60 * MINUTE), actionId: 'a', integrationId: 'i', durationMs: 300 }
  const executions = [
    { ...one, errorType: 'NONE', count: good },
    { ...one, errorType: 'REMOTE_ERROR', responseStatus: '503', count: bad },
    { ...one, errorType: 'REQUEST_TIMEOUT', count: 7 }
  ].filter(({ count }) => count > 0)
  const source = { type: 'genesys-data-actions', ignoreErrorTypes: ['REQUEST_TIMEOUT'] }
  const text = definition({ burnRateAlerts: ALERTS, source, ...fields })
  return gate({ executions }, { inputs, files: { 'slo.json': text } })
}

const HOURS = {
  timeZone: 'UTC',
  days: ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'],
  from: '00:00',
  to: '24:00'
}

/** An exhausted budget that reads well again, though the last hour does not. */
async function reset() {
  const kept = await keep()
  await kept.reading(1.5)
  return kept.reading({ PT43200M: 0.2, PT60M: 3 }, ASK)
}

async function remembering(
  burnRate: number,
  { age = 0, failing = {} as Record<string, string> | false } = {}
) {
  const kept = await keep()
  await kept.reading(burnRate)
  kept.age(age)
  return failing ? kept.failing(failing) : kept.reading(3)
}

const twenty = Array.from({ length: 20 }, (_, index) => [
  `slo-${index}`,
  (index * 7) % 20 ? (index % 10) / 5 : 1.5
])

/** Each scenario with what it has to come to, so that it is the one that it says. */
const scenarios: Record<string, [decision: string, verdict: string, () => Promise<GateRun>]> = {
  healthy: ['allow', 'healthy', () => gate({ slos: { [SLO]: 0.4 } })],
  exhausted: ['block', 'exhausted', () => gate({ slos: { [SLO]: 2 } })],
  burning: ['block', 'burning', () => burning({ PT43200M: 0.6, PT5M: 20, PT360M: 7, PT30M: 8 })],
  unstable: ['block', 'unstable', reset],
  warning: ['allow', 'warning', () => burning({ PT43200M: 0.6, PT5M: 2, PT360M: 7, PT30M: 8 })],
  'little budget': ['allow', 'warning', () => gate({ slos: { [SLO]: 0.9 } })],
  counted: ['allow', 'warning', () => executing(99_553, 447)],
  'counted and exhausted': ['block', 'exhausted', () => executing(9_900, 100)],
  'in business hours': ['allow', 'healthy', () => executing(9_999, 1, { businessHours: HOURS })],
  'no data': ['block', 'no-data', () => executing(0, 0)],
  'low traffic': ['allow', 'low-traffic', () => executing(10, 5, { minimumEvents: 100 })],
  'no reading': ['block', 'source-error', () => gate({ intercept: refused })],
  'no reading of an alert': ['block', 'source-error', () => burning({ PT43200M: 0.6, PT360M: 1, PT30M: 2 })],
  'no reading, allowed': [
    ...(['allow', 'source-error'] as const),
    () => gate({ intercept: refused }, { inputs: { 'on-error': 'allow' } })
  ],
  'the last known reading': [
    ...(['allow', 'healthy'] as const),
    () => remembering(0.4, { age: 10 * MINUTE, failing: { 'on-error': 'last-known' } })
  ],
  'the last known reading, exhausted and old': [
    ...(['block', 'exhausted'] as const),
    () => remembering(1.5, { age: 30 * DAY, failing: { 'on-error': 'allow' } })
  ],
  'a young reading': ['allow', 'healthy', () => remembering(0.4, { failing: false })],
  'a young reading, exhausted': ['block', 'exhausted', () => remembering(1.5, { failing: false })],
  'an override': ['override', 'exhausted', () => blockedRun()],
  'a refusal': ['block', 'exhausted', () => blockedRun({ pull: { events: [] } })],
  audit: ['block', 'exhausted', () => gate({ slos: { [SLO]: 2 } }, { inputs: { mode: 'audit' } })],
  'many SLOs': [
    ...(['block', 'exhausted'] as const),
    () =>
      gate({ slos: Object.fromEntries(twenty) }, { inputs: { 'slo-id': twenty.map(([id]) => id).join() } })
  ],
  'a wrong configuration': ['block', 'config-error', () => gate({}, { inputs: { 'max-burn-rate': 'x' } })]
}

const names = Object.keys(scenarios)
const reports = new Map<string, Json>()

beforeAll(async () => {
  for (const [name, [decision, verdict, play]] of Object.entries(scenarios)) {
    const { report } = await play()
    expect([name, report?.decision, report?.verdict]).toEqual([name, decision, verdict])
    reports.set(name, report)
  }
})

const reportAs = (name: string): Json => structuredClone(reports.get(name))

/** What a replay says, whether the report can be read or not. */
function said(report: unknown): readonly Difference[] {
  try {
    return replay(report)
  } catch (error) {
    if (!(error instanceof UnreadableReport)) throw error
    return [{ where: error.message, reported: undefined, recomputed: undefined }]
  }
}

type Path = readonly (string | number)[]

/** Every path to a value of a kind, with `[]` for any index in its name. */
function pathsTo(isWanted: (value: unknown) => boolean, value: Json, path: Path = []): Path[] {
  if (isWanted(value)) return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).flatMap(key =>
    pathsTo(isWanted, value[key], [...path, Array.isArray(value) ? Number(key) : key])
  )
}

const nameOf = (path: Path) =>
  path
    .map(key => (typeof key === 'number' ? '[]' : `.${key}`))
    .join('')
    .slice(1)

const at = (report: Json, path: Path): Json => path.reduce((value, key) => value[key], report)

function changed(report: Json, path: Path, value: unknown): Json {
  const copy = structuredClone(report)
  at(copy, path.slice(0, -1))[path.at(-1) as string] = value
  return copy
}

/** Values that decide nothing. */
const IRRELEVANT = [
  // When and how often was asked; only that the requests of a reading exist is checked.
  /^requests\[\]\.(id|durationMs|status|attempt)$/,
  /^slos\[\]\.readings\[\]\.requests\[\]$/,
  // What followed from the decision.
  /^(publications|applied)\[\]/,
  // What the charts of the summary are drawn from.
  /^histories\./,
  // Believed, like the approval itself.
  /^maintenance\.pullRequest$/
]

/** Limits: a change matters only when a value is then on the other side. */
const LIMITS = [
  /^policy\.maxBurnRate$/,
  /^slos\[\]\.(target|minimumEvents)$/,
  /^slos\[\]\.alerts\[\]\.threshold$/,
  // Ignored outcomes are in no count.
  /^slos\[\]\.outcomes\[\]\.count$/
]

const is = (patterns: readonly RegExp[], path: Path) => patterns.some(pattern => pattern.test(nameOf(path)))
const isNumber = (value: unknown) => typeof value === 'number'

function numbersOf(report: Json): readonly Path[] {
  return pathsTo(isNumber, report).filter(path => !is(LIMITS, path) && !is(IRRELEVANT, path))
}

const otherNumbers = fc.oneof(
  fc.constantFrom(0, 1, -1, 1e-6, 20, 1e300, Number.MAX_VALUE),
  fc.double({ min: -1e6, max: 1e6, noNaN: true })
)

/** A scenario, and one of its numbers that matter with another value. */
const changedNumbers = fc
  .record({ name: fc.constantFrom(...names), choice: fc.nat(), value: fc.option(otherNumbers) })
  .map(({ name, choice, value }) => {
    const report = reportAs(name)
    const paths = numbersOf(report)
    const path = paths[choice % paths.length]
    return path && { report, path, value, before: at(report, path) as number }
  })

it.each(names)('the schema has every field of the report of a real run: %s', name => {
  const parsed: Json = v.parse(reportSchema, reportAs(name))
  const isUnknown = (path: Path) => path.reduce((value, key) => value?.[key], parsed) === undefined
  const paths = pathsTo(part => typeof part !== 'object' || part === null, reportAs(name))
  expect(paths.filter(isUnknown).map(nameOf)).toEqual([])
})

describe('the replay agrees', () => {
  it.each(names)('with the report of a real run: %s', name => {
    expect(replay(reportAs(name))).toEqual([])
  })

  it('with a defect of the gate that measured nothing', () => {
    const reason = 'The gate itself failed'
    const decision = { decision: 'block', verdict: 'source-error', reason, worst: undefined } as const
    const approval = { approved: false, rule: 'label', reason: 'none', pullRequest: 1 } as const
    const report = written(resultOf([], { decision, approval }))
    expect(replay(report)).toEqual([])
    expect(replay({ ...report, decision: 'allow' })).toMatchObject([{ where: 'decision' }])
  })

  const observed = fc.oneof(
    { weight: 3, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }).map(burn => burnOf(burn)) },
    { weight: 3, arbitrary: fc.tuple(fc.nat(2_000), fc.nat(50)).map(counts => countsOf(...counts)) },
    fc.constantFrom(unreadable('HTTP 503'), noData('there were no events'))
  )

  const cases = fc.record({
    policy: policies,
    measured: fc.uniqueArray(
      fc.record({ slo: slos, table: tableOf(observed), now: tableOf(observed), isUnresolved: fc.boolean() }),
      { minLength: 1, selector: ({ slo }) => slo.id }
    ),
    ageMs: fc.option(fc.integer({ min: 0, max: 40 * DAY })),
    isApproved: fc.boolean()
  })

  it('with whatever the gate can come to', () => {
    fc.assert(
      fc.property(cases, ({ policy, measured, ageMs, isApproved }) => {
        const at = new Date('2026-11-23T18:00:00Z')
        const asOf = ageMs === null ? undefined : new Date(at.getTime() - ageMs)
        const judgements = measured.map(({ slo, table, now, isUnresolved }) => {
          const fresh = judge({ slo, readings: byTable(now), isUnresolved }, policy)
          const memory = asOf && { at: asOf, origin: '', isUnresolved, readings: remembered(table) }
          return orLastKnown(
            fresh,
            { slo, origin: '', memory, now: at },
            { policy, maxAge: lasting('PT15M') }
          )
        })
        const decision = decide(judgements, policy)
        const sorted = { at, policy, judgements: worstFirst(judgements, policy) }
        if (decision.decision === 'allow')
          expect(replay(written(resultOf([], { ...sorted, decision })))).toEqual([])
        else {
          const approval = isApproved
            ? {
                approved: true as const,
                by: 'ada',
                at,
                until: new Date(at.getTime() + 1),
                pullRequest: 1,
                headSha: 'a'
              }
            : { approved: false as const, rule: 'label' as const, reason: 'none', pullRequest: null }
          const final = isApproved ? overridden(decision) : decision
          expect(replay(written(resultOf([], { ...sorted, decision: final, approval })))).toEqual([])
        }
      }),
      { numRuns: 300 }
    )
  })

  const burnOf = (burnRate: number) => readingOf({ kind: 'burn-rate', burnRate }, null)
  const countsOf = (good: number, bad: number) => readingOf({ kind: 'events', good, total: good + bad }, 99.5)
  const WINDOWS = [5 * MINUTE, 60 * MINUTE, 360 * MINUTE, 7 * DAY, 30 * DAY]
  const remembered = (table: readonly Reading[]) =>
    new Map(
      table.flatMap((read, index) => (read.kind === 'unreadable' ? [] : [[WINDOWS[index] as number, read]]))
    )

  it.each(names)('whatever is changed that decides nothing: %s', name => {
    const report = reportAs(name)
    for (const path of pathsTo(isNumber, report).filter(path => is(IRRELEVANT.slice(2), path))) {
      expect([nameOf(path), replay(changed(report, path, 123))]).toEqual([nameOf(path), []])
    }
    for (const request of report.requests) Object.assign(request, { durationMs: 1, status: 418, attempt: 9 })
    expect(replay(report)).toEqual([])
  })
})

/** A report as it is read from its file. */
const written = (result: RunResult): Json => JSON.parse(JSON.stringify(reportOf(result)))

describe('the replay disagrees', () => {
  it('when a number that matters is another one', () => {
    fc.assert(
      fc.property(changedNumbers, change => {
        if (change === undefined) return
        const { report, path, value, before } = change
        fc.pre(value === null || Math.abs(value - before) > 1e-6)
        expect([nameOf(path), said(changed(report, path, value))]).not.toEqual([nameOf(path), []])
      }),
      { numRuns: 2_000 }
    )
  })

  it('when any of them is', () => {
    for (const name of names) {
      const report = reportAs(name)
      for (const path of numbersOf(report)) {
        const other = changed(report, path, at(report, path) + 0.001)
        expect([name, nameOf(path), said(other).length > 0]).toEqual([name, nameOf(path), true])
      }
    }
  })

  it('about all the numbers that a report has', () => {
    const paths = names.flatMap(name => numbersOf(reports.get(name)).map(nameOf))
    expect([...new Set(paths)].toSorted()).toEqual([
      ...['slos[].alerts[].burnRate', 'slos[].alerts[].shortBurnRate', 'slos[].budgetHealth'],
      ...['slos[].budgetRemaining', 'slos[].burnRate', 'slos[].events.good', 'slos[].events.total'],
      ...['slos[].lastHourBurnRate', 'slos[].readings[].burnRate', 'slos[].readings[].events.good'],
      ...['slos[].readings[].events.total', 'version']
    ])
  })

  const words: readonly [RegExp, readonly unknown[]][] = [
    [/^decision$/, ['allow', 'block', 'override']],
    [/(^|\.)verdict$/, VERDICTS],
    [/(^|\])\.?reason$|sourceError$/, ['all is well']],
    // Why a window has no rate does not matter when it decides nothing.
    [/readings\[\]\.kind$/, ['rate']],
    [/\.firing$/, [true, false]],
    [/\.(isRemembered|isLastKnown)$/, [true, false]],
    [/\.(window|shortWindow|duration)$/, ['PT2H']],
    [/^slos.*\.(start|end|asOf)$|^maintenance\.expiresAt$/, ['2020-01-01T00:00:00.000Z']],
    [/^maintenance\.approved$/, [true, false]],
    [/^maintenance\.(approvedBy|approvedAt|headSha|expiresAt)$/, [null]],
    [/^maintenance$/, [null]]
  ]

  it.each(names)('when a word or a time is another one: %s', name => {
    const report = reportAs(name)
    for (const [pattern, values] of words) {
      for (const path of pathsTo(value => typeof value !== 'object' || value === null, report)) {
        // Why nothing was read is in the words of the source; of a defect, in the gate's own.
        if (!pattern.test(nameOf(path)) || /readings.*reason$/.test(nameOf(path))) continue
        // An empty approval is empty.
        for (const value of values.filter(other => other !== at(report, path))) {
          if (at(report, path) === null && value !== true) continue
          expect([nameOf(path), value, said(changed(report, path, value)).length > 0]).toEqual([
            ...[nameOf(path), value, true]
          ])
        }
      }
    }
  })

  const onTheOtherSide: [name: string, path: Path, value: number][] = [
    ['exhausted', ['policy', 'maxBurnRate'], 2],
    ['healthy', ['policy', 'maxBurnRate'], 0.3],
    ['unstable', ['policy', 'maxBurnRate'], 3],
    ['burning', ['slos', 0, 'alerts', 0, 'threshold'], 20],
    ['warning', ['slos', 0, 'alerts', 0, 'threshold'], 1.9],
    ['warning', ['slos', 0, 'alerts', 1, 'threshold'], 7],
    ['counted', ['slos', 0, 'target'], 99.6],
    ['low traffic', ['slos', 0, 'minimumEvents'], 15],
    ['counted', ['slos', 0, 'minimumEvents'], 100_001],
    ['counted', ['slos', 0, 'outcomes', 0, 'count'], 99_554],
    ['counted', ['slos', 0, 'outcomes', 1, 'count'], 446]
  ]

  it.each(onTheOtherSide)('when a limit lies on the other side: %s, %j', (name, path, value) => {
    expect(replay(changed(reportAs(name), path, value))).not.toEqual([])
  })

  it('when the SLOs are in another order', () => {
    const report = reportAs('many SLOs')
    report.slos.reverse()
    expect(replay(report)).toMatchObject([{ where: 'slos[].id' }])
  })

  it('when a reading, an alert or all SLOs are left out', () => {
    const withoutReading = reportAs('burning')
    withoutReading.slos[0].readings.pop()
    expect(replay(withoutReading).map(({ where }) => where)).toContain('slos[0].readings[].window')
    const withoutAlert = reportAs('burning')
    withoutAlert.slos[0].alerts.shift()
    expect(replay(withoutAlert)).not.toEqual([])
    expect(replay({ ...reportAs('healthy'), slos: [] })).not.toEqual([])
  })

  it('when a reading names a request that is not there', () => {
    const report = reportAs('healthy')
    report.requests = []
    expect(replay(report)).toMatchObject([{ where: 'slos[0].readings[0].requests', reported: [2] }])
  })

  it('when a rate is said to be none', () => {
    const report = reportAs('burning')
    for (const index of report.slos[0].readings.keys()) {
      for (const kind of ['no-data', 'unreadable']) {
        const none = { kind, burnRate: null, events: null, reason: 'none' }
        const other = changed(report, ['slos', 0, 'readings', index], {
          ...report.slos[0].readings[index],
          ...none
        })
        expect([index, kind, replay(other)]).not.toEqual([index, kind, []])
      }
    }
  })

  it('when the policy would not have taken the last known reading', () => {
    const report = reportAs('the last known reading')
    expect(replay(changed(report, ['policy', 'onError'], 'allow'))).not.toEqual([])
    expect(replay(changed(report, ['policy', 'onError'], 'block'))).not.toEqual([])
  })

  it('when a wrong configuration is allowed, or something was measured with it', () => {
    const report = reportAs('a wrong configuration')
    expect(replay({ ...report, decision: 'override' })).not.toEqual([])
    expect(replay({ ...report, maintenance: reportAs('an override').maintenance })).not.toEqual([])
    expect(replay({ ...report, slos: reportAs('healthy').slos })).toContainEqual({
      where: 'slos',
      reported: 1,
      recomputed: 0
    })
  })

  it('naming what is reported and what it should be', () => {
    expect(replay(changed(reportAs('exhausted'), ['slos', 0, 'burnRate'], 0.2))).toEqual([
      { where: 'slos[0].burnRate', reported: 0.2, recomputed: 2 }
    ])
    const expired = changed(reportAs('an override'), ['maintenance', 'expiresAt'], '2020-01-01T00:00:00.000Z')
    expect(replay(expired)).toMatchObject([
      { where: 'maintenance.expiresAt', recomputed: expect.stringMatching(/^after /) },
      { where: 'decision', reported: 'override', recomputed: 'block' }
    ])
  })

  it('never with an error of its own', () => {
    const value = fc.oneof(otherNumbers, fc.constantFrom(null, '', 'P999999999D', [], {}, true))
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), value, (name, choice, other) => {
        const report = reportAs(name)
        const paths = pathsTo(part => typeof part !== 'object' || part === null, report)
        said(changed(report, paths[choice % paths.length] as Path, other))
      }),
      { numRuns: 2_000 }
    )
  })
})

describe('a value that is not a report of this version', () => {
  it.each([
    ['nothing', null],
    ['a list', []],
    ['another version', { version: 2 }],
    ['a report without SLOs', { version: 1, slos: null }]
  ])('is not replayed: %s', (_what, fields) => {
    const report = fields && !Array.isArray(fields) ? { ...reportAs('healthy'), ...fields } : fields
    expect(() => replay(report)).toThrow(UnreadableReport)
  })
})

describe('npm run replay', () => {
  const { path: folder } = temporaryFolder('gate-replay-')

  /** As npm starts it: in the folder of the project, with that of the caller in INIT_CWD. */
  function command(...args: string[]) {
    const env = { ...process.env, INIT_CWD: folder }
    const options = { env, encoding: 'utf8' } as const
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/replay.ts', ...args], options)
    return { status, stdout, stderr }
  }

  const write = (content: unknown) =>
    writeFileSync(
      join(folder, 'report.json'),
      typeof content === 'string' ? content : JSON.stringify(content)
    )

  it('says what came out, and that it is the same', () => {
    write(reportAs('burning'))
    const { status, stdout } = command('report.json')
    const { reason } = reports.get('burning')
    expect(stdout).toContain('burning: burn rate 0.6, budget remaining 40%, health 1, 2/2 alerts fire')
    expect(stdout).toContain(`Decision: block (burning): ${reason}`)
    expect(stdout).toContain('The report says the same.')
    expect(status).toBe(0)
  })

  it('names what is different', () => {
    write({ ...reportAs('exhausted'), decision: 'allow' })
    const { status, stdout } = command(join(folder, 'report.json'))
    expect(stdout).toContain('- decision: reported "allow", recomputed "block"')
    expect(status).toBe(1)
  })

  it.each([
    ['no JSON', '{'],
    ['another version', { version: 2 }]
  ])('cannot read %s', (_what, content) => {
    write(content)
    expect(command('report.json')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('report.json cannot be read: ')
    })
  })

  it('cannot read what is not there, and needs one file', () => {
    expect(command('nowhere.json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nowhere.json')
    })
    expect(command()).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run replay') })
    expect(command('a.json', 'b.json').status).toBe(2)
  })
})
