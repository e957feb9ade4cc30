export const id = 187;
export const ids = [187,727];
export const modules = {

/***/ 9727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  judgeApproval: () => (/* binding */ judgeApproval),
  seekApproval: () => (/* binding */ seekApproval)
});

// EXTERNAL MODULE: ./build/approval/facts.js
var facts = __webpack_require__(2453);
// EXTERNAL MODULE: ./build/github/pullRequest.js
var github_pullRequest = __webpack_require__(2602);
// EXTERNAL MODULE: ./build/time/duration.js
var duration = __webpack_require__(570);
// EXTERNAL MODULE: ./build/approval/policy.js
var approval_policy = __webpack_require__(8326);
;// CONCATENATED MODULE: ./build/approval/rules.js



/** The rules of an approval, in the order of docs/approval.md. The first rule that is not met refuses it. */
const RULES = [
    { name: 'pull-request', check: async (facts) => given(facts.pullRequest, () => undefined) },
    { name: 'label', check: async (facts) => given(facts.pullRequest, found => label(found, facts)) },
    { name: 'label-event', check: async (facts) => given(await facts.labelling(), () => undefined) },
    { name: 'author', check: async (facts) => given(await facts.labelling(), author) },
    { name: 'approver', check: async (facts) => given(await facts.labelling(), found => approver(found, facts)) },
    { name: 'age', check: async (facts) => given(await facts.labelling(), found => age(found, facts)) },
    {
        name: 'head-commit',
        check: async (facts) => given(await facts.labelling(), found => headCommit(found, facts))
    },
    {
        name: 'last-pusher',
        check: async (facts) => given(await facts.labelling(), found => lastPusher(found, facts))
    }
];
/** A fact that cannot be read refuses the approval, with its reason. */
function given(fact, check) {
    return fact.kind === 'known' ? check(fact.value) : fact.reason;
}
function label({ number, labels }, { policy }) {
    if (labels.some(name => (0,approval_policy/* sameName */.q)(name, policy.label)))
        return undefined;
    return `pull request #${number} does not have the label "${policy.label}"; ${approversIn(policy)} can add it`;
}
function author({ by, pullRequest }) {
    const request = `pull request #${pullRequest.number}`;
    if (pullRequest.author === null) {
        return `the author of ${request} is unknown, because the account was deleted; open a new pull request`;
    }
    if (!(0,approval_policy/* sameName */.q)(by, pullRequest.author))
        return undefined;
    return `${by} is the author of ${request}; another approver has to add the label`;
}
async function approver({ by, isPerson }, facts) {
    const { approvers } = facts.policy;
    if (approvers.some(listed => listed.kind === 'login' && (0,approval_policy/* sameName */.q)(listed.login, by)))
        return undefined;
    if (!isPerson)
        return `${by} is not a person; a bot counts only when its login is in maintenance-approvers`;
    const findings = new Set();
    // Roles first: one request answers for all of them, while each team needs its own.
    const roles = approvers.filter(listed => listed.kind === 'role');
    const teams = approvers.filter(listed => listed.kind === 'team');
    for (const listed of [...roles, ...teams]) {
        const { isMember, finding } = await memberOf(listed, facts);
        if (isMember)
            return undefined;
        findings.add(finding);
    }
    const found = findings.size > 0 ? `: ${[...findings].join('; ')}` : '';
    return `${by} is not one of ${approversIn(facts.policy)}${found}`;
}
/** Whether the person who added the label has this role or is in this team, and what was found. */
async function memberOf(listed, facts) {
    const isRole = listed.kind === 'role';
    const answer = isRole ? await facts.role() : await facts.membership(listed);
    if (answer.kind === 'unreadable')
        return { isMember: false, finding: answer.reason };
    const { value } = answer;
    return isRole
        ? { isMember: value === listed.role, finding: `the role is ${value || 'none'}` }
        : { isMember: value === 'active', finding: `the membership in ${(0,approval_policy/* describeApprover */.NQ)(listed)} is ${value}` };
}
function age({ at }, { now, policy }) {
    const time = now();
    if (Number.isNaN(time.getTime()))
        return "the age of the label is unknown: GitHub's answer has no valid date";
    if (at > time)
        return `the label was added at ${at.toISOString()}, which is in the future`;
    if (time <= expiryOf(at, policy))
        return undefined;
    const limit = `maintenance-max-age is ${policy.maxAge.iso} (${(0,duration/* describeDuration */.MB)(policy.maxAge)})`;
    return `the approval of ${at.toISOString()} has expired: ${limit}; remove the label and add it again`;
}
/** The end of an approval whose label was added at this time. */
function expiryOf(at, { maxAge }) {
    return new Date(at.getTime() + maxAge.ms);
}
async function headCommit(labelling, facts) {
    const { pullRequest, at, baseChanges } = labelling;
    const { gatedSha } = facts;
    if (gatedSha !== undefined && gatedSha !== pullRequest.headSha) {
        return `this run is about ${gatedSha.slice(0, 7)}, which is no longer the head commit; run the job of the head commit`;
    }
    if (baseChanges.some(changedAt => changedAt >= at)) {
        return 'the base branch was changed or force-pushed after the label was added; remove the label and add it again';
    }
    return given(await facts.branchUpdates(), updates => push(labelling, updates));
}
function push({ pullRequest, at }, updates) {
    const pushedAt = lastPush(pullRequest, updates)?.at;
    const head = describeHead(pullRequest);
    if (pushedAt === undefined) {
        return `GitHub's record of pushes does not say when ${head} was pushed; push again, then add the label again`;
    }
    if (at > pushedAt)
        return undefined;
    const times = `it was added at ${at.toISOString()}, and ${head} was pushed at ${pushedAt.toISOString()}`;
    return `the label was not added after the last push (${times}); remove the label and add it again`;
}
async function lastPusher({ pullRequest, by }, facts) {
    return given(await facts.branchUpdates(), updates => {
        const pusher = lastPush(pullRequest, updates)?.by ?? null;
        const head = describeHead(pullRequest);
        if (pusher === null) {
            return `GitHub does not say who pushed ${head}; push again, then add the label again`;
        }
        if (!(0,approval_policy/* sameName */.q)(pusher, by))
            return undefined;
        return `${by} pushed ${head}; another approver has to add the label`;
    });
}
const describeHead = ({ headSha }) => `the head commit ${headSha.slice(0, 7)}`;
/**
 * The update that last set the head branch to the head commit. Only the newest update counts, because a
 * branch may have returned to an earlier commit; undefined when that update was to another commit.
 */
