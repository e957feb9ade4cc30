import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Window } from '../../../src/budget/window.ts'
import { promDuration, ruleDuration } from '../../../src/sources/prometheus/duration.ts'
import {
  isPerSecond,
  type PrometheusSpec,
  promQlOf,
  SLOTH_WINDOWS
} from '../../../src/sources/prometheus/promql.ts'
import { lasting, sloWith } from '../../support/builders.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const END = new Date('2026-11-23T18:00:00Z')
const windowOf = (iso: string): Window => {
  const duration = lasting(iso)
  return { start: new Date(END.getTime() - duration.ms), end: END, duration }
}
const asked = (spec: PrometheusSpec, iso: string, own = 'PT720H') =>
  promQlOf(spec, sloWith({ window: lasting(own) }), windowOf(iso))
const queryOf = (spec: PrometheusSpec, iso: string, own?: string) => {
  const promQl = asked(spec, iso, own)
  return 'errorRatio' in promQl ? promQl.errorRatio : promQl
}

describe('a query of so many a second', () => {
  it.each([
    'rate(a[$window])',
    'sum (irate (a[5m]))',
    'sum by (rate) (rate(a[5m]))',
    'deriv(a[1h])',
    'rollup_rate(a[1h])',
    'rate_over_sum(a[1h])',
    'job:requests:rate5m{a="b"}',
    'sum(job:requests:rate$window)',
    'job:requests:rate',
    'sum(rate(a[1h])) * 3600'
  ])('is %s', query => {
    expect(isPerSecond(query)).toBe(true)
  })

  it.each([
    'sum(increase(a[$window]))',
    'increase(error_rate_total[1h])',
    'a{handler="rate("}',
    "a{handler='x:rate5m'}",
    'a{handler=`rate(a)`} # rate(a[5m])',
    'sum by (rate) (increase(a[5m]))',
    'job:requests:increase30d',
    'job:rate_limited:increase30d',
    'count_over_time(a[1h])'
  ])('is not %s', query => {
    expect(isPerSecond(query)).toBe(false)
  })

  it.each(['"' + '\\"'.repeat(400_000), `:${'rate1'.repeat(200_000)}:`])(
    'is told from any other in no time that grows with its square',
    query => {
      expect(isPerSecond(query)).toBe(false)
    }
  )
})

describe('a duration in PromQL', () => {
  it.each([
    [30 * DAY, '30d'],
    [28 * DAY, '28d'],
    [36 * HOUR, '36h'],
    [HOUR, '1h'],
    [90 * MINUTE, '90m'],
    [90_000, '90s'],
    [1_500, '1500ms'],
    [36_000_123, '36000123ms']
  ])('of %d ms is %s', (ms, text) => {
    expect(promDuration(ms)).toBe(text)
  })
})

describe('a duration in the name of a rule', () => {
  // What github.com/prometheus/common/model.Duration prints, which Sloth and Pyrra take for the names.
  const printed: [number, string][] = [
    ...[...[5, 30].map((minutes): [number, string] => [minutes * MINUTE, `${minutes}m`])],
    ...[...[1, 2, 6].map((hours): [number, string] => [hours * HOUR, `${hours}h`])],
    ...[...[1, 3, 4, 10, 30, 90].map((days): [number, string] => [days * DAY, `${days}d`])],
    [64 * MINUTE, '1h4m'],
    [386 * MINUTE, '6h26m'],
    [DAY + 103 * MINUTE, '1d1h43m'],
    [7 * DAY, '1w'],
    [28 * DAY, '4w'],
    [364 * DAY, '52w'],
    [90_000, '1m30s'],
    [DAY + 1_000, '1d1s']
  ]
  it.each(printed)('of %d ms is %s', (ms, text) => {
    expect(ruleDuration(ms)).toBe(text)
  })

  it.each([
    [365 * DAY, '1y'],
    [730 * DAY, '2y'],
    [7 * 365 * DAY, '7y']
  ])('of %d ms, whole years, is %s', (ms, text) => {
    expect(ruleDuration(ms)).toBe(text)
  })

  it('means the duration, whatever it is', () => {
    const units: Record<string, number> = { y: 365 * DAY, w: 7 * DAY, d: DAY, h: HOUR, m: MINUTE, s: 1_000 }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3660 * 86_400 }), seconds => {
        const text = ruleDuration(seconds * 1_000)
        expect(text).toMatch(/^(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?$/)
        const parts = [...text.matchAll(/(\d+)([ywdhms])/g)]
        const ms = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0)
        expect(ms).toBe(seconds * 1_000)
      })
    )
  })
})

