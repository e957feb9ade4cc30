import type { Duration } from '../time/duration.ts'

/** One entry of `maintenance-approvers`. */
export type Approver =
  | { readonly kind: 'login'; readonly login: string }
  | { readonly kind: 'team'; readonly org: string; readonly slug: string }
  | { readonly kind: 'role'; readonly role: 'admin' | 'maintain' }

/** What an approval has to fulfil. */
export interface ApprovalRules {
  readonly label: string
  readonly approvers: readonly Approver[]
  readonly maxAge: Duration
}

/** An approver as it is written in the input. */
export function describeApprover(approver: Approver): string {
  switch (approver.kind) {
    case 'login':
      return approver.login
    case 'team':
      return `${approver.org}/${approver.slug}`
    case 'role':
      return `role:${approver.role}`
  }
}

/** GitHub's names of users, teams and labels do not tell upper and lower case apart. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
