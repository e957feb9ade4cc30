import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const cleanups = new Set<() => void>()

/** Has something undone when the process ends; the returned function does it earlier, once. */
export function undoAtExit(undo: () => void): () => void {
  const once = () => {
    if (cleanups.delete(once)) undo()
  }
  cleanups.add(once)
  return once
}

/** A fresh folder that is gone when the process ends, or earlier with `remove`. */
export function temporaryFolder(prefix: string): { path: string; remove: () => void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), prefix)))
  return { path, remove: undoAtExit(() => rmSync(path, { recursive: true, force: true, maxRetries: 3 })) }
}

function cleanUp(): void {
  // Last made, first undone: a program must be gone before its folder is.
  for (const cleanup of [...cleanups].reverse()) cleanup()
}

process.once('exit', cleanUp)
// Jest gives tests a copy of `process` that never emits 'exit'; the end of the test file stands in for it.
const { afterAll } = globalThis as { afterAll?: (hook: () => void) => void }
afterAll?.(cleanUp)
