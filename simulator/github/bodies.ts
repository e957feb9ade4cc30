// What GitHub answers, field by field as its description demands: mostly addresses that nobody reads.
import {
  branchOf,
  type Comment,
  type Commit,
  type Deployment,
  type FullActivity,
  type FullPullRequest,
  type IssueEvent,
  repositoryOf,
  same,
  sha,
  stamp,
  type Time,
  userOf,
  type World
} from './world.ts'

/** The world and the address of its API: what every answer is made of. */
export interface Site {
  world: World
  /** The API's root, with the base path. */
  api: string
}

type Json = Record<string, unknown>

const WEB = 'https://github.com'
const LONG_AGO = '2024-01-02T03:04:05Z'
/** A commit's author is whoever they say they are: no account is looked up for it. */
const COMMITTER = { name: 'Dana Developer', email: 'dana@example.com' }

/** A stable number for anything that has a name. */
const idOf = (name: string): number => Number.parseInt(sha(name.toLowerCase()).slice(0, 7), 16)
const nodeId = (name: string): string => Buffer.from(`node:${name}`).toString('base64url')

/** The number of a repository, as in the addresses of a `Link` header. */
export const repositoryId = (repository: string): number => idOf(`repository ${repository}`)

/** An account, as in nearly every answer. */
export function simpleUser({ site: { world, api }, login }: { site: Site; login: string }) {
  const { login: name, type } = userOf({ world, login })
  const url = `${api}/users/${encodeURIComponent(name)}`
  const page = type === 'Bot' ? `${WEB}/apps/${name.replace('[bot]', '')}` : `${WEB}/${name}`
  return {
    login: name,
    id: idOf(`user ${name}`),
    node_id: nodeId(`user ${name}`),
    avatar_url: `https://avatars.githubusercontent.com/u/${idOf(`user ${name}`)}?v=4`,
    gravatar_id: '',
    url,
    html_url: page,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false
  }
}

/** The account of a token, as only its owner sees it. */
export function privateUser(options: { site: Site; login: string }): Json {
  const unknown = ['name', 'company', 'location', 'email', 'hireable', 'bio']
  const counts = ['public_repos', 'public_gists', 'followers', 'following', 'private_gists']
  const more = ['total_private_repos', 'owned_private_repos', 'disk_usage', 'collaborators']
  return {
    ...simpleUser(options),
    user_view_type: 'private',
    ...Object.fromEntries(unknown.map(field => [field, null])),
    ...Object.fromEntries([...counts, ...more].map(field => [field, 0])),
    blog: '',
    two_factor_authentication: true,
    created_at: LONG_AGO,
    updated_at: LONG_AGO
  }
}

const userOrNull = (site: Site, login: string | null) => (login === null ? null : simpleUser({ site, login }))

/** Whole addresses of a repository's parts: field name and path. */
const REPOSITORY_PATHS: Record<string, string> = {
  archive: '{archive_format}{/ref}',
  assignees: 'assignees{/user}',
  blobs: 'git/blobs{/sha}',
  branches: 'branches{/branch}',
  collaborators: 'collaborators{/collaborator}',
  comments: 'comments{/number}',
  commits: 'commits{/sha}',
  compare: 'compare/{base}head',
  contents: 'contents/{+path}',
  contributors: 'contributors',
  deployments: 'deployments',
  downloads: 'downloads',
  events: 'events',
  forks: 'forks',
  git_commits: 'git/commits{/sha}',
  git_refs: 'git/refs{/sha}',
  git_tags: 'git/tags{/sha}',
  hooks: 'hooks',
  issue_comment: 'issues/comments{/number}',
  issue_events: 'issues/events{/number}',
  issues: 'issues{/number}',
  keys: 'keys{/key_id}',
  labels: 'labels{/name}',
  languages: 'languages',
  merges: 'merges',
  milestones: 'milestones{/number}',
  notifications: 'notifications{?since,all,participating}',
  pulls: 'pulls{/number}',
  releases: 'releases{/id}',
  stargazers: 'stargazers',
  statuses: 'statuses/{sha}',
  subscribers: 'subscribers',
  subscription: 'subscription',
  tags: 'tags',
  teams: 'teams',
  trees: 'git/trees{/sha}'
}

