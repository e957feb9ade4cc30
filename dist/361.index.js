export const id = 361;
export const ids = [361,741];
export const modules = {

/***/ 1741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ minutesOfDay),
/* harmony export */   businessIntervals: () => (/* binding */ businessIntervals),
/* harmony export */   w: () => (/* binding */ WEEKDAYS)
/* harmony export */ });
/* harmony import */ var _date_fns_tz__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9495);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9102);


const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
/**
 * The parts of a window that lie within the hours, in order, adjacent ones merged. None is empty, and
 * a window that ends before it starts has none.
 *
 * What counts is the time on the clocks of the zone: an hour that they show twice counts twice, one
 * that they skip not at all.
 *
 * @throws RangeError for a time or a time zone that does not exist: to find no hours would hide it
 */
function businessIntervals(window, hours) {
    const shift = shiftOf(hours);
    const merged = [];
    for (const span of piecesOf(window, hours.timeZone).flatMap(piece => spansIn(piece, shift))) {
        const last = merged.at(-1);
        if (last?.end === span.start)
            last.end = span.end;
        else
            merged.push(span);
    }
    return merged.map(({ start, end }) => ({ start: new Date(start), end: new Date(end) }));
}
/** Minutes since midnight of "HH:MM" ("24:00" allowed), undefined for anything else. */
function minutesOfDay(text) {
    if (!TIME_OF_DAY.test(text))
        return undefined;
    return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}
const TIME_OF_DAY = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
function shiftOf({ days, from, to }) {
    const begin = timeOf(from);
    const end = timeOf(to);
    return { days, from: begin, to: end > begin ? end : end + _duration_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_ };
}
function timeOf(text) {
    const minutes = minutesOfDay(text);
    if (minutes === undefined)
        throw new RangeError(`"${text}" is not a time of day`);
    return minutes * _duration_js__WEBPACK_IMPORTED_MODULE_1__/* .MINUTE */ .pY;
}
/**
 * How far apart the offset is looked at. Only an offset that is left and returned to in between would
 * be missed. Since 1970 no zone has done that within 6 days; Brazil came closest, in October 2000.
 */
const STEP = _duration_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_;
/** The window, cut where the clocks change. */
function piecesOf({ start, end }, timeZone) {
    const pieces = [];
    for (let from = start.getTime(); from < end.getTime();) {
        const offset = offsetAt(from, timeZone);
        const next = Math.min(from + STEP, end.getTime());
        // Short pieces do no harm: what comes of them is merged.
        const to = offsetAt(next, timeZone) === offset ? next : changeBetween(from, next, timeZone);
        pieces.push({ start: from, end: to, offset });
        from = to;
    }
    return pieces;
}
/** The first millisecond of another offset, given that the offsets at both ends differ. */
function changeBetween(from, to, timeZone) {
    const offset = offsetAt(from, timeZone);
    let [before, after] = [from, to];
    while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        if (offsetAt(middle, timeZone) === offset)
            before = middle;
        else
            after = middle;
    }
    return after;
}
/** How far the clocks are ahead of UTC, in milliseconds. */
function offsetAt(instant, timeZone) {
    // In minutes, whose fraction is of whole seconds.
    const offset = Math.round((0,_date_fns_tz__WEBPACK_IMPORTED_MODULE_0__/* .tzOffset */ .Y5)(timeZone, new Date(instant)) * _duration_js__WEBPACK_IMPORTED_MODULE_1__/* .MINUTE */ .pY);
    if (Number.isNaN(offset))
        throw new RangeError(`"${timeZone}" is not a time zone`);
    return offset;
}
/** The spans of one piece that lie within the hours. Without changes of the clocks all days are alike. */
function spansIn({ start, end, offset }, { days, from, to }) {
    const spans = [];
    // The hours of the day before may still run.
    for (let day = Math.floor((start + offset) / _duration_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_) - 1; day * _duration_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_ < end + offset; day++) {
        if (!days.includes(weekdayOf(day)))
            continue;
        const midnight = day * _duration_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_ - offset;
        const span = { start: Math.max(start, midnight + from), end: Math.min(end, midnight + to) };
        if (span.start < span.end)
            spans.push(span);
    }
    return spans;
}
/** The weekday of a day, counted from 1 January 1970, a Thursday. */
function weekdayOf(day) {
    // A remainder has the sign of what is divided, so days before 1970 need the 7 more.
    return WEEKDAYS[(((day + 3) % 7) + 7) % 7];
}


