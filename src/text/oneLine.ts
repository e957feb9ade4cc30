/**
 * Text from outside on one line: line breaks, control characters and marks that turn the direction
 * of writing become spaces.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, ' ')
}

/** One line that the runner does not take for a workflow command: `::` at its start, `##[` anywhere. */
export function logLine(text: string): string {
  return oneLine(text)
    .replace(/^(\s*)::/, '$1: :')
    .replaceAll('##[', '## [')
}
