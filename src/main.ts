import { runGate } from './gate.ts'

process.exitCode = await runGate(process.env, process.cwd())
