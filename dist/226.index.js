export const id = 226;
export const ids = [226];
export const modules = {

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

/***/ 3226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Prometheus: () => (/* binding */ Prometheus)
});

// EXTERNAL MODULE: ./build/budget/reading.js
var reading = __webpack_require__(1232);
// EXTERNAL MODULE: ./build/http/failure.js
var failure = __webpack_require__(1923);
// EXTERNAL MODULE: ./build/http/json.js
var json = __webpack_require__(3223);
// EXTERNAL MODULE: ./build/http/refusal.js
var refusal = __webpack_require__(8645);
// EXTERNAL MODULE: ./build/text/field.js
var field = __webpack_require__(6974);
// EXTERNAL MODULE: ./build/text/show.js
var show = __webpack_require__(3017);
// EXTERNAL MODULE: ./build/time/duration.js
var duration = __webpack_require__(570);
// EXTERNAL MODULE: ./build/sources/otherTime.js
var otherTime = __webpack_require__(3778);
// EXTERNAL MODULE: ./build/sources/partial.js
var sources_partial = __webpack_require__(2952);
;// CONCATENATED MODULE: ./build/sources/prometheus/events.js

/**
 * PromQL's sum over no series is no series. Where there were events and no series of good ones, all
 * of them failed: that is an outage, not a lack of data. No series of bad ones means that none failed.
 */
function eventsFrom({ counted, part, total, kind }) {
    const [count, all] = [part, total].map(sample => sample.kind === 'value' ? sample.value : sample.isEmpty ? 0 : undefined);
    if (all === undefined || (all === 0 && count === 0)) {
        return total.kind === 'value' ? (0,reading/* noData */._h)('there were no events') : total;
    }
    if (count === undefined)
        return part;
    if (counted === 'good')
        return { kind, good: count, total: all };
    if (!(count >= 0))
        return (0,reading/* unreadable */.O$)(`the number of bad events, ${count}, is not a count`);
    if (count > all) {
        return (0,reading/* isSmallExcess */.th)(count, all)
            ? { kind, good: 0, total: all, note: `${count} bad of ${all} events count as all` }
            : (0,reading/* unreadable */.O$)(`${count} bad events are more than all ${all} events`);
    }
    const note = part.kind === 'value' ? undefined : 'there is no series of bad events, so none is counted';
    return { kind, good: all - count, total: all, ...(note && { note }) };
}

