/** Puts text from outside on one line: line breaks, control characters and direction marks become spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, ' ')
}

/** Makes a line safe from being read as a runner command: `::` at the start; `##[`, `##vso[`, `##teamcity[` anywhere. */
export function logLine(text: string): string {
  return oneLine(text)
    .replace(/^(\s*)::/, '$1: :')
    .replace(/##(?=\w*\[)/g, '## ')
}
