import type { Judgement } from '../budget/judge.ts'
import type { HttpClient } from '../http/client.ts'
import { HttpFailure } from '../http/failure.ts'
import { GenesysError } from '../sources/genesys/answer.ts'
import type { Genesys } from '../sources/genesys/connection.ts'
import { DataTable } from './dataTable.ts'
import { type DegradationEvent, eventOf } from './degradation.ts'
import { type BudgetRow, isDegraded, isMeasured, type RowContext, rowOf } from './row.ts'

export interface Publishing {
  readonly genesys: Genesys
  /** The id of the data table. */
  readonly dataTable: string
  readonly http: HttpClient
  readonly row: RowContext
  readonly flowId: string | undefined
  readonly webhookUrl: string | undefined
}

/** What call flows were told about one SLO. */
export interface Publication {
  readonly id: string
  /** `kept`: nothing new was measured, so the row stays as it is. */
  readonly outcome: 'written' | 'kept' | 'failed'
  readonly row?: BudgetRow
  /** Only when flows begin or cease to degrade. */
  readonly event?: DegradationEvent
  readonly problems: readonly string[]
}

/** Writes the row of every SLO, then tells of those that begin or cease to degrade. Each fails on its own. */
export async function publish(
  judgements: readonly Judgement[],
  publishing: Publishing
): Promise<readonly Publication[]> {
  const table = new DataTable(publishing.genesys, publishing.dataTable)
  const written = await Promise.all(judgements.map(judgement => writeRow(judgement, table, publishing)))
  // Flows read the rows: none of them waits for a webhook that is slow.
  return Promise.all(
    written.map(async publication => {
      const { event, problems } = publication
      if (event === undefined) return publication
      return { ...publication, problems: [...problems, ...(await deliver(event, publishing))] }
    })
  )
}

async function writeRow(
  judgement: Judgement,
  table: DataTable,
  { row: context, flowId }: Publishing
): Promise<Publication> {
  const { id } = judgement.slo
  if (!isMeasured(judgement)) return { id, outcome: 'kept', problems: [] }
  try {
    const previous = await table.read(id)
    const row = rowOf(judgement, previous, context)
    await table.write(row, previous === undefined)
    if (isDegraded(previous) === row.degraded) return { id, outcome: 'written', row, problems: [] }
    const event = eventOf(row, { flowId, at: context.at, reason: judgement.reason })
    return { id, outcome: 'written', row, event, problems: [] }
  } catch (error) {
    if (!(error instanceof GenesysError)) throw error
    const problem = `the row of SLO "${id}" in the data table could not be written: ${error.message}`
    return { id, outcome: 'failed', problems: [problem] }
  }
}

/** @returns what went wrong, if anything did */
async function deliver(
  event: DegradationEvent,
  { http, webhookUrl }: Publishing
): Promise<readonly string[]> {
  if (webhookUrl === undefined) return []
  const failed = (why: string) => [
    `the event ${event.event} could not be delivered to event-webhook-url: ${why}; it is in the log`
  ]
  try {
    const { status } = await http.send({
      method: 'POST',
      url: webhookUrl,
      // The path of a webhook is its password.
      shownAs: `${new URL(webhookUrl).origin}/***`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(event)
    })
    return status >= 200 && status <= 299 ? [] : failed(`it answered HTTP ${status}`)
  } catch (error) {
    if (error instanceof HttpFailure) return failed(error.message)
    throw error
  }
}
