import { Genesys, type GenesysConnection } from '../genesys/connection.ts'
import type { SourceContext, SourceForm } from '../source.ts'
import { GenesysObservability, type GenesysObservabilitySpec } from './source.ts'

export { connect } from '../genesys/settings.ts'

export const form = async (): Promise<SourceForm<GenesysObservabilitySpec>> =>
  (await import('./form.ts')).genesysObservabilityForm

// The source of a bare SLO id is small and asked for most often, so it is not loaded apart.
export const open = async (connection: GenesysConnection, context: SourceContext) =>
  new GenesysObservability(new Genesys(connection, context))
