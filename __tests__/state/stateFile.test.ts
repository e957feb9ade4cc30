import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { testClock } from '../../simulator/harness/clock.ts'
import { temporaryFolder } from '../../simulator/harness/temporary.ts'
import { judge } from '../../src/budget/judge.ts'
import { noData, type Reading, unreadable } from '../../src/budget/reading.ts'
import { type Memories, memoryAfter, recentEvidence } from '../../src/state/memory.ts'
import { parseState, readState, writeState } from '../../src/state/stateFile.ts'
import { byTable, lasting, policies, rate, readings, slos, tableOf } from '../support/builders.ts'
import { ago, memoryOf, NOW, recallOf } from '../support/memory.ts'

function open(content?: string | Buffer) {
  const folder = temporaryFolder('state-file-').path
  const path = join(folder, 'state.json')
  if (content !== undefined) writeFileSync(path, content)
  const warnings: string[] = []
  const options = { now: NOW, warn: (warning: string) => warnings.push(warning) }
  return {
    folder,
    path,
    warnings,
    read: () => readState(path, options),
    write: (memories: Memories, before: Memories = new Map()) =>
      writeState(path, memories, { ...options, before, clock: testClock() }),
    text: () => readFileSync(path, 'utf8')
  }
}

const HEALTHY = memoryOf({ PT720H: 0.4 })
const entry = {
  at: HEALTHY.at.toISOString(),
  origin: HEALTHY.origin,
  isUnresolved: false,
  readings: [{ windowMs: 2_592_000_000, kind: 'rate', burnRate: 0.4, events: null }]
}
const fileOf = (slos: unknown, version: unknown = 1) => JSON.stringify({ version, slos })

describe('what is written is read again', () => {
  it('without a reading that could not be read', async () => {
    const { write, read } = open()
    await write(new Map([['crm', memoryOf({ PT720H: 0.4, PT5M: unreadable('HTTP 503') })]]))
    expect([...(read().get('crm')?.readings.keys() ?? [])]).toEqual([lasting('PT720H').ms])
  })

  it.each<[string, Memories]>([
    ['of one SLO', new Map([['crm', HEALTHY]])],
    ['of nothing', new Map()],
    [
      'of several, with all that can be known',
      new Map([
        ['crm', memoryOf({ PT720H: rate(1.5, { good: 98, total: 100 }), PT1H: 0 }, { isUnresolved: true })],
        ['line\nbreak "and" more', memoryOf({ PT720H: 1e-7, PT5M: noData('there were no events') })],
        ['of this instant', memoryOf({ PT720H: 0 }, { minutes: 0 })]
      ])
    ]
  ])('%s', async (_what, memories) => {
    const { read, write, warnings } = open()
    await write(memories)
    expect(read()).toEqual(memories)
    expect(warnings).toEqual([])
  })

  it('into a folder that is made for it', async () => {
    const { folder } = open()
    const path = join(folder, 'a', 'b', 'state.json')
    const options = { before: new Map(), clock: testClock(), warn: () => undefined }
    await writeState(path, new Map([['crm', HEALTHY]]), options)
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['state.json'])
  })

  it('as text that says which form it has, and ends its last line', async () => {
    const { write, text } = open()
    await write(new Map([['crm', HEALTHY]]))
    expect(JSON.parse(text())).toEqual({ version: 1, slos: { crm: entry } })
    expect(text()).toMatch(/}\n$/)
  })
})

describe('whatever a run can remember', () => {
  /** As a source gives it: with fields of its own beside those that are kept. */
  const found = readings.map(reading => ({ ...reading, from: FROM, isEmpty: true }))

  it('is read again as it was, without a warning', async () => {
    const entries = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.boolean(), tableOf(found), slos), {
      maxLength: 3
    })
    await fc.assert(
      fc.asyncProperty(entries, policies, async (all, policy) => {
        const memories = new Map(
          all.flatMap(([id, isUnresolved, table, slo]) => {
            const evidence = { slo, isUnresolved, readings: byTable(table) }
            const recall = { slo, origin: id, memory: undefined, now: NOW }
            const memory = memoryAfter(judge(evidence, policy), evidence, recall)
            return memory ? [[id, memory] as const] : []
          })
        )
        const { path, read, write, warnings } = open()
        await write(memories)
        expect(read()).toEqual(plain(memories))
        expect(warnings).toEqual([])
        rmSync(path)
      }),
      { numRuns: 300 }
    )
  })
})

const FROM = { requests: [1], start: ago(60), end: NOW, note: 'a note' }

/** Without what only this run knows. */
const plain = (memories: Memories): Memories =>
  new Map(
    [...memories].map(([id, { readings, ...memory }]) => {
      const kept = [...readings].map(([ms, reading]) => {
        const { from: _, isEmpty: __, ...rest } = reading as Reading & { isEmpty?: boolean }
        return [ms, rest as Reading] as const
      })
      return [id, { ...memory, readings: new Map(kept) }]
    })
  )

