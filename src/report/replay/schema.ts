import * as v from 'valibot'
import type { BurnRateAlert, Slo } from '../../budget/slo.ts'
import { VERDICTS } from '../../budget/verdict.ts'
import { parseDuration } from '../../time/duration.ts'

/** Not a report of this version: there is nothing to make a decision from. */
export class UnreadableReport extends Error {}

/** JSON knows numbers that no computer does, such as 1e999. */
const number = v.pipe(v.number(), v.finite())
const events = v.nullable(v.object({ good: number, total: number }))

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

const verdict = v.picklist(VERDICTS)

/** Where it came from; not there when it is remembered, or was never asked for. */
const provenance = {
  start: v.exactOptional(instant),
  end: v.exactOptional(instant),
  requests: v.exactOptional(v.array(number), [])
}

const absence = { window: duration, burnRate: v.null(), events: v.null(), reason: v.string(), ...provenance }

const reading = v.variant('kind', [
  v.object({ kind: v.literal('rate'), window: duration, burnRate: number, events, ...provenance }),
  v.object({ kind: v.literal('no-data'), ...absence }),
  v.object({ kind: v.literal('unreadable'), ...absence })
])

const alert = v.object({
  level: v.picklist(['CRITICAL', 'WARNING']),
  threshold: number,
  window: duration,
  burnRate: v.nullable(number),
  shortWindow: v.exactOptional(duration),
  shortBurnRate: v.exactOptional(v.nullable(number), null),
  firing: v.boolean()
})

const slo = v.object({
  id: v.string(),
  name: v.string(),
  target: v.nullable(number),
  window: v.object({ start: instant, end: instant, duration }),
  source: v.string(),
  delay: v.exactOptional(duration),
  isRemembered: v.boolean(),
  asOf: v.exactOptional(instant),
  isLastKnown: v.exactOptional(v.boolean(), false),
  minimumEvents: number,
  events,
  burnRate: v.nullable(number),
  budgetRemaining: v.nullable(number),
  budgetHealth: v.nullable(number),
  alerts: v.array(alert),
  lastHourBurnRate: v.exactOptional(v.nullable(number)),
  verdict,
  reason: v.string(),
  readings: v.array(reading),
  outcomes: v.exactOptional(
    v.array(v.object({ count: number, countsAs: v.picklist(['good', 'bad', 'ignored']) }))
  )
})

const maintenance = v.object({
  approved: v.boolean(),
  pullRequest: v.nullable(number),
  approvedBy: v.nullable(v.string()),
  headSha: v.nullable(v.string()),
  approvedAt: v.nullable(instant),
  expiresAt: v.nullable(instant),
  refusal: v.nullable(v.string())
})

/** What the decision depends on. Everything else that a report tells is left out. */
const schema = v.object({
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
  slos: v.array(slo),
  maintenance: v.nullable(maintenance),
  errors: v.array(v.string()),
  requests: v.array(v.object({ id: number }))
})

export type Report = v.InferOutput<typeof schema>
export type ReportedSlo = Report['slos'][number]
export type ReportedReading = ReportedSlo['readings'][number]

/** @throws UnreadableReport that names the first few fields that do not fit */
export function parseReport(value: unknown): Report {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const problems = result.issues.map(issue => `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`)
  throw new UnreadableReport(`it is not a report of version 1: ${problems.slice(0, 5).join('; ')}`)
}

/** What was promised, as the report repeats it. */
export function sloOf({ alerts, source, delay, ...reported }: ReportedSlo): Slo {
  const { id, name, target, window, minimumEvents } = reported
  return {
    id,
    name,
    target,
    window: window.duration,
    minimumEvents,
    source: { type: source },
    ...(delay && { delay }),
    alerts: alerts.map(
      ({ level, threshold, window: duration, shortWindow }): BurnRateAlert => ({
        level,
        burnRateThreshold: threshold,
        duration,
        ...(shortWindow && { shortDuration: shortWindow })
      })
    )
  }
}
