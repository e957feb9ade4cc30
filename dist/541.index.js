export const id = 541;
export const ids = [541,400];
export const modules = {

/***/ 7541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  announce: () => (/* binding */ announce)
});

// EXTERNAL MODULE: ./build/gitHub/gitHubApi.js
var gitHubApi = __webpack_require__(2507);
// EXTERNAL MODULE: ./build/http/json.js
var json = __webpack_require__(3223);
// EXTERNAL MODULE: ./build/maintenance/event.js
var maintenance_event = __webpack_require__(7860);
// EXTERNAL MODULE: ./build/maintenance/facts.js
var facts = __webpack_require__(9019);
// EXTERNAL MODULE: ./build/maintenance/gitHub.js
var maintenance_gitHub = __webpack_require__(2965);
// EXTERNAL MODULE: ./build/maintenance/maintenance.js + 2 modules
var maintenance = __webpack_require__(9400);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/announce/comment.js


/** The account of a workflow's own token. */
const WORKFLOW_BOT = { login: 'github-actions[bot]', type: 'Bot' };
/** Nobody sees it; the gate finds its comment by it. Another App than GitHub's own signs it: bots may copy, too. */
const markerOf = ({ login, type }) => type === 'Bot' && login !== WORKFLOW_BOT.login
    ? `<!-- error-budget-gate: ${login} -->`
    : '<!-- error-budget-gate -->';
const commentSchema = dist/* object */.Ikc({
    id: dist/* number */.aig(),
    body: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    user: dist/* nullable */.mee(dist/* object */.Ikc({ login: dist/* string */.YjP(), type: dist/* string */.YjP() }))
});
const HINT = 'add `pull-requests: write` to the permissions of the job; the token of a fork can only read';
/**
 * Keeps one comment on a pull request up to date.
 *
 * @param text without the marker
 * @returns what went wrong, if anything did
 */
async function keepComment(text, target) {
    const { api, pullRequest } = target;
    try {
        const own = await findOwn(target);
        const bodyFor = (author) => `${markerOf(author)}\n${text}`;
        if (own === undefined) {
            const body = bodyFor(WORKFLOW_BOT);
            const { data } = await api.octokit.rest.issues.createComment({
                ...{ ...api.repository, issue_number: pullRequest, body }
            });
            const created = dist/* parse */.qgA(commentSchema, data);
            const signed = bodyFor(created.user ?? WORKFLOW_BOT);
            if (signed !== body)
                await update(created.id, signed, api);
        }
        else {
            const body = bodyFor(own.user ?? WORKFLOW_BOT);
            if (own.body.replaceAll('\r\n', '\n') !== body)
                await update(own.id, body, api);
        }
        return [];
    }
    catch (error) {
        return [`the comment on pull request #${pullRequest} could not be written: ${(0,gitHubApi/* explain */.WE)(error, HINT)}`];
    }
}
const update = (comment_id, body, { octokit, repository }) => octokit.rest.issues.updateComment({ ...repository, comment_id, body });
/** The first comment with the marker that this token's account wrote: anybody may copy a marker. */
async function findOwn({ api, pullRequest, token }) {
    const { octokit, repository } = api;
    const isOwn = await authorOf(api, token);
    const first = octokit.rest.issues.listComments({ ...repository, issue_number: pullRequest, ...gitHubApi/* PAGE */.KL });
    for await (const page of api.pages(first)) {
        const found = dist/* parse */.qgA(dist/* array */.YOg(commentSchema), page)
            .find(({ body, user }) => user !== null && body.startsWith(markerOf(user)) && isOwn(user));
        if (found)
            return found;
    }
    return undefined;
}
/** The token of a workflow or of an App cannot ask who it is; what it writes is by a bot. */
async function authorOf({ octokit }, token) {
    if (token.startsWith('ghs_'))
        return ({ type }) => type === 'Bot';
    const { data } = await octokit.rest.users.getAuthenticated();
    const { login } = dist/* parse */.qgA(dist/* object */.Ikc({ login: dist/* string */.YjP() }), data);
    return user => user.login === login;
}

