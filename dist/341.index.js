export const id = 341;
export const ids = [341,953];
export const modules = {

/***/ 3787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nn: () => (/* binding */ rowsIn),
/* harmony export */   Sc: () => (/* binding */ Rows),
/* harmony export */   pq: () => (/* binding */ countOf)
/* harmony export */ });
/* harmony import */ var _budget_groupBy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8074);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3223);
/* harmony import */ var _dataActionQuery_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4131);
/* harmony import */ var _genesysAnswer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5201);




/**
 * The rows of an answer (`ActionAggregateQueryResponse`). Without executions there are none.
 *
 * @throws GenesysError for what has another form
 */
function rowsIn({ body, correlation }) {
    const list = (value, what) => {
        if (value === undefined)
            return [];
        if (Array.isArray(value))
            return value;
        throw new _genesysAnswer_js__WEBPACK_IMPORTED_MODULE_1__/* .GenesysError */ .DF(`Genesys Cloud answered with ${(0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(value)} as ${what}${correlation}`);
    };
    if (!isObject(body))
        throw new _genesysAnswer_js__WEBPACK_IMPORTED_MODULE_1__/* .GenesysError */ .DF(`Genesys Cloud answered with ${(0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(body)}${correlation}`);
    return list(body['results'], 'results').flatMap(result => {
        const group = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(result, 'group');
        if (!isObject(group)) {
            throw new _genesysAnswer_js__WEBPACK_IMPORTED_MODULE_1__/* .GenesysError */ .DF(`Genesys Cloud answered with ${(0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(group)} as group${correlation}`);
        }
        // A group is there because something happened in it.
        const data = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(result, 'data') ?? null;
        return list(data, 'data').map(entry => rowOf(group, entry));
    });
}
function rowOf(group, entry) {
    const metrics = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(entry, 'metrics');
    const metric = Array.isArray(metrics) ? metrics.find(isExecutions) : undefined;
    const stats = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(metric, 'stats');
    const interval = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(entry, 'interval');
    const [start = Number.NaN, end = Number.NaN] = typeof interval === 'string' ? interval.split('/').map(Date.parse) : [];
    const [count, max] = [(0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(stats, 'count'), (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(stats, 'max')];
    return { group, start, end, count, max, views: (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(entry, 'views') };
}
const isExecutions = (metric) => (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(metric, 'metric') === 'tTotalExecution';
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Rows by the dimensions that SLOs are about. */
class Rows {
    #all;
    #byDimension = new Map();
    constructor(rows) {
        this.#all = rows;
    }
    /** The rows that an SLO is about, and those of which nobody can tell. */
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
        const index = (0,_budget_groupBy_js__WEBPACK_IMPORTED_MODULE_3__/* .groupBy */ .$)(this.#all, ({ group }) => lower(group[dimension]));
        this.#byDimension.set(dimension, index);
        return index;
    }
}
/** Ids are written in either case. */
const lower = (value) => (typeof value === 'string' ? value.toLowerCase() : undefined);
/**
 * Counts the rows of an SLO.
 *
 * @returns a reason when a row cannot be counted: it might be a failure
 */
function countOf(rows, spec) {
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
        return `it answered with ${(0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(count)} as the count of executions`;
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
        return `it answered with ${(0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(slow)} of ${count} executions that take ${spec.slowerThanMs} ms or longer`;
    }
    return [
        { outcome, count: count - slow, countsAs: 'good' },
        { outcome: `${outcome}, ${spec.slowerThanMs} ms or longer`, count: slow, countsAs: 'bad' }
    ];
}
function neededBy({ actionIds, integrationId }) {
    return [...(actionIds ? ['actionId'] : []), ...(integrationId ? ['integrationId'] : []), 'errorType'];
}
/** A view that counts nothing may be left out; the longest execution then tells whether that is so. */
function slowOf({ views, max }, threshold) {
    const view = Array.isArray(views)
        ? views.find(view => (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(view, 'name') === (0,_dataActionQuery_js__WEBPACK_IMPORTED_MODULE_0__/* .viewName */ .Tw)(threshold))
        : undefined;
    if (view !== undefined)
        return (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)((0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(view, 'stats'), 'count');
    return typeof max === 'number' && max >= 0 && max < threshold ? 0 : undefined;
}
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;


/***/ }),

/***/ 9016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J6: () => (/* binding */ byInterval),
/* harmony export */   XC: () => (/* binding */ planOf),
/* harmony export */   Y5: () => (/* binding */ lengthOf),
/* harmony export */   cS: () => (/* binding */ batchesOf),
/* harmony export */   nu: () => (/* binding */ slicesOf)
/* harmony export */ });
/* harmony import */ var _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9102);
/* harmony import */ var _budget_groupBy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8074);


