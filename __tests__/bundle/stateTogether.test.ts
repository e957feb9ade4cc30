import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { annotations, SLO } from './helpers.ts'
import { type Kept, keep } from './stateKept.ts'

const IDS = Array.from({ length: 6 }, (_, index) => `slo-${index}`)
const slos = Object.fromEntries(IDS.map(id => [id, 0.4]))
/** Runs at once are processes of their own. */
const own = (ids: string, more: { killAfterMs?: number } = {}) => ({
  inputs: { 'slo-id': ids, 'min-poll-interval': 'PT0S' },
  ...{ nodeArguments: [], ...more }
})

const remembered = (kept: Kept) => Object.keys(kept.read().slos).toSorted()

async function expectWhole(kept: Kept): Promise<void> {
  const later = await kept.run({ slos }, own(IDS.join()))
  expect(annotations(later, 'warning')).toEqual([])
  expect(later.outputs['verdict']).toBe('healthy')
  expect(remembered(kept)).toEqual(IDS)
}

test('runs at once about different SLOs leave a whole file, with the last of them at least', async () => {
  const kept = await keep()
  const runs = await Promise.all(IDS.map(id => kept.run({ slos }, own(id))))

  for (const { outputs } of runs) expect(outputs).toMatchObject({ decision: 'allow', verdict: 'healthy' })
  const ids = remembered(kept)
  expect(ids.length).toBeGreaterThan(0)
  expect(IDS).toEqual(expect.arrayContaining(ids))
  await expectWhole(kept)
})

test('runs at once about the same SLO leave a whole file without a trace of the others', async () => {
  const kept = await keep()
  await Promise.all(IDS.map(() => kept.run({ slos }, own(IDS.join()))))

  expect(remembered(kept)).toEqual(IDS)
  expect(readdirSync(dirname(kept.path))).toEqual(['state.json'])
})

test('runs one after the other keep what the others remember', async () => {
  const kept = await keep()
  for (const id of IDS) await kept.run({ slos }, own(id))

  expect(remembered(kept)).toEqual(IDS)
})

test('a run that is killed, whenever, leaves the file whole', async () => {
  const kept = await keep()
  await kept.run({ slos }, own(IDS.join()))
  // A whole run takes some 150 ms: they are killed before, while and after they write.
  for (let killAfterMs = 60; killAfterMs <= 260; killAfterMs += 20) {
    await kept.run({ slos }, own(IDS.join(), { killAfterMs }))
    expect(remembered(kept)).toEqual(IDS)
  }
  await expectWhole(kept)
})

describe('a run that started before another one and ends after it', () => {
  /** The first run is held at its question until another one has come and gone. */
  async function overtake(kept: Kept, first: string, second: string) {
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    let isAsked = false
    const intercept = async ({ path }: { path: string }) => {
      if (!path.includes('/slos/') || isAsked) return undefined
      isAsked = true
      await held
      return { body: { burnRate: 0.1 } }
    }
    const answers = { slos: { ...slos, [second]: 1.5 }, intercept }
    const older = kept.run(answers, own(first))
    while (!isAsked) await new Promise(resolve => setTimeout(resolve, 10))
    const newer = await kept.run(answers, own(second))
    release()
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
