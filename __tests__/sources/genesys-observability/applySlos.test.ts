import { describe, expect, it } from '@jest/globals'
import { GenesysError } from '../../../src/sources/genesys/answer.ts'
import type { Genesys } from '../../../src/sources/genesys/connection.ts'
import { applySlos } from '../../../src/sources/genesys-observability/applySlos.ts'
import type { SloDefinition, SloResource } from '../../../src/sources/sloDefinition.ts'
import { sloWith } from '../../support/builders.ts'

type Request = Parameters<Genesys['ask']>[0]

const RESOURCE: SloResource = {
  id: 'crm',
  name: 'CRM lookups',
  description: 'How often the CRM answers',
  metric: { resourceType: 'API', filterExpression: 'api.success_rate > 0' },
  sloTarget: 99.5,
  timeWindow: 'PT720H',
  burnRateAlerts: [
    { level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT5M' },
    { level: 'WARNING', burnRateThreshold: 6, duration: 'PT6H', shortDuration: 'PT30M' }
  ]
}

const NONE = { ...RESOURCE, burnRateAlerts: [] }

const definitionOf = (resource: SloResource): SloDefinition => ({
  ...sloWith({ id: resource.id }),
  source: { type: 'genesys-observability' },
  resource
})

const refusal = (status: number) => new GenesysError(`Genesys Cloud answered HTTP ${status}`, { status })

/** What is there, what is refused (`POST`, `PUT crm`), and what was asked. */
interface World {
  existing?: Record<string, unknown>
  refusing?: Record<string, unknown>
  isDryRun?: boolean
}

async function applied(
  resources: readonly (SloResource | undefined)[],
  { existing = {}, refusing = {}, isDryRun = false }: World = {}
) {
  const asked: string[] = []
  const written: unknown[] = []
  const answer = ({ method, path, body }: Request) => {
    const id = path.split('/')[5]
    const what = id === undefined ? method : `${method} ${id}`
    asked.push(what)
    if (body !== undefined) written.push(body)
    if (Object.hasOwn(refusing, what)) throw refusing[what]
    return id
  }
  const genesys = {
    async ask(request: Request) {
      const id = answer(request) ?? ''
      if (!Object.hasOwn(existing, id)) throw refusal(404)
      return { body: existing[id], correlation: ' (ININ-Correlation-Id 7)', request: 1 }
    },
    async write(request: Request) {
      answer(request)
    }
  } as unknown as Genesys
  const slos = resources.map(resource => (resource ? definitionOf(resource) : sloWith()) as SloDefinition)
  const outcomes = await applySlos(slos, { genesys, isDryRun })
  return { outcomes, asked, written }
}

describe('an SLO that is not there', () => {
  it('is created as it is defined', async () => {
    expect(await applied([RESOURCE])).toEqual({
      outcomes: [{ id: 'crm', outcome: 'created', changes: [] }],
      asked: ['GET crm', 'POST'],
      written: [RESOURCE]
    })
  })

  it('would be created by a run that changes nothing', async () => {
    expect(await applied([RESOURCE], { isDryRun: true })).toEqual({
      outcomes: [{ id: 'crm', outcome: 'would create', changes: [] }],
      asked: ['GET crm'],
      written: []
    })
  })

  it('is updated when somebody else was faster', async () => {
    const { outcomes, asked, written } = await applied([RESOURCE], { refusing: { POST: refusal(409) } })
    expect(outcomes).toEqual([{ id: 'crm', outcome: 'created', changes: [] }])
    expect(asked).toEqual(['GET crm', 'POST', 'PUT crm'])
    expect(written).toEqual([RESOURCE, RESOURCE])
  })

  it.each([400, 401, 403, 404, 500])('is a problem when creating it is refused with %d', async status => {
    const { outcomes, asked } = await applied([RESOURCE], { refusing: { POST: refusal(status) } })
    expect(outcomes).toEqual([
      { id: 'crm', outcome: 'failed', changes: [], problem: `Genesys Cloud answered HTTP ${status}` }
    ])
    expect(asked).toEqual(['GET crm', 'POST'])
  })

  it('is a problem when neither creating nor updating it is accepted', async () => {
    const refusing = { POST: refusal(409), 'PUT crm': refusal(403) }
    const { outcomes } = await applied([RESOURCE], { refusing })
    expect(outcomes).toEqual([
      { id: 'crm', outcome: 'failed', changes: [], problem: 'Genesys Cloud answered HTTP 403' }
    ])
  })
})

describe('an SLO that is there', () => {
  /** Keys in another order, all the way down. */
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, part]) => [key, reversed(part)])
    )
  }
  const { description: _, ...WITHOUT_DESCRIPTION } = RESOURCE

  it.each<[string, SloResource, unknown]>([
    ['to the letter', RESOURCE, RESOURCE],
    ['in another order', RESOURCE, reversed(RESOURCE)],
    ['with what the server adds', RESOURCE, { ...RESOURCE, version: 7, selfUri: '/x', dateModified: 'now' }],
    ['with a window in other words', RESOURCE, { ...RESOURCE, timeWindow: 'P30D' }],
    [
      'with alerts in other words',
      RESOURCE,
      {
        ...RESOURCE,
        burnRateAlerts: [
          { level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT300S', shortDuration: null },
          { level: 'WARNING', burnRateThreshold: 6.0, duration: 'PT360M', shortDuration: 'PT0.5H' }
        ]
      }
    ],
    ['with null where there is nothing', WITHOUT_DESCRIPTION, { ...RESOURCE, description: null }],
    ['without a key where there is nothing', WITHOUT_DESCRIPTION, WITHOUT_DESCRIPTION],
    ['with an empty list of alerts', NONE, NONE],
    ['without a list of alerts where there are none', NONE, { ...NONE, burnRateAlerts: undefined }],
    ['with null for a list of alerts where there are none', NONE, { ...NONE, burnRateAlerts: null }]
  ])('and says the same is left alone: %s', async (_how, resource, existing) => {
    expect(await applied([resource], { existing: { crm: existing } })).toEqual({
      outcomes: [{ id: 'crm', outcome: 'unchanged', changes: [] }],
      asked: ['GET crm'],
      written: []
    })
  })

  it.each<[string, object, unknown]>([
    ['target', { sloTarget: 99 }, 'sloTarget: 99 → 99.5'],
    ['target as text', { sloTarget: '99.5' }, 'sloTarget: "99.5" → 99.5'],
    ['target that is missing', { sloTarget: undefined }, 'sloTarget: none → 99.5'],
    ['name', { name: 'CRM' }, 'name: "CRM" → "CRM lookups"'],
    ['description', { description: null }, 'description: none → "How often the CRM answers"'],
    ['window', { timeWindow: 'P7D' }, 'timeWindow: "P7D" → "PT720H"'],
    ['window that is none', { timeWindow: 'a month' }, 'timeWindow: "a month" → "PT720H"'],
    [
      'metric',
      { metric: { resourceType: 'API', filterExpression: 'x' } },
      'metric: {"resourceType":"API","filterExpression":"x"} → {"resourceType":"API","filterExpression":"api.success_rate > 0"}'
    ],
    ['alerts', { burnRateAlerts: [] }, expect.stringMatching(/^burnRateAlerts: \[\] → \[\{"level":"CRIT/)],
    [
      'order of alerts',
      { burnRateAlerts: RESOURCE.burnRateAlerts.toReversed() },
      expect.stringMatching(/^burnRateAlerts: \[\{"level":"WARN.* → \[\{"level":"CRIT/)
    ],
    [
      'alert without its short window',
      { burnRateAlerts: RESOURCE.burnRateAlerts.map(({ shortDuration: _, ...alert }) => alert) },
      expect.stringContaining('"shortDuration":"PT30M"')
    ]
  ])('with another %s is updated, whole', async (_what, other, change) => {
    const world = { existing: { crm: { ...RESOURCE, ...other } } }
    expect(await applied([RESOURCE], world)).toEqual({
      outcomes: [{ id: 'crm', outcome: 'updated', changes: [change] }],
      asked: ['GET crm', 'PUT crm'],
      written: [RESOURCE]
    })
    expect(await applied([RESOURCE], { ...world, isDryRun: true })).toEqual({
      outcomes: [{ id: 'crm', outcome: 'would update', changes: [change] }],
      asked: ['GET crm'],
      written: []
    })
  })

  it('loses what is not defined any more', async () => {
    const { outcomes, written } = await applied([WITHOUT_DESCRIPTION], { existing: { crm: RESOURCE } })
    expect(outcomes).toMatchObject([{ changes: ['description: "How often the CRM answers" → none'] }])
    expect(written).toEqual([WITHOUT_DESCRIPTION])
  })

  it('has every change named', async () => {
    const { outcomes } = await applied([RESOURCE], { existing: { crm: { id: 'crm' } } })
    expect(outcomes[0]?.changes.map(change => change.split(':')[0])).toEqual([
      ...['name', 'description', 'metric', 'sloTarget', 'timeWindow', 'burnRateAlerts']
    ])
  })

  it('is not the same for words that only look like a window', async () => {
    const resource = { ...RESOURCE, name: 'PT1H' }
    const { outcomes } = await applied([resource], { existing: { crm: { ...resource, name: 'PT60M' } } })
    expect(outcomes).toMatchObject([{ outcome: 'updated', changes: ['name: "PT60M" → "PT1H"'] }])
  })

  it('is a problem when changing it is refused', async () => {
    const world = { existing: { crm: { ...RESOURCE, sloTarget: 99 } }, refusing: { 'PUT crm': refusal(403) } }
    expect((await applied([RESOURCE], world)).outcomes).toEqual([
      { id: 'crm', outcome: 'failed', changes: [], problem: 'Genesys Cloud answered HTTP 403' }
    ])
  })
})

describe('what is answered about an SLO', () => {
  it.each<[unknown, string]>([
    [null, 'null'],
    ['crm', '"crm"'],
    [[RESOURCE], 'a list'],
    [5, '5']
  ])('has to be one: %j', async (body, shown) => {
    const { outcomes, asked } = await applied([RESOURCE], { existing: { crm: body } })
    expect(outcomes).toEqual([
      {
        id: 'crm',
        outcome: 'failed',
        changes: [],
        problem: `Genesys Cloud answered with ${shown}, where an SLO belongs (ININ-Correlation-Id 7)`
      }
    ])
    expect(asked).toEqual(['GET crm'])
  })

  it.each([400, 401, 403, 500])('is a problem when it is refused with %d', async status => {
    for (const isDryRun of [false, true]) {
      const { outcomes, asked } = await applied([RESOURCE], {
        isDryRun,
        refusing: { 'GET crm': refusal(status) }
      })
      expect(outcomes).toMatchObject([{ outcome: 'failed', problem: expect.stringContaining(`${status}`) }])
      expect(asked).toEqual(['GET crm'])
    }
  })

  it('may be nested deeper than anything can compare: that is a problem of this SLO only', async () => {
    let deep: unknown = 1
    for (let depth = 0; depth < 100_000; depth++) deep = [deep]
    const existing = { crm: { ...RESOURCE, metric: deep }, other: { ...RESOURCE, id: 'other' } }
    const { outcomes } = await applied([RESOURCE, { ...RESOURCE, id: 'other' }], { existing })
    expect(outcomes[1]).toMatchObject({ id: 'other', outcome: 'unchanged' })
    expect(outcomes[0]?.id).toBe('crm')
  })
})

describe('several SLOs', () => {
  it('each have their own outcome, in the order of the definitions', async () => {
    const resources = ['new', 'same', 'other', 'refused', 'wrong'].map(id => ({ ...RESOURCE, id }))
    const [, same, other] = resources
    const { outcomes } = await applied(resources, {
      existing: { same, other: { ...other, name: 'x' }, wrong: [] },
      refusing: { 'GET refused': refusal(403) }
    })
    expect(outcomes.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      ...['new created', 'same unchanged', 'other updated', 'refused failed', 'wrong failed']
    ])
  })

  it('are those that are defined as resources', async () => {
    expect(await applied([undefined])).toEqual({ outcomes: [], asked: [], written: [] })
    expect((await applied([undefined, RESOURCE])).outcomes).toHaveLength(1)
  })

  it.each(['a/b', 'a b', 'ü%2F?x=1#y', '__proto__'])('have any id: %s', async id => {
    const { asked } = await applied([{ ...RESOURCE, id }])
    expect(asked).toEqual([`GET ${encodeURIComponent(id)}`, 'POST'])
  })
})

it('a defect is none of Genesys Cloud, and is not hidden', async () => {
  const defect = new TypeError('a defect')
  await expect(applied([RESOURCE], { refusing: { 'GET crm': defect } })).rejects.toBe(defect)
  await expect(applied([RESOURCE], { refusing: { POST: defect } })).rejects.toBe(defect)
})
