import { afterAll, beforeAll, expect } from '@jest/globals'
import { type GenesysSimulator, startGenesys } from '../../simulator/genesys/start.ts'
import type { GateRun } from '../../simulator/harness/workspace.ts'
import { annotations, run, SLO } from './scenario.ts'

/** Something that is wrong, and what the message has to name about it. */
export interface Row {
  title: string
  inputs?: Record<string, string>
  env?: Record<string, string | undefined>
  files?: Record<string, string>
  says: string[]
  /** What must not be said. */
  hides?: string[]
}

/** What a message says is accepted for a duration. */
export const DURATION = 'an ISO 8601 duration'

let genesys: GenesysSimulator
beforeAll(async () => {
  genesys = await startGenesys({ slos: { [SLO]: 0.4 } })
})
afterAll(() => genesys.close())

/** Runs the bundle with a configuration that is right but for the row. */
export function configured({ inputs, env, files }: Omit<Row, 'title' | 'says'>): Promise<GateRun> {
  genesys.requests.length = 0
  return run({ inputs: { ...genesys.inputs(), 'slo-id': SLO, ...inputs }, env, files })
}

/** Refused before anything was asked, in words that name everything. */
export function expectRefused(refused: GateRun, { says, hides = [] }: Row): void {
  expect(refused.outputs).toMatchObject({ decision: 'block', verdict: 'config-error', 'burn-rate': '' })
  expect(refused.exitCode).toBe(1)
  expect(genesys.requests).toEqual([])
  const [message = '', ...others] = annotations(refused, 'error')
  expect(others).toEqual([])
  for (const word of says) {
    expect(message).toContain(word)
    expect(refused.outputs['reason']).toContain(word)
  }
  const visible =
    refused.log.replaceAll(/^::add-mask::.*$/gm, '') + JSON.stringify(refused.outputs) + refused.summary
  for (const secret of ['client-secret-value', ...hides]) expect(visible).not.toContain(secret)
}
