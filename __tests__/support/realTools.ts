import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { temporaryFolder, undoAtExit } from '../../simulator/harness/temporary.ts'

/** Where `.ci/tools` keeps what it builds. */
const BUILT = join(homedir(), '.cache', 'error-budget-gate-tools', 'bin')

/** Path of a program, when this machine has it. */
export function toolPath(program: string): string | undefined {
  const folders = [BUILT, ...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin']
  const name = process.platform === 'win32' ? `${program}.exe` : program
  return folders.map(folder => join(folder, name)).find(isExecutable)
}

/** The title of the test that is skipped where a tool is missing. */
export function notTested(what: string, missing: readonly string[]): string {
  const title = `${what} NOT tested: this machine has no ${missing.join(' and no ')} (bash .ci/tools installs it)`
  console.warn(title)
  return title
}

/** The rules that Sloth makes of a spec. */
export function slothRules(binary: string, spec: string): string {
  const folder = temporaryFolder('gate-sloth-')
  const file = join(folder.path, 'slos.yml')
  writeFileSync(file, spec)
  try {
    return execFileSync(binary, ['generate', '--input', file], { encoding: 'utf8', stdio: 'pipe' })
  } finally {
    folder.remove()
  }
}

/** A server that answers Prometheus' HTTP API. */
export interface RealServer {
  url: string
  stop(): Promise<void>
  /** The `result` of an instant query: for a vector, its series. */
  query(promql: string): Promise<unknown>
}

/** How long a server may take until it is ready, on a busy machine too. */
const START_MS = 60_000

interface Launch {
  binary: string
  programArguments: (port: number) => readonly string[]
  isReady: (server: Pick<RealServer, 'url' | 'query'>) => Promise<boolean>
}

/** Starts a program that serves on a port of its own; resolves once it is ready. */
export async function launch({ binary, programArguments, isReady }: Launch): Promise<RealServer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(binary, programArguments(port), { stdio: ['ignore', 'ignore', 'pipe'] })
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
    await ready(child, () => isReady({ url, query }))
  } catch (error) {
    await stop()
    throw new Error(`${binary} did not start: ${String(error)}\n${log}`)
  }
  return { url, stop, query }
}

async function ready(child: ChildProcess, isReady: () => Promise<boolean>): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`exit code ${code}`)))
  })
  // Rejects once more when it is stopped later, when nobody listens any longer.
  failed.catch(() => undefined)
  const deadline = performance.now() + START_MS
  while (!(await Promise.race([failed, isReady().catch(() => false)]))) {
    if (performance.now() > deadline) throw new Error(`not ready after ${START_MS} ms`)
    await sleep(100)
  }
}

async function ask(url: string, promql: string): Promise<unknown> {
  const response = await fetch(`${url}/api/v1/query`, {
    method: 'POST',
    body: new URLSearchParams({ query: promql })
  })
  const answer = (await response.json()) as { error?: string; data?: { result: unknown } }
  if (answer.data === undefined) throw new Error(`The server refuses ${promql}: ${answer.error}`)
  return answer.data.result
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** These servers do not say which port they took when they are left to choose one. */
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
