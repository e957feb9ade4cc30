import { tmpdir } from 'node:os'
import { reportCrash, runGate } from './gate.ts'

const { env } = process
const folder = workingFolder()
// A log that is no longer read, or whose disk is full, decides nothing.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
const crash = new Promise<never>((_, reject) => process.once('uncaughtException', reject))
const exitCode = await Promise.race([runGate(env, folder), crash]).catch(error =>
  reportCrash(error, env, folder)
)

// Everything is written, but a proxy that went silent may keep its connection, which would keep the job.
process.stdout.write('', () => process.exit(exitCode))

/** Another step may have removed the folder that we were started in; outputs and report are written all the same. */
function workingFolder(): string {
  try {
    return process.cwd()
  } catch {
    return env['GITHUB_WORKSPACE'] || tmpdir()
  }
}
