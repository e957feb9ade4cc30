import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseTerraform } from '@cdktf/hcl2json'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { Problems } from '../../src/problems.ts'
import { parseDefinition } from '../support/definitions.ts'
import { gateInputs, yamlBlocks, yamlProblems } from '../support/documentedWorkflows.ts'
import { type Call, type Flow, findAll, simulate, taskOf, type World } from '../support/flowSimulator.ts'

const EXAMPLE = 'examples/call-flow-degradation'
const read = (path: string) => readFileSync(join(EXAMPLE, path), 'utf8')

/** The row that the action writes, as users may rely on it. */
const COLUMNS = {
  key: 'string',
  current_budget_health: 'number',
  error_budget_remaining: 'integer',
  burn_rate: 'number',
  degraded: 'boolean',
  maintenance_mode: 'boolean',
  maintenance_until: 'string',
  verdict: 'string',
  updated_at: 'string',
  run_url: 'string'
} as const

const flowText = read('flows/budget-aware-inbound.yaml')
const options: Readonly<Record<string, string>> = parse(read('flows/options.example.yaml'))

/** As Archy does it: every placeholder gives way to the option of its name. */
function flowFrom(text: string): Flow {
  const filled = text.replace(/\{\{(\w+)\}\}/g, (_, name) => options[name] ?? `no option ${name}`)
  return parse(filled).inboundCall
}

const flow = flowFrom(flowText)
const slo = parse(read('slos/crm.yaml'))

