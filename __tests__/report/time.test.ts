import { describe, expect, it } from '@jest/globals'
import { describeInstant } from '../../src/report/time.ts'

describe('an instant', () => {
  it.each([
    ['2026-11-23T18:00:00.999Z', 'UTC', '2026-11-23 18:00:00 UTC'],
    ['2026-11-23T18:00:00Z', 'Europe/Berlin', '2026-11-23 18:00:00 UTC (2026-11-23 19:00:00 Europe/Berlin)'],
    ['2026-07-01T22:30:00Z', 'Europe/Berlin', '2026-07-01 22:30:00 UTC (2026-07-02 00:30:00 Europe/Berlin)'],
    [
      '2026-01-01T02:00:00Z',
      'America/New_York',
      '2026-01-01 02:00:00 UTC (2025-12-31 21:00:00 America/New_York)'
    ],
    [
      '2026-03-08T06:59:59Z',
      'America/New_York',
      '2026-03-08 06:59:59 UTC (2026-03-08 01:59:59 America/New_York)'
    ],
    [
      '2026-03-08T07:00:00Z',
      'America/New_York',
      '2026-03-08 07:00:00 UTC (2026-03-08 03:00:00 America/New_York)'
    ],
    ['2026-11-23T00:00:00Z', 'Asia/Kolkata', '2026-11-23 00:00:00 UTC (2026-11-23 05:30:00 Asia/Kolkata)']
  ])('%s is shown in UTC and in %s', (at, timeZone, words) => {
    expect(describeInstant(new Date(at), timeZone)).toBe(words)
  })
})
