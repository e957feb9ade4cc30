export const id = 941;
export const ids = [941];
export const modules = {

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

/***/ 5209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nn: () => (/* binding */ rowsIn),
/* harmony export */   Sc: () => (/* binding */ Rows),
/* harmony export */   pq: () => (/* binding */ countOf)
/* harmony export */ });
/* harmony import */ var _budget_groupBy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8074);
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6974);
/* harmony import */ var _text_show_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3017);
/* harmony import */ var _genesys_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6232);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8033);





/** What else an answer may hold. Without executions it has no results; any other answer without them is about something else. */
const ENVELOPE = ['systemToOrganizationMappings'];
/**
 * The rows of an answer (`ActionAggregateQueryResponse`); none when nothing was executed.
 *
 * @throws GenesysError for an answer of another form
 */
function rowsIn({ body, correlation }) {
    const list = (value, what) => {
        if (value === undefined)
            return [];
        if (Array.isArray(value))
            return value;
        throw new _genesys_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .GenesysError */ .DF(`Genesys Cloud answered with ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(value)} as ${what}${correlation}`);
    };
    if (!isObject(body))
        throw new _genesys_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .GenesysError */ .DF(`Genesys Cloud answered with ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(body)}${correlation}`);
    if (body['results'] === undefined && Object.keys(body).some(name => !ENVELOPE.includes(name)))
        throw new _genesys_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .GenesysError */ .DF(`Genesys Cloud answered without results, but not with nothing${correlation}`);
    return list(body['results'], 'results').flatMap(result => {
        const group = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(result, 'group');
        if (!isObject(group)) {
            throw new _genesys_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .GenesysError */ .DF(`Genesys Cloud answered with ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(group)} as group${correlation}`);
        }
        // A group is only listed when it has executions, so missing data is an error.
        const data = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(result, 'data') ?? null;
        return list(data, 'data').map(entry => rowOf(group, entry));
    });
}
function rowOf(group, entry) {
    const metrics = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(entry, 'metrics');
    const stats = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(onlyOne(metrics, isExecutions), 'stats');
    const interval = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(entry, 'interval');
    const [start = Number.NaN, end = Number.NaN] = typeof interval === 'string' ? interval.split('/').map(Date.parse) : [];
    const [count, max] = [(0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(stats, 'count'), (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(stats, 'max')];
    return { group, start, end, count, max, views: (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(entry, 'views') };
}
/** The only matching item of a list; undefined when several match, because it is unclear which is right. */
function onlyOne(list, isMeant) {
    const [item, ...others] = Array.isArray(list) ? list.filter(isMeant) : [];
    return others.length === 0 ? item : undefined;
}
const isExecutions = (metric) => (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(metric, 'metric') === 'tTotalExecution';
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Whether a group has rows with overlapping times, whose executions would be counted twice. */
function isRepeated(rows) {
    const byGroup = (0,_budget_groupBy_js__WEBPACK_IMPORTED_MODULE_4__/* .groupBy */ .$)(rows, ({ group }) => {
        const values = Object.entries(group).map(([name, value]) => {
            if (typeof value !== 'string')
                return `${name} ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(value)}`;
            return `${name} "${name.endsWith('Id') ? value.toLowerCase() : value}"`;
        });
        return JSON.stringify(values.toSorted());
    });
    return [...byGroup.values()].some(same => {
        const inOrder = same.toSorted((a, b) => a.start - b.start);
        return inOrder.some(({ start }, index) => start < (inOrder[index - 1]?.end ?? start));
    });
}
/** Rows, indexed by the dimensions that SLOs select. */
class Rows {
    #all;
    #byDimension = new Map();
    constructor(rows) {
        this.#all = rows;
    }
    /** The rows of an SLO, including rows that lack the dimension and so might belong to it. */
    of({ actionIds, integrationId }) {
        if (actionIds === undefined) {
            return integrationId === undefined ? this.#all : this.#with('integrationId', [integrationId]);
        }
        const rows = this.#with('actionId', actionIds);
        if (integrationId === undefined)
            return rows;
        return rows.filter(({ group }) => [lower(integrationId), undefined].includes(lower(group['integrationId'])));
    }
    #with(dimension, values) {
        const index = this.#byDimension.get(dimension) ?? this.#index(dimension);
        return [undefined, ...new Set(values.map(lower))].flatMap(value => index.get(value) ?? []);
    }
    #index(dimension) {
        const index = (0,_budget_groupBy_js__WEBPACK_IMPORTED_MODULE_4__/* .groupBy */ .$)(this.#all, ({ group }) => lower(group[dimension]));
        this.#byDimension.set(dimension, index);
        return index;
    }
}
/** Ids may be written in upper or lower case. */
const lower = (value) => (typeof value === 'string' ? value.toLowerCase() : undefined);
/**
 * Counts the rows of an SLO.
 *
 * @returns a reason when a row cannot be counted: it might be a failure, or be counted twice
 */
function countOf(rows, spec) {
    const counted = sumOf(rows, spec);
    const isUnsure = typeof counted !== 'string' && isRepeated(rows);
    return isUnsure ? 'its answer has the same group twice for the same time' : counted;
}
function sumOf(rows, spec) {
    let good = 0;
    let total = 0;
    const outcomes = new Map();
    for (const row of rows) {
        const parts = partsOf(row, spec);
        if (typeof parts === 'string')
            return parts;
        for (const { outcome, count, countsAs } of parts) {
            if (countsAs === 'good')
                good += count;
            if (countsAs !== 'ignored')
                total += count;
            const before = outcomes.get(outcome)?.count ?? 0;
            if (before + count > 0)
                outcomes.set(outcome, { outcome, count: before + count, countsAs });
        }
    }
    return { good, total, outcomes: [...outcomes.values()].toSorted((a, b) => b.count - a.count) };
}
function partsOf(row, spec) {
    const { group, count } = row;
    for (const dimension of neededBy(spec)) {
        if (typeof group[dimension] !== 'string')
            return `it answered with a group without ${dimension}`;
    }
    if (!isCount(count))
        return `it answered with ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(count)} as the count of executions`;
    const { errorType, responseStatus } = group;
    const outcome = typeof responseStatus === 'string' ? `${errorType} ${responseStatus}` : errorType;
    const isIgnored = spec.ignoreErrorTypes.includes(errorType) ||
        (typeof responseStatus === 'string' && spec.ignoreResponseStatuses.includes(responseStatus));
    if (isIgnored)
        return [{ outcome, count, countsAs: 'ignored' }];
    if (errorType !== 'NONE')
        return [{ outcome, count, countsAs: 'bad' }];
    if (spec.slowerThanMs === undefined)
        return [{ outcome, count, countsAs: 'good' }];
    const slow = slowOf(row, spec.slowerThanMs);
    if (!isCount(slow) || slow > count) {
        return `it answered with ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(slow)} of ${count} executions that take ${spec.slowerThanMs} ms or longer`;
    }
    return [
        { outcome, count: count - slow, countsAs: 'good' },
        { outcome: `${outcome}, ${spec.slowerThanMs} ms or longer`, count: slow, countsAs: 'bad' }
    ];
}
function neededBy({ actionIds, integrationId }) {
    return [...(actionIds ? ['actionId'] : []), ...(integrationId ? ['integrationId'] : []), 'errorType'];
}
/** A view with a count of 0 may be left out. The longest execution then shows whether the count really is 0. */
function slowOf({ views, max }, threshold) {
    const isMeant = (view) => (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(view, 'name') === (0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .viewName */ .Tw)(threshold);
    if (Array.isArray(views) && views.some(isMeant)) {
        return (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)((0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(onlyOne(views, isMeant), 'stats'), 'count');
    }
    return typeof max === 'number' && max >= 0 && max < threshold ? 0 : undefined;
}
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;


/***/ }),

/***/ 8941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readDataActionHistory: () => (/* binding */ readDataActionHistory)
/* harmony export */ });
/* harmony import */ var _budget_window_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5566);
/* harmony import */ var _genesys_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6232);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(578);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5209);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5170);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8033);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4084);







