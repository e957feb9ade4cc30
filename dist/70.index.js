export const id = 70;
export const ids = [70];
export const modules = {

/***/ 9454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ vectorSample),
/* harmony export */   Y: () => (/* binding */ sampleIn)
/* harmony export */ });
/* harmony import */ var _budget_reading_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1232);
/* harmony import */ var _http_refusal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8645);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7072);
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6974);
/* harmony import */ var _text_show_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3017);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(570);
/* harmony import */ var _otherTime_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3778);
/* harmony import */ var _partial_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2952);








/**
 * What the server answered to an instant query.
 *
 * @param read finds the value in the data of a successful answer
 */
function sampleIn({ response, body: json }, about, read = vectorSample) {
    const of = `to the query ${about.query}`;
    const { status, redact, givenUp } = response;
    const body = (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .knownValue */ .jj)(json);
    if (status !== 200 || (0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(body, 'status') !== 'success') {
        const said = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(body, 'error');
        const words = typeof said === 'string' ? (0,_text_show_js__WEBPACK_IMPORTED_MODULE_5__/* .excerpt */ .Kb)(said, redact) : undefined;
        const hint = [words ? undefined : (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonOf */ .A3)(json), hintFor(status, about.signIn)]
            .filter(Boolean)
            .join('; ');
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)((0,_http_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .describeRefusal */ .a)({ who: 'Prometheus', status, words, correlation: ` ${of}`, hint, givenUp }));
    }
    const partial = (0,_partial_js__WEBPACK_IMPORTED_MODULE_7__/* .partialIn */ .Fy)(body, redact);
    if (partial)
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`Prometheus says that ${partial} ${of}; check its stores and its replicas`);
    return read((0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(body, 'data'), about);
}
const hintFor = (status, signIn) => SIGN_IN_HINTS[signIn]?.[status] ?? HINTS[status];
const HINTS = {
    400: 'check the PromQL of the definition',
    401: 'check prometheus-token',
    403: 'check what prometheus-token may do',
    404: 'check prometheus-url: it is the address without /api/v1',
    414: 'the server does not take POST (HTTP 405), and the query is too long for its addresses; allow POST, or shorten the query',
    422: 'check the PromQL of the definition'
};
const SIGN_IN_HINTS = {
    basic: {
        401: 'check prometheus-username and prometheus-password',
        403: 'check what prometheus-username may do'
    },
    sigv4: { 403: 'check prometheus-sigv4-region, and that the AWS role may aps:QueryMetrics' }
};
/** A vector with one sample, or a scalar; an empty vector, NaN and Inf are no data. */
function vectorSample(data, about) {
    const { query } = about;
    const of = `to the query ${query}`;
    const type = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(data, 'resultType');
    const result = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(data, 'result');
    if (type === 'scalar')
        return valueSample(result, about);
    if (type !== 'vector' || !Array.isArray(result))
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`Prometheus gave no vector as the answer ${of}`);
    if (result.length === 0)
        return { ...(0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .noData */ ._h)(`Prometheus has no series as the answer ${of}`), isEmpty: true };
    if (result.length > 1) {
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`Prometheus has ${result.length} series as the answer ${of}; ${isRule(query) ? 'name the SLO so that there is one, with labels if several servers record it' : 'wrap it in sum(...) so that there is one'}`);
    }
    return valueSample((0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(result[0], 'value'), about);
}
/** Sums of recorded ratios would be no ratios. */
const isRule = (query) => /slo:sli_error:ratio_rate|pyrra_|:burnrate/.test(query);
/** Reads `[1700000000, "0.25"]`. The instant of a sample is the one that was asked about. */
function valueSample(pair, { query, at }) {
    const of = `to the query ${query}`;
    const [time, text] = Array.isArray(pair) && pair.length === 2 ? pair : [];
    if (typeof text !== 'string')
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`Prometheus gave no value as the answer ${of}`);
    const isNumber = /^(NaN|[+-]?Inf|-?\d+(\.\d+)?(e[+-]?\d+)?)$/i.test(text);
    if (!isNumber)
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`Prometheus gave ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(text)} as the answer ${of}`);
    if (typeof time !== 'number' || !(0,_otherTime_js__WEBPACK_IMPORTED_MODULE_2__/* .isNear */ .H)(at.getTime(), time * _time_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .SECOND */ .Z2)) {
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`Prometheus gave a value of another time than ${at.toISOString()} as the answer ${of}`);
    }
    if (Number.isNaN(Number(text)))
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .noData */ ._h)(`Prometheus gave ${text} as the answer ${of}`);
    return { kind: 'value', value: Number(text) };
}


