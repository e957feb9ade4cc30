import { highestBurnRate } from '../budget/burnRate.ts'
import { exceeds, plainDecimal } from '../budget/decimal.ts'
import type { Slo } from '../budget/slo.ts'
import type { FieldProblem } from '../sources/source.ts'
import { DAY } from '../time/duration.ts'

type SloWithTarget = Slo & { readonly target: number }

/** Problems with thresholds that could never be exceeded and with windows that make no sense or are too long. */
export const limitProblems = (slo: SloWithTarget): readonly FieldProblem[] => [
  ...unreachableAlerts(slo),
  ...wrongAlertWindows(slo),
  ...tooManyHours(slo)
]

function unreachableAlerts({ alerts, target }: SloWithTarget): readonly FieldProblem[] {
  const highest = highestBurnRate(target)
  const limit = `a target of ${target}% allows a burn rate of at most ${plainDecimal(highest)}`
  return alerts.flatMap(({ burnRateThreshold }, index): readonly FieldProblem[] => {
    if (exceeds(highest, burnRateThreshold)) return []
    const what = `${burnRateThreshold} can never be exceeded: ${limit}; set a lower threshold`
    return [[`burnRateAlerts[${index}].burnRateThreshold`, what]]
  })
}

function wrongAlertWindows({ alerts }: Slo): readonly FieldProblem[] {
  return alerts.flatMap(({ duration, shortDuration }, index): readonly FieldProblem[] => {
    if (shortDuration === undefined || shortDuration.ms < duration.ms) return []
    const what = `${shortDuration.iso} must be shorter than duration, ${duration.iso}`
    return [[`burnRateAlerts[${index}].shortDuration`, what]]
  })
}

/** In days. Each day of business hours needs its own question to the source. */
const LONGEST_WITH_HOURS = 732

function tooManyHours({ businessHours, window, alerts }: Slo): readonly FieldProblem[] {
  const longest = [window, ...alerts.map(({ duration }) => duration)].find(
    ({ ms }) => ms > LONGEST_WITH_HOURS * DAY
  )
  if (businessHours === undefined || longest === undefined) return []
  return [
    [
      'businessHours',
      `cannot be measured over ${longest.iso}; it takes windows of at most P${LONGEST_WITH_HOURS}D`
    ]
  ]
}

/** A problem if even an outage of the whole window could not exceed max-burn-rate. */
export function neverBlocking({ target }: Slo, maxBurnRate: number): readonly FieldProblem[] {
  const highest = target === null ? Number.POSITIVE_INFINITY : highestBurnRate(target)
  if (exceeds(highest, maxBurnRate)) return []
  const limit = `a target of ${target}% allows a burn rate of at most ${plainDecimal(highest)}`
  const wrong = `which is not above max-burn-rate ${plainDecimal(maxBurnRate)}`
  return [['sloTarget', `can never block: ${limit}, ${wrong}; set a lower max-burn-rate or a higher target`]]
}
