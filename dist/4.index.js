export const id = 4;
export const ids = [4];
export const modules = {

/***/ 8004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GitHub: () => (/* binding */ GitHub)
});

// EXTERNAL MODULE: ./build/outcome.js
var outcome = __webpack_require__(7072);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./build/http/failure.js
var failure = __webpack_require__(1923);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/http/refusal.js
var refusal = __webpack_require__(8645);
// EXTERNAL MODULE: ./build/text/field.js
var field = __webpack_require__(6974);
// EXTERNAL MODULE: ./build/text/show.js
var show = __webpack_require__(3017);
;// CONCATENATED MODULE: ./build/github/failure.js





/** A header that we add, because Octokit's errors keep only the status, the headers and the data of an answer. */
const GIVEN_UP = 'x-given-up';
/** Causes that GitHub names in its message, for which another permission would not help. */
const CAUSES = [
    [/rate limit/i, undefined],
    [/\blocked\b/i, 'unlock the conversation of the pull request'],
    [/\barchived\b/i, 'the repository is archived, so it can only be read'],
    [/\bSAML\b|\bSSO\b|single sign-on/i, 'authorize github-token for the single sign-on of the organization'],
    [/\bsuspended\b/i, 'the account or the GitHub App of github-token is suspended'],
    [/IP allow list/i, 'use a runner whose address is on the IP allow list of the organization'],
    [
        /forbids access via a/i,
        "the organization does not accept this kind of token; use the workflow's own token or that of a GitHub App"
    ],
    [/bad credentials/i, 'github-token has expired, was revoked, or belongs to another server']
];
/** Describes in one sentence, without secrets, why a request to GitHub failed. */
function describeFailure(error, hints, redact) {
    const cause = error instanceof Error && error.cause instanceof failure/* HttpFailure */.H ? error.cause : error;
    const message = cause instanceof Error ? cause.message : String(cause);
    if (cause instanceof failure/* HttpFailure */.H)
        return redact(message);
    if (cause instanceof dist/* ValiError */.H6d)
        return `GitHub's answer has an unexpected form (${(0,show/* excerpt */.Kb)(message, redact)})`;
    const status = (0,field/* field */.Z)(cause, 'status');
    if (typeof status !== 'number')
        return (0,show/* excerpt */.Kb)(message, redact);
    const response = (0,field/* field */.Z)(cause, 'response');
    const headers = (0,field/* field */.Z)(response, 'headers');
    const words = wordsOf((0,field/* field */.Z)(response, 'data'));
    const givenUp = (0,field/* field */.Z)(headers, GIVEN_UP);
    return (0,refusal/* describeRefusal */.a)({
        who: 'GitHub',
        status,
        words: words && (0,show/* excerpt */.Kb)(words, redact),
        hint: hintFor({ status, words, permissions: (0,field/* field */.Z)(headers, 'x-accepted-github-permissions') }, hints),
        givenUp: typeof givenUp === 'string' ? givenUp : undefined
    });
}
/** GitHub's message and its validation errors. */
function wordsOf(data) {
    const errors = (0,field/* field */.Z)(data, 'errors');
    const details = Array.isArray(errors) ? errors.map(error => (0,field/* field */.Z)(error, 'message') ?? error) : [];
    return [(0,field/* field */.Z)(data, 'message'), ...details].filter(text => typeof text === 'string').join(': ');
}
function hintFor({ status, words, permissions }, { denied, missing }) {
    if (![401, 403, 404].includes(status))
        return undefined;
    const named = CAUSES.find(([cause]) => cause.test(words));
    if (named !== undefined)
        return named[1];
    if (/by personal access token/i.test(words) && typeof permissions === 'string' && permissions !== '')
        return `the personal access token needs the permission ${permissions.replaceAll(/[^\w=;,. -]/g, '')}`;
    return status === 404 ? (missing ?? denied) : denied;
}

// EXTERNAL MODULE: ./build/github/pages.js
var github_pages = __webpack_require__(2270);
;// CONCATENATED MODULE: ./build/github/api.js