/** Less than for a measurement, because only a chart depends on it. */
const MAX_BYTES = 16 * 1024 * 1024;
/** The executions of each part of the windows: one query for each length of a window. */
async function readDataActionHistory(slos, { genesys, at }) {
    const probes = slos.map(({ slo, spec }) => ({ slo, spec, window: (0,_budget_window_js__WEBPACK_IMPORTED_MODULE_0__/* .ownWindow */ .ll)(slo, at) }));
    const histories = (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .byInterval */ .J6)(probes).flatMap(({ interval, probes: same }) => {
        const step = (0,_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .stepOf */ .c)(interval);
        if (step === undefined)
            return [];
        return (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .batchesOf */ .cS)(same).map(batch => batchHistory(batch, { genesys, interval, step }));
    });
    return new Map((await Promise.all(histories)).flatMap(found => [...found]));
}
async function batchHistory(batch, { genesys, interval, step }) {
    const scope = (0,_query_js__WEBPACK_IMPORTED_MODULE_5__/* .scopeOf */ .Od)(batch.map(({ spec }) => spec));
    try {
        const question = { interval, scope, granularityMs: step, maxBytes: MAX_BYTES };
        const { rows } = await (0,_request_js__WEBPACK_IMPORTED_MODULE_6__/* .askExecutions */ .N)(genesys, question);
        if (!(0,_request_js__WEBPACK_IMPORTED_MODULE_6__/* .areBucketsOf */ .X)(interval, step, rows))
            return new Map();
        const byEnd = new Map((0,_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .endsOf */ .o)(interval, step).map(end => [end, new _counts_js__WEBPACK_IMPORTED_MODULE_3__/* .Rows */ .Sc(rows.filter(row => row.end === end))]));
        return new Map(batch.flatMap(({ slo, spec }) => {
            const buckets = bucketsOf(byEnd, spec);
            return buckets === undefined ? [] : [[slo.id, buckets]];
        }));
    }
    catch (error) {
        if (error instanceof _genesys_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .GenesysError */ .DF)
            return new Map();
        throw error;
    }
}
function bucketsOf(byEnd, spec) {
    const buckets = [];
    for (const [end, rows] of byEnd) {
        const counted = (0,_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .countOf */ .pq)(rows.of(spec), spec);
        if (typeof counted === 'string')
            return undefined;
        buckets.push({ end: new Date(end), good: counted.good, total: counted.total });
    }
    return buckets;
}


