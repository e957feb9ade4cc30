import { expect } from '@jest/globals'
import { startDatadog } from '../../simulator/datadog/start.ts'
import { runClock } from '../../simulator/harness/inProcess.ts'
import type { GateRun } from '../../simulator/harness/workspace.ts'
import type { RecordedRequest, Reply } from '../../simulator/server.ts'
import { startFakePrometheus } from './fakePrometheus.ts'
import { API, definition, gate, run, SIGN_IN, SLO } from './scenario.ts'

export const JSON_TYPE = { 'content-type': 'application/json' }
export const json = (body: string): Reply => ({ body, headers: JSON_TYPE })
export const status = (
  code: number,
  headers: Record<string, string> = {},
  body: unknown = { message: 'no', burnRate: 0.4 }
): Reply => ({ status: code, headers, body })

/** Seconds that a run may take in these tests. */
export const BUDGET = 20

/** Says nothing more for longer than the run may take. */
export const waitOut = (): void => runClock().pass(BUDGET * 1_000)

/** Sends text a piece a second, and never comes to an end. */
export function dripping(head: string, piece: string): Reply {
  return {
    raw: ({ socket }) => {
      const clock = runClock()
      socket.write(head)
      const timer = setInterval(() => {
        if (socket.destroyed) return clearInterval(timer)
        socket.write(piece)
        clock.pass(1_000)
      }, 1)
    }
  }
}

/** Answers a question, or leaves it to the simulator. */
export type Answer = (request: RecordedRequest) => Reply | undefined

export interface FaultyRun extends GateRun {
  /** The questions that were asked of what is at fault. */
  asked: readonly RecordedRequest[]
}

/** Something that the gate asks, and that can go wrong. */
export interface Asked {
  name: string
  /** The body of an answer that would not block. */
  good: string
  /** How often it is asked where that differs from the others, by the title of the fault. */
  asks: Readonly<Record<string, number>>
  /** How much of an answer is read. */
  mostBytes: number
  run(answer: Answer, inputs?: Record<string, string>): Promise<FaultyRun>
}

const MIB = 1024 ** 2
const TIMEOUT = { timeout: `PT${BUDGET}S` }

/** Runs the gate against a Genesys Cloud that answers below a path as told. */
const below =
  (path: string, source?: object): Asked['run'] =>
  async (answer, inputs) => {
    const files = source && { 'slo.json': definition({ source }) }
    const measured = await gate(
      {
        slos: { [SLO]: 0.4 },
        intercept: request => (request.path.startsWith(path) ? answer(request) : undefined)
      },
      { files, inputs: { ...TIMEOUT, ...(source && { 'slo-file': 'slo.json' }), ...inputs } }
    )
    const asked = measured.genesys.requests.filter(request => request.path.startsWith(path))
    return { ...measured, asked }
  }

const prometheus: Asked['run'] = async (answer, inputs) => {
  const server = await startFakePrometheus({ answer: () => 0.001, intercept: answer })
  const files = { 'slo.json': definition({ source: { type: 'prometheus', errorRatio: 'ratio[$window]' } }) }
  try {
    const measured = await run({
      inputs: { ...TIMEOUT, 'slo-file': 'slo.json', 'prometheus-url': server.url, ...inputs },
      files
    })
    return { ...measured, asked: server.requests }
  } finally {
    await server.close()
  }
}

const datadog: Asked['run'] = async (answer, inputs) => {
  const sloId = '627a3ccd24af50beb8eacbd36c5962f9'
  const slos = { [sloId]: { type: 'monitor' as const, sliValue: () => 99.8 } }
  const server = await startDatadog({ slos, intercept: answer })
  const files = { 'slo.json': definition({ source: { type: 'datadog', sloId } }) }
  try {
    const measured = await run({
      inputs: { ...TIMEOUT, 'slo-file': 'slo.json', ...server.inputs(), ...inputs },
      files
    })
    return { ...measured, asked: server.requests }
  } finally {
    await server.close()
  }
}

/** A fault is the same fault wherever it happens: everything that a verdict depends on. */
export const ASKED: readonly Asked[] = [
  {
    name: 'the sign-in to Genesys Cloud',
    good: '{"access_token":"issued-token-value"}',
    asks: {},
    mostBytes: MIB,
    run: below(SIGN_IN)
  },
  {
    name: 'an SLO of Genesys Cloud',
    good: '{"burnRate":0.4}',
    // Once more with a new token.
    asks: { '401': 2 },
    mostBytes: MIB,
    run: below(API)
  },
  {
    name: 'data actions of Genesys Cloud',
    good: '{"results":[]}',
    // A query that is too large is asked for in parts.
    asks: { '400': 3, '401': 2, '413': 3, '504': 7 },
    mostBytes: 32 * MIB,
    run: below(API, { type: 'genesys-data-actions' })
  },
  {
    name: 'Prometheus',
    // No series: a value would have to be of the time that is asked about.
    good: '{"status":"success","data":{"resultType":"vector","result":[]}}',
    asks: {},
    mostBytes: MIB,
    run: prometheus
  },
  {
    name: 'Datadog',
    good: '{"data":{"type":"monitor","overall":{"sli_value":99.9,"errors":[]}},"errors":null}',
    asks: {},
    mostBytes: MIB,
    run: datadog
  }
]

/** What holds of every fault, whatever is at fault. */
export function expectBlocked(blocked: GateRun, says: string | RegExp = ''): void {
  expect(blocked.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
  expect(blocked.outputs['reason']).toContain(SLO)
  expect(blocked.outputs['reason']).toMatch(typeof says === 'string' ? new RegExp(escaped(says)) : says)
  expect(blocked.outputs['reason']).not.toContain('defect')
  expect(blocked.exitCode).toBe(1)
  expect(blocked.durationMs).toBeLessThan((BUDGET + 5) * 1_000)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Answers with one fault after the other, then leaves it to the simulator. */
export function inTurn(...faults: Reply[]): Answer {
  return () => faults.shift()
}
