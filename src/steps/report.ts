import { resolve } from 'node:path'
import { failsJob } from '../budget/decision.ts'
import { redacted } from '../http/redacted.ts'
import { annotationsOf, unwritten } from '../report/annotations.ts'
import { reportOf } from '../report/json.ts'
import { logOf } from '../report/log.ts'
import { outputsOf } from '../report/outputs.ts'
import type { RunResult } from '../report/result.ts'
import { summaryOf } from '../report/summary/summary.ts'
import type { Run } from '../run.ts'
import type { Annotation } from '../runner/runner.ts'

/**
 * Writes the log, the report, the summary, the outputs and the annotations from one result. If one of them cannot be
 * written, the others still are.
 *
 * @returns the exit code; if the outputs of a block cannot be written, the job fails even in an audit
 */
export function writeReports(result: RunResult, { config, runner, folder, secrets }: Run): 0 | 1 {
  const { decision, mode } = result
  const reportFile = config.reportFile ?? runner.defaultReportFile
  // Before any text is shortened or escaped, because part of a secret or an escaped secret cannot be recognised.
  const clean = redacted(result, text => secrets.redact(text))
  const noLog = attempt('log', () => {
    for (const line of logOf(clean)) runner.info(line)
  })
  const noReport = attempt(`report-file ${reportFile}`, () =>
    runner.writeReport(resolve(folder, reportFile), reportOf(clean))
  )
  const noSummary = attempt('job summary', () => config.summary && runner.writeSummary(summaryOf(clean)))
  const noOutputs = attempt('outputs', () => runner.setOutputs(outputsOf(clean, reportFile)))
  const failures = [...noLog, ...noReport, ...noSummary, ...noOutputs]
  for (const annotation of annotationsOf(clean, failures)) runner.annotate(annotation)
  const isUnseen = decision.decision === 'block' && noOutputs.length > 0
  return failsJob(decision, mode) || isUnseen ? 1 : 0
}

function attempt(what: string, write: () => unknown): readonly Annotation[] {
  try {
    write()
    return []
  } catch (error) {
    return [unwritten(what, error)]
  }
}
