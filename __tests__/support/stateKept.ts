import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { type GenesysOptions, type GenesysSimulator, startGenesys } from '../../simulator/genesys/start.ts'
import { temporaryFolder } from '../../simulator/harness/temporary.ts'
import type { GateOptions } from '../../simulator/harness/workspace.ts'
import { status } from './faults.ts'
import { API, answering, type GenesysRun, run as runGate, SLO, type Start } from './scenario.ts'

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE

const open = new Set<GenesysSimulator>()
afterAll(async () => {
  for (const genesys of open) await genesys.close()
})

/** A state file as it is on disk, as far as a test has to turn it over. */
export interface State {
  version: unknown
  // biome-ignore lint/suspicious/noExplicitAny: tests put anything into it
  slos: Record<string, any>
}

/** A state file that several runs share, as a cache would carry it from one to the next. */
export interface Kept {
  path: string
  /** Runs the gate with the file against a Genesys Cloud that answers as told. */
  run(genesys: GenesysOptions, options?: GateOptions, start?: Start): Promise<GenesysRun>
  /** The same with nothing but a burn rate, or one by window. */
  reading(burnRate: number | Record<string, unknown>, inputs?: Record<string, string>): Promise<GenesysRun>
  /** The same while the source refuses every question. */
  failing(inputs?: Record<string, string>): Promise<GenesysRun>
  read(): State
  write(state: State): void
  /** Makes all that it remembers older. */
  age(ms: number): void
}

/** The address belongs to what is remembered, so all runs ask the same Genesys Cloud. */
export async function keep(): Promise<Kept> {
  const path = join(temporaryFolder('gate-state-').path, 'state.json')
  let now: GenesysOptions = {}
  const slos: GenesysOptions['slos'] = {}
  const genesys = await startGenesys({ slos, intercept: request => now.intercept?.(request) })
  open.add(genesys)
  const run: Kept['run'] = async (options, { inputs, ...others } = {}, start) => {
    now = options
    for (const id of Object.keys(slos)) delete slos[id]
    // Not by assignment: an SLO may be called __proto__.
    Object.defineProperties(slos, Object.getOwnPropertyDescriptors(options.slos ?? {}))
    genesys.requests.length = 0
    const ids = inputs?.['slo-file'] === undefined ? { 'slo-id': SLO } : {}
    const all = { ...genesys.inputs(), ...ids, 'state-file': path, ...inputs }
    return { ...(await runGate({ inputs: all, ...others }, start)), genesys }
  }
  const read = () => JSON.parse(readFileSync(path, 'utf8')) as State
  const write = (state: State) => writeFileSync(path, JSON.stringify(state))
  return {
    path,
    run,
    read,
    write,
    reading: (burnRate, inputs = {}) => run({ slos: { [SLO]: asked(burnRate) } }, { inputs }),
    failing: (inputs = {}) => run({ intercept: answering(API, status(403)) }, { inputs }),
    age: ms => {
      const state = read()
      for (const memory of Object.values(state.slos)) {
        memory.at = new Date(Date.parse(memory.at) - ms).toISOString()
      }
      write(state)
    }
  }
}

/** Burn rates by the length of their window in minutes. */
const asked = (burnRate: number | Record<string, unknown>) =>
  typeof burnRate === 'number'
    ? burnRate
    : ({ durationMs }: { durationMs: number }) => burnRate[`PT${durationMs / MINUTE}M`]
