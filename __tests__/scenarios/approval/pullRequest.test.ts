import { describe, expect, test } from '@jest/globals'
import { type PullRequest, sha } from '../../../simulator/github/start.ts'
import {
  blockedRun,
  type Case,
  expectApproved,
  type Forgery,
  HEAD,
  labelled,
  MERGE,
  mergedCase,
  minutesAgo,
  pullRequestEvent,
  pushOf,
  refused
} from '../../support/approvalRun.ts'

// Whose label counts: #7 is approved in all of these, so a refusal proves that another run cannot borrow it.

const BASE = sha('the base of a merge group')

/** A pull request that nobody has labelled. */
const plain = (parts: Partial<PullRequest> = {}): PullRequest => ({
  number: 8,
  headRef: 'other',
  pushedAt: minutesAgo(50),
  ...parts
})

describe('the approved pull request is found from', () => {
  const rows: (Case & { title: string; requests?: number })[] = [
    { title: 'a pull_request event', ...pullRequestEvent() },
    { title: 'a pull_request_target event', ...pullRequestEvent({ eventName: 'pull_request_target' }) },
    { title: 'a merge group', ...mergeGroup('main/pr-7') },
    { title: 'a merge group whose base name has slashes', ...mergeGroup('release/2031/may/pr-7') },
    {
      title: 'a merge group whose base name looks like that of another one',
      ...mergeGroup(`release/pr-8-${BASE}/pr-7`),
      others: [plain()]
    },
    { title: 'the push of its merge commit', ...mergedCase() },
    {
      title: 'the push of its squashed commit',
      ...mergedCase({ ...pushOf(sha('s')), ...mergedAs(sha('s')) })
    },
    {
      title: 'the push of its last rebased commit',
      ...mergedCase({ ...pushOf(sha('r2')), pull: { mergeCommitSha: sha('r2'), commits: [sha('r1')] } })
    },
    {
      title: 'the push that made its head the head of the base, too',
      ...mergedCase({ ...pushOf(HEAD), ...mergedAs(HEAD) })
    },
    {
      title: 'a push to a base with slashes',
      ...mergedCase({
        pull: { baseRef: 'release/2031/may' },
        env: { GITHUB_SHA: MERGE, GITHUB_REF: 'refs/heads/release/2031/may' }
      })
    },
    { title: 'a run by schedule of its merge commit', ...mergedCase({ eventName: 'schedule' }) },
    { title: 'a run by hand of its merge commit', ...mergedCase({ eventName: 'workflow_dispatch' }) },
    {
      title: 'a release of its merge commit',
      ...mergedCase({
        eventName: 'release',
        env: { GITHUB_SHA: MERGE, GITHUB_REF: 'refs/tags/v1.2.3' },
        event: { action: 'published', release: { tag_name: 'v1.2.3', target_commitish: 'main' } }
      })
    },
    { title: 'a deployment of its merge commit', ...mergedCase(deploymentOf(MERGE)) },
    { title: 'a workflow that ran for its merge commit', ...mergedCase(workflowRunOf(MERGE)) },
    { title: 'the input pull-request in a run by hand', ...withNumber('workflow_dispatch') },
    { title: 'the input pull-request in a run by schedule', ...withNumber('schedule') },
    {
      title: 'the input pull-request in a run by hand on its branch',
      ...withNumber('workflow_dispatch'),
      env: { GITHUB_REF: 'refs/heads/feature', GITHUB_SHA: HEAD }
    },
    {
      title: 'the input pull-request in a run by hand on a branch of that name, when its own is in a fork',
      ...withNumber('workflow_dispatch'),
      pull: { headRepository: 'dev-dana/crm-flows' },
      env: { GITHUB_REF: 'refs/heads/feature', GITHUB_SHA: sha('other') }
    },
    {
      title: 'the input pull-request, although the event is about another one',
      ...pullRequestEvent({ number: 8 }),
      inputs: { 'pull-request': '7' },
      others: [plain()]
    },
    {
      title: 'the merge commit that an open pull request contains, too',
      ...mergedCase({ others: [plain({ commits: [MERGE] })] })
    }
  ]
  test.each(rows)('$title', async ({ title: _, ...different }) => {
    const run = await blockedRun(different)
    expectApproved(run)
    expect(run.gitHub.requests).toHaveLength(4)
  })
})

