import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { replay } from '../../src/report/replay/replay.ts'
import { temporaryFolder, undoAtExit } from './temporary.ts'

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
  /** Another Node to run the bundle with. */
  node?: string | undefined
  /** Arguments for Node itself, before the bundle. */
  nodeArguments?: string[] | undefined
  killAfterMs?: number | undefined
  /** With `killAfterMs`; a runner that cancels a job sends SIGINT first. */
  killSignal?: NodeJS.Signals | undefined
  /** Every report is replayed; `false` is for runs whose report is wrong on purpose. */
  replay?: false | undefined
}

export interface GateRun {
  exitCode: number | null
  stdout: string
  stderr: string
  /** Both, in order of arrival. */
  log: string
  outputs: Record<string, string>
  summary: string
  // biome-ignore lint/suspicious/noExplicitAny: its shape is what the tests are there to find out
  report: any
  workspace: string
  durationMs: number
}

/** A gate run that is ready to be started. */
export interface PreparedRun {
  command: string
  args: string[]
  env: Record<string, string>
  workspace: string
  /** What the run left in the files a runner reads. */
  results(): Pick<GateRun, 'outputs' | 'summary' | 'report'>
}

const ROOT = resolve(import.meta.dirname, '../..')
const BUNDLE = join(ROOT, 'dist', 'index.js')
const MANIFEST = join(ROOT, 'action.yml')
const COMMAND_FILES = ['OUTPUT', 'STEP_SUMMARY', 'ENV', 'STATE', 'PATH']
const RUNNER_OS: Record<string, string> = { darwin: 'macOS', win32: 'Windows' }

/** Runs the built bundle as a runner would, in a fresh workspace and a scrubbed environment. */
export async function runGate(options: GateOptions = {}): Promise<GateRun> {
  const run = prepareRun(options)
  const started = performance.now()
  if (process.env['GATE_IN_PROCESS'] && isOrdinary(options)) {
    const { exitCode, stdout } = await inTurn(() => runInProcess(run))
    const durationMs = performance.now() - started
    const streams = { stdout, stderr: '', log: stdout }
    return checked({ exitCode, ...streams, ...run.results(), workspace: run.workspace, durationMs }, options)
  }
  const child = spawn(run.command, run.args, { cwd: run.workspace, env: run.env })
  const settled = undoAtExit(() => child.kill('SIGKILL'))
  const streams = { stdout: '', stderr: '', log: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      streams[name] += chunk
      streams.log += chunk
    })
  }
  const { killAfterMs, killSignal = 'SIGKILL' } = options
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill(killSignal), killAfterMs)
  const exitCode = await new Promise<number | null>((done, failed) => {
    child.once('error', failed).once('close', done)
  }).finally(() => {
    clearTimeout(timer)
    settled()
  })
  const durationMs = performance.now() - started
  return checked({ exitCode, ...streams, ...run.results(), workspace: run.workspace, durationMs }, options)
}

/** Whatever a scene is about: its decision has to follow from its report. */
function checked(run: GateRun, options: GateOptions): GateRun {
  const differences = run.report === undefined || options.replay === false ? [] : replay(run.report)
  if (differences.length === 0) return run
  throw new Error(`The decision does not follow from the report: ${JSON.stringify(differences, null, 2)}`)
}

/** Imported at once: Jest lets nobody import between two tests. */
const source = process.env['GATE_IN_PROCESS'] ? await import('../../src/gate.ts') : undefined

let last: Promise<unknown> = Promise.resolve()

/** Runs in this process share its environment, so they come one after the other. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work)
  last = turn.catch(() => undefined)
  return turn
}

/** Nothing about how the process is started or ended. */
function isOrdinary({ node, nodeArguments, killAfterMs, env }: GateOptions): boolean {
  return (
    !node && !nodeArguments && !killAfterMs && !Object.keys(env ?? {}).some(name => name.startsWith('NODE_'))
  )
}

/**
 * Runs the source in this process, for the coverage of the same scenarios that otherwise run the
 * bundle: the environment is the process's own for as long as it takes.
 */