/** A repository without what only its owner's settings tell. */
function minimalRepository({ site, repository }: { site: Site; repository: string }): Json {
  const [owner = '', name = ''] = repository.split('/')
  const url = `${site.api}/repos/${repository}`
  const paths = Object.entries(REPOSITORY_PATHS).map(([field, path]) => [`${field}_url`, `${url}/${path}`])
  return {
    id: repositoryId(repository),
    node_id: nodeId(`repository ${repository}`),
    name,
    full_name: repository,
    owner: simpleUser({ site, login: owner }),
    private: site.world.visibility !== 'public',
    html_url: `${WEB}/${repository}`,
    description: null,
    fork: !same(repository, repositoryOf(site.world)),
    url,
    ...Object.fromEntries(paths)
  }
}

/** A repository as in a pull request. */
function plainRepository({ site, repository }: { site: Site; repository: string }): Json {
  const counts = [
    'forks',
    'forks_count',
    'open_issues',
    'open_issues_count',
    'size',
    'stargazers_count',
    'watchers'
  ]
  const offers = ['has_issues', 'has_projects', 'has_wiki', 'has_pages', 'has_discussions', 'has_downloads']
  return {
    ...minimalRepository({ site, repository }),
    ...Object.fromEntries([...counts, 'watchers_count'].map(field => [field, 0])),
    ...Object.fromEntries(offers.map(field => [field, false])),
    clone_url: `${WEB}/${repository}.git`,
    git_url: `git://github.com/${repository}.git`,
    ssh_url: `git@github.com:${repository}.git`,
    svn_url: `${WEB}/${repository}`,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: branchOf(site.world),
    visibility: site.world.visibility ?? 'private',
    archived: false,
    disabled: false,
    pushed_at: LONG_AGO,
    created_at: LONG_AGO,
    updated_at: LONG_AGO
  }
}

/** A repository asked for by name. */
export function fullRepository({ site, repository }: { site: Site; repository: string }): Json {
  const { has_downloads: _, ...plain } = plainRepository({ site, repository })
  return { ...plain, network_count: 0, subscribers_count: 0 }
}

/** A pull request as in a list. */
export function simplePullRequest({ site, pull }: { site: Site; pull: FullPullRequest }): Json {
  const closedAt = pull.mergedAt ?? (pull.state === 'closed' ? pull.createdAt : null)
  return {
    ...pullRequestAddresses({ site, pull }),
    id: idOf(`pull ${pull.number}`),
    node_id: nodeId(`pull ${pull.number}`),
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: simpleUser({ site, login: pull.author }),
    body: null,
    labels: pull.labels.map(name => label({ site, name })),
    milestone: null,
    active_lock_reason: null,
    created_at: stamp(pull.createdAt),
    updated_at: stamp(pull.mergedAt ?? pull.events.at(-1)?.at ?? pull.createdAt),
    closed_at: closedAt && stamp(closedAt),
    merged_at: pull.mergedAt ? stamp(pull.mergedAt) : null,
    merge_commit_sha: pull.mergeCommitSha,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: headOf({ site, pull }),
    base: side({
      site,
      repository: repositoryOf(site.world),
      ref: pull.baseRef,
      commit: sha(`base ${pull.baseRef}`)
    }),
    author_association: 'CONTRIBUTOR',
    auto_merge: null,
    draft: pull.draft
  }
}

/** A pull request asked for by number. */
export function fullPullRequest({ site, pull }: { site: Site; pull: FullPullRequest }): Json {
  return {
    ...simplePullRequest({ site, pull }),
    merged: pull.mergedAt !== undefined,
    mergeable: pull.state === 'open' ? true : null,
    rebaseable: pull.state === 'open' ? true : null,
    mergeable_state: pull.state === 'open' ? 'clean' : 'unknown',
    merged_by: pull.mergedAt ? simpleUser({ site, login: pull.mergedBy ?? 'merger' }) : null,
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions: 3,
    deletions: 1,
    changed_files: 1
  }
}

function pullRequestAddresses({ site, pull }: { site: Site; pull: FullPullRequest }): Json {
  const repository = `${site.api}/repos/${repositoryOf(site.world)}`
  const url = `${repository}/pulls/${pull.number}`
  const page = `${WEB}/${repositoryOf(site.world)}/pull/${pull.number}`
  const issue = `${repository}/issues/${pull.number}`
  const addresses = {
    commits: `${url}/commits`,
    review_comments: `${url}/comments`,
    review_comment: `${repository}/pulls/comments{/number}`,
    comments: `${issue}/comments`,
    statuses: `${repository}/statuses/${pull.headSha}`
  }
  const links = { self: url, html: page, issue, ...addresses }
  return {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    ...Object.fromEntries(Object.entries(addresses).map(([name, address]) => [`${name}_url`, address])),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }]))
  }
}

