import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as core from '@actions/core'
import type { Secrets } from '../http/secrets.ts'
import { logLine } from '../text/oneLine.ts'

/** What the process was started with. */
export type Environment = Readonly<Record<string, string | undefined>>

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

  get tempFolder(): string {
    return this.#env['RUNNER_TEMP'] || tmpdir()
  }

  /** `error-budget-report.json` in the runner's temp folder. */
  get defaultReportFile(): string {
    return join(this.tempFolder, 'error-budget-report.json')
  }

  info(text: string): void {
    core.info(this.#clean(text))
  }

  debug(text: string): void {
    // Other CI systems do not hide debug commands, they would print them.
    if (isGitHub(this.#env)) core.debug(this.#clean(text))
  }

  annotate({ level, title, message }: Annotation): void {
    const text = message
      .split('\n')
      .map(line => this.#clean(line))
      .join('\n')
    const show = { error: core.error, warning: core.warning, notice: core.notice }[level]
    if (isGitHub(this.#env)) show(text, { title: this.#clean(title) })
    else for (const line of [title, ...message.split('\n')]) this.info(`${level.toUpperCase()}: ${line}`)
  }

  /** Sets every output. Without GitHub's runner there is nobody to read them. */
  setOutputs(outputs: Readonly<Record<string, string>>): void {
    if (!isGitHub(this.#env)) return
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, this.#clean(value))
  }

  /** @throws when the file cannot be written */
  writeReport(path: string, report: unknown): void {
    const redact = (_key: string, value: unknown) =>
      typeof value === 'string' ? this.#secrets.redact(value) : value
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${JSON.stringify(report, redact, 2)}\n`)
  }

  /**
   * Appends to the job summary. Older servers and some containers have none: then nothing is written.
   *
   * @throws when the file cannot be written
   */
  writeSummary(markdown: string): void {
    const file = this.#env['GITHUB_STEP_SUMMARY']
    if (file) appendFileSync(file, this.#secrets.redact(markdown))
  }

  #clean(text: string): string {
    return logLine(this.#secrets.redact(text))
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

/** The page of this run: of GitHub Actions, Jenkins or GitLab CI; empty where it is none of them. */
export function runUrlOf(env: Environment): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env
  if (server && repository && id) return `${server}/${repository}/actions/runs/${id}`
  return env['BUILD_URL'] ?? env['CI_JOB_URL'] ?? ''
}
