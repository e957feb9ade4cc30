import type { Judgement } from '../budget/judge.ts'
import type { HttpClient } from '../http/client.ts'
import { HttpFailure } from '../http/failure.ts'
import { GenesysError } from '../sources/genesys/answer.ts'
import type { Genesys } from '../sources/genesys/connection.ts'
import { DataTable } from './dataTable.ts'
import { type DegradationEvent, eventOf } from './degradation.ts'
import { type BudgetRow, isDegraded, isMeasured, type RowContext, rowOf } from './row.ts'

export interface PublishOptions {
  readonly genesys: Genesys
  /** The id of the data table. */
  readonly dataTable: string
  readonly http: HttpClient
  readonly row: RowContext
  readonly flowId: string | undefined
  readonly webhookUrl: string | undefined
}

/** The result of updating the row of one SLO. */
export interface Publication {
  readonly id: string
  /** `kept`: nothing new was measured, so the row was not touched. */
  readonly outcome: 'written' | 'kept' | 'failed'
  readonly row?: BudgetRow
  /** Set if call flows start or stop degrading. */
  readonly event?: DegradationEvent
  readonly problems: readonly string[]
}

/** Writes the row of every SLO, then sends the events. A failure affects only its own SLO. */
export async function publish(
  judgements: readonly Judgement[],
  options: PublishOptions
): Promise<readonly Publication[]> {
  const table = new DataTable(options.genesys, options.dataTable)
  const written = await Promise.all(judgements.map(judgement => writeRow(judgement, table, options)))
  // Call flows read the rows, so no row waits for a slow webhook.
  return Promise.all(
    written.map(async publication => {
      const { event, problems } = publication
      if (event === undefined) return publication
      return { ...publication, problems: [...problems, ...(await deliver(event, options))] }
    })
  )
}

async function writeRow(
  judgement: Judgement,
  table: DataTable,
  { row: context, flowId }: PublishOptions
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

/** @returns the problem if the event could not be delivered */
async function deliver(
  event: DegradationEvent,
  { http, webhookUrl }: PublishOptions
): Promise<readonly string[]> {
  if (webhookUrl === undefined) return []
  const failed = (why: string) => [
    `the event ${event.event} could not be delivered to event-webhook-url: ${why}; it is in the log`
  ]
  try {
    const { status } = await http.send({
      method: 'POST',
      url: webhookUrl,
      // The path of a webhook is a secret.
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
