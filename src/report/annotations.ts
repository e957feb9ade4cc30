import { failsJob } from '../budget/decision.ts'
import type { Verdict } from '../budget/verdict.ts'
import type { Annotation } from '../runner/runner.ts'
import type { RunResult } from './result.ts'
import { describeApproval, headline, remedy } from './words.ts'

/** GitHub shows at most ten annotations of each level in a step. */
const MAX_ANNOTATIONS = 10

const VERDICTS_WITH_WARNING: readonly Verdict[] = ['warning', 'low-traffic', 'source-error', 'no-data']

/**
 * One annotation for the decision and for each failure, then one warning for each SLO and each setting that needs attention.
 *
 * @param unwritten the outputs that could not be written; they come first, because nothing else shows them
 */
export function annotationsOf(
  result: RunResult,
  unwritten: readonly Annotation[] = []
): readonly Annotation[] {
  const { decision, judgements, failures, warnings } = result
  const main: Annotation[] = decision.decision === 'allow' ? [] : [mainAnnotation(result)]
  const others = judgements
    .filter(({ slo }) => main.length === 0 || slo.id !== decision.worst?.slo.id)
    // A last known reading always gets a warning, even if it is healthy.
    .filter(
      ({ verdict, sourceError }) => VERDICTS_WITH_WARNING.includes(verdict) || sourceError !== undefined
    )
    .map(({ verdict, reason }) => warning(`Error budget: ${verdict}`, reason))
  const failed = failures.map(
    (message): Annotation => ({ level: 'error', title: 'Error budget: not published', message })
  )
  const settings = warnings.map(message => warning('Error budget: configuration', message))
  return [
    ...main,
    ...failed,
    ...atMost(MAX_ANNOTATIONS - main.length, [...unwritten, ...others, ...settings])
  ]
}

/** An error if the job fails. A block that was lifted or only reported is a warning. */
function mainAnnotation(result: RunResult): Annotation {
  const { decision, mode, approval } = result
  const lines = [decision.reason, remedy(result), approval && describeApproval(result)]
  return {
    level: failsJob(decision, mode) ? 'error' : 'warning',
    title: headline(result),
    message: lines.filter(Boolean).join('\n')
  }
}

const warning = (title: string, message: string): Annotation => ({ level: 'warning', title, message })

/** The last annotation says how many are left out. */
function atMost(count: number, annotations: readonly Annotation[]): readonly Annotation[] {
  if (annotations.length <= count) return annotations
  const rest = annotations.length - count + 1
  return [
    ...annotations.slice(0, count - 1),
    warning('Error budget', `${rest} more warnings are in the job summary`)
  ]
}

/** The warning when the report, the summary or the outputs could not be written. The decision stays the same. */
export function unwritten(what: string, error: unknown): Annotation {
  const message = error instanceof Error ? error.message : String(error)
  return warning('Error budget', `${what} could not be written: ${message}`)
}
