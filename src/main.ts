import { reportCrash, runGate } from './gate.ts'

const { env } = process
const folder = process.cwd()
const crash = new Promise<never>((_, reject) => process.once('uncaughtException', reject))
const exitCode = await Promise.race([runGate(env, folder), crash]).catch(error =>
  reportCrash(error, env, folder)
)

// Everything is written. Exit, because an open connection to a silent proxy would keep the process alive.
process.stdout.write('', () => process.exit(exitCode))
