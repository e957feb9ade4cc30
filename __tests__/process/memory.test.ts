// However large an answer is, the process stays small: it runs beside other steps on small machines.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runBundle } from '../../simulator/harness/bundle.ts'
import type { Reply } from '../../simulator/server.ts'
import { expectBlocked, JSON_TYPE, json } from '../support/faults.ts'
import { API, answering, gate, SIGN_IN, SLO } from '../support/scenario.ts'

const MIB = 1024 ** 2
const MOST_MIB = 150

const PRELOAD = `import { readFileSync, writeFileSync } from 'node:fs'
// Linux counts what the parent had at the fork into maxRSS; the high-water mark of the memory itself begins anew.
const own = () => /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]
const peak = () => (process.platform === 'linux' ? own() : process.resourceUsage().maxRSS)
process.on('exit', () => writeFileSync('peak', String(peak())))`
const nodeArguments = ['--import', `data:text/javascript,${encodeURIComponent(PRELOAD)}`]

/** That many bytes, sent as fast as they are taken. */
function large(bytes: number, headers: Record<string, string> = {}): Reply {
  const piece = Buffer.alloc(MIB, ' ')
  return {
    raw: (_request, response) => {
      response.writeHead(200, { ...JSON_TYPE, ...headers })
      let left = bytes
      const more = () => {
        if (left <= 0) return response.end()
        const next = piece.subarray(0, Math.min(left, MIB))
        left -= next.length
        return response.write(next, error => error ?? more())
      }
      more()
    }
  }
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

test.each([
  ['200 MiB of the API', API, large(200 * MIB), 'larger than'],
  ['200 MiB of the sign-in', SIGN_IN, large(200 * MIB), 'larger than'],
  ['200 MiB, as declared', API, large(200 * MIB, { 'content-length': String(200 * MIB) }), 'larger than'],
  ['half a million lists in each other', API, json(nested(500_000)), SLO],
  ['half a million lists as the value', API, json(`{"burnRate":${nested(500_000)}}`), SLO],
  ['a third of a million small lists', API, json(`[${'[],'.repeat(340_000)}[]]`), SLO]
])('%s are refused in little memory', async (_what, path, reply, says) => {
  const blocked = await gate({ intercept: answering(path, reply) }, {}, options =>
    runBundle({ ...options, nodeArguments })
  )

  expectBlocked(blocked, says)
  expectSmall(blocked)
})

test('200 MiB from each of 30 SLOs at once take no more memory than from one', async () => {
  const ids = [SLO, ...Array.from({ length: 29 }, (_, index) => `slo-${index}`)]
  const inputs = { 'slo-id': ids.join() }
  const blocked = await gate({ intercept: answering(API, large(200 * MIB)) }, { inputs }, options =>
    runBundle({ ...options, nodeArguments })
  )

  expectBlocked(blocked, 'larger than')
  expect(blocked.genesys.burnRateRequests()).toHaveLength(30)
  expectSmall(blocked)
})

function expectSmall({ workspace }: { workspace: string }): void {
  expect(Number(readFileSync(join(workspace, 'peak'), 'utf8')) / 1024).toBeLessThan(MOST_MIB)
}
