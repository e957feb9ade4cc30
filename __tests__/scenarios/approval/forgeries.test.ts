import { describe, expect, test } from '@jest/globals'
import { sha } from '../../../simulator/github/start.ts'
import {
  blockedRun,
  chatter,
  expectApproved,
  type Forgery,
  HEAD,
  LABEL,
  labelled,
  mergedCase,
  minutesAgo,
  pullRequestEvent,
  pushedBy,
  pushes,
  REPOSITORY,
  refused,
  secondsAgo,
  unlabelled
} from '../../support/approvalRun.ts'

// Each of these differs from an approval that is valid by what its title says, and by nothing else.

const OTHER = sha('another commit')

describe('no block is lifted by a label', () => {
  const rows: Forgery[] = [
    {
      title: 'that only the old payload of the event shows, as when a job is run again',
      ...pullRequestEvent({ labels: [LABEL] }),
      pull: { events: [labelled(), unlabelled()] },
      rule: 'label'
    },
    { title: 'with a longer name', pull: named(`${LABEL}-2`), rule: 'label' },
    { title: 'with more words after the name', pull: named(`${LABEL}: database`), rule: 'label' },
    { title: 'with the name at its end', pull: named(`no-${LABEL}`), rule: 'label' },
    { title: 'with a part of the name', pull: named('maintenance'), rule: 'label' },
    { title: 'with letters that only look the same', pull: named('maintenance-m\u043ede'), rule: 'label' },
    {
      title: 'that had another name when it was added',
      pull: { events: [labelled({ label: 'ready' })], labels: [LABEL] },
      rule: 'label-event'
    },
    {
      title: 'that was removed, whatever word a secret is',
      pull: { events: [labelled(), unlabelled()], labels: [LABEL] },
      inputs: { 'prometheus-token': 'unlabeled', 'prometheus-url': 'https://prometheus.example.com' },
      rule: 'label-event'
    },
    {
      title: 'that no event has added',
      pull: { events: [], labels: [LABEL] },
      rule: 'label-event'
    },
    {
      title: 'that was removed since the pull request was read',
      pull: { events: [labelled(), unlabelled()], labels: [LABEL] },
      rule: 'label-event'
    },
    {
      title: 'that was removed in the second in which it was added',
      pull: { events: [labelled(), unlabelled({ at: minutesAgo(10) })], labels: [LABEL] },
      rule: 'label-event'
    },
    {
      title: 'that was removed on the second page of events',
      pull: { events: [labelled(), ...chatter(120, minutesAgo(8)), unlabelled()], labels: [LABEL] },
      rule: 'label-event'
    },
    {
      title: 'whose events are more than anybody would read',
      pull: { events: [labelled(), ...chatter(3_000, minutesAgo(8))] },
      rule: 'label-event',
      says: 'more than 30 pages'
    },
    {
      title: 'that was removed in another case',
      pull: { events: [labelled(), unlabelled({ label: 'Maintenance-Mode' })], labels: [LABEL] },
      rule: 'label-event'
    }
  ]
  test.each(rows)('$title', refused)
})