/** A query takes ten views at the most. */
const MOST_VIEWS = 10;
/** More buckets than this in a query, or more of all SLOs together, cost more than queries of their own. */
const MOST_BUCKETS = 100;
const MOST_BUCKETS_OF_ALL = 10_000;
/** Probes whose latency limits fit into the views of one query. */
function batchesOf(probes) {
    const limits = [...new Set(probes.flatMap(({ spec }) => spec.slowerThanMs ?? []))];
    const batchOf = ({ spec: { slowerThanMs } }) => slowerThanMs === undefined ? 0 : Math.floor(limits.indexOf(slowerThanMs) / MOST_VIEWS);
    return [...(0,_budget_groupBy_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$)(probes, batchOf).values()];
}
/**
 * The queries that answer all probes: one for each length of an SLO's own window, and as few as
 * reasonable, in buckets, for the shorter windows of the alerts. The number of SLOs does not count.
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
/** Windows that end together and have a common measure which is not too small, shortest first. */
function tiersOf(queries) {
    const tiers = [];
    for (const query of queries.toSorted((a, b) => lengthOf(a.interval) - lengthOf(b.interval))) {
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
    const buckets = Math.max(...queries.map(({ interval }) => lengthOf(interval))) / measure;
    const slos = new Set(queries.flatMap(({ probes }) => probes.map(({ slo }) => slo.id))).size;
    const ends = new Set(queries.map(({ interval }) => interval.end.getTime()));
    return (ends.size === 1 &&
        measure % _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY === 0 &&
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
const commonMeasure = (queries) => queries.map(({ interval }) => lengthOf(interval)).reduce(greatestCommonDivisor);
function greatestCommonDivisor(a, b) {
    return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
const lengthOf = ({ start, end }) => end.getTime() - start.getTime();
/**
 * The parts in which an interval is asked for that was refused as a whole, the latest first: weeks,
 * then days. Counts of parts add up.
 *
 * @returns undefined for an interval that cannot be the reason
 */
function slicesOf(interval) {
    const step = [_budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .WEEK */ .V8, _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_].find(step => lengthOf(interval) > step);
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

/***/ 4131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dg: () => (/* binding */ queryBody),
/* harmony export */   Od: () => (/* binding */ scopeOf),
/* harmony export */   Tw: () => (/* binding */ viewName)
/* harmony export */ });
/* harmony import */ var _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9102);

/** An undocumented number of predicates is too many for the API; beyond this, everything is asked for. */
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
    // Genesys writes ids in lower case; whether its filter minds is not documented.
    return ids.flatMap(id => [...new Set([id, id.toLowerCase()])].map(value => ({ dimension, value })));
}
/** The body of a query (`ActionAggregationQuery`). */
function queryBody({ groupBy, predicates, thresholds }, interval, granularityMs) {
    const matching = predicates?.map(predicate => ({ type: 'dimension', operator: 'matches', ...predicate }));
    return {
        interval: `${interval.start.toISOString()}/${interval.end.toISOString()}`,
        ...(granularityMs === undefined ? {} : { granularity: (0,_budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .isoDuration */ ._d)(granularityMs) }),
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

/***/ 3106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ askExecutions),
/* harmony export */   X: () => (/* binding */ areBucketsOf)
/* harmony export */ });
/* harmony import */ var _dataActionCounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3787);
/* harmony import */ var _dataActionQuery_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4131);


