import * as v from 'valibot'
import { oneOf } from '../../schema/values.ts'
import * as o from './schema.ts'

/** A burn rate alert as our own definitions have it. */
interface RawAlert {
  readonly level: string
  readonly burnRateThreshold: number
  readonly duration: string
  readonly shortDuration?: string
}

const LEVELS: ReadonlyMap<string, string> = new Map([
  ['page', 'CRITICAL'],
  ['critical', 'CRITICAL'],
  ['ticket', 'WARNING'],
  ['warning', 'WARNING'],
  ['warn', 'WARNING']
])

const levelOf = (severity: unknown) =>
  typeof severity === 'string' ? LEVELS.get(severity.toLowerCase()) : undefined

const severity = v.pipe(
  v.custom<string>(
    value => levelOf(value) !== undefined,
    'page or critical, which block, or ticket, warning or warn'
  ),
  v.transform(value => levelOf(value) as string)
)

const isBurnRate = (kind: unknown) => typeof kind === 'string' && kind.toLowerCase() === 'burnrate'

const condition = v.pipe(
  o.strict({
    kind: v.exactOptional(v.custom<string>(isBurnRate, 'burnrate')),
    // Ours fire above the threshold only; gte differs from that at this one value.
    op: oneOf('gt', 'gte'),
    threshold: v.custom<number>(
      value => typeof value === 'number' && Number.isFinite(value) && value > 0,
      'a number above 0'
    ),
    lookbackWindow: o.duration,
    alertAfter: v.exactOptional(o.durationOrNone)
  }),
  v.forward(
    v.partialCheck(
      [['lookbackWindow'], ['alertAfter']],
      ({ lookbackWindow, alertAfter }) => (alertAfter?.ms ?? 0) < lookbackWindow.ms,
      'must be shorter than lookbackWindow'
    ),
    ['alertAfter']
  )
)

const alertCondition: o.Schema<RawAlert> = v.pipe(
  o.strict({ description: o.ignored, severity, condition }),
  v.transform(({ severity, condition: { threshold, lookbackWindow, alertAfter } }) => ({
    level: severity,
    burnRateThreshold: threshold,
    duration: lookbackWindow.iso,
    // A run cannot wait and see for how long a condition holds. That it holds over both windows comes nearest.
    ...(alertAfter && { shortDuration: alertAfter.iso })
  }))
)

/** Whom to tell, and when, is nothing that a gate decides. */
export const alertPolicy = (library: o.Library) =>
  v.pipe(
    o.strict({
      description: o.ignored,
      alertWhenNoData: o.ignored,
      alertWhenResolved: o.ignored,
      alertWhenBreaching: o.ignored,
      notificationTargets: o.ignored,
      conditions: v.pipe(
        v.array(
          o.inlineOrReference(library, 'AlertCondition', 'conditionRef', alertCondition),
          'a list of alert conditions'
        ),
        v.nonEmpty('is empty; an alert policy has a condition')
      )
    }),
    v.transform(({ conditions }) => conditions)
  )