describe('no block is lifted by a label that was added by', () => {
  const rows: Forgery[] = [
    { title: 'a writer', pull: by('wim-writer'), rule: 'approver', says: 'the role is write' },
    { title: 'a triager', pull: by('tia-triager'), rule: 'approver', says: 'the role is triage' },
    { title: 'a maintainer, unless listed', pull: by('mia-maintainer'), rule: 'approver', says: 'maintain' },
    { title: 'an administrator who was removed', pull: by('old-oscar'), rule: 'approver', says: 'none' },
    {
      title: 'someone whose custom role is made from that of administrators',
      pull: by('cleo-custom'),
      rule: 'approver',
      says: 'release-captain'
    },
    { title: 'a bot with the rights of an administrator', pull: by('label-bot[bot]'), rule: 'approver' },
    {
      title: 'a bot when only its name without [bot] is listed',
      pull: by('label-bot[bot]'),
      inputs: { 'maintenance-approvers': 'role:admin, label-bot' },
      rule: 'approver'
    },
    {
      title: 'a bot that is a member of a listed team',
      pull: by('label-bot[bot]'),
      inputs: { 'maintenance-approvers': 'acme/platform' },
      world: { teams: { 'acme/platform': { 'label-bot[bot]': 'active' } } },
      rule: 'approver'
    },
    { title: 'an account that is gone', pull: { events: [labelled({ actor: null })] }, rule: 'label-event' },
    { title: 'the author', pull: { author: 'ada-admin' }, rule: 'author' },
    { title: 'the author, in another case', pull: { author: 'Ada-Admin' }, rule: 'author' },
    {
      title: 'the author, even when listed',
      pull: by('dev-dana'),
      inputs: { 'maintenance-approvers': 'dev-dana' },
      rule: 'author'
    },
    {
      title: 'an administrator, removed and added again by a writer',
      pull: { events: [labelled(), unlabelled(), labelled({ actor: 'wim-writer', at: minutesAgo(1) })] },
      rule: 'approver',
      says: 'wim-writer'
    },
    {
      title: 'an administrator, and added again by a writer in the second in which it was removed',
      pull: { events: [labelled(), unlabelled(), labelled({ actor: 'wim-writer', at: minutesAgo(5) })] },
      rule: 'approver',
      says: 'wim-writer'
    },
    {
      title: 'an administrator, and added again by a writer on the second page of events',
      pull: {
        events: [
          ...[labelled(), unlabelled({ at: minutesAgo(9) }), ...chatter(120, minutesAgo(8))],
          labelled({ actor: 'wim-writer', at: minutesAgo(5) })
        ]
      },
      rule: 'approver',
      says: 'wim-writer'
    },
    {
      title: 'an administrator who is listed with a longer login',
      inputs: { 'maintenance-approvers': 'ada-admin2, ada' },
      rule: 'approver'
    },
    {
      title: 'someone whose membership in the team is pending',
      pull: by('wim-writer'),
      inputs: { 'maintenance-approvers': 'acme/platform' },
      world: { teams: { 'acme/platform': { 'wim-writer': 'pending' } } },
      rule: 'approver',
      says: 'pending'
    },
    {
      title: 'someone who is in another team',
      pull: by('wim-writer'),
      inputs: { 'maintenance-approvers': 'acme/platform' },
      world: { teams: { 'acme/support': { 'wim-writer': 'active' }, 'acme/platform': {} } },
      rule: 'approver',
      says: 'HTTP 404'
    },
    {
      title: 'someone who is in the team of that name in another organisation',
      pull: by('wim-writer'),
      inputs: { 'maintenance-approvers': 'acme/platform' },
      world: { teams: { 'evil/platform': { 'wim-writer': 'active' } } },
      rule: 'approver'
    }
  ]
  test.each(rows)('$title', refused)
})

describe('no block is lifted by a label that is', () => {
  const rows: Forgery[] = [
    { title: 'older than the limit by a second', pull: at(secondsAgo(4 * 3600 + 1)), rule: 'age' },
    {
      title: 'older than a limit of its own',
      inputs: { 'maintenance-max-age': 'PT9M' },
      rule: 'age',
      says: /PT9M.*9 minutes/
    },
    { title: 'from the future', pull: at(secondsAgo(-1)), rule: 'age', says: 'in the future' },
    { title: 'older than the last push', world: pushes([HEAD, 9]), rule: 'head-commit' },
    { title: 'as old as the last push', world: pushes([HEAD, 10]), rule: 'head-commit' },
    {
      title: 'older than a push that forced the branch back to the commit that it was added for',
      world: pushes([HEAD, 60], [OTHER, 8], [HEAD, 6]),
      rule: 'head-commit'
    },
    {
      title: 'older than a push that is not in the pull request yet',
      world: pushes([HEAD, 60], [OTHER, 1]),
      rule: 'head-commit'
    },
    {
      title: 'for a commit whose push GitHub does not know',
      world: pushes(),
      rule: 'head-commit'
    },
    {
      title: 'older than the last push of a commit that claims to be from before',
      world: { ...pushes([HEAD, 9]), commits: { [HEAD]: { committedAt: minutesAgo(600) } } },
      rule: 'head-commit'
    }
  ]
  test.each(rows)('$title', refused)
})

function by(actor: string) {
  return { events: [labelled({ actor })] }
}

function at(moment: Date) {
  return { events: [labelled({ at: moment })], pushedAt: minutesAgo(600) }
}

function named(label: string) {
  return { events: [labelled({ label })] }
}

