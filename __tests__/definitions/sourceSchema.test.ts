import { describe, expect, it } from '@jest/globals'
import { windowsOf } from '../../src/budget/window.ts'
import { Problems } from '../../src/problems.ts'
import { lasting } from '../support/builders.ts'
import { parseDefinition } from '../support/definitions.ts'

function withSource(source: unknown, parts: object = {}) {
  const problems = new Problems()
  const value = { id: 'crm', sloTarget: 99.5, ...parts, source }
  const slo = parseDefinition({ file: 'slo.yaml', value }, problems)
  return { slo, errors: problems.errors, warnings: problems.warnings }
}

const place = (field: string) => `slo.yaml, SLO "crm", field ${field}: `
const UNKNOWN = 'is not a known key; '

/** It is taken without a word. */
function expectTaken(source: object, taken: object, parts: object = {}) {
  const { slo, errors, warnings } = withSource(source, parts)
  expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
  expect(slo?.source).toEqual(taken)
  return slo
}

describe('the source of an SLO', () => {
  it('is the Observability API where nothing else is said', () => {
    expectTaken({ type: 'genesys-observability' }, { type: 'genesys-observability' })
  })

  it.each<[object, string]>([
    [{ type: 'genesys-observability' }, 'url'],
    [{ type: 'genesys-observability' }, 'sloId'],
    [{ type: 'genesys-data-actions' }, 'apiUrl'],
    [{ type: 'genesys-data-actions' }, 'actionId'],
    [{ type: 'prometheus', errorRatio: 'r[$window]' }, 'url'],
    [{ type: 'prometheus', errorRatio: 'r[$window]' }, 'token'],
    [{ type: 'datadog', sloId: 'abc' }, 'site'],
    [{ type: 'datadog', sloId: 'abc' }, 'apiKey']
  ])('has no other keys, least of all addresses and secrets: %j with %s', (source, key) => {
    const { slo, errors } = withSource({ ...source, [key]: 'x' })
    expect(slo).toBeUndefined()
    expect(errors).toEqual([expect.stringContaining(place(`source.${key}`) + UNKNOWN)])
  })

  it('has everything reported that is wrong with it', () => {
    const { slo, errors } = withSource({
      type: 'genesys-data-actions',
      integrationId: '',
      actionIds: ['', 5],
      ignoreErrorTypes: ['NONE'],
      ignoreResponseStatuses: [40],
      slowerThan: 0,
      delay: 'PT2H'
    })
    expect(slo).toBeUndefined()
    expect(errors.map(error => /, field (.*?): /.exec(error)?.[1])).toEqual([
      'source.integrationId',
      'source.actionIds[0]',
      'source.actionIds[1]',
      'source.ignoreErrorTypes[0]',
      'source.ignoreResponseStatuses[0]',
      'source.slowerThan',
      'source.delay'
    ])
  })
})

