import { describe, expect, test } from '@jest/globals'
import { startFakePrometheus } from '../../support/fakePrometheus.ts'
import { status } from '../../support/faults.ts'
import { configured, expectRefused } from '../../support/refusal.ts'
import { annotations, definition, type GenesysRun, gate, run, SLO } from '../../support/scenario.ts'
import { keep } from '../../support/stateKept.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
const NOTE = 'the source gives no counts here, so its rates are weighted by time'

interface Hours {
  timeZone: string
  days: string[]
  from: string
  to: string
}

/** Every day in UTC, half of it. */
const MORNINGS: Hours = { timeZone: 'UTC', days: WEEKDAYS, from: '00:00', to: '12:00' }

/** A day in UTC as far away as a day of the week can be: no window of a day or two reaches it. */
function farDay(): Hours {
  const day = WEEKDAYS[new Date(Date.now() + 3 * DAY).getUTCDay()] as string
  return { timeZone: 'UTC', days: [day], from: '00:00', to: '24:00' }
}

interface Span {
  start: string
  end: string
}

/**
 * The hours in a window, found hour by hour with nothing but the clock of the zone: full hours, in
 * zones that are full hours from UTC.
 */
function spansIn(window: Span, { timeZone, days, from, to }: Hours): Span[] {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: 'numeric',
    hourCycle: 'h23'
  })
  const [first, last] = [Number.parseInt(from, 10), Number.parseInt(to, 10)]
  const isOpen = (time: number) => {
    const parts = Object.fromEntries(clock.formatToParts(time).map(({ type, value }) => [type, value]))
    const weekday = WEEKDAYS.indexOf((parts['weekday'] ?? '').toUpperCase())
    const hour = Number(parts['hour'])
    const isOn = (day: number) => days.includes(WEEKDAYS[(day + 7) % 7] as string)
    if (first < last) return isOn(weekday) && hour >= first && hour < last
    return (isOn(weekday) && hour >= first) || (isOn(weekday - 1) && hour < last)
  }
  const [start, end] = [Date.parse(window.start), Date.parse(window.end)]
  const spans: { start: number; end: number }[] = []
  for (let time = Math.floor(start / HOUR) * HOUR; time < end; time += HOUR) {
    if (!isOpen(time)) continue
    const span = { start: Math.max(start, time), end: Math.min(end, time + HOUR) }
    const before = spans.at(-1)
    if (before?.end === span.start) before.end = span.end
    else spans.push(span)
  }
  return spans.map(span => ({
    start: new Date(span.start).toISOString(),
    end: new Date(span.end).toISOString()
  }))
}

const lengthOf = ({ start, end }: Span) => Date.parse(end) - Date.parse(start)

/** What the Observability API was asked for, the earliest first. */
function asked({ genesys }: GenesysRun): Span[] {
  return genesys
    .burnRateRequests()
    .map(({ path }) => {
      const { searchParams } = new URL(path, genesys.url)
      return { start: searchParams.get('startTime') ?? '', end: searchParams.get('endTime') ?? '' }
    })
    .toSorted((a, b) => a.start.localeCompare(b.start) || a.end.localeCompare(b.end))
}

const windowOf = ({ report }: GenesysRun, days: number): Span => ({
  start: new Date(Date.parse(report.generatedAt) - days * DAY).toISOString(),
  end: report.generatedAt
})

type BurnRate = (window: { start: Date; end: Date; durationMs: number }) => unknown

/** Runs the bundle on one SLO that counts in these hours only. */
function measured(
  businessHours: Hours,
  { burnRate = () => 0.4, inputs = {}, ...fields }: { burnRate?: BurnRate } & Record<string, unknown> = {}
) {
  return gate(
    { slos: { [SLO]: burnRate } },
    {
      inputs: { 'slo-file': 'slo.json', ...(inputs as Record<string, string>) },
      files: { 'slo.json': definition({ businessHours, timeWindow: 'P7D', ...fields }) }
    }
  )
}

