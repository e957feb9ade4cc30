import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as core from '@actions/core'
import { append, refuseUnlessRegular, writeWhole } from '../files/write.ts'
import { redacted } from '../http/redacted.ts'
import type { Secrets } from '../http/secrets.ts'
import { shortened } from '../text/markdown.ts'
import { logLine } from '../text/oneLine.ts'

/** The environment variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Longer lines and annotations are shortened, so that they do not hide others. The report has the whole text. */
const MAX_LENGTH = 10_000

/** An annotation, which GitHub shows above the log and on the page of the run. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

/**
 * The CI system that runs the gate: GitHub Actions or another one. All output for readers goes through here,
 * which removes secrets and workflow commands from it.
 */
export class Runner {
  readonly #env: Environment
  readonly #secrets: Secrets

  constructor(env: Environment, secrets: Secrets) {
    this.#env = env
    this.#secrets = secrets
  }

  get defaultReportFile(): string {
    return defaultReportFile(this.#env)
  }

  info(text: string): void {
    core.info(this.#clean(text))
  }

  debug(text: string): void {
    // Other CI systems would print debug commands instead of hiding them.
    if (isGitHub(this.#env)) core.debug(this.#clean(text))
  }

  annotate({ level, title, message }: Annotation): void {
    const text = shortened(this.#secrets.redact(message), MAX_LENGTH).split('\n').map(logLine).join('\n')
    const show = { error: core.error, warning: core.warning, notice: core.notice }[level]
    if (isGitHub(this.#env)) show(text, { title: this.#clean(title) })
    else for (const line of [title, ...text.split('\n')]) this.info(`${level.toUpperCase()}: ${line}`)
  }

  /**
   * Sets the outputs of the step. Other CI systems than GitHub's have no outputs.
   *
   * @throws when the file cannot be written
   */
  setOutputs(outputs: Readonly<Record<string, string>>): void {
    if (!isGitHub(this.#env)) return
    const file = this.#env['GITHUB_OUTPUT']
    if (file) refuseUnlessRegular(file)
    for (const [name, value] of Object.entries(this.#redacted(outputs))) core.setOutput(name, logLine(value))
  }

  /** @throws when the file cannot be written */
  writeReport(path: string, report: unknown): void {
    writeWhole(path, `${JSON.stringify(this.#redacted(report), null, 2)}\n`)
  }

  /**
   * Appends to the job summary. On older servers and in some containers there is none, and nothing is written.
   * Secrets were removed from the texts before: in Markdown, they may be escaped and would not be found.
   *
   * @throws when the file cannot be written
   */
  writeSummary(markdown: string): void {
    const file = this.#env['GITHUB_STEP_SUMMARY']
    if (file) append(file, markdown)
  }

  #clean(text: string): string {
    return logLine(shortened(this.#secrets.redact(text), MAX_LENGTH))
  }

  #redacted<T>(value: T): T {
    return redacted(value, text => this.#secrets.redact(text))
  }
}

/**
 * Tells the runner to mask a secret in everything printed from now on. On other CI systems than GitHub's,
 * the command itself would print the secret, so nothing happens.
 */
export function maskIn(env: Environment): (secret: string) => void {
  return secret => {
    if (isGitHub(env)) core.setSecret(secret)
  }
}

function isGitHub(env: Environment): boolean {
  return env['GITHUB_ACTIONS'] === 'true' || Boolean(env['GITHUB_OUTPUT'])
}

/** `error-budget-report.json` in the runner's temp folder. */
export function defaultReportFile(env: Environment): string {
  return join(env['RUNNER_TEMP'] || tmpdir(), 'error-budget-report.json')
}

/** The page of this run on GitHub Actions, Jenkins or GitLab CI; empty on other CI systems. */
export function runUrlOf(env: Environment): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env
  if (server && repository && id) return `${server}/${repository}/actions/runs/${id}`
  return env['BUILD_URL'] ?? env['CI_JOB_URL'] ?? ''
}
