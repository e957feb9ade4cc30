import { describe, expect, it } from '@jest/globals'
import {
  type BusinessHours,
  businessIntervals,
  minutesOfDay,
  WEEKDAYS,
  type Weekday
} from '../../src/time/businessHours.ts'
import { DAY, HOUR } from '../../src/time/duration.ts'
import type { Interval } from '../../src/time/interval.ts'

/** ISO 8601: `start/end`, both in UTC. */
function interval(text: string): Interval {
  const [start = '', end = ''] = text.split('/')
  return { start: new Date(start), end: new Date(end) }
}

/** `MON TUE 08:00-18:00 Europe/Berlin`. */
function hoursOf(text: string): BusinessHours {
  const words = text.split(' ')
  const [times = '', timeZone = ''] = words.slice(-2)
  const [from = '', to = ''] = times.split('-')
  return { timeZone, days: words.slice(0, -2) as Weekday[], from, to }
}

const DAILY = WEEKDAYS.join(' ')
const WORKDAYS = 'MON TUE WED THU FRI'

const hasIntervals = (window: string, hours: string, expected: readonly string[]) =>
  expect(businessIntervals(interval(window), hoursOf(hours))).toEqual(expected.map(interval))

const total = (intervals: readonly Interval[]) =>
  intervals.reduce((sum, { start, end }) => sum + end.getTime() - start.getTime(), 0)

describe('a time of day', () => {
  it.each([
    ['00:00', 0],
    ['00:59', 59],
    ['08:05', 485],
    ['19:30', 1170],
    ['20:00', 1200],
    ['23:59', 1439],
    ['24:00', 1440]
  ])('%s is minute %d', (text, minutes) => expect(minutesOfDay(text)).toBe(minutes))

  const wrong = ['', '8:00', '008:00', '08:0', '08:000', '08.00', '0800', '08:60', '24:01', '25:00', '30:00']
  it.each([...wrong, '-1:00', ' 08:00', '08:00 ', '08:00\n', '08:00:00', '١٢:00', 'noon'])(
    'is not %j',
    text => expect(minutesOfDay(text)).toBeUndefined()
  )
})

