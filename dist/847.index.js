export const id = 847;
export const ids = [847];
export const modules = {

/***/ 9463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yN: () => (/* binding */ GitHubApi),
  KL: () => (/* binding */ PAGE),
  Ic: () => (/* binding */ describeFailure),
  LF: () => (/* binding */ read)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/http/failure.js
var failure = __webpack_require__(1923);
;// CONCATENATED MODULE: ./build/http/refusal.js
/** The one sentence about a refused request: who, the status, the server's words, what to do, why not again. */
function describeRefusal({ who, status, words, correlation, hint, givenUp }) {
    const said = words ? ` "${words}"` : '';
    const rest = [hint, givenUp].filter(Boolean).map(part => `; ${part}`);
    return `${who} answered HTTP ${status}${said}${correlation ?? ''}${rest.join('')}`;
}

// EXTERNAL MODULE: ./build/outcome.js
var outcome = __webpack_require__(7072);
// EXTERNAL MODULE: ./build/text/field.js
var field = __webpack_require__(6974);
// EXTERNAL MODULE: ./build/text/show.js
var show = __webpack_require__(3017);
;// CONCATENATED MODULE: ./build/github/api.js







/** Later versions leave out `merge_commit_sha`. */
const API_VERSION = '2022-11-28';
/** 3,000 entries: reading more would only spend the rate limit. */
const MAX_PAGES = 30;
/** Octokit's errors keep only the status, the headers and the data of an answer. */
const GIVEN_UP = 'x-given-up';
/** The largest page that GitHub gives. */
const PAGE = { per_page: 100 };
/** The API of one repository: Octokit, with its requests sent by our HTTP client. */
class GitHubApi {
    octokit;
    repository;
    /** Each part of a run has a client of its own, with its own time budget. */
    http;
    #now = new Date(Number.NaN);
    constructor({ apiUrl, token, owner, repo }, http) {
        this.http = http;
        this.repository = { owner, repo };
        this.octokit = (0,github/* getOctokit */.Q)(token, {
            baseUrl: apiUrl,
            request: { fetch: this.#fetchFrom(new URL(apiUrl)) }
        });
    }
    /** GitHub's clock by its latest answer; an invalid date when that did not say. The runner's clock may be wrong. */
    get now() {
        return this.#now;
    }
    /**
     * The data of a page and of all that follow it. Octokit's own paging takes an error or an empty
     * answer on a later page for the end of the list.
     */
    async *pages(first) {
        let page = await first;
        for (let count = 1;; count++) {
            yield page.data;
            const next = /<([^>]+)>; *rel="next"/.exec(page.headers.link ?? '')?.[1];
            if (next === undefined)
                return;
            if (count === MAX_PAGES)
                throw new Error(`it has more than ${MAX_PAGES} pages`);
            page = await this.octokit.request({ method: 'GET', url: next });
        }
    }
    #fetchFrom({ origin }) {
        return async (input, init) => {
            const url = new URL(String(input));
            if (url.origin !== origin)
                throw new failure/* HttpFailure */.H(`the next page is at another origin, ${url.origin}`);
            const response = await this.http.send({
                method: (init?.method ?? 'GET'),
                url: url.href,
                headers: { ...Object.fromEntries(new Headers(init?.headers)), 'x-github-api-version': API_VERSION },
                body: typeof init?.body === 'string' ? init.body : null,
                retryWhen: isThrottled,
                // The comment may exist although the answer was lost.
                isOnce: init?.method === 'POST' && url.pathname.endsWith('/comments')
            });
            const { status, headers, text, redact, givenUp = '' } = response;
            this.#now = new Date(String(headers['date']));
            return new Response(text === '' ? null : redact(text), {
                status,
                headers: { ...headers, [GIVEN_UP]: givenUp }
            });
        };
    }
}
/** GitHub answers with 403 and the time to wait when its secondary limits are exceeded. */
function isThrottled({ status, headers }) {
    return status === 403 && headers['retry-after'] !== undefined;
}
/** The answer to one or more requests, or the sentence that says why there is none. */
async function read({ what, hint }, ask) {
    try {
        return (0,outcome/* known */.eO)(await ask());
    }
    catch (error) {
        return (0,outcome/* unreadable */.O$)(`${what} could not be read: ${describeFailure(error, hint)}`);
    }
}
/**
 * Why GitHub did not do what it was asked for.
 *
 * @param hint what to do when the token lacks a permission
 */
function describeFailure(error, hint) {
    const cause = error instanceof Error && error.cause instanceof failure/* HttpFailure */.H ? error.cause : error;
    const message = cause instanceof Error ? cause.message : String(cause);
    if (cause instanceof failure/* HttpFailure */.H)
        return message;
    const words = (0,show/* excerpt */.Kb)(message);
    if (cause instanceof dist/* ValiError */.H6d)
        return `GitHub's answer has an unexpected form (${words})`;
    const status = (0,field/* field */.Z)(cause, 'status');
    if (typeof status !== 'number')
        return words;
    const isDenied = [401, 403, 404].includes(status) && !/rate limit/i.test(words);
    const givenUp = (0,field/* field */.Z)((0,field/* field */.Z)((0,field/* field */.Z)(cause, 'response'), 'headers'), GIVEN_UP);
    return describeRefusal({
        who: 'GitHub',
        status,
        words,
        hint: isDenied ? hint : undefined,
        givenUp: typeof givenUp === 'string' ? givenUp : undefined
    });
}


/***/ }),

