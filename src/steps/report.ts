import { resolve } from 'node:path'
import { annotationsOf, unwritten } from '../report/annotations.ts'
import { reportOf } from '../report/json.ts'
import { logOf } from '../report/log.ts'
import { outputsOf } from '../report/outputs.ts'
import { redacted } from '../report/redacted.ts'
import type { RunResult } from '../report/result.ts'
import { summaryOf } from '../report/summary/summary.ts'
import type { Run } from '../run.ts'

/** Everything that people and programs see, made from one result and written last. */
export function writeReports(result: RunResult, { config, runner, folder, secrets }: Run): void {
  const reportFile = config.reportFile ?? runner.defaultReportFile
  for (const line of logOf(result)) runner.info(line)
  const clean = redacted(result, text => secrets.redact(text))
  const writers: readonly (readonly [what: string, write: () => void])[] = [
    [`report-file ${reportFile}`, () => runner.writeReport(resolve(folder, reportFile), reportOf(result))],
    ['job summary', () => config.summary && runner.writeSummary(summaryOf(clean))],
    ['outputs', () => runner.setOutputs(outputsOf(result, reportFile))]
  ]
  const failures = writers.flatMap(([what, write]) => {
    try {
      write()
      return []
    } catch (error) {
      return unwritten(what, error)
    }
  })
  for (const annotation of annotationsOf(result, failures)) runner.annotate(annotation)
}
