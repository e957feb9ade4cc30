export const id = 236;
export const ids = [236];
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

/***/ 236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fromSloth: () => (/* binding */ fromSloth)
});

// EXTERNAL MODULE: ./build/text/field.js
var field = __webpack_require__(6974);
// EXTERNAL MODULE: ./build/text/show.js
var show = __webpack_require__(3017);
// EXTERNAL MODULE: ./build/time/duration.js
var duration = __webpack_require__(570);
// EXTERNAL MODULE: ./build/definitions/alerts.js
var definitions_alerts = __webpack_require__(2618);
// EXTERNAL MODULE: ./build/definitions/issues.js
var issues = __webpack_require__(5841);
;// CONCATENATED MODULE: ./build/definitions/sloth/keys.js
/** Keys of a spec file, and the same keys of a PrometheusServiceLevel in Kubernetes. */
const KEYS = [
    ['error_query', 'errorQuery'],
    ['total_query', 'totalQuery'],
    ['error_ratio_query', 'errorRatioQuery'],
    ['page_alert', 'pageAlert'],
    ['ticket_alert', 'ticketAlert'],
    ['slo_plugins', 'sloPlugins']
];
const FILE_KEYS = new Map(KEYS.map(([file, object]) => [object, file]));
/** Renames the keys of a spec from Kubernetes to those of a spec file, at every depth. */
function withFileKeys(value) {
    if (typeof value !== 'object' || value === null)
        return value;
    if (Array.isArray(value))
        return value.map(withFileKeys);
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [FILE_KEYS.get(key) ?? key, withFileKeys(part)]));
}
/** Replaces keys of a spec file in a text by those of Kubernetes. */
const withObjectKeys = (words) => KEYS.reduce((all, [file, object]) => all.replaceAll(file, object), words);

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/schema/values.js
var values = __webpack_require__(6634);
// EXTERNAL MODULE: ./build/sources/prometheus/query.js
var query = __webpack_require__(7010);
// EXTERNAL MODULE: ./build/definitions/percentage.js
var percentage = __webpack_require__(2197);
// EXTERNAL MODULE: ./build/definitions/shape.js
var shape = __webpack_require__(1292);
;// CONCATENATED MODULE: ./build/definitions/sloth/shapes.js





const shapes_shape = (0,shape/* shapeOf */.F5)('Sloth');
const shapes_query = dist/* pipe */.FsL(query/* promQl */.y9, dist/* check */.z6Y(value => !value.includes('{{'), 'a query whose only template is {{.window}}; render the file first'), dist/* check */.z6Y(value => value.includes('$window'), 'a query with {{.window}} as its range'));
const head = {
    service: values/* text */.Qq,
    labels: shape/* unused */.x3,
    slos: dist/* pipe */.FsL(dist/* array */.YOg(dist/* unknown */.L5J(), 'a list of SLOs'), dist/* nonEmpty */.hq('a list with at least one SLO')),
    // These change the rules that Sloth generates, which are not used.
    slo_plugins: shape/* unused */.x3
};
/** A file, without its SLOs. */
const fileHead = shapes_shape({ version: shape/* unused */.x3, ...head });
/** The spec of a PrometheusServiceLevel, without its SLOs. */
const specHead = shapes_shape(head);
const shapes_alert = dist/* exactOptional */.yqP(shapes_shape({
    disable: dist/* exactOptional */.yqP(dist/* boolean */.zMY('true or false'), false),
    labels: shape/* unused */.x3,
    annotations: shape/* unused */.x3
}), {});
const slo = shapes_shape({
    name: values/* text */.Qq,
    description: dist/* exactOptional */.yqP(shape/* prose */.CS),
    objective: percentage/* foreignPercentage */.z,
    labels: shape/* unused */.x3,
    plugins: shape/* unused */.x3,
    sli: dist/* pipe */.FsL(shapes_shape({
        events: dist/* exactOptional */.yqP(shapes_shape({ error_query: shapes_query, total_query: shapes_query })),
        raw: dist/* exactOptional */.yqP(shapes_shape({ error_ratio_query: shapes_query })),
        plugin: (0,shape/* refused */.J5)('is a Sloth plugin, which is not run here; write its queries as events')
    }), dist/* rawTransform */.NTK(({ dataset: { value }, addIssue, NEVER }) => {
        const { events, raw } = value;
        const type = 'prometheus';
        if (events && !raw)
            return { type, bad: events.error_query, total: events.total_query };
        if (raw && !events)
            return { type, errorRatio: raw.error_ratio_query };
        addIssue({ message: 'either events or raw' });
        return NEVER;
    })),
    alerting: dist/* exactOptional */.yqP(shapes_shape({ name: shape/* unused */.x3, labels: shape/* unused */.x3, annotations: shape/* unused */.x3, page_alert: shapes_alert, ticket_alert: shapes_alert }), {})
});

