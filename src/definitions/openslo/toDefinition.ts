import { alertsOf } from './alerts.ts'
import { sourceOf } from './indicator.ts'
import { type Library, type OpenSloDocument, type Problem, Section } from './section.ts'
import { sloHead, sloSpec } from './shapes.ts'

/**
 * Converts an OpenSLO SLO, with everything that it refers to, to a definition in the gate's own form.
 *
 * @returns the problems of the SLO and of the documents it refers to; no value if one of them is an error
 */
export function toDefinition(
  document: OpenSloDocument,
  library: Library
): { readonly value?: unknown; readonly problems: readonly Problem[] } {
  const problems = [...document.problems]
  const slo = Section.of(document, problems, library)
  const head = slo.read(sloHead)
  const spec = slo.at('spec')
  const form = spec.read(sloSpec)
  const source = sourceOf(spec)
  const burnRateAlerts = alertsOf(spec.at('alertPolicies'))
  if (!problems.every(({ isWarning }) => isWarning) || head === undefined || form === undefined)
    return { problems }

  const { name: id, displayName: name } = head.metadata
  const {
    description,
    timeWindow: [timeWindow],
    objectives: [sloTarget]
  } = form
  const value = {
    id,
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    sloTarget,
    timeWindow: timeWindow.duration.iso,
    burnRateAlerts,
    source
  }
  return { problems, value }
}
