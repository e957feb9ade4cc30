export const id = 70;
export const ids = [70];
export const modules = {

/***/ 8070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPrometheusHistory: () => (/* binding */ readPrometheusHistory)
/* harmony export */ });
/* harmony import */ var _budget_window_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5566);
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1923);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3223);
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6974);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(570);
/* harmony import */ var _partial_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2952);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(578);
/* harmony import */ var _promql_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(599);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6971);









/** The increase in each part of the windows, by range queries. Only queries of counts can tell. */
async function readPrometheusHistory(slos, options) {
    const histories = await Promise.all(slos.map(({ slo, spec }) => (isCounted(spec) ? historyOf(slo, spec, options) : new Map())));
    return new Map(histories.flatMap(found => [...found]));
}
const isCounted = (spec) => 'total' in spec && ![(0,_promql_js__WEBPACK_IMPORTED_MODULE_5__/* .countsOf */ .mQ)(spec).query, spec.total].some(_promql_js__WEBPACK_IMPORTED_MODULE_5__/* .isPerSecond */ .Ks);
async function historyOf(slo, spec, options) {
    const window = (0,_budget_window_js__WEBPACK_IMPORTED_MODULE_0__/* .ownWindow */ .ll)(slo, options.at);
    const step = (0,_steps_js__WEBPACK_IMPORTED_MODULE_4__/* .stepOf */ .c)(window);
    if (step === undefined)
        return new Map();
    const range = async (promql) => {
        const query = promql.replaceAll('$window', (0,_promql_js__WEBPACK_IMPORTED_MODULE_5__/* .promDuration */ .Jn)(step));
        const parameters = {
            query,
            start: String((window.start.getTime() + step) / _time_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .SECOND */ .Z2),
            end: String(window.end.getTime() / _time_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .SECOND */ .Z2),
            step: String(step / _time_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .SECOND */ .Z2)
        };
        const request = (0,_request_js__WEBPACK_IMPORTED_MODULE_6__/* .promRequest */ .y)(options.connection, { endpoint: 'query_range', parameters, asked: query });
        const response = await options.context.http.send(request);
        return response.status === 200 ? seriesIn((0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(response)) : undefined;
    };
    try {
        const { counted, query } = (0,_promql_js__WEBPACK_IMPORTED_MODULE_5__/* .countsOf */ .mQ)(spec);
        const [part, all] = await Promise.all([range(query), range(spec.total)]);
        if (part === undefined || all === undefined)
            return new Map();
        const buckets = (0,_steps_js__WEBPACK_IMPORTED_MODULE_4__/* .endsOf */ .o)(window, step).map(end => {
            const [count, total] = [part.get(end) ?? 0, all.get(end) ?? 0];
            return { end: new Date(end), good: counted === 'good' ? count : Math.max(0, total - count), total };
        });
        return new Map([[slo.id, buckets]]);
    }
    catch (error) {
        if (error instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .H || error instanceof _http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .NotJson */ .ac)
            return new Map();
        throw error;
    }
}
/** The values of the only series of a matrix, by their instants in milliseconds. */
function seriesIn(body) {
    const result = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_7__/* .field */ .Z)((0,_text_field_js__WEBPACK_IMPORTED_MODULE_7__/* .field */ .Z)(body, 'data'), 'result');
    if ((0,_partial_js__WEBPACK_IMPORTED_MODULE_8__/* .partialIn */ .Fy)(body, text => text) !== undefined)
        return undefined;
    if (!Array.isArray(result) || result.length > 1)
        return undefined;
    const values = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_7__/* .field */ .Z)(result[0], 'values');
    const series = new Map();
    for (const pair of Array.isArray(values) ? values : []) {
        const [time, value] = Array.isArray(pair) ? [Number(pair[0]), Number(pair[1])] : [];
        if (time === undefined || value === undefined || !(value >= 0 && Number.isFinite(value)))
            return undefined;
        series.set(Math.round(time * _time_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .SECOND */ .Z2), value);
    }
    return series;
}


/***/ }),

