import { describe, expect, it, test } from '@jest/globals'
import { Problems } from '../../src/problems.ts'
import { SOURCE_TYPES } from '../../src/sources/catalog.ts'
import { lasting } from '../support/builders.ts'
import { parseDefinition } from '../support/definitions.ts'

function parsed(value: unknown) {
  const problems = new Problems()
  const slo = parseDefinition({ file: 'slo.yaml', value }, problems)
  return { slo, errors: problems.errors, warnings: problems.warnings }
}

const MINIMAL = { id: 'crm', sloTarget: 99.5, metric: {} }
const ALERT = { level: 'CRITICAL', burnRateThreshold: 14.4, duration: 'PT1H' }
const PROMETHEUS = { type: 'prometheus', good: 'good[$window]', total: 'total[$window]' }

const HOURS = {
  timeZone: 'America/New_York',
  days: ['MON', 'TUE', 'WED', 'THU', 'FRI'],
  from: '08:00',
  to: '18:00'
}

const parsedWith = (parts: object) => parsed({ ...MINIMAL, ...parts })

describe('a definition', () => {
  it('needs an id, a target and a metric or a source; the rest has its defaults', () => {
    expect(parsed(MINIMAL)).toEqual({
      slo: {
        id: 'crm',
        name: 'crm',
        target: 99.5,
        window: lasting('PT720H'),
        alerts: [],
        minimumEvents: 0,
        metric: {},
        source: { type: 'genesys-observability' },
        isDefinedHere: true
      },
      errors: [],
      warnings: []
    })
  })

  it('is taken with all that it says', () => {
    const { slo, errors, warnings } = parsedWith({
      name: 'CRM lookups\n',
      description: 'How often the CRM answers',
      timeWindow: 'P30D',
      metric: { resourceType: 'integration', filterExpression: 'id eq 5' },
      burnRateAlerts: [
        { ...ALERT, shortDuration: 'PT5M' },
        { ...ALERT, level: 'WARNING' }
      ],
      minimumEvents: 100,
      source: PROMETHEUS
    })
    const alert = { level: 'CRITICAL', burnRateThreshold: 14.4, duration: lasting('PT1H') }
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
    expect(slo).toEqual({
      id: 'crm',
      isDefinedHere: true,
      description: 'How often the CRM answers',
      metric: { resourceType: 'integration', filterExpression: 'id eq 5' },
      name: 'CRM lookups\n',
      target: 99.5,
      window: lasting('P30D'),
      alerts: [
        { ...alert, shortDuration: lasting('PT5M') },
        { ...alert, level: 'WARNING' }
      ],
      minimumEvents: 100,
      source: PROMETHEUS
    })
  })

  it('says of each field that is missing that it is', () => {
    expect(parsed({ id: 'crm', metric: {}, burnRateAlerts: [{}] }).errors).toEqual([
      'slo.yaml, SLO "crm", field sloTarget: is missing',
      'slo.yaml, SLO "crm", field burnRateAlerts[0].level: is missing',
      'slo.yaml, SLO "crm", field burnRateAlerts[0].burnRateThreshold: is missing',
      'slo.yaml, SLO "crm", field burnRateAlerts[0].duration: is missing'
    ])
    expect(parsed({ sloTarget: 99, metric: {} }).errors).toEqual(['slo.yaml, field id: is missing'])
  })

  const PERCENTAGE = 'a percentage above 1 and below 100, such as 99.5'
  const DURATION = 'an ISO 8601 duration of weeks, days, hours, minutes or seconds, such as PT720H or 30d'
  const ID = 'an id of at most 2000 characters, without spaces around it, other than . and ..'
  const COUNT = 'a whole number from 0 to 1000000'
  const TEXT = 'text on one line'
  const SOURCE = `a source with the type ${SOURCE_TYPES.slice(0, -1).join(', ')} or ${SOURCE_TYPES.at(-1)}`
  it.each<[string, unknown, string]>([
    ['sloTarget', 0, PERCENTAGE],
    ['sloTarget', 100, PERCENTAGE],
    ['sloTarget', '99', PERCENTAGE],
    ['sloTarget', null, PERCENTAGE],
    ['timeWindow', 'a month', DURATION],
    ['timeWindow', 'P3661D', DURATION],
    ['timeWindow', 'P1M', DURATION],
    ['timeWindow', 720, DURATION],
    ['timeWindow', ['P30D'], DURATION],
    ['minimumEvents', -1, COUNT],
    ['minimumEvents', 1.5, COUNT],
    ['minimumEvents', '5', COUNT],
    ['minimumEvents', 1_000_001, COUNT],
    ['name', 'x'.repeat(2_001), 'text of at most 2000 characters'],
    ['id', ' crm', ID],
    ['id', 'crm\n', ID],
    ['id', 'x'.repeat(2_001), ID],
    ['name', 5, TEXT],
    ['name', '', TEXT],
    ['name', ' ', TEXT],
    ['name', 'two\nlines', TEXT],
    ['name', '\ntwo lines', TEXT],
    ['name', 'half a \ud83c', TEXT],
    ['id', '..', ID],
    ['id', 5, TEXT],
    ['id', '', TEXT],
    ['burnRateAlerts', 'none', 'a list of alerts'],
    ['metric', 'calls', 'a mapping of keys to values'],
    ['source', 'prometheus', SOURCE],
    ['source', null, SOURCE],
    ['source', {}, SOURCE],
    ['source', { type: 'newrelic' }, SOURCE]
  ])('is not taken when its %s is %j', (field, value, accepts) => {
    const { slo, errors } = parsedWith({ [field]: value })
    expect(slo).toBeUndefined()
    expect(errors).toEqual([expect.stringContaining(`, field ${field}`)])
    expect(errors[0]).toMatch(new RegExp(` is not accepted; it takes ${accepts}$`))
  })

  it.each<[string, unknown, string]>([
    ['level', 'HIGH', 'CRITICAL or WARNING'],
    ['burnRateThreshold', 0, 'a number above 0'],
    ['burnRateThreshold', '5', 'a number above 0'],
    ['burnRateThreshold', Number.POSITIVE_INFINITY, 'a number above 0'],
    ['duration', 'PT0S', DURATION],
    ['shortDuration', 5, DURATION]
  ])('is not taken when the %s of an alert is %j', (field, value, accepts) => {
    const alerts = Array.from({ length: 11 }, (_, index) =>
      index < 10 ? ALERT : { ...ALERT, [field]: value }
    )
    expect(parsedWith({ burnRateAlerts: alerts }).errors).toEqual([
      expect.stringContaining(`slo.yaml, SLO "crm", field burnRateAlerts[10].${field}: `)
    ])
    expect(parsedWith({ burnRateAlerts: alerts }).errors[0]).toContain(`it takes ${accepts}`)
  })

  it('is not taken when an alert is not a mapping', () => {
    expect(parsedWith({ burnRateAlerts: ['x'] }).errors).toEqual([
      'slo.yaml, SLO "crm", field burnRateAlerts[0]: "x" is not accepted; it takes a mapping of keys to values'
    ])
  })

  it('has every unknown key reported', () => {
    const unknown = { sloTraget: 1, constructor: 1 }
    const { errors } = parsedWith({
      ...unknown,
      burnRateAlerts: [ALERT, { ...ALERT, ...unknown }],
      businessHours: { ...HOURS, ...unknown },
      metric: unknown,
      source: { ...PROMETHEUS, ...unknown }
    })
    const places = ['metric.', 'burnRateAlerts[1].', 'businessHours.', 'source.', '']
    const expected = places.flatMap(place => Object.keys(unknown).map(key => `${place}${key}`))
    expect(errors.map(error => /field (\S+): is not a known key; /.exec(error)?.[1])).toEqual(expected)
  })

  it.each([
    ['target', 'did you mean sloTarget?'],
    ['window', 'did you mean timeWindow?'],
    ['slo_target', 'did you mean sloTarget?'],
    ['minEvents', 'did you mean minimumEvents?'],
    ['burnRateAlert', 'did you mean burnRateAlerts?'],
    ['sloID', 'did you mean id?'],
    [
      'colour',
      'the known keys are id, name, description, metric, sloTarget, timeWindow, burnRateAlerts, minimumEvents, businessHours, source'
    ]
  ])('has the nearest key named for %s', (key, words) => {
    expect(parsedWith({ [key]: 1 }).errors).toEqual([
      `slo.yaml, SLO "crm", field ${key}: is not a known key; ${words}`
    ])
  })

  it('may name its schema, and its durations as Prometheus writes them', () => {
    const burnRateAlerts = [{ ...ALERT, duration: '1h', shortDuration: '5m' }]
    const { slo, errors } = parsedWith({ $schema: './slo.schema.json', timeWindow: '30d', burnRateAlerts })
    expect(errors).toEqual([])
    expect(slo).toMatchObject({
      window: lasting('P30D'),
      alerts: [{ duration: lasting('PT1H'), shortDuration: lasting('PT5M') }]
    })
  })

  it('needs a source, or what the Observability API measures', () => {
    const sources = SOURCE_TYPES.join(', ').replace(/, (?=[^,]*$)/, ' or ')
    expect(parsed({ id: 'crm', sloTarget: 99.5 }).errors).toEqual([
      `slo.yaml, SLO "crm", field source: is missing; it takes a source with the type ${sources}`
    ])
  })

  it('may look back ten years', () => {
    expect(parsedWith({ timeWindow: 'P3660D' }).slo?.window).toEqual(lasting('P3660D'))
  })

  it('is warned of under seven days', () => {
    expect(parsedWith({ timeWindow: 'P6D' }).warnings).toEqual([
      expect.stringMatching(/^slo\.yaml, SLO "crm", field timeWindow: P6D is shorter than seven days/)
    ])
    expect(parsedWith({ timeWindow: 'P7D' }).warnings).toEqual([])
  })
})

