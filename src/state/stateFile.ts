import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import type { Reading } from '../budget/reading.ts'
import { withLock } from '../files/lock.ts'
import { makeFolder, refuseUnlessFile, writeWhole } from '../files/write.ts'
import type { Clock } from '../time/clock.ts'
import type { Memories, Memory } from './memory.ts'

const MAX_BYTES = 10 * 1024 * 1024

const rate = v.pipe(v.number(), v.finite(), v.minValue(0))

const windowMs = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

const readingSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('rate'),
    windowMs,
    burnRate: rate,
    events: v.nullable(v.strictObject({ good: rate, total: rate }))
  }),
  v.strictObject({
    kind: v.literal('no-data'),
    windowMs,
    reason: v.string()
  })
])

const memorySchema = v.strictObject({
  at: v.pipe(
    v.string(),
    v.isoTimestamp(),
    v.transform(text => new Date(text)),
    v.check(at => !Number.isNaN(at.getTime()))
  ),
  origin: v.string(),
  isUnresolved: v.boolean(),
  readings: v.array(readingSchema)
})

/** valibot's own record drops an SLO whose id is `__proto__`. */
const entries = v.custom<Readonly<Record<string, unknown>>>(
  value => typeof value === 'object' && value !== null && !Array.isArray(value)
)

const fileSchema = v.strictObject({ version: v.literal(1), slos: entries })

interface Options {
  readonly now: Date
  readonly warn: (warning: string) => void
}

/** Reads the memory of earlier runs. It is empty when there is no file, or when the file cannot be used. */
export function readState(path: string, options: Options): Memories {
  const warn = (what: string) => options.warn(`input state-file: ${path}: ${what}`)
  try {
    const stats = refuseUnlessFile(path)
    // The first run has no file yet.
    if (stats === undefined) return new Map()
    if (stats.size > MAX_BYTES) throw new Error(`it has ${stats.size} bytes; at most ${MAX_BYTES} are read`)
    return parseState(readFileSync(path, 'utf8'), { ...options, warn })
  } catch (error) {
    warn(`${messageOf(error)}; it is ignored`)
    return new Map()
  }
}

/**
 * Trusts nothing in the file: an entry that is not valid is ignored, with a warning.
 *
 * @throws when the whole text is not a state file
 */
export function parseState(text: string, { now, warn }: Options): Memories {
  const file = v.safeParse(fileSchema, jsonIn(text))
  if (!file.success) throw new Error('it is not a state file of this version')
  const memories = new Map<string, Memory>()
  for (const [id, value] of Object.entries(file.output.slos)) {
    const entry = v.safeParse(memorySchema, value)
    if (!entry.success) {
      warn(`the entry of SLO "${id}" is not valid; it is ignored`)
      continue
    }
    if (entry.output.at > now) {
      const kept = entry.output.isUnresolved ? ', but the SLO stays blocked until it has recovered' : ''
      const at = entry.output.at.toISOString()
      warn(`the entry of SLO "${id}" is from the future (${at}); its readings are not used${kept}`)
    }
    memories.set(id, toMemory(entry.output))
  }
  return memories
}

/** Node's own message would quote the file. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('it is not valid JSON')
  }
}

function toMemory({ at, origin, isUnresolved, readings }: v.InferOutput<typeof memorySchema>): Memory {
  const byLength = readings.map(({ windowMs, ...reading }) => [windowMs, reading satisfies Reading] as const)
  return { at, origin, isUnresolved, readings: new Map(byLength) }
}

interface WriteOptions {
  /** The memories that this run read before it measured. */
  readonly before: Memories
  readonly clock: Clock
  readonly warn: (warning: string) => void
}

/**
 * Adds the memories of this run. A newer entry that another run wrote in the meantime stays. An entry from before
 * this run is replaced, even if a wrong clock gave it a later time.
 */
export async function writeState(path: string, found: Memories, options: WriteOptions): Promise<void> {
  const { before, clock, warn } = options
  try {
    // Before the lock is created, because a lock must not be created for a link.
    refuseUnlessFile(path)
    makeFolder(dirname(path))
    await withLock(path, clock, () => {
      const merged = new Map(readState(path, { now: clock.now(), warn: () => undefined }))
      for (const [id, memory] of found) {
        const other = merged.get(id)
        const isFromBefore = other?.at.getTime() === before.get(id)?.at.getTime()
        if (other === undefined || isFromBefore || other.at <= memory.at) merged.set(id, memory)
      }
      const slos = Object.fromEntries([...merged].map(([id, memory]) => [id, fromMemory(memory)]))
      writeWhole(path, `${JSON.stringify({ version: 1, slos }, null, 2)}\n`)
    })
  } catch (error) {
    warn(`input state-file: ${path} could not be written: ${messageOf(error)}`)
  }
}

/** Only the fields of the schema. A reading may have more, such as the requests of this run. */
function fromMemory({ at, origin, isUnresolved, readings }: Memory) {
  const written = [...readings].flatMap(([windowMs, reading]) => writtenReading(windowMs, reading))
  return { at: at.toISOString(), origin, isUnresolved, readings: written }
}

function writtenReading(windowMs: number, reading: Reading): readonly v.InferOutput<typeof readingSchema>[] {
  switch (reading.kind) {
    case 'rate': {
      const { kind, burnRate, events } = reading
      return [{ windowMs, kind, burnRate, events: events && { good: events.good, total: events.total } }]
    }
    case 'no-data':
      return [{ windowMs, kind: reading.kind, reason: reading.reason }]
    case 'unreadable':
      return []
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
