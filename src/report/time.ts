/** `2026-11-23 18:00:00 UTC`, followed by the same instant in the zone when that is another one. */
export function describeInstant(at: Date, timeZone: string): string {
  const utc = `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`
  if (timeZone === 'UTC') return utc
  // Sweden writes dates as ISO 8601 does.
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium'
  }).format(at)
  return `${utc} (${local} ${timeZone})`
}
