import { oneLine } from './oneLine.ts'

/**
 * Text from outside as plain text in GitHub Flavored Markdown, in a table cell as well: whatever
 * Markdown or HTML would act on is written as a character reference, and line breaks are spaces.
 */
export function plain(text: string): string {
  return oneLine(text).replace(ACTIVE, match => `&#${match.charCodeAt(0)};${match.slice(1)}`)
}

/** Marks of Markdown and HTML, mentions and references, and the beginnings of addresses that become links. */
const ACTIVE = /[&<>`*_~|[\]\\#@$!{}]|^\s*[-+=]|:(?=\/\/)|\.(?<=www\.)|^\s*\d+[.)]/gi

/** Text from outside to the letter, as code. */
export function code(text: string): string {
  const line = oneLine(text).replaceAll('|', '\\|')
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = longest > 0 ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}

/** A table; cells are Markdown already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Ten cells, one for each tenth of the budget that is left. Anything left at all shows. */
export function bar(percent: number): string {
  const filled = Math.min(10, Math.max(percent > 0 ? 1 : 0, Math.round(percent / 10)))
  return `${'█'.repeat(filled)}${'░'.repeat(10 - filled)}`
}

/** Something that is folded until somebody wants to know. */
export function details(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`
}

/** Cut between characters, never within one. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

/** The id of an SLO, as long as a cell may be. */
export const idOf = ({ id }: { readonly id: string }): string => code(shortened(id, 100))
