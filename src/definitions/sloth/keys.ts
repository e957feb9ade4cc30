/** Keys of a spec file, and the same keys of a PrometheusServiceLevel in Kubernetes. */
const KEYS = [
  ['error_query', 'errorQuery'],
  ['total_query', 'totalQuery'],
  ['error_ratio_query', 'errorRatioQuery'],
  ['page_alert', 'pageAlert'],
  ['ticket_alert', 'ticketAlert'],
  ['slo_plugins', 'sloPlugins']
] as const

const FILE_KEYS: ReadonlyMap<string, string> = new Map(KEYS.map(([file, object]) => [object, file]))

/** Renames the keys of a spec from Kubernetes to those of a spec file, at every depth. */
export function withFileKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withFileKeys)
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [FILE_KEYS.get(key) ?? key, withFileKeys(part)])
  )
}

/** Replaces keys of a spec file in a text by those of Kubernetes. */
export const withObjectKeys = (words: string): string =>
  KEYS.reduce((all, [file, object]) => all.replaceAll(file, object), words)
