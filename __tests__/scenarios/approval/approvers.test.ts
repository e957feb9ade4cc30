import { describe, expect, test } from '@jest/globals'
import { type Activity, sha, type World } from '../../../simulator/github/start.ts'
import {
  type Approval,
  blockedRun,
  type Case,
  chatter,
  expectApproved,
  HEAD,
  labelled,
  mergedCase,
  minutesAgo,
  pullRequestEvent,
  pushedBy,
  pushes,
  REPOSITORY,
  secondsAgo,
  unlabelled
} from '../../support/approvalRun.ts'

type Row = Case & Approval & { title: string; requests?: number }

const FORK = 'dev-dana/crm-flows'
const OTHER = sha('another commit')
const TEAM = { teams: { 'acme/platform': { 'wim-writer': 'active' as const } } }

describe('a block is lifted by the label of', () => {
  const rows: Row[] = [
    { title: 'an administrator' },
    { title: 'a maintainer, when listed', ...approver('mia-maintainer', 'role:maintain') },
    {
      title: 'an administrator among several entries',
      ...approver('ada-admin', 'kim, acme/ops, role:admin')
    },
    { title: 'a listed person without any role', ...approver('old-oscar', 'old-oscar'), requests: 3 },
    { title: 'a listed person, in another case', ...approver('wim-writer', 'Wim-Writer'), requests: 3 },
    { title: 'a listed bot', ...approver('label-bot[bot]', 'label-bot[bot]'), requests: 3 },
    { title: 'a member of a listed team', ...approver('wim-writer', 'acme/platform'), world: TEAM },
    {
      title: 'a member of a listed team, in another case',
      ...approver('wim-writer', 'Acme/Platform'),
      world: TEAM
    },
    {
      title: 'a member of the second listed team',
      ...approver('wim-writer', 'acme/ops, acme/platform'),
      world: TEAM,
      requests: 5
    },
    {
      title: 'a member of a listed team whose role is not enough',
      ...approver('wim-writer', 'role:admin, acme/platform'),
      world: TEAM,
      requests: 5
    },
    {
      title: 'a member of a listed team whose role cannot be read',
      ...approver('wim-writer', 'role:admin, acme/platform'),
      world: { ...TEAM, forbid: ['permission'] },
      requests: 5
    },
    {
      title: 'an administrator, whatever others did with another label',
      pull: {
        events: [
          labelled(),
          labelled({ label: 'maintenance-mode-2', actor: 'wim-writer', at: minutesAgo(2) }),
          unlabelled({ label: 'maintenance-mode-2', actor: 'wim-writer', at: minutesAgo(1) })
        ]
      }
    },
    {
      title: 'an administrator through an app',
      pull: { events: [labelled({ viaApp: 'chat-ops' })] }
    }
  ]
  test.each(rows)('$title', approved)
})

describe('a block is lifted by the label', () => {
  const rows: Row[] = [
    { title: 'in another case', pull: { events: [labelled({ label: 'Maintenance-Mode' })] } },
    {
      title: 'in another case than it was added with',
      pull: { events: [labelled({ label: 'MAINTENANCE-mode' })], labels: ['maintenance-MODE'] }
    },
    {
      title: 'at the limit of its age',
      pull: { events: [labelled({ at: secondsAgo(4 * 3600) })], pushedAt: minutesAgo(600) },
      at: secondsAgo(4 * 3600)
    },
    {
      title: 'within a limit of its own',
      inputs: { 'maintenance-max-age': 'PT10M' },
      until: minutesAgo(0)
    },
    {
      title: 'on the thirtieth page of events',
      pull: { events: [...chatter(2_999), labelled()] },
      // The last page is full: one more might follow.
      requests: 34
    },
    { title: 'added just now', pull: { events: [labelled({ at: secondsAgo(0) })] }, at: secondsAgo(0) },
    {
      title: 'added by another person than the last one of several who pushed',
      world: pushedBy(['ada-admin', 90], ['wim-writer', 60])
    },
    { title: 'added after a bot pushed', world: pushedBy(['renovate[bot]', 60]) },
    {
      title: 'added after the merge queue or another pull request moved the branch',
      world: pushedBy(['web-flow', 60])
    },
    {
      title: 'added by one who pushed more after the merge',
      ...mergedCase({ world: pushedBy(['dev-dana', 60], ['ada-admin', 1]) })
    },
    { title: 'added a second after the push', world: pushes([HEAD, 10 + 1 / 60]) },
    { title: 'added for a commit that the branch has returned to', world: backAndForth() },
    {
      title: 'added for a commit that claims to be from the future',
      world: { ...pushes([HEAD, 60]), commits: { [HEAD]: { committedAt: minutesAgo(-600) } } }
    }
  ]
  test.each(rows)('$title', approved)
})

