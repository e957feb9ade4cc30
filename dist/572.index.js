export const id = 572;
export const ids = [572,777];
export const modules = {

/***/ 1572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definitionParser: () => (/* binding */ definitionParser)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/budget/burnRate.js
var burnRate = __webpack_require__(8757);
// EXTERNAL MODULE: ./build/budget/decimal.js
var decimal = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/budget/slo.js
var slo = __webpack_require__(6428);
// EXTERNAL MODULE: ./build/inputs/formats.js
var formats = __webpack_require__(9416);
// EXTERNAL MODULE: ./build/schema/sloId.js
var sloId = __webpack_require__(5395);
// EXTERNAL MODULE: ./build/schema/values.js
var values = __webpack_require__(6634);
// EXTERNAL MODULE: ./build/sources/catalog.js + 5 modules
var catalog = __webpack_require__(5070);
// EXTERNAL MODULE: ./build/text/list.js
var list = __webpack_require__(920);
// EXTERNAL MODULE: ./build/time/businessHours.js
var businessHours = __webpack_require__(3777);
// EXTERNAL MODULE: ./build/time/duration.js
var time_duration = __webpack_require__(570);
// EXTERNAL MODULE: ./build/definitions/issues.js
var issues = __webpack_require__(5841);
// EXTERNAL MODULE: ./build/text/field.js
var field = __webpack_require__(6974);
;// CONCATENATED MODULE: ./build/definitions/place.js

/** Names the place of a problem: file, SLO and field. */
function where(file, value) {
    const id = (0,field/* field */.Z)(value, 'id');
    const slo = typeof id === 'string' ? `, SLO "${id}"` : '';
    return fieldPath => `${file}${slo}${fieldPath === '' ? '' : `, field ${fieldPath}`}`;
}

// EXTERNAL MODULE: ./build/definitions/sourceType.js
var sourceType = __webpack_require__(4940);
;// CONCATENATED MODULE: ./build/definitions/definition.js














const percentage = dist/* custom */.IeY(value => typeof value === 'number' && value > 0 && value < 100, 'a percentage above 0 and below 100, such as 99.5');
const positive = dist/* custom */.IeY(value => Number.isFinite(value) && value > 0, 'a number above 0');
const count = dist/* custom */.IeY(value => Number.isSafeInteger(value) && value >= 0, 'a whole number of 0 or more');
/** A window is at most ten years long: dates much further back than that are not valid dates. */
const LONGEST = 3660 * 24 * 60 * 60 * 1_000;
function durationOf(value) {
    const duration = typeof value === 'string' ? (0,time_duration/* parseDuration */.E9)(value) : undefined;
    return duration && duration.ms <= LONGEST ? duration : undefined;
}
const duration = (0,values/* parsedBy */.f3)(durationOf, 'an ISO 8601 duration of weeks, days, hours, minutes or seconds, such as PT720H');
const definition_alert = (0,values/* strict */.O2)({
    level: (0,values/* oneOf */.yL)('CRITICAL', 'WARNING'),
    burnRateThreshold: positive,
    duration,
    shortDuration: dist/* exactOptional */.yqP(duration)
});
const timeOfDay = dist/* custom */.IeY(value => typeof value === 'string' && (0,businessHours/* minutesOfDay */.H)(value) !== undefined, 'a time of day such as "08:00", in quotes');
const definition_businessHours = (0,values/* strict */.O2)({
    timeZone: dist/* custom */.IeY(value => typeof value === 'string' && (0,formats/* isTimeZone */.kQ)(value), 'the name of an IANA time zone, such as America/New_York'),
    days: dist/* pipe */.FsL(dist/* array */.YOg((0,values/* oneOf */.yL)(...businessHours/* WEEKDAYS */.w), 'a list of days'), dist/* check */.z6Y(days => days.length > 0, 'a list with a day in it')),
    from: dist/* pipe */.FsL(timeOfDay, dist/* check */.z6Y(value => value !== '24:00', 'a time of day before "24:00"')),
    to: timeOfDay
});
const COMMON = {
    id: dist/* pipe */.FsL(values/* text */.Qq, dist/* check */.z6Y(sloId/* isSloId */.C, 'an id other than . and ..')),
    name: dist/* exactOptional */.yqP(values/* text */.Qq),
    description: dist/* exactOptional */.yqP(values/* text */.Qq),
    metric: dist/* exactOptional */.yqP((0,values/* strict */.O2)({ resourceType: dist/* exactOptional */.yqP(values/* text */.Qq), filterExpression: dist/* exactOptional */.yqP(values/* text */.Qq) })),
    sloTarget: percentage,
    timeWindow: dist/* exactOptional */.yqP(duration, slo/* DEFAULT_WINDOW */.x.iso),
    burnRateAlerts: dist/* exactOptional */.yqP(dist/* array */.YOg(definition_alert, 'a list of alerts'), []),
    minimumEvents: dist/* exactOptional */.yqP(count, 0),
    businessHours: dist/* exactOptional */.yqP(definition_businessHours)
};
/** Reads definitions with these types of source, of which only the forms of known ones are loaded. */
async function definitionParser(types) {
    const known = [...new Set(types)].filter(catalog/* isSourceType */.M$);
    const parsers = new Map(await Promise.all(known.map(async (type) => [type, await parserOf(type)])));
    return (raw, problems) => (parsers.get((0,sourceType/* sourceTypeIn */.p)(raw.value)) ?? refuse)(raw, problems);
}
async function parserOf(type) {
    const form = await catalog/* CATALOG */.W8[type].form();
    const schema = (0,values/* strict */.O2)({ ...COMMON, source: dist/* exactOptional */.yqP(form.schema, { type }) });
    return (raw, problems) => {
        const parsed = parseWith(schema, raw, problems);
        return parsed && checked({ ...sloOf(parsed, parsed.source), form }, placeIn(raw), problems);
    };
}
const SOURCES = `a source with the type ${(0,list/* listOf */.c)(catalog/* SOURCE_TYPES */.m7)}`;
const withUnknownSource = (0,values/* strict */.O2)({ ...COMMON, source: dist/* custom */.IeY(() => false, SOURCES) });
function refuse(raw, problems) {
    parseWith(withUnknownSource, raw, problems);
}
function parseWith(schema, raw, problems) {
    const result = dist/* safeParse */.xLC(schema, raw.value);
    if (result.success)
        return result.output;
    const at = placeIn(raw);
    for (const issue of result.issues)
        problems.error(at((0,issues/* pathOf */.X)(issue)), (0,issues/* wordsOf */.Z)(issue));
    return undefined;
}
const placeIn = ({ file, value }) => where(file, value);
/** A definition in the terms of our arithmetic. Its target is known: a file has one. */
function sloOf({ sloTarget, timeWindow, burnRateAlerts, ...rest }, { spec, delay }) {
    const { id, name, description, metric, minimumEvents, businessHours } = rest;
    const slo = {
        id,
        name: name ?? id,
        target: sloTarget,
        window: timeWindow,
        alerts: burnRateAlerts,
        minimumEvents,
        source: spec,
        isDefinedHere: true,
        ...(description !== undefined && { description }),
        ...(metric !== undefined && { metric }),
        ...(businessHours && { businessHours }),
        ...(delay && { delay })
    };
    return { slo, spec };
}
/** @returns undefined for an SLO that its source, or anybody, could never measure as it stands */
function checked({ slo, spec, form }, at, problems) {
    for (const what of form.warnings({ slo, spec }))
        problems.warn(at('source'), what);
    const { iso, ms } = slo.window;
    if (ms < time_duration/* WEEK */.V8) {
        problems.warn(at('timeWindow'), `${iso} is under seven days: it forgets an outage before anyone has fixed it`);
    }
    const errors = [...form.errors({ slo, spec }), ...unreachableAlerts(slo)];
    for (const [field, what] of errors)
        problems.error(at(field), what);
    return errors.length === 0 ? slo : undefined;
}
function unreachableAlerts({ alerts, target }) {
    const highest = (0,burnRate/* highestBurnRate */.kZ)(target);
    const limit = `a target of ${target}% allows a burn rate of at most ${(0,decimal/* plainDecimal */.mr)(highest)}`;
    return alerts.flatMap(({ burnRateThreshold }, index) => {
        if (!(0,decimal/* exceeds */.Or)(burnRateThreshold, highest))
            return [];
        const what = `${burnRateThreshold} can never be reached: ${limit}; set a lower threshold`;
        return [[`burnRateAlerts[${index}].burnRateThreshold`, what]];
    });
}


/***/ }),

