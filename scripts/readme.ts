// Writes the tables of inputs and outputs in README.md anew: what they say is in action.yml.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

interface Manifest {
  readonly inputs: Readonly<Record<string, Described>>
  readonly outputs: Readonly<Record<string, Described>>
}

interface Described {
  readonly description: string
  readonly default?: string
}

/**
 * The README with its tables as action.yml has them.
 *
 * @throws when a table has no place, between `<!-- inputs -->` and `<!-- /inputs -->`
 */
export function withTables(readme: string, actionYml: string): string {
  const { inputs, outputs }: Manifest = parse(actionYml)
  const tables = {
    inputs: table(['Input', 'Default', 'Meaning'], Object.entries(inputs).map(inputRow)),
    outputs: table(['Output', 'Example', 'Meaning'], Object.entries(outputs).map(outputRow))
  }
  return Object.entries(tables).reduce((text, [name, lines]) => between(text, name, lines), readme)
}

/** A default that only the code knows is the last sentence of the description. */
function inputRow([name, { description, default: declared }]: [string, Described]): readonly string[] {
  const [meaning, elsewhere] = splitAt(description, ' Default is ')
  const byDefault = declared === undefined ? elsewhere : `\`${declared}\``
  return [`\`${name}\``, byDefault.replace('the environment variable', 'env'), meaning]
}

function outputRow([name, { description }]: [string, Described]): readonly string[] {
  const [meaning, example] = splitAt(description, ' For example ')
  return [`\`${name}\``, example, meaning]
}

/** What stands before and after some words, neither with its full stop. */
function splitAt(text: string, words: string): readonly [string, string] {
  const [before = '', after = ''] = text.split(words)
  return [before.replace(/\.$/, ''), after.replace(/\.$/, '')]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`.replaceAll('|  |', '| |')
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [before, rest] = text.split(start)
  const [, after] = rest?.split(end) ?? []
  if (after === undefined) throw new Error(`README.md has no place between ${start} and ${end}`)
  return `${before}${start}\n\n${content}\n\n${end}${after}`
}

if (import.meta.main) {
  const inProject = (name: string) => join(import.meta.dirname, '..', name)
  const readme = inProject('README.md')
  writeFileSync(
    readme,
    withTables(readFileSync(readme, 'utf8'), readFileSync(inProject('action.yml'), 'utf8'))
  )
}