/***/ 599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ pyrraWindow),
/* harmony export */   HC: () => (/* binding */ promQlOf),
/* harmony export */   HE: () => (/* binding */ ruleDuration),
/* harmony export */   Jn: () => (/* binding */ promDuration),
/* harmony export */   Ks: () => (/* binding */ isPerSecond),
/* harmony export */   Sd: () => (/* binding */ pyrraWindows),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   xo: () => (/* binding */ SLOTH_WINDOWS)
/* harmony export */ });
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(570);

function countsOf(spec) {
    const { total } = spec;
    return 'good' in spec
        ? { counted: 'good', query: spec.good, total }
        : { counted: 'bad', query: spec.bad, total };
}
function promQlOf(spec, slo, { duration }) {
    const resolved = (query) => query.replaceAll('$window', promDuration(duration.ms));
    if ('total' in spec) {
        const { counted, query, total } = countsOf(spec);
        return { counted, query: resolved(query), total: resolved(total) };
    }
    if ('errorRatio' in spec)
        return { errorRatio: resolved(spec.errorRatio) };
    const isOwn = duration.ms === slo.window.ms;
    return 'sloth' in spec
        ? slothQuery(spec.sloth, duration.ms, isOwn)
        : pyrraQuery(spec, duration.ms, slo.window.ms);
}
/**
 * Whether the value of a query is so many a second, which is no count: a rate of one is 2.6 million events in
 * 30 days. Seen from its functions, those of MetricsQL too, and from the usual names of recorded rates.
 */
function isPerSecond(query) {
    const code = query
        .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#.*/g, '""')
        .replaceAll('$window', '1h');
    return /\b\w*(?:rate|deriv)(?:_fast|_over_sum)?\s*\(|:\w*rate(?:\d\w*)?(?![\w:])/.test(code);
}
/** Windows that Sloth records for every SLO, beside its period. */
const SLOTH_WINDOWS = [
    ...[5 * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY, 30 * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY, _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, 2 * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, 6 * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_, 3 * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_]
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
    return [...new Set(parts.map(part => pyrraWindow(ownMs, part)))];
}
/** A part of the window of an SLO, as Pyrra rounds it. */
const pyrraWindow = (ownMs, part) => Math.round(ownMs / part / _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY) * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY;
/**
 * Pyrra's generic rules tell the availability over its window, and the rules of the metric the error
 * ratios of its alerts (which it calls burn rates). Of another window than ours there is no series.
 */
function pyrraQuery({ pyrra, metric = '' }, ms, ownMs) {
    const isOwn = ms === ownMs;
    const slo = `{slo=${quoted(pyrra)}}`;
    const hint = 'check the name, that Pyrra makes generic rules, that it does not group, and that timeWindow is its window';
    if (isOwn) {
        const otherWindow = `pyrra_window${slo} != ${ms / _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2}`;
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
const YEAR = 365 * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_;
const UNITS = [
    ['d', _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_],
    ['h', _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp],
    ['m', _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY],
    ['s', _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2]
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
    if (ms % _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .WEEK */ .V8 === 0)
        return `${ms / _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .WEEK */ .V8}w`;
    let left = ms;
    return UNITS.map(([unit, size]) => {
        const count = Math.floor(left / size);
        left -= count * size;
        return count > 0 ? `${count}${unit}` : '';
    }).join('');
}


/***/ }),

/***/ 6971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ promRequest)
/* harmony export */ });
/**
 * A request to the query API.
 *
 * @param asked what is asked, for the report
 */
function promRequest({ apiUrl, token }, { endpoint, parameters, asked }) {
    return {
        method: 'POST',
        url: `${apiUrl}/api/v1/${endpoint}`,
        isRead: true,
        query: asked,
        headers: {
            'content-type': 'application/x-www-form-urlencoded',
            accept: 'application/json',
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` })
        },
        body: new URLSearchParams(parameters).toString()
    };
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
/** How long the parts of a window are: few enough to be drawn, and a window has a whole number of them. */
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
