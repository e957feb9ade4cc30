import { MINUTE, SECOND } from '../time/duration.ts'

const MIB = 1024 * 1024

/** Limits for the requests of each step of a run: attempts, time, and the size of an answer. */
export const LIMITS = {
  /** Its time limit is the input `timeout`. */
  measure: { maxAttempts: 5, maxBytes: 1 * MIB },
  approve: { maxAttempts: 3, maxBytes: 10 * MIB, timeout: { iso: 'PT1M', ms: MINUTE } },
  callFlows: { maxAttempts: 3, maxBytes: 1 * MIB, timeout: { iso: 'PT1M', ms: MINUTE } },
  charts: { maxAttempts: 1, maxBytes: 4 * MIB, timeout: { iso: 'PT20S', ms: 20 * SECOND } },
  pullRequests: { maxAttempts: 3, maxBytes: 10 * MIB, timeout: { iso: 'PT10M', ms: 10 * MINUTE } }
} as const