/***/ }),

/***/ 5170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J6: () => (/* binding */ byInterval),
/* harmony export */   XC: () => (/* binding */ planOf),
/* harmony export */   cS: () => (/* binding */ batchesOf),
/* harmony export */   nu: () => (/* binding */ slicesOf)
/* harmony export */ });
/* harmony import */ var _budget_groupBy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8074);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(570);
/* harmony import */ var _time_interval_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8051);



/** A query takes at most ten views. */
const MOST_VIEWS = 10;
/** With more buckets than this in one query, or for all its SLOs together, separate queries cost less. */
const MOST_BUCKETS = 100;
const MOST_BUCKETS_OF_ALL = 10_000;
/** Groups probes so that the latency limits of each group fit into the views of one query. */
function batchesOf(probes) {
    const limits = [...new Set(probes.flatMap(({ spec }) => spec.slowerThanMs ?? []))];
    const batchOf = ({ spec: { slowerThanMs } }) => slowerThanMs === undefined ? 0 : Math.floor(limits.indexOf(slowerThanMs) / MOST_VIEWS);
    return [...(0,_budget_groupBy_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$)(probes, batchOf).values()];
}
/**
 * The queries that answer all probes: one for each length of an SLO's own window, and a few queries in buckets
 * for the shorter windows of the alerts. The number of queries does not depend on the number of SLOs.
 */
