export const id = 773;
export const ids = [773];
export const modules = {

/***/ 1773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  seekApproval: () => (/* binding */ seekApproval),
  subjectOf: () => (/* reexport */ subjectOf)
});

// EXTERNAL MODULE: ./build/budget/duration.js
var duration = __webpack_require__(9102);
;// CONCATENATED MODULE: ./build/maintenance/facts.js
const known = (value) => ({ kind: 'known', value });
/** GitHub gives all zeros as the commit of a branch that is gone. */
const isDeletion = (sha) => /^0+$/.test(sha);

;// CONCATENATED MODULE: ./build/maintenance/rules.js
/** An approver as it is written in the input. */
function describeApprover(approver) {
    switch (approver.kind) {
        case 'login':
            return approver.login;
        case 'team':
            return `${approver.org}/${approver.slug}`;
        case 'role':
            return `role:${approver.role}`;
    }
}
/** GitHub's names of users, teams and labels do not tell upper and lower case apart. */
const sameName = (a, b) => a.toLowerCase() === b.toLowerCase();

;// CONCATENATED MODULE: ./build/maintenance/approval.js



/**
 * Judges the facts by contract section 7. The first rule that is broken refuses, and so does the
 * first fact that is missing: what cannot be verified is not approved.
 */
function judgeApproval(facts, rules) {
    const { pullRequest } = facts;
    const refuse = (rule, reason) => ({
        ...{ approved: false, rule, reason, pullRequest: pullRequest.number }
    });
    const name = `the label "${rules.label}"`;
    const request = `pull request #${pullRequest.number}`;
    if (!pullRequest.labels.some(label => sameName(label, rules.label))) {
        return refuse('label', `${request} does not carry ${name}; ${whoMay(rules)} may put it on`);
    }
    const events = settled(facts.labelEvents);
    if ('unreadable' in events)
        return refuse('label-event', events.unreadable);
    const labelling = currentLabelling(events.value, rules.label);
    if (labelling?.actor == null) {
        return refuse('label-event', `nobody can be named who put ${name} on ${request}; take it off and put it on again`);
    }
    const by = labelling.actor.login;
    if (pullRequest.author === null || sameName(by, pullRequest.author)) {
        return refuse('author', `${by} is the author of ${request}, or its author is unknown; somebody else has to approve`);
    }
    const doubt = notAnApprover(labelling.actor, facts.standing, rules) ??
        outOfTime(labelling, facts.now, rules) ??
        notForThisCommit(labelling, facts);
    if (doubt)
        return refuse(...doubt);
    const until = expiryOf(labelling, rules);
    return {
        approved: true,
        by,
        at: labelling.at,
        until,
        pullRequest: pullRequest.number,
        headSha: pullRequest.headSha
    };
}
/** The event that put the label on, when nothing took it off again. */
function currentLabelling(events, label) {
    const latest = events
        .filter(event => sameName(event.label, label))
        .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id)
        .at(-1);
    return latest?.kind === 'labeled' ? latest : undefined;
}
function notAnApprover(actor, standing, rules) {
    if (rules.approvers.some(approver => approver.kind === 'login' && sameName(approver.login, actor.login)))
        return;
    if (!actor.isPerson) {
        return [
            'approver',
            `${actor.login} is not a person; a bot counts only when its login is in maintenance-approvers`
        ];
    }
    const answers = rules.approvers.map(approver => ({ approver, ...holds(approver, standing) }));
    if (answers.some(({ isMember }) => isMember))
        return;
    const why = answers.flatMap(({ found }) => found ?? []);
    return [
        'approver',
        `${actor.login} is not one of ${whoMay(rules)}${why.length > 0 ? ` (${why.join('; ')})` : ''}`
    ];
}
/** Whether a person is an approver by role or team, and what was found otherwise. */
function holds(approver, standing) {
    if (approver.kind === 'login')
        return { isMember: false };
    const isRole = approver.kind === 'role';
    const fact = settled(isRole ? standing?.role : standing?.teams.get(describeApprover(approver)));
    if ('unreadable' in fact)
        return { isMember: false, found: fact.unreadable };
    const isMember = fact.value === (isRole ? approver.role : 'active');
    return {
        isMember,
        found: isRole
            ? `the role is ${fact.value || 'none'}`
            : `the membership in ${describeApprover(approver)} is ${fact.value}`
    };
}
function outOfTime(labelling, now, rules) {
    if (Number.isNaN(now.getTime()))
        return ['age', "GitHub's answers do not say what time it is"];
    const at = labelling.at.toISOString();
    if (labelling.at > now)
        return ['age', `the label was put on at ${at}, which is in the future`];
    if (now <= expiryOf(labelling, rules))
        return;
    const limit = `maintenance-max-age is ${rules.maxAge.iso} (${(0,duration/* describeDuration */.MB)(rules.maxAge)})`;
    return ['age', `the approval of ${at} has expired: ${limit}; take the label off and put it on again`];
}
function notForThisCommit(labelling, facts) {
    const { pullRequest, branchUpdates, baseChanges = [], gatedSha } = facts;
    if (gatedSha !== undefined && gatedSha !== pullRequest.headSha) {
        return [
            'head-commit',
            `this run is about ${gatedSha.slice(0, 7)}, which is not the head commit any more; run the latest one`
        ];
    }
    if (baseChanges.some(at => at >= labelling.at)) {
        return [
            'head-commit',
            'the base branch was changed after the label was put on; take it off and put it on again'
        ];
    }
    const updates = settled(branchUpdates);
    if ('unreadable' in updates)
        return ['head-commit', updates.unreadable];
    const pushedAt = pushTimeOf(pullRequest, updates.value);
    const head = `the head commit ${pullRequest.headSha.slice(0, 7)}`;
    if (pushedAt === undefined) {
        return [
            'head-commit',
            `GitHub's record of pushes does not say when ${head} was pushed; push again and put the label on anew`
        ];
    }
    if (labelling.at > pushedAt)
        return;
    const order = `put on at ${labelling.at.toISOString()}, ${head} was pushed at ${pushedAt.toISOString()}`;
    return [
        'head-commit',
        `the label was not put on after the last push (${order}); take it off and put it on again`
    ];
}
/**
 * When the head of a pull request was last set to its present commit. The newest update counts, for
 * a branch may have returned to a commit it had before; a deletion after the merge does not.
 */
