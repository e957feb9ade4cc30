/** Puts text from outside on one line: line breaks, control characters and direction marks become spaces. */
export function oneLine(text: string): string {
  // The class lists what is kept, because a class such as \p{Cc} loads the Unicode tables in every run.
  return text.replace(/[^ -~\u00a0-\u2027\u202f-\u2065\u206a-\uffff]+/g, ' ')
}

/** One line that the runner cannot read as a workflow command: `::` at the start, `##[` anywhere. */
export function logLine(text: string): string {
  return oneLine(text)
    .replace(/^(\s*)::/, '$1: :')
    .replaceAll('##[', '## [')
}