describe('hours on plain days', () => {
  // 10 February 2026 is a Tuesday.
  it('are those of the listed days', () => {
    hasIntervals('2026-02-06T00:00Z/2026-02-11T00:00Z', `${WORKDAYS} 08:00-18:00 Etc/UTC`, [
      '2026-02-06T08:00Z/2026-02-06T18:00Z',
      '2026-02-09T08:00Z/2026-02-09T18:00Z',
      '2026-02-10T08:00Z/2026-02-10T18:00Z'
    ])
  })

  it('are cut to the millisecond where the window begins and ends', () => {
    hasIntervals('2026-02-10T08:00:00.001Z/2026-02-11T17:59:59.999Z', `${DAILY} 08:00-18:00 Etc/UTC`, [
      '2026-02-10T08:00:00.001Z/2026-02-10T18:00Z',
      '2026-02-11T08:00Z/2026-02-11T17:59:59.999Z'
    ])
  })

  it('are in the time of the zone, whatever its offset', () => {
    const window = '2026-02-10T00:00Z/2026-02-11T00:00Z'
    hasIntervals(window, 'TUE 09:00-17:30 Asia/Kolkata', ['2026-02-10T03:30Z/2026-02-10T12:00Z'])
    hasIntervals(window, 'TUE 09:00-17:30 Asia/Kathmandu', ['2026-02-10T03:15Z/2026-02-10T11:45Z'])
    hasIntervals(window, 'TUE 09:00-17:30 America/St_Johns', ['2026-02-10T12:30Z/2026-02-10T21:00Z'])
    hasIntervals(window, 'TUE 09:00-17:30 America/New_York', ['2026-02-10T14:00Z/2026-02-10T22:30Z'])
  })

  it('are on the weekday of the zone, which may be another than that in UTC', () => {
    const window = '2026-02-09T00:00Z/2026-02-12T00:00Z'
    hasIntervals(window, 'TUE 08:00-09:00 Pacific/Kiritimati', ['2026-02-09T18:00Z/2026-02-09T19:00Z'])
    hasIntervals(window, 'TUE 20:00-21:00 Pacific/Pago_Pago', ['2026-02-11T07:00Z/2026-02-11T08:00Z'])
  })

  it.each([
    ['before the hours', '2026-02-10T07:00Z/2026-02-10T08:00Z'],
    ['after the hours', '2026-02-10T18:00Z/2026-02-10T19:00Z'],
    ['on another day', '2026-02-11T00:00Z/2026-02-12T00:00Z'],
    ['without length', '2026-02-10T12:00Z/2026-02-10T12:00Z'],
    ['that ends before it starts', '2026-02-10T13:00Z/2026-02-10T12:00Z']
  ])('do not lie in a window %s', (_, window) => hasIntervals(window, 'TUE 08:00-18:00 Etc/UTC', []))

  it('of no days are none', () => {
    hasIntervals('2026-02-01T00:00Z/2026-03-01T00:00Z', '08:00-18:00 Etc/UTC', [])
  })

  it('go on at the end of a month and of a year, and on a leap day', () => {
    hasIntervals('2026-12-31T12:00Z/2027-01-01T12:00Z', `${DAILY} 09:00-11:00 Asia/Kolkata`, [
      '2027-01-01T03:30Z/2027-01-01T05:30Z'
    ])
    hasIntervals('2026-04-30T12:00Z/2026-05-01T12:00Z', 'THU 22:00-02:00 Etc/UTC', [
      '2026-04-30T22:00Z/2026-05-01T02:00Z'
    ])
    hasIntervals('2026-12-31T12:00Z/2027-01-01T12:00Z', 'THU 22:00-02:00 Etc/UTC', [
      '2026-12-31T22:00Z/2027-01-01T02:00Z'
    ])
    hasIntervals('2028-02-28T12:00Z/2028-03-01T12:00Z', 'TUE 08:00-09:00 Etc/UTC', [
      '2028-02-29T08:00Z/2028-02-29T09:00Z'
    ])
  })

  it('were the same before 1970, when offsets had seconds', () => {
    // 1 June 1905 was a Thursday, and Madeira 1:07:36 behind.
    hasIntervals('1905-06-01T00:00Z/1905-06-03T00:00Z', 'THU 09:00-10:00 Atlantic/Madeira', [
      '1905-06-01T10:07:36Z/1905-06-01T11:07:36Z'
    ])
  })
})

describe('hours over midnight', () => {
  it('belong to the day on which they begin', () => {
    hasIntervals('2026-02-08T00:00Z/2026-02-15T00:00Z', 'TUE FRI 22:00-06:00 Etc/UTC', [
      '2026-02-10T22:00Z/2026-02-11T06:00Z',
      '2026-02-13T22:00Z/2026-02-14T06:00Z'
    ])
  })

  it('that began before the window still run in it', () => {
    const hours = 'SUN 22:00-06:00 Etc/UTC'
    hasIntervals('2026-02-09T05:00Z/2026-02-09T12:00Z', hours, ['2026-02-09T05:00Z/2026-02-09T06:00Z'])
    hasIntervals('2026-02-09T06:00Z/2026-02-09T12:00Z', hours, [])
  })

  it.each(['24:00', '00:00'])('are those until midnight when they end at %s', to => {
    hasIntervals('2026-02-09T00:00Z/2026-02-12T00:00Z', `TUE 20:00-${to} Etc/UTC`, [
      '2026-02-10T20:00Z/2026-02-11T00:00Z'
    ])
  })

  it('are those after midnight of the next day when they begin at 24:00', () => {
    hasIntervals('2026-02-09T00:00Z/2026-02-12T00:00Z', 'TUE 24:00-02:00 Etc/UTC', [
      '2026-02-11T00:00Z/2026-02-11T02:00Z'
    ])
  })
})

