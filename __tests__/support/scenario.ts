import { type GenesysOptions, type GenesysSimulator, startGenesys } from '../../simulator/genesys/start.ts'
import { runGate } from '../../simulator/harness/inProcess.ts'
import { formatLog } from '../../simulator/harness/log.ts'
import type { GateOptions, GateRun } from '../../simulator/harness/workspace.ts'
import type { RecordedRequest, Reply } from '../../simulator/server.ts'

export const SLO = 'crm-integration-slo'

/** How a run is started: in this process, or as the bundle in its own. */
export type Start = (options: GateOptions) => Promise<GateRun>

/** Runs the gate without a GitHub token, so that no block waits for an approval; `with:` may be overridden. */
export function run(options: GateOptions, start: Start = runGate): Promise<GateRun> {
  return start({ ...options, inputs: { 'github-token': '', ...options.inputs } })
}

/** A run of the gate, with the Genesys Cloud that it asked. */
export interface GenesysRun extends GateRun {
  genesys: GenesysSimulator
}

/** Runs the gate against a Genesys Cloud of its own, which is gone afterwards. */
export async function gate(
  genesysOptions: GenesysOptions,
  options: GateOptions = {},
  start: Start = runGate
): Promise<GenesysRun> {
  const genesys = await startGenesys(genesysOptions)
  const slo = options.inputs?.['slo-file'] === undefined ? { 'slo-id': SLO } : {}
  try {
    const inputs = { ...genesys.inputs(), ...slo, ...options.inputs }
    return { ...(await run({ ...options, inputs }, start)), genesys }
  } finally {
    await genesys.close()
  }
}

/** Answers what is asked below a path; everything else is left to the simulator. */
export function answering(path: string, reply: Reply | ((request: RecordedRequest) => Reply | undefined)) {
  return (request: RecordedRequest): Reply | undefined => {
    if (!request.path.startsWith(path)) return undefined
    return typeof reply === 'function' ? reply(request) : reply
  }
}

export const API = '/api/'
export const SIGN_IN = '/oauth/token'

/** The text of a definition file: a valid SLO of ours, with some fields replaced or (undefined) left out. */
export function definition(fields: Record<string, unknown> = {}): string {
  return JSON.stringify({ id: SLO, sloTarget: 99.5, source: { type: 'genesys-observability' }, ...fields })
}

/** The burn rate over each window by its length; any other window is answered without one. */
export function burnRates(byDuration: Record<string, unknown>) {
  return ({ durationMs }: { durationMs: number }): unknown => byDuration[`PT${durationMs / 60_000}M`]
}

/** Annotations of a level as a person reads them. */
export function annotations({ stdout }: GateRun, level: 'error' | 'warning'): string[] {
  const prefix = level === 'error' ? 'Error: ' : 'Warning: '
  const lines = stdout.split('\n').filter(line => line.startsWith(`::${level}`))
  return lines.map(line => formatLog(line).slice(prefix.length))
}

/** Markdown with its character references and escaped pipes as a person reads them. */
export function readable(markdown: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }
  return markdown
    .replaceAll('\\|', '|')
    .replaceAll('&#8203;', '')
    .replace(/&(?:#(\d+)|([a-z]+));/g, (whole, code?: string, name = '') =>
      code === undefined ? (named[name] ?? whole) : String.fromCodePoint(Number(code))
    )
}
