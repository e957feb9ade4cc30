/** Keys of a spec file, and how a PrometheusServiceLevel in Kubernetes writes them. */
const KEYS = [
  ['error_query', 'errorQuery'],
  ['total_query', 'totalQuery'],
  ['error_ratio_query', 'errorRatioQuery'],
  ['page_alert', 'pageAlert'],
  ['ticket_alert', 'ticketAlert'],
  ['slo_plugins', 'sloPlugins']
] as const

const FILE_KEYS: ReadonlyMap<string, string> = new Map(KEYS.map(([file, object]) => [object, file]))

/** A spec from Kubernetes with the keys of a spec file, at every depth. */
export function withFileKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withFileKeys)
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [FILE_KEYS.get(key) ?? key, withFileKeys(part)])
  )
}

/** A text about keys of a spec file, about those of Kubernetes. */
export const withObjectKeys = (words: string): string =>
  KEYS.reduce((all, [file, object]) => all.replaceAll(file, object), words)
