import * as v from 'valibot'
import { VERDICTS } from '../budget/verdict.ts'
import type { DegradationEvent } from '../callFlows/degradation.ts'
import type { BudgetRow } from '../callFlows/row.ts'
import { WEEKDAYS } from '../time/businessHours.ts'
import { parseDuration } from '../time/duration.ts'

/** JSON can hold numbers that overflow, such as 1e999. */
const number = v.pipe(v.number(), v.finite())
const nullableNumber = v.nullable(number)
const counts = { good: number, total: number }
const events = v.nullable(v.object(counts))
const verdict = v.picklist(VERDICTS)

const instant = v.pipe(
  v.string(),
  v.check(text => isWritten(new Date(text), text), 'an instant as the gate writes it'),
  v.transform(text => new Date(text))
)

const isWritten = (date: Date, text: string) => !Number.isNaN(date.getTime()) && date.toISOString() === text

const duration = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const parsed = parseDuration(dataset.value)
    if (parsed !== undefined) return parsed
    addIssue({ message: 'an ISO 8601 duration of fixed length' })
    return NEVER
  })
)

/** Where a reading came from; absent for remembered readings and windows that were not measured. */
const provenance = {
  start: v.exactOptional(instant),
  end: v.exactOptional(instant),
  requests: v.exactOptional(v.array(number), []),
  note: v.exactOptional(v.string())
}

const absence = { window: duration, burnRate: v.null(), events: v.null(), reason: v.string(), ...provenance }

const readingSchema = v.variant('kind', [
  v.object({ kind: v.literal('rate'), window: duration, burnRate: number, events, ...provenance }),
  v.object({ kind: v.literal('no-data'), ...absence }),
  v.object({ kind: v.literal('unreadable'), ...absence })
])

const alertSchema = v.object({
  level: v.picklist(['CRITICAL', 'WARNING']),
  threshold: number,
  window: duration,
  burnRate: nullableNumber,
  shortWindow: v.exactOptional(duration),
  shortBurnRate: v.exactOptional(nullableNumber),
  firing: v.boolean()
})

export const sloSchema = v.object({
  id: v.string(),
  name: v.string(),
  target: nullableNumber,
  window: v.object({ start: instant, end: instant, duration }),
  source: v.string(),
  delay: v.exactOptional(duration),
  isRemembered: v.boolean(),
  asOf: v.exactOptional(instant),
  isLastKnown: v.exactOptional(v.boolean(), false),
  sourceError: v.exactOptional(v.string()),
  minimumEvents: number,
  businessHours: v.exactOptional(
    v.object({ timeZone: v.string(), days: v.array(v.picklist(WEEKDAYS)), from: v.string(), to: v.string() })
  ),
  events,
  burnRate: nullableNumber,
  budgetRemaining: nullableNumber,
  budgetHealth: nullableNumber,
  alerts: v.array(alertSchema),
  lastHourBurnRate: v.exactOptional(nullableNumber),
  verdict,
  reason: v.string(),
  readings: v.array(readingSchema),
  outcomes: v.exactOptional(
    v.array(
      v.object({ outcome: v.string(), count: number, countsAs: v.picklist(['good', 'bad', 'ignored']) })
    )
  )
})

const maintenanceSchema = v.object({
  label: v.string(),
  approved: v.boolean(),
  pullRequest: nullableNumber,
  approvedBy: v.nullable(v.string()),
  headSha: v.nullable(v.string()),
  approvedAt: v.nullable(instant),
  expiresAt: v.nullable(instant),
  refusal: v.nullable(v.string())
})

const requestSchema = v.object({
  id: number,
  method: v.string(),
  url: v.string(),
  query: v.exactOptional(v.string()),
  startedAt: instant,
  status: nullableNumber,
  durationMs: number,
  attempt: number
})

const isObject = (value: unknown) => typeof value === 'object' && value !== null

/** The JSON report, version 1: the only definition of its shape. */
export const reportSchema = v.object({
  version: v.literal(1),
  generatedAt: instant,
  mode: v.picklist(['enforce', 'audit']),
  decision: v.picklist(['allow', 'block', 'override']),
  verdict,
  reason: v.string(),
  policy: v.object({
    maxBurnRate: number,
    onError: v.picklist(['block', 'last-known', 'allow']),
    onNoData: v.picklist(['block', 'allow'])
  }),
  slos: v.array(sloSchema),
  maintenance: v.nullable(maintenanceSchema),
  applied: v.array(
    v.object({
      id: v.string(),
      outcome: v.string(),
      changes: v.array(v.string()),
      problem: v.exactOptional(v.string())
    })
  ),
  publications: v.array(
    v.object({
      id: v.string(),
      outcome: v.picklist(['written', 'kept', 'failed']),
      // The call flows define these two; a replay does not need them.
      row: v.exactOptional(v.custom<BudgetRow>(isObject)),
      event: v.exactOptional(v.custom<DegradationEvent>(isObject)),
      problems: v.array(v.string())
    })
  ),
  histories: v.record(v.string(), v.array(v.object({ end: instant, ...counts }))),
  errors: v.array(v.string()),
  warnings: v.array(v.string()),
  requests: v.array(requestSchema)
})

/** The report as it is written: JSON, with instants and durations as ISO 8601 text. */
export type ReportJson = DeepReadonly<v.InferInput<typeof reportSchema>>

/** The report as it is read: instants are dates, durations are parsed. */
export type Report = v.InferOutput<typeof reportSchema>

type DeepReadonly<T> = { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