/***/ 5841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ pathOf),
/* harmony export */   Z: () => (/* binding */ wordsOf)
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
const UNKNOWN_KEY = 'is not a known key; see the README for the keys of a definition';
/**
 * A mapping of these keys and no others. Valibot's own strictObject reports only the first unknown key.
 *
 * @param unknownKey the message for each other key
 */
function strict(entries, unknownKey = UNKNOWN_KEY) {
    const schema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc(entries, 'a mapping of keys to values');
    return {
        ...schema,
        '~run': (dataset, config) => {
            const input = dataset.value;
            const result = schema['~run'](dataset, config);
            const given = typeof input === 'object' && input !== null ? Object.entries(input) : [];
            for (const [key, value] of given.filter(([key]) => !Object.hasOwn(entries, key))) {
                const path = [{ type: 'unknown', origin: 'key', input, key, value }];
                valibot__WEBPACK_IMPORTED_MODULE_0__/* ._addIssue */ .EVe(schema, 'key', result, config, { expected: 'never', message: unknownKey, path });
            }
            return result;
        }
    };
}


/***/ }),

/***/ 920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ listOf)
/* harmony export */ });
/** `a, b or c` */
const listOf = (words, last = 'or') => words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;


/***/ }),

/***/ 3777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ minutesOfDay),
/* harmony export */   businessIntervals: () => (/* binding */ businessIntervals),
/* harmony export */   w: () => (/* binding */ WEEKDAYS)
/* harmony export */ });
/* harmony import */ var _date_fns_tz__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9495);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(570);


