import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { GenesysOptions } from '../../../simulator/genesys/start.ts'
import { formatLog } from '../../../simulator/harness/log.ts'
import type { GateRun } from '../../../simulator/harness/workspace.ts'
import type { Reply } from '../../../simulator/server.ts'
import { startFakePrometheus } from '../../support/fakePrometheus.ts'
import { API, answering, definition, gate, readable, run, SIGN_IN, SLO } from '../../support/scenario.ts'

const SECRET = 'client-secret-value'
const BASIC = Buffer.from(`client-id:${SECRET}`).toString('base64')
const ISSUED = 'issued-token-value'
const ACCESS = 'access-token-value'
const PROMETHEUS = 'prometheus-token-value'
const ALL = [SECRET, BASIC, ISSUED, ACCESS, PROMETHEUS]

const accessToken = { 'genesys-access-token': ACCESS }
const outside = { GITHUB_ACTIONS: undefined, GITHUB_OUTPUT: undefined }
const says = (message: string, status = 403): Reply => ({ status, body: { message } })

interface Row {
  title: string
  genesys: GenesysOptions
  inputs?: Record<string, string>
}

describe('no secret is printed or written', () => {
  const everyPath: Row[] = [
    { title: 'healthy', genesys: { slos: { [SLO]: 0.4 } } },
    { title: 'healthy with an access token', genesys: { slos: { [SLO]: 0.4 } }, inputs: accessToken },
    { title: 'exhausted', genesys: { slos: { [SLO]: 2 } } },
    { title: 'a wrong configuration', genesys: {}, inputs: { mode: 'x', timeout: SECRET } },
    { title: 'a wrong secret', genesys: {}, inputs: { 'genesys-client-secret': `${SECRET}-2` } }
  ]
  const echoes: Row[] = [
    {
      title: 'an error with the token of the request',
      genesys: { intercept: answering(API, ({ headers }) => says(`no: ${headers.authorization}`)) }
    },
    {
      title: 'an error with the access token',
      genesys: { intercept: answering(API, ({ headers }) => says(`no: ${headers.authorization}`)) },
      inputs: accessToken
    },
    {
      title: 'an error of the sign-in with all that it was sent',
      genesys: {
        intercept: answering(SIGN_IN, ({ headers }) => says(`${headers.authorization} ${SECRET}`, 400))
      }
    },
    {
      title: 'an error page with the token',
      genesys: { intercept: answering(API, { status: 403, body: `<html>${ISSUED}</html>` }) }
    },
    { title: 'a burn rate that is the token', genesys: { slos: { [SLO]: () => ISSUED } } },
    {
      title: 'a burn rate with the token inside',
      genesys: { slos: { [SLO]: () => ({ [ISSUED]: [ISSUED] }) } }
    },
    {
      title: 'a redirect with the token',
      genesys: {
        intercept: answering(API, {
          status: 302,
          headers: { location: `https://${ISSUED}@example.com/${ISSUED}` }
        })
      }
    },
    {
      title: 'a correlation id that is the token',
      genesys: {
        intercept: answering(API, {
          status: 403,
          headers: { 'ININ-Correlation-Id': ISSUED },
          body: { message: 'no' }
        })
      }
    }
  ]
  test.each(everyPath)('on this path: $title', async ({ genesys, inputs }) => {
    expectNoSecret(await gate(genesys, { inputs }), ALL)
  })

  test.each(echoes)('when the server echoes it: $title', async ({ genesys, inputs }) => {
    const echoed = await gate(genesys, { inputs })

    expect(echoed.outputs['verdict']).toBe('source-error')
    expectNoSecret(echoed, ALL)
  })

  test.each(echoes)(
    'outside GitHub, where not even a mask may show it: $title',
    async ({ genesys, inputs }) => {
      const echoed = await gate(genesys, { inputs, env: outside })

      expect(echoed.exitCode).toBe(1)
      expect(echoed.stdout).toContain(SLO)
      expect(echoed.stdout).not.toMatch(/^\s*::/m)
      expectNoSecret(echoed, ALL)
    }
  )

  test.each([100, 105, 110, 115])(
    'not even its beginning, where a message is cut: after %i',
    async length => {
      const message = `${'x'.repeat(length)}${ISSUED}`
      const cut = await gate({ intercept: answering(API, says(message)) })

      expect(cut.outputs['reason']).toContain('x'.repeat(length))
      expectNoSecret(cut, [ISSUED.slice(0, 5)])
    }
  )

  test.each([
    ['with characters of Markdown', 'se_cr*et<va>lu~e#1[x]'],
    ['with characters of an address', 'se/cr+et=va&lue@1:2'],
    ['with characters of a workflow command', 'se%cr,et::va%25lue']
  ])('%s', async (_what, clientSecret) => {
    const message = `${clientSecret} ${encodeURIComponent(clientSecret)}`
    const intercept = answering(SIGN_IN, { status: 401, body: { error_description: message } })
    const echoed = await gate({ clientSecret, intercept })

    expect(echoed.outputs['verdict']).toBe('source-error')
    expectNoSecret(echoed, [clientSecret, encodeURIComponent(clientSecret)])
  })

  test('when Prometheus echoes its token', async () => {
    const prometheus = await startFakePrometheus({
      answer: () => ({ status: 422, error: `no: ${PROMETHEUS}` })
    })
    const files = { 'slo.json': definition({ source: { type: 'prometheus', errorRatio: 'ratio[$window]' } }) }
    const inputs = {
      'slo-file': 'slo.json',
      'prometheus-url': prometheus.url,
      'prometheus-token': PROMETHEUS
    }
    const echoed = await run({ inputs, files })
    await prometheus.close()

    expect(prometheus.requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${PROMETHEUS}`])
    expect(echoed.outputs['reason']).toContain('no: ')
    expectNoSecret(echoed, ALL)
  })
})

test('the runner is told to mask every secret, before anything else is printed', async () => {
  const masked = await gate(
    { slos: { [SLO]: 0.4 } },
    { inputs: { 'prometheus-token': PROMETHEUS, 'github-token': 'github-token-value' } }
  )

  const lines = masked.stdout.split('\n')
  const masks = lines
    .filter(line => line.startsWith('::add-mask::'))
    .map(line => line.slice('::add-mask::'.length))
  expect(masks.toSorted()).toEqual([SECRET, BASIC, ISSUED, PROMETHEUS, 'github-token-value'].toSorted())
  const printed = lines.findIndex(line => line !== '' && !line.startsWith('::add-mask::'))
  expect(lines.slice(0, printed).join()).toContain(SECRET)
})

function expectNoSecret(run: GateRun, secrets: readonly string[]): void {
  const printed = run.stdout.replaceAll(/^::add-mask::.*$/gm, '')
  const places = {
    printed,
    shown: formatLog(printed),
    stderr: run.stderr,
    summary: run.summary,
    rendered: readable(run.summary),
    outputs: Object.values(run.outputs).join('\n'),
    report: JSON.stringify(run.report)
  }
  expect(places.report).toContain('"version":1')
  for (const [place, text] of Object.entries(places)) {
    for (const secret of secrets)
      expect({ place, found: text.includes(secret) && secret }).toEqual({ place, found: false })
  }
}

test('a secret in a query is not kept in the state file', async () => {
  const server = await startFakePrometheus({ answer: query => (query.includes('[5m]') ? [] : 1_000) })
  const query = (metric: string) => `sum(increase(${metric}{token="${PROMETHEUS}"}[$window]))`
  const source = { type: 'prometheus', good: query('good'), total: query('all') }
  const alert = { level: 'WARNING', burnRateThreshold: 6, duration: 'PT5M' }
  try {
    const { workspace, outputs } = await run({
      files: { 'slo.json': definition({ source, burnRateAlerts: [alert] }) },
      inputs: {
        'slo-file': 'slo.json',
        'prometheus-url': server.url,
        'prometheus-token': PROMETHEUS,
        'state-file': 'state.json'
      }
    })
    expect(outputs['verdict']).toBe('healthy')
    const state = readFileSync(join(workspace, 'state.json'), 'utf8')
    expect(state).toContain('as the answer to the query')
    expect(state).not.toContain(PROMETHEUS)
  } finally {
    await server.close()
  }
})
