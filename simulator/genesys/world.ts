// What a simulated Genesys Cloud is given and what it keeps. The simulators share nothing with `src` on purpose,
// not even how a duration is read: where one of them is wrong, the other contradicts it.
import type { RecordedRequest, Reply } from '../server.ts'

/** The time that a request asks about. */
export interface Window {
  start: Date
  end: Date
  durationMs: number
}

/** Executions of a data action at one instant. A dimension that is left out is one that Genesys does not know. */
export interface Execution {
  at: Date | string
  actionId: string
  integrationId: string
  /** `NONE` is a success. */
  errorType: string
  responseStatus?: string
  durationMs: number
  /** How many there were, all alike; 1 when absent. */
  count?: number
}

export type ColumnType = 'string' | 'integer' | 'number' | 'boolean'
export type Cell = string | number | boolean
export type Row = Record<string, Cell>

interface Column {
  type: ColumnType
  default?: Cell
}

export interface DataTableOptions {
  name?: string
  /** Type by field, or with a default. The field `key` need not be listed. */
  columns: Record<string, ColumnType | Column>
  /** By key, which need not be repeated in the row; what a row leaves out has its default. */
  rows?: Record<string, Row>
}

export interface GenesysOptions {
  clientId?: string
  clientSecret?: string
  /** A token that is valid without a sign-in. */
  accessToken?: string
  /** Burn rate of each SLO: one for every window, or a function whose result is answered as it is. */
  slos?: Record<string, number | ((window: Window) => unknown)>
  /** The Observability API's SLO resources at the start, by their id. */
  sloResources?: Record<string, unknown>
  /** What the data actions did; of a function's result, too, only what lies in the interval counts. */
  executions?: Execution[] | ((interval: Window) => Execution[])
  /** The longest interval that data actions can be asked about; no limit when absent. */
  maxIntervalDays?: number
  /** How a longer interval is refused. */
  tooLongStatus?: 400 | 413 | 504
  /** The finest granularity that is answered. */
  minGranularityMs?: number
  /** Where buckets begin: at the interval's start, or at multiples of the granularity since the epoch. */
  bucketAlignment?: 'start' | 'clock'
  /** Architect data tables by their id. */
  dataTables?: Record<string, DataTableOptions>
  /** Replaces any single answer; `undefined` leaves the simulator's own. */
  intercept?: (request: RecordedRequest) => Reply | undefined | Promise<Reply | undefined>
  /** API requests answered in one "minute" before 429; no limit when absent. */
  requestsPerMinute?: number
  /** Length of that "minute". */
  minuteMs?: number
  /** The clock that the limit goes by; the real one when absent. */
  monotonicMs?: () => number
}

export const DEFAULTS = {
  clientId: 'client-id',
  clientSecret: 'client-secret-value',
  accessToken: 'access-token-value',
  slos: {},
  sloResources: {},
  executions: [],
  tooLongStatus: 400,
  bucketAlignment: 'start',
  dataTables: {},
  minuteMs: 60_000
} satisfies GenesysOptions

export type Settings = GenesysOptions & Required<Pick<GenesysOptions, keyof typeof DEFAULTS>>

/** A data table as it is now. */
export interface DataTable {
  id: string
  name: string
  columns: Map<string, Column>
  rows: Map<string, Row>
}

/** What the server itself knows of an SLO. */
export interface Revision {
  version: number
  dateModified: string
}

/** What requests can change. */
export interface Kept {
  /** The SLO definitions by their id, as they were written: without the server's own fields. */
  sloResources: Map<string, unknown>
  revisions: Map<string, Revision>
  dataTables: Map<string, DataTable>
}