/***/ }),

/***/ 3004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ ruleDuration),
/* harmony export */   J: () => (/* binding */ promDuration)
/* harmony export */ });
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(570);

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

/***/ 8070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPrometheusHistory: () => (/* binding */ readPrometheusHistory)
/* harmony export */ });
/* harmony import */ var _budget_window_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5566);
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1923);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3223);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7072);
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6974);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(570);
/* harmony import */ var _partial_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2952);
/* harmony import */ var _steps_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(578);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3004);
/* harmony import */ var _promql_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(599);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3251);











/** The increase in each part of the windows, by range queries. Only queries of counts can tell. */
async function readPrometheusHistory(slos, options) {
    const histories = await Promise.all(slos.map(({ slo, spec }) => (isCounted(spec) ? historyOf(slo, spec, options) : new Map())));
    return new Map(histories.flatMap(found => [...found]));
}
const isCounted = (spec) => 'total' in spec && ![(0,_promql_js__WEBPACK_IMPORTED_MODULE_6__/* .countsOf */ .mQ)(spec).query, spec.total].some(_promql_js__WEBPACK_IMPORTED_MODULE_6__/* .isPerSecond */ .Ks);
async function historyOf(slo, spec, options) {
    const window = (0,_budget_window_js__WEBPACK_IMPORTED_MODULE_0__/* .ownWindow */ .ll)(slo, options.at);
    const step = (0,_steps_js__WEBPACK_IMPORTED_MODULE_4__/* .stepOf */ .c)(window);
    if (step === undefined)
        return new Map();
    const range = async (promql) => {
        const query = promql.replaceAll('$window', (0,_duration_js__WEBPACK_IMPORTED_MODULE_5__/* .promDuration */ .J)(step));
        const parameters = {
            query,
            start: String((window.start.getTime() + step) / _time_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .SECOND */ .Z2),
            end: String(window.end.getTime() / _time_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .SECOND */ .Z2),
            step: String(step / _time_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .SECOND */ .Z2)
        };
        const response = await (0,_request_js__WEBPACK_IMPORTED_MODULE_7__/* .askPrometheus */ .q)(options.context.http, options.connection, {
            endpoint: 'query_range',
            parameters,
            asked: query
        });
        return response.status === 200 ? seriesIn((0,_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .knownValue */ .jj)((0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o)(response))) : undefined;
    };
    try {
        const { counted, query } = (0,_promql_js__WEBPACK_IMPORTED_MODULE_6__/* .countsOf */ .mQ)(spec);
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
        if (error instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .H)
            return new Map();
        throw error;
    }
}
/** The values of the only series of a matrix, by their instants in milliseconds. */
function seriesIn(body) {
    const result = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_9__/* .field */ .Z)((0,_text_field_js__WEBPACK_IMPORTED_MODULE_9__/* .field */ .Z)(body, 'data'), 'result');
    if ((0,_partial_js__WEBPACK_IMPORTED_MODULE_10__/* .partialIn */ .Fy)(body, text => text) !== undefined)
        return undefined;
    if (!Array.isArray(result) || result.length > 1)
        return undefined;
    const values = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_9__/* .field */ .Z)(result[0], 'values');
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
/* harmony export */   Ks: () => (/* binding */ isPerSecond),
/* harmony export */   Sd: () => (/* binding */ pyrraWindows),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   xo: () => (/* binding */ SLOTH_WINDOWS)
/* harmony export */ });
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(570);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3004);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6605);