describe('the approval is not used for', () => {
  const rows: Forgery[] = [
    {
      title: 'another pull request',
      ...pullRequestEvent({ number: 8 }),
      others: [plain()],
      rule: 'label'
    },
    {
      title: 'a pull request that does not exist',
      ...pullRequestEvent({ number: 9 }),
      rule: 'pull-request',
      says: /#9 .*404/
    },
    {
      title: 'a merge group of another one whose base name looks like its own',
      ...mergeGroup(`release/pr-7-${BASE}/pr-8`),
      others: [plain()],
      rule: 'label'
    },
    {
      title: 'a branch that only looks like a merge group',
      ...mergeGroup('main/pr-7', 'refs/heads/my-readonly-queue'),
      rule: 'pull-request'
    },
    {
      title: 'a merge group whose name goes on',
      eventName: 'merge_group',
      event: { merge_group: { head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${BASE}/more` } },
      rule: 'pull-request'
    },
    {
      title: 'an event that names no pull request',
      event: { action: 'synchronize' },
      rule: 'pull-request'
    },
    {
      title: 'a number that is not one',
      event: { action: 'synchronize', pull_request: { number: '7/../7' } },
      rule: 'pull-request'
    },
    { title: 'the push of a commit without a pull request', ...pushOf(sha('direct')), rule: 'pull-request' },
    {
      title: "the push of another person's commit that the open pull request contains",
      ...pushOf(sha('foreign')),
      pull: { commits: [sha('foreign')] },
      rule: 'pull-request',
      says: 'no pull request was merged as commit'
    },
    { title: 'the push of its own head while it is open', ...pushOf(HEAD), rule: 'pull-request' },
    {
      title: 'the push of its test merge while it is open',
      ...pushOf(MERGE),
      pull: { mergeCommitSha: MERGE, commits: [MERGE] },
      rule: 'pull-request'
    },
    {
      title: 'the push of its test merge when it was closed without a merge',
      ...pushOf(MERGE),
      pull: { mergeCommitSha: MERGE, commits: [MERGE], state: 'closed' },
      rule: 'pull-request'
    },
    {
      title: 'the push of a commit that it contains, when it was merged as another one',
      ...mergedCase({ ...pushOf(sha('inner')), pull: { commits: [sha('inner')] } }),
      rule: 'pull-request'
    },
    {
      title: 'the push of its head, when it was merged as another commit',
      ...mergedCase(pushOf(HEAD)),
      rule: 'pull-request'
    },
    {
      title: 'a push of its merge commit to another branch',
      ...mergedCase({ env: { GITHUB_SHA: MERGE, GITHUB_REF: 'refs/heads/production' } }),
      rule: 'pull-request'
    },
    {
      title: 'a push to the default branch of a commit that it was merged as into another one',
      ...mergedCase({ pull: { baseRef: 'develop' } }),
      rule: 'pull-request'
    },
    {
      title: 'the push of a commit that another pull request was merged as, too',
      ...mergedCase({ others: [plain({ mergedAt: minutesAgo(2), mergeCommitSha: MERGE })] }),
      rule: 'pull-request',
      says: '2 pull requests were merged as'
    },
    {
      title: 'a merge that brought in its commits with those of another pull request',
      ...mergedCase({
        ...pushOf(sha('other merge')),
        pull: { commits: [sha('other merge')] },
        others: [plain({ mergedAt: minutesAgo(1), mergeCommitSha: sha('other merge') })]
      }),
      rule: 'label'
    },
    { title: 'a workflow that ran for its head', ...workflowRunOf(HEAD, 'feature'), rule: 'pull-request' },
    {
      title: 'a workflow that ran for its merge commit on another branch',
      ...mergedCase(workflowRunOf(MERGE, 'production')),
      rule: 'pull-request'
    },
    {
      title: 'a workflow that ran for another commit than the one at which it is read',
      ...mergedCase({ ...workflowRunOf(sha('earlier')), env: { GITHUB_SHA: MERGE } }),
      rule: 'pull-request'
    },
    { title: 'a deployment of its head', ...deploymentOf(HEAD), rule: 'pull-request' },
    { title: 'a release of its head', ...pushOf(HEAD), eventName: 'release', rule: 'pull-request' },
    {
      title: 'a run by hand that names another one',
      ...mergedCase({ eventName: 'workflow_dispatch', inputs: { 'pull-request': '8' }, others: [plain()] }),
      rule: 'label'
    },
    {
      title: 'a merge whose head was pushed after the label',
      ...mergedCase({ pull: { pushedAt: minutesAgo(9) } }),
      rule: 'head-commit'
    }
  ]
  test.each(rows)('$title', refused)
})

describe('nothing is found, and GitHub is not asked,', () => {
  const rows: Forgery[] = [
    { title: 'without a token', inputs: { 'github-token': '' }, rule: 'pull-request', says: 'github-token' },
    { title: 'without a repository', env: { GITHUB_REPOSITORY: undefined }, rule: 'pull-request' },
    { title: 'without an event', env: { GITHUB_EVENT_PATH: '/nowhere' }, rule: 'pull-request' },
    { title: 'without a commit', eventName: 'push', env: { GITHUB_SHA: undefined }, rule: 'pull-request' }
  ]
  test.each(rows)('$title', async row => {
    const { gitHub } = await refused(row)
    expect(gitHub.requests).toEqual([])
  })
})

function mergeGroup(name: string, queue = 'refs/heads/gh-readonly-queue'): Case {
  const headRef = `${queue}/${name}-${BASE}`
  const group = { head_ref: headRef, head_sha: MERGE, base_ref: 'refs/heads/main', base_sha: BASE }
  return {
    eventName: 'merge_group',
    event: { action: 'checks_requested', merge_group: group },
    env: { GITHUB_SHA: MERGE, GITHUB_REF: headRef }
  }
}

function mergedAs(commit: string): Case {
  return { pull: { mergeCommitSha: commit, events: [labelled()] } }
}

function deploymentOf(commit: string): Case {
  return { ...pushOf(commit), eventName: 'deployment', event: { deployment: { sha: commit, ref: 'main' } } }
}

/** GitHub reads the workflow at the head of the default branch, whatever the other workflow ran for. */
function workflowRunOf(commit: string, branch = 'main'): Case {
  const run = { head_sha: commit, head_branch: branch, event: 'push', pull_requests: [] }
  return {
    ...pushOf(sha('default branch')),
    eventName: 'workflow_run',
    event: { action: 'completed', workflow_run: run }
  }
}

function withNumber(eventName: string): Case {
  return { eventName, inputs: { 'pull-request': '7' }, event: { inputs: { number: '7' } } }
}
