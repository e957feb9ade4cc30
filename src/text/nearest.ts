/** The word with the fewest letters to change, add or leave out; the first of several. */
export function nearest(text: string, words: readonly string[]): string {
  const distances = words.map(word => distance(text.slice(0, 100), word))
  return words[distances.indexOf(Math.min(...distances))] ?? ''
}

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