describe('business hours', () => {
  const hoursWith = (parts: object) => parsedWith({ businessHours: { ...HOURS, ...parts } })

  it('are taken as they are', () => {
    expect(hoursWith({}).slo?.businessHours).toEqual(HOURS)
    expect(hoursWith({}).errors).toEqual([])
    expect(parsed(MINIMAL).slo).not.toHaveProperty('businessHours')
  })

  it.each([
    { days: ['SUN'] },
    { days: ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] },
    { from: '00:00', to: '24:00' },
    { from: '23:59', to: '00:00' },
    { from: '22:00', to: '06:00' },
    { timeZone: 'UTC' },
    { timeZone: 'Etc/GMT+1' },
    { timeZone: 'America/Argentina/Buenos_Aires' }
  ])('may be %j', parts => {
    const { slo, errors } = hoursWith(parts)
    expect(errors).toEqual([])
    expect(slo?.businessHours).toEqual({ ...HOURS, ...parts })
  })

  const ZONE = 'the name of an IANA time zone, such as America/New_York'
  const TIME = 'a time of day such as "08:00", in quotes'
  const DAY = 'MON or TUE or WED or THU or FRI or SAT or SUN'
  it.each<[string, unknown, string]>([
    ['timeZone', 'Mars/Base', ZONE],
    ['timeZone', '+01:00', ZONE],
    ['timeZone', '', ZONE],
    ['timeZone', 5, ZONE],
    ['days', 'MON', 'a list of days'],
    ['days', null, 'a list of days'],
    ['days', [], 'a list with at least one day'],
    ['from', '24:00', 'a time of day before "24:00"'],
    ['from', '8:00', TIME],
    ['from', '08:60', TIME],
    ['from', 480, TIME],
    ['from', null, TIME],
    ['to', '24:01', TIME],
    ['to', '6 pm', TIME],
    ['to', 1080, TIME]
  ])('are refused when %s is %j', (field, value, accepts) => {
    const { slo, errors } = hoursWith({ [field]: value })
    expect(slo).toBeUndefined()
    expect(errors).toEqual([
      `slo.yaml, SLO "crm", field businessHours.${field}: ${JSON.stringify(value)} is not accepted; it takes ${accepts}`
    ])
  })

  it.each(['Mon', 'MONDAY', 'mon', 1, null])('are refused with a day %j', day => {
    expect(hoursWith({ days: ['TUE', day] }).errors).toEqual([
      `slo.yaml, SLO "crm", field businessHours.days[1]: ${JSON.stringify(day)} is not accepted; it takes ${DAY}`
    ])
  })

  it('are refused with parts missing', () => {
    expect(parsedWith({ businessHours: {} }).errors).toEqual(
      ['timeZone', 'days', 'from', 'to'].map(
        key => `slo.yaml, SLO "crm", field businessHours.${key}: is missing`
      )
    )
  })

  it.each(['08:00-18:00', [], null])('are refused as %j', businessHours => {
    const { slo, errors } = parsedWith({ businessHours })
    expect(slo).toBeUndefined()
    expect(errors).not.toEqual([])
    for (const error of errors) expect(error).toMatch(/^slo\.yaml, SLO "crm", field businessHours/)
  })
})