function lastPush(pullRequest, updates) {
    const newest = updates
        .filter(update => (0,github_pullRequest/* setsHead */.E)(update, pullRequest))
        .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0];
    return newest?.after === pullRequest.headSha ? newest : undefined;
}
const approversIn = ({ approvers }) => approvers.map(approval_policy/* describeApprover */.NQ).join(', ');

;// CONCATENATED MODULE: ./build/approval/approval.js


const NOT_CONNECTED = 'the label cannot be read without github-token, GITHUB_REPOSITORY and GITHUB_API_URL; set them';
/**
 * Looks for an approval of the pull request of the run.
 *
 * @param gitHub undefined if the run is not on GitHub or has no token
 */
async function seekApproval(gitHub, policy) {
    if (gitHub === undefined)
        return refused('pull-request', NOT_CONNECTED, null);
    const { reader } = gitHub;
    const pullRequest = await gitHub.pullRequest();
    const gatedSha = pullRequest.kind === 'known' ? gitHub.gatedShaOf(pullRequest.value) : undefined;
    return judgeApproval((0,facts/* factsFrom */.K)({ policy, gatedSha, pullRequest, reader }));
}
/** Checks the rules in order. A fact that cannot be read refuses the approval. */
async function judgeApproval(facts) {
    const number = facts.pullRequest.kind === 'known' ? facts.pullRequest.value.number : null;
    for (const { name, check } of RULES) {
        const reason = await check(facts);
        if (reason !== undefined)
            return refused(name, reason, number);
    }
    const labelling = await facts.labelling();
    if (labelling.kind === 'unreadable')
        return refused('label-event', labelling.reason, number);
    return approvedBy(labelling.value, facts.policy);
}
const refused = (rule, reason, pullRequest) => ({
    approved: false,
    rule,
    reason,
    pullRequest
});
const approvedBy = ({ by, at, pullRequest }, policy) => ({
    approved: true,
    by,
    at,
    until: expiryOf(at, policy),
    pullRequest: pullRequest.number,
    headSha: pullRequest.headSha
});


