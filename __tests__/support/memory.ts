import fc from 'fast-check'
import type { Reading } from '../../src/budget/reading.ts'
import type { Slo } from '../../src/budget/slo.ts'
import type { Memory, SloWithMemory } from '../../src/state/memory.ts'
import { lasting, rate, readings, slos, sloWith } from './builders.ts'

export const NOW = new Date('2026-11-23T18:00:00Z')
export const ORIGIN = 'this SLO'
const MINUTE = 60_000

export const ago = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE)

/** A memory of so many minutes ago, with readings such as `{ PT720H: 0.4 }`. */
export function memoryOf(
  byWindow: Readonly<Record<string, number | Reading>>,
  { minutes = 5, ...parts }: Partial<Memory> & { readonly minutes?: number } = {}
): Memory {
  const entries = Object.entries(byWindow).map(
    ([iso, value]) => [lasting(iso).ms, typeof value === 'number' ? rate(value) : value] as const
  )
  return { at: ago(minutes), origin: ORIGIN, isUnresolved: false, readings: new Map(entries), ...parts }
}

export function recallOf(memory: Memory | undefined, slo: Partial<Slo> = {}): SloWithMemory {
  return { slo: sloWith(slo), origin: ORIGIN, memory, now: NOW }
}

const WINDOWS = ['PT5M', 'PT1H', 'PT6H', 'P7D', 'PT720H']

/** Anything that a state file could make us memoryAfter, of an SLO that may be another one by now. */
const memories: fc.Arbitrary<Memory> = fc
  .record({
    minutes: fc.constantFrom(0, 1, 15, 16, 60_000),
    origin: fc.constantFrom(ORIGIN, 'another SLO'),
    isUnresolved: fc.boolean(),
    table: fc.tuple(...WINDOWS.map(() => fc.option(readings, { freq: 10 })))
  })
  .map(({ table, ...parts }) => {
    const entries = WINDOWS.map((window, index) => [window, table[index] ?? null] as const)
    const known = entries.filter((entry): entry is [string, Reading] => entry[1] !== null)
    return memoryOf(Object.fromEntries(known), parts)
  })

export const recalls: fc.Arbitrary<SloWithMemory> = fc.record({
  slo: slos,
  memory: fc.option(memories, { nil: undefined }),
  origin: fc.constant(ORIGIN),
  now: fc.constant(NOW)
})