/***/ }),

/***/ 3361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseDefinition: () => (/* binding */ parseDefinition)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/budget/burnRate.js
var burnRate = __webpack_require__(8757);
// EXTERNAL MODULE: ./build/budget/businessHours.js
var businessHours = __webpack_require__(1741);
// EXTERNAL MODULE: ./build/budget/decimal.js
var decimal = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/budget/duration.js
var budget_duration = __webpack_require__(9102);
// EXTERNAL MODULE: ./build/budget/slo.js
var slo = __webpack_require__(6428);
// EXTERNAL MODULE: ./build/config/formats.js + 1 modules
var formats = __webpack_require__(3578);
// EXTERNAL MODULE: ./build/config/problems.js
var problems = __webpack_require__(3515);
// EXTERNAL MODULE: ./build/config/schema.js
var schema = __webpack_require__(7096);
// EXTERNAL MODULE: ./build/config/sloId.js
var sloId = __webpack_require__(6902);
// EXTERNAL MODULE: ./build/sources/prometheusQuery.js
var prometheusQuery = __webpack_require__(1677);
;// CONCATENATED MODULE: ./build/config/sourceRules.js


/** What is allowed, but rarely meant: a sentence each, about the source of an SLO. */
function odditiesOf({ source, minimumEvents, businessHours }) {
    const odd = [];
    const queries = queriesOf(source);
    if (queries.some(query => !query.includes('$window'))) {
        odd.push('a query without $window gives the same value for every window');
    }
    if (minimumEvents > 0 && !countsEvents(source)) {
        odd.push('gives rates only, no counts: minimumEvents cannot be checked');
    }
    if (businessHours && !countsEvents(source) && !isRecorded(source)) {
        odd.push('gives rates only, no counts: those of the business hours are weighted by time');
    }
    return odd;
}
/** Its windows are fixed by rules. */
const isRecorded = (source) => 'sloth' in source || 'pyrra' in source;
/** What the source cannot answer: the field, and why. */
function impossibilitiesOf(slo) {
    const { source, businessHours, alerts, window } = slo;
    if (!('sloth' in source || 'pyrra' in source))
        return [];
    const tool = 'sloth' in source ? 'Sloth' : 'Pyrra';
    const windows = 'sloth' in source ? prometheusQuery/* SLOTH_WINDOWS */.xo : (0,prometheusQuery/* pyrraWindows */.Sd)(window.ms);
    const hasRules = 'sloth' in source || source.metric !== undefined;
    const hasRule = (ms) => ms === window.ms || (hasRules && windows.includes(ms));
    const way = hasRules ? `take ${listOf(windows.map(prometheusQuery/* ruleDuration */.HE))}` : 'name the metric as well';
    const hours = businessHours
        ? [['businessHours', `the rules of ${tool} are about fixed windows; use good and total`]]
        : [];
    const unrecorded = alerts.flatMap((alert, index) => ['duration', 'shortDuration'].flatMap(key => {
        const duration = alert[key];
        if (duration === undefined || hasRule(duration.ms))
            return [];
        const why = `${duration.iso}: ${tool} has no rule for ${(0,budget_duration/* describeDuration */.MB)(duration)}; ${way}`;
        return [[`burnRateAlerts[${index}].${key}`, why]];
    }));
    return [...hours, ...unrecorded];
}
/** A Datadog SLO may count or not: only its answer tells. */
function countsEvents(source) {
    return source.type === 'genesys-data-actions' || source.type === 'datadog' || 'good' in source;
}
function queriesOf(source) {
    if (source.type !== 'prometheus')
        return [];
    if ('errorRatio' in source)
        return [source.errorRatio];
    return 'good' in source ? [source.good, source.total] : [];
}
const listOf = (words) => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

;// CONCATENATED MODULE: ./build/config/sourceSchema.js