/***/ }),

/***/ 2453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ factsFrom)
/* harmony export */ });
/* unused harmony export currentLabelling */
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7072);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8326);


/** The current facts from GitHub. */
function factsFrom({ policy, gatedSha, pullRequest, reader }) {
    const labelling = once(() => (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .whenKnown */ .qe)(pullRequest, async (found) => (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .whenKnown */ .qe)(await reader.events(found.number), events => labellingIn(events, found, policy.label))));
    const branchUpdates = once(() => (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .whenKnown */ .qe)(pullRequest, found => reader.branchUpdates(found)));
    // An approval needs both answers, so they are requested at the same time.
    const withUpdates = async (answer) => (await Promise.all([answer, branchUpdates()]))[0];
    return {
        policy,
        gatedSha,
        now: () => reader.now,
        pullRequest,
        labelling,
        branchUpdates,
        role: once(async () => (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .whenKnown */ .qe)(await labelling(), ({ by }) => withUpdates(reader.role(by)))),
        membership: async ({ org, slug }) => (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .whenKnown */ .qe)(await labelling(), ({ by }) => withUpdates(reader.membership(org, slug, by)))
    };
}
function once(ask) {
    let answer;
    return () => (answer ??= ask());
}
function labellingIn({ labels, baseChanges }, pullRequest, label) {
    const event = currentLabelling(labels, label);
    if (event?.actor == null) {
        const request = `pull request #${pullRequest.number}`;
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)(`GitHub does not say who added the label "${label}" to ${request}; remove the label and add it again`);
    }
    const { login: by, isPerson } = event.actor;
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)({ pullRequest, by, isPerson, at: event.at, baseChanges });
}
/** The latest event about the label, if it added the label; undefined if it removed it, or without any event. */
function currentLabelling(events, label) {
    const latest = events
        .filter(event => (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .sameName */ .q)(event.label, label))
        .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id)
        .at(-1);
    return latest?.kind === 'labeled' ? latest : undefined;
}


/***/ }),

/***/ 8074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ groupBy)
/* harmony export */ });
/** Like `Map.groupBy`, which Node 20 does not have. On other CI systems, the gate supports Node 20 and later. */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group)
            group.push(item);
        else
            groups.set(key, [item]);
    }
    return groups;
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


/***/ }),

/***/ 3187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tell: () => (/* binding */ tell)
});

// EXTERNAL MODULE: ./build/outcome.js
var outcome = __webpack_require__(7072);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/github/pages.js
var github_pages = __webpack_require__(2270);
// EXTERNAL MODULE: ./build/text/field.js
var field = __webpack_require__(6974);
;// CONCATENATED MODULE: ./build/pullRequests/comment.js



/** The account of a workflow's own token. */
const WORKFLOW_BOT = { login: 'github-actions[bot]', type: 'Bot' };
/**
 * The first line of the comment, by which the gate finds it again; it is not shown. Comments by other
 * Apps carry the App's login, because a bot can copy the marker.
 */
const markerOf = ({ login, type }) => type === 'Bot' && login !== WORKFLOW_BOT.login
    ? `<!-- error-budget-gate: ${login} -->`
    : '<!-- error-budget-gate -->';
const commentSchema = dist/* object */.Ikc({
    id: dist/* number */.aig(),
    body: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    user: dist/* nullable */.mee(dist/* object */.Ikc({ login: dist/* string */.YjP(), type: dist/* string */.YjP() }))
});
const HINTS = {
    denied: 'add `pull-requests: write` to the permissions of the job; the token of a fork can only read'
};
/**
 * Creates or updates the gate's comment on a pull request. Simultaneous runs may have created several: the
 * first one stays, and the others are deleted, because they would never be updated.
 *
 * @param text Markdown, without the marker
 * @returns the problems
 */
