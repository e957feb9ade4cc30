export const id = 727;
export const ids = [727];
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

/***/ 2602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ setsHead)
/* harmony export */ });
/** GitHub gives all zeros as the new commit of a deleted branch. */
const isDeletion = ({ after }) => /^0+$/.test(after);
/** Whether an update may have set the head of a pull request: deletions and pushes after the merge do not. */
const setsHead = (update, { mergedAt }) => !isDeletion(update) && (mergedAt === null || update.at <= mergedAt);


/***/ })

};
