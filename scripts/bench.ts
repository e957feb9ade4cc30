// npm run bench [-- --rounds N]: what one run of the gate costs, beside bare Node and a curl script, and how
// it grows with the number of SLOs. It measures and prints; nothing it finds fails the run.
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Execution, startGenesys, type Window } from '../simulator/genesys/start.ts'
import { BUNDLE } from '../simulator/harness/bundle.ts'
import { temporaryFolder } from '../simulator/harness/temporary.ts'
import { type GateOptions, prepareStep } from '../simulator/harness/workspace.ts'
import { type PlainReply, type RecordedRequest, startServer } from '../simulator/server.ts'

const GOAL = 2.5
const SIZES = [1, 10, 100, 1000]
const FILE_SIZES = [1, 60, 1000]
const SCALE_ROUNDS = 3
const SIMULATOR = 'simulator'
const [HOUR, MINUTE] = [3_600_000, 60_000]
/** Multi-window alerts as the SRE workbook has them. */
const ALERTS = [
  { level: 'CRITICAL', burnRateThreshold: 14.4, duration: 'PT1H', shortDuration: 'PT5M' },
  { level: 'CRITICAL', burnRateThreshold: 6, duration: 'PT6H', shortDuration: 'PT30M' },
  { level: 'WARNING', burnRateThreshold: 3, duration: 'P1D', shortDuration: 'PT2H' },
  { level: 'WARNING', burnRateThreshold: 1, duration: 'P3D', shortDuration: 'PT6H' }
]
const SCRIPT_TOOLS = ['bash', 'curl', 'jq', 'bc']

interface FileKind {
  title: string
  counted: keyof Requests
  source: (number: number) => object
}

const FILE_KINDS: FileKind[] = [
  {
    title: 'data actions',
    counted: 'analytics',
    source: number => ({ type: 'genesys-data-actions', actionIds: [actionId(number)] })
  },
  {
    title: 'recorded rules of Sloth',
    counted: 'queries',
    source: number => ({ type: 'prometheus', sloth: `crm-lookup-${number}` })
  },
  {
    title: "queries of one's own",
    counted: 'queries',
    source: number => ({ type: 'prometheus', errorRatio: `bad:rate$window{slo="${number}"}` })
  }
]

/** The check as a pipeline step without the gate: the same two requests and the same comparison. */
const SCRIPT = `set -euo pipefail
token=$(curl -fsS -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials "$LOGIN_URL/oauth/token" |
  jq -r .access_token)
end=$(date -u +%Y-%m-%dT%H:%M:%SZ)
start=$(date -u -d '30 days ago' +%Y-%m-%dT%H:%M:%SZ)
burn_rate=$(curl -fsS -H "Authorization: Bearer $token" \\
  "$API_URL/api/v2/observability/slos/slo-1/burnRate?startTime=$start&endTime=$end" | jq -r .burnRate)
if (( $(echo "$burn_rate > 1.0" | bc -l) )); then
  echo "Error budget exhausted: burn rate $burn_rate"
  exit 1
fi
echo "Burn rate $burn_rate"
`

type Row = (string | number)[]
type Inputs = Record<string, string>
type Files = Record<string, string>
interface Command {
  command: string
  args: string[]
  env: Record<string, string>
  workspace: string
}

if (process.argv[2] === SIMULATOR) await simulate(message => process.send?.(message))
else await bench()

/** The simulator's half: a process of its own, so that it does not share the measured one's time. */
async function simulate(send: (message: unknown) => void): Promise<void> {
  const ids = Array.from({ length: Math.max(...SIZES) }, (_, index) => [`slo-${index + 1}`, 0.4])
  const genesys = await startGenesys({ slos: Object.fromEntries(ids), executions })
  const prometheus = await startServer(recorded)
  process.on('message', () => {
    const analytics = genesys.analyticsRequests().length
    const [all, queries] = [genesys, prometheus].map(({ requests }) => requests.splice(0).length)
    send({ all, analytics, queries } as Requests)
  })
  process.on('disconnect', () => process.exit())
  send({ ...genesys.inputs(), 'prometheus-url': prometheus.url })
}

interface Requests {
  all: number
  analytics: number
  queries: number
}

