import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { temporaryFolder } from '../../simulator/harness/temporary.ts'
import { selectSlos } from '../../src/definitions/select.ts'
import { Problems } from '../../src/problems.ts'
import { lasting } from '../support/builders.ts'

/** Selects among the files, in their order. */
async function select(files: Record<string, string>, ids?: string[], maxBurnRate = 1) {
  const { path: folder } = temporaryFolder('slos-')
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const problems = new Problems()
  const { slos, users } = await selectSlos({
    ids,
    patterns: Object.keys(files),
    folder,
    maxBurnRate,
    problems
  })
  return { ids: slos.map(({ id }) => id), users: [...users], errors: problems.errors }
}

async function selectBare(ids: string[] | undefined, problems = new Problems()) {
  const selected = await selectSlos({ ids, patterns: undefined, folder: '.', maxBurnRate: 1, problems })
  return { ...selected, errors: problems.errors }
}

const CRM = 'id: crm\nsloTarget: 99\nsource: { type: prometheus, errorRatio: "r[$window]" }\n'
const NAMELESS = 'sloTarget: 99\nmetric: {}'
const CHAT = 'id: chat\nsloTarget: 99\nmetric: {}\n'

describe('an SLO of which only the id is known', () => {
  it('is one of the Observability API, without a target', async () => {
    expect(await selectBare(['crm'])).toEqual({
      slos: [
        {
          id: 'crm',
          name: 'crm',
          target: null,
          window: lasting('PT720H'),
          alerts: [],
          minimumEvents: 0,
          source: { type: 'genesys-observability' }
        }
      ],
      users: new Map([['genesys-observability', 'crm']]),
      errors: []
    })
  })

  it('is needed when there is no file', async () => {
    expect(await selectBare(undefined)).toEqual({
      slos: [],
      users: new Map(),
      errors: ['inputs slo-id and slo-file: are both missing; set one of them']
    })
  })

  it('is not missing when it could not be understood', async () => {
    const problems = new Problems()
    problems.inputError('slo-id', 'is wrong')
    expect(await selectBare(undefined, problems)).toMatchObject({
      slos: [],
      errors: ['input slo-id: is wrong']
    })
  })
})

describe('the SLOs of files', () => {
  it('are all of them, with the sources that they need', async () => {
    expect(await select({ 'a.yaml': CRM, 'b.yaml': CHAT })).toEqual({
      ids: ['crm', 'chat'],
      users: [
        ['prometheus', 'crm'],
        ['genesys-observability', 'chat']
      ],
      errors: []
    })
  })

  it.each([
    ['crm', 'prometheus'],
    ['chat', 'genesys-observability']
  ])('are only those whose ids are given, and need only their sources: %s', async (id, source) => {
    const { ids, users, errors } = await select({ 'a.yaml': CRM, 'b.yaml': CHAT }, [id])
    expect({ ids, users, errors }).toEqual({ ids: [id], users: [[source, id]], errors: [] })
  })

  it('may be named all', async () => {
    const { users } = await select({ 'a.yaml': CRM, 'b.yaml': CHAT }, ['chat', 'crm'])
    expect(users).toHaveLength(2)
  })

  it('are defined once', async () => {
    const { errors } = await select({ 'a.yaml': CRM, 'b.yaml': `${CHAT}---\n${CRM}` })
    expect(errors).toEqual(['b.yaml, SLO "crm", field id: is a duplicate: a.yaml defines it too'])
  })

  it('are not the same for having no id', async () => {
    const { ids, errors } = await select({ 'a.yaml': NAMELESS, 'b.yaml': NAMELESS })
    expect(ids).toHaveLength(0)
    expect(errors).toEqual(['a.yaml, field id: is missing', 'b.yaml, field id: is missing'])
  })

  it('are listed for an id that is not among them', async () => {
    const { errors } = await select({ 'a.yaml': CRM, 'b.yaml': CHAT }, ['crm', 'other'])
    expect(errors).toEqual([
      'input slo-id: "other" is defined in no file of slo-file; they define "crm", "chat"'
    ])
  })

  it('may hold an id as long as one of them cannot be read', async () => {
    const { errors } = await select({ 'a.yaml': CRM, 'b.yaml': '' }, ['other'])
    expect(errors).toEqual(['b.yaml: contains no SLO definition'])
  })
})