// EXTERNAL MODULE: ./build/budget/groupBy.js
var groupBy = __webpack_require__(8074);
// EXTERNAL MODULE: ./build/maintenance/schemas.js
var schemas = __webpack_require__(6124);
// EXTERNAL MODULE: ./build/budget/duration.js
var duration = __webpack_require__(9102);
;// CONCATENATED MODULE: ./build/announce/pace.js

/** One after the other, and no more of them in a minute than GitHub lets anybody write. */
class Pace {
    #most;
    #last = Promise.resolve();
    #written = 0;
    constructor(most) {
        this.#most = most;
    }
    next = (work) => {
        const turn = this.#last.then(async () => {
            if (this.#written > 0 && this.#written % this.#most === 0) {
                await new Promise(resolve => setTimeout(resolve, duration/* MINUTE */.pY));
            }
            this.#written += 1;
            return work();
        });
        this.#last = turn.catch(() => undefined);
        return turn;
    };
}

;// CONCATENATED MODULE: ./build/announce/status.js


const combinedSchema = dist/* object */.Ikc({
    statuses: dist/* array */.YOg(dist/* object */.Ikc({ context: dist/* string */.YjP(), state: dist/* string */.YjP(), description: dist/* nullable */.mee(dist/* string */.YjP()) }))
});
const status_HINT = 'add `statuses: write` to the permissions of the job; the token of a fork can only read';
/**
 * Writes a status where it says something new: GitHub keeps a thousand of a name on a commit, no more.
 *
 * @param write in whose turn it is written
 * @returns what went wrong, if anything did
 */
async function keepStatus({ state, description }, { api, sha, context, runUrl }, write = work => work()) {
    const { octokit, repository } = api;
    try {
        const { data } = await octokit.rest.repos.getCombinedStatusForRef({ ...repository, ref: sha, ...gitHubApi/* PAGE */.KL });
        const present = dist/* parse */.qgA(combinedSchema, data).statuses.find(status => status.context === context);
        if (present?.state === state && present.description === description)
            return [];
        await write(() => octokit.rest.repos.createCommitStatus({
            ...{ ...repository, sha, context, state, description },
            ...(runUrl !== '' && { target_url: runUrl })
        }));
        return [];
    }
    catch (error) {
        return [`the status "${context}" of ${sha.slice(0, 7)} could not be written: ${(0,gitHubApi/* explain */.WE)(error, status_HINT)}`];
    }
}

;// CONCATENATED MODULE: ./build/announce/refresh.js








/** GitHub lets nobody write more than eighty things in a minute. */
const WRITES_A_MINUTE = 75;
const repositorySchema = dist/* object */.Ikc({ default_branch: dist/* string */.YjP() });
/**
 * Writes the status on the head of every open pull request into the default branch, each with its own
 * approval judged.
 *
 * @returns what went wrong: one pull request that cannot be read does not keep the others from theirs
 */
async function refresh(refreshing) {
    const { api, context, runUrl } = refreshing;
    const open = await openPullRequests(api);
    if (typeof open === 'string')
        return [open];
    const { next } = new Pace(WRITES_A_MINUTE);
    const gitHub = new maintenance_gitHub/* GitHub */.g(api);
    const byHead = [...(0,groupBy/* groupBy */.$)(open.pullRequests, ({ headSha }) => headSha)];
    const problems = await Promise.all(byHead.map(async ([sha, pullRequests]) => {
        const status = await worstStatus(pullRequests, gitHub, refreshing);
        return keepStatus(status, { api, sha, context, runUrl }, next);
    }));
    return [...open.problems, ...problems.flat()];
}
/** A status belongs to a commit: where several pull requests share one, all of them have to be approved. */
async function worstStatus(pullRequests, gitHub, { rules, isBlocked, statusOf }) {
    if (!isBlocked)
        return statusOf(undefined);
    const approvals = await Promise.all(pullRequests.map(pullRequest => (0,maintenance.approvalOf)(pullRequest, { gitHub, rules, gatedSha: pullRequest.headSha })));
    return statusOf(approvals.find(({ approved }) => !approved) ?? approvals[0]);
}
/** @returns the reason where they cannot be listed */
async function openPullRequests(api) {
    const { octokit, repository } = api;
    const pullRequests = [];
    const problems = [];
    try {
        const { data } = await octokit.rest.repos.get({ ...repository });
        const { default_branch: base } = dist/* parse */.qgA(repositorySchema, data);
        const first = octokit.rest.pulls.list({ ...repository, state: 'open', base, ...gitHubApi/* PAGE */.KL });
        for await (const page of api.pages(first)) {
            for (const one of dist/* parse */.qgA(dist/* array */.YOg(dist/* unknown */.L5J()), page)) {
                const parsed = dist/* safeParse */.xLC(schemas/* pullRequestSchema */.MH, one);
                if (parsed.success)
                    pullRequests.push(parsed.output);
                else
                    problems.push(`a pull request in GitHub's list has an unexpected form: ${parsed.issues[0].message}`);
            }
        }
        return { pullRequests, problems };
    }
    catch (error) {
        const hint = 'add `pull-requests: read` to the permissions of the job';
        return `the open pull requests could not be listed: ${(0,gitHubApi/* explain */.WE)(error, hint)}`;
    }
}

