// How much the summary holds, what it keeps when that is too much, and that text from outside is only text in it.
import { describe, expect, test } from '@jest/globals'
import { BUDGET_COLUMNS, type Execution, type GenesysOptions } from '../../../simulator/genesys/start.ts'
import type { GateOptions } from '../../../simulator/harness/workspace.ts'
import { startFakePrometheus } from '../../support/fakePrometheus.ts'
import { expectInert, PAYLOADS } from '../../support/inert.ts'
import { API, answering, definition, type GenesysRun, gate, readable, SLO } from '../../support/scenario.ts'

const MIB = 1024 * 1024
const DAY = 86_400_000

const ALERTS = [
  { level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT5M' },
  { level: 'WARNING', burnRateThreshold: 6, duration: 'PT6H', shortDuration: 'PT30M' }
]

interface Fleet {
  count: number
  /** How many of them, spread evenly, are exhausted. */
  blocking?: number
  nameOf?: (index: number) => string
  fields?: object
}

const idOf = (index: number) => `slo-${String(index).padStart(4, '0')}`
const isBlocking = (index: number, { count, blocking = 0 }: Fleet) =>
  blocking > 0 &&
  index % Math.floor(count / blocking) === 0 &&
  index < blocking * Math.floor(count / blocking)

/** SLOs of data actions, each with an action of its own. */
function definitionsOf({ count, nameOf = index => `Lookup ${index}`, fields = {} }: Fleet): object[] {
  return Array.from({ length: count }, (_, index) => ({
    id: idOf(index),
    name: nameOf(index),
    sloTarget: 99.5,
    burnRateAlerts: ALERTS,
    source: { type: 'genesys-data-actions', actionIds: [`action-${index}`] },
    ...fields
  }))
}

function executionsOf(fleet: Fleet): Execution[] {
  const at = (days: number) => new Date(Date.now() - days * DAY)
  return Array.from({ length: fleet.count }).flatMap((_, index) => {
    const common = { actionId: `action-${index}`, integrationId: 'crm', durationMs: 100 }
    const failed = {
      errorType: 'REMOTE_ERROR',
      responseStatus: '503',
      count: isBlocking(index, fleet) ? 20 : 1
    }
    return [
      { ...common, at: at(1), errorType: 'NONE', responseStatus: '200', count: 1_000 },
      { ...common, at: at(2), ...failed }
    ]
  })
}

/** In files of a size that is read. */
function filesOf(definitions: readonly object[]): Record<string, string> {
  const files: Record<string, string> = {}
  for (let from = 0; from < definitions.length; from += 100) {
    files[`slos-${String(from).padStart(4, '0')}.json`] = JSON.stringify(definitions.slice(from, from + 100))
  }
  return files
}

function gateOn(
  definitions: readonly object[],
  genesys: GenesysOptions,
  { inputs, ...options }: GateOptions = {}
): Promise<GenesysRun> {
  return gate(genesys, {
    ...options,
    inputs: { 'slo-file': 'slos-*.json', 'time-zone': 'America/Argentina/Buenos_Aires', ...inputs },
    files: filesOf(definitions)
  })
}

const gateOnFleet = (fleet: Fleet, options?: GateOptions) =>
  gateOn(definitionsOf(fleet), { executions: executionsOf(fleet) }, options)

/** The rows of the table of SLOs: by their id. */
function listed(summary: string): string[] {
  const [, rows = ''] = /\| SLO \| Verdict \|[^\n]*\n\|[ |-]+\n((?:\|[^\n]*\n)*)/.exec(summary) ?? []
  return [...rows.matchAll(/`(slo-\d+)[^`]*` \|/g)].map(([, id]) => String(id))
}

/** How many SLOs of all are not in the table is said, if any. */
function expectSaid(summary: string, all: number): void {
  const [, said = '0'] =
    /\n(\d+) more SLOs, none worse than these, are in the JSON report\.\n/.exec(summary) ?? []
  expect(listed(summary).length + Number(said)).toBe(all)
}

const blockingIds = (fleet: Fleet) =>
  Array.from({ length: fleet.count }, (_, index) => index)
    .filter(index => isBlocking(index, fleet))
    .map(idOf)

describe('the summary of', () => {
  test('one SLO has everything, in the order in which it matters', async () => {
    const { summary } = await gateOnFleet({ count: 1, blocking: 1 })

    const parts = [
      '## ⛔ Deployment blocked: the error budget is exhausted',
      'is above the limit of 1',
      '**What now?**',
      'If nothing more fails',
      '**Maintenance approval.**',
      '| SLO | Verdict |',
      '### Budget of Lookup 0 `slo-0000`',
      'Quiet burn rate alerts',
      'How the events ended',
      'Evidence: every number and where it came from'
    ]
    const places = parts.map(part => summary.indexOf(part))
    expect(places.filter(place => place < 0)).toEqual([])
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(summary.startsWith('## ⛔')).toBe(true)
    expect(summary).not.toMatch(/more SLOs|The rest is/)
    // There is nothing but the reason, which is said already.
    expect(summary).not.toContain('Also worth knowing')
    expect(Buffer.byteLength(summary)).toBeLessThan(10_000)
  })

  test('sixty SLOs lists them all, the worst first', async () => {
    const fleet = { count: 60, blocking: 6 }
    const { summary, report } = await gateOnFleet(fleet)

    expect(listed(summary)).toHaveLength(60)
    expect(listed(summary).slice(0, 6)).toEqual(blockingIds(fleet))
    expect(listed(summary)).toEqual(report.slos.map(({ id }: { id: string }) => id))
    expect(summary).not.toMatch(/more SLOs|The rest is/)
    expect(summary.match(/^### Budget of/gm)).toHaveLength(5)
    expect(Buffer.byteLength(summary)).toBeLessThan(120_000)
    expectInert(summary)
  })

  test('two thousand SLOs is at most as large as a step may show, and says what it leaves out', async () => {
    const fleet = { count: 2_000, blocking: 40 }
    const { summary, report } = await gateOnFleet(fleet)

    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MIB)
    expect(listed(summary).slice(0, 40)).toEqual(blockingIds(fleet))
    expectSaid(summary, 2_000)
    expect(summary).toContain('The rest is in the JSON report.')
    expect(report.slos).toHaveLength(2_000)
    expectInert(summary)
  })

  test.each([
    ['marks of Markdown', '_*[<|`@#'],
    ['emoji', '🔥👩‍👩‍👧'],
    ['CJK', '予算']
  ])('two thousand SLOs with long names of %s keeps what blocks', async (_title, text) => {
    const fleet = { count: 2_000, blocking: 60, nameOf: (index: number) => `${index} ${text.repeat(100)}` }
    const { summary } = await gateOnFleet(fleet)

    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MIB)
    expect(listed(summary).slice(0, 60)).toEqual(blockingIds(fleet))
    expectSaid(summary, 2_000)
    expect(summary.isWellFormed()).toBe(true)
    expectInert(summary)
  })

  test('two thousand SLOs that cannot be read, each with a long message', async () => {
    const fleet = { count: 2_000, nameOf: (index: number) => `${index} ${'_<|@'.repeat(100)}` }
    const message = '`<b>@octocat|_'.repeat(1_000)
    const { summary, outputs } = await gateOn(definitionsOf(fleet), {
      intercept: answering(API, { status: 403, body: { message } })
    })

    expect(outputs['verdict']).toBe('source-error')
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MIB)
    expect(listed(summary)).toHaveLength(100)
    expectSaid(summary, 2_000)
    expectInert(summary)
  })

  test('two thousand SLOs, all of which block: a hundred of them, and how many more there are', async () => {
    const fleet = {
      count: 2_000,
      blocking: 2_000,
      nameOf: (index: number) => `${index} ${'_<|@'.repeat(100)}`
    }
    const { summary } = await gateOnFleet(fleet)

    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MIB)
    expect(listed(summary).length).toBe(100)
    expectSaid(summary, 2_000)
  })

  test('two thousand warnings has the reason of each SLO that blocks, and says how many warnings it leaves out', async () => {
    // A window under seven days is a warning.
    const fleet = {
      count: 2_000,
      blocking: 3,
      nameOf: (index: number) => `${index} ${'_<|@'.repeat(25)}`,
      fields: { timeWindow: 'P3D', burnRateAlerts: [] }
    }
    const { summary, report } = await gateOnFleet(fleet)

    expect(report.warnings.length).toBeGreaterThanOrEqual(2_000)
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MIB)
    expect(listed(summary).slice(0, 3)).toEqual(blockingIds(fleet))
    expect(blockingIds(fleet).filter(id => !summary.includes(`SLO "${id}": burn rate`))).toEqual([])
    const [, notes = ''] = /### Also worth knowing\n\n([^#<]*)/.exec(summary) ?? []
    const shown = notes.match(/^- /gm)?.length ?? 0
    expect(shown).toBeGreaterThan(0)
    expect(shown).toBeLessThan(2_000)
    // Those of the configuration, and one for each SLO that blocks but did not decide.
    expect(notes.slice(-200)).toContain(`${report.warnings.length + 2 - shown} more`)
  })

  test.each([
    ['two thousand wrong definitions', 'slo'],
    ['two thousand wrong definitions with long ids, and how many it leaves out', '_<|'.repeat(500)]
  ])('%s', async (_title, text) => {
    const definitions = Array.from({ length: 2_000 }, (_, index) => ({
      id: `${index}-${text}`,
      sloTarget: 100
    }))
    const { summary, report, outputs } = await gateOn(definitions, {})

    expect(outputs['verdict']).toBe('config-error')
    expect(report.errors).toHaveLength(2_000)
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MIB)
    const shown = summary.match(/^- slos-/gm)?.length ?? 0
    expect(shown).toBeGreaterThanOrEqual(50)
    if (shown < 2_000) expect(summary.slice(-1_000)).toContain(`${2_000 - shown} more`)
    expectInert(summary)
  })

  test('a thousand definitions that were applied keeps what blocks, and says what it leaves out', async () => {
    const description = 'x'.repeat(1_000)
    const slos = Array.from({ length: 1_000 }, (_, index) => ({
      id: idOf(index),
      sloTarget: 99.5,
      description,
      metric: { resourceType: 'API', filterExpression: 'api.success_rate > 0' }
    }))
    const burnRates = slos.map(({ id }, index) => [id, index < 30 ? 2 : 0.4] as const)
    const { summary, report } = await gateOn(
      slos,
      {
        slos: Object.fromEntries(burnRates),
        sloResources: Object.fromEntries(slos.map(slo => [slo.id, { ...slo, description: '' }]))
      },
      { inputs: { 'apply-slos': 'true', mode: 'audit' } }
    )

    expect(report.applied).toHaveLength(1_000)
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MIB)
    expect(listed(summary).slice(0, 30)).toEqual(slos.slice(0, 30).map(({ id }) => id))
    expect(summary).toContain('### Definitions at Genesys Cloud')
    const [, lines = ''] = summary.split('### Definitions at Genesys Cloud')
    expect(lines).toMatch(/\d+ more/)
  })
})