/** Every group of every SLO, in every bucket. */
const MAX_BYTES = 32 * 1024 * 1024;
const HINTS = {
    400: 'check the ids of the definition',
    403: 'give the OAuth client a role with the permission integrations:action:view'
};
/**
 * Asks how often data actions were executed, and how that ended.
 *
 * @throws GenesysError
 */
async function askExecutions(genesys, { interval, scope, granularityMs, isFinal = false, maxBytes = MAX_BYTES }) {
    const body = (0,_dataActionQuery_js__WEBPACK_IMPORTED_MODULE_1__/* .queryBody */ .Dg)(scope, interval, granularityMs);
    const answer = await genesys.ask({
        ...{ method: 'POST', path: '/api/v2/analytics/actions/aggregates/query', body, isRead: true },
        ...{ hints: HINTS, maxBytes, query: JSON.stringify(body) },
        isFinal: status => isFinal && status === 504
    });
    return { rows: (0,_dataActionCounts_js__WEBPACK_IMPORTED_MODULE_0__/* .rowsIn */ .Nn)(answer), requests: [answer.request] };
}
/** Whether an answer has the buckets that were asked for: then they add up to every window that is made of them. */
function areBucketsOf({ start, end }, granularityMs, rows) {
    return rows.every(row => row.end - row.start === granularityMs &&
        (end.getTime() - row.end) % granularityMs === 0 &&
        row.start >= start.getTime() &&
        row.end <= end.getTime());
}


/***/ }),

/***/ 4341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addingUp: () => (/* binding */ addingUp),
/* harmony export */   readHistories: () => (/* binding */ readHistories)
/* harmony export */ });
/* harmony import */ var _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9102);
/* harmony import */ var _budget_window_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5566);
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1923);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3223);
/* harmony import */ var _dataActionCounts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3787);
/* harmony import */ var _dataActionPlan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9016);
/* harmony import */ var _dataActionQuery_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4131);
/* harmony import */ var _dataActionRequest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3106);
/* harmony import */ var _genesysAnswer_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5201);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2953);
/* harmony import */ var _prometheusQuery_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1677);











const STEPS = [1, 2, 3, 6, 12, 24, 48, 72, 168].map(hours => hours * _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp);
const MOST_STEPS = 45;
/** A chart is worth less than a number. */
const MAX_BYTES = 16 * 1024 * 1024;
/** How long the parts of a window are: few enough to be drawn, and a window has a whole number of them. */
function stepOf(interval) {
    const length = (0,_dataActionPlan_js__WEBPACK_IMPORTED_MODULE_4__/* .lengthOf */ .Y5)(interval);
    return STEPS.find(step => length % step === 0 && length / step <= MOST_STEPS && length > step);
}
/**
 * Reads how the budgets of SLOs came to be what they are, for the charts. Nothing depends on it: what
 * cannot be read is not drawn.
 */
