import type { Secrets } from '../http/secrets.ts'
import type { Problems } from '../problems.ts'
import type { Environment } from '../runner/runner.ts'
import { show } from '../text/show.ts'
import { DAY } from '../time/duration.ts'
import type { Format } from './formats.ts'
import * as formats from './formats.ts'

interface Input<T> {
  readonly format: Format<T>
  /** The environment variable that counts when the input is not set. */
  readonly env?: string
  readonly isSecret?: boolean
}

interface InputWithDefault<T> extends Input<T> {
  readonly default: string
}

const ONE_DAY = { iso: 'P1D', ms: DAY }
const ONE_MONTH = { iso: 'P31D', ms: 31 * DAY }

/** Every input: its format, its default as in action.yml, and where else it may come from. */
export const INPUTS = {
  'slo-id': { format: formats.list },
  'slo-file': { format: formats.lines },
  mode: { format: formats.oneOf('enforce', 'audit'), default: 'enforce' },
  'max-burn-rate': { format: formats.decimal, default: '1.0' },
  'on-error': { format: formats.oneOf('block', 'last-known', 'allow'), default: 'block' },
  'on-no-data': { format: formats.oneOf('block', 'allow'), default: 'block' },
  timeout: { format: formats.duration(ONE_DAY), default: 'PT1M' },
  'genesys-region': { format: formats.region, env: 'GENESYSCLOUD_REGION' },
  'genesys-client-id': { format: formats.text, env: 'GENESYSCLOUD_OAUTHCLIENT_ID' },
  'genesys-client-secret': { format: formats.secret, env: 'GENESYSCLOUD_OAUTHCLIENT_SECRET', isSecret: true },
  'genesys-access-token': { format: formats.secret, env: 'GENESYSCLOUD_ACCESS_TOKEN', isSecret: true },
  'genesys-api-url': { format: formats.address },
  'genesys-login-url': { format: formats.address },
  'prometheus-url': { format: formats.address, env: 'PROMETHEUS_URL' },
  'prometheus-token': { format: formats.secret, env: 'PROMETHEUS_TOKEN', isSecret: true },
  'datadog-site': { format: formats.datadogSite, env: 'DD_SITE' },
  'datadog-api-key': { format: formats.secret, env: 'DD_API_KEY', isSecret: true },
  'datadog-app-key': { format: formats.secret, env: 'DD_APP_KEY', isSecret: true },
  'datadog-api-url': { format: formats.address },
  'github-token': { format: formats.secret, isSecret: true },
  'pull-request': { format: formats.positive },
  'maintenance-label': { format: formats.text, default: 'maintenance-mode' },
  'maintenance-approvers': { format: formats.approvers, default: 'role:admin' },
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
} as const satisfies Record<string, Input<unknown> | InputWithDefault<unknown>>

type Name = keyof typeof INPUTS
type ValueOf<I> = I extends { format: Format<infer T> }
  ? I extends { default: string }
    ? T
    : T | undefined
  : never

/** The value of every input, by its name. */
export type Inputs = { readonly [N in Name]: ValueOf<(typeof INPUTS)[N]> }

/**
 * Reads every input. One that cannot be understood is a problem, and its default takes its place,
 * so that what remains can still be checked and reported.
 */
export function readInputs(options: {
  readonly env: Environment
  readonly secrets: Secrets
  readonly problems: Problems
}): Inputs {
  // Secrets first: nothing may be printed before they are masked.
  const names = (Object.keys(INPUTS) as Name[]).toSorted((a, b) => Number(isSecret(b)) - Number(isSecret(a)))
  return Object.freeze(Object.fromEntries(names.map(name => [name, readInput(name, options)]))) as Inputs
}

const isSecret = (name: Name) => Boolean((INPUTS[name] as Input<unknown>).isSecret)

function readInput(name: Name, { env, secrets, problems }: Parameters<typeof readInputs>[0]): unknown {
  const input: Input<unknown> & { readonly default?: string } = INPUTS[name]
  const { value, source } = rawValue(name, input, env)
  const fallback = input.default === undefined ? undefined : input.format.parse(input.default)
  if (value === undefined) return fallback
  if (input.isSecret) secrets.add(value)
  const parsed = input.format.parse(value)
  if (parsed === undefined) {
    problems.error(
      source,
      `${input.isSecret ? 'its value' : show(value)} is not accepted; it takes ${input.format.accepts}`
    )
  }
  return parsed ?? fallback
}

/** The runner keeps the hyphens of a name; a shell cannot set such a variable, so `_` does as well. */
function rawValue(name: string, { env: variable }: Input<unknown>, env: Environment) {
  const upper = name.toUpperCase()
  const own = present(env[`INPUT_${upper}`]) ?? present(env[`INPUT_${upper.replaceAll('-', '_')}`])
  if (own !== undefined || variable === undefined) return { value: own, source: `input ${name}` }
  return { value: present(env[variable]), source: `input ${name} (from ${variable})` }
}

const present = (value: string | undefined) => value?.trim() || undefined
