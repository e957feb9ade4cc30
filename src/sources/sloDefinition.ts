import type { Slo } from '../budget/slo.ts'
import type { DatadogConnection, DatadogSpec } from './datadog/source.ts'
import type { GenesysConnection } from './genesys/connection.ts'
import type { GenesysDataActionsSpec } from './genesys-data-actions/query.ts'
import type { GenesysObservabilitySpec } from './genesys-observability/source.ts'
import type { PrometheusSpec } from './prometheus/promql.ts'
import type { PrometheusConnection } from './prometheus/source.ts'

/** What a definition says about where its numbers come from. */
export type SourceSpec = GenesysObservabilitySpec | GenesysDataActionsSpec | PrometheusSpec | DatadogSpec

/** An SLO with its source. */
export interface SloDefinition extends Slo {
  readonly source: SourceSpec
  /** As the Observability API keeps it, for `apply-slos`; absent where no file defines it, or for another source. */
  readonly resource?: SloResource
}

/** An SLO as a resource of the Observability API: the definition less our own keys. Durations are ISO 8601. */
export interface SloResource {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly metric?: { readonly resourceType?: string; readonly filterExpression?: string }
  readonly sloTarget: number
  readonly timeWindow: string
  readonly burnRateAlerts: readonly {
    readonly level: string
    readonly burnRateThreshold: number
    readonly duration: string
    readonly shortDuration?: string
  }[]
}

/** How to reach each system; undefined for those that nothing uses. */
export interface Connections {
  readonly genesys: GenesysConnection | undefined
  readonly prometheus: PrometheusConnection | undefined
  readonly datadog: DatadogConnection | undefined
}

/** The address that a source is asked at. */
export function apiUrlOf({ type }: SourceSpec, connections: Connections): string | undefined {
  switch (type) {
    case 'genesys-observability':
    case 'genesys-data-actions':
      return connections.genesys?.apiUrl
    case 'prometheus':
      return connections.prometheus?.url
    case 'datadog':
      return connections.datadog?.apiUrl
  }
}
