import { format } from 'node:util'
import type { Runner } from './runner.ts'

const METHODS = ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const

/**
 * Sends what Node and libraries print to the debug log, where it is cleaned as everything else: a warning of
 * a YAML parser may quote a file with workflow commands in it.
 *
 * @returns undoes it
 */
export function captureLibraries(runner: Runner): () => void {
  const print = (...parts: unknown[]) => runner.debug(format(...parts))
  const methods = METHODS.map(name => [name, console[name]] as const)
  for (const name of METHODS) console[name] = print
  const listeners = process.listeners('warning')
  process.removeAllListeners('warning').on('warning', print)
  return () => {
    for (const [name, method] of methods) console[name] = method
    process.removeListener('warning', print)
    for (const listener of listeners) process.on('warning', listener)
  }
}
