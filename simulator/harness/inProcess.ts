import * as source from '../../src/gate.ts'
import { runningOn, type TestClock, testClock } from './clock.ts'
import { type GateOptions, type GateRun, prepareStep } from './workspace.ts'

let last: Promise<unknown> = Promise.resolve()
let clock: TestClock | undefined

/**
 * Runs the source as a runner runs the bundle, but in this process and on a clock on which nothing waits.
 * The environment and the standard output are the process's own for as long as it takes, so runs come
 * one after the other.
 */
export function runGate(options: GateOptions = {}): Promise<GateRun> {
  const turn = last.then(() => run(options))
  last = turn.catch(() => undefined)
  return turn
}

/** The clock of the run that is under way, for a server that keeps it waiting. */
export function runClock(): TestClock {
  if (clock === undefined) throw new Error('No run is under way')
  return clock
}

async function run(options: GateOptions): Promise<GateRun> {
  const step = prepareStep(options)
  const { env } = process
  const { write } = process.stdout
  let stdout = ''
  clock = testClock()
  const started = clock.monotonicMs()
  process.env = step.env
  process.stdout.write = (chunk: string | Uint8Array) => {
    stdout += String(chunk)
    return true
  }
  try {
    const own = clock
    const exitCode = await runningOn(own, () => source.runGate(step.env, step.workspace, own))
    const durationMs = own.monotonicMs() - started
    return step.finished({ exitCode, stdout, stderr: '', log: stdout, durationMs })
  } finally {
    process.env = env
    process.stdout.write = write
    clock = undefined
  }
}