/** Later versions of the API leave out `merge_commit_sha`. */
const API_VERSION = '2022-11-28';
/** The API of one repository: Octokit, with its requests sent by our HTTP client. */
class GitHubApi {
    octokit;
    repository;
    /** The client of the current step. Each step of a run has its own, with its own time budget. */
    http;
    #now = new Date(Number.NaN);
    #redact = (text) => text;
    constructor({ connection: { apiUrl, token, owner, repo }, http, debug }) {
        this.http = http;
        this.repository = { owner, repo };
        const log = { debug, info: debug, warn: debug, error: debug };
        this.octokit = (0,github/* getOctokit */.Q)(token, {
            baseUrl: apiUrl,
            log,
            request: { fetch: this.#fetchFrom(new URL(apiUrl)), log }
        });
    }
    /** GitHub's time in its latest answer, because the runner's clock may be wrong; an invalid date if there was none. */
    get now() {
        return this.#now;
    }
    /** The entries of each page of a list. */
    pages(listing) {
        return (0,github_pages/* pagesOf */.E0)(listing, url => this.octokit.request({ method: 'GET', url }));
    }
    /** The result of one or more requests, or why they failed, in one sentence. */
    async read({ what, ...hints }, ask) {
        try {
            return (0,outcome/* known */.eO)(await ask());
        }
        catch (error) {
            return (0,outcome/* unreadable */.O$)(`${what} could not be read: ${this.describeFailure(error, hints)}`);
        }
    }
    /** Describes why a request to GitHub failed. */
    describeFailure(error, hints) {
        return describeFailure(error, hints, this.#redact);
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
                // The comment may have been created although the answer was lost.
                isOnce: init?.method === 'POST' && url.pathname.endsWith('/comments')
            });
            const { status, headers, text, redact, givenUp = '' } = response;
            this.#now = new Date(String(headers['date']));
            this.#redact = redact;
            // The text is not redacted here, because a secret may be equal to a word that GitHub uses.
            return new Response(text === '' ? null : text, {
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

;// CONCATENATED MODULE: ./build/github/answers.js
/**
 * Keeps answers for the whole run. A question that failed is asked again, because a later step of the run
 * has its own time limit.
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





const READ_PULL_REQUESTS = {
    denied: 'add `pull-requests: read` to the permissions of the job',
    missing: 'it does not exist, or github-token may not read this repository'
};
const READ_EVENTS = { denied: 'add `issues: read` or `pull-requests: read` to the permissions of the job' };
const READ_ROLES = { denied: 'the token must be one of this repository; a personal token needs push access' };
const READ_TEAMS = {
    denied: "as github-token, pass the token of a GitHub App with the organization permission `members: read`; the workflow's own token cannot read teams",
    missing: 'this person is not a member, the team does not exist, or github-token cannot see it'
};
const READ_PUSHES = {
    denied: 'add `contents: read` to the permissions of the job; a private fork cannot be read at all',
    missing: 'a private fork cannot be read, and an old GitHub Enterprise Server keeps no record of pushes'
};
/** Reads the facts that decide about an approval. If one cannot be read, the reason names the missing permission. */
class GitHubReader {
    #api;
    #pullRequests = new Answers();
    #pullRequestsOf = new Answers();
    #roles = new Answers();
    #memberships = new Answers();
    constructor(api) {
        this.#api = api;
    }
    /** GitHub's time in its latest answer. */
    get now() {
        return this.#api.now;
    }
    pullRequest(number) {
        const { octokit, repository } = this.#api;
        const question = { what: `pull request #${number}`, ...READ_PULL_REQUESTS };
        return this.#pullRequests.to(number, () => this.#api.read(question, async () => {
            const { data } = await octokit.rest.pulls.get({ ...repository, pull_number: number });
            const found = dist/* parse */.qgA(schemas/* pullRequestSchema */.MH, data);
            if (found.number !== number)
                throw new Error(`GitHub answered with pull request #${found.number}`);
            return found;
        }));
    }
    pullRequestsOf(commit) {
        const { octokit, repository } = this.#api;
        const question = { what: `the pull requests of commit ${commit.slice(0, 7)}`, ...READ_PULL_REQUESTS };
        return this.#pullRequestsOf.to(commit, () => this.#api.read(question, async () => {
            const pullRequests = [];
            const pages = this.#api.pages({
                size: github_pages/* PAGE_OF_LONG_TEXTS */.wG,
                ask: page => octokit.rest.repos.listPullRequestsAssociatedWithCommit({
                    ...repository,
                    commit_sha: commit,
                    ...page
                })
            });
            for await (const page of pages)
                pullRequests.push(...dist/* parse */.qgA(dist/* array */.YOg(schemas/* pullRequestSchema */.MH), page));
            return pullRequests;
        }));
    }
    /** Reads every page, because the event that counts may be on any of them. */
    events(number) {
        const { octokit, repository } = this.#api;
        const question = { what: `the events of pull request #${number}`, ...READ_EVENTS };
        return this.#api.read(question, async () => {
            const labels = [];
            const baseChanges = [];
            const pages = this.#api.pages({
                ask: page => octokit.rest.issues.listEvents({ ...repository, issue_number: number, ...page })
            });
            for await (const page of pages) {
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
        return this.#roles.to(username, () => this.#api.read({ what: `the role of ${username}`, ...READ_ROLES }, async () => {
            const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...repository, username });
            return dist/* parse */.qgA(schemas/* roleSchema */.Ag, data);
        }));
    }
    /** The state of a membership in a team: `active` or `pending`. */
    membership(org, team, username) {
        const { octokit } = this.#api;
        const what = `the membership of ${username} in ${org}/${team}`;
        return this.#memberships.to(what, () => this.#api.read({ what, ...READ_TEAMS }, async () => {
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
        return this.#api.read({ what: `the pushes to ${headBranch}`, ...READ_PUSHES }, async () => {
            if (headRepository === null)
                throw new Error('the fork was deleted together with its record of pushes');
            const [owner, repo] = headRepository.split('/');
            const ref = `refs/heads/${headBranch}`;
            const pages = this.#api.pages({
                ask: ({ per_page, page }) => {
                    // The pages of this list have no numbers.
                    if (page !== undefined)
                        throw new Error('a full page of the record has no link to the next page');
                    return this.#api.octokit.rest.repos.listActivities({ owner, repo, ref, per_page });
                }
            });
            const updates = [];
            for await (const page of pages) {
                updates.push(...dist/* parse */.qgA(schemas/* branchUpdatesOf */.qu(ref), page));
                if (updates.some(update => (0,github_pullRequest/* setsHead */.E)(update, pullRequest)))
                    break;
            }
            return updates;
        });
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/files/write.js
var write = __webpack_require__(4011);
;// CONCATENATED MODULE: ./build/github/subject.js