describe('the query for a window', () => {
  it('has the window wherever it is named', () => {
    const good = 'sum(increase(ok[$window])) + 0 * sum(increase(no[$window]))'
    expect(asked({ type: 'prometheus', good, total: 'all[$window:1m]' }, 'PT6H')).toEqual({
      counted: 'good',
      query: 'sum(increase(ok[6h])) + 0 * sum(increase(no[6h]))',
      total: 'all[6h:1m]'
    })
    expect(asked({ type: 'prometheus', errorRatio: 'r[$window]' }, 'P4W')).toEqual({ errorRatio: 'r[28d]' })
  })

  it.each(SLOTH_WINDOWS)('of Sloth, %d ms long, is the rule for it', ms => {
    const spec = { type: 'prometheus', sloth: 'crm' } as const
    const text = { [5 * MINUTE]: '5m', [30 * MINUTE]: '30m', [DAY]: '1d', [3 * DAY]: '3d' }[ms]
    const name = text ?? `${ms / HOUR}h`
    expect(asked(spec, `PT${ms / 1_000}S`)).toMatchObject({
      errorRatio: `slo:sli_error:ratio_rate${name}{sloth_id="crm"}`,
      hint: expect.stringContaining('sloth_id')
    })
  })

  it('of Sloth over its period has a note', () => {
    const promQl = asked({ type: 'prometheus', sloth: 'crm' }, 'P28D', 'P4W')
    expect(promQl).toMatchObject({
      errorRatio: 'slo:sli_error:ratio_rate4w{sloth_id="crm"}',
      note: expect.stringContaining('averages')
    })
  })

  it('of Pyrra over its window is 1 less the availability, but of no other window', () => {
    expect(queryOf({ type: 'prometheus', pyrra: 'crm' }, 'PT720H')).toBe(
      '1 - pyrra_availability{slo="crm"} unless on (slo) (pyrra_window{slo="crm"} != 2592000)'
    )
  })

  it.each([
    ['http_requests_total', 'http_requests'],
    ['http_request_duration_seconds_count', 'http_request_duration_seconds'],
    ['http_requests_count_total', 'http_requests'],
    ['http_requests_total_count', 'http_requests_total'],
    ['probe_success', 'probe_success']
  ])('of Pyrra for an alert is the rule of the metric: %s', (metric, name) => {
    expect(queryOf({ type: 'prometheus', pyrra: 'crm', metric }, 'PT5M')).toBe(
      `${name}:burnrate5m{slo="crm"}`
    )
  })

  it('of Pyrra never asks for a rule without a name', () => {
    for (const iso of ['PT1H', 'PT5M', 'P1D']) {
      expect(queryOf({ type: 'prometheus', pyrra: 'crm' }, iso)).not.toMatch(/^:/)
    }
  })
})

describe('a label', () => {
  // The escapes that PromQL reads are those of Go's string literals.
  const ESCAPES: Record<string, string> = {
    a: '\u0007',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '\\': '\\',
    '"': '"',
    "'": "'"
  }
  const readLiteral = (literal: string): string => {
    expect(literal).toMatch(/^"([^"\\\n]|\\(["'\\abfnrtv]|u[0-9a-f]{4}))*"$/)
    return literal
      .slice(1, -1)
      .replace(/\\(u([0-9a-f]{4})|.)/g, (_, one: string, code?: string) =>
        code === undefined ? (ESCAPES[one] ?? '?') : String.fromCharCode(Number.parseInt(code, 16))
      )
  }

  it.each([
    ['"', '"\\""'],
    ['\\', '"\\\\"'],
    ['a\nb', '"a\\nb"'],
    ['a\tb', '"a\\tb"'],
    ["it's", '"it\'s"'],
    ['\u0001', '"\\u0001"'],
    ['"} or vector(0) #', '"\\"} or vector(0) #"'],
    ['{{ $window }}', '"{{ $window }}"']
  ])('%j is the literal %s', (label, literal) => {
    const query = `slo:sli_error:ratio_rate5m{sloth_id=${literal}}`
    expect(queryOf({ type: 'prometheus', sloth: label }, 'PT5M')).toBe(query)
    expect(queryOf({ type: 'prometheus', pyrra: label }, 'PT720H')).toBe(
      `1 - pyrra_availability{slo=${literal}} unless on (slo) (pyrra_window{slo=${literal}} != 2592000)`
    )
  })

  it('reads as itself again, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), label => {
        const query = queryOf({ type: 'prometheus', sloth: label }, 'PT5M')
        const [, literal = ''] = /^slo:sli_error:ratio_rate5m\{sloth_id=(.*)\}$/s.exec(String(query)) ?? []
        expect(readLiteral(literal)).toBe(label)
      })
    )
  })
})
