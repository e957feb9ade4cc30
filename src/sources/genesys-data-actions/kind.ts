import { Genesys, type GenesysConnection } from '../genesys/connection.ts'
import type { HistoryOptions, Source, SourceContext, SourceForm } from '../source.ts'
import type { SloOfDataActions } from './history.ts'
import type { GenesysDataActionsSpec } from './spec.ts'

export { connect } from '../genesys/settings.ts'

export const form = async (): Promise<SourceForm<GenesysDataActionsSpec>> =>
  (await import('./form.ts')).genesysDataActionsForm

export async function open(
  connection: GenesysConnection,
  context: SourceContext
): Promise<Source<GenesysDataActionsSpec>> {
  const { GenesysDataActions } = await import('./source.ts')
  return new GenesysDataActions(new Genesys(connection, context))
}

export async function readHistory(
  slos: readonly SloOfDataActions[],
  { connection, context, at }: HistoryOptions<GenesysConnection>
) {
  const { readDataActionHistory } = await import('./history.ts')
  return readDataActionHistory(slos, { genesys: new Genesys(connection, context), at })
}
