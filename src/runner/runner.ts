import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as core from '@actions/core'
import { append, refuseUnlessRegular, writeWhole } from '../files/write.ts'
import { redacted } from '../http/redacted.ts'
import type { Secrets } from '../http/secrets.ts'
import { shortened } from '../text/markdown.ts'
import { logLine } from '../text/oneLine.ts'

/** What the process was started with. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A longer line or annotation would only hide the others; the report has the whole text. */
const MAX_LENGTH = 10_000

/** An annotation: shown above the log and beside the run. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

/**
 * Where the gate runs: GitHub's runner, or any other CI that starts the bundle. Everything that
 * leaves the process for people goes through here, without secrets and without workflow commands
 * hidden in text from outside.
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
    // Other CI systems do not hide debug commands, they would print them.
    if (isGitHub(this.#env)) core.debug(this.#clean(text))
  }

  annotate({ level, title, message }: Annotation): void {
    const text = shortened(this.#secrets.redact(message), MAX_LENGTH).split('\n').map(logLine).join('\n')
    const show = { error: core.error, warning: core.warning, notice: core.notice }[level]
    if (isGitHub(this.#env)) show(text, { title: this.#clean(title) })
    else for (const line of [title, ...text.split('\n')]) this.info(`${level.toUpperCase()}: ${line}`)
  }

  /**
   * Sets every output. Without GitHub's runner there is nobody to read them.
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
   * Appends to the job summary. Older servers and some containers have none: then nothing is written.
   * The Markdown is made of texts without secrets: here they would be escaped already.
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
 * Tells the runner to mask a secret in everything printed from now on. Only GitHub's runner takes
 * the command out of the log; anywhere else it would print the secret.
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

/** The page of this run: of GitHub Actions, Jenkins or GitLab CI; empty where it is none of them. */
export function runUrlOf(env: Environment): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env
  if (server && repository && id) return `${server}/${repository}/actions/runs/${id}`
  return env['BUILD_URL'] ?? env['CI_JOB_URL'] ?? ''
}
