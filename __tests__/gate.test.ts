import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { temporaryFolder } from '../simulator/harness/temporary.ts'
import { type Handler, type Server, startServer } from '../simulator/server.ts'
import { runGate } from '../src/gate.ts'

/** With everything in it that Markdown, addresses and workflow commands write in another way. */
const TOKEN = 'tok_en*with|marks%and/more@end'

let server: Server

/** Everything that a run leaves for people, as they see it; the command that masks a secret is taken out by the runner. */
async function everythingSaid(handler: Handler): Promise<Record<string, string>> {
  server = await startServer(handler)
  const { path } = temporaryFolder('gate-unit-')
  const written: string[] = []
  jest.spyOn(process.stdout, 'write').mockImplementation(text => Boolean(written.push(String(text))))
  const env = {
    GITHUB_ACTIONS: 'true',
    RUNNER_TEMP: path,
    GITHUB_STEP_SUMMARY: join(path, 'summary.md'),
    'INPUT_SLO-ID': 'crm',
    INPUT_TIMEOUT: 'PT5S',
    'INPUT_GENESYS-API-URL': server.url,
    'INPUT_GENESYS-ACCESS-TOKEN': TOKEN
  }
  expect(await runGate(env, path)).toBe(1)
  jest.restoreAllMocks()
  const log = written.join('').replace(/^::add-mask::.*$/gm, '')
  return {
    log: log.replaceAll('%25', '%'),
    summary: readable(readFileSync(join(path, 'summary.md'), 'utf8')),
    report: readFileSync(join(path, 'error-budget-report.json'), 'utf8')
  }
}

/** Markdown as a reader sees it. */
const readable = (markdown: string) =>
  markdown.replace(/&#(\d+);/g, (_, number) => String.fromCharCode(number)).replaceAll('\\|', '|')

afterEach(() => {
  jest.restoreAllMocks()
  return server.close()
})

describe('a secret that an answer repeats', () => {
  it('is nowhere in what the gate says, however it is escaped there', async () => {
    const said = await everythingSaid(({ headers }) => ({
      status: 400,
      body: { message: `cannot read ${headers.authorization}` }
    }))
    for (const [where, text] of Object.entries(said)) {
      expect([where, text.includes('cannot read')]).toEqual([where, true])
      expect([where, text.includes(TOKEN)]).toEqual([where, false])
    }
  })

  it('is not there in part either, when only the beginning of an answer is shown', async () => {
    const said = await everythingSaid(({ headers }) => ({
      status: 400,
      body: { message: `${'x'.repeat(98)} ${headers.authorization}` }
    }))
    for (const [where, text] of Object.entries(said)) {
      expect([where, text.includes('xxx')]).toEqual([where, true])
      expect([where, text.includes(TOKEN.slice(0, 8))]).toEqual([where, false])
    }
  })
})