/** One series for every SLO of Sloth that a query names, and one for any other query. */
function recorded({ body }: RecordedRequest): PlainReply {
  const form = new URLSearchParams(body)
  const query = form.get('query') ?? ''
  const [, name] = /(slo:sli_error:ratio_rate\w+)/.exec(query) ?? []
  const [, ids] = /sloth_id=~?"([^"]*)"/.exec(query) ?? []
  const value = [Number(form.get('time')), '0.001']
  const result = ids
    ? ids
        .split('|')
        .map(id => ({ metric: { __name__: name, sloth_id: id, sloth_service: 'crm', sloth_slo: id }, value }))
    : [{ metric: {}, value }]
  return { body: { status: 'success', data: { resultType: 'vector', result } } }
}

/** Each action is executed all the time, well and badly: in every bucket of every query. */
function executions({ start, end, durationMs }: Window): Execution[] {
  const step = durationMs <= 6 * HOUR ? 5 * MINUTE : 24 * HOUR
  const found: Execution[] = []
  for (let at = new Date(end.getTime() - 1); at >= start; at = new Date(at.getTime() - step)) {
    for (let action = 1; action <= Math.max(...FILE_SIZES); action++) {
      const one = { at, actionId: actionId(action), integrationId: 'crm', durationMs: 300 }
      found.push({ ...one, errorType: 'NONE', responseStatus: '200', count: 9_999 })
      found.push({ ...one, errorType: 'REMOTE_ERROR', responseStatus: '503' })
    }
  }
  return found
}

function actionId(number: number): string {
  return `custom_-_00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '31' } } })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number above 0')
  const simulator = fork(import.meta.filename, [SIMULATOR])
  const [inputs] = (await once(simulator, 'message')) as [Inputs]
  const countRequests = async () => {
    simulator.send('count')
    return (await once(simulator, 'message'))[0] as Requests
  }
  startUp(inputs, rounds)
  await countRequests()
  await scale(inputs, countRequests)
  for (const kind of FILE_KINDS) await scaleFiles(kind, inputs, countRequests)
  simulator.disconnect()
}

function startUp(inputs: Inputs, rounds: number): void {
  const gate = () => bundleRun({ inputs: { ...inputs, 'slo-id': 'slo-1' } })
  const script = curlScript(inputs)
  const contestants: Record<string, () => Command> = {
    'node -e 0': () => ({ ...gate(), args: ['-e', '0'] }),
    'the gate': gate,
    ...(typeof script === 'string' ? {} : { 'curl, jq and bc': () => script })
  }
  const times = alternate(contestants, rounds)
  const [bare = 0, own = 0] = [times['node -e 0'], times['the gate']]
  const curl = times['curl, jq and bc']

  console.log(`## Start-up\n\nOne SLO, the whole process, median of ${rounds} alternating rounds.\n`)
  const rows = Object.entries(times).map(([name, ms]) => [
    name,
    ms.toFixed(1),
    ratio(ms, bare),
    ratio(ms, curl)
  ])
  printTable([['process', 'median ms', 'to bare node', 'to the script'], ...rows])
  if (typeof script === 'string') console.log(script)
  const verdict = own / bare <= GOAL ? 'met' : 'not met'
  console.log(`Goal: at most ${GOAL} times bare node: ${verdict} (${ratio(own, bare)}).\n`)
}