const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
/**
 * The parts of a window that lie within the hours: in order, not empty, adjacent parts merged. A window
 * that ends before it starts has none.
 *
 * Local time counts: an hour that the clocks show twice counts twice, and an hour that they skip does not
 * count. This rule is the reason for our own arithmetic, because date libraries treat such hours otherwise.
 *
 * @throws RangeError for a time or a time zone that does not exist
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
 * How often the offset is checked. A change that is reverted between two checks would be missed. Since
 * 1970 no zone has reverted a change within 6 days; Brazil came closest, in October 2000.
 */
const STEP = _duration_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_;
/** Cuts the window where the clocks change. */
function piecesOf({ start, end }, timeZone) {
    const pieces = [];
    for (let from = start.getTime(); from < end.getTime();) {
        const offset = offsetAt(from, timeZone);
        const next = Math.min(from + STEP, end.getTime());
        // Short pieces do no harm, because adjacent spans are merged later.
        const to = offsetAt(next, timeZone) === offset ? next : changeBetween(from, next, timeZone);
        pieces.push({ start: from, end: to, offset });
        from = to;
    }
    return pieces;
}
/** The first millisecond of the new offset; the offsets at both ends must differ. */
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
/** The offset of the zone from UTC, in milliseconds; positive east of Greenwich. */
function offsetAt(instant, timeZone) {
    // tzOffset answers in minutes, with whole seconds as a fraction.
    const offset = Math.round((0,_date_fns_tz__WEBPACK_IMPORTED_MODULE_0__/* .tzOffset */ .Y5)(timeZone, new Date(instant)) * _duration_js__WEBPACK_IMPORTED_MODULE_1__/* .MINUTE */ .pY);
    if (Number.isNaN(offset))
        throw new RangeError(`"${timeZone}" is not a time zone`);
    return offset;
}
/** The spans of one piece that lie within the hours. The offset is constant, so all days are alike. */
function spansIn({ start, end, offset }, { days, from, to }) {
    const spans = [];
    // The hours of the day before may end on this day.
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
/** The weekday of a day, counted from 1 January 1970 (a Thursday). */
function weekdayOf(day) {
    // Days before 1970 have a negative remainder, so 7 is added.
    return WEEKDAYS[(((day + 3) % 7) + 7) % 7];
}


/***/ })

};