function readEvent(env) {
    return { env, payload: readJson(env['GITHUB_EVENT_PATH']) };
}
/** GitHub sends at most 25 MB. */
const LARGEST_EVENT = 32 * 1024 * 1024;
function readJson(path) {
    try {
        if (!path)
            return undefined;
        // Reading a pipe would never end.
        (0,write/* refuseUnlessRegular */.vh)(path);
        if ((0,external_node_fs_.statSync)(path).size > LARGEST_EVENT)
            return undefined;
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}
/**
 * Finds the pull request whose label counts. Labels are never taken from the event, because a job that is run
 * again gets the old event.
 *
 * @param number the input `pull-request`
 */
function subjectOf(event, number) {
    const found = subjectOfEvent(event);
    if (number === undefined)
        return found;
    // Whether this is the pull request of the event, and whether its head is still the same, cannot be told.
    if (event.payload === undefined && isAboutHead(event.env))
        return { kind: 'unknown', reason: `the event ${event.env['GITHUB_EVENT_NAME']} cannot be read` };
    const commit = found.kind === 'commit' ? { sha: found.sha, branch: found.branch } : undefined;
    return { kind: 'number', number, headSha: ownHead(event.payload, number), commit };
}
function subjectOfEvent({ env, payload }) {
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
/** Events about a commit that may belong to pull requests. */
const ABOUT_COMMITS = ['workflow_run', 'check_suite', 'check_run'];
/** Whether only the payload of the event says which head it is about. */
const isAboutHead = ({ GITHUB_EVENT_NAME: name = '' }) => name.startsWith('pull_request') || ABOUT_COMMITS.includes(name);
/**
 * The head that an event is about, if it is about the pull request of this number: an old job that is run
 * again is still about the old head. Undefined when the event is about something else.
 */
function ownHead(payload, number) {
    const pullRequest = (0,field/* field */.Z)(payload, 'pull_request');
    if ((0,field/* field */.Z)(pullRequest, 'number') === number)
        return subject_text((0,field/* field */.Z)((0,field/* field */.Z)(pullRequest, 'head'), 'sha'));
    const subject = ABOUT_COMMITS.map(name => (0,field/* field */.Z)(payload, name)).find(value => value !== undefined);
    const listed = (0,field/* field */.Z)(subject, 'pull_requests');
    const numbers = Array.isArray(listed) ? listed.map(found => (0,field/* field */.Z)(found, 'number')) : [];
    // GitHub does not list the pull requests of forks.
    const isOfFork = numbers.length === 0 && (0,field/* field */.Z)(subject, 'event') === 'pull_request';
    return numbers.includes(number) || isOfFork ? subject_text((0,field/* field */.Z)(subject, 'head_sha')) : undefined;
}
const subject_text = (value) => (typeof value === 'string' ? value : undefined);
function byNumber(number, headSha) {
    return typeof number === 'number' && Number.isSafeInteger(number) && number > 0
        ? { kind: 'number', number, headSha: subject_text(headSha) }
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
    constructor({ connection, env, number, http, debug }) {
        const event = readEvent(env);
        this.token = connection.token;
        this.api = new GitHubApi({ connection, http, debug });
        this.reader = new GitHubReader(this.api);
        this.subject = subjectOf(event, number);
        this.mergeGroupCommit = mergeGroupCommit(event);
    }
    /** The pull request of the run. It is requested only once. */
    async pullRequest() {
        const { subject, reader } = this;
        if (subject.kind === 'unknown')
            return (0,outcome/* unreadable */.O$)(`${subject.reason}; ${NAME_ONE}`);
        if (subject.kind === 'number')
            return reader.pullRequest(subject.number);
        const candidates = await reader.pullRequestsOf(subject.sha);
        return candidates.kind === 'known' ? mergedAs(subject, candidates.value) : candidates;
    }
    /** The head commit that the run is about, if the event names one. It may be an old one, if an old job is run again. */
    gatedShaOf({ headBranch, headRepository }) {
        const { owner, repo } = this.api.repository;
        if (this.subject.kind !== 'number')
            return undefined;
        const { headSha, commit } = this.subject;
        const isOwnBranch = commit?.branch === headBranch && headRepository?.toLowerCase() === `${owner}/${repo}`.toLowerCase();
        return headSha ?? (isOwnBranch ? commit?.sha : undefined);
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

/***/ 2270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E0: () => (/* binding */ pagesOf),
/* harmony export */   wG: () => (/* binding */ PAGE_OF_LONG_TEXTS)
/* harmony export */ });
/* unused harmony export nextIn */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

/** How many entries of a list are requested per page. GitHub allows at most 100. */
const LARGEST_PAGE = 100;
/** Descriptions and comments have up to 65,536 characters each: 25 of them fit the largest answer that is read. */
const PAGE_OF_LONG_TEXTS = 25;
/** More entries would use up too much of the rate limit. */
const MAX_ENTRIES = 3_000;
const list = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J());
/**
 * The entries of each page of a list. After a full page without a link to the next one, the next page is
 * requested by number. Octokit's own paging would treat an error or an empty answer on a later page as the end.
 *
 * @param follow requests the address of a next page
 */
async function* pagesOf({ ask, size = LARGEST_PAGE, entriesOf = data => valibot__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qgA(list, data) }, follow) {
    let page = await ask({ per_page: size });
    for (let number = 1;; number++) {
        const entries = entriesOf(page.data);
        const next = nextIn(page.headers.link ?? '');
        const isLast = next === undefined && entries.length < size;
        if (number * size > MAX_ENTRIES && !(isLast && entries.length === 0))
            throw new Error(`it has more than ${MAX_ENTRIES / size} pages`);
        yield entries;
        if (isLast)
            return;
        page = next === undefined ? await ask({ per_page: size, page: number + 1 }) : await follow(next);
    }
}
/** The address of the next page in a `Link` header (RFC 8288), whatever the order and the quotes of its parameters. */
function nextIn(header) {
    for (const [, address, parameters = ''] of header.matchAll(/<([^<>]*)>((?:\s*;\s*[^\s;,="<>]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"<>]+))?)*)/g)) {
        const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters) ?? [];
        const relations = (quoted ?? bare ?? '').toLowerCase().split(/\s+/);
        if (relations.includes('next'))
            return address;
    }
    return undefined;
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
/* harmony export */   qu: () => (/* binding */ branchUpdatesOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

// Schemas for the parts of GitHub's answers that are used.
const name = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxLength */ .Ru6(100));
const login = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(name, valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq());
const instant = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .isoTimestamp */ .yhX(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(text => new Date(text)));
/** The account that GitHub shows in place of every deleted one. */
const GHOST = 'ghost';
const isGhost = (account) => account?.login.toLowerCase() === GHOST;
/** Login of an account; null when the account was deleted. */
const loginOf = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login })), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(account => (account === null || isGhost(account) ? null : account.login)));
const sha = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[0-9a-f]{40,64}$/));
/** A pull request, on its own or in a list: GitHub gives these fields in both forms. */
const pullRequestSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    number: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf()),
    user: loginOf,
    labels: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    head: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), sha, repo: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ full_name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })) }),
    base: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ref: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    merged_at: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(instant),
    merge_commit_sha: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ number, user, labels, head, base, merged_at, merge_commit_sha }) => ({
    number,
    author: user,
    labels: labels.map(({ name }) => name),
    headSha: head.sha,
    headBranch: head.ref,
    headRepository: head.repo?.full_name ?? null,
    baseBranch: base.ref,
    mergedAt: merged_at,
    mergeCommitSha: merge_commit_sha
})));
/** Who can act on GitHub. A `Mannequin` stands for someone in imported events, under any name. */
const ACCOUNTS = ['User', 'Bot'];
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
    actor: actor === null || isGhost(actor) || !ACCOUNTS.includes(actor.type)
        ? null
        : { login: actor.login, isPerson: actor.type === 'User' }
})));
/** Events that change which commits an open pull request would merge, without a push to its head. */
const BASE_CHANGES = [
    'base_ref_changed',
    // GitHub itself, when the base branch of a stacked pull request is merged and deleted.
    'automatic_base_change_succeeded',
    'base_ref_force_pushed'
];
const baseChangeSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ event: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(BASE_CHANGES), created_at: instant }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ created_at }) => ({ changedAt: created_at })));
const otherEventSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ event: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .notValues */ .uQk(['labeled', 'unlabeled', ...BASE_CHANGES])) }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(() => undefined));
/** One page of the events of a pull request: those about labels, and when the base branch was changed. */
const eventsSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([labelEventSchema, baseChangeSchema, otherEventSchema])), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(events => ({
    labels: events.flatMap(event => (event !== undefined && 'label' in event ? event : [])),
    baseChanges: events.flatMap(event => (event !== undefined && 'changedAt' in event ? event.changedAt : []))
})));
/** One page of the record of pushes to a branch, such as `refs/heads/main`. */
const branchUpdatesOf = (branch) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    ref: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(branch)),
    after: sha,
    timestamp: instant,
    actor: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(loginOf, null)
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ after, timestamp, actor }) => ({ after, at: timestamp, by: actor }))));
/** The `permission` that belongs to each role that can approve. A custom role of the same name may have another one. */
const PERMISSIONS = {
    admin: ['admin'],
    maintain: ['write', 'maintain']
};
/** `role_name` has `maintain` and custom roles; `permission` shows them as other roles. */
const roleSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ role_name: name, permission: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(name) }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6Y(({ role_name, permission }) => permission === undefined || (PERMISSIONS[role_name]?.includes(permission) ?? true), 'the role and the permission contradict each other'), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ role_name }) => role_name));
const membershipSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ state: name }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ state }) => state));


/***/ })

};
