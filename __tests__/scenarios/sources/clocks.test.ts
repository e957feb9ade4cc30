// The windows of a run end by the runner's clock. What a server says about its own is compared with it.
import { expect, test } from '@jest/globals'
import { startDatadog } from '../../../simulator/datadog/start.ts'
import { startGenesys } from '../../../simulator/genesys/start.ts'
import { currentTime } from '../../../simulator/harness/clock.ts'
import type { Server } from '../../../simulator/server.ts'
import { startFakePrometheus } from '../../support/fakePrometheus.ts'
import { annotations, definition, run, SLO } from '../../support/scenario.ts'

type Headers = Record<string, string>

const SOURCES = {
  prometheus: {
    start: (headers: () => Headers) =>
      startFakePrometheus({
        answer: (_query, time) => ({
          raw: {
            headers: headers(),
            body: {
              status: 'success',
              data: { resultType: 'vector', result: [{ metric: {}, value: [time, '0.001'] }] }
            }
          }
        })
      }),
    inputs: ({ url }: Server) => ({ 'prometheus-url': url }),
    source: { type: 'prometheus', errorRatio: 'ratio[$window]' }
  },
  datadog: {
    start: (headers: () => Headers) =>
      startDatadog({
        intercept: () => ({
          headers: headers(),
          body: { data: { overall: { sli_value: 99.9, errors: [] } }, errors: null }
        })
      }),
    inputs: ({ url }: Server) => ({
      'datadog-api-url': url,
      'datadog-api-key': 'an-api-key',
      'datadog-app-key': 'an-app-key'
    }),
    source: { type: 'datadog', sloId: 'crm' }
  },
  'genesys-observability': {
    start: (headers: () => Headers) =>
      startGenesys({
        intercept: ({ path }) =>
          path.startsWith('/api/') ? { headers: headers(), body: { burnRate: 0.2 } } : undefined
      }),
    inputs: (server: Server) => (server as Awaited<ReturnType<typeof startGenesys>>).inputs(),
    source: { type: 'genesys-observability' }
  },
  'genesys-data-actions': {
    start: (headers: () => Headers) =>
      startGenesys({
        intercept: ({ path, body }) => {
          if (!path.startsWith('/api/')) return undefined
          const metrics = [{ metric: 'tTotalExecution', stats: { count: 100 } }]
          const data = [{ interval: JSON.parse(body).interval, metrics }]
          return { headers: headers(), body: { results: [{ group: { errorType: 'NONE' }, data }] } }
        }
      }),
    inputs: (server: Server) => (server as Awaited<ReturnType<typeof startGenesys>>).inputs(),
    source: { type: 'genesys-data-actions' }
  }
} as const

type Name = keyof typeof SOURCES
const NAMES = Object.keys(SOURCES) as Name[]

/** A run against a server whose answers say that it is so many minutes later. */
async function runWith(name: Name, minutes: number, more: Headers = {}) {
  const { start, inputs, source } = SOURCES[name]
  const later = () => new Date(currentTime().getTime() + minutes * 60_000).toUTCString()
  const server = await start(() => ({ date: later(), ...more }))
  const files = { 'slo.json': definition({ source }) }
  const found = await run({ files, inputs: { ...inputs(server), 'slo-file': 'slo.json' } })
  await server.close()
  return { run: found, url: server.url }
}

test.each(NAMES)('%s: the same time is nothing to speak of', async name => {
  const { run } = await runWith(name, 0)
  expect(run.outputs['verdict']).toBe('healthy')
  expect(annotations(run, 'warning')).toEqual([])
})

test.each(NAMES)('%s: three minutes apart is a warning', async name => {
  const { run, url } = await runWith(name, 3.2)
  expect(run.outputs['verdict']).toBe('healthy')
  expect(annotations(run, 'warning')).toEqual([
    `the clock of this runner is 3 minutes behind the clock of ${url} (source ${name}); set the clock of the runner, or of the server`
  ])
})

test.each(NAMES)('%s: six minutes apart is no reading', async name => {
  const { run, url } = await runWith(name, -6.2)
  expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
  expect(run.outputs['reason']).toContain(
    `the clock of this runner is 6 minutes ahead of the clock of ${url} (source ${name})`
  )
  expect(run.report.slos[0].readings[0].requests).not.toEqual([])
})

test('an old answer of a cache that says how old it is is no difference of clocks', async () => {
  const { run } = await runWith('datadog', -30, { age: '1800' })
  expect(run.outputs['verdict']).toBe('healthy')
  expect(annotations(run, 'warning')).toEqual([])
})

test('clocks that differ do not hide why nothing could be read', async () => {
  const server = await startFakePrometheus({
    answer: () => ({
      raw: { status: 401, headers: { date: 'Mon, 01 Jan 2024 00:00:00 GMT' }, body: { error: 'no' } }
    })
  })
  const files = { 'slo.json': definition({ source: SOURCES.prometheus.source }) }
  const blocked = await run({ files, inputs: { 'prometheus-url': server.url, 'slo-file': 'slo.json' } })
  await server.close()
  expect(blocked.outputs['reason']).toContain('HTTP 401')
  expect(blocked.outputs['reason']).toContain(SLO)
})
