/** Fields with values of the gate itself, such as words and dates. A secret could be equal to one of them by chance. */
const OURS: ReadonlySet<string> = new Set([
  ...[
    'decision',
    'verdict',
    'mode',
    'onError',
    'onNoData',
    'kind',
    'level',
    'countsAs',
    'type',
    'source',
    'rule'
  ],
  ...['iso', 'window', 'shortWindow', 'duration', 'delay', 'days', 'from', 'to', 'timeZone', 'method'],
  ...[
    'generatedAt',
    'start',
    'end',
    'asOf',
    'startedAt',
    'approvedAt',
    'expiresAt',
    'timestamp',
    'updated_at'
  ],
  ...[
    'maintenance_until',
    'event',
    'action',
    'maintenance-mode',
    'burn-rate',
    'budget-remaining',
    'budget-health'
  ]
])

/** The outcomes of a definition or a data table row. In other places, an outcome is text from the source. */
const OUTCOMES = /^(written|kept|failed|created|updated|unchanged|would create|would update)$/

/**
 * Removes the secrets from every text in a value. This happens before a text is shortened or escaped, because part
 * of a secret or an escaped secret cannot be recognised. Words of the gate itself stay: a secret that is the word
 * "allow" must not hide a decision.
 */
export function redacted<T>(value: T, redact: (text: string) => string): T {
  const clean = (part: unknown, field: string): unknown => {
    if (typeof part === 'string') return isOurs(field, part) ? part : redact(part)
    if (typeof part !== 'object' || part === null || part instanceof Date) return part
    if (Array.isArray(part)) return part.map(item => clean(item, field))
    if (part instanceof Map) {
      return new Map([...part].map(([key, item]) => [clean(key, ''), clean(item, '')]))
    }
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, clean(item, key)]))
  }
  return clean(value, '') as T
}

const isOurs = (field: string, text: string) =>
  OURS.has(field) || (field === 'outcome' && OUTCOMES.test(text))
