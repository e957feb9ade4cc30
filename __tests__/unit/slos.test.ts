import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { temporaryFolder } from '../../simulator/temporary.ts'
import { Problems } from '../../src/config/problems.ts'
import { selectSlos } from '../../src/config/slos.ts'
import { lasting } from './support.ts'

/** Selects among the files, in their order. */
async function select(files: Record<string, string>, ids?: string[]) {
  const { path: folder } = temporaryFolder('slos-')
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const problems = new Problems()
  const { slos, sourceUsers } = await selectSlos({ ids, patterns: Object.keys(files), folder, problems })
  return { ids: slos.map(({ id }) => id), users: [...sourceUsers], errors: problems.errors }
}

async function selectBare(ids: string[] | undefined, problems = new Problems()) {
  const selected = await selectSlos({ ids, patterns: undefined, folder: '.', problems })
  return { ...selected, errors: problems.errors }
}

const CRM = 'id: crm\nsloTarget: 99\nsource: { type: prometheus, errorRatio: "r[$window]" }\n'
const CHAT = 'id: chat\nsloTarget: 99\n'

describe('an SLO of which only the id is known', () => {
  it('is one of the Observability API, without a target', async () => {
    expect(await selectBare(['crm'])).toEqual({
      slos: [
        {
          ...{ id: 'crm', name: 'crm', target: null, window: lasting('PT720H') },
          ...{ alerts: [], minimumEvents: 0, source: { type: 'genesys-observability' } }
        }
      ],
      sourceUsers: new Map([['genesys-observability', 'crm']]),
      errors: []
    })
  })

  it('is needed when there is no file', async () => {
    expect(await selectBare(undefined)).toEqual({
      ...{ slos: [], sourceUsers: new Map() },
      errors: ['inputs slo-id and slo-file: are both missing; set one of them']
    })
  })

  it('is not missing when it could not be understood', async () => {
    const problems = new Problems()
    problems.error('input slo-id', 'is wrong')
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
    const { ids, errors } = await select({ 'a.yaml': 'sloTarget: 99', 'b.yaml': 'sloTarget: 99' })
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
    expect(errors).toEqual(['b.yaml: holds no SLO definition'])
  })
})