// EXTERNAL MODULE: ./build/sources/prometheus/promql.js
var promql = __webpack_require__(599);
// EXTERNAL MODULE: ./build/sources/prometheus/request.js
var request = __webpack_require__(6971);
;// CONCATENATED MODULE: ./build/sources/prometheus/source.js












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
        const promQl = (0,promql/* promQlOf */.HC)(spec, slo, window);
        const ask = (query) => this.#query({ query, at: window.end });
        if ('errorRatio' in promQl) {
            const { errorRatio, hint, note } = promQl;
            const ratio = await ask(errorRatio);
            const from = fromOf([ratio], window);
            if (ratio.kind === 'value')
                return { kind: 'error-ratio', errorRatio: ratio.value, from: { ...from, ...(note && { note }) } };
            const missing = missingFrom(ratio, { query: errorRatio, window, hint });
            const reason = missing && hint ? `${ratio.reason}; ${hint}` : ratio.reason;
            return { kind: ratio.kind, reason, from: { ...from, ...missing } };
        }
        const { counted } = promQl;
        const [part, total] = await Promise.all([ask(promQl.query), ask(promQl.total)]);
        const kind = [promQl.query, promQl.total].some(promql/* isPerSecond */.Ks) ? 'per-second' : 'events';
        const { note, ...observation } = eventsFrom({ counted, part, total, kind });
        const missing = missingFrom(total, { query: promQl.total, window });
        return { ...observation, from: { ...fromOf([part, total], window), ...(note && { note }), ...missing } };
    }
    async #query(asked) {
        const { query, at } = asked;
        try {
            const response = await this.#context.http.send((0,request/* promRequest */.y)(this.#connection, {
                endpoint: 'query',
                parameters: { query, time: String(at.getTime() / duration/* SECOND */.Z2) },
                asked: `${query} at ${at.toISOString()}`
            }));
            return { ...sampleIn(response, asked), request: response.request };
        }
        catch (error) {
            if (error instanceof failure/* HttpFailure */.H)
                return (0,reading/* unreadable */.O$)(`Prometheus could not be reached: ${error.message}`);
            throw error;
        }
    }
}
function fromOf(samples, { start, end }) {
    return { requests: samples.flatMap(({ request }) => request ?? []), start, end };
}
/** No series at all is not the same as no events: the query may be about something that does not exist. */
function missingFrom(sample, { query, window, hint }) {
    if (sample.kind !== 'no-data' || !sample.isEmpty)
        return undefined;
    const noSeries = `${query}, where $window became ${(0,promql/* promDuration */.Jn)(window.duration.ms)}`;
    return hint === undefined
        ? { noSeries, note: `there is no series for the query ${noSeries}` }
        : { noSeries: `${query}; ${hint}`, note: hint };
}
function sampleIn(response, { query, at }) {
    const of = `to the query ${query}`;
    const { body, problem } = (0,json/* bodyOf */.EN)(response);
    const { status, redact, givenUp } = response;
    if (status !== 200 || (0,field/* field */.Z)(body, 'status') !== 'success') {
        const said = (0,field/* field */.Z)(body, 'error');
        const words = typeof said === 'string' ? (0,show/* excerpt */.Kb)(said, redact) : undefined;
        const hint = [words ? undefined : problem, HINTS[status]].filter(Boolean).join('; ');
        return (0,reading/* unreadable */.O$)((0,refusal/* describeRefusal */.a)({ who: 'Prometheus', status, words, correlation: ` ${of}`, hint, givenUp }));
    }
    const partial = (0,sources_partial/* partialIn */.Fy)(body, redact);
    if (partial)
        return (0,reading/* unreadable */.O$)(`Prometheus says that ${partial} ${of}; check its stores and its replicas`);
    return vectorSample((0,field/* field */.Z)(body, 'data'), { of, at });
}
const HINTS = {
    400: 'check the PromQL of the definition',
    401: 'check prometheus-token',
    403: 'check what prometheus-token may do',
    404: 'check prometheus-url: it is the address without /api/v1',
    422: 'check the PromQL of the definition'
};
/** A vector with one sample, or a scalar; an empty vector, NaN and Inf are no data. */
function vectorSample(data, about) {
    const { of } = about;
    const type = (0,field/* field */.Z)(data, 'resultType');
    const result = (0,field/* field */.Z)(data, 'result');
    if (type === 'scalar')
        return valueSample(result, about);
    if (type !== 'vector' || !Array.isArray(result))
        return (0,reading/* unreadable */.O$)(`Prometheus gave no vector as the answer ${of}`);
    if (result.length === 0)
        return { ...(0,reading/* noData */._h)(`Prometheus has no series as the answer ${of}`), isEmpty: true };
    if (result.length > 1) {
        return (0,reading/* unreadable */.O$)(`Prometheus has ${result.length} series as the answer ${of}; ${isRule(of) ? 'name the SLO so that there is one' : 'wrap it in sum(...) so that there is one'}`);
    }
    return valueSample((0,field/* field */.Z)(result[0], 'value'), about);
}
/** Sums of recorded ratios would be no ratios. */
const isRule = (query) => /slo:sli_error:ratio_rate|pyrra_|:burnrate/.test(query);
/** Reads `[1700000000, "0.25"]`. The instant of a sample is the one that was asked about. */
function valueSample(pair, { of, at }) {
    const [time, text] = Array.isArray(pair) && pair.length === 2 ? pair : [];
    if (typeof text !== 'string')
        return (0,reading/* unreadable */.O$)(`Prometheus gave no value as the answer ${of}`);
    const isNumber = /^(NaN|[+-]?Inf|-?\d+(\.\d+)?(e[+-]?\d+)?)$/i.test(text);
    if (!isNumber)
        return (0,reading/* unreadable */.O$)(`Prometheus gave ${(0,show/* shown */.SP)(text)} as the answer ${of}`);
    if (typeof time !== 'number' || !(0,otherTime/* isNear */.H)(at.getTime(), time * duration/* SECOND */.Z2)) {
        return (0,reading/* unreadable */.O$)(`Prometheus gave a value of another time than ${at.toISOString()} as the answer ${of}`);
    }
    if (Number.isNaN(Number(text)))
        return (0,reading/* noData */._h)(`Prometheus gave ${text} as the answer ${of}`);
    return { kind: 'value', value: Number(text) };
}


/***/ })

};
