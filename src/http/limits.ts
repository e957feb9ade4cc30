import { MINUTE, SECOND } from '../time/duration.ts'

const MIB = 1024 * 1024

/** How often each step of a run asks at most, for how long, and how much it reads of an answer. */
export const LIMITS = {
  /** How long measuring may take is the input `timeout`. */
  measure: { maxAttempts: 5, maxBytes: 1 * MIB },
  approve: { maxAttempts: 3, maxBytes: 10 * MIB, timeout: { iso: 'PT1M', ms: MINUTE } },
  callFlows: { maxAttempts: 3, maxBytes: 1 * MIB, timeout: { iso: 'PT1M', ms: MINUTE } },
  charts: { maxAttempts: 1, maxBytes: 4 * MIB, timeout: { iso: 'PT20S', ms: 20 * SECOND } },
  pullRequests: { maxAttempts: 3, maxBytes: 10 * MIB, timeout: { iso: 'PT10M', ms: 10 * MINUTE } }
} as const
