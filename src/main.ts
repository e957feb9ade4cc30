import { runGate } from './gate.ts'

const exitCode = await runGate(process.env, process.cwd())

// Everything is written, but a proxy that went silent may keep its connection, which would keep the job.
process.stdout.write('', () => process.exit(exitCode))
