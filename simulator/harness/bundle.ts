import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { undoAtExit } from './temporary.ts'
import { type GateOptions, type GateRun, prepareStep } from './workspace.ts'

export const BUNDLE = resolve(import.meta.dirname, '../../dist/index.js')

interface BundleOptions extends GateOptions {
  /** Another Node to run the bundle with. */
  node?: string | undefined
  /** Arguments for Node itself, before the bundle. */
  nodeArguments?: string[] | undefined
  killAfterMs?: number | undefined
  /** With `killAfterMs`; a runner that cancels a job sends SIGINT first. */
  killSignal?: NodeJS.Signals | undefined
  /** Nobody reads what is printed. */
  isLogClosed?: boolean | undefined
  /** The working folder is removed before the bundle is loaded. */
  isFolderRemoved?: boolean | undefined
}

const REMOVE_FOLDER =
  "data:text/javascript,import { rmSync } from 'node:fs'; rmSync(process.cwd(), { recursive: true })"

/** Runs the built bundle in a process of its own, as a runner does. */
export async function runBundle(options: BundleOptions = {}): Promise<GateRun> {
  const { node = process.execPath, killAfterMs, killSignal = 'SIGKILL' } = options
  const nodeArguments = [...(options.nodeArguments ?? [])]
  const step = prepareStep(options)
  const started = performance.now()
  if (options.isFolderRemoved) nodeArguments.push('--import', REMOVE_FOLDER)
  const child = spawn(node, [...nodeArguments, BUNDLE], { cwd: step.workspace, env: step.env })
  const settled = undoAtExit(() => child.kill('SIGKILL'))
  const streams = { stdout: '', stderr: '', log: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      streams[name] += chunk
      streams.log += chunk
    })
  }
  if (options.isLogClosed) child.stdout.destroy()
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill(killSignal), killAfterMs)
  const exitCode = await new Promise<number | null>((done, failed) => {
    child.once('error', failed).once('close', done)
  }).finally(() => {
    clearTimeout(timer)
    settled()
  })
  return step.finished({ exitCode, ...streams, durationMs: performance.now() - started })
}