/***/ 9847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GitHub: () => (/* binding */ GitHub)
});

// EXTERNAL MODULE: ./build/outcome.js
var outcome = __webpack_require__(7072);
// EXTERNAL MODULE: ./build/github/api.js + 1 modules
var api = __webpack_require__(9463);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/github/answers.js
/**
 * Answers that are kept for the whole run. A question without an answer is asked again: a later part
 * of the run has time of its own for it.
 */
class Answers {
    #kept = new Map();
    to(question, ask) {
        const kept = this.#kept.get(question);
        if (kept !== undefined)
            return kept;
        const answer = ask().then(outcome => {
            if (outcome.kind === 'unreadable')
                this.#kept.delete(question);
            return outcome;
        });
        this.#kept.set(question, answer);
        return answer;
    }
}

// EXTERNAL MODULE: ./build/github/pullRequest.js
var github_pullRequest = __webpack_require__(2602);
// EXTERNAL MODULE: ./build/github/schemas.js
var schemas = __webpack_require__(7050);
;// CONCATENATED MODULE: ./build/github/reader.js





const READ_PULL_REQUESTS = 'add `pull-requests: read` to the permissions of the job';
const READ_EVENTS = 'add `issues: read` or `pull-requests: read` to the permissions of the job';
const READ_ROLES = 'the token must be one of this repository; a personal token needs push access';
const READ_TEAMS = "as github-token, pass the token of a GitHub App with the organisation permission `members: read`; the workflow's own token cannot read teams";
const READ_PUSHES = 'add `contents: read` to the permissions of the job; a private fork cannot be read at all';
/** Reads the facts that an approval is judged by. A reason names the permission that is missing. */
class GitHubReader {
    #api;
    #pullRequests = new Answers();
    #pullRequestsOf = new Answers();
    #roles = new Answers();
    #memberships = new Answers();
    constructor(api) {
        this.#api = api;
    }
    /** GitHub's clock by its latest answer. */
    get now() {
        return this.#api.now;
    }
    pullRequest(number) {
        const { octokit, repository } = this.#api;
        const question = { what: `pull request #${number}`, hint: READ_PULL_REQUESTS };
        return this.#pullRequests.to(number, () => (0,api/* read */.LF)(question, async () => {
            const { data } = await octokit.rest.pulls.get({ ...repository, pull_number: number });
            return dist/* parse */.qgA(schemas/* pullRequestSchema */.MH, data);
        }));
    }
    pullRequestsOf(commit) {
        const { octokit, repository } = this.#api;
        const question = { what: `the pull requests of commit ${commit.slice(0, 7)}`, hint: READ_PULL_REQUESTS };
        return this.#pullRequestsOf.to(commit, () => (0,api/* read */.LF)(question, async () => {
            const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
                ...repository,
                commit_sha: commit,
                ...api/* PAGE */.KL
            });
            return dist/* parse */.qgA(dist/* array */.YOg(schemas/* pullRequestSchema */.MH), data);
        }));
    }
    /** Every page, because the event that counts may be on any of them. */
    events(number) {
        const { octokit, repository } = this.#api;
        const question = { what: `the events of pull request #${number}`, hint: READ_EVENTS };
        return (0,api/* read */.LF)(question, async () => {
            const labels = [];
            const baseChanges = [];
            const first = octokit.rest.issues.listEvents({ ...repository, issue_number: number, ...api/* PAGE */.KL });
            for await (const page of this.#api.pages(first)) {
                const events = dist/* parse */.qgA(schemas/* eventsSchema */.DG, page);
                labels.push(...events.labels);
                baseChanges.push(...events.baseChanges);
            }
            return { labels, baseChanges };
        });
    }
    /** The role of a person in the repository, such as `admin`. */
    role(username) {
        const { octokit, repository } = this.#api;
        return this.#roles.to(username, () => (0,api/* read */.LF)({ what: `the role of ${username}`, hint: READ_ROLES }, async () => {
            const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...repository, username });
            return dist/* parse */.qgA(schemas/* roleSchema */.Ag, data);
        }));
    }
    /** The state of a membership in a team: `active` or `pending`. */
    membership(org, team, username) {
        const { octokit } = this.#api;
        const what = `the membership of ${username} in ${org}/${team}`;
        return this.#memberships.to(what, () => (0,api/* read */.LF)({ what, hint: READ_TEAMS }, async () => {
            const { data } = await octokit.rest.teams.getMembershipForUserInOrg({
                org,
                team_slug: team,
                username
            });
            return dist/* parse */.qgA(schemas/* membershipSchema */.GT, data);
        }));
    }
    /** The updates of the head branch, newest first, back to the one that may have set the head. */
    branchUpdates(pullRequest) {
        const { headRepository, headBranch } = pullRequest;
        return (0,api/* read */.LF)({ what: `the pushes to ${headBranch}`, hint: READ_PUSHES }, async () => {
            if (headRepository === null)
                throw new Error('the fork was deleted, and its record of pushes with it');
            const [owner, repo] = headRepository.split('/');
            const ref = `refs/heads/${headBranch}`;
            const first = this.#api.octokit.rest.repos.listActivities({ owner, repo, ref, ...api/* PAGE */.KL });
            const updates = [];
            for await (const page of this.#api.pages(first)) {
                updates.push(...dist/* parse */.qgA(schemas/* branchUpdatesSchema */.UM, page));
                if (updates.some(update => (0,github_pullRequest/* setsHead */.E)(update, pullRequest)))
                    break;
            }
            return updates;
        });
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/text/field.js
var field = __webpack_require__(6974);
;// CONCATENATED MODULE: ./build/github/subject.js


function readEvent(env) {
    return { env, payload: readJson(env['GITHUB_EVENT_PATH']) };
}
function readJson(path) {
    try {
        return path ? JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')) : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * Which pull request's label counts. Only numbers and commits are taken from the event, never labels:
 * when a job is run again, it gets the event as it was the first time.
 *
 * @param number the input `pull-request`
 */
function subjectOf({ env, payload }, number) {
    if (number !== undefined)
        return { kind: 'number', number };
    switch (env['GITHUB_EVENT_NAME']) {
        case 'pull_request':
        case 'pull_request_target': {
            const pullRequest = (0,field/* field */.Z)(payload, 'pull_request');
            return byNumber((0,field/* field */.Z)(pullRequest, 'number'), (0,field/* field */.Z)((0,field/* field */.Z)(pullRequest, 'head'), 'sha'));
        }
        case 'merge_group':
            return byQueueRef((0,field/* field */.Z)((0,field/* field */.Z)(payload, 'merge_group'), 'head_ref'));
        case 'workflow_run': {
            // GITHUB_SHA is the head of the default branch here, not the commit of the other workflow.
            const run = (0,field/* field */.Z)(payload, 'workflow_run');
            return byCommit((0,field/* field */.Z)(run, 'head_sha'), (0,field/* field */.Z)(run, 'head_branch'));
        }
        case 'deployment':
            return byCommit((0,field/* field */.Z)((0,field/* field */.Z)(payload, 'deployment'), 'sha') ?? env['GITHUB_SHA'], branchOf(env));
        case 'push':
        case 'release':
        case 'schedule':
        case 'workflow_dispatch':
            return byCommit(env['GITHUB_SHA'], branchOf(env));
        default:
            // For other events GITHUB_SHA may be the head of the default branch, whatever the run is about.
            return {
                kind: 'unknown',
                reason: `the event ${env['GITHUB_EVENT_NAME'] || '(none)'} names no pull request`
            };
    }
}
/** The commit that a merge queue tests, and whose statuses it waits for; undefined in every other run. */
function mergeGroupCommit({ env, payload }) {
    const commit = (0,field/* field */.Z)((0,field/* field */.Z)(payload, 'merge_group'), 'head_sha');
    return env['GITHUB_EVENT_NAME'] === 'merge_group' && typeof commit === 'string' ? commit : undefined;
}
function byNumber(number, headSha) {
    return Number.isSafeInteger(number)
        ? { kind: 'number', number: number, headSha: typeof headSha === 'string' ? headSha : undefined }
        : { kind: 'unknown', reason: 'the event names no pull request' };
}
/** `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`; the base may contain slashes, or look like such a name itself. */
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
/** Undefined when the run is not about a branch but, for example, a tag. */
function branchOf(env) {
    return /^refs\/heads\/(.+)$/.exec(env['GITHUB_REF'] ?? '')?.[1];
}

;// CONCATENATED MODULE: ./build/github/gitHub.js




/** GitHub as one run sees it, for the approval, the comment and the statuses. */
class GitHub {
    token;
    api;
    reader;
    subject;
    /** The commit that a merge queue tests; undefined in every other run. */
    mergeGroupCommit;
    constructor({ connection, env, number, http }) {
        const event = readEvent(env);
        this.token = connection.token;
        this.api = new api/* GitHubApi */.yN(connection, http);
        this.reader = new GitHubReader(this.api);
        this.subject = subjectOf(event, number);
        this.mergeGroupCommit = mergeGroupCommit(event);
    }
    /** The pull request of the run. GitHub is asked once for it. */
    async pullRequest() {
        const { subject, reader } = this;
        if (subject.kind === 'unknown')
            return (0,outcome/* unreadable */.O$)(`${subject.reason}; ${NAME_ONE}`);
        if (subject.kind === 'number')
            return reader.pullRequest(subject.number);
        const candidates = await reader.pullRequestsOf(subject.sha);
        return candidates.kind === 'known' ? mergedAs(subject, candidates.value) : candidates;
    }
}
const NAME_ONE = 'name one with the input pull-request';
/** A pull request that only contains the commit does not count: the commit must be the result of its merge. */
function mergedAs({ sha, branch }, candidates) {
    const merged = candidates.filter(({ mergedAt, mergeCommitSha, baseBranch }) => mergedAt !== null && mergeCommitSha === sha && (branch === undefined || branch === baseBranch));
    const [only] = merged;
    if (only !== undefined && merged.length === 1)
        return (0,outcome/* known */.eO)(only);
    const commit = `commit ${sha.slice(0, 7)}`;
    return only === undefined
        ? (0,outcome/* unreadable */.O$)(`no pull request was merged as ${commit}; ${NAME_ONE}`)
        : (0,outcome/* unreadable */.O$)(`${merged.length} pull requests were merged as ${commit}; ${NAME_ONE}`);
}


/***/ }),

/***/ 2602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ setsHead)
/* harmony export */ });
/** GitHub gives all zeros as the new commit of a deleted branch. */
const isDeletion = ({ after }) => /^0+$/.test(after);
/** Whether an update may have set the head of a pull request: deletions and pushes after the merge do not. */
const setsHead = (update, { mergedAt }) => !isDeletion(update) && (mergedAt === null || update.at <= mergedAt);


