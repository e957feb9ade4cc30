/**
 * Removes the secrets from every text in a value. This happens before any text is cut or escaped, because
 * half a secret or an escaped one cannot be recognised.
 */
export function redacted<T>(value: T, redact: (text: string) => string): T {
  const clean = (part: unknown): unknown => {
    if (typeof part === 'string') return redact(part)
    if (typeof part !== 'object' || part === null || part instanceof Date) return part
    if (Array.isArray(part)) return part.map(clean)
    if (part instanceof Map) return new Map([...part].map(([key, item]) => [clean(key), clean(item)]))
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, clean(item)]))
  }
  return clean(value) as T
}
