import type { EventCounts } from '../../budget/burnRate.ts'
import { plainDecimal } from '../../budget/decimal.ts'
import type { Judgement, WindowReading } from '../../budget/judge.ts'
import type { Reading } from '../../budget/reading.ts'
import { ownWindow, windowEnding } from '../../budget/window.ts'
import type { Attempt } from '../../http/client.ts'
import { type Column, code, details, plain, shortened, table } from '../../text/markdown.ts'
import { describeDuration } from '../../time/duration.ts'
import type { RunResult } from '../result.ts'
import { describeInstant } from '../time.ts'
import { idOf } from './sloTable.ts'

/** The numbers that the decision is based on, and their requests. */
export function evidence(result: RunResult, limit: number): string {
  const { judgements, attempts, timeZone, at } = result
  if (judgements.length === 0) return ''
  const rows = judgements.slice(0, limit).flatMap(judgement => rowsOf(judgement, at))
  const about = `Every window ends at ${describeInstant(at, timeZone)}, or slightly earlier for a source with a delay.`
  const texts = [
    plain(about),
    table(readingColumns(timeZone), rows),
    table(REQUEST_COLUMNS, attempts.slice(0, limit)),
    judgements.length > limit || attempts.length > limit ? 'The rest is in the JSON report.' : ''
  ]
  const content = texts.filter(text => text !== '').join('\n\n')
  return details('Evidence: every number and where it came from', content)
}

interface Row extends WindowReading, Pick<Judgement, 'slo' | 'asOf'> {
  readonly start: Date
  readonly end: Date
}

function rowsOf({ slo, readings, asOf }: Judgement, at: Date): readonly Row[] {
  const { end } = ownWindow(slo, asOf ?? at)
  return readings.map(({ duration, reading }) => {
    const { start, end: until } = reading.from ?? windowEnding(end, duration)
    return { slo, asOf, duration, reading, start, end: until }
  })
}

const readingColumns = (timeZone: string): readonly Column<Row>[] => [
  { header: 'SLO', cell: idOf },
  { header: 'Window', cell: ({ duration }) => describeDuration(duration) },
  { header: 'From', cell: ({ start }) => describeInstant(start, timeZone) },
  { header: 'Until', cell: ({ end }) => describeInstant(end, timeZone) },
  { header: 'Good', cell: ({ reading }) => countOf(reading, 'good') },
  { header: 'Total', cell: ({ reading }) => countOf(reading, 'total') },
  { header: 'Burn rate', cell: ({ reading }) => rateOrReason(reading) },
  {
    header: 'Requests',
    cell: ({ reading, asOf }) => reading.from?.requests.join(', ') ?? (asOf ? 'remembered' : '')
  }
]

const REQUEST_COLUMNS: readonly Column<Attempt>[] = [
  { header: '#', cell: (_, index) => String(index + 1) },
  { header: 'Request', cell: ({ method, url, query }) => `${method} ${code(shortened(query ?? url, 300))}` },
  { header: 'Status', cell: ({ status }) => String(status ?? 'no answer') },
  { header: 'At (UTC)', cell: ({ startedAt }) => startedAt.toISOString().slice(11, 19) },
  { header: 'Took', cell: ({ durationMs }) => `${durationMs} ms` }
]

function countOf(reading: Reading, name: keyof EventCounts): string {
  return reading.kind === 'rate' && reading.events !== null ? plainDecimal(reading.events[name]) : ''
}

function rateOrReason(reading: Reading): string {
  const value =
    reading.kind === 'rate' ? plainDecimal(reading.burnRate) : plain(shortened(reading.reason, 300))
  return reading.from?.note ? `${value} (${plain(reading.from.note)})` : value
}
