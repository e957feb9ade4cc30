import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import type { Reading } from '../budget/reading.ts'
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
    v.transform(text => new Date(text))
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
  const warn = (what: string) => options.warn(`input state-file: ${path}: ${what}; it is ignored`)
  try {
    const stat = statSync(path)
    // Reading a pipe would never end.
    if (!stat.isFile()) throw new Error('it is not a file')
    if (stat.size > MAX_BYTES) throw new Error(`it has ${stat.size} bytes, but at most ${MAX_BYTES} are read`)
    return parseState(readFileSync(path, 'utf8'), { ...options, warn })
  } catch (error) {
    // The first run has no file yet.
    if (codeOf(error) !== 'ENOENT') warn(messageOf(error))
    return new Map()
  }
}

/**
 * Trusts nothing in the file: an entry that is not valid is ignored, with a warning.
 *
 * @throws when the whole text is not a state file
 */
export function parseState(text: string, { now, warn }: Options): Memories {
  const file = v.safeParse(fileSchema, JSON.parse(text))
  if (!file.success) throw new Error('it is not a state file of this version')
  const memories = new Map<string, Memory>()
  for (const [id, value] of Object.entries(file.output.slos)) {
    const entry = v.safeParse(memorySchema, value)
    if (!entry.success) warn(`the entry of SLO "${id}" is not valid`)
    else if (!(entry.output.at <= now)) warn(`the entry of SLO "${id}" is from the future`)
    else memories.set(id, toMemory(entry.output))
  }
  return memories
}

function toMemory({ at, origin, isUnresolved, readings }: v.InferOutput<typeof memorySchema>): Memory {
  const byLength = readings.map(({ windowMs, ...reading }) => [windowMs, reading satisfies Reading] as const)
  return { at, origin, isUnresolved, readings: new Map(byLength) }
}

/** Writes the whole file or nothing. A newer entry that another run wrote in the meantime stays. */
export function writeState(path: string, memories: Memories, options: Options): void {
  // The clock, not the instant of this run: another run may have started and ended since.
  const merged = new Map(readState(path, { now: new Date(), warn: () => undefined }))
  for (const [id, memory] of memories) {
    const other = merged.get(id)
    if (other === undefined || other.at <= memory.at) merged.set(id, memory)
  }
  const slos = Object.fromEntries([...merged].map(([id, memory]) => [id, fromMemory(memory)]))
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(temporary, `${JSON.stringify({ version: 1, slos }, null, 2)}\n`)
    renameSync(temporary, path)
  } catch (error) {
    discard(temporary)
    options.warn(`input state-file: ${path} could not be written: ${messageOf(error)}`)
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // There may be no file and no folder, and then there is nothing to remove.
  }
}

function fromMemory({ at, readings, ...memory }: Memory) {
  // The request ids of this run mean nothing to a later run.
  const byLength = [...readings].map(([windowMs, { from: _, ...reading }]) => ({ windowMs, ...reading }))
  return { at: at.toISOString(), ...memory, readings: byLength }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException | undefined)?.code
