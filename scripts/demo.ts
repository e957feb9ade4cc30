// Runs the built gate through a few scenes against the simulated Genesys Cloud and shows what a person
// sees of each: the step's inputs, the runner's log, the exit code and the job summary.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stringify } from 'yaml'
import { type GenesysOptions, type GenesysSimulator, startGenesys } from '../simulator/genesys/start.ts'
import { sha, startGitHub, type World } from '../simulator/github/start.ts'
import { runBundle } from '../simulator/harness/bundle.ts'
import { formatLog } from '../simulator/harness/log.ts'

interface Scene {
  name: string
  title: string
  slos: NonNullable<GenesysOptions['slos']>
  inputs: Record<string, string>
  files?: Record<string, string>
  /** What GitHub says about the pull request that is gated. */
  gitHub?: World
  exitCode: number
}

const SLO = 'crm-integration-slo'
const FIVE_MINUTES = 5 * 60_000
const DEFINITION = `id: ${SLO}
name: CRM Lookup Reliability Policy
sloTarget: 99.5
timeWindow: PT720H
burnRateAlerts:
  - { level: CRITICAL, burnRateThreshold: 14.6, duration: PT5M }
`

const scenes: Scene[] = [
  {
    name: 'healthy',
    title: 'The CRM integration keeps its promise (burn rate 0.4): deploy',
    slos: { [SLO]: 0.4 },
    inputs: { 'slo-id': SLO },
    exitCode: 0
  },
  {
    name: 'exhausted',
    title: 'Twice the budget is spent (burn rate 2): stop',
    slos: { [SLO]: 2 },
    inputs: { 'slo-id': SLO },
    exitCode: 1
  },
  {
    name: 'burning',
    title: 'Budget is left (burn rate 0.6 over 30 days), but the last five minutes burn at 20: stop',
    slos: { [SLO]: window => (window.durationMs <= FIVE_MINUTES ? 20 : 0.6) },
    inputs: { 'slo-file': 'slos/crm.yaml' },
    files: { 'slos/crm.yaml': DEFINITION },
    exitCode: 1
  },
  {
    name: 'approved',
    title: 'The budget is spent, but an administrator has put the label on the release: an override',
    slos: { [SLO]: 2 },
    inputs: { 'slo-id': SLO },
    gitHub: {
      users: { 'platform-pat': { role: 'admin' } },
      activity: {
        'acme/crm-flows': [
          { ref: 'refs/heads/release', after: sha('release'), at: minutesAgo(30), type: 'push' }
        ]
      },
      pullRequests: [
        {
          number: 42,
          headRef: 'release',
          headSha: sha('release'),
          events: [{ event: 'labeled', label: 'maintenance-mode', actor: 'platform-pat', at: minutesAgo(10) }]
        }
      ]
    },
    exitCode: 0
  }
]

function minutesAgo(minutes: number): Date {
  return new Date(Date.now() - minutes * 60_000)
}

const ROOT = join(import.meta.dirname, '..')
const FOLDER = join(ROOT, 'reports', 'demo')
const RULE = '─'.repeat(100)

mkdirSync(FOLDER, { recursive: true })
for (const [index, scene] of scenes.entries()) {
  console.log(`${RULE}\n${index + 1}. ${scene.title}\n${RULE}\n`)
  await play(scene)
}

async function play(scene: Scene): Promise<void> {
  const genesys = await startGenesys({ slos: scene.slos })
  const inputs = { ...scene.inputs, ...genesys.inputs() }
  const gitHub = await startGitHub(scene.gitHub ?? {})
  const [pullRequest] = scene.gitHub?.pullRequests ?? []
  const event = pullRequest && { pull_request: { number: pullRequest.number } }
  const run = await runBundle({
    inputs,
    files: scene.files,
    env: gitHub.env(),
    ...(event && { eventName: 'pull_request', event })
  })
  await Promise.all([genesys.close(), gitHub.close()])

  const summary = join(FOLDER, `${scene.name}.md`)
  writeFileSync(summary, run.summary)
  for (const [path, content] of Object.entries(scene.files ?? {})) {
    console.log(`  # ${path}\n${indent(content, 2)}\n`)
  }
  console.log(`${indent(stepOf(inputs, genesys), 2)}\n`)
  console.log(`${indent(formatLog(run.log), 2, '│ ')}\n`)
  console.log(`  exit code ${run.exitCode}   summary ${relative(ROOT, summary)}\n`)
  if (run.exitCode === scene.exitCode) return
  console.log(`  UNEXPECTED: this scene should exit with ${scene.exitCode}\n`)
  process.exitCode = 1
}

/** The workflow step as its author writes it: the secret by reference. */
function stepOf(inputs: Record<string, string>, genesys: GenesysSimulator): string {
  const secret = genesys.inputs()['genesys-client-secret']
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a workflow expression, not a template
  const reference = '${{ secrets.GENESYSCLOUD_OAUTHCLIENT_SECRET }}'
  const entries = Object.entries(inputs).map(([name, value]) => [name, value === secret ? reference : value])
  return stringify({ with: Object.fromEntries(entries) })
}

function indent(text: string, width: number, bar = ''): string {
  const lines = text.trimEnd().split('\n')
  return lines.map(line => `${' '.repeat(width)}${bar}${line}`.trimEnd()).join('\n')
}