describe('data actions', () => {
  const NOTHING_IGNORED = { ignoreErrorTypes: [], ignoreResponseStatuses: [] }
  const taken = (parts: object, as: object) =>
    expectTaken(
      { type: 'genesys-data-actions', ...parts },
      { type: 'genesys-data-actions', ...NOTHING_IGNORED, ...as }
    )

  it('are all those of the organisation, of which all executions count, unless more is said', () => {
    taken({}, {})
  })

  const CRM = '6f0e1c1a-2f3b-4c5d-8e9f-0a1b2c3d4e5f'

  it('are those of an integration, of a list, or of both', () => {
    taken({ integrationId: CRM }, { integrationId: CRM })
    taken({ actionIds: ['a', 'b'] }, { actionIds: ['a', 'b'] })
    taken({ integrationId: CRM, actionIds: ['a'] }, { integrationId: CRM, actionIds: ['a'] })
  })

  it('may be called for what counts in neither good nor total', () => {
    const ignoreErrorTypes = ['CLIENT_TIMEOUT', 'none']
    taken({ ignoreErrorTypes }, { ignoreErrorTypes })
    taken({ ignoreResponseStatuses: [404, '429', 500.0] }, { ignoreResponseStatuses: ['404', '429', '500'] })
    taken(NOTHING_IGNORED, {})
  })

  it.each<[unknown, number]>([
    ['PT2S', 2_000],
    ['PT0.5S', 500],
    ['PT1M', 60_000],
    [1, 1],
    [1_500, 1_500]
  ])('may be slow: %j', (slowerThan, slowerThanMs) => {
    const slo = taken({ slowerThan }, { slowerThanMs })
    expect(slo?.source).not.toHaveProperty('slowerThan')
  })

  it.each<[unknown, string | undefined]>([
    [undefined, 'PT5M'],
    ['PT1S', 'PT1S'],
    ['PT1H', 'PT1H'],
    ['PT60M', 'PT60M'],
    ['PT0S', undefined]
  ])('may be known of late: %j', (delay, iso) => {
    const { slo, errors } = withSource({ type: 'genesys-data-actions', ...(delay ? { delay } : {}) })
    expect(errors).toEqual([])
    expect(slo?.delay).toEqual(iso && lasting(iso))
    expect(slo?.source).not.toHaveProperty('delay')
  })

  it('are asked for up to a full minute before that', () => {
    const asked = (delay: string, at: string) => {
      const { slo } = withSource(
        { type: 'genesys-data-actions', delay },
        { burnRateAlerts: [{ level: 'CRITICAL', burnRateThreshold: 10, duration: 'PT5M' }] }
      )
      return slo && windowsOf(slo, new Date(at)).map(({ start, end }) => [start, end].map(String))
    }
    const written = (...instants: string[]) => instants.map(instant => String(new Date(instant)))
    expect(asked('PT5M', '2026-03-29T12:07:59.999Z')).toEqual([
      written('2026-02-27T12:02:00Z', '2026-03-29T12:02:00Z'),
      written('2026-03-29T11:57:00Z', '2026-03-29T12:02:00Z')
    ])
    expect(asked('PT5M', '2026-03-29T12:07:00.000Z')?.[1]).toEqual(
      written('2026-03-29T11:57:00Z', '2026-03-29T12:02:00Z')
    )
    expect(asked('PT0S', '2026-03-29T12:07:59.000Z')?.[1]).toEqual(
      written('2026-03-29T12:02:59Z', '2026-03-29T12:07:59Z')
    )
  })

  const TEXT = 'text on one line'
  const ERROR_TYPE = 'an errorType other than NONE, which is success'
  const STATUS = 'an HTTP status, such as 404'
  const PAGE = 'you find it in the address of its page in Genesys Cloud; it is not the name'
  const SLOW = 'an ISO 8601 duration such as PT2S, or whole milliseconds above 0; at most an hour'
  const DELAY = 'an ISO 8601 duration of at most PT1H, such as PT5M'
  it.each<[string, unknown, string]>([
    ['integrationId', '', TEXT],
    ['integrationId', 5, TEXT],
    [
      'integrationId',
      'CRM',
      `the id of an integration, such as 0a1b2c3d-1111-4222-8333-444455556666: ${PAGE}`
    ],
    [
      'actionIds[1]',
      'Look up a caller',
      `the id of a data action, such as custom_-_0a1b2c3d-1111-4222-8333-444455556666: ${PAGE}`
    ],
    ['actionIds', 'a', 'a list of texts'],
    ['actionIds', [], 'a list with at least one entry'],
    ['actionIds[1]', ' ', TEXT],
    ['actionIds[1]', 5, TEXT],
    ['ignoreErrorTypes', 'TIMEOUT', 'a list of errorTypes'],
    ['ignoreErrorTypes[1]', 'NONE', ERROR_TYPE],
    ['ignoreErrorTypes[1]', '', TEXT],
    ['ignoreErrorTypes[1]', 404, TEXT],
    ['ignoreResponseStatuses', 404, 'a list of statuses'],
    ...[40, 4040, 40.4, -404, '40', '4xx', ' 404', '', true, ['404']].map(
      (value): [string, unknown, string] => ['ignoreResponseStatuses[1]', value, STATUS]
    ),
    ...[0, -1, 1.5, '2000', 'PT0S', '0s', 'P1M', 'PT61M', true, ['PT2S'], 2 ** 53].map(
      (value): [string, unknown, string] => ['slowerThan', value, SLOW]
    ),
    ...['PT61M', 'PT1H1S', 'P1D', 'PT0M', '5 m', '', 5, 0, ['PT5M'], ['PT0S']].map(
      (value): [string, unknown, string] => ['delay', value, DELAY]
    )
  ])('are refused: %s as %j', (field, value, accepts) => {
    const [key = '', isEntry] = field.split('[')
    const list = key === 'ignoreResponseStatuses' ? [404, value] : ['A', value]
    const source = { type: 'genesys-data-actions', [key]: isEntry ? list : value }
    expect(withSource(source)).toEqual({
      slo: undefined,
      errors: [`${place(`source.${field}`)}${JSON.stringify(value)} is not accepted; it takes ${accepts}`],
      warnings: []
    })
  })

  it.each(['integrationId', 'actionIds', 'slowerThan', 'delay'])('are refused with %s as null', key => {
    const { slo, errors } = withSource({ type: 'genesys-data-actions', [key]: null })
    expect(slo).toBeUndefined()
    expect(errors).toEqual([expect.stringContaining(`${place(`source.${key}`)}null is not accepted`)])
  })
})

