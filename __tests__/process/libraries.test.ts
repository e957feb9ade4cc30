import { expect, test } from '@jest/globals'
import { runBundle } from '../../simulator/harness/bundle.ts'

test('what Node and libraries print is a debug line, and gives the runner no command', async () => {
  const { log, stderr, outputs } = await runBundle({
    inputs: { 'slo-file': 'slo.yaml' },
    files: { 'slo.yaml': '? { "##[stop-commands]x": 1 }\n: 1\n' }
  })

  expect(outputs).toMatchObject({ decision: 'block', verdict: 'config-error' })
  expect(stderr).toBe('')
  expect(log).not.toContain('##[')
})

test('an exception that nothing waits for ends in outputs, report and summary, and the job fails', async () => {
  const preload = `setInterval(() => {
    if (process.listenerCount('uncaughtException') > 0) throw new Error('lost')
  }, 1)`
  const run = await runBundle({
    inputs: { 'slo-id': 'crm', 'genesys-access-token': 'token', 'genesys-api-url': 'http://127.0.0.1:9' },
    nodeArguments: ['--import', `data:text/javascript,${encodeURIComponent(preload)}`]
  })

  expect(run.outputs).toMatchObject({ decision: 'block', verdict: 'source-error', 'burn-rate': '' })
  expect(run.outputs['reason']).toContain('lost')
  expect(run.report).toMatchObject({ decision: 'block', slos: [] })
  expect(run.summary).toContain('Deployment blocked')
  expect(run.exitCode).toBe(1)
})