;// CONCATENATED MODULE: ./build/announce/announce.js









/**
 * Tells pull requests what was decided, by a comment and by commit statuses.
 *
 * @returns what went wrong; none of it changes the decision
 */
async function announce(announcing) {
    const { connection, http, env, comment, statusContext } = announcing;
    if (connection === undefined) {
        return [
            'comment and status need a github-token, GITHUB_REPOSITORY and GITHUB_API_URL; nothing was written'
        ];
    }
    const api = new gitHubApi/* GitHubApi */.yN(connection, http);
    const subject = (0,maintenance_event/* subjectOf */.e)(env, announcing.pullRequest);
    const problems = [];
    if (comment !== undefined)
        problems.push(...(await commentOn(subject, { api, comment, token: connection.token })));
    if (statusContext !== undefined) {
        problems.push(...(await markCommit(subject, { ...announcing, api, statusContext })));
        if (announcing.isRefreshing)
            problems.push(...(await refresh({ ...announcing, api, context: statusContext })));
    }
    return problems;
}
async function commentOn(subject, { api, comment, token }) {
    const found = subject.kind === 'number' ? subject : await (0,maintenance.findPullRequest)(new maintenance_gitHub/* GitHub */.g(api), subject);
    if (typeof found === 'string')
        return [`there is no pull request to comment on: ${found}`];
    return keepComment(comment, { api, pullRequest: found.number, token });
}
async function markCommit(subject, announcing) {
    const { api, env, statusContext: context, runUrl, approval, statusOf } = announcing;
    const commit = await gatedCommit(subject, { api, env });
    if (commit.kind === 'unreadable')
        return [`the status "${context}" could not be written: ${commit.reason}`];
    return keepStatus(statusOf(approval), { api, sha: commit.value, context, runUrl });
}
/** The head of a pull request, never the commit that GitHub merges it into for a test; else what is deployed. */
async function gatedCommit(subject, { api, env }) {
    const group = (0,json/* field */.ZZ)((0,json/* field */.ZZ)((0,maintenance_event/* readEvent */.j)(env['GITHUB_EVENT_PATH']), 'merge_group'), 'head_sha');
    // A merge queue asks for the statuses of its own commit.
    if (env['GITHUB_EVENT_NAME'] === 'merge_group' && typeof group === 'string')
        return (0,facts/* known */.e)(group);
    if (subject.kind === 'unknown')
        return { kind: 'unreadable', reason: `there is no commit: ${subject.reason}` };
    if (subject.kind === 'commit')
        return (0,facts/* known */.e)(subject.sha);
    if (subject.headSha !== undefined)
        return (0,facts/* known */.e)(subject.headSha);
    const fact = await new maintenance_gitHub/* GitHub */.g(api).pullRequest(subject.number);
    return fact.kind === 'known' ? (0,facts/* known */.e)(fact.value.headSha) : fact;
}


/***/ }),

/***/ 2507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ PAGE),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   yN: () => (/* binding */ GitHubApi)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2413);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1923);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3223);




