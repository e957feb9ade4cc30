/** The word with the smallest edit distance; the first one if there are several. */
export function nearest(text: string, words: readonly string[]): string {
  const distances = words.map(word => distance(text.slice(0, 100), word))
  return words[distances.indexOf(Math.min(...distances))] ?? ''
}

/**
 * The known key that a wrong one most likely stands for: `window` for `timeWindow`, `minEvents` for `minimumEvents`.
 *
 * @returns undefined if none is near
 */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  const written = letters(key)
  const similar = known.filter(word => written.length > 3 && contains(letters(word), written))
  if (similar.length > 0) return nearest(key, similar)
  const near = nearest(written, known.map(letters))
  const isNear =
    distance(written.slice(0, 100), near) <= Math.max(1, Math.max(written.length, near.length) / 2.5)
  return isNear ? known.find(word => letters(word) === near) : undefined
}

const letters = (key: string) => key.toLowerCase().replace(/[^a-z0-9]/g, '')

const contains = (known: string, written: string) =>
  known.includes(written) ||
  written.endsWith(known) ||
  (2 * known.length > written.length && written.includes(known))

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j < row.length; j++) {
      const [left = 0, above = 0, corner = 0] = [next[j - 1], row[j], row[j - 1]]
      next.push(Math.min(left + 1, above + 1, corner + Number(letter !== b[j - 1])))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
