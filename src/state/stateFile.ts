import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import type { Reading } from '../budget/reading.ts'
import type { Memories, Memory } from './memory.ts'

const MAX_BYTES = 10 * 1024 * 1024

const rate = v.pipe(v.number(), v.finite(), v.minValue(0))

const readingSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('rate'),
    windowMs: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    burnRate: rate,
    events: v.nullable(v.strictObject({ good: rate, total: rate }))
  }),
  v.strictObject({
    kind: v.literal('no-data'),
    windowMs: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
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

const fileSchema = v.strictObject({ version: v.literal(1), slos: v.record(v.string(), v.unknown()) })

/**
 * Reads what earlier runs remembered. Nothing in the file is trusted: whatever does not fit is left
 * out, with a warning, as if it had never been written.
 */
export function readState(
  path: string,
  options: { readonly now: Date; readonly warn: (warning: string) => void }
): Memories {
  const ignore = (what: string) => options.warn(`input state-file: ${path}: ${what}; it is ignored`)
  const memories = new Map<string, Memory>()
  for (const [id, value] of Object.entries(readEntries(path, ignore))) {
    const parsed = v.safeParse(memorySchema, value)
    if (!parsed.success) ignore(`what it says of SLO "${id}" does not fit`)
    else if (!(parsed.output.at <= options.now)) ignore(`what it says of SLO "${id}" is from the future`)
    else memories.set(id, toMemory(parsed.output))
  }
  return memories
}

function readEntries(path: string, ignore: (what: string) => void): Readonly<Record<string, unknown>> {
  try {
    const { size } = statSync(path)
    if (size > MAX_BYTES) throw new Error(`it has ${size} bytes, more than the ${MAX_BYTES} that are read`)
    const parsed = v.safeParse(fileSchema, JSON.parse(readFileSync(path, 'utf8')))
    if (!parsed.success) throw new Error('it is not a state file of this version')
    return parsed.output.slos
  } catch (error) {
    // The first run has nothing to remember.
    if (codeOf(error) !== 'ENOENT') ignore(messageOf(error))
    return {}
  }
}

function toMemory({ at, origin, isUnresolved, readings }: v.InferOutput<typeof memorySchema>): Memory {
  const byLength = readings.map(({ windowMs, ...reading }) => [windowMs, reading satisfies Reading] as const)
  return { at, origin, isUnresolved, readings: new Map(byLength) }
}

/**
 * Writes the file whole or not at all. What another run has written meanwhile about an SLO stays
 * when it is newer.
 */
export function writeState(path: string, memories: Memories, options: Parameters<typeof readState>[1]): void {
  const merged = new Map(readState(path, { ...options, warn: () => undefined }))
  for (const [id, memory] of memories) {
    const other = merged.get(id)
    if (other === undefined || other.at <= memory.at) merged.set(id, memory)
  }
  const slos = Object.fromEntries([...merged].map(([id, memory]) => [id, fromMemory(memory)]))
  const temporary = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(temporary, `${JSON.stringify({ version: 1, slos }, null, 2)}\n`)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    options.warn(`input state-file: ${path} could not be written: ${messageOf(error)}`)
  }
}

function fromMemory({ at, readings, ...memory }: Memory) {
  const byLength = [...readings].map(([windowMs, reading]) => ({ windowMs, ...reading }))
  return { at: at.toISOString(), ...memory, readings: byLength }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
