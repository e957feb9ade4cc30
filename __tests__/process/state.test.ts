import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runBundle } from '../../simulator/harness/bundle.ts'
import { annotations, SLO } from '../support/scenario.ts'
import { type Kept, keep } from '../support/stateKept.ts'

const IDS = Array.from({ length: 6 }, (_, index) => `slo-${index}`)
const slos = Object.fromEntries(IDS.map(id => [id, 0.4]))
/** Runs at once are processes of their own. */
const own = (ids: string) => ({
  inputs: { 'slo-id': ids, 'min-poll-interval': 'PT0S' }
})

const remembered = (kept: Kept) => Object.keys(kept.read().slos).toSorted()

async function expectWhole(kept: Kept): Promise<void> {
  const later = await kept.run({ slos }, own(IDS.join()))
  expect(annotations(later, 'warning')).toEqual([])
  expect(later.outputs['verdict']).toBe('healthy')
  expect(remembered(kept)).toEqual(IDS)
}

test('runs at once about different SLOs lose nothing of each other', async () => {
  const kept = await keep()
  const runs = await Promise.all(IDS.map(id => kept.run({ slos }, own(id), runBundle)))

  for (const { outputs } of runs) expect(outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
  expect(remembered(kept)).toEqual(IDS)
  expect(readdirSync(dirname(kept.path))).toEqual(['state.json'])
})

test('runs at once about the same SLO leave a whole file without a trace of the others', async () => {
  const kept = await keep()
  await Promise.all(IDS.map(() => kept.run({ slos }, own(IDS.join()), runBundle)))

  expect(remembered(kept)).toEqual(IDS)
  expect(readdirSync(dirname(kept.path))).toEqual(['state.json'])
})

test('runs one after the other keep what the others remember', async () => {
  const kept = await keep()
  for (const id of IDS) await kept.run({ slos }, own(id))

  expect(remembered(kept)).toEqual(IDS)
})

describe('a run that is stopped while it writes', () => {
  /** Arguments for Node that replace a function of node:fs for the state file and what is beside it. */
  const replacing = (name: 'writeFileSync' | 'renameSync', body: string) => {
    const preload = `import fs from 'node:fs'
      import { syncBuiltinESMExports } from 'node:module'
      const real = fs.${name}
      fs.${name} = (path, ...more) => {
        if (!/state.json.*tmp$/.test(String(path))) return real(path, ...more)
        ${body}
      }
      syncBuiltinESMExports()`
    return ['--import', `data:text/javascript,${encodeURIComponent(preload)}`]
  }
  const HALF = 'real(path, more[0].slice(0, more[0].length / 2))'
  const DIE = "process.kill(process.pid, 'SIGKILL')"

  test.each([
    ['in the middle of its text', replacing('writeFileSync', `${HALF}; ${DIE}`)],
    ['just before it is done', replacing('renameSync', DIE)]
  ])('%s leaves the file as it was', async (_when, nodeArguments) => {
    const kept = await keep()
    await kept.run({ slos }, own(IDS.join()))
    const before = kept.read()
    const killed = await kept.run({ slos }, own(IDS.join()), options =>
      runBundle({ ...options, nodeArguments })
    )

    expect(killed.exitCode).toBe(null)
    expect(kept.read()).toEqual(before)
    await expectWhole(kept)
  })

  test.each([
    [
      'in the middle of its text',
      replacing('writeFileSync', `${HALF}; throw new Error('ENOSPC: disk full')`)
    ],
    ['just before it is done', replacing('renameSync', "throw new Error('ENOSPC: disk full')")]
  ])('because the disk is full, %s, says so and leaves the file as it was', async (_when, nodeArguments) => {
    const kept = await keep()
    await kept.run({ slos }, own(IDS.join()))
    const before = kept.read()
    const full = await kept.run({ slos }, own(IDS.join()), options =>
      runBundle({ ...options, nodeArguments })
    )

    expect(full.outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
    expect(annotations(full, 'warning')).toEqual([expect.stringContaining('disk full')])
    expect(kept.read()).toEqual(before)
    expect(readdirSync(dirname(kept.path))).toEqual(['state.json'])
  })
})

/** Something to be waited for. */
function signal() {
  let resolve = () => {}
  const promise = new Promise<void>(done => {
    resolve = done
  })
  return { promise, resolve }
}

describe('a run that started before another one and ends after it', () => {
  /** The first run is held at its question until another one has come and gone. */
  async function overtake(kept: Kept, first: string, second: string) {
    const held = signal()
    const asked = signal()
    let isFirst = true
    const intercept = async ({ path }: { path: string }) => {
      if (!path.includes('/slos/') || !isFirst) return undefined
      isFirst = false
      asked.resolve()
      await held.promise
      return { body: { burnRate: 0.1 } }
    }
    const answers = { slos: { ...slos, [second]: 1.5 }, intercept }
    const older = kept.run(answers, own(first), runBundle)
    await Promise.race([asked.promise, older])
    const newer = await kept.run(answers, own(second), runBundle)
    held.resolve()
    expect((await older).outputs).toMatchObject({ verdict: 'healthy', 'burn-rate': '0.1' })
    expect(newer.outputs['verdict']).toBe('exhausted')
  }

  test('does not put its reading over the newer one', async () => {
    const kept = await keep()
    await overtake(kept, SLO, SLO)

    expect(kept.read().slos[SLO]).toMatchObject({ isUnresolved: true, readings: [{ burnRate: 1.5 }] })
  })

  test('does not lose what the other one found out about another SLO', async () => {
    const kept = await keep()
    await overtake(kept, 'slo-0', 'slo-1')

    expect(remembered(kept)).toEqual(['slo-0', 'slo-1'])
  })
})
