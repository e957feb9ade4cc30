import { resolve } from 'node:path'
import type { ApprovalPolicy } from '../approval/policy.ts'
import type { Policy } from '../budget/verdict.ts'
import { type SelectedSlos, selectSlos } from '../definitions/select.ts'
import { leadsOut } from '../files/within.ts'
import type { GitHubConnection } from '../github/api.ts'
import { type ProxySettings, readProxySettings } from '../http/proxySettings.ts'
import type { Secrets } from '../http/secrets.ts'
import { guarded } from '../outcome.ts'
import { Problems } from '../problems.ts'
import { defaultReportFile, type Environment } from '../runner/runner.ts'
import type { Connections } from '../sources/catalog.ts'
import type { GenesysConnection } from '../sources/genesys/connection.ts'
import { connect as connectGenesys } from '../sources/genesys/settings.ts'
import type { SloDefinition } from '../sources/sloDefinition.ts'
import type { Duration } from '../time/duration.ts'
import { connect, connectGitHub, missingFor } from './connections.ts'
import { type Inputs, readInputs } from './inputs.ts'

/** Settings of the state file. */
interface StateSettings {
  /** Undefined if nothing is remembered between runs. */
  readonly file: string | undefined
  readonly maxAge: Duration
  readonly minPollInterval: Duration
}

/** Settings for approvals, which lift a block. */
interface ApprovalSettings {
  readonly policy: ApprovalPolicy
  /** The pull request whose label counts; undefined for that of the event. */
  readonly pullRequest: number | undefined
}

/** Settings for comments and commit statuses. */
interface PullRequestSettings {
  readonly comment: boolean
  /** The name of the commit status; undefined if none is written. */
  readonly statusContext: string | undefined
  readonly isRefreshing: boolean
}

/** Settings for the data table that call flows read. */
interface CallFlowSettings {
  /** Undefined if an input is missing, which is reported as an error. */
  readonly connection: GenesysConnection | undefined
  readonly dataTable: string
  readonly degradeBelow: number
  readonly flowId: string | undefined
  readonly webhookUrl: string | undefined
}

/** The checked configuration of a run. */
export interface Config {
  readonly mode: 'enforce' | 'audit'
  readonly policy: Policy
  readonly timeout: Duration
  readonly timeZone: string
  readonly summary: boolean
  /** Undefined for the default file in the runner's temp folder. */
  readonly reportFile: string | undefined
  readonly slos: readonly SloDefinition[]
  /** Whether the definitions are written to the Observability API first. */
  readonly applySlos: boolean
  readonly connections: Connections
  readonly state: StateSettings
  readonly proxies: ProxySettings
  readonly github: GitHubConnection | undefined
  readonly approval: ApprovalSettings
  /** Undefined if no data table is updated. */
  readonly callFlows: CallFlowSettings | undefined
  readonly pullRequests: PullRequestSettings
}

/**
 * Reads inputs and definitions. If `problems` has errors, use the config only to report them: wrong inputs have
 * their defaults.
 */
export async function configure(options: {
  readonly env: Environment
  readonly secrets: Secrets
  readonly folder: string
}): Promise<{ readonly config: Config; readonly problems: Problems }> {
  const { env, folder } = options
  const problems = new Problems()
  const inputs = readInputs({ ...options, problems })
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    const remedy = 'remove it, and set NODE_EXTRA_CA_CERTS to the certificate file of your own authority'
    problems.error('NODE_TLS_REJECT_UNAUTHORIZED', `is 0, so no certificate would be checked; ${remedy}`)
  }
  const selected = await readSlos(inputs, folder, problems)
  const proxies = readProxySettings(env, { ...options, problems })
  return { config: deepFreeze(configOf({ ...options, inputs, selected, proxies, problems })), problems }
}

/** An unexpected error here is reported as a problem, so that outputs, report and summary are still written. */
async function readSlos(inputs: Inputs, folder: string, problems: Problems): Promise<SelectedSlos> {
  const options = { ids: inputs['slo-id'], patterns: inputs['slo-file'], folder, problems }
  return guarded<SelectedSlos>('The definitions could not be read', {
    work: () => selectSlos({ ...options, maxBurnRate: inputs['max-burn-rate'] }),
    fallback: problem => {
      problems.inputError('slo-file', problem)
      return { slos: [], users: new Map() }
    }
  })
}

