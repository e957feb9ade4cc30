/** A clock that never goes backwards. Unlike `performance.now` it loads nothing. */
export const monotonicMs = (): number => process.uptime() * 1_000
