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



/** Tools make the same alerts for every target. Those that the target can never reach are left out. */
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


/** The path of a field as one would write it: `burnRateAlerts[0].duration`; empty for the whole. */
function pathOf(issue) {
    return (valibot__WEBPACK_IMPORTED_MODULE_0__/* .getDotPath */ .BuJ(issue) ?? '').replace(/(^|\.)(\d+)(?=\.|$)/g, '[$2]');
}
/**
 * What is wrong with the field, as the end of a sentence. The message of an issue says what the field accepts;
 * that of an unknown key, of `v.never` and of `v.rawCheck` is the end of the sentence itself.
 */
function wordsOf({ type, expected, input, message }) {
    if (expected === 'never' || type === 'raw_check')
        return message;
    // A variant lists the values of its missing key.
    const isMissing = input === undefined && type !== 'variant';
    return isMissing ? 'is missing' : `${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(input)} is not accepted; it takes ${message}`;
}
/** The value in the form of the schema; undefined when it does not fit, which is reported. */
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
/** At most 1 is a fraction: as a percentage, it would allow nearly every event to fail. */
const percentage = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY(value => typeof value === 'number' && value > 0 && value < 100, PERCENTAGE), valibot__WEBPACK_IMPORTED_MODULE_0__/* .rawCheck */ .H0v(({ dataset: { value }, addIssue }) => {
    if (typeof value !== 'number' || value <= 0 || value > 1)
        return;
    const percent = Number((100 * value).toPrecision(12));
    const remedy = percent > 1 && percent < 100 ? `write ${(0,_budget_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .plainDecimal */ .mr)(percent)}` : `it takes ${PERCENTAGE}`;
    addIssue({ message: `${(0,_budget_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .plainDecimal */ .mr)(value)} is a fraction; ${remedy}` });
}));
/** The target of another tool, where all of the events is allowed, and text may be. */
const foreignPercentage = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(value => (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value)), valibot__WEBPACK_IMPORTED_MODULE_0__/* .rawCheck */ .H0v(({ dataset: { value }, addIssue }) => {
    if (value === 100)
        addIssue({ message: 'is 100, which leaves no error budget; set a lower one' });
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
/** The indicator of an SLO as a source of our own form. */
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
/** Prometheus 3 stores the bound `5` of a bucket as `5.0`, older ones as it was written. */
const withEitherBound = (metric) => metric.replace(/\ble ?= ?(["'`])(\d+)(\.0)?\1/, (_, quote, whole) => {
    return `le=~${quote}${whole}([.]0)?${quote}`;
});
const SIZES = [
    ['h', 3_600],
    ['m', 60],
    ['s', 1],
    ['ms', 0.001]
];
/** A duration as Prometheus writes it, in seconds. */
function inSeconds(value) {
    const match = typeof value === 'string' && /^(?=\d)(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/.exec(value);
    if (!match || match[0].length > 50)
        return undefined;
    const seconds = SIZES.reduce((sum, [, size], index) => sum + Number(match[index + 1] ?? 0) * size, 0);
    return seconds > 0 ? Number(seconds.toPrecision(12)) : undefined;
}

;// CONCATENATED MODULE: ./build/definitions/pyrra/shapes.js








const shapes_shape = (0,shape/* shapeOf */.F5)('Pyrra');
const GROUPING = 'is not accepted: Pyrra judges each group by itself; write one SLO for each group, with its labels in the metrics';
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
    const source = Object.keys(value).length === 1 ? indicatorSource(value) : undefined;
    if (source !== undefined)
        return source;
    addIssue({ message: 'one of ratio, latency, latencyNative and bool_gauge' });
    return NEVER;
}));
const shapes_window = (0,values/* parsedBy */.f3)(value => (typeof value === 'string' && /^\d/.test(value) ? (0,duration/* parseDuration */.E9)(value) : undefined), 'a duration such as 4w, 30d or 12h');
const alerting = shapes_shape({
    disabled: dist/* exactOptional */.yqP(dist/* boolean */.zMY('true or false'), false),
    burnrates: dist/* exactOptional */.yqP(dist/* boolean */.zMY('true or false'), true),
    // They name alerts, or say how Pyrra labels them.
    name: shape/* unused */.x3,
    absent: shape/* unused */.x3,
    absentName: shape/* unused */.x3,
    severities: shape/* unused */.x3
});
const manifest = shapes_shape({
    apiVersion: (0,values/* oneOf */.yL)('pyrra.dev/v1alpha1'),
    kind: (0,values/* oneOf */.yL)('ServiceLevelObjective'),
    metadata: dist/* object */.Ikc({ name: dist/* pipe */.FsL(values/* text */.Qq, dist/* check */.z6Y(sloId/* isSloId */.C, sloId/* SLO_ID */.P)), namespace: dist/* exactOptional */.yqP(values/* text */.Qq) }, 'a mapping with a name'),
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
 * Manifests of Pyrra as definitions of our own form, which the parser of definitions still has to check. They are read
 * from the metrics that they name, not from the rules that Pyrra makes of them.
 */
function fromPyrra(raws, problems) {
    const read = raws.flatMap(({ file, value }) => {
        const name = (0,field/* field */.Z)((0,field/* field */.Z)(value, 'metadata'), 'name');
        const named = typeof name === 'string' ? `${file}, ServiceLevelObjective ${(0,show/* show */.WU)(name)}` : file;
        const at = (path) => (path === '' ? named : `${named}, field ${path}`);
        const form = (0,issues/* readReporting */.F8)(manifest, { value, at, problems });
        return form ? [{ file, form }] : [];
    });
    const isShared = sharedNames(read.map(({ form }) => form));
    return read.map(({ file, form }) => ({ file, value: toDefinition(form, isShared) }));
}
/** Tells which names manifests of several namespaces have. */
function sharedNames(manifests) {
    const namespaces = new Map();
    for (const { metadata } of manifests) {
        const { name, namespace = '' } = metadata;
        namespaces.set(name, (namespaces.get(name) ?? new Set()).add(namespace));
    }
    return name => (namespaces.get(name)?.size ?? 0) > 1;
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
/** Factors of Pyrra, with the parts of the SLO's window that its long and its short window are. */
const ALERTS = [
    { level: 'CRITICAL', factor: 14, long: 672, short: 8064 },
    { level: 'CRITICAL', factor: 7, long: 112, short: 1344 },
    { level: 'WARNING', factor: 2, long: 28, short: 336 },
    { level: 'WARNING', factor: 1, long: 7, short: 112 }
];
/** Windows are whole minutes, so a short SLO does not have all of them. */
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


/** Accepted, because the form allows it, but it does not change what the gate does. */
const unused = valibot__WEBPACK_IMPORTED_MODULE_1__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J());
const refused = (reason) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_1__/* .never */ .ZmZ(reason));
/** YAML has null where a key has no value; documents of other tools often leave keys empty that way. */
function withoutNulls(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
}
/** Mappings of this form, which has no other keys. */
const shapeOf = (form) => (entries) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi(withoutNulls), valibot__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => !Array.isArray(value), 'a mapping of keys to values'), (0,_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .strict */ .O2)(entries, `is not a known key of ${form}`));
/** Text of any number of lines, which become one. */
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


/** Text with something in it, and no control characters. */
const text = valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY(value => typeof value === 'string' &&
    value.trim() !== '' &&
    value.isWellFormed() &&
    !/\p{Cc}/u.test(value.trimEnd()), 'text on one line');
/** One of the words given; says which ones. */
function oneOf(...values) {
    return valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY(value => values.some(known => known === value), values.join(' or '));
}
/**
 * A value that is read by a function.
 *
 * @param parse answers undefined for what is not accepted
 * @param accepts continues "it takes …"
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
/** The nearest of the known keys, or all of them where none is near. */
function suggestion(key, known) {
    const near = (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestKey */ .q)(key, known);
    return near === undefined ? `the known keys are ${known.join(', ')}` : `did you mean ${near}?`;
}
/**
 * A mapping of these keys and no others. Valibot's own strictObject reports only the first unknown key.
 *
 * @param unknownKey what is said of each other key, before the nearest known one
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


/***/ })

};