describe('a threshold', () => {
  it('may be just below the highest burn rate that the target allows', () => {
    const { slo, errors } = parsedWith({ burnRateAlerts: [{ ...ALERT, burnRateThreshold: 199.9 }] })
    expect(errors).toEqual([])
    expect(slo?.alerts).toHaveLength(1)
  })

  it('that can never be exceeded is an error', () => {
    const { slo, errors } = parsedWith({ burnRateAlerts: [ALERT, { ...ALERT, burnRateThreshold: 200 }] })
    expect(slo).toBeUndefined()
    expect(errors).toEqual([
      'slo.yaml, SLO "crm", field burnRateAlerts[1].burnRateThreshold: 200 can never be exceeded: a target of 99.5% allows a burn rate of at most 200; set a lower threshold'
    ])
  })

  it.each(['PT1H', 'PT60M', 'PT2H'])(
    'has a short window that is not %s, as long as its own',
    shortDuration => {
      expect(parsedWith({ burnRateAlerts: [{ ...ALERT, shortDuration }] }).errors).toEqual([
        `slo.yaml, SLO "crm", field burnRateAlerts[0].shortDuration: ${shortDuration} must be shorter than duration, PT1H`
      ])
    }
  )

  it('is one of at most 50', () => {
    expect(parsedWith({ burnRateAlerts: Array(50).fill(ALERT) }).errors).toEqual([])
    expect(parsedWith({ burnRateAlerts: Array(51).fill(ALERT) }).errors).toEqual([
      'slo.yaml, SLO "crm", field burnRateAlerts: has 51 alerts; it takes at most 50'
    ])
  })
})

