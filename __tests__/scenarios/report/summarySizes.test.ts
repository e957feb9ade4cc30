// How much the summary holds, and what it keeps when that is too much.
import { describe, expect, test } from '@jest/globals'
import type { Execution, GenesysOptions } from '../../../simulator/genesys/start.ts'
import type { GateOptions } from '../../../simulator/harness/workspace.ts'
import { expectInert } from '../../support/inert.ts'
import { API, answering, type GenesysRun, gate } from '../../support/scenario.ts'

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

/** Inert and not too large: at most a hundred SLOs in a table, and the number of the others is said. */
function expectLimited(summary: string, all: number): void {
  const [, left] = /\n(\d+) more SLOs, none worse than these, are in the JSON report\.\n/.exec(summary) ?? []
  expect(listed(summary).length + Number(left)).toBe(all)
  const tables = summary.split(/\n(?!\|)/).map(lines => new Set(lines.match(/slo-\d{4}/g)).size)
  expect(tables.filter(ids => ids > 100)).toEqual([])
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MIB)
  expectInert(summary)
}

const longName = (index: number) => `${index} ${'_<|@'.repeat(100)}`

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

  test('two thousand SLOs with long names is at most as large as a step may show, and keeps what blocks', async () => {
    // A window under seven days is a warning of the configuration, one for each SLO.
    const fields = { timeWindow: 'P3D' }
    const texts = ['_*[<|`@#', '🔥👩‍👩‍👧', '予算']
    const nameOf = (index: number) => `${index} ${(texts[index % 3] ?? '').repeat(100)}`
    const fleet = { count: 2_000, blocking: 40, nameOf, fields }
    const { summary, report } = await gateOnFleet(fleet)

    expect(report.slos).toHaveLength(2_000)
    expect(report.warnings.length).toBeGreaterThanOrEqual(2_000)
    expectLimited(summary, 2_000)
    expect(listed(summary).slice(0, 40)).toEqual(blockingIds(fleet))
    expect(summary).toContain('The rest is in the JSON report.')
    expect(summary.isWellFormed()).toBe(true)
  })

  // Every list has at most a hundred lines: a few more than that show it.
  test('SLOs that cannot be read, each with a long message', async () => {
    const message = '`<b>@octocat|_'.repeat(1_000)
    const intercept = answering(API, { status: 403, body: { message } })
    const { summary, outputs } = await gateOn(definitionsOf({ count: 150, nameOf: longName }), { intercept })

    expect(outputs['verdict']).toBe('source-error')
    expectLimited(summary, 150)
    expect(listed(summary)).toHaveLength(100)
  })

  test('SLOs that all block has a hundred of them, and how many more there are', async () => {
    const { summary } = await gateOnFleet({ count: 150, blocking: 150, nameOf: longName })

    expectLimited(summary, 150)
    expect(listed(summary)).toHaveLength(100)
  })

  test('warnings has the reason of each SLO that blocks, and says how many warnings it leaves out', async () => {
    const fields = { timeWindow: 'P3D', burnRateAlerts: [] }
    const fleet = { count: 150, blocking: 3, nameOf: longName, fields }
    const { summary, report } = await gateOnFleet(fleet)

    expectLimited(summary, 150)
    expect(listed(summary).slice(0, 3)).toEqual(blockingIds(fleet))
    expect(blockingIds(fleet).filter(id => !summary.includes(`SLO "${id}": burn rate`))).toEqual([])
    const [, notes = ''] = /### Also worth knowing\n\n([^#<]*)/.exec(summary) ?? []
    const shown = notes.match(/^- /gm)?.length ?? 0
    expect(shown).toBeGreaterThan(0)
    expect(shown).toBeLessThan(150)
    // Those of the configuration, and one for each SLO that blocks but did not decide.
    expect(notes.slice(-200)).toContain(`${report.warnings.length + 2 - shown} more`)
  })

  test('wrong definitions with long ids says how many it leaves out', async () => {
    const definitions = Array.from({ length: 1_000 }, (_, index) => ({
      id: `${index}-${'_<|'.repeat(500)}`,
      sloTarget: 100,
      source: { type: 'genesys-observability' }
    }))
    const { summary, report, outputs } = await gateOn(definitions, {})

    expect(outputs['verdict']).toBe('config-error')
    expect(report.errors).toHaveLength(1_000)
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MIB)
    const shown = summary.match(/^- slos-/gm)?.length ?? 0
    expect(shown).toBeGreaterThanOrEqual(50)
    expect(shown).toBeLessThan(1_000)
    expect(summary.slice(-1_000)).toContain(`${1_000 - shown} more`)
    expectInert(summary)
  })

  test('definitions that were applied keeps what blocks, and says what it leaves out', async () => {
    const slos = Array.from({ length: 150 }, (_, index) => ({
      id: idOf(index),
      sloTarget: 99.5,
      description: 'x'.repeat(1_000),
      metric: { resourceType: 'API', filterExpression: 'api.success_rate > 0' }
    }))
    const { summary, report } = await gateOn(
      slos,
      {
        slos: Object.fromEntries(slos.map(({ id }, index) => [id, index < 30 ? 2 : 0.4])),
        sloResources: Object.fromEntries(slos.map(slo => [slo.id, { ...slo, description: '' }]))
      },
      { inputs: { 'apply-slos': 'true', mode: 'audit' } }
    )

    expect(report.applied).toHaveLength(150)
    expectLimited(summary, 150)
    expect(listed(summary).slice(0, 30)).toEqual(slos.slice(0, 30).map(({ id }) => id))
    const [, lines = ''] = summary.split('### Definitions at Genesys Cloud')
    expect(lines).toMatch(/\d+ more/)
  })
})