/** Later versions leave out `merge_commit_sha`. */
const API_VERSION = '2022-11-28';
/** Reading further would not find a newer truth, only spend the rate limit. */
const MAX_PAGES = 30;
/** The largest page that GitHub gives. */
const PAGE = { per_page: 100 };
/** One repository. Octokit speaks fetch; its requests go the way of all others, with their limits and their record. */
class GitHubApi {
    octokit;
    repository;
    #clock = new Date(Number.NaN);
    constructor({ apiUrl, token, owner, repo }, http) {
        this.repository = { owner, repo };
        this.octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, {
            baseUrl: apiUrl,
            request: { fetch: this.#fetchThrough(http, new URL(apiUrl)) }
        });
    }
    /** GitHub's own clock, from its latest answer: the runner's may be anything. An invalid date when it does not say. */
    get now() {
        return this.#clock;
    }
    /**
     * The data of a page and all that follow it. Octokit's own paging takes an error or an empty answer
     * on a later page for the end; here it is one that cannot be read.
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
    #fetchThrough(http, { origin }) {
        return async (input, init) => {
            const url = new URL(String(input));
            if (url.origin !== origin)
                throw new _http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .H(`the next page is at another origin, ${url.origin}`);
            const response = await http.send({
                method: (init?.method ?? 'GET'),
                url: url.href,
                headers: { ...Object.fromEntries(new Headers(init?.headers)), 'x-github-api-version': API_VERSION },
                body: typeof init?.body === 'string' ? init.body : null,
                retryWhen: isThrottled,
                // A comment whose answer was lost is there all the same.
                isOnce: init?.method === 'POST' && url.pathname.endsWith('/comments')
            });
            const { status, headers, text, redact } = response;
            this.#clock = new Date(String(headers['date']));
            return new Response(text === '' ? null : redact(text), { status, headers });
        };
    }
}
/** GitHub's secondary limits are answered with 403 and the time to wait. */
function isThrottled({ status, headers }) {
    return status === 403 && headers['retry-after'] !== undefined;
}
/**
 * Why GitHub did not do what it was asked.
 *
 * @param hint what to do when the token may not do it
 */
function explain(error, hint) {
    const cause = error instanceof Error && error.cause instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .H ? error.cause : error;
    if (cause instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .H)
        return cause.message;
    if (error instanceof valibot__WEBPACK_IMPORTED_MODULE_2__/* .ValiError */ .H6d)
        return `GitHub's answer has an unexpected form (${(0,_http_json_js__WEBPACK_IMPORTED_MODULE_3__/* .excerpt */ .Kb)(error.message)})`;
    const status = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(error, 'status');
    const words = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_3__/* .excerpt */ .Kb)(error.message);
    if (status === undefined)
        return words;
    const isDenied = [401, 403, 404].includes(Number(status)) && !/rate limit/i.test(words);
    return `HTTP ${status} "${words}"${isDenied ? `; ${hint}` : ''}`;
}


/***/ }),

/***/ 7860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ subjectOf),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3223);


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
            const pullRequest = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(event, 'pull_request');
            return byNumber((0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(pullRequest, 'number'), (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)((0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(pullRequest, 'head'), 'sha'));
        }
        case 'merge_group':
            return byQueueRef((0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)((0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(event, 'merge_group'), 'head_ref'));
        case 'workflow_run': {
            // GITHUB_SHA is the default branch here, not what ran.
            const run = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(event, 'workflow_run');
            return byCommit((0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(run, 'head_sha'), (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(run, 'head_branch'));
        }
        case 'deployment':
            return byCommit((0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)((0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(event, 'deployment'), 'sha') ?? env['GITHUB_SHA'], branchOf(env));
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
/** The payload of the event, of any shape. */
function readEvent(path) {
    try {
        return path ? JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')) : undefined;
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


/***/ }),

/***/ 9019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ known),
/* harmony export */   z: () => (/* binding */ isDeletion)
/* harmony export */ });
const known = (value) => ({ kind: 'known', value });
/** GitHub gives all zeros as the commit of a branch that is gone. */
const isDeletion = (sha) => /^0+$/.test(sha);


/***/ }),

/***/ 2965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ GitHub)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _gitHub_gitHubApi_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2507);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9019);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6124);




