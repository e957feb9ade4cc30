// npm run replay -- report.json: makes the decision of a JSON report again from the report alone.
// Exit code 0: the decision is the same; 1: it is not; 2: the report cannot be read.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { plainDecimal } from '../src/budget/decimal.ts'
import { budgetOf, type Judgement } from '../src/budget/judge.ts'
import { type Difference, type Replayed, replayed } from '../src/report/replay/replay.ts'

process.exitCode = main(process.argv.slice(2))

function main([path, ...others]: readonly string[]): 0 | 1 | 2 {
  if (path === undefined || others.length > 0) {
    console.error('Usage: npm run replay -- report.json')
    return 2
  }
  try {
    // npm starts in the folder of the project, but the path is relative to the folder of the caller.
    const file = resolve(process.env['INIT_CWD'] ?? '.', path)
    const result = replayed(JSON.parse(readFileSync(file, 'utf8')))
    console.log(describe(result).join('\n'))
    return result.differences.length === 0 ? 0 : 1
  } catch (error) {
    console.error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    return 2
  }
}

function describe({ generatedAt, judgements, decision, differences }: Replayed): string[] {
  const verdict = differences.length === 0 ? 'The report says the same.' : 'The report says something else:'
  return [
    `Recomputed from the report of ${generatedAt.toISOString()}:`,
    ...judgements.map(describeSlo),
    `Decision: ${decision.decision} (${decision.verdict}): ${decision.reason}`,
    ...['', verdict],
    ...differences.map(describeDifference)
  ]
}

function describeSlo(judgement: Judgement): string {
  const { verdict, reason, alerts } = judgement
  const { burnRate, budgetRemaining, budgetHealth } = budgetOf(judgement)
  const numbers = [
    `burn rate ${decimalOf(burnRate)}`,
    `budget remaining ${budgetRemaining === null ? 'unknown' : `${plainDecimal(budgetRemaining)}%`}`,
    `health ${decimalOf(budgetHealth)}`,
    ...(alerts.length > 0
      ? [`${alerts.filter(({ firing }) => firing).length}/${alerts.length} alerts fire`]
      : [])
  ]
  return `- ${verdict}: ${numbers.join(', ')}\n  ${reason}`
}

function decimalOf(value: number | null): string {
  return value === null ? 'unknown' : plainDecimal(value)
}

function describeDifference({ where, reported, recomputed }: Difference): string {
  return `- ${where}: reported ${JSON.stringify(reported)}, recomputed ${JSON.stringify(recomputed)}`
}
