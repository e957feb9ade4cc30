import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { parse, parseAllDocuments } from 'yaml'

/** How workflows refer to this action. */
const ACTION = 'error-budget-gate/error-budget-gate@'

const actionInputs: readonly string[] = Object.keys(parse(readFileSync('action.yml', 'utf8')).inputs)

/** A workflow, and the file and line where it was found. */
interface Workflow {
  readonly where: string
  readonly text: string
}

const markdownFiles = globSync(['README.md', 'docs/**/*.md', 'examples/**/*.md']).toSorted()
const workflowFiles = globSync(['.github/workflows/*.yml', 'examples/**/.github/workflows/*.yml'], {
  dot: true
}).toSorted()

/** Every block of YAML in the documents. */
export const documentedYaml: readonly Workflow[] = markdownFiles.flatMap(file =>
  yamlBlocks(readFileSync(file, 'utf8'), file)
)

/** Every workflow of the documents, the examples and this repository. */
export const workflows: readonly Workflow[] = [
  ...documentedYaml.flatMap(({ where, text }) => {
    const workflow = asWorkflow(text)
    return workflow === undefined ? [] : [{ where, text: workflow }]
  }),
  ...workflowFiles.map(file => ({ where: file, text: readFileSync(file, 'utf8') }))
]

/** The fenced blocks of YAML in a Markdown text, with the line at which each begins. */
export function yamlBlocks(markdown: string, file: string): readonly Workflow[] {
  const blocks = markdown.matchAll(/^( *)```ya?ml\n(.*?)^\1```$/gms)
  return [...blocks].map(({ 2: text = '', index }) => ({
    where: `${file}:${markdown.slice(0, index).split('\n').length}`,
    text: withoutIndent(text)
  }))
}

/**
 * The workflow that a block of YAML is, or is a part of: jobs without a trigger get one, steps get a job.
 *
 * @returns undefined for anything else, such as a definition of an SLO or a pipeline of GitLab
 */
export function asWorkflow(text: string): string | undefined {
  const content: unknown = parse(text)
  if (Array.isArray(content)) return content.some(isStep) ? aroundSteps(text) : undefined
  if (typeof content !== 'object' || content === null || !('jobs' in content)) return undefined
  return 'on' in content ? text : `on: push\n\n${text}`
}

/** Why a text is not YAML. */
export function yamlProblems(text: string): readonly string[] {
  return parseAllDocuments(text).flatMap(document => document.errors.map(({ message }) => message))
}

/** The inputs of this action in a workflow that action.yml does not have. */
export function unknownInputs(text: string): readonly string[] {
  return gateInputs(text).filter(name => !actionInputs.includes(name))
}

/** The inputs of this action that the steps of a workflow set. */
export function gateInputs(text: string): readonly string[] {
  const jobs: readonly { steps?: readonly Step[] }[] = Object.values(parse(text)?.jobs ?? {})
  return jobs
    .flatMap(job => job?.steps ?? [])
    .filter(step => step?.uses?.startsWith(ACTION))
    .flatMap(step => Object.keys(step.with ?? {}))
}

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

function isStep(item: unknown): boolean {
  return typeof item === 'object' && item !== null && ('uses' in item || 'run' in item)
}

function aroundSteps(steps: string): string {
  const indented = steps.replace(/^(?=.)/gm, '      ')
  return `on: push\n\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${indented}`
}

function withoutIndent(text: string): string {
  const indents = [...text.matchAll(/^ *(?=\S)/gm)].map(([indent]) => indent.length)
  return text.replaceAll(new RegExp(`^ {${Math.min(...indents)}}`, 'gm'), '')
}