/** Reads what an approval is judged by. What cannot be read is a fact as well: it names the permission. */
class GitHub {
    #api;
    #standings = new Map();
    constructor(api) {
        this.#api = api;
    }
    /** GitHub's own clock, from its latest answer. */
    get now() {
        return this.#api.now;
    }
    pullRequest(number) {
        return read(`pull request #${number}`, 'add `pull-requests: read` to the permissions of the job', async () => {
            const { data } = await this.#api.octokit.rest.pulls.get({
                ...this.#api.repository,
                pull_number: number
            });
            return valibot__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qgA(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestSchema */ .MH, data);
        });
    }
    pullRequestsOf(commit) {
        const what = `the pull requests of commit ${commit.slice(0, 7)}`;
        return read(what, 'add `pull-requests: read` to the permissions of the job', async () => {
            const { data } = await this.#api.octokit.rest.repos.listPullRequestsAssociatedWithCommit({
                ...{ ...this.#api.repository, commit_sha: commit, ..._gitHub_gitHubApi_js__WEBPACK_IMPORTED_MODULE_0__/* .PAGE */ .KL }
            });
            return valibot__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qgA(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestSchema */ .MH), data);
        });
    }
    /** All events that an approval depends on: the one that counts may be on any page. */
    history(number) {
        const hint = 'add `issues: read` or `pull-requests: read` to the permissions of the job';
        return read(`the events of pull request #${number}`, hint, async () => {
            const first = this.#api.octokit.rest.issues.listEvents({
                ...{ ...this.#api.repository, issue_number: number, ..._gitHub_gitHubApi_js__WEBPACK_IMPORTED_MODULE_0__/* .PAGE */ .KL }
            });
            const history = { labels: [], baseChanges: [] };
            for await (const page of this.#api.pages(first)) {
                const { labels, baseChanges } = valibot__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qgA(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .eventsSchema */ .DG, page);
                history.labels.push(...labels);
                history.baseChanges.push(...baseChanges);
            }
            return history;
        });
    }
    /** Asked for once a person, however many pull requests they labelled. */
    #once(key, ask) {
        const asked = this.#standings.get(key);
        if (asked !== undefined)
            return asked;
        const answer = ask().then(fact => {
            if (fact.kind === 'unreadable')
                this.#standings.delete(key);
            return fact;
        });
        this.#standings.set(key, answer);
        return answer;
    }
    role(username) {
        return this.#once(username, () => this.#readRole(username));
    }
    #readRole(username) {
        const hint = 'the token must be one of this repository; a personal token needs push access';
        return read(`the role of ${username}`, hint, async () => {
            const { data } = await this.#api.octokit.rest.repos.getCollaboratorPermissionLevel({
                ...{ ...this.#api.repository, username }
            });
            return valibot__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qgA(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .roleSchema */ .Ag, data);
        });
    }
    teamMembership(org, team_slug, username) {
        return this.#once(`${org}/${team_slug} ${username}`, () => this.#readMembership(org, team_slug, username));
    }
    #readMembership(org, team_slug, username) {
        const hint = "pass as github-token that of a GitHub App with the organisation permission `members: read`; the workflow's own token cannot read teams";
        return read(`the membership of ${username} in ${org}/${team_slug}`, hint, async () => {
            const { data } = await this.#api.octokit.rest.teams.getMembershipForUserInOrg({
                org,
                team_slug,
                username
            });
            return valibot__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qgA(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .membershipSchema */ .GT, data);
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
            const first = this.#api.octokit.rest.repos.listActivities({ owner, repo, ref, ..._gitHub_gitHubApi_js__WEBPACK_IMPORTED_MODULE_0__/* .PAGE */ .KL });
            const updates = [];
            for await (const page of this.#api.pages(first)) {
                updates.push(...valibot__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qgA(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .branchUpdatesSchema */ .UM, page));
                if (updates.some(({ after, at }) => !(0,_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .isDeletion */ .z)(after) && (mergedAt === null || at <= mergedAt)))
                    break;
            }
            return updates;
        });
    }
}
/** @param hint what to do when the token may not read it */
async function read(what, hint, ask) {
    try {
        return (0,_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .known */ .e)(await ask());
    }
    catch (error) {
        return { kind: 'unreadable', reason: `${what} could not be read: ${(0,_gitHub_gitHubApi_js__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(error, hint)}` };
    }
}


/***/ }),

/***/ 9400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  approvalOf: () => (/* binding */ approvalOf),
  findPullRequest: () => (/* binding */ findPullRequest),
  seekApproval: () => (/* binding */ seekApproval),
  subjectOf: () => (/* reexport */ maintenance_event/* subjectOf */.e)
});