describe('a block is lifted although', () => {
  const rows: Row[] = [
    {
      title: 'the pull request comes from a public fork',
      pull: { headRepository: FORK },
      world: { visibility: 'public' }
    },
    {
      title: 'pull_request_target runs for a public fork',
      ...pullRequestEvent({ eventName: 'pull_request_target' }),
      pull: { headRepository: FORK },
      world: { visibility: 'public' }
    },
    {
      title: 'the branch has a name with slashes and signs',
      pull: { headRef: 'dana/fix#12&more+ü' }
    },
    {
      title: 'the branch was deleted after the merge',
      ...mergedCase({ world: branch(['push', HEAD, 60], ['branch_deletion', undefined, 1]) })
    },
    {
      title: 'the branch was made anew with other commits after the merge',
      ...mergedCase({
        world: branch(
          ...([
            ['push', HEAD, 60],
            ['branch_deletion', undefined, 1.5]
          ] as const),
          ...([
            ['branch_creation', OTHER, 1],
            ['push', sha('more'), 0.5]
          ] as const)
        )
      })
    },
    {
      title: 'the branch got more than a page of pushes after the merge',
      ...mergedCase({
        world: branch(
          ['push', HEAD, 60],
          ...Array.from({ length: 120 }, (_, i) => ['push', sha(`later ${i}`), 1] as const)
        )
      }),
      requests: 5
    },
    {
      title: 'another pull request was merged into its branch',
      world: branch(['branch_creation', OTHER, 90], ['pr_merge', HEAD, 60])
    },
    {
      title: 'its branch was once deleted and restored',
      world: branch(['push', HEAD, 90], ['branch_deletion', undefined, 80], ['branch_creation', HEAD, 60])
    },
    {
      title: 'other branches were pushed since',
      world: {
        activity: {
          [REPOSITORY]: [
            { ref: 'feature', after: HEAD, at: minutesAgo(60), type: 'push' },
            { ref: 'feature-2', after: OTHER, at: minutesAgo(1), type: 'push' }
          ]
        }
      }
    },
    {
      title: 'the label was added after the merge',
      ...mergedCase({ pull: { events: [labelled({ at: minutesAgo(1) })] } }),
      at: minutesAgo(1)
    },
    {
      title: 'the repository was renamed',
      env: { GITHUB_REPOSITORY: 'acme/old-name' },
      world: { intercept: movedFrom('/repos/acme/old-name/') },
      requests: 7
    },
    {
      title: 'GitHub is an Enterprise Server with pages of events',
      world: { basePath: '/api/v3' },
      pull: { events: [...chatter(100), labelled()] },
      requests: 5
    }
  ]
  test.each(rows)('$title', approved)
})

async function approved({ title: _, requests = 4, by, at, until, ...different }: Row): Promise<void> {
  const run = await blockedRun(different)
  expectApproved(run, { by, at, until })
  expect(run.gitHub.requests).toHaveLength(requests)
}

/** GitHub sends whoever uses an old name of the repository to the new one. */
function movedFrom(old: string): NonNullable<World['intercept']> {
  return ({ path, headers }) => {
    if (!path.startsWith(old)) return undefined
    const location = `http://${headers.host}${path.replace(old, `/repos/${REPOSITORY}/`)}`
    return { status: 301, headers: { location }, body: { message: 'Moved Permanently', url: location } }
  }
}

function approver(by: string, listed: string): Case & Approval {
  return { by, pull: { events: [labelled({ actor: by })] }, inputs: { 'maintenance-approvers': listed } }
}

/** The branch of #7 over time, with the minutes since each update. */
function branch(...updates: (readonly [Activity['type'], string | undefined, number])[]): World {
  const history = updates.map(([type, after, minutes]) => ({
    ref: 'feature',
    type,
    at: minutesAgo(minutes),
    ...(after && { after })
  }))
  return { activity: { [REPOSITORY]: history } }
}

function backAndForth(): World {
  return branch(['push', HEAD, 90], ['push', OTHER, 70], ['force_push', HEAD, 60])
}
