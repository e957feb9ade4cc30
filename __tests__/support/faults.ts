import { expect } from '@jest/globals'
import type { GateRun } from '../../simulator/harness/workspace.ts'
import type { RecordedRequest, Reply } from '../../simulator/server.ts'
import { answering, type GenesysRun, gate } from './scenario.ts'

/** Something that goes wrong, and how often the gate asks all the same. */
export interface Fault {
  title: string
  reply: Reply | ((request: RecordedRequest) => Reply)
  /** Sign-ins, and requests to the API. */
  requests: [number, number]
  timeout?: 'PT2S' | 'PT3S' | 'PT20S'
  inputs?: Record<string, string>
  /** What the reason has to name. */
  says?: string
}

const GRACE_MS = 2_000
const TIMEOUTS = { PT2S: 2_000, PT3S: 3_000, PT20S: 20_000 }

/** Without jitter an attempt follows the other at once, so that their number is certain. */
const PRELOAD = `import { readFileSync, writeFileSync } from 'node:fs'
Math.random = () => 0
// Linux counts what the parent had at the fork into maxRSS; the high-water mark of the memory itself begins anew.
const own = () => /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]
const peak = () => (process.platform === 'linux' ? own() : process.resourceUsage().maxRSS)
process.on('exit', () => writeFileSync('peak', String(peak())))`

/** Arguments of a run that is a process of its own and writes down how much memory it took. */
export const MEASURED = ['--import', `data:text/javascript,${encodeURIComponent(PRELOAD)}`]

export const JSON_TYPE = { 'content-type': 'application/json' }
export const json = (body: string): Reply => ({ body, headers: JSON_TYPE })
export const status = (
  code: number,
  headers: Record<string, string> = {},
  body: unknown = { message: 'no', burnRate: 0.4 }
): Reply => ({ status: code, headers, body })

/** Runs the gate against a Genesys Cloud with the fault below a path. */
export function faulty(path: string, { reply, timeout = 'PT20S', inputs }: Fault): Promise<GenesysRun> {
  return gate({ intercept: answering(path, reply) }, { inputs: { timeout, ...inputs } })
}

/** A fault in the sign-in or the API: it blocks within its time and memory, after so many questions. */
export async function expectHeld(path: string, fault: Fault): Promise<void> {
  const run = await faulty(path, fault)
  const { genesys } = run
  expectBlocked(run, fault)
  const signIns = genesys.tokenRequests().length
  expect([signIns, genesys.requests.length - signIns]).toEqual(fault.requests)
}

/** What holds of every fault, whatever the source. */
export function expectBlocked(run: GateRun, { timeout = 'PT20S', says = '' }: Partial<Fault> = {}): void {
  expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
  expect(run.outputs['reason']).toContain(says)
  expect(run.outputs['reason']).not.toContain('defect')
  expect(run.exitCode).toBe(1)
  expect(run.durationMs).toBeLessThan(TIMEOUTS[timeout] + GRACE_MS)
}