function planOf(probes) {
    const groups = byInterval(probes);
    const isOwn = ({ probes }) => probes.some(({ slo, window }) => slo.window.ms === window.duration.ms);
    const shorter = groups.filter(group => !isOwn(group));
    return [...groups.filter(isOwn), ...tiersOf(shorter).flatMap(inBuckets)];
}
/** One query without buckets for each window. */
function byInterval(probes) {
    const keyOf = ({ window: { start, end } }) => `${start.getTime()} ${end.getTime()}`;
    return [...(0,_budget_groupBy_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$)(probes, keyOf).values()].map(probes => {
        const { start, end } = probes[0].window;
        return { interval: { start, end }, granularityMs: undefined, probes };
    });
}
/** Groups windows that end together and divide into whole buckets of one reasonable length, shortest first. */
function tiersOf(queries) {
    const tiers = [];
    for (const query of queries.toSorted((a, b) => (0,_time_interval_js__WEBPACK_IMPORTED_MODULE_2__/* .lengthOf */ .Y)(a.interval) - (0,_time_interval_js__WEBPACK_IMPORTED_MODULE_2__/* .lengthOf */ .Y)(b.interval))) {
        const tier = tiers.find(tier => fits([...tier, query]));
        if (tier)
            tier.push(query);
        else
            tiers.push([query]);
    }
    return tiers;
}
function fits(queries) {
    const measure = commonMeasure(queries);
    const buckets = Math.max(...queries.map(({ interval }) => (0,_time_interval_js__WEBPACK_IMPORTED_MODULE_2__/* .lengthOf */ .Y)(interval))) / measure;
    const slos = new Set(queries.flatMap(({ probes }) => probes.map(({ slo }) => slo.id))).size;
    const ends = new Set(queries.map(({ interval }) => interval.end.getTime()));
    return (ends.size === 1 &&
        measure % _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY === 0 &&
        buckets <= MOST_BUCKETS &&
        buckets * slos <= MOST_BUCKETS_OF_ALL);
}
function inBuckets(tier) {
    if (tier.length === 1)
        return tier;
    const longest = tier.at(-1);
    return [
        {
            interval: longest.interval,
            granularityMs: commonMeasure(tier),
            probes: tier.flatMap(({ probes }) => probes)
        }
    ];
}
const commonMeasure = (queries) => queries.map(({ interval }) => (0,_time_interval_js__WEBPACK_IMPORTED_MODULE_2__/* .lengthOf */ .Y)(interval)).reduce(greatestCommonDivisor);
function greatestCommonDivisor(a, b) {
    return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
/**
 * Splits an interval that was refused as too much: into weeks, then into days, the latest first. The counts
 * of the parts are added.
 *
 * @returns undefined for an interval that is already short enough
 */
function slicesOf(interval) {
    const step = [_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .WEEK */ .V8, _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_].find(step => (0,_time_interval_js__WEBPACK_IMPORTED_MODULE_2__/* .lengthOf */ .Y)(interval) > step);
    if (step === undefined)
        return undefined;
    const slices = [];
    for (let { end } = interval; end > interval.start;) {
        const start = new Date(Math.max(interval.start.getTime(), end.getTime() - step));
        slices.push({ start, end });
        end = start;
    }
    return slices;
}


/***/ }),

/***/ 8033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dg: () => (/* binding */ queryBody),
/* harmony export */   Od: () => (/* binding */ scopeOf),
/* harmony export */   Tw: () => (/* binding */ viewName)
/* harmony export */ });
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(570);

