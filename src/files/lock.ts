import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { Clock } from '../time/clock.ts'
import { SECOND } from '../time/duration.ts'

/** A run holds the lock for a few milliseconds. An older lock was left by a run that was killed. */
const STALE = 10 * SECOND
const LONGEST_WAIT = 15 * SECOND
const PAUSE = 20

/**
 * Does work while no other process does the same for this path. If the lock stays taken too long, the work is done
 * without it: losing the result of this run would be worse than a rare collision.
 *
 * @throws if the lock cannot be created, and any error of the work
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
    // If this run was too slow, another one may have taken the lock.
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
    // It is a folder or cannot be removed, so the work will be done without the lock.
  }
}

function ownerOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8')
  } catch {
    return undefined
  }
}