describe('no block is lifted by an approval that was given for something else', () => {
  const rows: Forgery[] = [
    {
      title: 'such as a later head, when the job of an earlier one is run again',
      pull: { headSha: OTHER, pushedAt: minutesAgo(20) },
      rule: 'head-commit',
      says: 'no longer the head commit'
    },
    {
      title: 'such as another base branch, which the pull request had then',
      pull: { events: [labelled(), { event: 'base_ref_changed', actor: 'wim-writer', at: minutesAgo(5) }] },
      rule: 'head-commit',
      says: 'base branch was changed'
    },
    {
      title: 'such as another base branch, which GitHub itself has chosen',
      pull: { events: [labelled(), baseEvent('automatic_base_change_succeeded', 5)] },
      rule: 'head-commit',
      says: 'base branch was changed'
    },
    {
      title: 'such as another base branch, which GitHub has chosen in the second of the label',
      pull: { events: [baseEvent('automatic_base_change_succeeded', 10), labelled()] },
      rule: 'head-commit'
    },
    {
      title: 'such as what the base branch had before it was force-pushed',
      pull: { events: [labelled(), baseEvent('base_ref_force_pushed', 5)] },
      rule: 'head-commit',
      says: 'force-pushed'
    },
    {
      title: 'such as another base branch, on the second page of events',
      pull: {
        events: [labelled(), ...chatter(120, minutesAgo(8)), baseEvent('automatic_base_change_succeeded', 5)]
      },
      rule: 'head-commit'
    },
    {
      title: 'such as a later head, although the input names the pull request of the event',
      inputs: { 'pull-request': '7' },
      pull: { headSha: OTHER, pushedAt: minutesAgo(20) },
      rule: 'head-commit',
      says: 'no longer the head commit'
    },
    {
      title: 'such as a later head, when the input names the pull request of pull_request_target',
      ...pullRequestEvent({ eventName: 'pull_request_target' }),
      inputs: { 'pull-request': '7' },
      pull: { headSha: OTHER, pushedAt: minutesAgo(20) },
      rule: 'head-commit'
    },
    {
      title: 'such as a later head, when a review of the earlier one started the run',
      ...pullRequestEvent({ eventName: 'pull_request_review' }),
      inputs: { 'pull-request': '7' },
      pull: { headSha: OTHER, pushedAt: minutesAgo(20) },
      rule: 'head-commit'
    },
    ...[[{ number: 7 }], []].map(listed => ({
      title: `such as a later head, when a workflow ran for the earlier one of ${listed.length === 0 ? 'a fork' : 'a branch'}`,
      eventName: 'workflow_run',
      event: { workflow_run: { event: 'pull_request', head_sha: HEAD, pull_requests: listed } },
      inputs: { 'pull-request': '7' },
      pull: { headSha: OTHER, pushedAt: minutesAgo(20) },
      rule: 'head-commit'
    })),
    ...['workflow_dispatch', 'push'].map(eventName => ({
      title: `such as a later head, when a ${eventName} of the earlier one on its branch is run again`,
      eventName,
      event: {},
      env: { GITHUB_REF: 'refs/heads/feature', GITHUB_SHA: OTHER },
      inputs: { 'pull-request': '7' },
      rule: 'head-commit',
      says: 'no longer the head commit'
    })),
    {
      title: 'such as the latest merge, when the run is about a comment elsewhere',
      ...mergedCase({ eventName: 'issue_comment', event: { issue: { number: 9 } } }),
      rule: 'pull-request',
      says: 'issue_comment'
    }
  ]
  test.each(rows)('$title', refused)

  test('but a change of the base branch before the label was added changes nothing', async () => {
    const events = [
      ...['base_ref_changed', 'automatic_base_change_succeeded', 'base_ref_force_pushed'].map(name =>
        baseEvent(name, 20)
      ),
      labelled()
    ]
    expectApproved(await blockedRun({ pull: { events } }))
  })

  test('and what does not change the commits changes nothing afterwards', async () => {
    const harmless = [
      'automatic_base_change_failed',
      'renamed',
      'convert_to_draft',
      'ready_for_review',
      'closed',
      'reopened',
      'locked',
      'milestoned',
      'added_to_merge_queue'
    ]
    const events = [labelled(), ...harmless.map(name => baseEvent(name, 5))]
    expectApproved(await blockedRun({ pull: { events, draft: true } }))
  })
})

function baseEvent(event: string, minutes: number) {
  return { event, actor: 'wim-writer', at: minutesAgo(minutes) }
}

