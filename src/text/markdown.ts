import { oneLine } from './oneLine.ts'

/**
 * Writes text from outside as plain text in GitHub Flavored Markdown. It is safe in a table cell too: every
 * character that Markdown or HTML acts on becomes a character reference, and line breaks become spaces.
 * GitHub looks for mentions and references after it has read the character references, so these need a
 * space without width as well.
 */
export function plain(text: string): string {
  return oneLine(text).replace(ACTIVE, match => {
    const inert = `&#${match.charCodeAt(0)};${match.slice(1)}`
    return /^(@|#|gh-)$/i.test(match) ? `${inert}&#8203;` : inert
  })
}

/** Marks of Markdown and HTML, mentions, references, and the start of addresses that become links. */
const ACTIVE = /[&<>`*_~|[\]\\#@$!{}]|^\s*[-+=]|:(?=\/\/)|\.(?<=www\.)|^\s*\d+[.)]|\bgh-(?=\d)/gi

/** Writes text from outside unchanged, as inline code. */
export function code(text: string): string {
  const line = oneLine(text).replaceAll('|', '\\|')
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = longest > 0 ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}

/** One column of a table: its header, and its cell for each row. Both are Markdown already. */
export interface Column<Row> {
  readonly header: string
  readonly cell: (row: Row, index: number) => string
}

export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(({ header }) => header)),
    line(columns.map(() => '---')),
    ...rows.map((row, index) => line(columns.map(({ cell }) => cell(row, index))))
  ].join('\n')
}

/** A bar of ten cells, one for each tenth of the budget. Any budget that is left fills at least one cell. */
export function bar(percent: number): string {
  const filled = Math.min(10, Math.max(percent > 0 ? 1 : 0, Math.round(percent / 10)))
  return `${'█'.repeat(filled)}${'░'.repeat(10 - filled)}`
}

/** Content that is folded until a reader opens it. */
export function details(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`
}

/** Cuts a text to at most this many characters, never within a character. */
export function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const characters = [...text]
  return characters.length <= maxLength ? text : `${characters.slice(0, maxLength - 1).join('')}…`
}
