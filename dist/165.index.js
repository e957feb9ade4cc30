export const id = 165;
export const ids = [165];
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

/***/ 165:
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
// EXTERNAL MODULE: ./build/outcome.js
var outcome = __webpack_require__(7072);
// EXTERNAL MODULE: ./build/text/field.js
var field = __webpack_require__(6974);
// EXTERNAL MODULE: ./build/time/duration.js
var duration = __webpack_require__(570);
// EXTERNAL MODULE: ./build/sources/prometheus/answer.js
var prometheus_answer = __webpack_require__(9454);
// EXTERNAL MODULE: ./build/sources/prometheus/request.js + 1 modules
var request = __webpack_require__(3251);
// EXTERNAL MODULE: ./build/sources/prometheus/rules.js
var prometheus_rules = __webpack_require__(6605);
;// CONCATENATED MODULE: ./build/sources/prometheus/answers.js









/** A query longer than this, in bytes as they are sent, is split. */
const LONGEST_QUERY = 100_000;
/** The server refuses the length of the address or of the body. */
const TOO_LONG = [413, 414];
/** Asks every query once, and one query for all recorded rules of a window. */
async function answersTo(all, options) {
    const distinct = [...new Map(all.map(asked => [keyOf(asked), asked])).values()];
    const answered = await Promise.all(groupsOf(distinct).map(group => answerGroup(group, options)));
    const samples = new Map(answered.flat());
    return asked => samples.get(keyOf(asked)) ?? (0,reading/* unreadable */.O$)('Prometheus was not asked');
}
const keyOf = ({ query, at }) => `${at.getTime()} ${query}`;
/** Queries that are asked in one request. */
function groupsOf(all) {
    const groups = [];
    const ofRules = new Map();
    for (const asked of all) {
        const key = asked.rule && `${asked.at.getTime()} ${(0,prometheus_rules/* shareOf */.tC)(asked.rule)}`;
        const known = key === undefined ? undefined : ofRules.get(key);
        if (known)
            known.push(asked);
        else {
            const group = [asked];
            groups.push(group);
            if (key !== undefined)
                ofRules.set(key, group);
        }
    }
    return groups;
}
/** Asks for all of a group at once, or for each half of it where that is too much for one request. */
async function answerGroup(group, options) {
    const rules = group.flatMap(({ rule }) => rule ?? []);
    const [first] = group;
    if (first === undefined)
        return [];
    const query = group.length === 1 ? first.query : (0,prometheus_rules/* sharedQuery */.s1)(rules);
    const halves = () => {
        const middle = Math.ceil(group.length / 2);
        return Promise.all([group.slice(0, middle), group.slice(middle)].map(half => answerGroup(half, options)));
    };
    if (group.length > 1 && encodeURIComponent(query).length > LONGEST_QUERY)
        return (await halves()).flat();
    const { at } = first;
    try {
        const response = await (0,request/* askPrometheus */.q)(options.http, options.connection, {
            endpoint: 'query',
            parameters: { query, time: String(at.getTime() / duration/* SECOND */.Z2) },
            asked: `${query} at ${at.toISOString()}`
        });
        if (group.length > 1 && TOO_LONG.includes(response.status))
            return (await halves()).flat();
        const answer = { response, body: (0,json/* jsonOf */.o)(response) };
        const seriesOf = (0,prometheus_rules/* seriesBySlo */.zA)((0,field/* field */.Z)((0,outcome/* knownValue */.jj)(answer.body), 'data'));
        return group.map(asked => {
            const about = { query: asked.query, at, signIn: options.connection.signIn.kind };
            const read = group.length > 1 && asked.rule ? (0,prometheus_rules/* ruleSample */.PR)(asked.rule, seriesOf) : prometheus_answer/* vectorSample */.E;
            return [keyOf(asked), { ...(0,prometheus_answer/* sampleIn */.Y)(answer, about, read), request: response.request }];
        });
    }
    catch (error) {
        if (!(error instanceof failure/* HttpFailure */.H))
            throw error;
        if (group.length > 1 && error.isTooLarge)
            return (await halves()).flat();
        const problem = (0,reading/* unreadable */.O$)(`Prometheus could not be reached: ${error.message}`);
        return group.map(asked => [keyOf(asked), problem]);
    }
}

// EXTERNAL MODULE: ./build/sources/prometheus/duration.js
var prometheus_duration = __webpack_require__(3004);
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
;// CONCATENATED MODULE: ./build/sources/prometheus/source.js




/** Any server with Prometheus' HTTP API. Queries are evaluated at the end of the window. */
class Prometheus {
    #connection;
    #context;
    constructor(connection, context) {
        this.#connection = connection;
        this.#context = context;
    }
    async read(probes) {
        const questions = probes.map(({ spec, slo, window }) => {
            return { promQl: (0,promql/* promQlOf */.HC)(spec, slo, window), window };
        });
        const samples = await answersTo(questions.flatMap(askedBy), {
            connection: this.#connection,
            http: this.#context.http
        });
        return questions.map(question => observationOf(question, samples));
    }
}
function askedBy({ promQl, window: { end: at } }) {
    if ('errorRatio' in promQl)
        return [{ query: promQl.errorRatio, at, rule: promQl.rule }];
    return [promQl.query, promQl.total].map(query => ({ query, at }));
}
function observationOf({ promQl, window }, samples) {
    const sampleOf = (query) => samples({ query, at: window.end });
    if ('errorRatio' in promQl) {
        const { errorRatio, hint, note } = promQl;
        const ratio = sampleOf(errorRatio);
        const from = fromOf([ratio], window);
        if (ratio.kind === 'value')
            return { kind: 'error-ratio', errorRatio: ratio.value, from: { ...from, ...(note && { note }) } };
        const missing = missingFrom(ratio, { query: errorRatio, window, hint });
        const reason = missing && hint ? `${ratio.reason}; ${hint}` : ratio.reason;
        return { kind: ratio.kind, reason, from: { ...from, ...missing } };
    }
    const { counted } = promQl;
    const [part, total] = [sampleOf(promQl.query), sampleOf(promQl.total)];
    const kind = [promQl.query, promQl.total].some(promql/* isPerSecond */.Ks) ? 'per-second' : 'events';
    const { note, ...observation } = eventsFrom({ counted, part, total, kind });
    const missing = missingFrom(total, { query: promQl.total, window });
    return { ...observation, from: { ...fromOf([part, total], window), ...(note && { note }), ...missing } };
}
function fromOf(samples, { start, end }) {
    return { requests: samples.flatMap(({ request }) => request ?? []), start, end };
}
/** No series at all is not the same as no events: the query may be about something that does not exist. */
function missingFrom(sample, { query, window, hint }) {
    if (sample.kind !== 'no-data' || !sample.isEmpty)
        return undefined;
    const noSeries = `${query}, where $window became ${(0,prometheus_duration/* promDuration */.J)(window.duration.ms)}`;
    return hint === undefined
        ? { noSeries, note: `there is no series for the query ${noSeries}` }
        : { noSeries: `${query}; ${hint}`, note: hint };
}


/***/ })

};
