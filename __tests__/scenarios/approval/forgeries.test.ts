import { describe, test } from '@jest/globals'
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
  pushes,
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
      title: 'such as the latest merge, when the run is about a comment elsewhere',
      ...mergedCase({ eventName: 'issue_comment', event: { issue: { number: 9 } } }),
      rule: 'pull-request',
      says: 'issue_comment'
    }
  ]
  test.each(rows)('$title', refused)

  test('but a change of the base branch before the label was added changes nothing', async () => {
    const changed = { event: 'base_ref_changed', actor: 'wim-writer', at: minutesAgo(20) }
    expectApproved(await blockedRun({ pull: { events: [changed, labelled()] } }))
  })
})
