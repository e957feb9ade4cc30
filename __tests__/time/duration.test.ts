import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { DAY, describeDuration, HOUR, MINUTE, parseDuration, SECOND, WEEK } from '../../src/time/duration.ts'

const amounts = fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: undefined })
const part = (amount: number | undefined, unit: string) => (amount === undefined ? '' : `${amount}${unit}`)

/** An ISO 8601 duration of any units of fixed length, with its length. */
const written = fc
  .record({ weeks: amounts, days: amounts, hours: amounts, minutes: amounts, seconds: amounts })
  .map(({ weeks, days, hours, minutes, seconds }) => {
    const time = `${part(hours, 'H')}${part(minutes, 'M')}${part(seconds, 'S')}`
    const iso = `P${part(weeks, 'W')}${part(days, 'D')}${time === '' ? '' : `T${time}`}`
    const lengths = [[weeks, WEEK] as const, [days, DAY] as const, [hours, HOUR] as const]
    const rest = [[minutes, MINUTE] as const, [seconds, SECOND] as const]
    return { iso, ms: [...lengths, ...rest].reduce((sum, [amount = 0, unit]) => sum + amount * unit, 0) }
  })
  .filter(({ ms }) => ms > 0)

describe('reading a duration', () => {
  it.each([
    ['PT1M', MINUTE],
    ['PT5M', 5 * MINUTE],
    ['PT720H', 30 * DAY],
    ['P30D', 30 * DAY],
    ['P4W', 4 * WEEK],
    ['P1DT12H', 36 * HOUR],
    ['PT0.5S', SECOND / 2],
    ['PT0,5S', SECOND / 2],
    ['PT1.5H', 90 * MINUTE],
    ['PT1.25H', 75 * MINUTE],
    ['PT1.25M', 75 * SECOND],
    ['PT1.25S', 1.25 * SECOND],
    ['P1.25D', 30 * HOUR]
  ])('takes %s', (iso, ms) => {
    expect(parseDuration(iso)).toEqual({ iso, ms })
  })

  it.each([
    ['30d', 'P30D', 30 * DAY],
    ['1h', 'PT1H', HOUR],
    ['5m', 'PT5M', 5 * MINUTE],
    ['90s', 'PT90S', 90 * SECOND],
    ['2w', 'P2W', 2 * WEEK],
    ['1d12h', 'P1DT12H', 36 * HOUR],
    ['007d', 'P7D', 7 * DAY]
  ])('takes %s as Prometheus writes it, and shows it as %s', (text, iso, ms) => {
    expect(parseDuration(text)).toEqual({ iso, ms })
  })

  const refused = {
    'what is not one': [
      ...[
        '',
        'P',
        'PT',
        'P1D T1H',
        'P1DT',
        '5 minutes',
        '5 m',
        '0m',
        '300',
        'pt5m',
        'PT5m',
        '5M',
        'T5M',
        'PT5X'
      ],
      ...['PTM', 'PT1M1H', 'PT5S5M', 'P1H', 'PT1D', '1m1h', '1.5h', '1y', '500ms']
    ],
    'one with something around it': [
      ...['xPT5M', 'PT5Mx', 'PT5M ', ' PT5M', 'PT5M/PT6H', 'PT1H30', 'P1D3H', 'PT5M\nPT6M']
    ],
    'months and years, which have no fixed length': ['P1M', 'P1Y', 'P1Y2M', 'P1M1D', 'P1YT1H', 'P0.5Y'],
    'what is not positive': [
      ...['PT0S', 'P0D', 'PT0H0M', 'PT0.0001S', '-PT5M', 'P-1D', 'PT-5M', 'P1DT-5M', '-P1DT-5M']
    ],
    'more than can be counted': ['P999999999999W', `P${'9'.repeat(400)}D`]
  }
  it.each(Object.entries(refused))('refuses %s', (_what, texts) => {
    expect(texts.filter(text => parseDuration(text) !== undefined)).toEqual([])
  })

  it('adds up its parts', () => {
    fc.assert(
      fc.property(written, ({ iso, ms }) => {
        expect(parseDuration(iso)).toEqual({ iso, ms })
      })
    )
  })

  it('refuses its parts with a sign in front of any', () => {
    fc.assert(
      fc.property(written, fc.nat(), ({ iso }, at) => {
        const starts = [0, ...[...iso.matchAll(/\d+/g)].map(({ index }) => index)]
        const start = starts[at % starts.length] ?? 0
        expect(parseDuration(`${iso.slice(0, start)}-${iso.slice(start)}`)).toBeUndefined()
      })
    )
  })

  it('gives a positive whole number of milliseconds or nothing, whatever the text', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^-?P[-0-9.,YMWDTHS]*$/))
    fc.assert(
      fc.property(texts, text => {
        const ms = parseDuration(text)?.ms ?? 1
        expect(Number.isSafeInteger(ms) && ms > 0).toBe(true)
      })
    )
  })
})

describe('a duration for people', () => {
  it.each([
    ['PT720H', '30 days'],
    ['P1D', '1 day'],
    ['P4W', '28 days'],
    ['PT36H', '36 hours'],
    ['PT1H', '1 hour'],
    ['PT90M', '90 minutes'],
    ['PT5M', '5 minutes'],
    ['PT90S', '90 seconds'],
    ['PT1S', '1 second'],
    ['PT1.5S', '1500 milliseconds'],
    ['PT0.001S', '1 millisecond']
  ])('%s is %s', (iso, words) => {
    expect(describeDuration({ ms: parseDuration(iso)?.ms ?? 0 })).toBe(words)
  })

  it('loses nothing', () => {
    const units: Record<string, number> = {
      day: DAY,
      hour: HOUR,
      minute: MINUTE,
      second: SECOND,
      millisecond: 1
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 * DAY }), ms => {
        const [count = '', unit = ''] = describeDuration({ ms }).split(' ')
        expect(Number(count) * (units[unit.replace(/s$/, '')] ?? 0)).toBe(ms)
      })
    )
  })
})