const genesysObservability = dist/* strictObject */.rej({ type: dist/* literal */.euz('genesys-observability') });
const texts = dist/* pipe */.FsL(dist/* array */.YOg(schema/* text */.Qq, 'a list of texts'), dist/* check */.z6Y(values => values.length > 0, 'a list with something in it'));
/** YAML reads 404 as a number. */
const sourceSchema_status = dist/* pipe */.FsL(dist/* custom */.IeY(value => /^\d{3}$/.test(String(value)) && (typeof value === 'string' || typeof value === 'number'), 'a status of HTTP, such as 404'), dist/* transform */.pdi(String));
const errorType = dist/* pipe */.FsL(schema/* text */.Qq, dist/* check */.z6Y(value => value !== 'NONE', 'an errorType other than NONE, which is success'));
const milliseconds = dist/* pipe */.FsL(dist/* custom */.IeY(value => millisecondsIn(value) !== undefined, 'an ISO 8601 duration such as PT2S, or whole milliseconds above 0'), dist/* transform */.pdi(value => millisecondsIn(value)));
function millisecondsIn(value) {
    if (typeof value === 'string')
        return (0,budget_duration/* parseDuration */.E9)(value)?.ms;
    return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
/** Waiting longer than an hour for data is no waiting any more. */
const delay = dist/* pipe */.FsL(dist/* custom */.IeY(value => typeof value === 'string' &&
    (value === 'PT0S' || ((0,budget_duration/* parseDuration */.E9)(value)?.ms ?? Number.POSITIVE_INFINITY) <= budget_duration/* HOUR */.dp), 'an ISO 8601 duration up to PT1H, such as PT5M'), dist/* transform */.pdi(value => (0,budget_duration/* parseDuration */.E9)(value) ?? { iso: value, ms: 0 }));
/** How long after an execution the analytics of Genesys Cloud are taken to know of it. */
const DEFAULT_DELAY = 'PT5M';
const genesysDataActions = dist/* strictObject */.rej({
    type: dist/* literal */.euz('genesys-data-actions'),
    integrationId: dist/* exactOptional */.yqP(schema/* text */.Qq),
    actionIds: dist/* exactOptional */.yqP(texts),
    ignoreErrorTypes: dist/* exactOptional */.yqP(dist/* array */.YOg(errorType, 'a list of errorTypes'), []),
    ignoreResponseStatuses: dist/* exactOptional */.yqP(dist/* array */.YOg(sourceSchema_status, 'a list of statuses'), []),
    slowerThan: dist/* exactOptional */.yqP(milliseconds),
    delay: dist/* exactOptional */.yqP(delay, DEFAULT_DELAY)
});
const FORMS = 'either good and total, or errorRatio, or sloth, or pyrra (with metric for its alerts)';
const prometheus = dist/* pipe */.FsL(dist/* strictObject */.rej({
    type: dist/* literal */.euz('prometheus'),
    good: dist/* exactOptional */.yqP(schema/* text */.Qq),
    total: dist/* exactOptional */.yqP(schema/* text */.Qq),
    errorRatio: dist/* exactOptional */.yqP(schema/* text */.Qq),
    sloth: dist/* exactOptional */.yqP(schema/* text */.Qq),
    pyrra: dist/* exactOptional */.yqP(schema/* text */.Qq),
    metric: dist/* exactOptional */.yqP(schema/* text */.Qq)
}), dist/* rawTransform */.NTK(({ dataset: { value }, addIssue, NEVER }) => {
    const { type, good, total, errorRatio, sloth, pyrra, metric } = value;
    const keys = Object.keys(value).length;
    if (good !== undefined && total !== undefined && keys === 3)
        return { type, good, total };
    if (errorRatio !== undefined && keys === 2)
        return { type, errorRatio };
    if (sloth !== undefined && keys === 2)
        return { type, sloth };
    if (pyrra !== undefined && keys === 2)
        return { type, pyrra };
    if (pyrra !== undefined && metric !== undefined && keys === 3)
        return { type, pyrra, metric };
    addIssue({ message: FORMS });
    return NEVER;
}));
const datadog = dist/* strictObject */.rej({
    type: dist/* literal */.euz('datadog'),
    sloId: dist/* pipe */.FsL(schema/* text */.Qq, dist/* check */.z6Y(sloId/* isSloId */.C, 'an id other than . and ..'))
});
/** Where the numbers of an SLO come from: one form for each kind of source. */
const sourceSchema = dist/* variant */.Oxt('type', [genesysObservability, genesysDataActions, prometheus, datadog], 'a source with the type genesys-observability, genesys-data-actions, prometheus or datadog');

;// CONCATENATED MODULE: ./build/config/definition.js












const percentage = dist/* custom */.IeY(value => typeof value === 'number' && value > 0 && value < 100, 'a percentage above 0 and below 100, such as 99.5');
const positive = dist/* custom */.IeY(value => Number.isFinite(value) && value > 0, 'a number above 0');
const count = dist/* custom */.IeY(value => Number.isSafeInteger(value) && value >= 0, 'a whole number of 0 or more');
/** No window reaches further back than ten years: dates beyond would not even be dates. */
const LONGEST = 3660 * 24 * 60 * 60 * 1_000;
const duration = dist/* pipe */.FsL(dist/* custom */.IeY(value => typeof value === 'string' && ((0,budget_duration/* parseDuration */.E9)(value)?.ms ?? Number.POSITIVE_INFINITY) <= LONGEST, 'an ISO 8601 duration of weeks, days, hours, minutes or seconds, such as PT720H'), dist/* transform */.pdi(value => (0,budget_duration/* parseDuration */.E9)(value)));
const definition_alert = dist/* strictObject */.rej({
    level: (0,schema/* oneOf */.yL)('CRITICAL', 'WARNING'),
    burnRateThreshold: positive,
    duration,
    shortDuration: dist/* exactOptional */.yqP(duration)
});
const timeOfDay = dist/* custom */.IeY(value => typeof value === 'string' && (0,businessHours/* minutesOfDay */.H)(value) !== undefined, 'a time of day such as "08:00", in quotes');
const definition_businessHours = dist/* strictObject */.rej({
    timeZone: dist/* custom */.IeY(value => typeof value === 'string' && (0,formats/* isTimeZone */.kQ)(value), 'the name of an IANA time zone, such as America/New_York'),
    days: dist/* pipe */.FsL(dist/* array */.YOg((0,schema/* oneOf */.yL)(...businessHours/* WEEKDAYS */.w), 'a list of days'), dist/* check */.z6Y(days => days.length > 0, 'a list with a day in it')),
    from: dist/* pipe */.FsL(timeOfDay, dist/* check */.z6Y(value => value !== '24:00', 'a time of day before "24:00"')),
    to: timeOfDay
});
const definition = dist/* strictObject */.rej({
    id: dist/* pipe */.FsL(schema/* text */.Qq, dist/* check */.z6Y(sloId/* isSloId */.C, 'an id other than . and ..')),
    name: dist/* exactOptional */.yqP(schema/* text */.Qq),
    description: dist/* exactOptional */.yqP(schema/* text */.Qq),
    metric: dist/* exactOptional */.yqP(dist/* strictObject */.rej({ resourceType: dist/* exactOptional */.yqP(schema/* text */.Qq), filterExpression: dist/* exactOptional */.yqP(schema/* text */.Qq) })),
    sloTarget: percentage,
    timeWindow: dist/* exactOptional */.yqP(duration, slo/* DEFAULT_WINDOW */.x.iso),
    burnRateAlerts: dist/* exactOptional */.yqP(dist/* array */.YOg(definition_alert, 'a list of alerts'), []),
    minimumEvents: dist/* exactOptional */.yqP(count, 0),
    businessHours: dist/* exactOptional */.yqP(definition_businessHours),
    source: dist/* exactOptional */.yqP(sourceSchema, { type: 'genesys-observability' })
});
/**
 * Checks one definition. Everything wrong with it is reported, field by field.
 *
 * @returns undefined when it cannot be used
 */
function parseDefinition({ file, value }, problems) {
    const at = (0,schema/* where */._M)(file, value);
    const result = dist/* safeParse */.xLC(definition, value);
    if (!result.success) {
        for (const issue of result.issues)
            problems.error(at(fieldOf(issue)), explain(issue));
        return undefined;
    }
    const slo = toSlo(result.output);
    for (const oddity of oddities(slo))
        problems.warn(at(oddity[0]), oddity[1]);
    const impossible = impossibilitiesOf(slo);
    for (const [path, why] of impossible)
        problems.error(at(path), why);
    const isReachable = alertsAreReachable({ ...slo, target: result.output.sloTarget }, at, problems);
    return isReachable && impossible.length === 0 ? slo : undefined;
}
function toSlo(parsed) {
    const { id, name, sloTarget, timeWindow, burnRateAlerts, minimumEvents, businessHours } = parsed;
    const slo = {
        ...{ id, name: name ?? id, target: sloTarget, window: timeWindow },
        ...{ alerts: burnRateAlerts, minimumEvents, ...(businessHours && { businessHours }) }
    };
    if (parsed.source.type === 'genesys-data-actions') {
        const { delay, slowerThan, ...source } = parsed.source;
        const slowerThanMs = slowerThan === undefined ? {} : { slowerThanMs: slowerThan };
        return { ...slo, source: { ...source, ...slowerThanMs }, ...(delay.ms > 0 && { delay }) };
    }
    if (parsed.source.type !== 'genesys-observability')
        return { ...slo, source: parsed.source };
    return { ...slo, source: parsed.source, resource: resourceOf(parsed) };
}
/** What the Observability API is told of a definition: everything but our own keys. */
function resourceOf({ name, timeWindow, burnRateAlerts, ...parsed }) {
    const { minimumEvents: _, businessHours: __, source: ___, ...resource } = parsed;
    return {
        ...resource,
        name: name ?? resource.id,
        timeWindow: timeWindow.iso,
        burnRateAlerts: burnRateAlerts.map(({ duration, shortDuration, ...alert }) => ({
            ...{ ...alert, duration: duration.iso },
            ...(shortDuration && { shortDuration: shortDuration.iso })
        }))
    };
}
function oddities(slo) {
    const { iso, ms } = slo.window;
    const short = `${iso} is under seven days: it forgets an outage before anyone has mended it`;
    return [
        ...odditiesOf(slo).map(what => ['source', what]),
        ...(ms < budget_duration/* WEEK */.V8 ? [['timeWindow', short]] : [])
    ];
}
function alertsAreReachable(slo, at, problems) {
    const highest = (0,burnRate/* highestBurnRate */.kZ)(slo.target);
    const unreachable = [...slo.alerts.entries()].filter(([, alert]) => (0,decimal/* exceeds */.Or)(alert.burnRateThreshold, highest));
    for (const [index, { burnRateThreshold }] of unreachable) {
        const limit = `a target of ${slo.target} % allows a burn rate of ${(0,decimal/* plainDecimal */.mr)(highest)} at the most`;
        problems.error(at(`burnRateAlerts[${index}].burnRateThreshold`), `${burnRateThreshold} can never be reached: ${limit}; take a lower threshold`);
    }
    return unreachable.length === 0;
}
/** The path of a field as one would write it: `burnRateAlerts[0].duration`. */
function fieldOf(issue) {
    return (dist/* getDotPath */.BuJ(issue) ?? '').replace(/\.(\d+)(?=\.|$)/g, '[$1]');
}
function explain(issue) {
    if (issue.type !== 'strict_object')
        return `${(0,problems/* show */.W)(issue.input)} is not accepted; it takes ${issue.message}`;
    if (issue.expected === 'never')
        return 'is not a known key; see the README for the keys of a definition';
    if (issue.received === 'undefined')
        return 'is missing';
    return `${(0,problems/* show */.W)(issue.input)} is not accepted; it takes a mapping of keys to values`;
}


/***/ }),

/***/ 7096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   _M: () => (/* binding */ where),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3223);


/** Text with something in it, and no control characters. */
const text = valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY(value => typeof value === 'string' &&
    value.trim() !== '' &&
    value.isWellFormed() &&
    !/\p{Cc}/u.test(value.trimEnd()), 'text on one line');
/** One of the words given; says which ones. */
function oneOf(...values) {
    return valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY(value => values.some(known => known === value), values.join(' or '));
}
/** Names the place of a problem: file, SLO and field. */
function where(file, value) {
    const id = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, 'id');
    const slo = typeof id === 'string' ? `, SLO "${id}"` : '';
    return fieldPath => `${file}${slo}${fieldPath === '' ? '' : `, field ${fieldPath}`}`;
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
