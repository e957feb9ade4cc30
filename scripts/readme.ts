// Writes the tables of inputs and outputs into README.md, from action.yml.
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

/** A value of each output, from one blocked run. */
const EXAMPLES: Readonly<Record<string, string>> = {
  decision: 'block',
  verdict: 'exhausted',
  reason: 'SLO "crm": burn rate 2 over 30 days is above the limit of 1; …',
  'burn-rate': '2',
  'budget-remaining': '-100',
  'budget-health': '0.5',
  'maintenance-mode': 'false',
  'approved-by': 'platform-pat',
  'report-file': '/home/runner/work/_temp/error-budget-report.json'
}

/**
 * The README with its tables of inputs and outputs as action.yml describes them.
 *
 * @throws where the README has no place for a table, between `<!-- inputs -->` and `<!-- /inputs -->`
 */
export function withTables(readme: string, actionYml: string): string {
  const { inputs, outputs }: Manifest = parse(actionYml)
  const tables = {
    inputs: table(['Input', 'Default', 'Meaning'], Object.entries(inputs).map(inputRow)),
    outputs: table(['Output', 'Example', 'Meaning'], Object.entries(outputs).map(outputRow))
  }
  return Object.entries(tables).reduce((text, [name, lines]) => between(text, name, lines), readme)
}

function inputRow([name, { description, default: declared }]: [string, Described]): readonly string[] {
  return [`\`${name}\``, declared === undefined ? '' : `\`${declared}\``, description]
}

function outputRow([name, { description }]: [string, Described]): readonly string[] {
  const example = EXAMPLES[name]
  return [`\`${name}\``, example === undefined ? '' : `\`${example}\``, description]
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