describe('an entry of the future', () => {
  const ahead = (isUnresolved: boolean) =>
    fileOf({ crm: { ...entry, isUnresolved, at: '2026-11-23T18:00:20.000Z' } })

  it.each([
    [true, /its readings are not used, but the SLO stays blocked until it has recovered$/],
    [false, /its readings are not used$/]
  ])('keeps its block and gives no reading, which a warning says: %s', (isUnresolved, says) => {
    const { read, warnings } = open(ahead(isUnresolved))
    const memory = read().get('crm')
    expect(memory).toMatchObject({ isUnresolved })
    expect(recentEvidence({ ...recallOf(memory) }, lasting('P31D'))).toBeUndefined()
    expect(warnings).toEqual([expect.stringMatching(says)])
  })

  it('is not erased by a run that has nothing new about it', async () => {
    const { read, write, text } = open(ahead(true))
    const before = read()
    await write(new Map([['other', HEALTHY]]), before)
    expect(JSON.parse(text()).slos.crm.at).toBe('2026-11-23T18:00:20.000Z')
  })
})

describe('what is in the file already', () => {
  const older = memoryOf({ PT720H: 1.5 }, { minutes: 10 })
  const newer = memoryOf({ PT720H: 0.2 }, { minutes: 1 })

  it.each([
    ['stays where it is of another SLO', 'other', newer, older, { other: newer, crm: older }],
    ['gives way to a newer one', 'crm', older, newer, { crm: newer }],
    ['gives way to another one of the same instant', 'crm', older, memoryOf({}, { minutes: 10 }), 'same'],
    ['stays where it is newer', 'crm', newer, older, { crm: newer }]
  ])('%s', async (_title, id, present, written, expected) => {
    const { read, write } = open()
    await write(new Map([[id, present]]))
    await write(new Map([['crm', written]]))
    const after = expected === 'same' ? { crm: written } : expected
    expect(Object.fromEntries(read())).toEqual(after)
  })

  it('stays, where another run has put it there after this one began', async () => {
    const { path } = open()
    const [began, later] = [10_000, 1_000].map(ms => new Date(Date.now() - ms)) as [Date, Date]
    const warn = () => undefined
    const options = { before: new Map(), clock: testClock(), warn }
    await writeState(path, new Map([['other', { ...newer, at: later }]]), options)
    await writeState(path, new Map([['crm', { ...older, at: began }]]), options)
    expect([...readState(path, { now: new Date(), warn }).keys()].toSorted()).toEqual(['crm', 'other'])
  })

  it('gives way when it cannot be used', async () => {
    const { read, write, warnings } = open('garbage')
    await write(new Map([['crm', newer]]))
    expect(read()).toEqual(new Map([['crm', newer]]))
    expect(warnings).toEqual([])
  })

  it('gives way where it was there before this run measured, whatever the clock of its runner said', async () => {
    const { read, write } = open()
    const ahead = memoryOf({ PT720H: 1.5 }, { minutes: -1e6, isUnresolved: true })
    await write(new Map([['crm', ahead]]))
    await write(new Map([['crm', newer]]), read())
    expect(read()).toEqual(new Map([['crm', newer]]))
  })

  it('leaves no other file behind', async () => {
    const { folder, write } = open()
    await write(new Map([['crm', newer]]))
    expect(readdirSync(folder)).toEqual(['state.json'])
  })
})

