import type { GenericSchema } from 'valibot'
import type { Bucket } from '../budget/burnDown.ts'
import type { Observation } from '../budget/reading.ts'
import type { Slo } from '../budget/slo.ts'
import type { Window } from '../budget/window.ts'
import type { Sender } from '../http/message.ts'
import type { Secrets } from '../http/secrets.ts'
import type { ConnectOptions, ReportMissing } from '../inputs/input.ts'
import type { Duration } from '../time/duration.ts'
import type { GenesysSession } from './genesys/connection.ts'

/** What every source needs to send its requests. */
export interface SourceContext {
  readonly http: Sender
  /** A source registers its access token here before anything can print it. */
  readonly secrets: Secrets
  /** Shared by the Genesys Cloud sources and the data table, so that they sign in only once. */
  readonly session: GenesysSession
}

/** One question to a source: how did this SLO do in this window? */
export interface Probe<Spec> {
  readonly slo: Slo
  readonly spec: Spec
  readonly window: Window
}

/**
 * A system that knows good and bad events. It gets all its questions at once, so that they can share
 * requests, and answers them in the same order. A question that fails is answered `unreadable`, with a
 * reason that says what to do; a source does not throw for it.
 */
export interface Source<Spec> {
  read(probes: readonly Probe<Spec>[]): Promise<readonly Observation[]>
}

/** An SLO and what its definition says about its source. */
export interface SloOfSource<Spec> {
  readonly slo: Slo
  readonly spec: Spec
}

/** A field of a definition and the problem with it. */
export type FieldProblem = readonly [field: string, what: string]

/** The accepted form of `source` in a definition. */
export interface SourceForm<Spec> {
  readonly schema: GenericSchema<unknown, { readonly spec: Spec; readonly delay?: Duration }>
  /** Settings that are allowed but are probably mistakes. */
  warnings(definition: SloOfSource<Spec>): readonly string[]
  /** Settings that the source does not support. */
  errors(definition: SloOfSource<Spec>): readonly FieldProblem[]
}

/** The events in each part of an SLO's window, by SLO id. An SLO without a readable history is left out. */
export type Histories = ReadonlyMap<string, readonly Bucket[]>

/** Everything about one kind of source. Its code is loaded only when it is needed. */
export interface SourceKind<Spec, Connection, Settings> {
  /** How to reach it; undefined where an input is missing, which is reported. */
  connect(settings: Settings, missing: ReportMissing, options: ConnectOptions): Connection | undefined
  form(): Promise<SourceForm<Spec>>
  open(connection: Connection, context: SourceContext): Promise<Source<Spec>>
  /** Absent for a source that has no history of good and bad events. */
  readHistory?(slos: readonly SloOfSource<Spec>[], options: HistoryOptions<Connection>): Promise<Histories>
}

export interface HistoryOptions<Connection> {
  readonly connection: Connection
  readonly context: SourceContext
  /** The instant of the run. */
  readonly at: Date
}
