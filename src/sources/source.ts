import type { Observation } from '../budget/reading.ts'
import type { Slo } from '../budget/slo.ts'
import type { Window } from '../budget/window.ts'
import type { HttpClient } from '../http/client.ts'
import type { Secrets } from '../http/secrets.ts'
import type { GenesysConnection } from './genesysConnection.ts'
import type { GenesysObservabilitySpec } from './genesysObservability.ts'
import type { PrometheusConnection, PrometheusSpec } from './prometheus.ts'

/** What a definition says about where its numbers come from. */
export type SourceSpec = GenesysObservabilitySpec | PrometheusSpec

/** An SLO with its source. */
export interface SloDefinition extends Slo {
  readonly source: SourceSpec
}

/** How to reach each system; undefined for those that no SLO uses. */
export interface Connections {
  readonly genesys: GenesysConnection | undefined
  readonly prometheus: PrometheusConnection | undefined
}

/** The address that a source is asked at. */
export function apiUrlOf({ type }: SourceSpec, { genesys, prometheus }: Connections): string | undefined {
  switch (type) {
    case 'genesys-observability':
      return genesys?.apiUrl
    case 'prometheus':
      return prometheus?.url
  }
}

/** What every source works with. */
export interface SourceContext {
  readonly http: HttpClient
  readonly secrets: Secrets
}

/** One question to a source: how did this SLO do in this window? */
export interface Probe<Spec extends SourceSpec = SourceSpec> {
  readonly slo: Slo
  readonly spec: Spec
  readonly window: Window
}

/**
 * A system that knows good and bad events. It gets all its questions at once, so that it may share
 * requests between them, and answers every one, in the same order. What goes wrong with a question
 * is its answer (`unreadable`, with a reason that says what to do), never an exception.
 */
export interface Source<Spec extends SourceSpec> {
  read(probes: readonly Probe<Spec>[]): Promise<readonly Observation[]>
}
