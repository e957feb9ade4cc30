import { expect, it, jest } from '@jest/globals'
import { startServer } from '../../simulator/server.ts'
import { GitHubApi } from '../../src/github/api.ts'
import { HttpClient } from '../../src/http/client.ts'
import { TimeBudget } from '../../src/http/timeBudget.ts'
import { lasting } from '../support/builders.ts'

it('what GitHub says about its own API is printed only for those who look for a fault', async () => {
  const printed = [jest.spyOn(console, 'warn'), jest.spyOn(console, 'error')].map(spy =>
    spy.mockReturnValue()
  )
  const headers = { deprecation: 'true', sunset: '##[error]soon', link: '<https://x>; rel="deprecation"' }
  const server = await startServer(() => ({ headers, body: {} }))
  const http = new HttpClient({
    maxAttempts: 1,
    maxBytes: 1_000,
    redact: text => text,
    timeBudget: new TimeBudget(lasting('PT10S')),
    onAttempt: () => 1,
    proxyFor: () => undefined
  })
  const connection = { apiUrl: server.url, token: 'ghs', owner: 'acme', repo: 'crm' }
  const said: string[] = []
  const debug = (text: string) => void said.push(text)
  const { octokit, repository } = new GitHubApi({ connection, http, debug })

  expect(await octokit.rest.pulls.get({ ...repository, pull_number: 1 })).toMatchObject({ status: 200 })
  for (const spy of printed) expect(spy).not.toHaveBeenCalled()
  expect(said).toEqual([expect.stringContaining('is deprecated')])
  http.close()
  await server.close()
})