describe('text from outside is only text in the summary', () => {
  /** Blocks for its name, its id, how its executions ended, and what a server says about another SLO. */
  function everywhere(payload: string): Promise<GenesysRun> {
    const dataActions = { type: 'genesys-data-actions' }
    const definitions = [
      { id: `id ${payload}`, name: payload, sloTarget: 99.5, source: dataActions, burnRateAlerts: ALERTS },
      { id: `low ${payload}`, sloTarget: 50, source: dataActions, minimumEvents: 1_000_000 },
      { id: `unread ${payload}`, sloTarget: 99.5 }
    ]
    const at = new Date(Date.now() - DAY)
    const common = { at, actionId: 'lookup', integrationId: 'crm', durationMs: 100 }
    const message = `first ${payload}\n${payload}\r\n# heading\u2028${payload}\u202e`
    const headers = { 'inin-correlation-id': payload }
    return gateOn(
      definitions,
      {
        executions: [
          { ...common, errorType: 'NONE', responseStatus: '200', count: 900 },
          { ...common, errorType: payload, responseStatus: payload, count: 100 }
        ],
        intercept: answering(`${API}v2/observability`, { status: 403, headers, body: { message } })
      },
      { inputs: { 'on-error': 'allow', 'maintenance-label': payload } }
    )
  }

  test.each(PAYLOADS)('names, ids, outcomes, notes and server words: %s', async payload => {
    const run = await everywhere(payload)

    expect(run.outputs['verdict']).toBe('exhausted')
    const text = readable(run.summary)
    expect(text).toContain(`| ${payload} \``)
    expect(text).toContain(`| ${payload} ${payload} | 100 | bad |`)
    expect(text).toContain('### Also worth knowing')
    expect(text).toContain('first ')
    expect(run.summary).toContain('```mermaid')
    expectInert(run.summary)
  })

  test.each(PAYLOADS)('what was applied, and what call flows were told: %s', async payload => {
    const id = `id ${payload}`
    const resource = { id, name: payload, description: payload, sloTarget: 99 }
    const row = { key: id, degraded: false, current_budget_health: 1 }
    const run = await gateOn(
      [{ ...resource, sloTarget: 99.5, name: `${payload} new`, description: `new ${payload}` }],
      {
        slos: { [id]: 2 },
        sloResources: { [id]: resource },
        dataTables: { table: { columns: BUDGET_COLUMNS, rows: { [id]: row } } }
      },
      { inputs: { 'apply-slos': 'true', 'genesys-data-table': 'table' } }
    )

    expect(run.report.applied).toEqual([expect.objectContaining({ outcome: 'updated' })])
    expect(readable(run.summary)).toContain('### Definitions at Genesys Cloud')
    expect(readable(run.summary)).toContain(`${id} degrades`)
    expectInert(run.summary)
  })

  test.each(PAYLOADS)('a query of the definition, and the words of its server: %s', async payload => {
    const prometheus = await startFakePrometheus({
      answer: (_query, time) => ({ status: 400, error: `${payload} at ${time}\n${payload}` })
    })
    try {
      const source = { type: 'prometheus', errorRatio: `x{a="${payload}"}[$window]` }
      const run = await gate(
        {},
        {
          inputs: { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url },
          files: { 'slo.json': definition({ id: SLO, source }) }
        }
      )

      expect(run.outputs['verdict']).toBe('source-error')
      expect(readable(run.summary)).toContain(payload)
      expectInert(run.summary)
    } finally {
      await prometheus.close()
    }
  })
})