async function readHistories(slos, reading) {
    const plain = slos.filter(({ businessHours }) => businessHours === undefined);
    const found = await Promise.all([
        ...plain.map(slo => prometheusHistory(slo, reading)),
        dataActionHistories(plain, reading)
    ]);
    return new Map(found.flat());
}
/** PromQL extrapolates, a little differently for every window. */
const NEARLY = 0.02;
/** Only those that add up to what was measured: anything else would be a line that was invented. */
function addingUp(histories, judgements) {
    const measured = new Map(judgements.map(({ slo, reading }) => [slo.id, reading]));
    return new Map([...histories].filter(([id, buckets]) => {
        const reading = measured.get(id);
        const events = reading?.kind === 'rate' ? reading.events : null;
        if (events === null)
            return false;
        const sum = (of) => buckets.reduce((all, bucket) => all + of(bucket), 0);
        const isNear = (one, other) => Math.abs(one - other) <= NEARLY * Math.max(one, other);
        const bad = ({ good, total }) => Math.max(0, total - good);
        return (isNear(sum(({ total }) => total), events.total) && isNear(sum(bad), bad(events)));
    }));
}
async function dataActionHistories(slos, { genesys, at }) {
    if (genesys === undefined)
        return [];
    const probes = slos.flatMap(slo => slo.source.type === 'genesys-data-actions' ? { slo, spec: slo.source, window: (0,_budget_window_js__WEBPACK_IMPORTED_MODULE_1__/* .ownWindow */ .ll)(slo, at) } : []);
    const found = await Promise.all((0,_dataActionPlan_js__WEBPACK_IMPORTED_MODULE_4__/* .byInterval */ .J6)(probes).flatMap(({ interval, probes: same }) => {
        const step = stepOf(interval);
        return step === undefined
            ? []
            : (0,_dataActionPlan_js__WEBPACK_IMPORTED_MODULE_4__/* .batchesOf */ .cS)(same).map(batch => batchHistory(batch, { genesys, interval, step }));
    }));
    return found.flat();
}
async function batchHistory(batch, { genesys, interval, step }) {
    const scope = (0,_dataActionQuery_js__WEBPACK_IMPORTED_MODULE_5__/* .scopeOf */ .Od)(batch.map(({ spec }) => spec));
    try {
        const { rows } = await (0,_dataActionRequest_js__WEBPACK_IMPORTED_MODULE_6__/* .askExecutions */ .N)(genesys, {
            ...{ interval, scope, granularityMs: step, maxBytes: MAX_BYTES }
        });
        if (!(0,_dataActionRequest_js__WEBPACK_IMPORTED_MODULE_6__/* .areBucketsOf */ .X)(interval, step, rows))
            return [];
        const byEnd = new Map(endsOf(interval, step).map(end => [end, new _dataActionCounts_js__WEBPACK_IMPORTED_MODULE_3__/* .Rows */ .Sc(rows.filter(row => row.end === end))]));
        return batch.flatMap(({ slo, spec }) => {
            const buckets = bucketsOf(byEnd, spec);
            return buckets === undefined ? [] : [[slo.id, buckets]];
        });
    }
    catch (error) {
        if (error instanceof _genesysAnswer_js__WEBPACK_IMPORTED_MODULE_7__/* .GenesysError */ .DF)
            return [];
        throw error;
    }
}
function bucketsOf(byEnd, spec) {
    const buckets = [];
    for (const [end, rows] of byEnd) {
        const counted = (0,_dataActionCounts_js__WEBPACK_IMPORTED_MODULE_3__/* .countOf */ .pq)(rows.of(spec), spec);
        if (typeof counted === 'string')
            return undefined;
        buckets.push({ end: new Date(end), good: counted.good, total: counted.total });
    }
    return buckets;
}
function endsOf({ start, end }, step) {
    return Array.from({ length: (0,_dataActionPlan_js__WEBPACK_IMPORTED_MODULE_4__/* .lengthOf */ .Y5)({ start, end }) / step }, (_, index) => start.getTime() + (index + 1) * step);
}
async function prometheusHistory(slo, { connections, http, at }) {
    const { source } = slo;
    const window = (0,_budget_window_js__WEBPACK_IMPORTED_MODULE_1__/* .ownWindow */ .ll)(slo, at);
    const step = stepOf(window);
    if (source.type !== 'prometheus' || !('good' in source) || step === undefined)
        return [];
    const { prometheus } = connections;
    if (prometheus === undefined)
        return [];
    const range = async (promql) => {
        const query = promql.replaceAll('$window', (0,_prometheusQuery_js__WEBPACK_IMPORTED_MODULE_9__/* .promDuration */ .Jn)(step));
        const parameters = {
            query,
            start: String((window.start.getTime() + step) / _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2),
            end: String(window.end.getTime() / _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2),
            step: String(step / _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2)
        };
        const response = await http.send((0,_prometheus_js__WEBPACK_IMPORTED_MODULE_8__/* .promRequest */ .y)(prometheus, { endpoint: 'query_range', parameters, asked: query }));
        return response.status === 200 ? seriesIn((0,_http_json_js__WEBPACK_IMPORTED_MODULE_10__/* .jsonOf */ .o_)(response)) : undefined;
    };
    try {
        const [good, total] = await Promise.all([range(source.good), range(source.total)]);
        if (good === undefined || total === undefined)
            return [];
        const buckets = endsOf(window, step).map(end => ({
            end: new Date(end),
            good: good.get(end) ?? 0,
            total: total.get(end) ?? 0
        }));
        return [[slo.id, buckets]];
    }
    catch (error) {
        if (error instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpFailure */ .H || error instanceof _http_json_js__WEBPACK_IMPORTED_MODULE_10__/* .NotJson */ .ac)
            return [];
        throw error;
    }
}
/** The values of the only series of a matrix, by their instants in milliseconds. */
function seriesIn(body) {
    const result = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_10__/* .field */ .ZZ)((0,_http_json_js__WEBPACK_IMPORTED_MODULE_10__/* .field */ .ZZ)(body, 'data'), 'result');
    if (!Array.isArray(result) || result.length > 1)
        return undefined;
    const values = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_10__/* .field */ .ZZ)(result[0], 'values');
    const series = new Map();
    for (const pair of Array.isArray(values) ? values : []) {
        const [time, value] = Array.isArray(pair) ? [Number(pair[0]), Number(pair[1])] : [];
        if (time === undefined || value === undefined || !(value >= 0 && Number.isFinite(value)))
            return undefined;
        series.set(Math.round(time * _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2), value);
    }
    return series;
}


