/**
 * Text from outside on one line: line breaks, control characters and marks that turn the direction
 * of writing become spaces.
 */
export function oneLine(text: string): string {
  // Named by what is kept: a class such as \p{Cc} would load the Unicode tables in every run.
  return text.replace(/[^ -~\u00a0-\u2027\u202f-\u2065\u206a-\uffff]+/g, ' ')
}

/** One line that the runner does not take for a workflow command: `::` at its start, `##[` anywhere. */
export function logLine(text: string): string {
  return oneLine(text)
    .replace(/^(\s*)::/, '$1: :')
    .replaceAll('##[', '## [')
}
