import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { stringify } from 'yaml'
import { temporaryFolder } from '../../simulator/harness/temporary.ts'
import { launch, type RealServer, toolPath } from './realTools.ts'

interface PrometheusOptions {
  /** The server to start, else the one that this machine has installed. */
  binary?: string | undefined
  /** Content of a rules file (`groups: ...`). */
  rules?: string
  /** How often it scrapes itself and evaluates the rules, in Prometheus' own notation. */
  scrapeInterval?: string
  /** What it scrapes beside itself: `host:port` by the name of the job. */
  targets?: Record<string, string>
  /** Samples of the past in the text format of OpenMetrics. Each text is read once for every day in it. */
  history?: readonly string[]
  /** Rules to evaluate over the history, once a minute or as often as said, as if they had been loaded back then. */
  recorded?: { rules: string; start: Date; end: Date; interval?: string }
}

export type Prometheus = RealServer

/** Path of the real Prometheus server, when this machine has one. */
export const prometheusBinary = () => toolPath('prometheus')

/** Path of the tool that comes with it, which `history` and `recorded` need. */
export const promtoolBinary = () => toolPath('promtool')

/** Starts a real Prometheus that scrapes itself; resolves once it has something to answer with. */
export async function startPrometheus(options: PrometheusOptions = {}): Promise<Prometheus> {
  const folder = temporaryFolder('gate-prometheus-')
  try {
    await load(folder.path, options)
    const server = await startIn(folder.path, options)
    return { ...server, stop: () => server.stop().then(folder.remove) }
  } catch (error) {
    folder.remove()
    throw error
  }
}

/** Fills the database. Rules are evaluated over its past by a server that runs for this alone. */
async function load(folder: string, { binary, history = [], recorded }: PrometheusOptions) {
  const data = join(folder, 'data')
  for (const text of history) {
    const file = join(folder, 'history.txt')
    writeFileSync(file, text)
    await promtool('openmetrics', '--quiet', file, data)
  }
  if (recorded === undefined) return
  const file = join(folder, 'recorded.yml')
  writeFileSync(file, recorded.rules)
  const server = await startIn(folder, { binary })
  const [start, end] = [recorded.start, recorded.end].map(instant => instant.toISOString())
  try {
    const span = [`--start=${start}`, `--end=${end}`, `--eval-interval=${recorded.interval ?? '60s'}`]
    await promtool('rules', `--url=${server.url}`, ...span, `--output-dir=${data}`, file)
  } finally {
    await server.stop()
  }
}

async function promtool(from: 'openmetrics' | 'rules', ...rest: string[]): Promise<void> {
  const binary = promtoolBinary()
  if (binary === undefined) throw new Error('No promtool binary on the PATH')
  // Blocks of two hours, as it makes them otherwise, take five times as long, and the server has hundreds to look after.
  const blocks = ['create-blocks-from', '--max-block-duration=24h', from]
  await promisify(execFile)(binary, ['tsdb', ...blocks, ...rest])
}

function startIn(folder: string, options: PrometheusOptions): Promise<Prometheus> {
  const binary = options.binary ?? prometheusBinary()
  if (binary === undefined) throw new Error('No prometheus binary on the PATH')
  return launch({
    binary,
    programArguments: port => programArguments({ folder, port, options }),
    isReady: hasTwoScrapes
  })
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

async function hasTwoScrapes({ url, query }: Pick<Prometheus, 'url' | 'query'>): Promise<boolean> {
  const { ok } = await fetch(`${url}/-/ready`)
  const series = ok ? await query('count_over_time(up[1h]) >= 2') : []
  return Array.isArray(series) && series.length > 0
}
