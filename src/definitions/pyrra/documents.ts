import type { Problems } from '../../problems.ts'
import { pyrraWindow } from '../../sources/prometheus/promql.ts'
import { field } from '../../text/field.ts'
import { show } from '../../text/show.ts'
import { alertsInReach, type ToolAlert } from '../alerts.ts'
import type { RawDefinition } from '../files.ts'
import { readReporting } from '../issues.ts'
import { type Manifest, manifest } from './shapes.ts'

/**
 * Converts Pyrra manifests to definitions in the gate's own form, which still have to be checked. They query the
 * metrics of the manifest, not the rules that Pyrra generates from it.
 */
export function fromPyrra(raws: readonly RawDefinition[], problems: Problems): readonly RawDefinition[] {
  const read = raws.flatMap(({ file, value }) => {
    const name = field(field(value, 'metadata'), 'name')
    const named = typeof name === 'string' ? `${file}, ServiceLevelObjective ${show(name)}` : file
    const at = (path: string) => `${named}, field ${path}`
    const form = readReporting(manifest, { value, at, problems })
    return form ? [{ file, form }] : []
  })
  const isShared = sharedNames(read.map(({ form }) => form))
  return read.map(({ file, form }) => ({ file, value: toDefinition(form, isShared) }))
}

/** Tells whether manifests in several namespaces have the same name. */
function sharedNames(manifests: readonly Manifest[]): (name: string) => boolean {
  const namespaces = new Map<string, Set<string>>()
  for (const { metadata } of manifests) {
    const { name, namespace = '' } = metadata
    namespaces.set(name, (namespaces.get(name) ?? new Set()).add(namespace))
  }
  return name => Number(namespaces.get(name)?.size) > 1
}

function toDefinition({ metadata, spec }: Manifest, isShared: (name: string) => boolean) {
  const { name, namespace } = metadata
  const { description, target, window, indicator, alerting } = spec
  const hasAlerts = alerting.burnrates && !alerting.disabled
  return {
    id: namespace !== undefined && isShared(name) ? `${namespace}/${name}` : name,
    name,
    ...(description !== undefined && { description }),
    sloTarget: target,
    timeWindow: window.iso,
    burnRateAlerts: hasAlerts ? alertsInReach(alertsOver(window.ms), target) : [],
    source: indicator
  }
}

/** Pyrra's alerts. The SLO's window divided by `long` or `short` gives the long or short window. */
const ALERTS = [
  { level: 'CRITICAL', factor: 14, long: 672, short: 8064 },
  { level: 'CRITICAL', factor: 7, long: 112, short: 1344 },
  { level: 'WARNING', factor: 2, long: 28, short: 336 },
  { level: 'WARNING', factor: 1, long: 7, short: 112 }
] as const

/** Windows are whole minutes, so an SLO with a short window does not have every alert. */
function alertsOver(window: number): readonly ToolAlert[] {
  const alerts = ALERTS.map(alert => ({
    ...alert,
    long: pyrraWindow(window, alert.long),
    short: pyrraWindow(window, alert.short)
  }))
  return alerts.filter(({ long, short }) => short > 0 && short < long)
}
