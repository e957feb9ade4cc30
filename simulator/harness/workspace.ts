import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { replay } from '../../src/report/replay/replay.ts'
import { parseOutputs } from './outputs.ts'
import { temporaryFolder } from './temporary.ts'

export interface GateOptions {
  /** What the workflow step has under `with:`. */
  inputs?: Record<string, string> | undefined
  /** Added to the runner's own environment; `undefined` removes a variable. */
  env?: Record<string, string | undefined> | undefined
  /** Written to the workspace first: path to content. */
  files?: Record<string, string> | undefined
  /** The payload of the event that started the workflow. */
  event?: unknown
  eventName?: string | undefined
  /** Every report is replayed; `false` is for runs whose report is wrong on purpose. */
  replay?: false | undefined
}

/** What the step printed and how it ended. */
interface Ending {
  exitCode: number | null
  stdout: string
  stderr: string
  /** Both, in order of arrival. */
  log: string
  durationMs: number
}

export interface GateRun extends Ending {
  outputs: Record<string, string>
  summary: string
  // biome-ignore lint/suspicious/noExplicitAny: its shape is what the tests are there to find out
  report: any
  workspace: string
}

/** A step that is ready to be started, with a workspace and a scrubbed environment of its own. */
export interface Step {
  env: Record<string, string>
  workspace: string
  /** Reads the files that the step left for the runner. Fails when the decision does not follow from the report. */
  finished(ending: Ending): GateRun
}

const ROOT = resolve(import.meta.dirname, '../..')
const COMMAND_FILES = ['OUTPUT', 'STEP_SUMMARY', 'ENV', 'STATE', 'PATH']
const RUNNER_OS: Record<string, string> = { darwin: 'macOS', win32: 'Windows' }

/** Writes the workspace and the environment of a step as a runner does before it starts one. */
export function prepareStep(options: GateOptions = {}): Step {
  const folder = temporaryFolder('gate-run-').path
  const workspace = join(folder, 'workspace')
  const temp = join(folder, 'temp')
  for (const path of [workspace, temp, join(folder, 'home')]) mkdirSync(path)
  for (const [path, content] of Object.entries(options.files ?? {})) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), content)
  }
  const inputs = { ...declaredInputs(), ...options.inputs }
  const env = runnerEnvironment({ folder, workspace, temp, inputs, options })

  function finished(ending: Ending): GateRun {
    const outputs = parseOutputs(readIfThere(join(folder, 'OUTPUT')))
    const reportFile =
      outputs['report-file'] || inputs['report-file'] || join(temp, 'error-budget-report.json')
    const text = readIfThere(resolve(workspace, reportFile))
    const report = text === '' ? undefined : JSON.parse(text)
    if (report !== undefined && options.replay !== false) expectReplay(report)
    return { ...ending, outputs, summary: readIfThere(join(folder, 'STEP_SUMMARY')), report, workspace }
  }
  return { env, workspace, finished }
}

function expectReplay(report: unknown): void {
  const differences = replay(report)
  if (differences.length === 0) return
  throw new Error(`The decision does not follow from the report: ${JSON.stringify(differences, null, 2)}`)
}

interface EnvironmentParts {
  folder: string
  workspace: string
  temp: string
  inputs: Record<string, string>
  options: GateOptions
}

function runnerEnvironment({ folder, workspace, temp, inputs, options }: EnvironmentParts) {
  const eventPath = join(folder, 'event.json')
  writeFileSync(eventPath, JSON.stringify(options.event ?? {}))
  const env: Record<string, string | undefined> = {
    PATH: process.env['PATH'],
    // Windows programs cannot open a socket without it.
    SystemRoot: process.env['SystemRoot'],
    HOME: join(folder, 'home'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    // A closed port: nothing may reach the internet.
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_EVENT_NAME: options.eventName ?? 'push',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_JOB: 'deploy',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REPOSITORY: 'acme/crm-flows',
    GITHUB_REPOSITORY_OWNER: 'acme',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1234567890',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_WORKFLOW: 'Deploy',
    GITHUB_WORKSPACE: workspace,
    RUNNER_OS: RUNNER_OS[process.platform] ?? 'Linux',
    RUNNER_TEMP: temp
  }
  for (const name of COMMAND_FILES) {
    env[`GITHUB_${name}`] = join(folder, name)
    writeFileSync(join(folder, name), '')
  }
  for (const [name, value] of Object.entries(inputs)) {
    env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value
  }
  return defined({ ...env, ...options.env })
}

function defined(env: Record<string, string | undefined>): Record<string, string> {
  const entries = Object.entries(env)
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

let declared: Readonly<Record<string, string>> | undefined

/** Every input of action.yml; as on a real runner, one without a default is the empty string. */
function declaredInputs(): Readonly<Record<string, string>> {
  if (declared !== undefined) return declared
  const { inputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default?: unknown }>
  }
  const entries = Object.entries(inputs)
  declared = Object.fromEntries(entries.map(([name, input]) => [name, evaluate(String(input.default ?? ''))]))
  return declared
}

function evaluate(text: string): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (whole, expression: string) => {
    if (expression.trim() === 'github.token') return 'ghs_simulatedtoken'
    throw new Error(`action.yml has a default that the simulated runner cannot evaluate: ${whole}`)
  })
}

function readIfThere(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : ''
}
