/** Every verdict an SLO can get, worst first. */
export const VERDICTS = [
  'config-error',
  'source-error',
  'exhausted',
  'burning',
  'unstable',
  'no-data',
  'low-traffic',
  'warning',
  'healthy'
] as const

export type Verdict = (typeof VERDICTS)[number]

/** The user's choices: the limit, and what happens if there is no burn rate. */
export interface Policy {
  /** The budget counts as exhausted when the burn rate over the SLO's window is above this. */
  readonly maxBurnRate: number
  readonly onError: 'block' | 'last-known' | 'allow'
  readonly onNoData: 'block' | 'allow'
}

/** Whether a verdict stops the deployment. */
export function blocks(verdict: Verdict, policy: Policy): boolean {
  switch (verdict) {
    case 'config-error':
    case 'exhausted':
    case 'burning':
    case 'unstable':
      return true
    case 'source-error':
      return policy.onError !== 'allow'
    case 'no-data':
      return policy.onNoData === 'block'
    case 'low-traffic':
    case 'warning':
    case 'healthy':
      return false
  }
}
