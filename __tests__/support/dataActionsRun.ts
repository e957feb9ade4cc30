import type { Execution, GenesysOptions } from '../../simulator/genesys/start.ts'
import type { GateOptions, GateRun } from '../../simulator/harness/workspace.ts'
import { type GenesysRun, gate, SLO } from './scenario.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Where data actions are asked for. */
export const QUERY = '/api/v2/analytics/actions/aggregates/query'

/** Multi-window alerts as the SRE workbook has them. */
export const STANDARD = [
  { level: 'CRITICAL', burnRateThreshold: 14.4, duration: 'PT1H', shortDuration: 'PT5M' },
  { level: 'CRITICAL', burnRateThreshold: 6, duration: 'PT6H', shortDuration: 'PT30M' },
  { level: 'WARNING', burnRateThreshold: 3, duration: 'P1D', shortDuration: 'PT2H' },
  { level: 'WARNING', burnRateThreshold: 1, duration: 'P3D', shortDuration: 'PT6H' }
]

/** The windows of a run end five to six minutes before it: what lies between is in none of them for sure. */
export const ago = (ms: number) => new Date(Date.now() - ms)

export const FAILED = { errorType: 'REMOTE_ERROR', responseStatus: '503' }

export const CRM = '5f6b40a1-9d2c-4d1e-8f00-00000000c001'

/** An execution of a day ago that was good; undefined leaves a field out. */
export const executed = (parts: { [key in keyof Execution]?: Execution[key] | undefined } = {}) =>
  ({
    at: ago(DAY),
    actionId: 'lookup',
    integrationId: CRM,
    durationMs: 300,
    errorType: 'NONE',
    responseStatus: '200',
    ...parts
  }) as Execution

type Fields = Record<string, unknown> & { source?: object; id?: string }

/** Runs the gate on SLOs of data actions. The charts of the summary take queries of their own, so there is none. */
export function measureActions(
  slos: readonly Fields[],
  genesys: GenesysOptions,
  options: GateOptions = {}
): Promise<GenesysRun> {
  const definitions = slos.map(({ source, ...fields }) => ({
    id: SLO,
    sloTarget: 99.5,
    source: { type: 'genesys-data-actions', ...source },
    ...fields
  }))
  const files = { 'slos.json': JSON.stringify(definitions) }
  const inputs = { 'slo-file': 'slos.json', summary: 'false', ...options.inputs }
  return gate(genesys, { ...options, files, inputs })
}

export interface Counts {
  good: number
  total: number
}

/** What was read for an SLO, by window. */
export function eventsOf({ report }: GateRun, id: string = SLO): Record<string, Counts | null> {
  const slo = report.slos.find((slo: { id: string }) => slo.id === id)
  const readings: { window: string; events: Counts | null }[] = slo.readings
  return Object.fromEntries(readings.map(({ window, events }) => [window, events]))
}