// EXTERNAL MODULE: ./build/gitHub/gitHubApi.js
var gitHubApi = __webpack_require__(2507);
// EXTERNAL MODULE: ./build/budget/duration.js
var duration = __webpack_require__(9102);
// EXTERNAL MODULE: ./build/maintenance/facts.js
var maintenance_facts = __webpack_require__(9019);
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
        .filter(({ after, at }) => !(0,maintenance_facts/* isDeletion */.z)(after) && (mergedAt === null || at <= mergedAt))
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

// EXTERNAL MODULE: ./build/maintenance/gitHub.js
var maintenance_gitHub = __webpack_require__(2965);
// EXTERNAL MODULE: ./build/maintenance/event.js
var maintenance_event = __webpack_require__(7860);
;// CONCATENATED MODULE: ./build/maintenance/maintenance.js






/** Looks for an approval that lifts a block: finds the pull request, reads the facts, judges them. */
async function seekApproval(request) {
    const { connection, subject, rules, http } = request;
    if (connection === undefined) {
        return notFound('there is no github-token, no repository (GITHUB_REPOSITORY) or no API (GITHUB_API_URL) to read the label from');
    }
    const gitHub = new maintenance_gitHub/* GitHub */.g(new gitHubApi/* GitHubApi */.yN(connection, http));
    const pullRequest = await findPullRequest(gitHub, subject);
    if (typeof pullRequest === 'string')
        return notFound(pullRequest);
    const gatedSha = subject.kind === 'number' ? subject.headSha : undefined;
    return approvalOf(pullRequest, { gitHub, rules, gatedSha });
}
/** Reads and judges the approval of one pull request. One that does not carry the label costs no request. */
async function approvalOf(pullRequest, judging) {
    return judgeApproval(await readFacts(pullRequest, judging), judging.rules);
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
async function readFacts(pullRequest, { gitHub, rules, gatedSha }) {
    const facts = { pullRequest, gatedSha, now: gitHub.now };
    if (!pullRequest.labels.some(label => sameName(label, rules.label)))
        return facts;
    const history = await gitHub.history(pullRequest.number);
    if (history.kind === 'unreadable')
        return { ...facts, labelEvents: history };
    const { labels, baseChanges } = history.value;
    const withEvents = { ...facts, labelEvents: (0,maintenance_facts/* known */.e)(labels), baseChanges };
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


/***/ }),

/***/ 6124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ roleSchema),
/* harmony export */   DG: () => (/* binding */ eventsSchema),
/* harmony export */   GT: () => (/* binding */ membershipSchema),
/* harmony export */   MH: () => (/* binding */ pullRequestSchema),
/* harmony export */   UM: () => (/* binding */ branchUpdatesSchema)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

// What GitHub answers, as far as it is used: every value is checked before anything relies on it.
const login = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq());
const instant = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .isoTimestamp */ .yhX(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(text => new Date(text)));
const sha = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[0-9a-f]{40,64}$/));
/** Both forms of a pull request: the whole one, and the one in lists. */
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
    ...{ id, kind: event, label: label.name, at: created_at },
    actor: actor && { login: actor.login, isPerson: actor.type === 'User' }
})));
const baseChangeSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ event: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('base_ref_changed'), created_at: instant }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ created_at }) => ({ changedAt: created_at })));
const otherEventSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ event: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .notValues */ .uQk(['labeled', 'unlabeled', 'base_ref_changed'])) }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(() => undefined));
/** One page of a pull request's events: those about labels, and when its base branch was changed. */
const eventsSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([labelEventSchema, baseChangeSchema, otherEventSchema])), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(events => ({
    labels: events.flatMap(event => (event !== undefined && 'label' in event ? event : [])),
    baseChanges: events.flatMap(event => (event !== undefined && 'changedAt' in event ? event.changedAt : []))
})));
const branchUpdatesSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ after: sha, timestamp: instant }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ after, timestamp }) => ({ after, at: timestamp }))));
/** `role_name` knows `maintain` and custom roles, which `permission` folds into others. */
const roleSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ role_name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ role_name }) => role_name));
const membershipSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ state: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ state }) => state));


/***/ })

};
