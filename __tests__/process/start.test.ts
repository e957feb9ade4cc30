// What only the built bundle can prove: that it starts, loads each of its parts, and ends as it should.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, delimiter, dirname, join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { startDatadog } from '../../simulator/datadog/start.ts'
import { BUDGET_COLUMNS } from '../../simulator/genesys/start.ts'
import { startGitHub } from '../../simulator/github/start.ts'
import { BUNDLE, runBundle } from '../../simulator/harness/bundle.ts'
import type { GateOptions, GateRun } from '../../simulator/harness/workspace.ts'
import { startFakePrometheus } from '../support/fakePrometheus.ts'
import { API, answering, definition, gate, run, SLO } from '../support/scenario.ts'

/** The Node that runs the action. */
const ACTION_NODE = resolve('node_modules/node/bin/node')

/** Another one that is installed here, as on other CI systems; else the one that runs the tests. */
const OTHER_NODE =
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter(folder => !folder.includes('node_modules'))
    .map(folder => join(folder, 'node'))
    .find(path => existsSync(path)) ?? process.execPath

describe.each([
  ['the Node of the action', ACTION_NODE],
  ['another Node', OTHER_NODE]
])('on %s the bundle', (_which, node) => {
  const start = (options: GateOptions) => runBundle({ ...options, node })

  test('allows a healthy SLO with exit code 0, and prints nothing to the error stream', async () => {
    const allowed = await gate({ slos: { [SLO]: 0.4 } }, {}, start)

    expect(allowed.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.4' })
    expect(allowed).toMatchObject({ exitCode: 0, stderr: '' })
  })

  test.each([
    ['an exhausted SLO', { slos: { [SLO]: 2 } }, {}, 'exhausted'],
    ['a wrong configuration', {}, { mode: 'x' }, 'config-error'],
    ['a source that refuses', { intercept: answering(API, { status: 403 }) }, {}, 'source-error']
  ])('blocks for %s with exit code 1', async (_why, genesys, inputs, verdict) => {
    const blocked = await gate(genesys, { inputs }, start)

    expect(blocked.outputs).toMatchObject({ decision: 'block', verdict })
    expect(blocked).toMatchObject({ exitCode: 1, stderr: '' })
  })
})

/** Writes down which files have been loaded by the end of the process. */
const PRELOAD = `import { registerHooks } from 'node:module'
import { writeFileSync } from 'node:fs'
const loaded = []
registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context) } })
process.on('exit', () => writeFileSync('loaded.json', JSON.stringify(loaded)))`

/** The files of the bundle that the runs of this test file have loaded. */
const loaded = new Set<string>()

async function collecting(options: GateOptions): Promise<GateRun> {
  const nodeArguments = ['--import', `data:text/javascript,${encodeURIComponent(PRELOAD)}`]
  const ran = await runBundle({ ...options, node: ACTION_NODE, nodeArguments })
  const urls = JSON.parse(readFileSync(join(ran.workspace, 'loaded.json'), 'utf8')) as string[]
  const paths = urls.filter(url => url.startsWith('file:')).map(url => new URL(url).pathname)
  for (const path of paths.filter(path => dirname(path) === dirname(BUNDLE))) loaded.add(basename(path))
  return ran
}

describe('the bundle loads what it needs', () => {
  test('for one SLO, which is nothing but the bundle itself', async () => {
    const { exitCode } = await gate({ slos: { [SLO]: 0.4 } }, {}, collecting)

    expect(exitCode).toBe(0)
    expect(loaded.size).toBeLessThanOrEqual(3)
  })

  test('for definitions in YAML that it applies, and the state file', async () => {
    const files = { 'slo.yml': `id: ${SLO}\nsloTarget: 99.5\nmetric: {}\n` }
    const inputs = { 'slo-file': 'slo.yml', 'apply-slos': 'true', 'state-file': 'state.json', mode: 'audit' }
    const applied = await gate({ slos: { [SLO]: 0.4 } }, { files, inputs }, collecting)

    expect(applied.report.applied).toHaveLength(1)
    expect(JSON.parse(readFileSync(join(applied.workspace, 'state.json'), 'utf8'))).toHaveProperty('version')
  })

  test('for data actions and their chart', async () => {
    const fields = { source: { type: 'genesys-data-actions' } }
    const one = { actionId: 'a', integrationId: 'i', durationMs: 300, errorType: 'REMOTE_ERROR' }
    const executions = [{ ...one, at: new Date(Date.now() - 3_600_000), count: 10 }]
    const options = { files: { 'slo.json': definition(fields) }, inputs: { 'slo-file': 'slo.json' } }
    const spent = await gate({ executions }, options, collecting)

    expect(spent.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
    expect(spent.exitCode).toBe(1)
  })

  test('for OpenSLO on Prometheus, and its chart', async () => {
    const prometheus = await startFakePrometheus({ answer: () => 0.02 })
    const query = '{ metricSource: { type: Prometheus, spec: { query: "ratio[$window]" } } }'
    const spec = `{ indicator: { metadata: { name: i }, spec: { ratioMetric: { rawType: failure, raw: ${query} } } },
      timeWindow: [{ duration: 30d, isRolling: true }], objectives: [{ target: 0.995 }] }`
    const files = {
      'slo.yaml': `apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: crm }\nspec: ${spec}\n`
    }
    const spent = await run(
      { files, inputs: { 'slo-file': 'slo.yaml', 'prometheus-url': prometheus.url } },
      collecting
    )
    await prometheus.close()

    expect(spent.outputs).toMatchObject({ verdict: 'exhausted', 'burn-rate': '4' })
  })

  test('for Datadog in business hours', async () => {
    const days = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']
    const businessHours = { timeZone: 'UTC', days, from: '08:00', to: '18:00' }
    const datadog = await startDatadog({ slos: { dd: { type: 'monitor', sliValue: () => 99.9 } } })
    const files = { 'slo.json': definition({ source: { type: 'datadog', sloId: 'dd' }, businessHours }) }
    const healthy = await run({ files, inputs: { 'slo-file': 'slo.json', ...datadog.inputs() } }, collecting)
    await datadog.close()

    expect(healthy.outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': '0.2' })
  })

  test('for an approval, call flows, and a comment on the pull request', async () => {
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    const headSha = 'a'.repeat(40)
    const event = { pull_request: { number: 7, head: { ref: 'feature', sha: headSha } } }
    const gitHub = await startGitHub({
      users: { ada: { role: 'admin' } },
      activity: {
        'acme/crm-flows': [{ ref: 'refs/heads/feature', after: headSha, at: at(30), type: 'push' }]
      },
      pullRequests: [
        {
          number: 7,
          headRef: 'feature',
          headSha,
          events: [{ event: 'labeled', label: 'maintenance-mode', actor: 'ada', at: at(10) }]
        }
      ]
    })
    const inputs = {
      'github-token': gitHub.token,
      'genesys-data-table': 'budgets',
      comment: 'true'
    }
    const dataTables = { budgets: { columns: BUDGET_COLUMNS, rows: {} } }
    const lifted = await gate(
      { slos: { [SLO]: 2 }, dataTables },
      { inputs, env: gitHub.env(), event, eventName: 'pull_request' },
      collecting
    )
    await gitHub.close()

    expect(lifted.outputs).toMatchObject({ decision: 'override', verdict: 'exhausted' })
    expect(lifted.report.warnings).toEqual([])
    expect(lifted.exitCode).toBe(0)
    expect(gitHub.apiRequests().filter(request => request.startsWith('POST'))).toHaveLength(1)
  })

  test('and by now every file of it has been loaded', () => {
    const folder = dirname(BUNDLE)
    const files = readdirSync(folder).filter(file => file.endsWith('.js'))
    // A file may bring another one along, which then need not be loaded for itself.
    const brought = [...loaded].flatMap(file => {
      const [, ids = ''] =
        /^export const ids = \[([\d,]*)\]/m.exec(readFileSync(join(folder, file), 'utf8')) ?? []
      return ids.split(',').map(id => `${id}.index.js`)
    })
    expect(files.filter(file => !loaded.has(file) && !brought.includes(file))).toEqual([])
  })
})

describe('the end of the process', () => {
  test('comes when everything is printed, however long the log is', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `slo-${index}-${'x'.repeat(200)}`)
    const slos = Object.fromEntries(ids.map(id => [id, 0.4]))
    const long = await gate({ slos }, { inputs: { 'slo-id': ids.join('\n') } }, runBundle)

    expect(long.exitCode).toBe(0)
    expect(long.stdout.length).toBeGreaterThan(64 * 1024)
    for (const id of ids) expect(long.stdout).toContain(id)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'comes at once with %s, which a runner sends to cancel',
    async signal => {
      const intercept = answering(API, { raw: () => undefined })
      const cancelled = await gate({ intercept }, {}, options =>
        runBundle({ ...options, killAfterMs: 1_000, killSignal: signal })
      )

      expect(cancelled.exitCode).not.toBe(0)
      expect(cancelled.outputs).toEqual({})
      expect(cancelled.durationMs).toBeLessThan(10_000)
    }
  )

  test('is the same when nobody reads the log', async () => {
    const unread = await gate({ slos: { [SLO]: 0.4 } }, {}, options =>
      runBundle({ ...options, isLogClosed: true })
    )

    expect(unread.exitCode).toBe(0)
    expect(unread.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(unread.report.decision).toBe('allow')
  })

  test('comes with outputs when the working folder was removed', async () => {
    const gone = await gate({ slos: { [SLO]: 2 } }, {}, options =>
      runBundle({ ...options, isFolderRemoved: true })
    )

    expect(gone.exitCode).toBe(1)
    expect(gone.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted' })
  })

  test('comes when the time is up, although the server says nothing', async () => {
    const intercept = answering(API, { raw: () => undefined })
    const late = await gate({ intercept }, { inputs: { timeout: 'PT1S' } }, runBundle)

    expect(late.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    expect(late.outputs['reason']).toContain('the time budget of PT1S (1 second) is used up')
    expect(late.exitCode).toBe(1)
  })

  test('comes after the wait that a server asks for', async () => {
    const replies = [{ status: 429, headers: { 'retry-after': '1' } }]
    const intercept = answering(API, () => replies.pop())
    const allowed = await gate({ slos: { [SLO]: 0.4 }, intercept }, {}, runBundle)

    expect(allowed.outputs['verdict']).toBe('healthy')
    expect(allowed.durationMs).toBeGreaterThan(1_000)
  })
})
