/** The instants from `start` up to, but not including, `end`. */
export interface Interval {
  readonly start: Date
  readonly end: Date
}

/** In milliseconds. */
export const lengthOf = ({ start, end }: Interval): number => end.getTime() - start.getTime()