describe('a file that cannot be used', () => {
  it('is a first run without a warning when there is none', () => {
    const { read, warnings } = open()
    expect(read()).toEqual(new Map())
    expect(warnings).toEqual([])
  })

  it.each<[string, string | Buffer, string]>([
    ['is empty', '', 'JSON'],
    ['is not JSON', 'garbage', 'JSON'],
    ['is binary', Buffer.from([0, 255, 1]), 'JSON'],
    ['is another version', fileOf({ crm: entry }, 2), 'not a state file of this version'],
    ['has a version in text', JSON.stringify({ version: '1', slos: {} }), 'not a state file of this version'],
    ['has no version', JSON.stringify({ slos: {} }), 'not a state file of this version'],
    ['has no SLOs', JSON.stringify({ version: 1 }), 'not a state file of this version'],
    ['is null', 'null', 'not a state file of this version'],
    ['is a list', '[]', 'not a state file of this version'],
    ['has a list of SLOs', fileOf([entry]), 'not a state file of this version'],
    ['has a word for SLOs', fileOf('crm'), 'not a state file of this version'],
    ['has null for SLOs', fileOf(null), 'not a state file of this version'],
    ['has more than that', JSON.stringify({ version: 1, slos: {}, more: 1 }), 'not a state file of this'],
    ['has a byte too many', fileOf({}).padEnd(10 * 1024 ** 2 + 1), '10485761 bytes; at most 10485760'],
    ['has an SLO that does not fit', fileOf({ crm: {} }), 'the entry of SLO "crm" is not valid'],
    ['has an SLO of no time', fileOf({ crm: { ...entry, at: '2026-11-23T99:00:00.000Z' } }), 'SLO "crm"']
  ])('is ignored with a warning when it %s', (_title, content, says) => {
    const { path, read, warnings } = open(content)
    expect(read()).toEqual(new Map())
    expect(warnings).toEqual([expect.stringContaining(says)])
    expect(warnings[0]).toContain(`input state-file: ${path}: `)
    expect(warnings[0]).toMatch(/; it is ignored$/)
  })

  const reading = { kind: 'rate', windowMs: 1, burnRate: 0.4, events: null }
  const withReading = (damage: object) => ({ readings: [{ ...reading, ...damage }] })

  it.each<[string, object]>([
    ['a time in a number', { at: 5 }],
    ['a time in other words', { at: 'yesterday' }],
    ['no time', { at: undefined }],
    ['an origin in a number', { origin: 5 }],
    ['a word for isUnresolved', { isUnresolved: 'false' }],
    ['no isUnresolved', { isUnresolved: undefined }],
    ['readings by name', { readings: { rate: reading } }],
    ['no readings', { readings: undefined }],
    ['an unknown key', { more: true }],
    ['a burn rate of null, as NaN is written', withReading({ burnRate: null })],
    ['a burn rate in text', withReading({ burnRate: '0.4' })],
    ['a negative burn rate', withReading({ burnRate: -0.4 })],
    ['no burn rate', withReading({ burnRate: undefined })],
    ['a window of nothing', withReading({ windowMs: 0 })],
    ['a window in text', withReading({ windowMs: '1' })],
    ['a reading of another kind', withReading({ kind: 'healthy' })],
    ['an unreadable reading', { readings: [{ kind: 'unreadable', windowMs: 1, reason: 'no' }] }],
    ['negative events', withReading({ events: { good: -1, total: 1 } })],
    ['events in words', withReading({ events: 'many' })],
    ['a reading with an unknown key', withReading({ verdict: 'healthy' })]
  ])('has an entry that is ignored with a warning when it has %s', (_what, damage) => {
    const { read, warnings } = open(fileOf({ crm: { ...entry, ...damage }, other: entry }))
    expect([...read().keys()]).toEqual(['other'])
    expect(warnings).toEqual([expect.stringContaining('the entry of SLO "crm" is not valid')])
  })

  it('may have 10 MiB', () => {
    const { read } = open(fileOf({ crm: entry }).padEnd(10 * 1024 ** 2))
    expect(read()).toEqual(new Map([['crm', HEALTHY]]))
  })

  it('is a warning when it is a folder, for reading and for writing', async () => {
    const { folder, path, read, write, warnings } = open()
    mkdirSync(path)
    expect(read()).toEqual(new Map())
    await write(new Map([['crm', HEALTHY]]))
    expect(warnings).toEqual([
      expect.stringContaining('not a regular file'),
      expect.stringContaining('could not be written')
    ])
    expect(readdirSync(path)).toEqual([])
    // Nothing half written is left beside it.
    expect(readdirSync(folder)).toEqual(['state.json'])
  })

  it('is a warning when it would be below a file, for reading and for writing', async () => {
    const { path, warnings } = open('a file')
    const warn = (warning: string) => warnings.push(warning)
    const options = { now: NOW, before: new Map(), clock: testClock(), warn }
    expect(readState(`${path}/state.json`, options)).toEqual(new Map())
    await writeState(`${path}/state.json`, new Map([['crm', HEALTHY]]), options)
    expect(warnings).toContainEqual(expect.stringContaining('could not be written'))
    expect(readFileSync(path, 'utf8')).toBe('a file')
  })

  it('is a warning when it is a link to itself', () => {
    const { path, read, warnings } = open()
    symlinkSync(path, path)
    expect(read()).toEqual(new Map())
    expect(warnings).toEqual([expect.stringContaining('it is a link, which is not followed')])
  })

  it('is never quoted', () => {
    const { read, warnings } = open('root:x:0:0:')
    read()
    expect(warnings.join()).not.toContain('root')
  })

  it('is written all the same when its lock is never released', async () => {
    const { path, read, write, warnings } = open()
    mkdirSync(`${path}.lock`)
    await write(new Map([['crm', HEALTHY]]))
    expect(read()).toEqual(new Map([['crm', HEALTHY]]))
    expect(warnings).toEqual([])
  })
})

describe('an SLO of any name is read', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', ''])('%j', id => {
    const warnings: string[] = []
    const text = `{"version":1,"slos":{${JSON.stringify(id)}:${JSON.stringify(entry)}}}`
    const memories = parseState(text, { now: NOW, warn: warning => warnings.push(warning) })
    expect([...memories]).toEqual([[id, HEALTHY]])
    expect(warnings).toEqual([])
  })
})

it('a time in another zone is the same instant', () => {
  const at = ago(5).toISOString().replace('Z', '+00:00')
  const memories = parseState(fileOf({ crm: { ...entry, at } }), { now: NOW, warn: () => undefined })
  expect(memories.get('crm')?.at).toEqual(ago(5))
})
