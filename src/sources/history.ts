import {
  CATALOG,
  type Connections,
  ofType,
  SOURCE_TYPES,
  type SourceSpec,
  type SourceType
} from './catalog.ts'
import type { Histories, HistoryOptions, SloOfSource } from './source.ts'

type Options = Omit<HistoryOptions<unknown>, 'connection'> & { readonly connections: Connections }

/**
 * Reads how the budget of each SLO was used over time, for the charts. The decision does not depend on it:
 * a history that cannot be read is not drawn.
 */
export async function readHistories(
  slos: readonly SloOfSource<SourceSpec>[],
  options: Options
): Promise<Histories> {
  const drawable = slos.filter(({ slo }) => slo.businessHours === undefined)
  const histories = await Promise.all(SOURCE_TYPES.map(type => historiesOf(type, drawable, options)))
  return new Map(histories.flatMap(found => [...found]))
}

async function historiesOf<Type extends SourceType>(
  type: Type,
  slos: readonly SloOfSource<SourceSpec>[],
  { connections, ...options }: Options
): Promise<Histories> {
  const connection = connections[type]
  const ofThisType = ofType(type, slos)
  if (connection === undefined || ofThisType.length === 0) return new Map()
  return (await CATALOG[type].readHistory?.(ofThisType, { connection, ...options })) ?? new Map()
}