async function keepComment(text, target) {
    const { api, number } = target;
    const { octokit, repository } = api;
    const bodyBy = (author) => `${markerOf(author ?? WORKFLOW_BOT)}\n${text}`;
    const update = (comment_id, body) => octokit.rest.issues.updateComment({ ...repository, comment_id, body });
    try {
        const [own, ...others] = await findOwn(target);
        if (own === undefined) {
            const body = bodyBy(WORKFLOW_BOT);
            const { data } = await octokit.rest.issues.createComment({ ...repository, issue_number: number, body });
            const created = dist/* parse */.qgA(commentSchema, data);
            const signed = bodyBy(created.user);
            if (signed !== body)
                await update(created.id, signed);
        }
        else {
            const body = bodyBy(own.user);
            if (own.body.replaceAll('\r\n', '\n') !== body)
                await update(own.id, body);
            for (const { id } of others)
                await remove(id, api);
        }
        return [];
    }
    catch (error) {
        return [
            `the comment on pull request #${number} could not be written: ${api.describeFailure(error, HINTS)}`
        ];
    }
}
/** Another run may have deleted it already. */
async function remove(comment_id, { octokit, repository }) {
    try {
        await octokit.rest.issues.deleteComment({ ...repository, comment_id });
    }
    catch (error) {
        if ((0,field/* field */.Z)(error, 'status') !== 404)
            throw error;
    }
}
/** The comments with the marker that the account of the token wrote, oldest first: anyone can copy the marker. */
async function findOwn({ api, number, token }) {
    const { octokit, repository } = api;
    const isOwn = await ownership(api, token);
    const pages = api.pages({
        size: github_pages/* PAGE_OF_LONG_TEXTS */.wG,
        ask: page => octokit.rest.issues.listComments({ ...repository, issue_number: number, ...page })
    });
    const own = [];
    for await (const page of pages) {
        const comments = dist/* parse */.qgA(dist/* array */.YOg(commentSchema), page);
        own.push(...comments.filter(({ body, user }) => user !== null && body.startsWith(markerOf(user)) && isOwn(user)));
    }
    return own;
}
/** Tells whether an author may be the account of the token. The token of an App cannot request its own login. */
async function ownership({ octokit }, token) {
    if (token.startsWith('ghs_'))
        return ({ type }) => type === 'Bot';
    const { data } = await octokit.rest.users.getAuthenticated();
    const { login } = dist/* parse */.qgA(dist/* object */.Ikc({ login: dist/* string */.YjP() }), data);
    return user => user.login === login;
}

// EXTERNAL MODULE: ./build/approval/approval.js + 1 modules
var approval = __webpack_require__(9727);
// EXTERNAL MODULE: ./build/approval/facts.js
var facts = __webpack_require__(2453);
// EXTERNAL MODULE: ./build/budget/groupBy.js
var groupBy = __webpack_require__(8074);
// EXTERNAL MODULE: ./build/github/schemas.js
var schemas = __webpack_require__(7050);
// EXTERNAL MODULE: ./build/time/duration.js
var duration = __webpack_require__(570);
;// CONCATENATED MODULE: ./build/pullRequests/throttle.js

/** Work that was not started, because its turn did not come in time. */
class OutOfTime extends Error {
    name = 'OutOfTime';
}
/** Runs writes one at a time, at most `perMinute` of them in a minute. */
function throttle({ perMinute, clock, until }) {
    let last = Promise.resolve();
    let count = 0;
    let minuteBegan = Number.NEGATIVE_INFINITY;
    return work => {
        const turn = last.then(async () => {
            const next = count % perMinute === 0 ? minuteBegan + duration/* MINUTE */.pY : minuteBegan;
            const wait = Math.max(0, next - clock.monotonicMs());
            if (clock.monotonicMs() + wait >= until)
                throw new OutOfTime('there is no time left');
            if (wait > 0)
                await clock.sleep(wait);
            if (count % perMinute === 0)
                minuteBegan = clock.monotonicMs();
            count += 1;
            return work();
        });
        last = turn.catch(() => undefined);
        return turn;
    };
}

;// CONCATENATED MODULE: ./build/pullRequests/status.js


