export const id = 826;
export const ids = [826];
export const modules = {

/***/ 6634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ strict),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   f3: () => (/* binding */ parsedBy),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _text_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2788);


/** Text that is not blank and has no control characters. */
const text = valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY(value => typeof value === 'string' &&
    value.trim() !== '' &&
    value.isWellFormed() &&
    !/\p{Cc}/u.test(value.trimEnd()), 'text on one line');
/** One of these words. The message lists them. */
function oneOf(...values) {
    return valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(values, values.join(' or '));
}
/**
 * A value that is read by a function.
 *
 * @param parse returns undefined for a value that is not accepted
 * @param accepts what is accepted, to continue "it takes …"
 */
function parsedBy(parse, accepts) {
    return valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .rawTransform */ .NTK(({ dataset: { value }, addIssue, NEVER }) => {
        const parsed = parse(value);
        if (parsed !== undefined)
            return parsed;
        addIssue({ message: accepts });
        return NEVER;
    }));
}
/** Suggests the nearest known key, or lists all known keys if none is near. */
function suggestion(key, known) {
    const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestKey */ .q)(key, known);
    return near === undefined ? `the known keys are ${known.join(', ')}` : `did you mean ${near}?`;
}
/**
 * A mapping of these keys and no others. Valibot's own strictObject reports only the first unknown key.
 *
 * @param unknownKey the message for an unknown key, before the suggestion
 */
function strict(entries, unknownKey = 'is not a known key') {
    const schema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc(entries, 'a mapping of keys to values');
    return {
        ...schema,
        '~run': (dataset, config) => {
            const input = dataset.value;
            const result = schema['~run'](dataset, config);
            const given = typeof input === 'object' && input !== null ? Object.entries(input) : [];
            for (const [key, value] of given.filter(([key]) => !Object.hasOwn(entries, key))) {
                const path = [{ type: 'unknown', origin: 'key', input, key, value }];
                const message = `${unknownKey}; ${suggestion(key, Object.keys(entries).filter(known => known !== '$schema'))}`;
                valibot__WEBPACK_IMPORTED_MODULE_0__/* ._addIssue */ .EVe(schema, 'key', result, config, { expected: 'never', message, path });
            }
            return result;
        }
    };
}


/***/ }),

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

/***/ 5826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prometheusForm: () => (/* binding */ prometheusForm)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7934);
/* harmony import */ var _schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6634);
/* harmony import */ var _text_list_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(920);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(570);
/* harmony import */ var _rates_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1922);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3004);
/* harmony import */ var _promql_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(599);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7010);








