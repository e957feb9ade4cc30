/** Puts text from outside on one line: line breaks, control characters and direction marks become spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, ' ')
}

/** One line that the runner cannot read as a workflow command: `::` at the start, `##[` anywhere. */
export function logLine(text: string): string {
  return oneLine(text)
    .replace(/^(\s*)::/, '$1: :')
    .replaceAll('##[', '## [')
}