describe('a target', () => {
  it.each([
    [0.995, '99.5'],
    [0.9999, '99.99'],
    [0.29, '29'],
    [0.5, '50']
  ])('that is a fraction, %d, is an error that names the percentage %s', (sloTarget, percentage) => {
    expect(parsedWith({ sloTarget }).errors).toEqual([
      `slo.yaml, SLO "crm", field sloTarget: ${sloTarget} is a fraction; write ${percentage}`
    ])
  })

  it.each([1, 0.01, 0.000001])('as low as %d has no percentage to name', sloTarget => {
    expect(parsedWith({ sloTarget }).errors).toEqual([
      expect.stringMatching(/is a fraction; it takes a percentage above 1 and below 100, such as 99\.5$/)
    ])
  })
})

describe('business hours', () => {
  it.each([
    ['of the SLO', { timeWindow: 'P733D' }],
    ['of an alert', { burnRateAlerts: [{ ...ALERT, duration: 'P733D' }] }]
  ])('are measured over a window %s of at most two years', (_what, parts) => {
    expect(parsedWith({ ...parts, businessHours: HOURS, source: PROMETHEUS }).errors).toEqual([
      'slo.yaml, SLO "crm", field businessHours: cannot be measured over P733D; it takes windows of at most P732D'
    ])
    expect(parsedWith({ ...parts, source: PROMETHEUS }).errors).toEqual([])
  })
})

test.each([`P${'0'.repeat(200_000)}`, `P${'0'.repeat(60)}5D`, `PT0.${'0'.repeat(200_000)}`])(
  'a duration that is very long as text is refused',
  timeWindow => {
    expect(parsedWith({ timeWindow }).errors).toEqual([expect.stringContaining('field timeWindow: "P')])
  }
)

test('a source whose good events are the same query as all events is refused, because none could ever fail', () => {
  const source = { type: 'prometheus', good: 'x[$window]', total: ' x[$window]' }
  expect(parsedWith({ source }).errors).toEqual([
    'slo.yaml, SLO "crm", field source.good: is the same query as total, so no event could ever fail'
  ])
})
