import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type BusinessHours, businessIntervals, WEEKDAYS } from '../../src/time/businessHours.ts'
import type { Interval } from '../../src/time/interval.ts'

const RUNS = { seed: 29, numRuns: 120 }
/** Where no minute is looked at by itself. */
const MORE_RUNS = { ...RUNS, numRuns: 300 }
const MINUTE = 60_000
const DAY = 1_440 * MINUTE

/** Zones, each with instants at which its clocks change; all offsets are of whole minutes. */
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  'America/New_York': ['2026-03-08T07:00Z', '2026-11-01T06:00Z'],
  'Europe/Berlin': ['2026-03-29T01:00Z', '2026-10-25T01:00Z'],
  'Australia/Lord_Howe': ['2026-04-04T15:00Z', '2026-10-03T15:30Z'],
  'America/St_Johns': ['2026-03-08T05:30Z', '2026-11-01T04:30Z'],
  'America/Havana': ['2026-03-08T05:00Z', '2026-11-01T05:00Z'],
  'Asia/Beirut': ['2026-03-28T22:00Z', '2026-10-24T21:00Z'],
  'Antarctica/Troll': ['2026-03-29T01:00Z', '2026-10-25T01:00Z'],
  'America/Recife': ['2000-10-08T03:00Z', '2000-10-15T02:00Z'],
  'Pacific/Apia': ['2011-09-24T14:00Z', '2011-12-30T10:00Z'],
  // These two never change: any instants do.
  'Asia/Kolkata': ['2026-02-28T18:30Z'],
  'Asia/Kathmandu': ['2026-12-31T18:15Z']
}

interface Clock {
  readonly weekday: number
  readonly minute: number
}

/** What the clocks of a zone show, by `Intl` alone. */
const clockIn = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  })
  // The windows are mostly around the same few changes, and formatting is slow.
  const known = new Map<number, Clock>()
  return (instant: number): Clock => {
    const clock = known.get(instant) ?? read(format.format(instant))
    known.set(instant, clock)
    return clock
  }
}

function read(text: string): Clock {
  const [, day = '', hour, minute] = /^(\w{3}),? (\d\d):(\d\d)$/.exec(text) ?? []
  return { weekday: ABBREVIATIONS.indexOf(day), minute: Number(hour) * 60 + Number(minute) }
}

const ABBREVIATIONS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const CLOCKS = new Map(Object.keys(CHANGES).map(timeZone => [timeZone, clockIn(timeZone)]))

/** Whether a minute of the clocks is in the hours, word by word as they are defined. */
function naivelyWithin({ days, from, to }: BusinessHours): (clock: Clock) => boolean {
  const [begin, end] = [from, to].map(time => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) as [
    number,
    number
  ]
  const listed = days.map(day => WEEKDAYS.indexOf(day))
  return ({ weekday, minute }) => {
    const today = listed.includes(weekday)
    const yesterday = listed.includes((weekday + 6) % 7)
    if (end > begin) return today && minute >= begin && minute < end
    return (today && minute >= begin) || (yesterday && minute < end)
  }
}

/** The minutes of a window that are in the hours, by their first instants. The first may begin before it. */
function naively({ start, end }: Interval, hours: BusinessHours): readonly number[] {
  const clock = CLOCKS.get(hours.timeZone)
  const within = naivelyWithin(hours)
  const minutes: number[] = []
  for (let at = start.getTime() - (start.getTime() % MINUTE); at < end.getTime(); at += MINUTE)
    if (clock && within(clock(at))) minutes.push(at)
  return minutes
}

const twoDigits = (value: number) => String(value).padStart(2, '0')
const minutesOfDay = fc.oneof(
  fc.integer({ min: 0, max: 1439 }),
  // Where the clocks change.
  fc.integer({ min: 0, max: 16 }).map(quarters => quarters * 15),
  fc.integer({ min: 0, max: 23 }).map(hour => hour * 60)
)
const time = (minutes: number) => `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`

const times = fc.oneof(
  { weight: 6, arbitrary: fc.record({ from: minutesOfDay.map(time), to: minutesOfDay.map(time) }) },
  { weight: 1, arbitrary: minutesOfDay.map(time).map(from => ({ from, to: from })) },
  { weight: 1, arbitrary: minutesOfDay.map(time).map(from => ({ from, to: '24:00' })) }
)

const days = fc.oneof(
  { weight: 3, arbitrary: fc.shuffledSubarray([...WEEKDAYS], { minLength: 1 }) },
  { weight: 2, arbitrary: fc.constant(WEEKDAYS) },
  { weight: 1, arbitrary: fc.constantFrom(...WEEKDAYS).map(day => [day]) }
)

/** In minutes, up to 12 days. */
const lengths = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 5, 60) },
  { weight: 3, arbitrary: fc.integer({ min: 60, max: 3 * 1440 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1440, max: 12 * 1440 }) }
)

