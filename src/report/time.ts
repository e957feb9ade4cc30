/** `2026-11-23 18:00:00 UTC`, followed by the same instant in the time zone if it is not UTC. */
export function describeInstant(at: Date, timeZone: string): string {
  const utc = `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`
  if (timeZone === 'UTC') return utc
  // The Swedish locale formats dates like ISO 8601.
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium'
  }).format(at)
  return `${utc} (${local} ${timeZone})`
}
