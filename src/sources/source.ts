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

/** What every source works with. */
export interface SourceContext {
  readonly http: Sender
  /** Where a token that a source signs in for is registered, before anything can print it. */
  readonly secrets: Secrets
  /** One sign-in to Genesys Cloud serves its sources and the data table. */
  readonly session: GenesysSession
}

/** One question to a source: how did this SLO do in this window? */
export interface Probe<Spec> {
  readonly slo: Slo
  readonly spec: Spec
  readonly window: Window
}

/**
 * A system that knows good and bad events. It gets all its questions at once, so that it may share
 * requests between them, and answers every one, in the same order. What goes wrong with a question
 * is its answer (`unreadable`, with a reason that says what to do), never an exception.
 */
export interface Source<Spec> {
  read(probes: readonly Probe<Spec>[]): Promise<readonly Observation[]>
}

/** An SLO and what its definition says about its source. */
export interface SloOfSource<Spec> {
  readonly slo: Slo
  readonly spec: Spec
}

/** A field of a definition, and what is wrong with it. */
export type FieldProblem = readonly [field: string, what: string]

/** What a definition may say below `source`. */
export interface SourceForm<Spec> {
  readonly schema: GenericSchema<unknown, { readonly spec: Spec; readonly delay?: Duration }>
  /** What is allowed, but rarely meant. */
  warnings(definition: SloOfSource<Spec>): readonly string[]
  /** What the source cannot answer. */
  errors(definition: SloOfSource<Spec>): readonly FieldProblem[]
}

/** The events of each part of an SLO's window, by the SLO's id. An SLO whose source cannot tell is not there. */
export type Histories = ReadonlyMap<string, readonly Bucket[]>

/** Everything about one kind of source. What only some runs need is loaded when they do. */
export interface SourceKind<Spec, Connection, Settings> {
  /** How to reach it; undefined where an input is missing, which is reported. */
  connect(settings: Settings, missing: ReportMissing, options: ConnectOptions): Connection | undefined
  form(): Promise<SourceForm<Spec>>
  open(connection: Connection, context: SourceContext): Promise<Source<Spec>>
  /** Absent: the source cannot tell how a budget came to be what it is. */
  readHistory?(slos: readonly SloOfSource<Spec>[], options: HistoryOptions<Connection>): Promise<Histories>
}

export interface HistoryOptions<Connection> {
  readonly connection: Connection
  readonly context: SourceContext
  /** The instant of the run. */
  readonly at: Date
}