/** The API's limit of predicates is not documented. With more than this, we query the whole organisation. */
const MOST_PREDICATES = 100;
function scopeOf(specs) {
    const predicates = new Map();
    for (const predicate of specs.flatMap(predicatesOf)) {
        predicates.set(`${predicate.dimension} ${predicate.value}`, predicate);
    }
    const isBounded = specs.every(({ actionIds, integrationId }) => actionIds ?? integrationId);
    return {
        groupBy: [
            ...(specs.some(({ actionIds }) => actionIds) ? ['actionId'] : []),
            ...(specs.some(({ integrationId }) => integrationId) ? ['integrationId'] : []),
            ...['errorType', 'responseStatus']
        ],
        predicates: isBounded && predicates.size <= MOST_PREDICATES ? [...predicates.values()] : undefined,
        thresholds: [...new Set(specs.flatMap(({ slowerThanMs }) => slowerThanMs ?? []))]
    };
}
function predicatesOf({ actionIds, integrationId }) {
    const [dimension, ids] = actionIds
        ? ['actionId', actionIds]
        : ['integrationId', integrationId ? [integrationId] : []];
    // Genesys writes ids in lower case; it is not documented whether its filter is case-sensitive.
    return ids.flatMap(id => [...new Set([id, id.toLowerCase()])].map(value => ({ dimension, value })));
}
/** The body of a query (`ActionAggregationQuery`). */
function queryBody({ groupBy, predicates, thresholds }, interval, granularityMs) {
    const matching = predicates?.map(predicate => ({ type: 'dimension', operator: 'matches', ...predicate }));
    return {
        interval: `${interval.start.toISOString()}/${interval.end.toISOString()}`,
        ...(granularityMs === undefined ? {} : { granularity: (0,_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .isoDuration */ ._d)(granularityMs) }),
        metrics: ['tTotalExecution'],
        groupBy,
        ...(matching && { filter: { type: 'or', predicates: matching } }),
        ...(thresholds.length > 0 && { views: thresholds.map(viewOf) })
    };
}
const viewOf = (threshold) => ({
    target: 'tTotalExecution',
    name: viewName(threshold),
    function: 'rangeBound',
    range: { gte: threshold }
});
const viewName = (threshold) => `slower${threshold}`;


/***/ }),

/***/ 4084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ askExecutions),
/* harmony export */   X: () => (/* binding */ areBucketsOf)
/* harmony export */ });
/* harmony import */ var _genesys_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6232);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5209);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8033);



/** Large enough for every group of every SLO in every bucket. */
const MAX_BYTES = 32 * 1024 * 1024;
const HINTS = {
    400: 'check the ids of the definition',
    403: 'give the OAuth client a role with the permission integrations:action:view',
    404: 'check genesys-api-url and genesys-region: every organisation has this resource'
};
/**
 * Asks how often data actions were executed, by outcome.
 *
 * @throws GenesysError
 */
async function askExecutions(genesys, { interval, scope, granularityMs, isFinal = false, maxBytes = MAX_BYTES }) {
    const body = (0,_query_js__WEBPACK_IMPORTED_MODULE_2__/* .queryBody */ .Dg)(scope, interval, granularityMs);
    const answer = await genesys.ask({
        method: 'POST',
        path: '/api/v2/analytics/actions/aggregates/query',
        body,
        isRead: true,
        hints: HINTS,
        maxBytes,
        query: JSON.stringify(body),
        isFinal: status => isFinal && status === 504
    });
    return { rows: (0,_counts_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsIn */ .Nn)((0,_genesys_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeOf */ .l2)(answer)), requests: [answer.request] };
}
/** Whether all rows are in the requested buckets, which then add up to every window made of them. */
function areBucketsOf({ start, end }, granularityMs, rows) {
    return rows.every(row => row.end - row.start === granularityMs &&
        (end.getTime() - row.end) % granularityMs === 0 &&
        row.start >= start.getTime() &&
        row.end <= end.getTime());
}


/***/ }),

/***/ 578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ stepOf),
/* harmony export */   o: () => (/* binding */ endsOf)
/* harmony export */ });
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(570);
/* harmony import */ var _time_interval_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8051);


const STEPS = [1, 2, 3, 6, 12, 24, 48, 72, 168].map(hours => hours * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp);
const MOST_STEPS = 45;
/** The length of a part, in milliseconds: it divides the window evenly into few enough parts for a chart. */
function stepOf(interval) {
    const length = (0,_time_interval_js__WEBPACK_IMPORTED_MODULE_1__/* .lengthOf */ .Y)(interval);
    return STEPS.find(step => length % step === 0 && length / step <= MOST_STEPS && length > step);
}
/** The end of each part, in milliseconds since the epoch. */
function endsOf(interval, step) {
    const count = (0,_time_interval_js__WEBPACK_IMPORTED_MODULE_1__/* .lengthOf */ .Y)(interval) / step;
    return Array.from({ length: count }, (_, index) => interval.start.getTime() + (index + 1) * step);
}


/***/ }),

/***/ 8051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ lengthOf)
/* harmony export */ });
/** In milliseconds. */
const lengthOf = ({ start, end }) => end.getTime() - start.getTime();


/***/ })

};
