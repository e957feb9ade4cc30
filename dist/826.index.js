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

/***/ 5826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prometheusForm: () => (/* binding */ prometheusForm)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7934);
/* harmony import */ var _schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6634);
/* harmony import */ var _text_list_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(920);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(570);
/* harmony import */ var _rates_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1922);
/* harmony import */ var _promql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(599);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7010);







const FORMS = 'either good and total, or bad and total, or errorRatio, or sloth, or pyrra (with metric for its alerts)';
const schema = valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL((0,_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .strict */ .O2)({
    type: valibot__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('prometheus'),
    good: valibot__WEBPACK_IMPORTED_MODULE_4__/* .exactOptional */ .yqP(_query_js__WEBPACK_IMPORTED_MODULE_3__/* .promQl */ .y9),
    bad: valibot__WEBPACK_IMPORTED_MODULE_4__/* .exactOptional */ .yqP(_query_js__WEBPACK_IMPORTED_MODULE_3__/* .promQl */ .y9),
    total: valibot__WEBPACK_IMPORTED_MODULE_4__/* .exactOptional */ .yqP(_query_js__WEBPACK_IMPORTED_MODULE_3__/* .promQl */ .y9),
    errorRatio: valibot__WEBPACK_IMPORTED_MODULE_4__/* .exactOptional */ .yqP(_query_js__WEBPACK_IMPORTED_MODULE_3__/* .promQl */ .y9),
    sloth: valibot__WEBPACK_IMPORTED_MODULE_4__/* .exactOptional */ .yqP(_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    pyrra: valibot__WEBPACK_IMPORTED_MODULE_4__/* .exactOptional */ .yqP(_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq),
    metric: valibot__WEBPACK_IMPORTED_MODULE_4__/* .exactOptional */ .yqP(_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)
}), valibot__WEBPACK_IMPORTED_MODULE_4__/* .rawTransform */ .NTK(({ dataset: { value }, addIssue, NEVER }) => {
    const { type, good, bad, total, errorRatio, sloth, pyrra, metric } = value;
    const keys = Object.keys(value).length;
    if (good !== undefined && total !== undefined && keys === 3)
        return { spec: { type, good, total } };
    if (bad !== undefined && total !== undefined && keys === 3)
        return { spec: { type, bad, total } };
    if (errorRatio !== undefined && keys === 2)
        return { spec: { type, errorRatio } };
    if (sloth !== undefined && keys === 2)
        return { spec: { type, sloth } };
    if (pyrra !== undefined && keys === 2)
        return { spec: { type, pyrra } };
    if (pyrra !== undefined && metric !== undefined && keys === 3)
        return { spec: { type, pyrra, metric } };
    addIssue({ message: FORMS });
    return NEVER;
}));
const prometheusForm = { schema, warnings, errors };
function warnings({ slo, spec }) {
    const fixed = queriesOf(spec).some(query => !query.includes('$window'));
    return [
        ...(fixed ? ['a query without $window gives the same value for every window'] : []),
        ...('total' in spec
            ? perSecondWarnings(slo, spec)
            : (0,_rates_js__WEBPACK_IMPORTED_MODULE_5__/* .ratesOnlyWarnings */ .T)('errorRatio' in spec ? slo : anyHours(slo)))
    ];
}
function perSecondWarnings({ minimumEvents }, spec) {
    const { counted, query, total } = (0,_promql_js__WEBPACK_IMPORTED_MODULE_2__/* .countsOf */ .mQ)(spec);
    const areRates = [query, total].map(_promql_js__WEBPACK_IMPORTED_MODULE_2__/* .isPerSecond */ .Ks);
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
    const { query, total } = (0,_promql_js__WEBPACK_IMPORTED_MODULE_2__/* .countsOf */ .mQ)(spec);
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
    const windows = 'sloth' in spec ? _promql_js__WEBPACK_IMPORTED_MODULE_2__/* .SLOTH_WINDOWS */ .xo : (0,_promql_js__WEBPACK_IMPORTED_MODULE_2__/* .pyrraWindows */ .Sd)(slo.window.ms);
    const hasRules = 'sloth' in spec || spec.metric !== undefined;
    const hasRule = (ms) => ms === slo.window.ms || (hasRules && windows.includes(ms));
    const remedy = hasRules ? `take ${(0,_text_list_js__WEBPACK_IMPORTED_MODULE_6__/* .listOf */ .c)(windows.map(_promql_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleDuration */ .HE))}` : 'name the metric as well';
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


/***/ }),

/***/ 1922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ ratesOnlyWarnings)
/* harmony export */ });
/** What is worth a warning where a source gives burn rates or error ratios, but no counts of events. */
function ratesOnlyWarnings({ minimumEvents, businessHours }) {
    return [
        ...(minimumEvents > 0 ? ['gives rates only, no counts: minimumEvents cannot be checked'] : []),
        ...(businessHours ? ['gives rates only, no counts: business hours are weighted by time'] : [])
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
