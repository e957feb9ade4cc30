import { plainDecimal } from '../../budget/decimal.ts'
import type { Judgement } from '../../budget/judge.ts'
import type { Reading } from '../../budget/reading.ts'
import { type Window, windowsOf } from '../../budget/window.ts'
import { code, details, idOf, plain, shortened, table } from '../../text/markdown.ts'
import { describeDuration } from '../../time/duration.ts'
import type { RunResult } from '../result.ts'
import { describeInstant } from '../time.ts'

/** Which numbers the decision was made from, and which requests these came from. */
export function evidence(result: RunResult, most: number): string {
  const { judgements, attempts, timeZone, at } = result
  if (judgements.length === 0) return ''
  const rows = judgements.slice(0, most).flatMap(judgement => readingRows(judgement, result))
  const asked = attempts
    .slice(0, most)
    .map(({ method, url, query, status, startedAt, durationMs }, index) => [
      String(index + 1),
      `${method} ${code(shortened(query ?? url, 300))}`,
      String(status ?? 'no answer'),
      startedAt.toISOString().slice(11, 19),
      `${durationMs} ms`
    ])
  const left = judgements.length > most || attempts.length > most ? '\n\nThe rest is in the JSON report.' : ''
  const numbers = table(['SLO', 'Window', 'From', 'Until', 'Good', 'Total', 'Burn rate', 'Requests'], rows)
  const requests = table(['#', 'Request', 'Status', 'At (UTC)', 'Took'], asked)
  const about = `Every window ends at ${describeInstant(at, timeZone)}, or a little before, where a source needs a while.`
  return details(
    'Evidence: every number and where it came from',
    `${plain(about)}\n\n${numbers}\n\n${requests}${left}`
  )
}

function readingRows(
  { slo, readings, asOf }: Judgement,
  { timeZone, at }: RunResult
): readonly (readonly string[])[] {
  const windows = new Map(windowsOf(slo, asOf ?? at, true).map(window => [window.duration.ms, window]))
  return readings.map(({ duration, reading }) => {
    const { start, end } = reading.from ?? (windows.get(duration.ms) as Window)
    return [
      idOf(slo),
      describeDuration(duration),
      describeInstant(start, timeZone),
      describeInstant(end, timeZone),
      ...countsOf(reading),
      rateOrReason(reading),
      reading.from?.requests.join(', ') ?? (asOf ? 'remembered' : '')
    ]
  })
}

function countsOf(reading: Reading): readonly [string, string] {
  if (reading.kind !== 'rate' || reading.events === null) return ['', '']
  return [plainDecimal(reading.events.good), plainDecimal(reading.events.total)]
}

function rateOrReason(reading: Reading): string {
  const value =
    reading.kind === 'rate' ? plainDecimal(reading.burnRate) : plain(shortened(reading.reason, 300))
  return reading.from?.note ? `${value} (${plain(reading.from.note)})` : value
}

/** What the source counted, as it calls it: the ones that are not good tell what to mend or to ignore. */
export function outcomes({ judgements }: RunResult, most: number): string {
  const rows = judgements
    .slice(0, most)
    .flatMap(({ slo, verdict, reading }) =>
      verdict === 'healthy'
        ? []
        : (reading.from?.outcomes ?? [])
            .slice(0, 10)
            .map(({ outcome, count, countsAs }) => [
              idOf(slo),
              plain(shortened(outcome, 100)),
              plainDecimal(count),
              countsAs
            ])
    )
  return rows.length === 0
    ? ''
    : details(
        'How the executions ended',
        table(['SLO', 'errorType and status', 'Executions', 'Counts as'], rows)
      )
}
