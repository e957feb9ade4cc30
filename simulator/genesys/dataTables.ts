import type { ArchitectApi, Models } from 'purecloud-platform-client-v2'
import { type Call, choiceOf, jsonOf, type Route, refuse } from './http.ts'
import type { Cell, ColumnType, DataTable, DataTableOptions, Row, Settings } from './world.ts'

/** The columns of the table that the action writes. */
export const BUDGET_COLUMNS = {
  key: 'string',
  current_budget_health: 'number',
  error_budget_remaining: 'integer',
  burn_rate: 'number',
  degraded: 'boolean',
  maintenance_mode: 'boolean',
  maintenance_until: 'string',
  verdict: 'string',
  updated_at: 'string',
  run_url: 'string'
} as const satisfies DataTableOptions['columns']

const TABLES = '/api/v2/flows/datatables'
const TABLE = `${TABLES}/{tableId}`
const ROWS = `${TABLE}/rows`
const ROW = `${ROWS}/{key}`
const LONGEST_KEY = 256

export const dataTableRoutes: [Route<TableBody>, ...Route<RowBody>[]] = [
  { method: 'GET', path: TABLE, answer: readTable },
  { method: 'GET', path: ROW, answer: readRow },
  { method: 'PUT', path: ROW, answer: updateRow },
  { method: 'POST', path: ROWS, answer: createRow }
]

type Json = Cell | null | Json[] | { [key: string]: Json }

/** Where the SDK's generator writes `object`, any JSON value is meant. */
type Wire<T> = T extends readonly (infer Item)[]
  ? Wire<Item>[]
  : T extends object
    ? [keyof T] extends [never]
      ? Json
      : { [K in keyof T]: Wire<T[K]> }
    : T

type TableBody = Wire<Models.DataTable>
type RowBody = Wire<
  Awaited<
    ReturnType<ArchitectApi['getFlowsDatatableRow' | 'putFlowsDatatableRow' | 'postFlowsDatatableRows']>
  >
>

export function keptTables({ dataTables }: Settings): Map<string, DataTable> {
  return new Map(
    Object.entries(dataTables).map(([id, { name = id, columns, rows = {} }]) => {
      const described = Object.entries({ key: 'string' as const, ...columns }).map(
        ([field, column]) => [field, typeof column === 'string' ? { type: column } : column] as const
      )
      const table: DataTable = { id, name, columns: new Map(described), rows: new Map() }
      for (const [key, row] of Object.entries(rows)) {
        table.rows.set(key, wholeRow(table, rowIn(table, { ...row, key })))
      }
      return [id, table]
    })
  )
}

function readTable({ query, params, kept }: Call): TableBody {
  const { id, name, columns } = tableOf({ params, kept })
  const expand = choiceOf(query, 'expand', ['schema'])
  const body: TableBody = { id, name, selfUri: `${TABLES}/${id}` }
  return expand === undefined ? body : { ...body, schema: schemaOf(columns) }
}

function schemaOf(columns: DataTable['columns']): NonNullable<TableBody['schema']> {
  const properties = [...columns].map(
    ([field, column], displayOrder) =>
      [field, { title: field, ...column, $id: `/properties/${field}`, displayOrder }] as const
  )
  return {
    $schema: 'http://json-schema.org/draft-04/schema#',
    type: 'object',
    required: ['key'],
    properties: Object.fromEntries(properties),
    additionalProperties: false
  }
}

function readRow({ query, params, kept }: Call): RowBody {
  const { key, row } = existingRow(tableOf({ params, kept }), params)
  const brief = choiceOf(query, 'showbrief', ['true', 'false']) ?? 'true'
  return brief === 'true' ? { key } : row
}

function updateRow({ request, params, kept }: Call): RowBody {
  const table = tableOf({ params, kept })
  const { key } = existingRow(table, params)
  const written = rowIn(table, jsonOf(request))
  if (written['key'] !== key) refuseField('key', `is not the key of the row, '${key}'`)
  return store(table, written)
}

function createRow({ request, params, kept }: Call): RowBody {
  const table = tableOf({ params, kept })
  const written = rowIn(table, jsonOf(request))
  const key = String(written['key'])
  if (table.rows.has(key)) {
    refuse({ status: 409, code: 'conflict', message: `The table has a row with the key '${key}' already` })
  }
  return store(table, written)
}

function tableOf({ params: { tableId = '' }, kept }: Pick<Call, 'params' | 'kept'>): DataTable {
  const table = kept.dataTables.get(tableId)
  if (table) return table
  const message = `The data table '${tableId}' was not found`
  return refuse({ status: 404, code: 'flows.datatables.table.not.found', message })
}

function existingRow({ rows }: DataTable, { key = '' }: Call['params']): { key: string; row: Row } {
  const row = rows.get(key)
  if (row) return { key, row }
  return refuse({ status: 404, code: 'not.found', message: `The row '${key}' was not found` })
}

function store(table: DataTable, written: Row): Row {
  const row = wholeRow(table, written)
  table.rows.set(String(row['key']), row)
  return row
}

/** A written row, with what the schema says of it checked. */
function rowIn({ columns }: DataTable, value: unknown): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuseField('key', 'a row is an object')
  }
  for (const [field, cell] of Object.entries(value)) {
    const type = columns.get(field)?.type
    if (type === undefined) refuseField(field, 'is not in the schema')
    if (!isOf(type, cell)) refuseField(field, `is not of the type ${type}`)
  }
  const { key } = value as { key?: string }
  if (key === undefined || key === '') refuseField('key', 'is required')
  if (key.length > LONGEST_KEY) refuseField('key', `is longer than ${LONGEST_KEY} characters`)
  return value as Row
}

function isOf(type: ColumnType, cell: unknown): boolean {
  if (type === 'integer') return Number.isInteger(cell)
  return type === 'number' ? Number.isFinite(cell) : typeof cell === type
}

const NOTHING = { string: '', integer: 0, number: 0, boolean: false } satisfies Record<ColumnType, Cell>

function wholeRow({ columns }: DataTable, written: Row): Row {
  return Object.fromEntries(
    [...columns].map(([field, column]) => [field, written[field] ?? column.default ?? NOTHING[column.type]])
  )
}

function refuseField(field: string, why: string): never {
  const message = `The field '${field}': ${why}`
  return refuse({ status: 400, code: 'flows.datatables.syntax.error', message, field })
}
