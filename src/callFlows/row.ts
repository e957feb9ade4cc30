import { budgetHealth, budgetRemaining } from '../budget/burnRate.ts'
import { exceeds } from '../budget/decimal.ts'
import type { Judgement } from '../budget/judge.ts'
import type { Rate } from '../budget/reading.ts'
import type { Verdict } from '../budget/verdict.ts'
import { field } from '../text/field.ts'

/** The row that call flows read, one per SLO. Names and types match the columns of the data table. */
export interface BudgetRow {
  /** The SLO id. */
  readonly key: string
  /** 0 to 1. */
  readonly current_budget_health: number
  /** Whole percent, 0 to 100. */
  readonly error_budget_remaining: number
  readonly burn_rate: number
  readonly degraded: boolean
  readonly maintenance_mode: boolean
  /** ISO 8601, UTC; empty outside maintenance. */
  readonly maintenance_until: string
  readonly verdict: Verdict
  /** The instant of the reading; ISO 8601, UTC. */
  readonly updated_at: string
  readonly run_url: string
}

type ColumnType = 'string' | 'number' | 'integer' | 'boolean'

/** The columns that the data table needs. */
export const COLUMNS: Readonly<Record<keyof BudgetRow, ColumnType>> = {
  key: 'string',
  current_budget_health: 'number',
  error_budget_remaining: 'integer',
  burn_rate: 'number',
  degraded: 'boolean',
  maintenance_mode: 'boolean',
  maintenance_until: 'string',
  verdict: 'string',
  updated_at: 'string',
  run_url: 'string'
}

/** What a row needs in addition to the judgement. */
export interface RowContext {
  /** The instant of the run. */
  readonly at: Date
  /** Call flows degrade below this budget health. */
  readonly degradeBelow: number
  /** The end of the approval of this run; undefined without an approval. */
  readonly approvedUntil: Date | undefined
  readonly runUrl: string
}

/** A judgement with a new and meaningful burn rate. */
export interface MeasuredJudgement extends Judgement {
  readonly reading: Rate
}

/** Whether a run has a new and meaningful burn rate for an SLO. Otherwise the row is not changed. */
export function isMeasured(judgement: Judgement): judgement is MeasuredJudgement {
  const { slo, reading, sourceError } = judgement
  if (reading.kind !== 'rate' || sourceError !== undefined) return false
  return reading.events === null || reading.events.total >= slo.minimumEvents
}

/**
 * Makes the row of an SLO.
 *
 * @param previous the present row, of any shape; undefined when there is none
 */
export function rowOf(judgement: MeasuredJudgement, previous: unknown, context: RowContext): BudgetRow {
  const { slo, reading, verdict, asOf } = judgement
  const { burnRate } = reading
  const health = budgetHealth(burnRate)
  const until = later(context.approvedUntil, runningUntil(previous, context.at))
  return {
    key: slo.id,
    current_budget_health: health,
    error_budget_remaining: Math.round(Math.max(0, budgetRemaining(burnRate))),
    burn_rate: burnRate,
    degraded: exceeds(context.degradeBelow, health),
    maintenance_mode: until !== undefined,
    maintenance_until: until?.toISOString() ?? '',
    verdict,
    updated_at: (asOf ?? context.at).toISOString(),
    run_url: context.runUrl
  }
}

/** The end of a maintenance that an earlier run wrote and that is still running. */
function runningUntil(previous: unknown, at: Date): Date | undefined {
  const written = field(previous, 'maintenance_until')
  // Date accepts almost any text as a date.
  const until = new Date(typeof written === 'string' && ISO.test(written) ? written : Number.NaN)
  return field(previous, 'maintenance_mode') === true && until > at ? until : undefined
}

const ISO = /^([+-]\d\d)?\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

/** A new approval does not shorten a running one. */
function later(one: Date | undefined, other: Date | undefined): Date | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one > other ? one : other
}

/** Whether a row makes call flows degrade; a missing row does not. */
export const isDegraded = (row: unknown): boolean => field(row, 'degraded') === true
