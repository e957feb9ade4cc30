import { list } from '../inputs/formats.ts'
import type { Format } from '../inputs/input.ts'
import type { Duration } from '../time/duration.ts'

/** One entry of `maintenance-approvers`. */
export type Approver = { readonly kind: 'login'; readonly login: string } | Team | Role

export interface Role {
  readonly kind: 'role'
  readonly role: 'admin' | 'maintain'
}

export interface Team {
  readonly kind: 'team'
  readonly org: string
  readonly slug: string
}

/** Which label approves, who may add it, and for how long it counts. */
export interface ApprovalPolicy {
  readonly label: string
  readonly approvers: readonly Approver[]
  readonly maxAge: Duration
}

/** An approver as written in the input. */
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

/** GitHub ignores case in the names of users, teams and labels. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Who may approve: logins, teams, roles. */
export const approvers: Format<readonly Approver[]> = {
  accepts: 'login, org/team, role:admin or role:maintain, separated by commas or line breaks',
  parse: value => {
    const entries = list.parse(value)?.map(parseApprover)
    return entries?.every(entry => entry !== undefined) ? entries : undefined
  }
}

function parseApprover(entry: string): Approver | undefined {
  const [, role] = /^role:(.*)$/i.exec(entry) ?? []
  if (role !== undefined) return role === 'admin' || role === 'maintain' ? { kind: 'role', role } : undefined
  const [, org, slug] = /^@?([\w-]+)\/([\w.-]+)$/.exec(entry) ?? []
  if (org !== undefined && slug !== undefined) return { kind: 'team', org, slug }
  const [, login] = /^@?([\w-]+(?:\[bot\])?)$/.exec(entry) ?? []
  return login === undefined ? undefined : { kind: 'login', login }
}