describe('the files', () => {
  const files = readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' }).map(path =>
    path.replaceAll('\\', '/')
  )

  it.each(files.filter(path => path.endsWith('.tf')))('%s is Terraform', async path => {
    expect(Object.keys(await parseTerraform(path, read(path)))).not.toEqual([])
  })

  it.each(files.filter(path => /\.ya?ml$/.test(path)))('%s is YAML', path => {
    expect(yamlProblems(read(path))).toEqual([])
  })

  it.each(files.filter(path => /\.(md|tf|ya?ml)$/.test(path)))('%s names only files that exist', path => {
    const linked = [...read(path).matchAll(/\]\((?!https?:|#|\.\.\/\.\.\/)([^)#]+)/g)].map(([, file]) => file)
    expect(linked.filter(file => !files.includes(String(file)))).toEqual([])
  })
})

describe('the data table', () => {
  const load = async () => {
    const { resource } = await parseTerraform('main.tf', read('terraform/main.tf'))
    return resource as Record<string, Record<string, readonly Record<string, unknown>[]>>
  }
  const properties = async () => {
    const [table] = Object.values((await load())['genesyscloud_architect_datatable'] ?? {}).flat()
    return table?.['properties'] as readonly Record<string, string>[]
  }

  it('has the columns that the action writes, and their types', async () => {
    const columns = (await properties()).map(({ name, type }) => [name, type])
    expect(columns).toEqual(Object.entries(COLUMNS))
  })

  it('has a title for every column, and no attribute that the provider does not know', async () => {
    for (const property of await properties()) {
      expect(Object.keys(property)).toEqual(expect.arrayContaining(['name', 'type', 'title']))
      expect(['name', 'type', 'title', 'default']).toEqual(expect.arrayContaining(Object.keys(property)))
    }
  })

  it('requires the key and nothing else: what a row leaves out has a harmless value', async () => {
    const [key, ...others] = await properties()
    expect(key).toEqual({ name: 'key', type: 'string', title: expect.any(String) })
    // The provider requires the key; a text without a default is empty.
    const defaults = others
      .filter(({ type }) => type !== 'string')
      .map(column => [column['name'], column['default']])
    expect(Object.fromEntries(defaults)).toEqual({
      current_budget_health: '1',
      error_budget_remaining: '100',
      burn_rate: '0',
      degraded: 'false',
      maintenance_mode: 'false'
    })
  })

  it('leaves the rows to the action', async () => {
    expect(Object.keys(await load()).toSorted()).toEqual([
      'genesyscloud_architect_datatable',
      'genesyscloud_auth_role'
    ])
  })

  it('comes with a role that can do no more than the action does', async () => {
    const [role] = Object.values((await load())['genesyscloud_auth_role'] ?? {}).flat()
    const policies = role?.['permission_policies'] as readonly Record<string, string | readonly string[]>[]
    const permissions = policies.flatMap(({ domain, entity_name, action_set }) =>
      [action_set ?? []].flat().map(action => `${domain}:${entity_name}:${action}`)
    )
    expect(permissions).toEqual([
      'integrations:action:view',
      'architect:datatable:view',
      'architect:datatableRow:add',
      'architect:datatableRow:edit',
      'architect:datatableRow:view'
    ])
  })

  it('uses the variables that are declared, all of them', async () => {
    const declared = await parseTerraform('variables.tf', read('terraform/variables.tf'))
    const used = [...read('terraform/main.tf').matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name)
    expect(Object.keys(declared['variable']).toSorted()).toEqual(used.toSorted())
    const outputs = [...read('terraform/outputs.tf').matchAll(/(genesyscloud_\w+)\.(\w+)\.id/g)]
    for (const [, type = '', name = ''] of outputs) expect(await load()).toHaveProperty([type, name])
  })
})

describe('the SLO', () => {
  it.each(readdirSync(join(EXAMPLE, 'slos')))('in %s is one that the action takes as it is', name => {
    const file = `slos/${name}`
    const problems = new Problems()
    const definition = parseDefinition({ file, value: parse(read(file)) }, problems)
    expect(problems).toEqual(new Problems())
    expect(definition).toMatchObject({ id: expect.stringMatching(/^[^/]+$/) })
  })

  it('in the README, for flows, is taken too, with a word on its short window', () => {
    const definitions = yamlBlocks(read('README.md'), 'README.md').map(({ text }) => parse(text))
    const [value, ...others] = definitions.filter(({ sloTarget }) => sloTarget !== undefined)
    expect(others).toEqual([])
    const problems = new Problems()
    expect(parseDefinition({ file: 'README.md', value }, problems)).toBeDefined()
    expect(problems.errors).toEqual([])
    expect(problems.warnings).toEqual([expect.stringContaining('PT1H is shorter than seven days')])
  })

  it('is measured by what every organisation has', () => {
    expect(slo.source).toEqual({ type: 'genesys-data-actions', integrationId: expect.any(String) })
  })

  it('has the row that the flow reads', () => {
    expect(slo.id).toBe(options['slo_key'])
  })
})

describe('the flow file', () => {
  it('leaves the names to the options, and the options name nothing else', () => {
    const placeholders = [...flowText.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name)
    expect([...new Set(placeholders)].toSorted()).toEqual(Object.keys(options).toSorted())
    expect(flowText).not.toMatch(/\{\{(?!\w+\}\})/)
  })

  it('reads only columns of the table', () => {
    const read = findAll(flow, 'foundOutputs').flatMap(outputs => Object.keys(outputs as object))
    expect(read).toEqual(['current_budget_health', 'maintenance_mode', 'updated_at'])
    expect(Object.keys(COLUMNS)).toEqual(expect.arrayContaining(read))
  })

  it('reads them once', () => {
    expect(findAll(flow, 'dataTableLookup')).toHaveLength(1)
  })

  it('reads them into variables of their types', () => {
    const types = {
      number: 'decimalVariable',
      integer: 'integerVariable',
      boolean: 'booleanVariable',
      string: 'stringVariable'
    }
    const [outputs] = findAll(flow, 'foundOutputs') as Record<keyof typeof COLUMNS, { var: string }>[]
    for (const [column, { var: name }] of Object.entries(outputs ?? {})) {
      expect([column, name, typeOf(name)]).toEqual([
        column,
        name,
        types[COLUMNS[column as keyof typeof COLUMNS]]
      ])
    }
  })

  it('has the threshold that the action has', () => {
    expect(initialValue('Flow.budget_threshold')).toEqual({ lit: 0.8 })
    expect(typeOf('Flow.budget_threshold')).toBe('decimalVariable')
    for (const file of ['publish-error-budget.yml', 'deploy.yml']) {
      expect(findAll(parse(read(`.github/workflows/${file}`)), 'degrade-below')).toEqual(['0.8'])
    }
  })

  it('declares every variable that it uses and uses every one that it declares', () => {
    const declared = declarations().map(([, { name }]) => name)
    const outside = flowText.replace(/^ *name: (Flow|Task)\.\w+$/gm, '')
    const used = [...outside.matchAll(/\b(?:Flow|Task)\.\w+/g)].map(([name]) => name)
    expect([...new Set(used)].toSorted()).toEqual(declared.toSorted())
  })

  it('jumps only to tasks that exist, and to all of them', () => {
    const references = [flow.startUpRef, ...findAll(flow, 'targetTaskRef').map(String)]
    const reached = references.map(reference => taskOf(flow, reference).refId)
    expect([...new Set(reached)].toSorted()).toEqual(flow.tasks.map(({ task }) => task.refId).toSorted())
  })

  it.each(['transferToAcd', 'callData', 'dataTableLookup', 'decision'])(
    'has a way on from every output of %s',
    type => {
      const outputs = {
        transferToAcd: ['failure'],
        callData: ['failure', 'success', 'timeout'],
        dataTableLookup: ['failure', 'found', 'notFound'],
        decision: ['no', 'yes']
      }
      for (const action of findAll(flow, type) as { outputs: Record<string, { actions: unknown[] }> }[]) {
        expect(Object.keys(action.outputs).toSorted()).toEqual(outputs[type as keyof typeof outputs])
        for (const { actions } of Object.values(action.outputs)) expect(actions).not.toEqual([])
      }
    }
  )

  it('says something when a transfer begins, when it fails, and when the flow itself fails', () => {
    for (const transfer of findAll(flow, 'transferToAcd')) {
      expect(transfer).toMatchObject({
        preTransferAudio: { tts: expect.stringMatching(/\w/) },
        failureTransferAudio: { tts: expect.stringMatching(/\w/) }
      })
    }
    expect(findAll(flow, 'preHandlingAudio')).toEqual([{ tts: expect.stringMatching(/\w/) }])
  })
})

const MAIN = String(options['main_queue_name'])
const FALLBACK = String(options['fallback_queue_name'])
const NOTICE = expect.stringMatching(/not working well.*agent/)

/** A row as the action writes it, five minutes ago. */
const row = (parts: Record<string, string | number | boolean> = {}) => ({
  key: slo.id,
  current_budget_health: 1,
  error_budget_remaining: 60,
  burn_rate: 0.4,
  degraded: false,
  maintenance_mode: false,
  maintenance_until: '',
  verdict: 'healthy',
  updated_at: '2026-11-23T17:55:00Z',
  run_url: 'https://github.com/example/flows/actions/runs/1',
  ...parts
})

const world = (parts: Partial<World> = {}): World => ({
  now: '2026-11-23T18:00:00Z',
  row: row(),
  crm: 'success',
  open: [MAIN, FALLBACK],
  ...parts
})

const low = { current_budget_health: 0.5, burn_rate: 2, degraded: true, verdict: 'exhausted' }
const old = { updated_at: '2026-11-23T16:59:59Z' }
const careful = { 'Flow.degrade_without_news': true }

describe('a call', () => {
  const normal = { askedCrm: true, queue: MAIN }
  const degraded = { askedCrm: false, queue: FALLBACK }

  it.each<[string, Partial<World>, Partial<Call>]>([
    ['the budget is healthy', {}, normal],
    ['the budget is low', { row: row(low) }, degraded],
    ['health is at the threshold', { row: row({ current_budget_health: 0.8 }) }, normal],
    ['health is just below it', { row: row({ current_budget_health: 0.7999 }) }, degraded],
    [
      'the team chose another threshold',
      { row: row(low), settings: { 'Flow.budget_threshold': 0.4 } },
      normal
    ],
    ['the budget is low during a maintenance', { row: row({ ...low, maintenance_mode: true }) }, normal],
    ['the row is old', { row: row({ ...low, ...old }) }, normal],
    [
      'the row has just the oldest age',
      { row: row({ ...low, updated_at: '2026-11-23T17:00:00Z' }) },
      degraded
    ],
    ['the row was never written', { row: row({ ...low, updated_at: '' }) }, normal],
    ['there is no row', { row: 'missing' }, normal],
    ['the row is that of another SLO', { row: row({ ...low, key: 'billing' }) }, normal],
    ['the lookup fails', { row: 'failure' }, normal],
    ['the row is old and the team is careful', { row: row(old), settings: careful }, degraded],
    [
      'the row was never written and the team is careful',
      { row: row({ updated_at: '' }), settings: careful },
      degraded
    ],
    ['there is no row and the team is careful', { row: 'missing', settings: careful }, degraded],
    ['the lookup fails and the team is careful', { row: 'failure', settings: careful }, degraded],
    [
      'an old row tells of a maintenance and the team is careful',
      { row: row({ ...old, maintenance_mode: true }), settings: careful },
      degraded
    ],
    ['the news is good and the team is careful', { settings: careful }, normal],
    ['the CRM fails', { crm: 'failure' }, normal],
    ['the CRM is too slow', { crm: 'timeout' }, normal],
    ['the main queue does not take the call', { open: [FALLBACK] }, { askedCrm: true, queue: FALLBACK }],
    [
      'the fallback queue does not take the call',
      { row: row(low), open: [MAIN] },
      { askedCrm: false, queue: MAIN }
    ],
    ['no queue takes the call', { open: [] }, { askedCrm: true, queue: undefined }]
  ])('when %s', (_, parts, expected) => {
    const call = simulate(flow, world(parts))
    expect(call).toMatchObject(expected)
    expect(call.heard).toEqual(
      call.askedCrm ? expect.not.arrayContaining([NOTICE]) : expect.arrayContaining([NOTICE])
    )
  })

  it.each<[World['crm'], number]>([
    ['success', 7],
    ['unset', 0],
    ['failure', 0],
    ['timeout', 0]
  ])('whose lookup ends in %s goes on with a priority of %d', (crm, priority) => {
    expect(simulate(flow, world({ crm })).steps).toContainEqual({ kind: 'transfer', queue: MAIN, priority })
  })
})

/** Calls of every kind: each row, answer of the CRM, state of the queues and choice of the team. */
const worlds: readonly World[] = [
  ...['missing' as const, 'failure' as const, row(), row(low), row({ ...low, maintenance_mode: true })],
  ...[row({ ...low, ...old }), row({ updated_at: '' })]
].flatMap(row =>
  (['success', 'unset', 'failure', 'timeout'] as const).flatMap(crm =>
    [[], [MAIN], [FALLBACK], [MAIN, FALLBACK]].flatMap(open =>
      [{}, careful].map(settings => world({ row, crm, open, settings }))
    )
  )
)

describe('every call', () => {
  it('reaches an agent if any queue takes it', () => {
    for (const world of worlds) {
      const { queue } = simulate(flow, world)
      expect(queue === undefined).toBe(world.open.length === 0)
    }
  })

  it('hears something before the CRM is asked, before each transfer, and before the end', () => {
    for (const world of worlds) {
      const { steps } = simulate(flow, world)
      expect(steps[0]?.kind).toBe('audio')
      const silent = steps.filter(
        (step, index) => step.kind !== 'audio' && steps[index - 1]?.kind !== 'audio'
      )
      expect(silent).toEqual([])
    }
  })

  it('leaves no action of the flow unused', () => {
    const visited = new Set<Readonly<Record<string, unknown>>>()
    for (const world of worlds) simulate(flow, world, visited)
    const actions = findAll(flow, 'actions').flatMap(list => list as Record<string, object>[])
    const unused = actions
      .flatMap(action => Object.values(action))
      .filter(body => !visited.has(body as never))
    expect(unused).toEqual([])
  })
})

describe('the simulator', () => {
  const disconnects = / {10}- disconnect:\n {14}name: End of the call\n/g
  const undated = { row: row({ updated_at: '' }) }

  it.each<[string, string | RegExp, string, Partial<World>, RegExp]>([
    ['a task that does not exist', 'task[normal]', 'task[usual]', {}, /there is no task .*usual/],
    [
      'an unknown variable',
      'exp: Task.has_news\n',
      'exp: Task.news\n',
      {},
      /there is no variable Task\.news/
    ],
    ['a time that is none', 'IsNotSetOrEmpty(Task.updated_at)', '1 > 2', undated, /is no time/],
    ['an action it does not know', 'callData:', 'callBridge:', {}, /callBridge is no action/],
    ['a task that ends with the call still there', disconnects, '', { open: [] }, /comes to its end/]
  ])('finds %s', (_, from, to, parts, message) => {
    expect(() => simulate(flowFrom(flowText.replaceAll(from, to)), world(parts))).toThrow(message)
  })
})

describe('the workflow that publishes', () => {
  const text = read('.github/workflows/publish-error-budget.yml')
  const workflow = parse(text)
  const job = workflow.jobs.publish

  it('runs every five minutes and on demand, one at a time, to its end', () => {
    expect(workflow.on).toEqual({ schedule: [{ cron: '2-57/5 * * * *' }], workflow_dispatch: null })
    expect(workflow.concurrency).toEqual({ group: expect.any(String), 'cancel-in-progress': false })
    expect(job['timeout-minutes']).toBeLessThanOrEqual(5)
  })

  it('may only read', () => {
    expect(workflow.permissions).toEqual({})
    expect(job.permissions).toEqual({ contents: 'read', 'pull-requests': 'read' })
  })

  it('never fails for the budget, and publishes what flows read', () => {
    expect(gateInputs(text)).toEqual(
      expect.arrayContaining([
        'slo-file',
        'genesys-data-table',
        'degrade-below',
        'flow-id',
        'event-webhook-url'
      ])
    )
    expect(findAll(job, 'mode')).toEqual(['audit'])
  })

  it('keeps its state between runs, after failures too', () => {
    const [restore, save] = ['restore', 'save'].map(what =>
      job.steps.find((step: { uses?: string }) => step.uses?.startsWith(`actions/cache/${what}@`))
    )
    const [file] = findAll(job, 'state-file')
    expect(restore.with).toMatchObject({ path: file, 'restore-keys': 'error-budget-' })
    expect(save.with).toEqual({ path: file, key: restore.with.key })
    expect(save.if).toContain('always()')
  })

  it('takes secrets from secrets only', () => {
    const secret = /^\$\{\{ secrets\.\w+ \}\}$/
    const names = ['genesys-client-id', 'genesys-client-secret', 'event-webhook-url']
    for (const name of names) expect(findAll(job, name)).toEqual([expect.stringMatching(secret)])
  })
})

describe('the workflow that deploys', () => {
  const text = read('.github/workflows/deploy.yml')
  const { jobs } = parse(text)

  it('deploys only what the gate lets pass', () => {
    expect(jobs.deploy.needs).toBe('error-budget')
    expect(gateInputs(text)).not.toContain('mode')
  })

  it('shares the state with the workflow that publishes', () => {
    const key = (file: string) => findAll(parse(read(`.github/workflows/${file}`)), 'restore-keys')
    expect(key('deploy.yml')).toEqual(key('publish-error-budget.yml'))
  })

  it('publishes the flow of this example, with the options that were filled in', () => {
    const script = jobs.deploy.steps.map(({ run }: { run?: string }) => run ?? '').join('\n')
    expect(script).toContain('flows/budget-aware-inbound.yaml')
    expect(script).toContain('flows/options.yaml')
  })
})

function declarations() {
  const lists = [flow.variables, ...flow.tasks.map(({ task }) => task.variables ?? [])]
  return lists.flat().flatMap(entry => Object.entries(entry))
}

const declaration = (name: string) => declarations().find(([, variable]) => variable.name === name)

function typeOf(name: string) {
  return declaration(name)?.[0]
}

function initialValue(name: string) {
  return declaration(name)?.[1].initialValue
}
