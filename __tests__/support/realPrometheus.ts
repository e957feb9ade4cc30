import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { stringify } from 'yaml'
import { temporaryFolder, undoAtExit } from '../../simulator/harness/temporary.ts'

interface PrometheusOptions {
  /** Content of a rules file (`groups: ...`). */
  rules?: string
  /** How often it scrapes itself and evaluates the rules, in Prometheus' own notation. */
  scrapeInterval?: string
  /** How long it may take until it is ready and has scraped twice. */
  startTimeoutMs?: number
  /** What it scrapes beside itself: `host:port` by the name of the job. */
  targets?: Record<string, string>
  /** Samples of the past in the text format of OpenMetrics. Each text is read once for every two hours in it. */
  history?: readonly string[]
  /** Rules to evaluate over the history, once a minute, as if they had been loaded back then. */
  recorded?: { rules: string; start: Date; end: Date }
}

export interface Prometheus {
  url: string
  stop(): Promise<void>
  /** The `result` of an instant query: for a vector, its series. */
  query(promql: string): Promise<unknown>
}

/** Path of the real Prometheus server, when this machine has one. */
export const prometheusBinary = () => binaryOf('prometheus')

/** Path of the tool that comes with it, which `history` and `recorded` need. */
export const promtoolBinary = () => binaryOf('promtool')

function binaryOf(program: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin']
  const name = process.platform === 'win32' ? `${program}.exe` : program
  return folders.map(folder => join(folder, name)).find(isExecutable)
}

/** Starts a real Prometheus that scrapes itself; resolves once it has something to answer with. */
export async function startPrometheus(options: PrometheusOptions = {}): Promise<Prometheus> {
  const folder = temporaryFolder('gate-prometheus-')
  try {
    await load(folder.path, options)
    const server = await launch(folder.path, options)
    return { ...server, stop: () => server.stop().then(folder.remove) }
  } catch (error) {
    folder.remove()
    throw error
  }
}

/** Fills the database. Rules are evaluated over its past by a server that runs for this alone. */
async function load(folder: string, { history = [], recorded, startTimeoutMs }: PrometheusOptions) {
  const data = join(folder, 'data')
  for (const text of history) {
    const file = join(folder, 'history.txt')
    writeFileSync(file, text)
    await promtool('openmetrics', '--quiet', file, data)
  }
  if (recorded === undefined) return
  const file = join(folder, 'recorded.yml')
  writeFileSync(file, recorded.rules)
  const server = await launch(folder, startTimeoutMs === undefined ? {} : { startTimeoutMs })
  const [start, end] = [recorded.start, recorded.end].map(instant => instant.toISOString())
  try {
    const span = [`--start=${start}`, `--end=${end}`, '--eval-interval=60s']
    await promtool('rules', `--url=${server.url}`, ...span, `--output-dir=${data}`, file)
  } finally {
    await server.stop()
  }
}

async function promtool(from: 'openmetrics' | 'rules', ...rest: string[]): Promise<void> {
  const binary = promtoolBinary()
  if (binary === undefined) throw new Error('No promtool binary on the PATH')
  await promisify(execFile)(binary, ['tsdb', 'create-blocks-from', from, ...rest])
}

async function launch(folder: string, options: PrometheusOptions): Promise<Prometheus> {
  const binary = prometheusBinary()
  if (binary === undefined) throw new Error('No prometheus binary on the PATH')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(binary, programArguments({ folder, port, options }), {
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const kill = undoAtExit(() => child.kill('SIGKILL'))
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk
  })

  const stop = async () => {
    await end(child)
    kill()
  }
  const query = (promql: string) => ask(url, promql)
  try {
    await ready({ child, url, query, timeoutMs: options.startTimeoutMs ?? 30_000 })
  } catch (error) {
    await stop()
    throw new Error(`Prometheus did not start: ${String(error)}\n${log}`)
  }
  return { url, stop, query }
}

interface ProgramParts {
  folder: string
  port: number
  options: PrometheusOptions
}

/** Writes the configuration and names it on the command line. */
function programArguments({ folder, port, options }: ProgramParts): string[] {
  const { rules, scrapeInterval = '1s', targets = {} } = options
  const scraped = Object.entries({ prometheus: `127.0.0.1:${port}`, ...targets })
  const config = {
    global: {
      scrape_interval: scrapeInterval,
      scrape_timeout: scrapeInterval,
      evaluation_interval: scrapeInterval
    },
    scrape_configs: scraped.map(([job, target]) => ({
      job_name: job,
      static_configs: [{ targets: [target] }]
    })),
    ...(rules === undefined ? {} : { rule_files: ['rules.yml'] })
  }
  writeFileSync(join(folder, 'prometheus.yml'), stringify(config))
  if (rules !== undefined) writeFileSync(join(folder, 'rules.yml'), rules)
  return [
    `--config.file=${join(folder, 'prometheus.yml')}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    // Longer than any history, or it would be thrown away.
    '--storage.tsdb.retention.time=1y',
    `--web.listen-address=127.0.0.1:${port}`
  ]
}

interface Readiness {
  child: ChildProcess
  url: string
  query: Prometheus['query']
  timeoutMs: number
}

async function ready({ child, url, query, timeoutMs }: Readiness): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`exit code ${code}`)))
  })
  // Rejects once more when it is stopped later, when nobody listens any longer.
  failed.catch(() => undefined)
  const deadline = performance.now() + timeoutMs
  while (!(await Promise.race([failed, hasTwoScrapes(url, query)]))) {
    if (performance.now() > deadline) throw new Error(`not ready after ${timeoutMs} ms`)
    await sleep(100)
  }
}

async function hasTwoScrapes(url: string, query: Prometheus['query']): Promise<boolean> {
  try {
    const { ok } = await fetch(`${url}/-/ready`)
    const series = ok ? await query('count_over_time(up[1h]) >= 2') : []
    return Array.isArray(series) && series.length > 0
  } catch {
    return false
  }
}

async function ask(url: string, promql: string): Promise<unknown> {
  const response = await fetch(`${url}/api/v1/query`, {
    method: 'POST',
    body: new URLSearchParams({ query: promql })
  })
  const answer = (await response.json()) as { error?: string; data?: { result: unknown } }
  if (answer.data === undefined) throw new Error(`Prometheus: ${answer.error}`)
  return answer.data.result
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** Prometheus does not say which port it took when it is left to choose one. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