function pushTimeOf({ headSha, mergedAt }, updates) {
    const newest = updates
        .filter(({ after, at }) => !isDeletion(after) && (mergedAt === null || at <= mergedAt))
        .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0];
    return newest?.after === headSha ? newest.at : undefined;
}
function expiryOf({ at }, { maxAge }) {
    return new Date(at.getTime() + maxAge.ms);
}
const whoMay = ({ approvers }) => approvers.map(describeApprover).join(', ');
function settled(fact) {
    if (fact === undefined)
        return { unreadable: 'it was not read' };
    return fact.kind === 'known' ? { value: fact.value } : { unreadable: fact.reason };
}

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/http/failure.js
var failure = __webpack_require__(1923);
// EXTERNAL MODULE: ./build/http/json.js
var json = __webpack_require__(3223);
;// CONCATENATED MODULE: ./build/maintenance/schemas.js

// What GitHub answers, as far as it is used: every value is checked before anything relies on it.
const login = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* nonEmpty */.hq());
const instant = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoTimestamp */.yhX(), dist/* transform */.pdi(text => new Date(text)));
const sha = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{40,64}$/));
/** Both forms of a pull request: the whole one, and the one in lists. */
const pullRequestSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    number: dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf()),
    user: dist/* nullable */.mee(dist/* object */.Ikc({ login })),
    labels: dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP() })),
    head: dist/* object */.Ikc({ ref: dist/* string */.YjP(), sha, repo: dist/* nullable */.mee(dist/* object */.Ikc({ full_name: dist/* string */.YjP() })) }),
    base: dist/* object */.Ikc({ ref: dist/* string */.YjP() }),
    merged_at: dist/* nullable */.mee(instant),
    merge_commit_sha: dist/* nullable */.mee(dist/* string */.YjP())
}), dist/* transform */.pdi(({ number, user, labels, head, base, merged_at, merge_commit_sha }) => ({
    number,
    author: user?.login ?? null,
    labels: labels.map(({ name }) => name),
    headSha: head.sha,
    headBranch: head.ref,
    headRepository: head.repo?.full_name ?? null,
    baseBranch: base.ref,
    mergedAt: merged_at,
    mergeCommitSha: merge_commit_sha
})));
const labelEventSchema = dist/* pipe */.FsL(dist/* object */.Ikc({
    id: dist/* number */.aig(),
    event: dist/* picklist */.KIO(['labeled', 'unlabeled']),
    label: dist/* object */.Ikc({ name: dist/* string */.YjP() }),
    actor: dist/* nullable */.mee(dist/* object */.Ikc({ login, type: dist/* string */.YjP() })),
    created_at: instant
}), dist/* transform */.pdi(({ id, event, label, actor, created_at }) => ({
    ...{ id, kind: event, label: label.name, at: created_at },
    actor: actor && { login: actor.login, isPerson: actor.type === 'User' }
})));
const baseChangeSchema = dist/* pipe */.FsL(dist/* object */.Ikc({ event: dist/* literal */.euz('base_ref_changed'), created_at: instant }), dist/* transform */.pdi(({ created_at }) => ({ changedAt: created_at })));
const otherEventSchema = dist/* pipe */.FsL(dist/* object */.Ikc({ event: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* notValues */.uQk(['labeled', 'unlabeled', 'base_ref_changed'])) }), dist/* transform */.pdi(() => undefined));
/** One page of a pull request's events: those about labels, and when its base branch was changed. */
const eventsSchema = dist/* pipe */.FsL(dist/* array */.YOg(dist/* union */.KCZ([labelEventSchema, baseChangeSchema, otherEventSchema])), dist/* transform */.pdi(events => ({
    labels: events.flatMap(event => (event !== undefined && 'label' in event ? event : [])),
    baseChanges: events.flatMap(event => (event !== undefined && 'changedAt' in event ? event.changedAt : []))
})));
const branchUpdatesSchema = dist/* array */.YOg(dist/* pipe */.FsL(dist/* object */.Ikc({ after: sha, timestamp: instant }), dist/* transform */.pdi(({ after, timestamp }) => ({ after, at: timestamp }))));
/** `role_name` knows `maintain` and custom roles, which `permission` folds into others. */
const roleSchema = dist/* pipe */.FsL(dist/* object */.Ikc({ role_name: dist/* string */.YjP() }), dist/* transform */.pdi(({ role_name }) => role_name));
const membershipSchema = dist/* pipe */.FsL(dist/* object */.Ikc({ state: dist/* string */.YjP() }), dist/* transform */.pdi(({ state }) => state));