async function runInProcess({ env, workspace }: PreparedRun): Promise<{ exitCode: number; stdout: string }> {
  if (source === undefined) throw new Error('GATE_IN_PROCESS is not set')
  const { env: ownEnv } = process
  const write = process.stdout.write
  let stdout = ''
  process.env = env
  process.stdout.write = (chunk: string | Uint8Array) => {
    stdout += String(chunk)
    return true
  }
  try {
    const exitCode = await source.runGate(env, workspace)
    return { exitCode, stdout }
  } finally {
    process.env = ownEnv
    process.stdout.write = write
  }
}

/** Writes the workspace and the environment of a run without starting it. */
export function prepareRun(options: GateOptions = {}): PreparedRun {
  const { files = {}, node = process.execPath, nodeArguments = [] } = options
  if (!process.env['GATE_IN_PROCESS'] && !existsSync(BUNDLE))
    throw new Error('dist/index.js is not there: npm run build')
  const folder = temporaryFolder('gate-run-').path
  const workspace = join(folder, 'workspace')
  const temp = join(folder, 'temp')
  for (const path of [workspace, temp, join(folder, 'home')]) mkdirSync(path)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), content)
  }
  const inputs = { ...declaredInputs(), ...options.inputs }
  const env = runnerEnvironment({ folder, workspace, temp, inputs, options })
  return { command: node, args: [...nodeArguments, BUNDLE], env, workspace, results }

  function results() {
    const outputs = parseOutputs(readIfThere(join(folder, 'OUTPUT')))
    const reportFile =
      outputs['report-file'] || inputs['report-file'] || join(temp, 'error-budget-report.json')
    const report = readIfThere(resolve(workspace, reportFile))
    return {
      outputs,
      summary: readIfThere(join(folder, 'STEP_SUMMARY')),
      report: report === '' ? undefined : JSON.parse(report)
    }
  }
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

/** Every input of action.yml; as on a real runner, one without a default is the empty string. */
function declaredInputs(): Record<string, string> {
  if (!existsSync(MANIFEST)) return {}
  const { inputs } = parse(readFileSync(MANIFEST, 'utf8')) as {
    inputs?: Record<string, { default?: unknown } | null>
  }
  const entries = Object.entries(inputs ?? {})
  return Object.fromEntries(entries.map(([name, input]) => [name, evaluate(String(input?.default ?? ''))]))
}

function evaluate(text: string): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (whole, expression: string) => {
    if (expression.trim() === 'github.token') return 'ghs_simulatedtoken'
    throw new Error(`action.yml has a default that the simulated runner cannot evaluate: ${whole}`)
  })
}

/** Reads a GITHUB_OUTPUT file: `name=value` and `name<<delimiter` blocks. */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  while (lines.length > 0) {
    const line = lines.shift() ?? ''
    if (line === '') continue
    // As the runner reads it: whichever of `=` and `<<` comes first.
    const [, name = '', sign, rest = ''] = /^(.+?)(=|<<)(.*)$/.exec(line) ?? []
    if (sign === undefined) throw new Error(`The runner would refuse this output line: ${line}`)
    outputs[name] = sign === '=' ? rest : takeBlock(lines, rest)
  }
  return outputs
}

function takeBlock(lines: string[], delimiter: string): string {
  const end = lines.indexOf(delimiter)
  if (end < 0) throw new Error(`The runner would refuse this output: no closing ${delimiter}`)
  const block = lines.splice(0, end + 1)
  return block.slice(0, -1).join('\n')
}

function readIfThere(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : ''
}

const ANNOTATIONS: Record<string, string> = {
  error: 'Error: ',
  warning: 'Warning: ',
  notice: 'Notice: ',
  group: '▸ '
}
const INVISIBLE = ['endgroup', 'add-mask', 'debug', 'set-output', 'save-state']

/** What a person sees in the runner's log. Masks are not applied, so that a leaked secret stays visible. */
export function formatLog(stdout: string): string {
  return stdout.split(/\r?\n/).flatMap(formatLine).join('\n')
}

function formatLine(line: string): string[] {
  const [, command = '', message = ''] = /^\s*::([\w-]+)(?:\s.*?)?::(.*)$/.exec(line) ?? []
  if (INVISIBLE.includes(command)) return []
  const prefix = ANNOTATIONS[command]
  return [prefix === undefined ? line : prefix + decodeMessage(message)]
}

function decodeMessage(message: string): string {
  return message.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