/** In milliseconds: mostly such that the clocks change in the window or close to it. */
const starts = (timeZone: string, length: number) => {
  const changes = fc.constantFrom(...(CHANGES[timeZone] ?? []))
  // Bias is towards windows that begin or end with the change: half of them is enough.
  const before = fc.integer({ min: -length - 60, max: 60 })
  const near = fc.tuple(changes, fc.oneof(before, fc.noBias(before)))
  const anywhere = fc.integer({
    min: Date.parse('2020-01-01') / MINUTE,
    max: Date.parse('2030-01-01') / MINUTE
  })
  return fc.oneof(
    { weight: 12, arbitrary: near.map(([change, minutes]) => Date.parse(change) + minutes * MINUTE) },
    { weight: 1, arbitrary: anywhere.map(minutes => minutes * MINUTE) }
  )
}

interface Case {
  readonly window: Interval
  readonly hours: BusinessHours
}

const cases: fc.Arbitrary<Case> = fc
  .record({ timeZone: fc.constantFrom(...Object.keys(CHANGES)), length: lengths, days, times })
  .chain(({ timeZone, length, days, times }) =>
    starts(timeZone, length).map(start => ({
      window: { start: new Date(start), end: new Date(start + length * MINUTE) },
      hours: { timeZone, days, ...times }
    }))
  )

/** The minutes of intervals that begin and end with one, by their first instants. */
const minutesIn = (intervals: readonly Interval[]) =>
  intervals.flatMap(({ start, end }) =>
    Array.from({ length: (+end - +start) / MINUTE }, (_, index) => +start + index * MINUTE)
  )

const sum = (intervals: readonly Interval[]) =>
  intervals.reduce((total, { start, end }) => total + (+end - +start), 0)

/** How long a window is by what the clocks show at its ends: not as long as it is if they were changed. */
function shownFor({ start, end }: Interval, { timeZone }: BusinessHours): number {
  const [first, last] = [start, end].map(at => CLOCKS.get(timeZone)?.(+at).minute ?? Number.NaN) as [
    number,
    number
  ]
  const days = Math.round((+end - +start - (last - first) * MINUTE) / DAY)
  return days * DAY + (last - first) * MINUTE
}

it('the intervals hold those minutes which the clocks of the zone show to be in the hours', () => {
  const seen = { some: 0, none: 0, changed: 0 }
  fc.assert(
    fc.property(cases, ({ window, hours }) => {
      const intervals = businessIntervals(window, hours)
      const expected = naively(window, hours)
      expect(sum(intervals) / MINUTE).toBe(expected.length)
      expect(minutesIn(intervals).join()).toBe(expected.join())
      seen[expected.length > 0 ? 'some' : 'none'] += 1
      seen.changed += Number(shownFor(window, hours) !== +window.end - +window.start)
    }),
    RUNS
  )
  expect(seen.some).toBeGreaterThan(RUNS.numRuns / 3)
  expect(seen.none).toBeGreaterThan(RUNS.numRuns / 10)
  expect(seen.changed).toBeGreaterThan(RUNS.numRuns / 4)
})

const inMinute = fc.oneof(fc.constantFrom(0, 1, MINUTE - 1), fc.integer({ min: 0, max: MINUTE - 1 }))

it('the intervals are in order, apart, not empty and inside the window, wherever in a minute it begins and ends', () => {
  fc.assert(
    fc.property(cases, inMinute, inMinute, ({ window, hours }, late, later) => {
      const start = +window.start + late
      const end = +window.end + later
      const intervals = businessIntervals({ start: new Date(start), end: new Date(end) }, hours)
      let last = -Infinity
      for (const interval of intervals) {
        // Never at the end of the one before: then they were one.
        expect(+interval.start).toBeGreaterThan(last)
        expect(+interval.end).toBeGreaterThan(+interval.start)
        last = +interval.end
      }
      expect(+(intervals.at(0)?.start ?? start)).toBeGreaterThanOrEqual(start)
      expect(+(intervals.at(-1)?.end ?? end)).toBeLessThanOrEqual(end)
      const minutes = naively({ start: new Date(start), end: new Date(end) }, hours)
      const parts = minutes.map(at => Math.max(0, Math.min(at + MINUTE, end) - Math.max(at, start)))
      expect(sum(intervals)).toBe(parts.reduce((total, part) => total + part, 0))
    }),
    RUNS
  )
})

it('a window has the hours of its parts', () => {
  fc.assert(
    fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), ({ window, hours }, share) => {
      const cut = new Date(+window.start + Math.floor(share * (+window.end - +window.start)))
      const parts = [
        { ...window, end: cut },
        { ...window, start: cut }
      ]
      const total = parts.reduce((total, part) => total + sum(businessIntervals(part, hours)), 0)
      expect(total).toBe(sum(businessIntervals(window, hours)))
    }),
    MORE_RUNS
  )
})

it('hours and the hours from their end to their begin are all of the window, whatever the clocks do', () => {
  fc.assert(
    fc.property(cases, ({ window, hours }) => {
      fc.pre(hours.from !== hours.to && hours.to !== '24:00')
      const all = { ...hours, days: WEEKDAYS }
      const rest = { ...all, from: hours.to, to: hours.from }
      const total = sum(businessIntervals(window, all)) + sum(businessIntervals(window, rest))
      expect(total).toBe(+window.end - +window.start)
    }),
    MORE_RUNS
  )
})