/***/ }),

/***/ 2953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Prometheus: () => (/* binding */ Prometheus),
/* harmony export */   y: () => (/* binding */ promRequest)
/* harmony export */ });
/* harmony import */ var _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9102);
/* harmony import */ var _budget_reading_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1232);
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1923);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3223);
/* harmony import */ var _prometheusQuery_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1677);





/** Any server with Prometheus' HTTP API. Queries are evaluated at the end of the window. */
class Prometheus {
    #connection;
    #context;
    constructor(connection, context) {
        this.#connection = connection;
        this.#context = context;
    }
    read(probes) {
        return Promise.all(probes.map(probe => this.#readOne(probe)));
    }
    async #readOne({ spec, slo, window }) {
        const promQl = (0,_prometheusQuery_js__WEBPACK_IMPORTED_MODULE_2__/* .promQlOf */ .HC)(spec, slo, window);
        if ('errorRatio' in promQl) {
            const { errorRatio, hint, note } = promQl;
            const ratio = await this.#query(errorRatio, window);
            const missing = ratio.kind === 'no-data' && ratio.isEmpty ? hint : undefined;
            const from = fromOf([ratio], window, missing ?? note);
            if (ratio.kind === 'value')
                return { kind: 'error-ratio', errorRatio: ratio.value, from };
            return { kind: ratio.kind, reason: missing ? `${ratio.reason}; ${missing}` : ratio.reason, from };
        }
        const [good, total] = await Promise.all([
            this.#query(promQl.good, window),
            this.#query(promQl.total, window)
        ]);
        return { ...eventsFrom(good, total), from: fromOf([good, total], window) };
    }
    async #query(query, window) {
        try {
            const response = await this.#context.http.send(promRequest(this.#connection, {
                endpoint: 'query',
                parameters: { query, time: String(window.end.getTime() / _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2) },
                asked: `${query} at ${window.end.toISOString()}`
            }));
            return { ...sampleIn(response, query), request: response.request };
        }
        catch (error) {
            if (error instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .H)
                return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`Prometheus could not be reached: ${error.message}`);
            throw error;
        }
    }
}
/**
 * A request to the query API.
 *
 * @param asked what is asked, for the report
 */
