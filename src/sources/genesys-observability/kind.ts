import { Genesys, type GenesysConnection } from '../genesys/connection.ts'
import type { SourceContext, SourceForm } from '../source.ts'
import { GenesysObservability, type GenesysObservabilitySpec } from './source.ts'

export { connect } from '../genesys/settings.ts'

export const form = async (): Promise<SourceForm<GenesysObservabilitySpec>> =>
  (await import('./form.ts')).genesysObservabilityForm

// This source is small and used most often, so it is not loaded separately.
export const open = async (connection: GenesysConnection, context: SourceContext) =>
  new GenesysObservability(new Genesys(connection, context))