function countsOf(spec) {
    const { total } = spec;
    return 'good' in spec
        ? { counted: 'good', query: spec.good, total }
        : { counted: 'bad', query: spec.bad, total };
}
function promQlOf(spec, slo, { duration }) {
    const resolved = (query) => query.replaceAll('$window', (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .promDuration */ .J)(duration.ms));
    if ('total' in spec) {
        const { counted, query, total } = countsOf(spec);
        return { counted, query: resolved(query), total: resolved(total) };
    }
    if ('errorRatio' in spec)
        return { errorRatio: resolved(spec.errorRatio) };
    const isOwn = duration.ms === slo.window.ms;
    return 'sloth' in spec ? slothRule(spec, duration.ms, isOwn) : pyrraRule(spec, duration.ms, slo.window.ms);
}
/**
 * Whether the value of a query is so many a second, which is no count: a rate of one is 2.6 million events in
 * 30 days. Seen from its functions, those of MetricsQL too, and from the usual names of recorded rates.
 */
function isPerSecond(query) {
    // A string without an end counts to the end of the query: a search for the end would take quadratic time.
    const code = query
        .replace(/"(?:[^"\\]|\\.)*(?:"|\\?$)|'(?:[^'\\]|\\.)*(?:'|\\?$)|`[^`]*(?:`|$)|#.*/g, '""')
        .replaceAll('$window', '1h');
    return (code.match(/[\w:]+\s*\(?/g) ?? []).some(isRateName);
}
/** Whether a name in a query is that of a function (with its bracket) or of a recorded rule that gives a rate. */
function isRateName(name) {
    const isFunction = name.endsWith('(');
    const word = name
        .slice(name.lastIndexOf(':') + 1)
        .replace('(', '')
        .trimEnd();
    if (isFunction && /(?:rate|deriv)(?:_fast|_over_sum)?$/.test(word))
        return true;
    return name.includes(':') && /rate(?:\d\w*)?$/.test(word);
}
/** Windows that Sloth records for every SLO, beside its period. */
const SLOTH_WINDOWS = [
    ...[5 * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY, 30 * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY, _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, 2 * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, 6 * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_, 3 * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_]
];
/** The windows of the alerts that Pyrra records for an SLO: they grow with its own. */
function pyrraWindows(ownMs) {
    const parts = [8064, 1344, 672, 336, 112, 28, 7];
    return [...new Set(parts.map(part => pyrraWindow(ownMs, part)))];
}
/** A part of the window of an SLO, as Pyrra rounds it. */
const pyrraWindow = (ownMs, part) => Math.round(ownMs / part / _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY) * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY;
function slothRule({ sloth, labels = {} }, ms, isOwn) {
    const name = `slo:sli_error:ratio_rate${(0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleDuration */ .H)(ms)}`;
    return {
        ...ruleQuery({ idLabel: 'sloth_id', id: sloth, labels, windowMs: ms, value: { kind: 'ratio', name } }),
        hint: 'check the sloth_id, that its rules are loaded, and that timeWindow is its period; five minutes without events leave its period without a number: use good and total there',
        ...(isOwn && {
            note: 'Sloth averages the ratios of five minutes over its period, busy and quiet ones alike'
        })
    };
}
/**
 * Pyrra's generic rules tell the availability over its window, and the rules of the metric the error
 * ratios of its alerts (which it calls burn rates). Of another window than ours there is no series.
 */
function pyrraRule({ pyrra, metric = '', labels = {} }, ms, ownMs) {
    const ask = (value) => ruleQuery({ idLabel: 'slo', id: pyrra, labels, windowMs: ms, value });
    const hint = 'check the name, that Pyrra makes generic rules, that it does not group, and that timeWindow is its window';
    if (ms === ownMs)
        return { ...ask({ kind: 'availability' }), hint };
    // Where no rule has this length, the generic ones tell what, for one, the last hour needs.
    if (metric === '' || !pyrraWindows(ownMs).includes(ms)) {
        return { ...ask({ kind: 'quotient' }), hint };
    }
    const name = `${metric.replace(/_total$/, '').replace(/_count$/, '')}:burnrate${(0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleDuration */ .H)(ms)}`;
    return {
        ...ask({ kind: 'ratio', name }),
        hint: 'check the metric, and that the alert has a window of Pyrra'
    };
}
const ruleQuery = (rule) => ({ errorRatio: (0,_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .queryOf */ .E2)(rule), rule });


/***/ }),

