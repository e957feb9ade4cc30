import type { Observation } from '../budget/reading.ts'
import type { Slo } from '../budget/slo.ts'
import type { Window } from '../budget/window.ts'
import type { HttpClient } from '../http/client.ts'

/** What every source works with. */
export interface SourceContext {
  readonly http: HttpClient
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
