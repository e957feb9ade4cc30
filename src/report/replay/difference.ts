import { TOLERANCE } from '../../budget/decimal.ts'

/** A value in the report that does not follow from the rest of the report. */
export interface Difference {
  /** The path in the report, such as `slos[0].burnRate`. */
  readonly where: string
  readonly reported: unknown
  readonly recomputed: unknown
}

/** Collects the differences of one report. */
export class Differences {
  readonly all: Difference[] = []

  /** Compares numbers with the usual tolerance, and everything else by its JSON. */
  compare(where: string, reported: unknown, recomputed: unknown): void {
    if (!isSame(reported, recomputed)) this.add(where, reported, recomputed)
  }

  add(where: string, reported: unknown, recomputed: unknown): void {
    this.all.push({ where, reported: plain(reported), recomputed: plain(recomputed) })
  }
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a === b || Math.abs(a - b) <= TOLERANCE
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

/** A window may start before the first date that JavaScript can express. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no date' : value.toISOString()
  return value
}
