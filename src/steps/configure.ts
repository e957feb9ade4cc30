import { configure } from '../config/config.ts'
import { readInputs } from '../config/inputs.ts'
import { Secrets } from '../http/secrets.ts'
import { guarded } from '../outcome.ts'
import { Problems } from '../problems.ts'
import type { Run } from '../run.ts'
import { type Environment, maskIn, Runner } from '../runner/runner.ts'
import type { Clock } from '../time/clock.ts'

/** The circumstances in which a run starts. */
export interface Start {
  readonly env: Environment
  /** Where relative paths start. */
  readonly folder: string
  readonly clock: Clock
}

/** A configured run, with the problems of its configuration. */
export interface StartedRun {
  readonly run: Run
  /** Problems of the configuration. Later steps add theirs. */
  readonly problems: { readonly errors: string[]; readonly warnings: string[] }
}

/** Secrets first: nothing may be printed before they are masked. */
export function openRunner({ env }: Start): Pick<Run, 'secrets' | 'runner'> {
  const secrets = new Secrets(maskIn(env))
  return { secrets, runner: new Runner(env, secrets) }
}

/** If the configuration cannot be checked at all, every input has its default and an error is reported. */
export function startRun(start: Start, opened: Pick<Run, 'secrets' | 'runner'>): Promise<StartedRun> {
  return guarded<StartedRun>('The configuration could not be read', {
    work: async () => runOf(start, opened, await configure({ ...start, ...opened })),
    fallback: async problem => {
      const started = await startDefaultRun(start, opened)
      started.problems.errors.push(problem)
      return started
    }
  })
}

/** A run with the default of every input, used to report an error that prevents a normal run. */
export async function startDefaultRun(
  start: Start,
  opened: Pick<Run, 'secrets' | 'runner'>
): Promise<StartedRun> {
  const problems = new Problems()
  // Only to register the secrets among the inputs, which must not be printed.
  await guarded<unknown>('', {
    work: async () => readInputs({ env: start.env, secrets: opened.secrets, problems }),
    fallback: () => undefined
  })
  const { config } = await configure({ env: {}, secrets: opened.secrets, folder: start.folder })
  return runOf(start, opened, { config, problems: new Problems() })
}

function runOf(
  start: Start,
  opened: Pick<Run, 'secrets' | 'runner'>,
  { config, problems: found }: Awaited<ReturnType<typeof configure>>
): StartedRun {
  const problems = { errors: [...found.errors], warnings: [...found.warnings] }
  const run: Run = {
    ...start,
    ...opened,
    config,
    at: start.clock.now(),
    attempts: [],
    session: {},
    warn: warning => problems.warnings.push(warning)
  }
  return { run, problems }
}
