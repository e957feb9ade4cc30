import { failsJob } from '../budget/decision.ts'
import type { Verdict } from '../budget/verdict.ts'
import type { Annotation } from '../runner/runner.ts'
import type { RunResult } from './result.ts'
import { describeApproval, headline, wayOut } from './words.ts'

/** A step shows ten annotations of each level at the most; one is kept for what is left out. */
const MOST_WARNINGS = 10

const WARNED: readonly Verdict[] = ['warning', 'low-traffic', 'source-error', 'no-data']

/**
 * One annotation for the decision, then a warning for each SLO and setting that deserves one.
 *
 * @param failures what could not be written, before what can be read elsewhere
 */
export function annotationsOf(
  result: RunResult,
  failures: readonly Annotation[] = []
): readonly Annotation[] {
  const { decision, judgements, warnings } = result
  const main: Annotation[] = decision.decision === 'allow' ? [] : [mainAnnotation(result)]
  const others = judgements
    .filter(
      ({ verdict, reason }) => WARNED.includes(verdict) && !(main.length > 0 && reason === decision.reason)
    )
    .map(({ verdict, reason }) => warning(`Error budget: ${verdict}`, reason))
  const settings = warnings.map(message => warning('Error budget: configuration', message))
  return [...main, ...shortened([...failures, ...others, ...settings], MOST_WARNINGS - main.length)]
}

/** An error where the job fails; a block that was lifted, or only reported, is a warning. */
function mainAnnotation(result: RunResult): Annotation {
  const { decision, mode, approval } = result
  const lines = [decision.reason, wayOut(result), approval && describeApproval(result)]
  return {
    level: failsJob(decision, mode) ? 'error' : 'warning',
    title: headline(result),
    message: lines.filter(Boolean).join('\n')
  }
}

const warning = (title: string, message: string): Annotation => ({ level: 'warning', title, message })

function shortened(annotations: readonly Annotation[], most: number): readonly Annotation[] {
  if (annotations.length <= most) return annotations
  const left = annotations.length - most + 1
  return [
    ...annotations.slice(0, most - 1),
    warning('Error budget', `${left} more warnings are in the job summary`)
  ]
}

/** The decision stands when it cannot be written down, but somebody has to know. */
export function unwritten(what: string, error: unknown): Annotation {
  const message = error instanceof Error ? error.message : String(error)
  return warning('Error budget', `${what} could not be written: ${message}`)
}