const LABEL = /^[a-zA-Z_]\w*$/;
const OWN_LABELS = ['__name__', 'sloth_id', 'slo'];
const FORMS = 'either good and total, or bad and total, or errorRatio, or sloth, or pyrra (with metric for its alerts)';
/** Further labels of recorded series. The name of the SLO is a label of its own. */
const labels = valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, _schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq), valibot__WEBPACK_IMPORTED_MODULE_5__/* .check */ .z6Y(value => Object.keys(value).every(name => LABEL.test(name) && !OWN_LABELS.includes(name)), `a map of label names to values, without ${(0,_text_list_js__WEBPACK_IMPORTED_MODULE_6__/* .listOf */ .c)(OWN_LABELS)}`));
const schema = valibot__WEBPACK_IMPORTED_MODULE_5__/* .pipe */ .FsL((0,_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .strict */ .O2)({
    type: valibot__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('prometheus'),
    good: valibot__WEBPACK_IMPORTED_MODULE_5__/* .exactOptional */ .yqP(_query_js__WEBPACK_IMPORTED_MODULE_4__/* .promQl */ .y9),
    bad: valibot__WEBPACK_IMPORTED_MODULE_5__/* .exactOptional */ .yqP(_query_js__WEBPACK_IMPORTED_MODULE_4__/* .promQl */ .y9),
    total: valibot__WEBPACK_IMPORTED_MODULE_5__/* .exactOptional */ .yqP(_query_js__WEBPACK_IMPORTED_MODULE_4__/* .promQl */ .y9),
    errorRatio: valibot__WEBPACK_IMPORTED_MODULE_5__/* .exactOptional */ .yqP(_query_js__WEBPACK_IMPORTED_MODULE_4__/* .promQl */ .y9),
    sloth: valibot__WEBPACK_IMPORTED_MODULE_5__/* .exactOptional */ .yqP(_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    pyrra: valibot__WEBPACK_IMPORTED_MODULE_5__/* .exactOptional */ .yqP(_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    metric: valibot__WEBPACK_IMPORTED_MODULE_5__/* .exactOptional */ .yqP(_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    labels: valibot__WEBPACK_IMPORTED_MODULE_5__/* .exactOptional */ .yqP(labels)
}), valibot__WEBPACK_IMPORTED_MODULE_5__/* .rawTransform */ .NTK(({ dataset: { value }, addIssue, NEVER }) => {
    const { type, good, bad, total, errorRatio, sloth, pyrra, metric, labels } = value;
    const keys = Object.keys(value).length;
    if (good !== undefined && total !== undefined && keys === 3)
        return { spec: { type, good, total } };
    if (bad !== undefined && total !== undefined && keys === 3)
        return { spec: { type, bad, total } };
    if (errorRatio !== undefined && keys === 2)
        return { spec: { type, errorRatio } };
    const rules = { type, ...(labels && { labels }) };
    const others = keys - Object.keys(rules).length;
    if (sloth !== undefined && others === 1)
        return { spec: { ...rules, sloth } };
    if (pyrra !== undefined && others === 1)
        return { spec: { ...rules, pyrra } };
    if (pyrra !== undefined && metric !== undefined && others === 2)
        return { spec: { ...rules, pyrra, metric } };
    addIssue({ message: labels === undefined ? FORMS : `${FORMS}; labels are for sloth and pyrra only` });
    return NEVER;
}));
const prometheusForm = { schema, warnings, errors };
function warnings({ slo, spec }) {
    const fixed = queriesOf(spec).some(query => !query.includes('$window'));
    return [
        ...(fixed ? ['a query without $window gives the same value for every window'] : []),
        ...('total' in spec
            ? perSecondWarnings(slo, spec)
            : (0,_rates_js__WEBPACK_IMPORTED_MODULE_7__/* .ratesOnlyWarnings */ .T)('errorRatio' in spec ? slo : anyHours(slo)))
    ];
}
function perSecondWarnings({ minimumEvents }, spec) {
    const { counted, query, total } = (0,_promql_js__WEBPACK_IMPORTED_MODULE_3__/* .countsOf */ .mQ)(spec);
    const areRates = [query, total].map(_promql_js__WEBPACK_IMPORTED_MODULE_3__/* .isPerSecond */ .Ks);
    if (!areRates.includes(true))
        return [];
    if (areRates.includes(false)) {
        const [rate, other] = areRates[0] ? [counted, 'total'] : ['total', counted];
        return [`${rate} is a rate per second and ${other} is not; use increase(...) or rate(...) in both`];
    }
    if (minimumEvents === 0)
        return [];
    return [
        `${counted} and total are rates per second, no counts: minimumEvents cannot be checked; use increase(...)`
    ];
}
/** Recorded rules cannot be read in business hours at all, which is an error. */
const anyHours = ({ businessHours: _, ...slo }) => slo;
function queriesOf(spec) {
    if ('errorRatio' in spec)
        return [spec.errorRatio];
    if (!('total' in spec))
        return [];
    const { query, total } = (0,_promql_js__WEBPACK_IMPORTED_MODULE_3__/* .countsOf */ .mQ)(spec);
    return [query, total];
}
/** Recorded rules exist for certain windows only. */
function errors({ slo, spec }) {
    if ('good' in spec && spec.good === spec.total)
        return [['source.good', 'is the same query as total, so no event could ever fail']];
    if ('bad' in spec && spec.bad === spec.total)
        return [['source.bad', 'is the same query as total, so every event would have failed']];
    if (!('sloth' in spec || 'pyrra' in spec))
        return [];
    const tool = 'sloth' in spec ? 'Sloth' : 'Pyrra';
    const windows = 'sloth' in spec ? _promql_js__WEBPACK_IMPORTED_MODULE_3__/* .SLOTH_WINDOWS */ .xo : (0,_promql_js__WEBPACK_IMPORTED_MODULE_3__/* .pyrraWindows */ .Sd)(slo.window.ms);
    const hasRules = 'sloth' in spec || spec.metric !== undefined;
    const hasRule = (ms) => ms === slo.window.ms || (hasRules && windows.includes(ms));
    const remedy = hasRules ? `take ${(0,_text_list_js__WEBPACK_IMPORTED_MODULE_6__/* .listOf */ .c)(windows.map(_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleDuration */ .H))}` : 'name the metric as well';
    const hours = slo.businessHours
        ? [['businessHours', `the rules of ${tool} are about fixed windows; use good and total`]]
        : [];
    const unrecorded = slo.alerts.flatMap((alert, index) => ['duration', 'shortDuration'].flatMap((key) => {
        const duration = alert[key];
        if (duration === undefined || hasRule(duration.ms))
            return [];
        const what = `${duration.iso}: ${tool} has no rule for ${(0,_time_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .describeDuration */ .MB)(duration)}; ${remedy}`;
        return [[`burnRateAlerts[${index}].${key}`, what]];
    }));
    return [...hours, ...unrecorded];
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

/***/ 7010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ STRING),
/* harmony export */   gD: () => (/* binding */ selector),
/* harmony export */   or: () => (/* binding */ SELECTOR),
/* harmony export */   y9: () => (/* binding */ promQl)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6634);


// A string without an end counts to the end of the query: a search for the end would take quadratic time.
/** A string in PromQL, as the source of a regular expression. */
const STRING = String.raw `"(?:[^"\\]|\\[^])*(?:"|\\?$)|'(?:[^'\\]|\\[^])*(?:'|\\?$)|${'`[^`]*(?:`|$)'}`;
const MATCHER = `[a-zA-Z_]\\w* ?(?:=~|!~|!=|=) ?(?:${STRING})`;
const MATCHERS = `\\{ ?(?:${MATCHER}(?: ?, ?${MATCHER})* ?,? ?)?\\}`;
/** A metric on one line, with or without labels, as the source of a regular expression. */
const SELECTOR = `[a-zA-Z_:][\\w:]*(?: ?${MATCHERS})?`;
const STRING_OR_SPACE = new RegExp(`(${STRING})|(?:#.*|\\s)+`, 'g');
/** A query without line breaks and comments: inside another query, a comment would hide what follows it. */
const onOneLine = (query) => query.replace(STRING_OR_SPACE, (_, string) => string ?? ' ').trim();
/** `{{.window}}` is how Sloth and documents of OpenSLO write what is `$window` here. */
const withWindow = (query) => query.replace(/\{\{-? ?\.window ?-?\}\}/gi, '$window');
const METRIC = new RegExp(`^(?:${SELECTOR}|${MATCHERS})$`);
/** PromQL of any number of lines, which become one. */
const promQl = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => typeof value === 'string', 'a query in PromQL'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi(query => withWindow(onOneLine(query))), _schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq);
/** A metric with or without labels, on any number of lines. */
const selector = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(promQl, valibot__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z6Y(query => METRIC.test(query), 'a metric with or without labels, such as calls_total{code="500"}'));


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

/***/ 1922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ ratesOnlyWarnings)
/* harmony export */ });
/** Warnings for a source that gives burn rates or error ratios but no counts of events. */
function ratesOnlyWarnings({ minimumEvents, businessHours }) {
    return [
        ...(minimumEvents > 0 ? ['gives only rates, no counts: minimumEvents cannot be checked'] : []),
        ...(businessHours ? ['gives only rates, no counts: business hours are weighted by time'] : [])
    ];
}


/***/ }),

/***/ 920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ listOf)
/* harmony export */ });
/** `a, b or c` */
const listOf = (words, last = 'or') => words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;


/***/ })

};