/***/ 3251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ askPrometheus)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
;// CONCATENATED MODULE: ./build/sources/aws/sign.js
/** Signs each attempt of a request with Signature Version 4. */
function signerFor({ service, region, credentials }) {
    return async ({ method, url, headers = {}, body = null }, at) => {
        const { AwsV4Signer } = await __webpack_require__.e(/* import() */ 580).then(__webpack_require__.bind(__webpack_require__, 2580));
        const datetime = at.toISOString().replace(/[-:]|\.\d+/g, '');
        const signer = new AwsV4Signer({ method, url, headers, body, service, region, datetime, ...credentials });
        const signed = await signer.sign();
        return Object.fromEntries(signed.headers);
    };
}

;// CONCATENATED MODULE: ./build/sources/prometheus/request.js


const SERVERS = new WeakMap();
const CONCURRENCY = 10;
/**
 * Sends a request to the query API by POST, and by GET to a server that refuses POST with HTTP 405.
 *
 * @throws HttpFailure without an answer
 */
function askPrometheus(http, connection, request) {
    const server = SERVERS.get(connection) ?? { limit: (0,p_limit/* default */.A)(CONCURRENCY), isGetOnly: false };
    SERVERS.set(connection, server);
    return server.limit(async () => {
        const response = server.isGetOnly ? undefined : await http.send(requestOf('POST', connection, request));
        if (response && response.status !== 405)
            return response;
        server.isGetOnly = true;
        return http.send(requestOf('GET', connection, request));
    });
}
function requestOf(method, { apiUrl, signIn, headers = [], parameters = [] }, request) {
    const url = `${apiUrl}/api/v1/${request.endpoint}`;
    const form = new URLSearchParams();
    for (const [name, value] of [...Object.entries(request.parameters), ...parameters])
        form.append(name, value);
    const common = {
        accept: 'application/json',
        ...Object.fromEntries(headers),
        ...authorization(signIn)
    };
    return {
        method,
        isRead: true,
        query: request.asked,
        ...(signIn.kind === 'sigv4' && { sign: signerFor(signIn.scope) }),
        ...(method === 'GET'
            ? { url: `${url}?${form}`, shownAs: url, headers: common }
            : {
                url,
                headers: { ...common, 'content-type': 'application/x-www-form-urlencoded' },
                body: form.toString()
            })
    };
}
function authorization(signIn) {
    switch (signIn.kind) {
        case 'token':
            return { authorization: `Bearer ${signIn.token}` };
        case 'basic':
            return { authorization: `Basic ${signIn.credentials}` };
        default:
            return {};
    }
}


/***/ }),

/***/ 6605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ queryOf),
/* harmony export */   PR: () => (/* binding */ ruleSample),
/* harmony export */   s1: () => (/* binding */ sharedQuery),
/* harmony export */   tC: () => (/* binding */ shareOf),
/* harmony export */   zA: () => (/* binding */ seriesBySlo)
/* harmony export */ });
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6974);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(570);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9454);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3004);