describe('whole days', () => {
  it.each(['00:00-24:00', '00:00-00:00', '08:00-08:00', '24:00-24:00'])(
    'of every day (%s) are the window',
    times => {
      // Across two changes of the clocks and many days: one interval.
      const window = '2026-02-10T00:00:00.123Z/2026-12-10T07:00Z'
      hasIntervals(window, `${DAILY} ${times} Europe/Berlin`, [window])
    }
  )

  it('that follow each other are one interval', () => {
    hasIntervals('2026-02-08T00:00Z/2026-02-16T00:00Z', 'SAT SUN MON 00:00-24:00 Europe/Berlin', [
      '2026-02-08T00:00Z/2026-02-09T23:00Z',
      '2026-02-13T23:00Z/2026-02-16T00:00Z'
    ])
  })

  it('may begin at any time', () => {
    hasIntervals('2026-02-08T00:00Z/2026-02-16T00:00Z', 'TUE 08:00-08:00 Europe/Berlin', [
      '2026-02-10T07:00Z/2026-02-11T07:00Z'
    ])
  })
})

describe('a time that the clocks skip counts not at all', () => {
  const berlin = '2026-03-29T00:00Z/2026-03-29T12:00Z'
  const newYork = '2026-03-08T00:00Z/2026-03-08T23:00Z'
  const lordHowe = '2026-10-03T12:00Z/2026-10-04T12:00Z'
  const stJohns = '2026-03-08T00:00Z/2026-03-09T00:00Z'
  it.each([
    ['SUN 02:00-03:00 Europe/Berlin', berlin, []],
    ['SUN 01:00-04:00 Europe/Berlin', berlin, ['2026-03-29T00:00Z/2026-03-29T02:00Z']],
    ['SUN 02:30-03:30 Europe/Berlin', berlin, ['2026-03-29T01:00Z/2026-03-29T01:30Z']],
    ['SUN 01:30-02:30 Europe/Berlin', berlin, ['2026-03-29T00:30Z/2026-03-29T01:00Z']],
    ['SUN 08:00-10:00 Europe/Berlin', berlin, ['2026-03-29T06:00Z/2026-03-29T08:00Z']],
    [
      'SAT 22:00-06:00 Europe/Berlin',
      '2026-03-28T12:00Z/2026-03-29T12:00Z',
      ['2026-03-28T21:00Z/2026-03-29T04:00Z']
    ],
    ['SUN 02:00-03:00 America/New_York', newYork, []],
    ['SUN 01:00-04:00 America/New_York', newYork, ['2026-03-08T06:00Z/2026-03-08T08:00Z']],
    ['SUN 09:00-10:00 America/New_York', newYork, ['2026-03-08T13:00Z/2026-03-08T14:00Z']],
    ['SUN 02:00-02:30 Australia/Lord_Howe', lordHowe, []],
    ['SUN 01:00-03:00 Australia/Lord_Howe', lordHowe, ['2026-10-03T14:30Z/2026-10-03T16:00Z']],
    ['SUN 01:00-04:00 America/St_Johns', stJohns, ['2026-03-08T04:30Z/2026-03-08T06:30Z']],
    // In Havana the clocks skip the hour after midnight, on Samoa they skipped a Friday.
    ['SUN 00:00-01:00 America/Havana', '2026-03-07T00:00Z/2026-03-10T00:00Z', []],
    ['FRI 00:00-24:00 Pacific/Apia', '2011-12-28T00:00Z/2012-01-02T00:00Z', []],
    [
      'THU 00:00-24:00 Pacific/Apia',
      '2011-12-28T00:00Z/2012-01-02T00:00Z',
      ['2011-12-29T10:00Z/2011-12-30T10:00Z']
    ]
  ])('%s', (hours, window, expected) => hasIntervals(window, hours, expected))
})

