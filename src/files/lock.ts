import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { Clock } from '../time/clock.ts'
import { SECOND } from '../time/duration.ts'

/** A run holds the lock for a few milliseconds; one that was killed meanwhile never removes it. */
const STALE = 10 * SECOND
const LONGEST_WAIT = 15 * SECOND
const PAUSE = 20

/**
 * Does work while no other process does the same for this path. After a bounded wait the work is done without the
 * lock: losing what this run found out for certain would be worse than a rare collision.
 *
 * @throws when the lock cannot be made, and whatever the work throws
 */
export async function withLock<T>(path: string, clock: Clock, work: () => T): Promise<T> {
  const lock = `${path}.lock`
  const owner = randomUUID()
  const started = clock.monotonicMs()
  let isOurs = isTaken(lock, owner)
  while (!isOurs && clock.monotonicMs() - started < LONGEST_WAIT) {
    if (isStale(lock)) discard(lock)
    await clock.sleep(PAUSE * (1 + Math.random()))
    isOurs = isTaken(lock, owner)
  }
  try {
    return work()
  } finally {
    // A run that was slow for too long has lost the lock to another one.
    if (isOurs && ownerOf(lock) === owner) discard(lock)
  }
}

function isTaken(lock: string, owner: string): boolean {
  try {
    writeFileSync(lock, owner, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function isStale(lock: string): boolean {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
  return made !== undefined && Date.now() - made > STALE
}

function discard(lock: string): void {
  try {
    rmSync(lock, { force: true })
  } catch {
    // It is a folder, or may not be removed: then the work is done without the lock.
  }
}

function ownerOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8')
  } catch {
    return undefined
  }
}