/** The query for a rule alone. */
function queryOf({ idLabel, id, labels, windowMs, value }) {
    const selector = selectorOf(Object.entries({ [idLabel]: id, ...labels }));
    switch (value.kind) {
        case 'ratio':
            return `${value.name}${selector}`;
        case 'availability': {
            const otherWindow = `pyrra_window${selector} != ${windowMs / _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2}`;
            return `1 - pyrra_availability${selector} unless on (slo) (${otherWindow})`;
        }
        case 'quotient':
            return quotientOf(selector, windowMs);
    }
}
/** Rules for which this is the same can be asked for by one query. */
const shareOf = ({ windowMs, value }) => `${windowMs}${value.kind === 'quotient' ? ' by sums' : ''}`;
/**
 * One query for many rules, for which `shareOf` is the same. It asks for every series with the names of the
 * rules and of the SLOs; which one belongs to which rule, the answer tells by its labels.
 */
function sharedQuery(rules) {
    const idLabels = [...new Set(rules.map(({ idLabel }) => idLabel))];
    const matchers = idLabels.map(idLabel => {
        const ids = rules.flatMap(rule => (rule.idLabel === idLabel ? rule.id : []));
        // Series of the other tool do not have this label at all.
        return `${idLabel}=~${alternatives(idLabels.length > 1 ? [...ids, ''] : ids)}`;
    });
    const [first] = rules;
    if (first?.value.kind === 'quotient')
        return quotientOf(`{${matchers.join(',')}}`, first.windowMs);
    return `{${[`__name__=~${alternatives(rules.flatMap(namesOf))}`, ...matchers].join(',')}}`;
}
function namesOf({ value }) {
    if (value.kind === 'quotient')
        return [];
    return value.kind === 'ratio' ? [value.name] : ['pyrra_availability', 'pyrra_window'];
}
/** Sorts the series of an answer to many rules; a search through all of them for each rule would take long. */
function seriesBySlo(data) {
    const result = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(data, 'result');
    const found = new Map();
    for (const series of Array.isArray(result) ? result : []) {
        for (const idLabel of ['sloth_id', 'slo']) {
            const id = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)((0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(series, 'metric'), idLabel);
            if (typeof id !== 'string')
                continue;
            const key = `${idLabel} ${id}`;
            const known = found.get(key);
            if (known)
                known.push(series);
            else
                found.set(key, [series]);
        }
    }
    return ({ idLabel, id }) => found.get(`${idLabel} ${id}`) ?? [];
}
/** The value of one rule, from the series of an answer to many. */
function ruleSample(rule, seriesOf) {
    const { labels, windowMs, value } = rule;
    return (data, about) => {
        const resultType = Array.isArray((0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(data, 'result')) ? (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(data, 'resultType') : undefined;
        const sample = (name) => {
            const result = seriesOf(rule).filter(series => {
                const metric = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(series, 'metric');
                if (name !== undefined && (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(metric, '__name__') !== name)
                    return false;
                return Object.entries(labels).every(([label, text]) => (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(metric, label) === text);
            });
            return (0,_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .vectorSample */ .E)({ resultType, result }, about);
        };
        switch (value.kind) {
            case 'ratio':
                return sample(value.name);
            case 'quotient':
                return sample();
            case 'availability': {
                const [availability, window] = [sample('pyrra_availability'), sample('pyrra_window')];
                if (availability.kind !== 'value')
                    return availability;
                if (window.kind === 'unreadable')
                    return window;
                const isOther = window.kind === 'value' && window.value !== windowMs / _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z2;
                if (isOther)
                    return (0,_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .vectorSample */ .E)({ resultType, result: [] }, about);
                return { kind: 'value', value: 1 - availability.value };
            }
        }
    };
}
function quotientOf(selector, windowMs) {
    const sum = (rule) => `sum_over_time(${rule}${selector}[${(0,_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .promDuration */ .J)(windowMs)}])`;
    return `${sum('pyrra_errors:rate5m')} / ${sum('pyrra_requests:rate5m')}`;
}
const selectorOf = (labels) => `{${labels.map(([label, value]) => `${label}=${JSON.stringify(value)}`).join(',')}}`;
/** A regular expression for any of these texts, as a string of PromQL. */
const alternatives = (texts) => JSON.stringify([...new Set(texts)].map(text => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'));


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