describe('no block is lifted by one who also pushed', () => {
  const rows: Omit<Forgery, 'rule'>[] = [
    { title: 'the head commit to the branch of another person', world: pushedBy(['ada-admin', 60]) },
    { title: 'it, in another case', world: pushedBy(['Ada-Admin', 60]) },
    {
      title: 'it, although they are listed by login',
      inputs: { 'maintenance-approvers': 'ada-admin' },
      world: pushedBy(['ada-admin', 60])
    },
    {
      title: 'the same commit again after the author did',
      world: pushedBy(['dev-dana', 90], ['ada-admin', 60])
    },
    { title: 'it before the merge', ...mergedCase({ world: pushedBy(['ada-admin', 60], ['dev-dana', 1]) }) },
    {
      title: 'it, as a bot that is listed',
      pull: by('label-bot[bot]'),
      inputs: { 'maintenance-approvers': 'label-bot[bot]' },
      world: pushedBy(['label-bot[bot]', 60])
    },
    {
      title: 'it by merging another pull request into the branch',
      world: {
        activity: {
          [REPOSITORY]: [
            { ref: 'feature', after: HEAD, actor: 'ada-admin', at: minutesAgo(60), type: 'pr_merge' }
          ]
        }
      }
    },
    { title: 'it, for all that GitHub says', world: pushedBy([null, 60]), says: 'does not say who pushed' },
    {
      title: 'it, behind the account in place of deleted ones',
      world: pushedBy(['ghost', 60]),
      says: 'does not say who pushed'
    }
  ]
  test.each(rows)('$title', row => refused({ ...row, rule: 'last-pusher' }))
})

describe('no block is lifted by an odd role:', () => {
  const role = (body: object) => ({ world: { intercept: answer(/\/permission$/, body) }, rule: 'approver' })
  const rows: Forgery[] = [
    {
      title: 'a custom one with the name of administrators',
      ...role({ role_name: 'admin', permission: 'read' }),
      says: 'contradict'
    },
    {
      title: 'a custom one with that name in another case',
      ...role({ role_name: 'Admin', permission: 'admin' })
    },
    { title: 'one with a space', ...role({ role_name: 'admin ', permission: 'admin' }) },
    { title: 'one that only the old name calls so', ...role({ role_name: 'write', permission: 'admin' }) },
    { title: 'a list of them', ...role({ role_name: ['admin'], permission: 'admin' }) },
    { title: 'one without a name', ...role({ permission: 'admin' }) },
    {
      title: 'a custom one with the name of maintainers',
      inputs: { 'maintenance-approvers': 'role:maintain' },
      ...role({ role_name: 'maintain', permission: 'read' })
    }
  ]
  test.each(rows)('$title', refused)
})

describe('no block is lifted when the answers contradict each other:', () => {
  const rows: Forgery[] = [
    {
      title: 'another pull request came than the one that was asked for',
      others: [{ number: 8, headSha: HEAD, events: [labelled()] }],
      world: { intercept: request => (/\/pulls\/7$/.test(request.path) ? moved('8') : undefined) },
      rule: 'pull-request'
    },
    {
      title: 'the head was pushed between two answers',
      world: pushes([HEAD, 60], [OTHER, 0]),
      rule: 'head-commit'
    },
    {
      title: 'the label was renamed after another one had been added',
      pull: { events: [labelled({ label: 'reviewed' }), { ...baseEvent('renamed', 5) }], labels: [LABEL] },
      rule: 'label-event'
    },
    {
      title: 'the label was deleted and created anew, and added by a writer',
      pull: { events: [labelled(), labelled({ actor: 'wim-writer', at: minutesAgo(2) })] },
      rule: 'approver'
    }
  ]
  test.each(rows)('$title', refused)

  test('a label that is gone when the job is run again no longer counts, whatever the events say', async () => {
    const run = await refused({ title: '', pull: { events: [labelled()], labels: [] }, rule: 'label' })
    expect(run.gitHub.requests).toHaveLength(1)
  })
})

function answer(path: RegExp, body: object): NonNullable<Forgery['world']>['intercept'] {
  return request => (path.test(request.path) ? { body } : undefined)
}

/** GitHub sends the client on, as if the pull request had moved. */
function moved(number: string) {
  const location = `/repos/${REPOSITORY}/pulls/${number}`
  return { status: 301, headers: { location }, body: { message: 'Moved Permanently' } }
}
