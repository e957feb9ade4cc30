import { afterEach, expect } from '@jest/globals'
import type { GenesysOptions } from '../../simulator/genesys/start.ts'
import {
  type GitHubSimulator,
  type PullRequest,
  startGitHub,
  type World
} from '../../simulator/github/start.ts'
import type { GateOptions } from '../../simulator/harness/workspace.ts'
import { HEAD, minutesAgo, pullRequestEvent } from './approvalRun.ts'
import { annotations, type GenesysRun, gate, readable, SLO } from './scenario.ts'

/** Where a run of the simulated runner is to be looked at. */
export const RUN_URL = 'https://github.com/acme/crm-flows/actions/runs/1234567890'

/** What one run is told: by default it is about #7, and healthy. */
export interface Telling extends Omit<GateOptions, 'files'> {
  files?: Record<string, string>
  /** The burn rate of the SLO, as the Genesys simulator takes it. */
  burn?: unknown
  genesys?: GenesysOptions
}

export interface Told extends GenesysRun {
  /** What of this run GitHub was asked. */
  asked: string[]
  /** What of that was written. */
  written: string[]
}

/** A GitHub that several runs share. */
export interface Stage {
  gitHub: GitHubSimulator
  tell(telling?: Telling): Promise<Told>
}

const started: GitHubSimulator[] = []
afterEach(async () => {
  const all = started.splice(0)
  await Promise.all(all.map(gitHub => gitHub.close()))
  // Whatever did not fit GitHub's own description, unless the test has looked at it.
  expect(all.flatMap(({ violations }) => violations)).toEqual([])
})

/** #7 is open and nobody has labelled it. */
export const pull = (parts: Partial<PullRequest> = {}): PullRequest => ({
  number: 7,
  headSha: HEAD,
  pushedAt: minutesAgo(60),
  ...parts
})

/** Runs with `inputs` in each of them, against a GitHub that is gone after the test. */
export async function stageWith(world: World, inputs: Record<string, string>): Promise<Stage> {
  const gitHub = await startGitHub({
    users: { 'ada-admin': { role: 'admin' } },
    now: () => minutesAgo(0),
    pullRequests: [pull()],
    ...world
  })
  started.push(gitHub)
  const tell = async ({ burn = 0.4, env, genesys, ...options }: Telling = {}): Promise<Told> => {
    const before = gitHub.requests.length
    const run = await gate(
      { slos: { [SLO]: () => burn }, ...genesys },
      {
        ...pullRequestEvent(),
        ...options,
        inputs: { 'github-token': gitHub.token, ...inputs, ...options.inputs },
        env: { ...gitHub.env(), ...env }
      }
    )
    const asked = gitHub.apiRequests().slice(before)
    return { ...run, asked, written: asked.filter(request => !request.startsWith('GET ')) }
  }
  return { gitHub, tell }
}

/** A run about nothing that a pull request or a commit could be found from. */
export const ABOUT_NOTHING: Telling = {
  eventName: 'issues',
  event: { action: 'opened', issue: { number: 7 } }
}

/** What went wrong beside the decision: shown as warnings or errors, in the summary and in the report. */
export function warningsOf(run: GenesysRun): string[] {
  const { warnings } = run.report as { warnings: string[] }
  const shown = [...annotations(run, 'warning'), ...annotations(run, 'error')]
  for (const warning of warnings.slice(0, 5)) expect(shown).toContain(warning)
  return warnings
}

export interface Problem extends Telling {
  world?: World
  /** The one problem. */
  says: RegExp
}

/** Each problem in a run that is allowed and in one that is blocked. */
export const allowedAndBlocked = <T extends object>(rows: readonly T[]) =>
  rows.flatMap(row => [0.4, 2].map(burn => ({ ...row, burn })))

/** The problem is in the log and in the summary, and changes neither the decision nor the exit code. */
export async function expectOneWarning(
  { world = {}, says, burn, ...telling }: Problem,
  inputs: Record<string, string>,
  level: 'warning' | 'error' = 'warning'
): Promise<GitHubSimulator> {
  const { gitHub, tell } = await stageWith(world, inputs)
  const run = await tell({ ...telling, burn })
  const isBlocked = Number(burn) > 1
  expect(warningsOf(run)).toEqual([expect.stringMatching(says)])
  expect(readable(run.summary)).toMatch(says)
  const errors = annotations(run, 'error')
  expect(errors).toHaveLength((isBlocked ? 1 : 0) + (level === 'error' ? 1 : 0))
  if (level === 'error') expect(errors).toContainEqual(expect.stringMatching(says))
  expect(run.outputs).toMatchObject({ decision: isBlocked ? 'block' : 'allow' })
  expect(run.exitCode).toBe(isBlocked ? 1 : 0)
  return gitHub
}