function headOf({ site, pull }: { site: Site; pull: FullPullRequest }): Json {
  const { headRepository: repository, headRef: ref, headSha: commit, author } = pull
  if (repository !== null) return side({ site, repository, ref, commit })
  return {
    label: `${author}:${ref}`,
    ref,
    sha: commit,
    user: simpleUser({ site, login: author }),
    repo: null
  }
}

function side({
  site,
  repository,
  ref,
  commit
}: {
  site: Site
  repository: string
  ref: string
  commit: string
}): Json {
  const [owner = ''] = repository.split('/')
  const user = simpleUser({ site, login: owner })
  return { label: `${owner}:${ref}`, ref, sha: commit, user, repo: plainRepository({ site, repository }) }
}

function label({ site, name }: { site: Site; name: string }): Json {
  return {
    id: idOf(`label ${name}`),
    node_id: nodeId(`label ${name}`),
    url: `${site.api}/repos/${repositoryOf(site.world)}/labels/${encodeURIComponent(name)}`,
    name,
    description: '',
    color: 'ededed',
    default: false
  }
}

/** One entry of a pull request's history. */
export function issueEvent({ site, pull, event, index }: EventOptions): Json {
  const repository = `${site.api}/repos/${repositoryOf(site.world)}`
  const id = pull.number * 100_000 + index
  const commit = event.commit ?? (event.event === 'merged' ? pull.mergeCommitSha : null)
  return {
    id,
    node_id: nodeId(`event ${id}`),
    url: `${repository}/issues/events/${id}`,
    actor: userOrNull(site, event.actor),
    event: event.event,
    commit_id: commit,
    commit_url: commit && `${repository}/commits/${commit}`,
    created_at: stamp(event.at),
    ...(event.label === undefined ? {} : { label: { name: event.label, color: 'ededed' } }),
    performed_via_github_app: event.viaApp ? githubApp({ site, slug: event.viaApp }) : null
  }
}

interface EventOptions {
  site: Site
  pull: FullPullRequest
  event: IssueEvent
  /** Its place in the whole history, which makes its id. */
  index: number
}

function githubApp({ site, slug }: { site: Site; slug: string }): Json {
  return {
    id: idOf(`app ${slug}`),
    client_id: `Iv1.${sha(slug).slice(0, 16)}`,
    slug,
    node_id: nodeId(`app ${slug}`),
    owner: simpleUser({ site, login: 'acme' }),
    name: slug,
    description: '',
    external_url: 'https://example.com',
    html_url: `${WEB}/apps/${slug}`,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
    permissions: { metadata: 'read', issues: 'write' },
    events: []
  }
}

/** The old names, which know neither `maintain` nor `triage`. */
const LEGACY: Record<string, string> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read'
}
const LADDER = ['read', 'triage', 'write', 'maintain', 'admin']
const FLAGS = ['pull', 'triage', 'push', 'maintain', 'admin']

/** What an account may do in the repository. */
export function permission({ site, login }: { site: Site; login: string }): Json {
  const { role, baseRole } = userOf({ world: site.world, login })
  const rung = LADDER.indexOf(baseRole)
  const permissions = Object.fromEntries(FLAGS.map((flag, i) => [flag, i <= rung]))
  const user = { ...simpleUser({ site, login }), permissions, role_name: role }
  return { permission: LEGACY[baseRole] ?? 'none', role_name: role, user }
}

/** One change of a branch. */
export function activity({ site, entry }: { site: Site; entry: FullActivity }): Json {
  return {
    id: entry.id,
    node_id: nodeId(`activity ${entry.id}`),
    before: entry.before,
    after: entry.after,
    ref: entry.ref,
    timestamp: stamp(entry.at),
    activity_type: entry.type,
    actor: userOrNull(site, entry.actor)
  }
}

