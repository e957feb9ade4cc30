export const id = 351;
export const ids = [351];
export const modules = {

/***/ 2618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ alertsInReach)
/* harmony export */ });
/* harmony import */ var _budget_burnRate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8757);
/* harmony import */ var _budget_decimal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8819);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(570);



/** Tools generate the same alerts for every target. Alerts that can never fire at this target are left out. */
const alertsInReach = (alerts, target) => alerts
    .filter(({ factor }) => (0,_budget_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .exceeds */ .Or)((0,_budget_burnRate_js__WEBPACK_IMPORTED_MODULE_2__/* .highestBurnRate */ .kZ)(target), factor))
    .map(({ level, factor, long, short }) => ({
    level,
    burnRateThreshold: factor,
    duration: (0,_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .isoDuration */ ._d)(long),
    shortDuration: (0,_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .isoDuration */ ._d)(short)
}));


/***/ }),

/***/ 5841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ readReporting),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   Z9: () => (/* binding */ wordsOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _text_show_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3017);


/** The path of a field, such as `burnRateAlerts[0].duration`; empty for the whole value. */
function pathOf(issue) {
    return (valibot__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .BuJ(issue) ?? '').replace(/(^|\.)(\d+)(?=\.|$)/g, '[$2]');
}
/**
 * The problem with a field, as the end of a sentence. The message of most issues says what the field accepts;
 * for an unknown key, `v.never` and `v.rawCheck`, the message already is the end of the sentence.
 */
function wordsOf({ type, expected, input, message }) {
    if (expected === 'never' || type === 'raw_check')
        return message;
    // A variant lists the values of its missing key.
    const isMissing = input === undefined && type !== 'variant';
    return isMissing ? 'is missing' : `${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(input)} is not accepted; it takes ${message}`;
}
/** Parses a value with a schema; undefined if it does not fit, which is reported. */
function readReporting(schema, { value, at, problems }) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(schema, value);
    if (result.success)
        return result.output;
    for (const issue of result.issues)
        problems.error(at(pathOf(issue)), wordsOf(issue));
    return undefined;
}


/***/ }),

/***/ 2197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ percentage),
/* harmony export */   z: () => (/* binding */ foreignPercentage)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _budget_decimal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8819);


const PERCENTAGE = 'a percentage above 1 and below 100, such as 99.5';
/** A value of at most 1 is taken for a fraction: as a percentage, it would allow nearly every event to fail. */
const percentage = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY(value => typeof value === 'number' && value > 0 && value < 100, PERCENTAGE), valibot__WEBPACK_IMPORTED_MODULE_0__/* .rawCheck */ .H0v(({ dataset: { value }, addIssue }) => {
    if (typeof value !== 'number' || value <= 0 || value > 1)
        return;
    const percent = Number((100 * value).toPrecision(12));
    const remedy = percent > 1 && percent < 100 ? `write ${(0,_budget_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .plainDecimal */ .mr)(percent)}` : `it takes ${PERCENTAGE}`;
    addIssue({ message: `${(0,_budget_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .plainDecimal */ .mr)(value)} is a fraction; ${remedy}` });
}));
/** The target in a document of another tool, which may be 100 or text. */
const foreignPercentage = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(value => (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value)), valibot__WEBPACK_IMPORTED_MODULE_0__/* .rawCheck */ .H0v(({ dataset: { value }, addIssue }) => {
    if (value === 100)
        addIssue({ message: 'is 100, which leaves no error budget; set a lower target' });
}), percentage);


/***/ }),

/***/ 3351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fromPyrra: () => (/* binding */ fromPyrra)
});