describe('OpenSLO documents among the files', () => {
  const document = (kind: string, name: string, spec: string) =>
    `apiVersion: openslo/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n`
  const metric = (query: string) => `{ metricSource: { type: Prometheus, spec: { query: "${query}" } } }`
  const ratio = `{ ratioMetric: { good: ${metric('g[$window]')}, total: ${metric('t[$window]')} } }`
  const sloOf = (name: string, parts = 'objectives: [{ target: 0.99 }]') =>
    document('SLO', name, `{ indicatorRef: sli, timeWindow: [{ duration: 30d, isRolling: true }], ${parts} }`)
  const SLI = document('SLI', 'sli', ratio)

  it('are SLOs beside those of our own form, and need Prometheus', async () => {
    expect(await select({ 'a.yaml': `${sloOf('voice')}---\n${CHAT}`, 'b.yaml': SLI })).toEqual({
      ids: ['chat', 'voice'],
      users: [
        ['genesys-observability', 'chat'],
        ['prometheus', 'voice']
      ],
      errors: []
    })
  })

  it('are selected by their names, and need only their source', async () => {
    const files = { 'a.yaml': `${sloOf('voice')}---\n${CHAT}`, 'b.yaml': SLI }
    expect(await select(files, ['voice'])).toEqual({
      ids: ['voice'],
      users: [['prometheus', 'voice']],
      errors: []
    })
  })

  it('may stand in a list', async () => {
    const json = JSON.stringify({ id: 'chat', sloTarget: 99, metric: {} })
    const { ids, errors } = await select({
      'a.yaml': `slos: [${json}]`,
      'b.yaml': `${sloOf('x')}---\n${SLI}`
    })
    expect({ ids, errors }).toEqual({ ids: ['chat', 'x'], errors: [] })
  })

  it.each(['a.yaml', 'z.yaml'])('do not define again what stands in %s', async own => {
    const { errors } = await select({ 'm.yaml': `${sloOf('chat')}---\n${SLI}`, [own]: CHAT })
    expect(errors).toEqual([`m.yaml, SLO "chat", field id: is a duplicate: ${own} defines it too`])
  })

  it('define an SLO, or are there for one', async () => {
    const { ids, errors } = await select({ 'a.yaml': SLI })
    expect({ ids, errors }).toEqual({ ids: [], errors: ['input slo-file: names files that define no SLO'] })
  })

  it('that define no SLO are the only problem when an id is sought in them', async () => {
    expect((await select({ 'a.yaml': SLI }, ['crm'])).errors).toEqual([
      'input slo-file: names files that define no SLO'
    ])
  })

  it('are not blamed for lacking an id when one of them is refused', async () => {
    const { errors } = await select({ 'a.yaml': sloOf('voice', 'objectives: []'), 'b.yaml': SLI }, ['other'])
    expect(errors).toEqual([
      'a.yaml, SLO "voice", field spec.objectives: [] is not accepted; it takes a list of exactly one objective'
    ])
  })

  it('are not blamed for a name that may stand in a file that cannot be read', async () => {
    const { errors } = await select({ 'a.yaml': sloOf('voice'), 'b.yaml': `${SLI}---\nid: [` })
    expect(errors).toEqual([expect.stringContaining('b.yaml: cannot be read')])
  })

  it.each(['v1', 'opensloth/v1', '5'])('are none of another apiVersion: %s', async version => {
    const { ids, errors } = await select({ 'a.yaml': `apiVersion: ${version}\n${CHAT}` })
    expect(ids).toEqual([])
    expect(errors).toEqual([expect.stringContaining('a.yaml, SLO "chat", field apiVersion: is not a known')])
  })
})

describe('a limit that can never block', () => {
  const NINETY = 'id: ninety\nsloTarget: 90\nmetric: {}\n'

  it.each([10, 10.5])('is an error that names file, id and field: %d for a target of 90', async limit => {
    const { errors } = await select({ 'crm.yaml': CRM, 'ninety.yaml': NINETY }, undefined, limit)
    expect(errors).toEqual([
      `ninety.yaml, SLO "ninety", field sloTarget: can never block: a target of 90% allows a burn rate of at most 10, which is not above max-burn-rate ${limit}; set a lower max-burn-rate or a higher target`
    ])
  })

  it('is none where it can just be exceeded, or where the SLO is not asked for', async () => {
    expect((await select({ 'ninety.yaml': NINETY }, undefined, 9.9)).errors).toEqual([])
    expect((await select({ 'crm.yaml': CRM, 'ninety.yaml': NINETY }, ['crm'], 10)).errors).toEqual([])
  })
})

describe('a file that cannot be read', () => {
  const openSlo = (spec: string) =>
    `apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: crm }\nspec: ${spec}\n`
  const REFERENCES = 'indicatorRef: sli, alertPolicies: [{ alertPolicyRef: page }]'
  const spec = (target: number) =>
    `{ ${REFERENCES}, timeWindow: [{ duration: 30d, isRolling: true }], objectives: [{ target: ${target} }] }`

  it('does not silence what is wrong with OpenSLO documents in others', async () => {
    const { errors } = await select({ 'crm.yaml': openSlo(spec(99.5)), 'bad.yaml': 'id: [' })
    expect(errors).toEqual([
      expect.stringMatching(/^bad.yaml: cannot be read/),
      expect.stringMatching(/^crm.yaml, SLO "crm", field spec.objectives\[0\].target: 99.5 is not accepted/)
    ])
  })

  it('may hold what they refer to, so that is not called missing', async () => {
    const { errors, ids } = await select({ 'crm.yaml': openSlo(spec(0.995)), 'bad.yaml': 'id: [' })
    expect(errors).toEqual([expect.stringMatching(/^bad.yaml: cannot be read/)])
    expect(ids).toEqual([])
    expect((await select({ 'crm.yaml': openSlo(spec(0.995)) })).errors).toEqual([
      expect.stringContaining('"sli" names no SLI document in the files of slo-file')
    ])
  })
})