/** A commit, with the dates that its author chose. */
export function commitBody({ site, name, commit }: { site: Site; name: string; commit: Commit }): Json {
  const repository = `${site.api}/repos/${repositoryOf(site.world)}`
  const page = `${WEB}/${repositoryOf(site.world)}/commit/`
  const tree = sha(`tree of ${name}`)
  return {
    sha: name,
    node_id: nodeId(`commit ${name}`),
    url: `${repository}/commits/${name}`,
    html_url: page + name,
    comments_url: `${repository}/commits/${name}/comments`,
    commit: {
      url: `${repository}/git/commits/${name}`,
      author: { ...COMMITTER, date: stamp(commit.authorAt ?? commit.committedAt) },
      committer: { ...COMMITTER, date: stamp(commit.committedAt) },
      message: commit.message ?? 'Change the lookup flow',
      comment_count: 0,
      tree: { sha: tree, url: `${repository}/git/trees/${tree}` }
    },
    author: null,
    committer: null,
    parents: (commit.parents ?? []).map(parent => ({
      sha: parent,
      url: `${repository}/commits/${parent}`,
      html_url: page + parent
    }))
  }
}

/** A comment of a pull request that the simulator keeps. */
export interface KeptComment extends Required<Comment> {
  issue: number
  updatedAt: Time
}

/** A comment of a pull request. */
export function commentBody({ site, comment }: { site: Site; comment: KeptComment }): Json {
  const repository = `${site.api}/repos/${repositoryOf(site.world)}`
  return {
    id: comment.id,
    node_id: nodeId(`comment ${comment.id}`),
    url: `${repository}/issues/comments/${comment.id}`,
    html_url: `${WEB}/${repositoryOf(site.world)}/pull/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${repository}/issues/${comment.issue}`,
    body: comment.body,
    user: simpleUser({ site, login: comment.author }),
    created_at: stamp(comment.at),
    updated_at: stamp(comment.updatedAt),
    author_association: 'NONE',
    performed_via_github_app: null
  }
}

/** A commit status that the simulator keeps. */
export interface KeptStatus {
  id: number
  sha: string
  state: 'error' | 'failure' | 'pending' | 'success'
  context: string
  description: string | null
  targetUrl: string | null
  at: Time
}

/** A status as in a commit's combined status. */
export function simpleStatus({ site, status }: { site: Site; status: KeptStatus }): Json {
  return {
    url: `${site.api}/repos/${repositoryOf(site.world)}/statuses/${status.sha}`,
    avatar_url: 'https://avatars.githubusercontent.com/in/15368?v=4',
    id: status.id,
    node_id: nodeId(`status ${status.id}`),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: stamp(status.at),
    updated_at: stamp(status.at)
  }
}

/** A status as in a list, with its writer. */
export function statusBody({ site, status }: { site: Site; status: KeptStatus }): Json {
  const login = site.world.tokenUser ?? 'github-actions[bot]'
  return { ...simpleStatus({ site, status }), creator: simpleUser({ site, login }) }
}

/** All statuses of a commit as one: `statuses` holds the latest of each context. */
export function combinedStatus({
  site,
  name,
  statuses
}: {
  site: Site
  name: string
  statuses: KeptStatus[]
}): Json {
  const repository = repositoryOf(site.world)
  const url = `${site.api}/repos/${repository}/commits/${name}`
  const states = new Set(statuses.map(({ state }) => state))
  const failed = states.has('failure') || states.has('error')
  const waiting = states.has('pending') || states.size === 0
  return {
    state: failed ? 'failure' : waiting ? 'pending' : 'success',
    statuses: statuses.map(status => simpleStatus({ site, status })),
    sha: name,
    total_count: statuses.length,
    repository: minimalRepository({ site, repository }),
    commit_url: url,
    url: `${url}/status`
  }
}

/** A deployment: the commit that is meant to run in an environment. */
export function deploymentBody({
  site,
  id,
  deployment
}: {
  site: Site
  id: number
  deployment: Deployment
}): Json {
  const repository = `${site.api}/repos/${repositoryOf(site.world)}`
  const environment = deployment.environment ?? 'production'
  return {
    url: `${repository}/deployments/${id}`,
    id,
    node_id: nodeId(`deployment ${id}`),
    sha: deployment.sha,
    ref: deployment.ref ?? branchOf(site.world),
    task: 'deploy',
    payload: {},
    original_environment: environment,
    environment,
    description: null,
    creator: simpleUser({ site, login: deployment.creator ?? 'dev-dana' }),
    created_at: stamp(deployment.at ?? LONG_AGO),
    updated_at: stamp(deployment.at ?? LONG_AGO),
    statuses_url: `${repository}/deployments/${id}/statuses`,
    repository_url: repository,
    transient_environment: false,
    production_environment: environment === 'production',
    performed_via_github_app: null
  }
}