describe('a Prometheus source', () => {
  const FORMS = [
    { good: 'g[$window]', total: 't[$window]' },
    { bad: 'b[$window]', total: 't[$window]' },
    { errorRatio: 'r[$window]' },
    { sloth: 'crm-lookups' },
    { pyrra: 'crm-lookups' },
    { pyrra: 'crm-lookups', metric: 'http_requests_total' }
  ]
  const labels = { cluster: 'east', _zone2: 'a' }

  it.each(FORMS)('may be %j', form => {
    expectTaken({ type: 'prometheus', ...form }, { type: 'prometheus', ...form })
  })

  it.each(FORMS)('has labels only by the name of a tool: %j', form => {
    const source = { type: 'prometheus', ...form, labels }
    if ('sloth' in form || 'pyrra' in form) expectTaken(source, source)
    else
      expect(withSource(source).errors).toEqual([
        expect.stringContaining('labels are for sloth and pyrra only')
      ])
  })

  it.each([
    { slo: 'x' },
    { sloth_id: 'x' },
    { __name__: 'x' },
    { 'a-b': 'x' },
    { '2a': 'x' },
    { a: 5 },
    { a: '' },
    ['x']
  ])('does not have the labels %j', wrong => {
    const { slo, errors } = withSource({ type: 'prometheus', sloth: 'crm', labels: wrong })
    expect(slo).toBeUndefined()
    expect(errors).toEqual([expect.stringContaining('field source.labels')])
  })

  const KEYS = ['good', 'bad', 'total', 'errorRatio', 'sloth', 'pyrra', 'metric'] as const
  const keysOf = (form: object) => Object.keys(form).toSorted().join()
  const allowed = FORMS.map(keysOf)
  const mixtures = Array.from({ length: 2 ** KEYS.length }, (_, bits) =>
    Object.fromEntries(KEYS.flatMap((key, index) => (bits & (2 ** index) ? [[key, 'x[$window]']] : [])))
  ).filter(mixture => !allowed.includes(keysOf(mixture)))

  it.each(mixtures.map(mixture => [Object.keys(mixture).join(' and ') || 'nothing', mixture] as const))(
    'is not a mixture: %s',
    (_keys, mixture) => {
      const { slo, errors } = withSource({ type: 'prometheus', ...mixture })
      expect(slo).toBeUndefined()
      expect(errors).toEqual([expect.stringContaining(`${place('source')}{"type":"prometheus"`)])
      expect(errors[0]).toMatch(
        / is not accepted; it takes either good and total, or bad and total, or errorRatio, or sloth, or pyrra \(with metric for its alerts\)$/
      )
    }
  )

  it('is none of 128 mixtures but six', () => {
    expect(mixtures).toHaveLength(122)
  })

  const QUERIES: readonly string[] = ['good', 'bad', 'total', 'errorRatio']

  it.each(KEYS)('has text for %s', key => {
    for (const value of ['', ' ', 5, null, ['x'], 'two\nlines']) {
      const { slo, errors } = withSource({ type: 'prometheus', [key]: value })
      const isQuery = QUERIES.includes(key)
      if (isQuery && value === 'two\nlines') continue
      expect(slo).toBeUndefined()
      expect(errors).toContainEqual(
        expect.stringMatching(
          isQuery
            ? / is not accepted; it takes (a query in PromQL|text on one line)$/
            : / is not accepted; it takes text on one line$/
        )
      )
    }
  })

  it('has queries over several lines, with comments and the window of Sloth', () => {
    const total = 'sum( # all\n  increase(t{a="# no\\n"}[{{ .window }}])\n)\n'
    const taken = 'sum( increase(t{a="# no\\n"}[$window]) )'
    const source = { type: 'prometheus', bad: 'b[$window]' }
    expectTaken({ ...source, total }, { ...source, total: taken })
  })

  it.each(['good', 'bad'])('has no %s that is the total', key => {
    const { errors } = withSource({ type: 'prometheus', [key]: 'x[$window]', total: 'x[$window]\n' })
    expect(errors).toEqual([expect.stringContaining(`${place(`source.${key}`)}is the same query as total`)])
  })
})

describe('a Datadog source', () => {
  it('is named by its id', () => {
    const source = { type: 'datadog', sloId: '0123456789abcdef0123456789abcdef' }
    expectTaken(source, source)
  })

  it.each(['', ' ', 5, null, 'two\nlines'])('is not named by %j', sloId => {
    expect(withSource({ type: 'datadog', sloId })).toMatchObject({
      slo: undefined,
      errors: [`${place('source.sloId')}${JSON.stringify(sloId)} is not accepted; it takes text on one line`]
    })
  })

  it('is not without one', () => {
    expect(withSource({ type: 'datadog' }).errors).toEqual([`${place('source.sloId')}is missing`])
  })

  it.each(['.', '..'])('is not named by what an address would lose: %s', sloId => {
    expect(withSource({ type: 'datadog', sloId })).toMatchObject({
      slo: undefined,
      errors: [expect.stringContaining(place('source.sloId'))]
    })
  })
})