;// CONCATENATED MODULE: ./build/definitions/sloth/documents.js







const VERSION = 'prometheus/v1';
const OBJECT_VERSION = 'sloth.slok.dev/v1';
const KIND = 'PrometheusServiceLevel';
/** Sloth's default period. It is a flag of the tool, so a spec does not say if it is different. */
const PERIOD = 'PT720H';
const NOTE = 'is a Sloth spec, which has no period: its SLOs are measured over 30 days, by counting their events; Sloth averages ratios of five minutes, so its dashboards can show another number';
const PAGE = [
    { level: 'CRITICAL', factor: 14.4, long: duration/* HOUR */.dp, short: 5 * duration/* MINUTE */.pY },
    { level: 'CRITICAL', factor: 6, long: 6 * duration/* HOUR */.dp, short: 30 * duration/* MINUTE */.pY }
];
const TICKET = [
    { level: 'WARNING', factor: 3, long: duration/* DAY */.d_, short: 2 * duration/* HOUR */.dp },
    { level: 'WARNING', factor: 1, long: 3 * duration/* DAY */.d_, short: 6 * duration/* HOUR */.dp }
];
/**
 * Converts Sloth specs to definitions in the gate's own form, which still have to be checked. They use the queries of
 * the spec, not the rules that Sloth generates from it.
 */
function fromSloth(raws, problems) {
    return raws.flatMap(raw => {
        const definitions = definitionsIn(raw, problems);
        if (definitions.length > 0)
            problems.warn(raw.file, NOTE);
        return definitions;
    });
}
function definitionsIn({ file, value }, problems) {
    const isObject = (0,field/* field */.Z)(value, 'apiVersion') !== undefined;
    const wrong = isObject ? wrongHead(value) : wrongVersion((0,field/* field */.Z)(value, 'version'));
    if (wrong !== undefined) {
        problems.error(`${file}, field ${wrong.field}`, wrong.what);
        return [];
    }
    const placed = (path) => (isObject ? withObjectKeys(path === '' ? 'spec' : `spec.${path}`) : path);
    const at = (path) => [file, placed(path)].filter(part => part !== '').join(', field ');
    const spec = isObject ? withFileKeys((0,field/* field */.Z)(value, 'spec')) : value;
    const head = (0,issues/* readReporting */.F8)(isObject ? specHead : fileHead, { value: spec, at, problems });
    if (head === undefined)
        return [];
    return head.slos.flatMap((entry, index) => {
        const under = (path) => at(`slos[${index}]${path && `.${path}`}`);
        const read = (0,issues/* readReporting */.F8)(slo, { value: entry, at: under, problems });
        return read ? [{ file, value: toDefinition(`${head.service}-${read.name}`, read) }] : [];
    });
}
function wrongVersion(version) {
    if (version === VERSION)
        return undefined;
    return { field: 'version', what: `${(0,show/* show */.WU)(version)} is not accepted; it takes ${VERSION}` };
}
function wrongHead(value) {
    const [version, kind] = [(0,field/* field */.Z)(value, 'apiVersion'), (0,field/* field */.Z)(value, 'kind')];
    if (version !== OBJECT_VERSION)
        return { field: 'apiVersion', what: `${(0,show/* show */.WU)(version)} is not accepted; it takes ${OBJECT_VERSION}` };
    return kind === KIND
        ? undefined
        : { field: 'kind', what: `${(0,show/* show */.WU)(kind)} is not accepted; it takes ${KIND}` };
}
function toDefinition(id, { name, description, objective, sli, alerting }) {
    const { page_alert, ticket_alert } = alerting;
    const alerts = [...(page_alert.disable ? [] : PAGE), ...(ticket_alert.disable ? [] : TICKET)];
    return {
        id,
        name,
        ...(description !== undefined && { description }),
        sloTarget: objective,
        timeWindow: PERIOD,
        burnRateAlerts: (0,definitions_alerts/* alertsInReach */.Y)(alerts, objective),
        source: sli
    };
}


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
