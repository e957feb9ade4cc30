import { exceeds } from '../budget/decimal.ts'
import { budgetOf, type Judgement } from '../budget/judge.ts'
import type { Verdict } from '../budget/verdict.ts'
import { field } from '../text/field.ts'

/** The row that call flows read: one for each SLO. The names and types are those of the data table's columns. */
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
  /** ISO 8601, UTC; empty without maintenance. */
  readonly maintenance_until: string
  readonly verdict: Verdict
  /** ISO 8601, UTC: the instant of the reading. */
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

/** What a row is made with beside the judgement. */
export interface RowContext {
  /** The instant of the run. */
  readonly at: Date
  /** Flows degrade below this budget health. */
  readonly degradeBelow: number
  /** Until when the approval of this run lasts; undefined without one. */
  readonly approvedUntil: Date | undefined
  readonly runUrl: string
}

/** Whether a run knows something new about an SLO. Otherwise its row stays as it is. */
export function isMeasured({ slo, reading, isLastKnown }: Judgement): boolean {
  if (reading.kind !== 'rate' || isLastKnown) return false
  return reading.events === null || reading.events.total >= slo.minimumEvents
}

/**
 * The row of an SLO that was measured.
 *
 * @param previous the row as it is now, of any shape; undefined where there is none
 */
export function rowOf(judgement: Judgement, previous: unknown, context: RowContext): BudgetRow {
  const { slo, verdict, asOf } = judgement
  const budget = budgetOf(judgement)
  const health = budget.budgetHealth as number
  const until = later(context.approvedUntil, runningUntil(previous, context.at))
  return {
    key: slo.id,
    current_budget_health: health,
    error_budget_remaining: Math.round(Math.min(100, Math.max(0, budget.budgetRemaining as number))),
    burn_rate: budget.burnRate as number,
    degraded: exceeds(context.degradeBelow, health),
    maintenance_mode: until !== undefined,
    maintenance_until: until?.toISOString() ?? '',
    verdict,
    updated_at: (asOf ?? context.at).toISOString(),
    run_url: context.runUrl
  }
}

/** A maintenance that an earlier run wrote lasts until it has passed. */
function runningUntil(previous: unknown, at: Date): Date | undefined {
  const written = field(previous, 'maintenance_until')
  // Date reads nearly anything as a date.
  const until = new Date(typeof written === 'string' && ISO.test(written) ? written : Number.NaN)
  return field(previous, 'maintenance_mode') === true && until > at ? until : undefined
}

const ISO = /^([+-]\d\d)?\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

/** A new approval does not shorten one that is running. */
function later(one: Date | undefined, other: Date | undefined): Date | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one > other ? one : other
}

/** Whether flows are told to degrade; a row that is not there tells them nothing. */
export const isDegraded = (row: unknown): boolean => field(row, 'degraded') === true