describe('business hours', () => {
  const WORKDAYS: Hours = {
    timeZone: 'America/New_York',
    days: ['MON', 'TUE', 'WED', 'THU', 'FRI'],
    from: '08:00',
    to: '18:00'
  }

  test('are asked for one by one, with begin and end in UTC', async () => {
    const gated = await measured(WORKDAYS)

    expect(gated.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.4' })
    expect(asked(gated)).toEqual(spansIn(windowOf(gated, 7), WORKDAYS))
    expect(gated.genesys.tokenRequests()).toHaveLength(1)
    expect(gated.exitCode).toBe(0)
    expect(annotations(gated, 'warning')).toEqual([
      `slo.json, SLO "${SLO}", field source: gives only rates, no counts: business hours are weighted by time`
    ])
    for (const { start, end } of asked(gated)) {
      expect(start).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
      expect(end).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
    }
    expect(asked(gated).length).toBeGreaterThanOrEqual(5)
    expect(asked(gated).length).toBeLessThanOrEqual(6)
  })

  test('of two days that touch are one', async () => {
    const gated = await measured({ ...MORNINGS, to: '24:00' })

    expect(asked(gated)).toEqual([windowOf(gated, 7)])
  })

  test('make rates that are weighted by the time they stand for', async () => {
    const burnRate: BurnRate = ({ start, durationMs }) => start.getUTCDate() / 10 + durationMs / DAY
    const gated = await measured(MORNINGS, { burnRate, inputs: { 'max-burn-rate': '9' } })

    const spans = spansIn(windowOf(gated, 7), MORNINGS)
    const time = spans.reduce((all, span) => all + lengthOf(span), 0)
    const mean = spans.reduce((all, span) => {
      const rate = new Date(span.start).getUTCDate() / 10 + lengthOf(span) / DAY
      return all + (rate * lengthOf(span)) / time
    }, 0)
    expect(time).toBeGreaterThan(83 * HOUR)
    expect(gated.report.slos[0].burnRate).toBeCloseTo(mean, 9)
    expect(Number(gated.outputs['burn-rate'])).toBeCloseTo(mean, 9)
  })

  test('block for what only happens in them', async () => {
    const burnRate: BurnRate = ({ durationMs }) => (durationMs > 12 * HOUR ? 0.1 : 1.1)
    const without = await gate(
      { slos: { [SLO]: burnRate } },
      { inputs: { 'slo-file': 'slo.json' }, files: { 'slo.json': definition({ timeWindow: 'P7D' }) } }
    )
    const gated = await measured(MORNINGS, { burnRate })

    expect(without.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.1' })
    expect(gated.outputs).toMatchObject({ decision: 'block', verdict: 'exhausted', 'burn-rate': '1.1' })
    expect(gated.exitCode).toBe(1)
  })

  test('are in the report: the hours, the whole window, every request, and how rates were weighted', async () => {
    const gated = await measured(MORNINGS)

    const [slo] = gated.report.slos
    const { start, end } = windowOf(gated, 7)
    expect(slo).toMatchObject({ businessHours: MORNINGS, window: { start, end, duration: 'P7D' } })
    expect(slo.readings).toEqual([
      {
        window: 'P7D',
        kind: 'rate',
        burnRate: expect.closeTo(0.4, 12),
        events: null,
        start,
        end,
        note: NOTE,
        requests: expect.anything()
      }
    ])
    const { requests } = gated.report
    const urls = slo.readings[0].requests.map(
      (id: number) => requests.find((request: { id: number }) => request.id === id)?.url
    )
    expect(urls.toSorted()).toEqual(
      gated.genesys
        .burnRateRequests()
        .map(({ path }) => gated.genesys.url + path)
        .toSorted()
    )
  })

  test('are those of one SLO, and of no other', async () => {
    const files = {
      'slos.json': `[${definition({ id: 'a', businessHours: MORNINGS, timeWindow: 'P7D' })}, ${definition({ id: 'b', timeWindow: 'P7D' })}]`
    }
    const both = await gate({ slos: { a: 0.4, b: 0.4 } }, { inputs: { 'slo-file': 'slos.json' }, files })

    const window = windowOf(both, 7)
    const ofB = both.genesys.burnRateRequests().filter(({ path }) => path.includes('/b/'))
    expect(ofB).toHaveLength(1)
    expect(asked(both)).toHaveLength(1 + spansIn(window, MORNINGS).length)
    expect(asked(both)).toContainEqual(window)
    const [b] = both.report.slos.filter(({ id }: { id: string }) => id === 'b')
    expect(b).not.toHaveProperty('businessHours')
    expect(b.readings[0]).not.toHaveProperty('note')
  })

  test('whose events are counted have their counts added', async () => {
    const lengths = new Map<string, string>()
    const prometheus = await startFakePrometheus({
      answer: (query, time) => {
        const [, name = '', window = ''] = /^(\w+)\[(.*)\]$/.exec(query) ?? []
        lengths.set(new Date(Math.round(time * 1_000)).toISOString(), window)
        return name === 'total' ? 1_000 : new Date(time * 1_000).getUTCDay() === 1 ? 980 : 1_000
      }
    })
    const source = { type: 'prometheus', good: 'good[$window]', total: 'total[$window]' }
    const inputs = { 'slo-file': 'slo.json', 'prometheus-url': prometheus.url }
    const files = {
      'slo.json': definition({ source, businessHours: MORNINGS, timeWindow: 'P7D', minimumEvents: 7_000 })
    }
    const gated = await run({ inputs, files })
    await prometheus.close()

    const { start, end } = gated.report.slos[0].window
    const spans = spansIn({ start, end }, MORNINGS)
    expect([...lengths.keys()].toSorted()).toEqual(spans.map(({ end }) => end))
    expect([...lengths.values()].filter(length => length === '12h').length).toBeGreaterThanOrEqual(6)
    const mondays = spans.filter(({ end }) => new Date(end).getUTCDay() === 1).length
    expect(gated.report.slos[0].events).toEqual({
      good: 1_000 * spans.length - 20 * mondays,
      total: 1_000 * spans.length
    })
    expect(gated.report.slos[0].readings[0]).not.toHaveProperty('note')
    expect(gated.report.slos[0].readings[0].requests).toHaveLength(2 * spans.length)
    expect(annotations(gated, 'warning')).toEqual([])
  })
})

describe('business hours follow the clocks of their zone', () => {
  const rows: [string, Hours, number[]][] = [
    [
      'whole Sundays are an hour shorter, and longer, where the clocks change',
      { timeZone: 'Europe/Berlin', days: ['SUN'], from: '00:00', to: '24:00' },
      [23, 24, 25]
    ],
    [
      'so are nights that begin on the day before',
      { timeZone: 'America/New_York', days: ['SAT'], from: '22:00', to: '06:00' },
      [7, 8, 9]
    ]
  ]
  // More than a year reaches each change of the clocks, wherever it ends, and not only the edge of one.
  test.each(rows)('%s', async (_what, hours, lengths) => {
    const gated = await measured(hours, { timeWindow: 'P400D' })

    const spans = asked(gated)
    expect(spans).toEqual(spansIn(windowOf(gated, 400), hours))
    const whole = spans.slice(1, -1).map(span => lengthOf(span) / HOUR)
    expect([...new Set(whole)].toSorted((a, b) => a - b)).toEqual(lengths)
    expect(gated.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.4' })
  })
})

describe('without business hours', () => {
  const CRITICAL = { level: 'CRITICAL', burnRateThreshold: 14.6, duration: 'PT5M' }

  test('in the window of an alert, that alert is quiet, and nothing is asked for it', async () => {
    const gated = await measured(farDay(), { burnRate: () => 0.5, burnRateAlerts: [CRITICAL] })

    expect(gated.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy', 'burn-rate': '0.5' })
    expect(asked(gated)).toHaveLength(1)
    const [slo] = gated.report.slos
    expect(slo.alerts).toMatchObject([{ burnRate: null, firing: false }])
    expect(slo.readings[1]).toMatchObject({
      window: 'PT5M',
      kind: 'no-data',
      burnRate: null,
      requests: [],
      reason: 'it contains no business hours',
      end: gated.report.generatedAt
    })
    expect(gated.summary).toContain('quiet')
  })

  test('in the short window of an alert, it is quiet however much the long one burns', async () => {
    const alert = { ...CRITICAL, duration: 'P6D', shortDuration: 'PT5M' }
    const burnRate: BurnRate = () => 20
    const inputs = { 'max-burn-rate': '30' }
    const gated = await measured(farDay(), { burnRate, burnRateAlerts: [alert], inputs })

    expect(gated.outputs).toMatchObject({ decision: 'allow', 'burn-rate': '20' })
    expect(gated.report.slos[0].alerts).toMatchObject([{ burnRate: 20, shortBurnRate: null, firing: false }])
  })

  test('in the whole window there is no data, and nobody is asked', async () => {
    const gated = await measured(farDay(), { timeWindow: 'PT24H' })

    expect(gated.outputs).toMatchObject({ decision: 'block', verdict: 'no-data', 'burn-rate': '' })
    expect(gated.outputs['reason']).toContain(`"${SLO}"`)
    expect(gated.outputs['reason']).toContain('it contains no business hours')
    expect(gated.exitCode).toBe(1)
    expect(gated.genesys.requests).toEqual([])
    expect(gated.report.slos[0].readings).toMatchObject([{ kind: 'no-data', requests: [] }])
  })
})

describe('business hours of which one cannot be read', () => {
  const failing = (what: (start: string) => boolean) =>
    gate(
      {
        slos: { [SLO]: 0.4 },
        intercept: ({ path }) => {
          const start = new URL(path, 'http://x').searchParams.get('startTime')
          return start && what(start) ? status(400) : undefined
        }
      },
      {
        inputs: { 'slo-file': 'slo.json' },
        files: { 'slo.json': definition({ businessHours: MORNINGS, timeWindow: 'P7D' }) }
      }
    )

  test('are not read: the others tell nothing about it', async () => {
    const monday = (start: string) => new Date(start).getUTCDay() === 1
    const gated = await failing(monday)

    expect(gated.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
    expect(gated.outputs['reason']).toContain('HTTP 400')
    expect(gated.outputs['reason']).toContain('over 7 days')
  })

  test.each([
    [null, 'null as burnRate'],
    [-1, '-1 as burnRate']
  ])('are not read when one of them has the burn rate %p', async (wrong, says) => {
    const burnRate: BurnRate = ({ start }) => (start.getUTCDay() === 1 ? wrong : 0.4)
    const gated = await measured(MORNINGS, { burnRate })

    expect(gated.outputs).toMatchObject({ decision: 'block', verdict: 'source-error' })
    expect(gated.outputs['reason']).toContain(says)
  })
})

test('a remembered reading is of the same business hours', async () => {
  const kept = await keep()
  const inputs = { 'slo-file': 'slo.json' }
  const slos = { [SLO]: 0.4 }
  const files = { 'slo.json': definition({ timeWindow: 'P7D' }) }
  const businessHours = farDay()
  const within = { 'slo.json': definition({ timeWindow: 'P7D', businessHours }) }
  await kept.run({ slos }, { inputs, files })
  const second = await kept.run({ slos: { [SLO]: 3 } }, { inputs, files: within })
  const third = await kept.run({ slos: { [SLO]: 0 } }, { inputs, files: within })

  expect(second.outputs).toMatchObject({ verdict: 'exhausted', 'burn-rate': '3' })
  expect(annotations(second, 'warning')).toContainEqual(expect.stringContaining('another source or target'))
  expect(third.outputs).toMatchObject({ verdict: 'exhausted', 'burn-rate': '3' })
  expect(third.genesys.requests).toEqual([])
  expect(third.report.slos[0]).toMatchObject({ isRemembered: true, businessHours })
})

test('business hours that are wrong block before any request is sent', async () => {
  const businessHours = { timeZone: 'Mars/Base', days: ['MON'], from: '08:00', to: 1080 }
  const inputs = { 'slo-id': '', 'slo-file': 'slo.json' }
  const refused = await configured({ inputs, files: { 'slo.json': definition({ businessHours }) } })

  const says = ['businessHours.timeZone', '"Mars/Base"', 'IANA', 'businessHours.to', '1080', 'in quotes']
  expectRefused(refused, { title: '', says: ['slo.json', `"${SLO}"`, ...says] })
})