const combinedSchema = dist/* object */.Ikc({ statuses: dist/* array */.YOg(dist/* unknown */.L5J()) });
const statusSchema = dist/* object */.Ikc({
    context: dist/* string */.YjP(),
    state: dist/* string */.YjP(),
    description: dist/* nullable */.mee(dist/* string */.YjP())
});
const status_HINTS = {
    denied: 'add `statuses: write` to the permissions of the job; the token of a fork can only read'
};
/**
 * Writes a status unless the commit has it already: GitHub keeps at most 1,000 of a name on a commit.
 *
 * @param turn schedules the write
 * @returns the problems
 * @throws OutOfTime if there was no time left to write it
 */
async function keepStatus({ state, description }, target, turn = work => work()) {
    const { api, sha, context, runUrl } = target;
    const { octokit, repository } = api;
    try {
        const present = await presentStatus(target);
        if (present?.state === state && present.description === description)
            return [];
        const link = runUrl === '' ? {} : { target_url: runUrl };
        const status = { sha, context, state, description, ...link };
        await turn(() => octokit.rest.repos.createCommitStatus({ ...repository, ...status }));
        return [];
    }
    catch (error) {
        if (error instanceof OutOfTime)
            throw error;
        const reason = api.describeFailure(error, status_HINTS);
        return [`the status "${context}" of ${sha.slice(0, 7)} could not be written: ${reason}`];
    }
}
/** The status of this name that the commit has. GitHub ignores case in these names. */
async function presentStatus({ api, sha, context }) {
    const { octokit, repository } = api;
    const pages = api.pages({
        ask: page => octokit.rest.repos.getCombinedStatusForRef({ ...repository, ref: sha, ...page }),
        entriesOf: data => dist/* parse */.qgA(combinedSchema, data).statuses
    });
    for await (const page of pages) {
        const found = dist/* parse */.qgA(dist/* array */.YOg(statusSchema), page)
            .find(status => status.context.toLowerCase() === context.toLowerCase());
        if (found !== undefined)
            return found;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/pullRequests/refresh.js









/** GitHub's secondary limit is 80. */
const WRITES_PER_MINUTE = 75;
const READ_HINTS = { denied: 'add `pull-requests: read` to the permissions of the job' };
const repositorySchema = dist/* object */.Ikc({ default_branch: dist/* string */.YjP() });
/**
 * Writes the status on the head of every open pull request to the default branch, with each one's own approval.
 * A problem with one does not affect the others. The most recently updated come first. If time runs out, the
 * next run continues with the rest, because it skips statuses that are already right.
 */
async function refresh(options) {
    const { gitHub, clock, until } = options;
    const open = await openPullRequests(gitHub.api);
    if (open.kind === 'unreadable')
        return { problems: [], failures: [open.reason] };
    const turn = throttle({ perMinute: WRITES_PER_MINUTE, clock, until });
    const byHead = [...(0,groupBy/* groupBy */.$)(open.value.pullRequests, ({ headSha }) => headSha).values()];
    const written = await Promise.all(byHead.map(pullRequests => refreshHead(pullRequests, turn, options)));
    const problems = written.flatMap(one => (one === 'out of time' ? [] : one.problems));
    return { problems: [...open.value.problems, ...problems], failures: failuresIn(written) };
}
async function refreshHead(pullRequests, turn, options) {
    const { gitHub, context, runUrl } = options;
    const sha = pullRequests[0].headSha;
    const status = await worstStatus(pullRequests, options);
    try {
        return { problems: await keepStatus(status, { api: gitHub.api, sha, context, runUrl }, turn) };
    }
    catch (error) {
        if (error instanceof OutOfTime)
            return 'out of time';
        throw error;
    }
}
/** A problem with one status is a warning, but an incomplete or failed refresh is an error. */
function failuresIn(written) {
    const left = written.filter(one => one === 'out of time').length;
    const failed = written.filter(one => one !== 'out of time' && one.problems.length > 0).length;
    if (left > 0)
        return [
            `there was no time for ${left} of ${written.length} statuses of open pull requests; the next run continues with them`
        ];
    return failed > 0 && failed === written.length
        ? [`none of the ${written.length} statuses of open pull requests could be checked or written`]
        : [];
}
/** A status belongs to a commit. When several pull requests share it, each of them has to be approved. */
async function worstStatus(pullRequests, { gitHub, policy, isBlocked, statusOf }) {
    if (!isBlocked)
        return statusOf(undefined);
    const { reader } = gitHub;
    const approvals = await Promise.all(pullRequests.map(pullRequest => (0,approval.judgeApproval)((0,facts/* factsFrom */.K)({ policy, gatedSha: pullRequest.headSha, pullRequest: (0,outcome/* known */.eO)(pullRequest), reader }))));
    return statusOf(approvals.find(({ approved }) => !approved) ?? approvals[0]);
}
async function openPullRequests(api) {
    const { octokit, repository } = api;
    const pullRequests = [];
    const problems = [];
    try {
        const { data } = await octokit.rest.repos.get({ ...repository });
        const { default_branch: base } = dist/* parse */.qgA(repositorySchema, data);
        const order = { sort: 'updated', direction: 'desc' };
        const pages = api.pages({
            size: github_pages/* PAGE_OF_LONG_TEXTS */.wG,
            ask: page => octokit.rest.pulls.list({ ...repository, state: 'open', base, ...order, ...page })
        });
        for await (const page of pages) {
            for (const entry of page) {
                const parsed = dist/* safeParse */.xLC(schemas/* pullRequestSchema */.MH, entry);
                if (parsed.success)
                    pullRequests.push(parsed.output);
                else
                    problems.push(`a pull request in GitHub's list has an unexpected form: ${parsed.issues[0].message}`);
            }
        }
        return (0,outcome/* known */.eO)({ pullRequests, problems });
    }
    catch (error) {
        return (0,outcome/* unreadable */.O$)(`the open pull requests could not be listed: ${api.describeFailure(error, READ_HINTS)}`);
    }
}

;// CONCATENATED MODULE: ./build/pullRequests/tell.js




const NOT_CONNECTED = 'the comment and the status were not written, because they need github-token, GITHUB_REPOSITORY and GITHUB_API_URL; set them';
/** Writes the decision to pull requests, as a comment and as commit statuses. */
async function tell(news) {
    const { gitHub, comment, statusContext: context } = news;
    if (gitHub === undefined)
        return notConnected(news);
    const problems = [];
    if (comment !== undefined)
        problems.push(...(await commentOn(gitHub, comment)));
    if (context !== undefined) {
        problems.push(...(await markCommit(gitHub, context, news)));
        if (news.isRefreshing) {
            const refreshed = await refresh({ ...news, gitHub, context });
            return { ...refreshed, problems: [...problems, ...refreshed.problems] };
        }
    }
    return { problems, failures: [] };
}
/** This is an error only for a refresh, which is then the purpose of the run. */
const notConnected = ({ isRefreshing }) => isRefreshing ? { problems: [], failures: [NOT_CONNECTED] } : { problems: [NOT_CONNECTED], failures: [] };
async function commentOn(gitHub, comment) {
    const { subject, api, token } = gitHub;
    const found = subject.kind === 'number' ? (0,outcome/* known */.eO)(subject) : await gitHub.pullRequest();
    if (found.kind === 'unreadable')
        return [`there is no pull request to comment on: ${found.reason}`];
    return keepComment(comment, { api, number: found.value.number, token });
}
async function markCommit(gitHub, context, { runUrl, approval, statusOf }) {
    const commit = await gatedCommit(gitHub);
    if (commit.kind === 'unreadable')
        return [`the status "${context}" could not be written: ${commit.reason}`];
    return keepStatus(statusOf(approval), { api: gitHub.api, sha: commit.value, context, runUrl });
}
/** The head of the pull request, not GitHub's test merge commit; without a pull request, the deployed commit. */
async function gatedCommit(gitHub) {
    const { subject, mergeGroupCommit } = gitHub;
    if (mergeGroupCommit !== undefined)
        return (0,outcome/* known */.eO)(mergeGroupCommit);
    if (subject.kind === 'unknown')
        return (0,outcome/* unreadable */.O$)(`there is no commit: ${subject.reason}`);
    if (subject.kind === 'commit')
        return (0,outcome/* known */.eO)(subject.sha);
    if (subject.headSha !== undefined)
        return (0,outcome/* known */.eO)(subject.headSha);
    return (0,outcome/* whenKnown */.qe)(await gitHub.pullRequest(), ({ headSha }) => (0,outcome/* known */.eO)(headSha));
}


/***/ })

};
