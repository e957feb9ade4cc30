import {
  BUDGET_COLUMNS,
  type DataTableOptions,
  type GenesysOptions,
  type GenesysSimulator,
  type Row
} from '../../simulator/genesys/start.ts'
import type { GateOptions } from '../../simulator/harness/workspace.ts'
import { type GenesysRun, gate, SLO } from './scenario.ts'

export const TABLE = 'budgets'
export const TABLES = '/api/v2/flows/datatables/'

export type Rows = Record<string, Row>

export interface Published extends GateOptions {
  columns?: DataTableOptions['columns']
  rows?: Rows
  genesys?: GenesysOptions
}

/** Runs the gate on an SLO of this burn rate, with a data table that has these rows. */
export function publish(burn: unknown, published: Published = {}): Promise<GenesysRun> {
  const { columns = BUDGET_COLUMNS, rows = {}, genesys, ...options } = published
  const inputs = { 'genesys-data-table': TABLE, ...options.inputs }
  const dataTables = { [TABLE]: { columns, rows } }
  return gate({ slos: { [SLO]: () => burn }, dataTables, ...genesys }, { ...options, inputs })
}

interface Asked {
  genesys: GenesysSimulator
}

/** The rows as a run left them, by their key. */
export const rowsOf = ({ genesys }: Asked): Rows =>
  Object.fromEntries(genesys.dataTables.get(TABLE)?.rows ?? [])

export const rowOf = ({ genesys }: Asked, id = SLO) => genesys.dataTables.get(TABLE)?.rows.get(id)
