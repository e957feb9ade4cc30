import { approvers } from '../approval/policy.ts'
import type { Secrets } from '../http/secrets.ts'
import * as formats from '../inputs/formats.ts'
import { httpHosts, isSafeAddress } from '../inputs/httpHosts.ts'
import type { Input, InputTable, ValuesOf } from '../inputs/input.ts'
import type { Problems } from '../problems.ts'
import type { Environment } from '../runner/runner.ts'
import { SOURCE_INPUTS } from '../sources/catalog.ts'
import { nearest } from '../text/nearest.ts'
import { show } from '../text/show.ts'
import { DAY } from '../time/duration.ts'

const ONE_DAY = { iso: 'P1D', ms: DAY }
const ONE_MONTH = { iso: 'P31D', ms: 31 * DAY }

/** Every input with its format, its default as in action.yml, and its environment variable, if it has one. */
export const INPUTS = {
  'slo-id': { format: formats.list },
  'slo-file': { format: formats.lines },
  mode: { format: formats.oneOf('enforce', 'audit'), default: 'enforce' },
  'max-burn-rate': { format: formats.decimal, default: '1.0' },
  'on-error': { format: formats.oneOf('block', 'last-known', 'allow'), default: 'block' },
  'on-no-data': { format: formats.oneOf('block', 'allow'), default: 'block' },
  timeout: { format: formats.duration(ONE_DAY), default: 'PT1M' },
  ...SOURCE_INPUTS,
  'http-hosts': { format: httpHosts },
  'github-token': { format: formats.secret, isSecret: true },
  'pull-request': { format: formats.positive },
  'maintenance-label': { format: formats.text, default: 'maintenance-mode' },
  'maintenance-approvers': { format: approvers, default: 'role:admin' },
  'maintenance-max-age': { format: formats.duration(ONE_MONTH), default: 'PT4H' },
  'state-file': { format: formats.text },
  'state-max-age': { format: formats.duration(ONE_MONTH), default: 'PT15M' },
  'min-poll-interval': { format: formats.durationOrNone(ONE_MONTH), default: 'PT1M' },
  'genesys-data-table': { format: formats.text },
  'degrade-below': { format: formats.share, default: '0.8' },
  'flow-id': { format: formats.text },
  'event-webhook-url': { format: formats.webhook, isSecret: true },
  'apply-slos': { format: formats.flag, default: 'false' },
  'time-zone': { format: formats.timeZone, default: 'UTC' },
  summary: { format: formats.flag, default: 'true' },
  comment: { format: formats.flag, default: 'false' },
  'status-context': { format: formats.text },
  'refresh-open-pull-requests': { format: formats.flag, default: 'false' },
  'report-file': { format: formats.text }
} as const satisfies InputTable

type Name = keyof typeof INPUTS
/** The value of every input, by its name. */
export type Inputs = ValuesOf<typeof INPUTS>

/**
 * Reads every input. A wrong value is reported and replaced by the default, so that the rest can still be
 * checked and reported.
 */
export function readInputs(options: {
  readonly env: Environment
  readonly secrets: Secrets
  readonly problems: Problems
}): Inputs {
  warnOfUnknown(options)
  const names = Object.keys(INPUTS) as Name[]
  // Nothing may be printed before every secret is masked.
  for (const name of names) mask(name, options)
  const read = Object.fromEntries(names.map(name => [name, readInput(name, options)])) as Inputs
  return Object.freeze({ ...read, ...withoutUnsafe(read, options) })
}

/** Addresses that plain http may not be used for are wrong. Only now it is known which hosts allow it. */
function withoutUnsafe(read: Inputs, { env, problems }: Parameters<typeof readInputs>[0]): Partial<Inputs> {
  const unsafe = (Object.keys(INPUTS) as Name[]).filter(name => {
    const value = INPUTS[name].format === formats.address ? read[name] : undefined
    return typeof value === 'string' && !isSafeAddress(value, read['http-hosts'] ?? [])
  })
  for (const name of unsafe) problems.inputError(name, UNSAFE, rawValue(name, INPUTS[name], env).variable)
  return Object.fromEntries(unsafe.map(name => [name, undefined]))
}

const UNSAFE = `its value is not accepted; it takes ${formats.address.accepts}; for plain http, add its host (name or name:port) to http-hosts`

function mask(name: Name, { env, secrets }: Parameters<typeof readInputs>[0]): void {
  const input: Input<unknown> = INPUTS[name]
  const { value } = rawValue(name, input, env)
  if (!input.isSecret || value === undefined) return
  for (const secret of input.format.secretsIn?.(value) ?? [value]) secrets.add(secret)
}

function readInput(name: Name, { env, problems }: Parameters<typeof readInputs>[0]): unknown {
  const input: Input<unknown> = INPUTS[name]
  const { value, variable } = rawValue(name, input, env)
  const fallback = input.default === undefined ? undefined : input.format.parse(input.default)
  if (value === undefined) return fallback
  const parsed = input.format.parse(value)
  if (parsed !== undefined) return parsed
  const shown = input.isSecret || input.format.isPrivate ? 'its value' : show(value)
  const problem = input.format.explain?.(value) ?? `${shown} is not accepted`
  problems.inputError(name, `${problem}; it takes ${input.format.accepts}`, variable)
  return fallback
}

/**
 * GitHub's runner keeps the hyphens of a name. A shell cannot set such a variable, so other CI systems may use `_`.
 * On GitHub `_` is not accepted, because an earlier step of the job could set it.
 */
function rawValue(
  name: string,
  { env: variable }: Input<unknown>,
  env: Environment
): { readonly value: string | undefined; readonly variable?: string } {
  const [hyphens, underscores] = variablesOf(name)
  const own = present(env[hyphens]) ?? (isOnGitHub(env) ? undefined : present(env[underscores]))
  if (own !== undefined || variable === undefined) return { value: own }
  return { value: present(env[variable]), variable }
}

function variablesOf(name: string): readonly [hyphens: string, underscores: string] {
  const variable = `INPUT_${name.toUpperCase()}`
  return [variable, variable.replaceAll('-', '_')]
}

const isOnGitHub = (env: Environment) => env['GITHUB_ACTIONS'] === 'true'

/** GitHub warns about unknown inputs itself; on other CI systems, only this finds a misspelt name. */
function warnOfUnknown({ env, problems }: Parameters<typeof readInputs>[0]): void {
  if (isOnGitHub(env)) return
  const known = Object.keys(INPUTS).flatMap(variablesOf)
  for (const variable of Object.keys(env)) {
    if (!variable.startsWith('INPUT_') || known.includes(variable)) continue
    const [, underscores] = variablesOf(nearest(variable, known).slice('INPUT_'.length))
    problems.warn(variable, `is not an input; did you mean ${underscores}?`)
  }
}

const present = (value: string | undefined) => value?.trim() || undefined