describe('a time that the clocks show twice counts twice', () => {
  const berlin = '2026-10-24T12:00Z/2026-10-25T12:00Z'
  const newYork = '2026-11-01T00:00Z/2026-11-01T23:00Z'
  const lordHowe = '2026-04-04T12:00Z/2026-04-05T12:00Z'
  const stJohns = '2026-11-01T00:00Z/2026-11-02T00:00Z'
  it.each([
    ['SUN 02:00-03:00 Europe/Berlin', berlin, ['2026-10-25T00:00Z/2026-10-25T02:00Z']],
    [
      'SUN 01:00-02:30 Europe/Berlin',
      berlin,
      ['2026-10-24T23:00Z/2026-10-25T00:30Z', '2026-10-25T01:00Z/2026-10-25T01:30Z']
    ],
    [
      'SUN 02:15-02:45 Europe/Berlin',
      berlin,
      ['2026-10-25T00:15Z/2026-10-25T00:45Z', '2026-10-25T01:15Z/2026-10-25T01:45Z']
    ],
    ['SUN 08:00-10:00 Europe/Berlin', berlin, ['2026-10-25T07:00Z/2026-10-25T09:00Z']],
    ['SAT 22:00-06:00 Europe/Berlin', berlin, ['2026-10-24T20:00Z/2026-10-25T05:00Z']],
    ['SUN 01:00-02:00 America/New_York', newYork, ['2026-11-01T05:00Z/2026-11-01T07:00Z']],
    ['SUN 09:00-10:00 America/New_York', newYork, ['2026-11-01T14:00Z/2026-11-01T15:00Z']],
    ['SUN 01:30-02:00 Australia/Lord_Howe', lordHowe, ['2026-04-04T14:30Z/2026-04-04T15:30Z']],
    ['SUN 01:00-03:00 America/St_Johns', stJohns, ['2026-11-01T03:30Z/2026-11-01T06:30Z']],
    // Havana goes back from 1:00 to midnight, Beirut from midnight to 23:00, which is Saturday again.
    [
      'SUN 00:00-01:00 America/Havana',
      '2026-10-31T00:00Z/2026-11-03T00:00Z',
      ['2026-11-01T04:00Z/2026-11-01T06:00Z']
    ],
    [
      'SAT 23:00-24:00 Asia/Beirut',
      '2026-10-24T00:00Z/2026-10-26T00:00Z',
      ['2026-10-24T20:00Z/2026-10-24T22:00Z']
    ]
  ])('%s', (hours, window, expected) => hasIntervals(window, hours, expected))
})

describe('long windows', () => {
  it('of three years have the hours of every working day', () => {
    const start = new Date('2023-01-01T00:00Z')
    const end = new Date('2026-01-01T00:00Z')
    let days = 0
    for (let day = start.getTime(); day < end.getTime(); day += DAY)
      if (![0, 6].includes(new Date(day).getUTCDay())) days += 1
    for (const timeZone of ['Europe/Berlin', 'Africa/Casablanca', 'Asia/Kathmandu']) {
      const intervals = businessIntervals({ start, end }, hoursOf(`${WORKDAYS} 08:00-18:00 ${timeZone}`))
      expect(intervals).toHaveLength(days)
      expect(total(intervals)).toBe(days * 10 * HOUR)
      for (const { start, end } of intervals) expect(end.getTime() - start.getTime()).toBe(10 * HOUR)
    }
  })
})

it('the shortest daylight saving there was is seen', () => {
  // Two weekends, 8 and 15 October 2000: one was an hour short, the other an hour long.
  hasIntervals('2000-10-01T00:00Z/2000-10-22T00:00Z', 'TUE 08:00-09:00 America/Recife', [
    '2000-10-03T11:00Z/2000-10-03T12:00Z',
    '2000-10-10T10:00Z/2000-10-10T11:00Z',
    '2000-10-17T11:00Z/2000-10-17T12:00Z'
  ])
})

describe('what does not exist', () => {
  const window = interval('2026-02-01T00:00Z/2026-03-01T00:00Z')

  it.each(['Mars/Olympus', '', 'constructor'])('the time zone %j', timeZone => {
    expect(() => businessIntervals(window, { timeZone, days: WEEKDAYS, from: '08:00', to: '18:00' })).toThrow(
      new RangeError(`"${timeZone}" is not a time zone`)
    )
  })

  it.each([
    ['8:00', '18:00', '8:00'],
    ['08:00', '24:01', '24:01']
  ])('the hours from %s to %s', (from, to, wrong) => {
    expect(() => businessIntervals(window, { timeZone: 'Etc/UTC', days: WEEKDAYS, from, to })).toThrow(
      new RangeError(`"${wrong}" is not a time of day`)
    )
  })
})
