import { TOLERANCE } from '../../budget/decimal.ts'

/** Something that the report says, and what it should say by everything else in it. */
export interface Difference {
  /** The path in the report, such as `slos[0].burnRate`. */
  readonly where: string
  readonly reported: unknown
  readonly recomputed: unknown
}

/** Collects what is not as reported. */
export class Differences {
  readonly all: Difference[] = []

  /** Compares plain values; dates and lists by what they say. */
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

/** A window may begin before there are dates, and JSON has no word for that. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no date' : value.toISOString()
  return value
}