function promRequest({ url, token }, { endpoint, parameters, asked }) {
    return {
        ...{ method: 'POST', url: `${url}/api/v1/${endpoint}`, isRead: true, query: asked },
        headers: {
            'content-type': 'application/x-www-form-urlencoded',
            accept: 'application/json',
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` })
        },
        body: new URLSearchParams(parameters).toString()
    };
}
function fromOf(samples, { start, end }, note) {
    const requests = samples.flatMap(({ request }) => request ?? []);
    return { requests, start, end, ...(note === undefined ? {} : { note }) };
}
/**
 * PromQL's sum over no series is no series. Where there were events and no series of good ones, all
 * of them failed: that is an outage, not a lack of data.
 */
function eventsFrom(good, total) {
    const [goodCount, totalCount] = [good, total].map(sample => sample.kind === 'value' ? sample.value : sample.isEmpty ? 0 : undefined);
    if (totalCount === undefined || (totalCount === 0 && goodCount === 0)) {
        return total.kind === 'value' ? (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .noData */ ._h)('there were no events') : total;
    }
    if (goodCount === undefined)
        return good;
    return { kind: 'events', good: goodCount, total: totalCount };
}
function sampleIn(response, query) {
    const of = `to the query ${query}`;
    const { body, problem } = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_4__/* .bodyOf */ .EN)(response);
    if (response.status !== 200 || (0,_http_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(body, 'status') !== 'success') {
        const said = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(body, 'error');
        const words = typeof said === 'string' ? ` "${(0,_http_json_js__WEBPACK_IMPORTED_MODULE_4__/* .excerpt */ .Kb)(said, response.redact)}"` : problem ? `; ${problem}` : '';
        const hint = HINTS[response.status] ? `; ${HINTS[response.status]}` : '';
        const givenUp = response.givenUp === undefined ? '' : `; ${response.givenUp}`;
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`Prometheus answered HTTP ${response.status}${words} ${of}${hint}${givenUp}`);
    }
    return vectorSample((0,_http_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(body, 'data'), of);
}
const HINTS = {
    400: 'check the PromQL of the definition',
    401: 'check prometheus-token',
    403: 'check what prometheus-token may do',
    404: 'check prometheus-url: it is the address without /api/v1',
    422: 'check the PromQL of the definition'
};
/** A vector with one sample, or a scalar; an empty vector, NaN and Inf are no data. */
function vectorSample(data, of) {
    const type = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(data, 'resultType');
    const result = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(data, 'result');
    if (type === 'scalar')
        return valueSample(result, of);
    if (type !== 'vector' || !Array.isArray(result))
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`Prometheus gave no vector as the answer ${of}`);
    if (result.length === 0)
        return { ...(0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .noData */ ._h)(`Prometheus has no series as the answer ${of}`), isEmpty: true };
    if (result.length > 1) {
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`Prometheus has ${result.length} series as the answer ${of}; ${isRule(of) ? 'name the SLO so that there is one' : 'wrap it in sum(...) so that there is one'}`);
    }
    return valueSample((0,_http_json_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(result[0], 'value'), of);
}
/** Sums of recorded ratios would be no ratios. */
const isRule = (query) => /slo:sli_error:ratio_rate|pyrra_|:burnrate/.test(query);
/** Reads `[1700000000, "0.25"]`. */
function valueSample(pair, of) {
    const text = Array.isArray(pair) && pair.length === 2 ? pair[1] : undefined;
    if (typeof text !== 'string')
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`Prometheus gave no value as the answer ${of}`);
    if (/^(NaN|[+-]?Inf)$/.test(text))
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .noData */ ._h)(`Prometheus gave ${text} as the answer ${of}`);
    if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text))
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`Prometheus gave ${(0,_http_json_js__WEBPACK_IMPORTED_MODULE_4__/* .excerpt */ .Kb)(text)} as the answer ${of}`);
    return { kind: 'value', value: Number(text) };
}


/***/ }),

/***/ 1677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ promQlOf),
/* harmony export */   HE: () => (/* binding */ ruleDuration),
/* harmony export */   Jn: () => (/* binding */ promDuration),
/* harmony export */   Sd: () => (/* binding */ pyrraWindows),
/* harmony export */   xo: () => (/* binding */ SLOTH_WINDOWS)
/* harmony export */ });
/* harmony import */ var _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9102);

function promQlOf(spec, slo, { duration }) {
    const resolved = (query) => query.replaceAll('$window', promDuration(duration.ms));
    if ('good' in spec)
        return { good: resolved(spec.good), total: resolved(spec.total) };
    if ('errorRatio' in spec)
        return { errorRatio: resolved(spec.errorRatio) };
    const isOwn = duration.ms === slo.window.ms;
    return 'sloth' in spec
        ? slothQuery(spec.sloth, duration.ms, isOwn)
        : pyrraQuery(spec, duration.ms, slo.window.ms);
}
/** Windows that Sloth records for every SLO, beside its period. */
const SLOTH_WINDOWS = [
    ...[5 * _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY, 30 * _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY, _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, 2 * _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, 6 * _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_, 3 * _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_]
];
function slothQuery(id, ms, isOwn) {
    return {
        errorRatio: `slo:sli_error:ratio_rate${ruleDuration(ms)}{sloth_id=${quoted(id)}}`,
        hint: 'check the sloth_id, that its rules are loaded, and that timeWindow is its period; five minutes without events leave its period without a number: use good and total there',
        ...(isOwn && {
            note: 'Sloth averages the ratios of five minutes over its period, busy and quiet ones alike'
        })
    };
}
/** The windows of the alerts that Pyrra records for an SLO: they grow with its own. */
function pyrraWindows(ownMs) {
    const parts = [8064, 1344, 672, 336, 112, 28, 7];
    return [...new Set(parts.map(part => Math.round(ownMs / part / _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY) * _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY))];
}
/**
 * Pyrra's generic rules tell the availability over its window, and the rules of the metric the error
 * ratios of its alerts (which it calls burn rates). Of another window than ours there is no series.
 */
function pyrraQuery({ pyrra, metric = '' }, ms, ownMs) {
    const isOwn = ms === ownMs;
    const slo = `{slo=${quoted(pyrra)}}`;
    const hint = 'check the name, that Pyrra makes generic rules, that it does not group, and that timeWindow is its window';
    if (isOwn) {
        const otherWindow = `pyrra_window${slo} != ${ms / _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2}`;
        return { errorRatio: `1 - pyrra_availability${slo} unless on (slo) (${otherWindow})`, hint };
    }
    if (metric === '' || !pyrraWindows(ownMs).includes(ms)) {
        // No rule of this length: the generic ones tell what, for one, the last hour needs.
        const sum = (rule) => `sum_over_time(${rule}${slo}[${promDuration(ms)}])`;
        return { errorRatio: `${sum('pyrra_errors:rate5m')} / ${sum('pyrra_requests:rate5m')}`, hint };
    }
    const name = metric.replace(/_total$/, '').replace(/_count$/, '');
    return {
        errorRatio: `${name}:burnrate${ruleDuration(ms)}${slo}`,
        hint: 'check the metric, and that the alert has a window of Pyrra'
    };
}
const quoted = (label) => JSON.stringify(label);
const YEAR = 365 * _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_;
const UNITS = [
    ['d', _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_],
    ['h', _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp],
    ['m', _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY],
    ['s', _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2]
];
/** A duration in PromQL: the largest unit that divides it, such as `30d` or `5m`. */
function promDuration(ms) {
    const [unit, size] = UNITS.find(([, size]) => ms % size === 0) ?? ['ms', 1];
    return `${ms / size}${unit}`;
}
/** A duration as Prometheus' own library prints it in the names of rules: `4w`, `30d`, `1h4m`. */
function ruleDuration(ms) {
    if (ms % YEAR === 0)
        return `${ms / YEAR}y`;
    if (ms % _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .WEEK */ .V8 === 0)
        return `${ms / _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .WEEK */ .V8}w`;
    let left = ms;
    return UNITS.map(([unit, size]) => {
        const count = Math.floor(left / size);
        left -= count * size;
        return count > 0 ? `${count}${unit}` : '';
    }).join('');
}


/***/ })

};