// EXTERNAL MODULE: ./build/sources/prometheus/promql.js
var promql = __webpack_require__(599);
// EXTERNAL MODULE: ./build/text/field.js
var field = __webpack_require__(6974);
// EXTERNAL MODULE: ./build/text/show.js
var show = __webpack_require__(3017);
// EXTERNAL MODULE: ./build/definitions/alerts.js
var alerts = __webpack_require__(2618);
// EXTERNAL MODULE: ./build/definitions/issues.js
var issues = __webpack_require__(5841);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/schema/sloId.js
var sloId = __webpack_require__(5395);
// EXTERNAL MODULE: ./build/schema/values.js
var values = __webpack_require__(6634);
// EXTERNAL MODULE: ./build/sources/prometheus/query.js
var query = __webpack_require__(7010);
// EXTERNAL MODULE: ./build/time/duration.js
var duration = __webpack_require__(570);
// EXTERNAL MODULE: ./build/definitions/percentage.js
var percentage = __webpack_require__(2197);
// EXTERNAL MODULE: ./build/definitions/shape.js
var shape = __webpack_require__(1292);
;// CONCATENATED MODULE: ./build/definitions/pyrra/indicator.js
/** The indicator of an SLO as a source in the gate's own form. */
function indicatorSource({ ratio, latency, latencyNative, bool_gauge }) {
    const type = 'prometheus';
    if (ratio)
        return { type, bad: increase(ratio.errors), total: increase(ratio.total) };
    if (latency) {
        const good = increase({ metric: withEitherBound(latency.success.metric) });
        return { type, good, total: increase(latency.total) };
    }
    if (latencyNative) {
        const events = increase(latencyNative.total);
        const total = `histogram_count(${events})`;
        return { type, good: `histogram_fraction(0, ${latencyNative.latency}, ${events}) * ${total}`, total };
    }
    if (bool_gauge) {
        const over = (how) => `sum(${how}(${bool_gauge.metric}[$window]))`;
        return { type, good: over('sum_over_time'), total: over('count_over_time') };
    }
    return undefined;
}
const increase = ({ metric }) => `sum(increase(${metric}[$window]))`;
/** Prometheus 3 stores the bucket bound `5` as `5.0`; older versions store it as it was written. */
const withEitherBound = (metric) => metric.replace(/\ble ?= ?(["'`])(\d+)(\.0)?\1/, (_, quote, whole) => {
    return `le=~${quote}${whole}([.]0)?${quote}`;
});
const SIZES = [
    ['h', 3_600],
    ['m', 60],
    ['s', 1],
    ['ms', 0.001]
];
/** Reads a duration in Prometheus notation; the result is in seconds. */
function inSeconds(value) {
    const match = typeof value === 'string' && /^(?=\d)(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/.exec(value);
    if (!match || match[0].length > 50)
        return undefined;
    const seconds = SIZES.reduce((sum, [, size], index) => sum + Number(match[index + 1] ?? 0) * size, 0);
    return seconds > 0 ? Number(seconds.toPrecision(12)) : undefined;
}

;// CONCATENATED MODULE: ./build/definitions/pyrra/shapes.js








const shapes_shape = (0,shape/* shapeOf */.F5)('Pyrra');
const GROUPING = 'is not accepted, because Pyrra evaluates each group separately; write one SLO for each group, with its labels in the metrics';
const grouping = dist/* exactOptional */.yqP(dist/* pipe */.FsL(dist/* unknown */.L5J(), dist/* rawCheck */.H0v(({ dataset: { value }, addIssue }) => {
    if (!(Array.isArray(value) && value.length === 0))
        addIssue({ message: GROUPING });
})));
const metric = shapes_shape({ metric: query/* selector */.gD });
const bucket = shapes_shape({
    metric: dist/* pipe */.FsL(query/* selector */.gD, dist/* check */.z6Y(query => /\ble ?=/.test(query), 'a metric with the label le, such as calls_bucket{le="0.5"}'))
});
const indicator = dist/* pipe */.FsL(shapes_shape({
    ratio: dist/* exactOptional */.yqP(shapes_shape({ errors: metric, total: metric, grouping })),
    latency: dist/* exactOptional */.yqP(shapes_shape({ success: bucket, total: metric, grouping })),
    latencyNative: dist/* exactOptional */.yqP(shapes_shape({ latency: (0,values/* parsedBy */.f3)(inSeconds, 'a duration such as 500ms, 1s or 2m'), total: metric, grouping })),
    bool_gauge: dist/* exactOptional */.yqP(shapes_shape({ metric: query/* selector */.gD, grouping }))
}), dist/* rawTransform */.NTK(({ dataset: { value }, addIssue, NEVER }) => {
    const source = Object.keys(value).length <= 1 ? indicatorSource(value) : undefined;
    if (source !== undefined)
        return source;
    addIssue({ message: 'one of ratio, latency, latencyNative and bool_gauge' });
    return NEVER;
}));
const shapes_window = (0,values/* parsedBy */.f3)(value => (typeof value === 'string' && /^\d/.test(value) ? (0,duration/* parseDuration */.E9)(value) : undefined), 'a duration such as 4w, 30d or 12h');
const alerting = shapes_shape({
    disabled: dist/* exactOptional */.yqP(dist/* boolean */.zMY('true or false'), false),
    burnrates: dist/* exactOptional */.yqP(dist/* boolean */.zMY('true or false'), true),
    // These only affect the names and labels of alerts.
    name: shape/* unused */.x3,
    absent: shape/* unused */.x3,
    absentName: shape/* unused */.x3,
    severities: shape/* unused */.x3
});
const manifest = shapes_shape({
    apiVersion: (0,values/* oneOf */.yL)('pyrra.dev/v1alpha1'),
    kind: (0,values/* oneOf */.yL)('ServiceLevelObjective'),
    metadata: dist/* object */.Ikc({ name: dist/* pipe */.FsL(values/* text */.Qq, dist/* check */.z6Y(sloId/* isSloId */.Ch, sloId/* SLO_ID */.Pv)), namespace: dist/* exactOptional */.yqP(values/* text */.Qq) }, 'a mapping with a name'),
    spec: shapes_shape({
        description: dist/* exactOptional */.yqP(shape/* prose */.CS),
        target: percentage/* foreignPercentage */.z,
        window: shapes_window,
        indicator,
        alerting: dist/* exactOptional */.yqP(alerting, {}),
        partial_response_strategy: shape/* unused */.x3,
        performance_over_accuracy: shape/* unused */.x3
    }),
    status: shape/* unused */.x3
});

;// CONCATENATED MODULE: ./build/definitions/pyrra/documents.js






/**
 * Converts Pyrra manifests to definitions in the gate's own form, which still have to be checked. They query the
 * metrics of the manifest, not the rules that Pyrra generates from it.
 */
function fromPyrra(raws, problems) {
    const read = raws.flatMap(({ file, value }) => {
        const name = (0,field/* field */.Z)((0,field/* field */.Z)(value, 'metadata'), 'name');
        const named = typeof name === 'string' ? `${file}, ServiceLevelObjective ${(0,show/* show */.WU)(name)}` : file;
        const at = (path) => `${named}, field ${path}`;
        const form = (0,issues/* readReporting */.F8)(manifest, { value, at, problems });
        return form ? [{ file, form }] : [];
    });
    const isShared = sharedNames(read.map(({ form }) => form));
    return read.map(({ file, form }) => ({ file, value: toDefinition(form, isShared) }));
}
/** Tells whether manifests in several namespaces have the same name. */
function sharedNames(manifests) {
    const namespaces = new Map();
    for (const { metadata } of manifests) {
        const { name, namespace = '' } = metadata;
        namespaces.set(name, (namespaces.get(name) ?? new Set()).add(namespace));
    }
    return name => Number(namespaces.get(name)?.size) > 1;
}
function toDefinition({ metadata, spec }, isShared) {
    const { name, namespace } = metadata;
    const { description, target, window, indicator, alerting } = spec;
    const hasAlerts = alerting.burnrates && !alerting.disabled;
    return {
        id: namespace !== undefined && isShared(name) ? `${namespace}/${name}` : name,
        name,
        ...(description !== undefined && { description }),
        sloTarget: target,
        timeWindow: window.iso,
        burnRateAlerts: hasAlerts ? (0,alerts/* alertsInReach */.Y)(alertsOver(window.ms), target) : [],
        source: indicator
    };
}
/** Pyrra's alerts. The SLO's window divided by `long` or `short` gives the long or short window. */
const ALERTS = [
    { level: 'CRITICAL', factor: 14, long: 672, short: 8064 },
    { level: 'CRITICAL', factor: 7, long: 112, short: 1344 },
    { level: 'WARNING', factor: 2, long: 28, short: 336 },
    { level: 'WARNING', factor: 1, long: 7, short: 112 }
];
/** Windows are whole minutes, so an SLO with a short window does not have every alert. */
function alertsOver(window) {
    const alerts = ALERTS.map(alert => ({
        ...alert,
        long: (0,promql/* pyrraWindow */.FK)(window, alert.long),
        short: (0,promql/* pyrraWindow */.FK)(window, alert.short)
    }));
    return alerts.filter(({ long, short }) => short > 0 && short < long);
}


/***/ }),

/***/ 1292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   F5: () => (/* binding */ shapeOf),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   x3: () => (/* binding */ unused)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6634);


/** Accepted and ignored: it does not affect the decision. */
const unused = valibot__WEBPACK_IMPORTED_MODULE_1__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J());
const refused = (reason) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_1__/* .never */ .ZmZ(reason));
/** In YAML, a key without a value is null. Documents of other tools often leave keys empty. */
function withoutNulls(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
}
/** The schema of a mapping in this tool's form. Unknown keys are reported. */
const shapeOf = (form) => (entries) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi(withoutNulls), valibot__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => !Array.isArray(value), 'a mapping of keys to values'), (0,_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .strict */ .O2)(entries, `is not a known key of ${form}`));
/** Text on any number of lines, which are joined into one. */
const prose = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => typeof value === 'string', 'text'), valibot__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi(value => value.replace(/\s+/g, ' ').trim()), _schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq);


/***/ }),

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


/***/ })

};
