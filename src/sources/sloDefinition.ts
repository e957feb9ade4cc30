import type { Slo } from '../budget/slo.ts'
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