;// CONCATENATED MODULE: ./build/maintenance/gitHub.js






/** Later versions leave out `merge_commit_sha`. */
const API_VERSION = '2022-11-28';
const PAGE = { per_page: 100 };
/** Reading further would not find a newer truth, only spend the rate limit. */
const MAX_PAGES = 30;
/** Reads what an approval is judged by. What cannot be read is a fact as well: it names the permission. */
class GitHub {
    #octokit;
    #repository;
    #clock = new Date(Number.NaN);
    constructor({ apiUrl, token, owner, repo }, http) {
        this.#repository = { owner, repo };
        this.#octokit = (0,github/* getOctokit */.Q)(token, {
            baseUrl: apiUrl,
            request: { fetch: this.#fetchThrough(http, new URL(apiUrl)) }
        });
    }
    /** GitHub's own clock, from its latest answer: the runner's may be anything. An invalid date when it does not say. */
    get now() {
        return this.#clock;
    }
    pullRequest(number) {
        return read(`pull request #${number}`, 'add `pull-requests: read` to the permissions of the job', async () => {
            const { data } = await this.#octokit.rest.pulls.get({ ...this.#repository, pull_number: number });
            return dist/* parse */.qgA(pullRequestSchema, data);
        });
    }
    pullRequestsOf(commit) {
        const what = `the pull requests of commit ${commit.slice(0, 7)}`;
        return read(what, 'add `pull-requests: read` to the permissions of the job', async () => {
            const { data } = await this.#octokit.rest.repos.listPullRequestsAssociatedWithCommit({
                ...{ ...this.#repository, commit_sha: commit, ...PAGE }
            });
            return dist/* parse */.qgA(dist/* array */.YOg(pullRequestSchema), data);
        });
    }
    /** All events that an approval depends on: the one that counts may be on any page. */
    history(number) {
        const hint = 'add `issues: read` or `pull-requests: read` to the permissions of the job';
        return read(`the events of pull request #${number}`, hint, async () => {
            const first = this.#octokit.rest.issues.listEvents({
                ...{ ...this.#repository, issue_number: number, ...PAGE }
            });
            const history = { labels: [], baseChanges: [] };
            for await (const page of this.#pages(first)) {
                const { labels, baseChanges } = dist/* parse */.qgA(eventsSchema, page);
                history.labels.push(...labels);
                history.baseChanges.push(...baseChanges);
            }
            return history;
        });
    }
    role(username) {
        const hint = 'the token must be one of this repository; a personal token needs push access';
        return read(`the role of ${username}`, hint, async () => {
            const { data } = await this.#octokit.rest.repos.getCollaboratorPermissionLevel({
                ...{ ...this.#repository, username }
            });
            return dist/* parse */.qgA(roleSchema, data);
        });
    }
    teamMembership(org, team_slug, username) {
        const hint = "pass as github-token that of a GitHub App with the organisation permission `members: read`; the workflow's own token cannot read teams";
        return read(`the membership of ${username} in ${org}/${team_slug}`, hint, async () => {
            const { data } = await this.#octokit.rest.teams.getMembershipForUserInOrg({ org, team_slug, username });
            return dist/* parse */.qgA(membershipSchema, data);
        });
    }
    /** The updates of a head branch, newest first, as far back as the one that counts. */
    branchUpdates(pullRequest) {
        const { headRepository, headBranch, mergedAt } = pullRequest;
        const hint = 'add `contents: read` to the permissions of the job; a private fork cannot be read at all';
        return read(`the pushes to ${headBranch}`, hint, async () => {
            if (headRepository === null)
                throw new Error('the fork is gone, and its record of pushes with it');
            const [owner, repo] = headRepository.split('/');
            const ref = `refs/heads/${headBranch}`;
            const first = this.#octokit.rest.repos.listActivities({ owner, repo, ref, ...PAGE });
            const updates = [];
            for await (const page of this.#pages(first)) {
                updates.push(...dist/* parse */.qgA(branchUpdatesSchema, page));
                if (updates.some(({ after, at }) => !isDeletion(after) && (mergedAt === null || at <= mergedAt)))
                    break;
            }
            return updates;
        });
    }
    /**
     * The data of a page and all that follow it. Octokit's own paging takes an error or an empty answer
     * on a later page for the end; here it is one that cannot be read.
     */
    async *#pages(first) {
        let page = await first;
        for (let count = 1;; count++) {
            yield page.data;
            const next = /<([^>]+)>; *rel="next"/.exec(page.headers.link ?? '')?.[1];
            if (next === undefined)
                return;
            if (count === MAX_PAGES)
                throw new Error(`it has more than ${MAX_PAGES} pages`);
            page = await this.#octokit.request({ method: 'GET', url: next });
        }
    }
    /** Octokit speaks fetch; the requests go the way of all others, with their limits and their record. */
    #fetchThrough(http, { origin }) {
        return async (input, init) => {
            const url = new URL(String(input));
            if (url.origin !== origin)
                throw new failure/* HttpFailure */.H(`the next page is at another origin, ${url.origin}`);
            const response = await http.send({
                method: 'GET',
                url: url.href,
                headers: { ...Object.fromEntries(new Headers(init?.headers)), 'x-github-api-version': API_VERSION }
            });
            const { status, headers, text, redact } = response;
            this.#clock = new Date(String(headers['date']));
            return new Response(text === '' ? null : redact(text), { status, headers });
        };
    }
}
/** @param hint what to do when the token may not read it */
async function read(what, hint, ask) {
    try {
        return known(await ask());
    }
    catch (error) {
        return { kind: 'unreadable', reason: `${what} could not be read: ${explain(error, hint)}` };
    }
}
function explain(error, hint) {
    const cause = error instanceof Error && error.cause instanceof failure/* HttpFailure */.H ? error.cause : error;
    if (cause instanceof failure/* HttpFailure */.H)
        return cause.message;
    if (error instanceof dist/* ValiError */.H6d)
        return `GitHub's answer has an unexpected form (${(0,json/* excerpt */.Kb)(error.message)})`;
    const status = (0,json/* field */.ZZ)(error, 'status');
    const words = (0,json/* excerpt */.Kb)(error.message);
    if (status === undefined)
        return words;
    const isDenied = [401, 403, 404].includes(Number(status)) && !/rate limit/i.test(words);
    return `HTTP ${status} "${words}"${isDenied ? `; ${hint}` : ''}`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/maintenance/event.js


/**
 * Which pull request's label counts. From the event only numbers and commits are taken, never labels:
 * running a job again replays the event as it was.
 *
 * @param number the input `pull-request`
 */
function subjectOf(env, number) {
    if (number !== undefined)
        return { kind: 'number', number };
    const event = readEvent(env['GITHUB_EVENT_PATH']);
    switch (env['GITHUB_EVENT_NAME']) {
        case 'pull_request':
        case 'pull_request_target': {
            const pullRequest = (0,json/* field */.ZZ)(event, 'pull_request');
            return byNumber((0,json/* field */.ZZ)(pullRequest, 'number'), (0,json/* field */.ZZ)((0,json/* field */.ZZ)(pullRequest, 'head'), 'sha'));
        }
        case 'merge_group':
            return byQueueRef((0,json/* field */.ZZ)((0,json/* field */.ZZ)(event, 'merge_group'), 'head_ref'));
        case 'workflow_run': {
            // GITHUB_SHA is the default branch here, not what ran.
            const run = (0,json/* field */.ZZ)(event, 'workflow_run');
            return byCommit((0,json/* field */.ZZ)(run, 'head_sha'), (0,json/* field */.ZZ)(run, 'head_branch'));
        }
        case 'deployment':
            return byCommit((0,json/* field */.ZZ)((0,json/* field */.ZZ)(event, 'deployment'), 'sha') ?? env['GITHUB_SHA'], branchOf(env));
        case 'push':
        case 'release':
        case 'schedule':
        case 'workflow_dispatch':
            return byCommit(env['GITHUB_SHA'], branchOf(env));
        default:
            // Elsewhere GITHUB_SHA may be the default branch, whatever the run is about.
            return {
                kind: 'unknown',
                reason: `the event ${env['GITHUB_EVENT_NAME'] || '(none)'} names no pull request`
            };
    }
}
function readEvent(path) {
    try {
        return path ? JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')) : undefined;
    }
    catch {
        return undefined;
    }
}
function byNumber(number, headSha) {
    return Number.isSafeInteger(number)
        ? { kind: 'number', number: number, headSha: typeof headSha === 'string' ? headSha : undefined }
        : { kind: 'unknown', reason: 'the event names no pull request' };
}
/** `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`; the base may contain slashes, and look alike. */
function byQueueRef(ref) {
    const match = typeof ref === 'string' && /\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]{40,64}$/.exec(ref);
    return match
        ? byNumber(Number(match[1]))
        : { kind: 'unknown', reason: 'the merge group names no pull request' };
}
function byCommit(sha, branch) {
    return typeof sha === 'string' && sha !== ''
        ? { kind: 'commit', sha, branch: typeof branch === 'string' ? branch : undefined }
        : { kind: 'unknown', reason: 'the event names neither a pull request nor a commit' };
}
/** Undefined where the run is not about a branch, such as a tag. */
function branchOf(env) {
    return /^refs\/heads\/(.+)$/.exec(env['GITHUB_REF'] ?? '')?.[1];
}