interface Parts {
  readonly inputs: Inputs
  readonly selected: SelectedSlos
  readonly proxies: ProxySettings
  readonly env: Environment
  readonly secrets: Secrets
  readonly folder: string
  readonly problems: Problems
}

function configOf({ inputs, selected, proxies, env, secrets, folder, problems }: Parts): Config {
  const reportFile = fileOf('report-file', { inputs, folder, problems })
  return {
    mode: inputs.mode,
    policy: {
      maxBurnRate: inputs['max-burn-rate'],
      onError: inputs['on-error'],
      onNoData: inputs['on-no-data']
    },
    timeout: inputs.timeout,
    timeZone: inputs['time-zone'],
    summary: inputs.summary,
    reportFile,
    slos: selected.slos,
    applySlos: inputs['apply-slos'],
    connections: connect({ inputs, users: selected.users, env, secrets, problems }),
    state: stateSettings(inputs, { folder, reportFile: reportFile ?? defaultReportFile(env) }, problems),
    proxies,
    github: proxies.isUsable ? connectGitHub({ env, inputs, problems }) : undefined,
    approval: {
      policy: {
        label: inputs['maintenance-label'],
        approvers: inputs['maintenance-approvers'],
        maxAge: inputs['maintenance-max-age']
      },
      pullRequest: inputs['pull-request']
    },
    callFlows: callFlowSettings(inputs, problems),
    pullRequests: pullRequestSettings(inputs, problems)
  }
}

/** A file that the gate writes. A link in a commit must not choose another place for it. */
function fileOf(
  input: 'report-file' | 'state-file',
  { inputs, folder, problems }: Pick<Parts, 'inputs' | 'folder' | 'problems'>
): string | undefined {
  const path = inputs[input]
  if (path === undefined || !leadsOut(folder, resolve(folder, path))) return path
  problems.inputError(input, 'is below a link that leads out of the workspace; name the folder itself')
  return undefined
}

function stateSettings(
  inputs: Inputs,
  { folder, reportFile }: { readonly folder: string; readonly reportFile: string },
  problems: Problems
): StateSettings {
  const file = fileOf('state-file', { inputs, folder, problems })
  if (inputs['on-error'] === 'last-known' && inputs['state-file'] === undefined) {
    problems.inputError('state-file', 'is missing, and on-error: last-known needs it; set it to a path')
  }
  if (file && resolve(folder, file) === resolve(folder, reportFile)) {
    problems.inputError(
      'state-file',
      'is the same file as report-file, which would overwrite it; set it to another path'
    )
  }
  return {
    file: file && resolve(folder, file),
    maxAge: inputs['state-max-age'],
    minPollInterval: inputs['min-poll-interval']
  }
}

function callFlowSettings(inputs: Inputs, problems: Problems): CallFlowSettings | undefined {
  const dataTable = inputs['genesys-data-table']
  const webhookUrl = inputs['event-webhook-url']
  if (dataTable !== undefined) {
    return {
      connection: connectGenesys(inputs, missingFor('input genesys-data-table', problems)),
      dataTable,
      degradeBelow: inputs['degrade-below'],
      flowId: inputs['flow-id'],
      webhookUrl
    }
  }
  if (webhookUrl !== undefined) {
    problems.warn(
      'input event-webhook-url',
      'has no effect without genesys-data-table, whose row shows whether call flows were degraded before; set both or neither'
    )
  }
  return undefined
}

function pullRequestSettings(inputs: Inputs, problems: Problems): PullRequestSettings {
  const statusContext = inputs['status-context']
  const isRefreshing = inputs['refresh-open-pull-requests']
  if (isRefreshing && statusContext === undefined) {
    problems.inputError(
      'status-context',
      'is missing, and refresh-open-pull-requests needs it; set it to a name'
    )
  }
  return { comment: inputs.comment, statusContext, isRefreshing }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part)
    Object.freeze(value)
  }
  return value
}