/** Times every contestant once a round, so that a slow moment of the machine hits all of them; medians. */
function alternate(contestants: Record<string, () => Command>, rounds: number): Record<string, number> {
  const names = Object.keys(contestants)
  const times = Object.fromEntries(names.map(name => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round++) {
    for (const [name, prepare] of Object.entries(contestants)) {
      const ms = time(prepare())
      // The first round only warms the disk cache up.
      if (round > 0) times[name]?.push(ms)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
}

async function scale(inputs: Inputs, countRequests: () => Promise<Requests>): Promise<void> {
  const rows: Row[] = []
  let first: number | undefined
  for (const size of SIZES) {
    const ids = Array.from({ length: size }, (_, index) => `slo-${index + 1}`).join('\n')
    const measured = Array.from({ length: SCALE_ROUNDS }, () => measureMemory({ ...inputs, 'slo-id': ids }))
    const requests = (await countRequests()).all / SCALE_ROUNDS
    const ms = median(measured.map(one => one.ms))
    const peak = Math.max(...measured.map(one => one.megabytes))
    first ??= ms
    rows.push([size, requests, ms.toFixed(0), (ms / size).toFixed(2), ratio(ms, first), peak.toFixed(0)])
  }
  console.log(
    `## Scale\n\nMedian of ${SCALE_ROUNDS} runs; the simulator answers at once and sets no rate limit.\n`
  )
  printTable([['SLOs', 'requests', 'ms', 'ms per SLO', 'time to 1 SLO', 'peak MB'], ...rows])
}

/** SLOs of a file, each with alerts on seven shorter windows. */
async function scaleFiles(
  { title, counted, source }: FileKind,
  inputs: Inputs,
  countRequests: () => Promise<Requests>
): Promise<void> {
  const rows: Row[] = []
  let first: number | undefined
  for (const size of FILE_SIZES) {
    const slos = Array.from({ length: size }, (_, index) => ({
      id: `slo-${index + 1}`,
      sloTarget: 99.5,
      burnRateAlerts: ALERTS,
      source: source(index + 1)
    }))
    const files = { 'slos.json': JSON.stringify(slos) }
    const withFile = { ...inputs, 'slo-file': 'slos.json' }
    const measured = Array.from({ length: SCALE_ROUNDS }, () => measureMemory(withFile, files))
    const requests = (await countRequests())[counted] / SCALE_ROUNDS
    const ms = median(measured.map(one => one.ms))
    const peak = Math.max(...measured.map(one => one.megabytes))
    first ??= ms
    rows.push([size, requests, ms.toFixed(0), (ms / size).toFixed(2), ratio(ms, first), peak.toFixed(0)])
  }
  console.log(
    `## Scale of ${title}\n\nThe same, with four multi-window alerts each; the time includes the simulator's own counting.\n`
  )
  printTable([['SLOs', 'requests', 'ms', 'ms per SLO', 'time to 1 SLO', 'peak MB'], ...rows])
}

function bundleRun(options: GateOptions, nodeArguments: string[] = []): Command {
  const { env, workspace } = prepareStep(options)
  return { command: process.execPath, args: [...nodeArguments, BUNDLE], env, workspace }
}

/** A preloaded module writes the process's own peak when it ends; it costs a little time, so not in start-up. */
function measureMemory(inputs: Inputs, files: Files = {}): { ms: number; megabytes: number } {
  const preload = `import { writeFileSync } from 'node:fs'
    process.on('exit', () => writeFileSync('peak', String(process.resourceUsage().maxRSS)))`
  const nodeArguments = ['--import', `data:text/javascript,${encodeURIComponent(preload)}`]
  const run = bundleRun({ inputs, files }, nodeArguments)
  const ms = time(run)
  return { ms, megabytes: Number(readFileSync(join(run.workspace, 'peak'), 'utf8')) / 1024 }
}

/** The script ready to be run, or why it is not compared. */
function curlScript(inputs: Inputs): Command | string {
  const missing = SCRIPT_TOOLS.filter(tool => spawnSync(tool, ['--version']).error !== undefined)
  if (missing.length > 0) return `The script is skipped: no ${missing.join(', no ')} here.\n`
  const workspace = temporaryFolder('gate-bench-').path
  writeFileSync(join(workspace, 'gate.sh'), SCRIPT)
  const env = {
    PATH: process.env['PATH'] ?? '',
    LOGIN_URL: inputs['genesys-login-url'] ?? '',
    API_URL: inputs['genesys-api-url'] ?? '',
    CLIENT_ID: inputs['genesys-client-id'] ?? '',
    CLIENT_SECRET: inputs['genesys-client-secret'] ?? ''
  }
  const script = { command: 'bash', args: ['gate.sh'], env, workspace }
  // Not every `date` knows "30 days ago".
  const { status, stderr } = spawnSync(script.command, script.args, { cwd: workspace, env, encoding: 'utf8' })
  return status === 0 ? script : `The script is skipped, it does not run here: ${stderr}`
}

/** Milliseconds of the whole child process; a run that fails measures nothing worth knowing. */
function time({ command, args, env, workspace }: Command): number {
  const started = performance.now()
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: workspace,
    env,
    encoding: 'utf8'
  })
  const ms = performance.now() - started
  if (status !== 0) throw new Error(`${command} failed: ${error ?? ''}\n${stdout}${stderr}`)
  return ms
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

function ratio(value: number, base: number | undefined): string {
  return base === undefined ? '-' : `${(value / base).toFixed(2)} x`
}

/** A Markdown table whose columns also line up in a terminal. */
function printTable([head = [], ...rows]: Row[]): void {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => String(row[column]).length)))
  const pad = (cell: Row[number], column: number) => {
    const width = widths[column] ?? 0
    return column === 0 ? String(cell).padEnd(width) : String(cell).padStart(width)
  }
  const line = (cells: Row) => `| ${cells.map(pad).join(' | ')} |`
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  console.log(`${[line(head), line(rule), ...rows.map(line)].join('\n')}\n`)
}
