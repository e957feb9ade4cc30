import { expect, test } from '@jest/globals'
import { definition, type GenesysRun, gate } from '../../support/scenario.ts'

const HOUR = 3_600_000
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const alert = (level: string, duration: string, shortDuration: string) => ({
  level,
  burnRateThreshold: 6,
  duration,
  shortDuration
})
const files = {
  'slos.json': `[
    ${definition({ id: 'a', burnRateAlerts: [alert('CRITICAL', 'PT1H', 'PT5M'), alert('WARNING', 'PT6H', 'PT1H')] })},
    ${definition({ id: 'b', timeWindow: 'P28D' })}
  ]`
}
const measure = () => gate({ slos: { a: 0.4, b: 0.4 } }, { inputs: { 'slo-file': 'slos.json' }, files })

test('all windows of a run end at one instant, in UTC with a Z', async () => {
  const started = Date.now()
  const run = await measure()

  const windows = windowsAsked(run)
  expect(windows.map(({ start }) => start).join()).not.toContain('+')
  for (const { start, end } of windows) {
    expect(start).toMatch(UTC)
    expect(end).toMatch(UTC)
  }
  const ends = [...new Set(windows.map(({ end }) => end))]
  expect(ends).toEqual([run.report.generatedAt])
  expect(Date.parse(ends[0] ?? '')).toBeGreaterThanOrEqual(started)
  expect(Date.parse(ends[0] ?? '')).toBeLessThanOrEqual(Date.now())
})

test('each window of each SLO is asked once, with exactly its length', async () => {
  const windows = windowsAsked(await measure())

  const asked = windows.map(({ id, start, end }) => `${id} ${(Date.parse(end) - Date.parse(start)) / HOUR}`)
  expect(asked.toSorted()).toEqual(['a 720', 'a 1', `a ${5 / 60}`, 'a 6', 'b 672'].toSorted())
})

test('a time zone is shown beside UTC, and changes no window', async () => {
  const env = { TZ: 'Asia/Kathmandu' }
  const inputs = { 'slo-file': 'slos.json', 'time-zone': 'Pacific/Auckland' }
  const run = await gate({ slos: { a: 0.4, b: 0.4 } }, { inputs, files, env })

  const utc = run.report.generatedAt.slice(0, 19).replace('T', ' ')
  expect(run.summary).toContain(`${utc} UTC`)
  expect(run.summary).toContain('Pacific/Auckland')
  expect(new Set(windowsAsked(run).map(({ end }) => end))).toEqual(new Set([run.report.generatedAt]))
})

function windowsAsked({ genesys }: GenesysRun) {
  return genesys.burnRateRequests().map(({ path }) => {
    const { pathname, searchParams } = new URL(path, genesys.url)
    const [start = '', end = ''] = [searchParams.get('startTime') ?? '', searchParams.get('endTime') ?? '']
    return { id: pathname.split('/').at(-2), start, end }
  })
}
