import { runGate } from './gate.ts'
import { logLine } from './text/oneLine.ts'

// Node prints its warnings as they are; the runner would obey a command that one of them quotes.
process.removeAllListeners('warning').on('warning', ({ name, message }) => {
  process.stderr.write(`${logLine(`${name}: ${message}`)}\n`)
})

const exitCode = await runGate(process.env, process.cwd())

// Everything is written, but a proxy that went silent may keep its connection, which would keep the job.
process.stdout.write('', () => process.exit(exitCode))
