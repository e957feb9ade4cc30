import { describe, expect, it } from '@jest/globals'
import type { Window } from '../../../src/budget/window.ts'
import { connect } from '../../../src/config/connections.ts'
import { readInputs } from '../../../src/config/inputs.ts'
import type { HttpClient } from '../../../src/http/client.ts'
import type { HttpRequest } from '../../../src/http/message.ts'
import { Secrets } from '../../../src/http/secrets.ts'
import { Problems } from '../../../src/problems.ts'
import { Datadog } from '../../../src/sources/datadog/source.ts'
import { sloWith } from '../../support/builders.ts'

const KEYS = { DD_API_KEY: 'api-key', DD_APP_KEY: 'app-key' }
const CONNECTION = { apiUrl: 'https://api.datadoghq.com', apiKey: 'api-key', appKey: 'app-key' }

function connected(env: Record<string, string>) {
  const problems = new Problems()
  const masked: string[] = []
  const secrets = new Secrets(secret => masked.push(secret))
  const inputs = readInputs({ env, secrets, problems })
  const users = new Map([['datadog', 'crm']] as const)
  return { ...connect({ inputs, users, env, secrets, problems }), errors: problems.errors, masked }
}

describe('the connection', () => {
  it.each([
    [{}, 'https://api.datadoghq.com'],
    [{ DD_SITE: 'datadoghq.eu' }, 'https://api.datadoghq.eu'],
    [{ INPUT_DATADOG_SITE: 'us5.datadoghq.com' }, 'https://api.us5.datadoghq.com'],
    [{ INPUT_DATADOG_SITE: 'us2.ddog-gov.com' }, 'https://api.us2.ddog-gov.com'],
    [{ INPUT_DATADOG_SITE: 'us5.datadoghq.com', DD_SITE: 'datadoghq.eu' }, 'https://api.us5.datadoghq.com'],
    [{ DD_SITE: '' }, 'https://api.datadoghq.com'],
    [{ DD_SITE: 'datadoghq.eu', INPUT_DATADOG_API_URL: 'https://dd.example/' }, 'https://dd.example'],
    [{ INPUT_DATADOG_API_URL: 'http://127.0.0.1:8080' }, 'http://127.0.0.1:8080']
  ] as [Record<string, string>, string][])('of %j is %s', (env, apiUrl) => {
    const { datadog, errors, masked } = connected({ ...KEYS, ...env })
    expect(errors).toEqual([])
    expect(datadog).toEqual({ apiUrl, apiKey: 'api-key', appKey: 'app-key' })
    expect(masked.toSorted()).toEqual(['api-key', 'app-key'])
  })

  it.each([
    'evil.example',
    'datadoghq.com.evil.example',
    'x/datadoghq.com',
    'US5.datadoghq.com',
    '.ddog-gov.com'
  ])('is to no other site: %s', site => {
    const { errors } = connected({ ...KEYS, INPUT_DATADOG_SITE: site })
    expect(errors).toEqual([
      `input datadog-site: "${site}" is not accepted; it takes a Datadog site, such as datadoghq.com, datadoghq.eu or us5.datadoghq.com`
    ])
  })

  it('needs both keys, and both are named at once', () => {
    const { datadog, errors } = connected({})
    expect(datadog).toBeUndefined()
    expect(errors).toEqual([
      'input datadog-api-key: is missing, and SLO "crm" needs it; set it or DD_API_KEY',
      'input datadog-app-key: is missing, and SLO "crm" needs it; set it or DD_APP_KEY'
    ])
  })

  it('does not call a key missing that is wrong', () => {
    const { errors } = connected({ ...KEYS, DD_API_KEY: 'two\nlines' })
    expect(errors).toEqual([
      'input datadog-api-key (from DD_API_KEY): its value is not accepted; it takes text on one line, of characters that a header can hold'
    ])
  })
})

describe('the question', () => {
  const windowOf = (start: string, end: string): Window => {
    const [from, to] = [new Date(start), new Date(end)]
    return { start: from, end: to, duration: { iso: 'PT1H', ms: to.getTime() - from.getTime() } }
  }

  async function askedFor(window: Window, target: number | null = 99.5) {
    const sent: HttpRequest[] = []
    const http = {
      send: async (request: HttpRequest) => {
        sent.push(request)
        const body = { data: { overall: { sli_value: 100, errors: [] } }, errors: null }
        return {
          request: 1,
          status: 200,
          headers: {},
          text: JSON.stringify(body),
          redact: (text: string) => text
        }
      }
    } as unknown as HttpClient
    const source = new Datadog(CONNECTION, { http, secrets: new Secrets(() => undefined), session: {} })
    const spec = { type: 'datadog', sloId: 'a/b' } as const
    const observations = await source.read([{ slo: sloWith({ target }), spec, window }])
    return { sent, observations }
  }

  it('is in whole seconds, and both ends are cut alike, so that spans side by side share no second', async () => {
    const window = windowOf('2026-11-23T17:00:00.999Z', '2026-11-23T18:00:00.999Z')
    const { sent, observations } = await askedFor(window)
    const base = 'https://api.datadoghq.com/api/v1/slo/a%2Fb/history'
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET ${base}?from_ts=1795453200&to_ts=1795456800&target=99.5`
    ])
    expect(observations).toEqual([
      { kind: 'error-ratio', errorRatio: 0, from: { requests: [1], start: window.start, end: window.end } }
    ])
  })

  it('has no target where there is none', async () => {
    const { sent } = await askedFor(windowOf('2026-11-23T17:00:00Z', '2026-11-23T18:00:00Z'), null)
    expect(sent[0]?.url).toMatch(/to_ts=1795456800$/)
  })

  // A run that begins within the first second of the business hours has such a span at its end. Datadog
  // answers with 400 when from_ts is not before to_ts.
  it('is never about a span that begins and ends in the same second', async () => {
    const { sent } = await askedFor(windowOf('2026-11-23T18:00:00.000Z', '2026-11-23T18:00:00.400Z'))
    for (const { url } of sent) {
      const { searchParams } = new URL(url)
      expect(Number(searchParams.get('from_ts'))).toBeLessThan(Number(searchParams.get('to_ts')))
    }
  })
})
