import { GenesysError } from '../sources/genesys/answer.ts'
import type { Genesys } from '../sources/genesys/connection.ts'
import { field } from '../text/field.ts'
import { shown } from '../text/show.ts'
import { type BudgetRow, COLUMNS } from './row.ts'

/** Reads and writes the rows of one Architect data table. */
export class DataTable {
  readonly #genesys: Genesys
  readonly #path: string
  #schemaProblem: Promise<string> | undefined

  constructor(genesys: Genesys, id: string) {
    this.#genesys = genesys
    this.#path = `/api/v2/flows/datatables/${encodeURIComponent(id)}`
  }

  /**
   * Reads a row with all its fields, of any shape; undefined when there is none.
   *
   * @throws GenesysError
   */
  async read(key: string): Promise<unknown> {
    // Without showbrief=false, Genesys Cloud answers with the key alone.
    const path = `${this.#rowPath(key)}?showbrief=false`
    try {
      const { body } = await this.#genesys.ask({ method: 'GET', path, hints: HINTS })
      return body
    } catch (error) {
      if (isStatus(error, 404)) return undefined
      throw error
    }
  }

  /**
   * Upserts a row; the API has no upsert.
   *
   * @param isNew whether the row was missing when it was read
   * @throws GenesysError that names the wrong columns if these are the reason
   */
  async write(row: BudgetRow, isNew: boolean): Promise<void> {
    try {
      await (isNew ? this.#create(row) : this.#update(row))
    } catch (error) {
      // Another run may have created or deleted the row in the meantime.
      if (isNew && (isStatus(error, 409) || isStatus(error, 400))) {
        await this.#update(row).catch(second => this.#explain(isStatus(second, 404) ? error : second))
      } else if (!isNew && isStatus(error, 404)) {
        await this.#create(row).catch(second => this.#explain(second))
      } else await this.#explain(error)
    }
  }

  #update(row: BudgetRow): Promise<void> {
    return this.#genesys.write({ method: 'PUT', path: this.#rowPath(row.key), body: row, hints: HINTS })
  }

  #create(row: BudgetRow): Promise<void> {
    return this.#genesys.write({ method: 'POST', path: `${this.#path}/rows`, body: row, hints: HINTS })
  }

  /** Reads the columns of the table only after a refused row, and once for all rows. */
  async #explain(error: unknown): Promise<never> {
    if (!(error instanceof GenesysError) || error.status !== 400) throw error
    this.#schemaProblem ??= this.#findSchemaProblem()
    const problem = await this.#schemaProblem
    if (problem === '') throw error
    throw new GenesysError(`${error.message}; ${problem}`, { status: 400, cause: error })
  }

  async #findSchemaProblem(): Promise<string> {
    try {
      const { body } = await this.#genesys.ask({ method: 'GET', path: `${this.#path}?expand=schema` })
      return schemaProblem(field(field(body, 'schema'), 'properties'))
    } catch (error) {
      if (error instanceof GenesysError) return ''
      throw error
    }
  }

  #rowPath(key: string): string {
    return `${this.#path}/rows/${encodeURIComponent(key)}`
  }
}

/** Names the columns that are missing or have a wrong type; empty when all are right. */
function schemaProblem(properties: unknown): string {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return ''
  const wrong = Object.entries(COLUMNS).flatMap(([name, type]) => {
    const column = field(properties, name)
    if (column === undefined) return `column ${name} (${type}) is missing`
    const found = field(column, 'type')
    return found === type ? [] : `column ${name} has the type ${shown(found)} instead of ${type}`
  })
  return wrong.length === 0 ? '' : `in the data table, ${wrong.join(', ')}`
}

const isStatus = (error: unknown, status: number) => error instanceof GenesysError && error.status === status

const HINTS = {
  400: 'check the columns of the data table; docs/call-flows.md lists them',
  403: 'give the OAuth client a role with architect:datatable:view, architect:datatableRow:add and architect:datatableRow:edit',
  404: 'check genesys-data-table: it takes the id of the table, not its name'
}