;// CONCATENATED MODULE: ./build/maintenance/maintenance.js





/** Looks for an approval that lifts a block: finds the pull request, reads the facts, judges them. */
async function seekApproval(request) {
    const { connection, subject, rules, http } = request;
    if (connection === undefined) {
        return notFound('there is no github-token, no repository (GITHUB_REPOSITORY) or no API (GITHUB_API_URL) to read the label from');
    }
    const gitHub = new GitHub(connection, http);
    const pullRequest = await findPullRequest(gitHub, subject);
    if (typeof pullRequest === 'string')
        return notFound(pullRequest);
    return judgeApproval(await readFacts(gitHub, pullRequest, request), rules);
}
const notFound = (reason) => ({
    approved: false,
    rule: 'pull-request',
    reason,
    pullRequest: null
});
/** @returns the reason where there is none */
async function findPullRequest(gitHub, subject) {
    if (subject.kind === 'unknown')
        return `${subject.reason}; name one with the input pull-request`;
    if (subject.kind === 'number') {
        const fact = await gitHub.pullRequest(subject.number);
        return fact.kind === 'known' ? fact.value : fact.reason;
    }
    const fact = await gitHub.pullRequestsOf(subject.sha);
    if (fact.kind === 'unreadable')
        return fact.reason;
    const merged = fact.value.filter(pullRequest => isMergedAs(pullRequest, subject));
    const [only] = merged;
    if (only !== undefined && merged.length === 1)
        return only;
    const commit = `commit ${subject.sha.slice(0, 7)}`;
    return merged.length === 0
        ? `no pull request was merged as ${commit}; name one with the input pull-request`
        : `${merged.length} pull requests were merged as ${commit}; name one with the input pull-request`;
}
/** A pull request that contains a commit says nothing about it: it has to have become this very commit. */
function isMergedAs(pullRequest, { sha, branch }) {
    const { mergedAt, mergeCommitSha, baseBranch } = pullRequest;
    return mergedAt !== null && mergeCommitSha === sha && (branch === undefined || branch === baseBranch);
}
/** Reads no further than the first thing that refuses. */
async function readFacts(gitHub, pullRequest, request) {
    const { rules, subject } = request;
    const gatedSha = subject.kind === 'number' ? subject.headSha : undefined;
    const facts = { pullRequest, gatedSha, now: gitHub.now };
    if (!pullRequest.labels.some(label => sameName(label, rules.label)))
        return facts;
    const history = await gitHub.history(pullRequest.number);
    if (history.kind === 'unreadable')
        return { ...facts, labelEvents: history };
    const { labels, baseChanges } = history.value;
    const withEvents = { ...facts, labelEvents: known(labels), baseChanges };
    const actor = currentLabelling(labels, rules.label)?.actor;
    if (actor == null)
        return withEvents;
    const [standing, branchUpdates] = await Promise.all([
        readStanding(gitHub, actor.login, actor.isPerson ? rules : { ...rules, approvers: [] }),
        gitHub.branchUpdates(pullRequest)
    ]);
    return { ...withEvents, standing, branchUpdates, now: gitHub.now };
}
/** Asks for the role, and for teams only when neither login nor role is enough. */
async function readStanding(gitHub, login, { approvers }) {
    const teams = new Map();
    if (approvers.some(approver => approver.kind === 'login' && sameName(approver.login, login)))
        return { teams };
    const roles = approvers.flatMap(approver => (approver.kind === 'role' ? approver.role : []));
    const role = roles.length > 0 ? await gitHub.role(login) : undefined;
    const hasRole = role?.kind === 'known' && roles.some(listed => listed === role.value);
    const asked = hasRole ? [] : approvers.flatMap(approver => (approver.kind === 'team' ? approver : []));
    for (const team of asked) {
        teams.set(describeApprover(team), await gitHub.teamMembership(team.org, team.slug, login));
    }
    return { ...(role && { role }), teams };
}


/***/ })

};