/***/ }),

/***/ 7050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ roleSchema),
/* harmony export */   DG: () => (/* binding */ eventsSchema),
/* harmony export */   GT: () => (/* binding */ membershipSchema),
/* harmony export */   MH: () => (/* binding */ pullRequestSchema),
/* harmony export */   UM: () => (/* binding */ branchUpdatesSchema)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

// The parts of GitHub's answers that are used. Each is checked before anything relies on it.
const login = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq());
const instant = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .isoTimestamp */ .yhX(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(text => new Date(text)));
const sha = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[0-9a-f]{40,64}$/));
/** A pull request, on its own or in a list: GitHub gives these fields in both forms. */
const pullRequestSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    number: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf()),
    user: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login })),
    labels: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    head: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), sha, repo: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ full_name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })) }),
    base: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    merged_at: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(instant),
    merge_commit_sha: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ number, user, labels, head, base, merged_at, merge_commit_sha }) => ({
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
const labelEventSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    event: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['labeled', 'unlabeled']),
    label: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    actor: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login, type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    created_at: instant
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ id, event, label, actor, created_at }) => ({
    id,
    kind: event,
    label: label.name,
    at: created_at,
    actor: actor && { login: actor.login, isPerson: actor.type === 'User' }
})));
const baseChangeSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ event: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('base_ref_changed'), created_at: instant }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ created_at }) => ({ changedAt: created_at })));
const otherEventSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ event: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .notValues */ .uQk(['labeled', 'unlabeled', 'base_ref_changed'])) }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(() => undefined));
/** One page of the events of a pull request: those about labels, and when the base branch was changed. */
const eventsSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([labelEventSchema, baseChangeSchema, otherEventSchema])), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(events => ({
    labels: events.flatMap(event => (event !== undefined && 'label' in event ? event : [])),
    baseChanges: events.flatMap(event => (event !== undefined && 'changedAt' in event ? event.changedAt : []))
})));
const branchUpdatesSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ after: sha, timestamp: instant }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ after, timestamp }) => ({ after, at: timestamp }))));
/** `role_name` has `maintain` and custom roles; `permission` shows them as other roles. */
const roleSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ role_name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ role_name }) => role_name));
const membershipSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ state }) => state));


/***/ }),

/***/ 7072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   eO: () => (/* binding */ known),
/* harmony export */   qe: () => (/* binding */ whenKnown)
/* harmony export */ });
const known = (value) => ({ kind: 'known', value });
const unreadable = (reason) => ({ kind: 'unreadable', reason });
/** Goes on with the value; without one, the reason stays the same. */
async function whenKnown(outcome, next) {
    return outcome.kind === 'known' ? next(outcome.value) : outcome;
}


/***/ })

};
