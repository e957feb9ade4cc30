export const id = 216;
export const ids = [216,353,777];
export const modules = {

/***/ 7216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   COMMON: () => (/* binding */ COMMON),
/* harmony export */   MOST_ALERTS: () => (/* binding */ MOST_ALERTS),
/* harmony export */   MOST_MINIMUM_EVENTS: () => (/* binding */ MOST_MINIMUM_EVENTS),
/* harmony export */   MOST_OF_NAME: () => (/* binding */ MOST_OF_NAME),
/* harmony export */   definitionParser: () => (/* binding */ definitionParser)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7934);
/* harmony import */ var _budget_slo_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6428);
/* harmony import */ var _inputs_formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9416);
/* harmony import */ var _schema_sloId_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5395);
/* harmony import */ var _schema_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6634);
/* harmony import */ var _sources_catalog_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8517);
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6974);
/* harmony import */ var _text_list_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(920);
/* harmony import */ var _time_businessHours_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3777);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(570);
/* harmony import */ var _issues_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5841);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7353);
/* harmony import */ var _percentage_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2197);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7862);
/* harmony import */ var _sourceType_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4940);















const positive = valibot__WEBPACK_IMPORTED_MODULE_8__/* .custom */ .IeY(value => Number.isFinite(value) && value > 0, 'a number above 0');
/** An SLO with fewer events than its minimum never blocks, so a minimum that is never reached would switch it off. */
const MOST_MINIMUM_EVENTS = 1_000_000;
const count = valibot__WEBPACK_IMPORTED_MODULE_8__/* .custom */ .IeY(value => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_MINIMUM_EVENTS, `a whole number from 0 to ${MOST_MINIMUM_EVENTS}`);
/** A window is at most ten years long. Much longer ones would begin before any valid date. */
const LONGEST = 3660 * _time_duration_js__WEBPACK_IMPORTED_MODULE_5__/* .DAY */ .d_;
function durationOf(value) {
    const duration = typeof value === 'string' ? (0,_time_duration_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDuration */ .E9)(value) : undefined;
    return duration && duration.ms <= LONGEST ? duration : undefined;
}
const duration = (0,_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .parsedBy */ .f3)(durationOf, 'an ISO 8601 duration of weeks, days, hours, minutes or seconds, such as PT720H or 30d');
const alert = (0,_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .strict */ .O2)({
    level: (0,_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('CRITICAL', 'WARNING'),
    burnRateThreshold: positive,
    duration,
    shortDuration: valibot__WEBPACK_IMPORTED_MODULE_8__/* .exactOptional */ .yqP(duration)
});
/** Each window of an alert needs its own question to the source. */
const MOST_ALERTS = 50;
const alerts = valibot__WEBPACK_IMPORTED_MODULE_8__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(alert, 'a list of alerts'), valibot__WEBPACK_IMPORTED_MODULE_8__/* .rawCheck */ .H0v(({ dataset, addIssue }) => {
    if (dataset.typed && dataset.value.length > MOST_ALERTS)
        addIssue({ message: `has ${dataset.value.length} alerts; it takes at most ${MOST_ALERTS}` });
}));
const timeOfDay = valibot__WEBPACK_IMPORTED_MODULE_8__/* .custom */ .IeY(value => typeof value === 'string' && (0,_time_businessHours_js__WEBPACK_IMPORTED_MODULE_4__/* .minutesOfDay */ .HG)(value) !== undefined, 'a time of day such as "08:00", in quotes');
const businessHours = (0,_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .strict */ .O2)({
    timeZone: valibot__WEBPACK_IMPORTED_MODULE_8__/* .custom */ .IeY(value => typeof value === 'string' && (0,_inputs_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .isTimeZone */ .kQ)(value), 'the name of an IANA time zone, such as America/New_York'),
    days: valibot__WEBPACK_IMPORTED_MODULE_8__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg((0,_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(..._time_businessHours_js__WEBPACK_IMPORTED_MODULE_4__/* .WEEKDAYS */ .w4), 'a list of days'), valibot__WEBPACK_IMPORTED_MODULE_8__/* .check */ .z6Y(days => days.length > 0, 'a list with at least one day')),
    from: valibot__WEBPACK_IMPORTED_MODULE_8__/* .pipe */ .FsL(timeOfDay, valibot__WEBPACK_IMPORTED_MODULE_8__/* .check */ .z6Y(value => value !== '24:00', 'a time of day before "24:00"')),
    to: timeOfDay
});
/** A name appears in every table, comment and log, so its length is limited. */
const MOST_OF_NAME = 2_000;
/** What every definition may say, whatever its source. */
const COMMON = {
    // For editors.
    $schema: valibot__WEBPACK_IMPORTED_MODULE_8__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_8__/* .unknown */ .L5J()),
    id: valibot__WEBPACK_IMPORTED_MODULE_8__/* .pipe */ .FsL(_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, valibot__WEBPACK_IMPORTED_MODULE_8__/* .check */ .z6Y(_schema_sloId_js__WEBPACK_IMPORTED_MODULE_9__/* .isSloId */ .Ch, _schema_sloId_js__WEBPACK_IMPORTED_MODULE_9__/* .SLO_ID */ .Pv)),
    name: valibot__WEBPACK_IMPORTED_MODULE_8__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_8__/* .pipe */ .FsL(_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, valibot__WEBPACK_IMPORTED_MODULE_8__/* .check */ .z6Y(value => value.length <= MOST_OF_NAME, `text of at most ${MOST_OF_NAME} characters`))),
    description: valibot__WEBPACK_IMPORTED_MODULE_8__/* .exactOptional */ .yqP(_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq),
    metric: valibot__WEBPACK_IMPORTED_MODULE_8__/* .exactOptional */ .yqP((0,_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .strict */ .O2)({ resourceType: valibot__WEBPACK_IMPORTED_MODULE_8__/* .exactOptional */ .yqP(_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq), filterExpression: valibot__WEBPACK_IMPORTED_MODULE_8__/* .exactOptional */ .yqP(_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq) })),
    sloTarget: _percentage_js__WEBPACK_IMPORTED_MODULE_7__/* .percentage */ .X,
    timeWindow: valibot__WEBPACK_IMPORTED_MODULE_8__/* .exactOptional */ .yqP(duration, _budget_slo_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_WINDOW */ .x.iso),
    burnRateAlerts: valibot__WEBPACK_IMPORTED_MODULE_8__/* .exactOptional */ .yqP(alerts, []),
    minimumEvents: valibot__WEBPACK_IMPORTED_MODULE_8__/* .exactOptional */ .yqP(count, 0),
    businessHours: valibot__WEBPACK_IMPORTED_MODULE_8__/* .exactOptional */ .yqP(businessHours)
};
/** A parser for definitions with these types of source. Only the forms of these types are loaded. */
async function definitionParser(types) {
    const known = [...new Set(types)].filter(_sources_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .isSourceType */ .M$);
    const parsers = new Map(await Promise.all(known.map(async (type) => [type, await parserOf(type)])));
    return (raw, problems) => (parsers.get((0,_sourceType_js__WEBPACK_IMPORTED_MODULE_10__/* .sourceTypeIn */ .p)(raw.value)) ?? refuse)(raw, problems);
}
async function parserOf(type) {
    const form = await _sources_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .CATALOG */ .W8[type].form();
    const schema = (0,_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .strict */ .O2)({ ...COMMON, source: valibot__WEBPACK_IMPORTED_MODULE_8__/* .exactOptional */ .yqP(form.schema, { type }) });
    return (raw, problems) => {
        const parsed = parseWith(schema, raw, problems);
        return parsed && checked({ ...sloOf(parsed, parsed.source), form }, placeIn(raw), problems);
    };
}
const SOURCES = `a source with the type ${(0,_text_list_js__WEBPACK_IMPORTED_MODULE_11__/* .listOf */ .c)(_sources_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .SOURCE_TYPES */ .m7)}`;
const withUnknownSource = (0,_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .strict */ .O2)({ ...COMMON, source: valibot__WEBPACK_IMPORTED_MODULE_8__/* .custom */ .IeY(() => false, SOURCES) });
const withoutSource = (0,_schema_values_js__WEBPACK_IMPORTED_MODULE_2__/* .strict */ .O2)({ ...COMMON, source: valibot__WEBPACK_IMPORTED_MODULE_8__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_8__/* .never */ .ZmZ()) });
function refuse(raw, problems) {
    if ((0,_text_field_js__WEBPACK_IMPORTED_MODULE_12__/* .field */ .Z)(raw.value, 'source') !== undefined)
        return void parseWith(withUnknownSource, raw, problems);
    parseWith(withoutSource, raw, problems);
    const isMapping = typeof raw.value === 'object' && !Array.isArray(raw.value);
    if (isMapping)
        problems.error(placeIn(raw)('source'), `is missing; it takes ${SOURCES}`);
}
function parseWith(schema, raw, problems) {
    return (0,_issues_js__WEBPACK_IMPORTED_MODULE_13__/* .readReporting */ .F8)(schema, { value: raw.value, at: placeIn(raw), problems });
}
const placeIn = ({ file, value }) => (0,_place_js__WEBPACK_IMPORTED_MODULE_14__/* .where */ ._)(file, value);
/** Turns a parsed definition into an SLO. Its target is known, because every file has one. */
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
/** @returns undefined for an SLO that cannot be measured as it is defined */
function checked({ slo, spec, form }, at, problems) {
    for (const what of form.warnings({ slo, spec }))
        problems.warn(at('source'), what);
    const { iso, ms } = slo.window;
    if (ms < _time_duration_js__WEBPACK_IMPORTED_MODULE_5__/* .WEEK */ .V8) {
        problems.warn(at('timeWindow'), `${iso} is shorter than seven days, so an outage may leave the window before it is fixed; use a longer window`);
    }
    const errors = [...form.errors({ slo, spec }), ...(0,_limits_js__WEBPACK_IMPORTED_MODULE_6__.limitProblems)(slo)];
    for (const [field, what] of errors)
        problems.error(at(field), what);
    return errors.length === 0 ? slo : undefined;
}


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

/***/ 7353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   limitProblems: () => (/* binding */ limitProblems),
/* harmony export */   neverBlocking: () => (/* binding */ neverBlocking)
/* harmony export */ });
/* harmony import */ var _budget_burnRate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8757);
/* harmony import */ var _budget_decimal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8819);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(570);



/** Problems with thresholds that could never be exceeded and with windows that make no sense or are too long. */
const limitProblems = (slo) => [
    ...unreachableAlerts(slo),
    ...wrongAlertWindows(slo),
    ...tooManyHours(slo)
];
function unreachableAlerts({ alerts, target }) {
    const highest = (0,_budget_burnRate_js__WEBPACK_IMPORTED_MODULE_1__/* .highestBurnRate */ .kZ)(target);
    const limit = `a target of ${target}% allows a burn rate of at most ${(0,_budget_decimal_js__WEBPACK_IMPORTED_MODULE_2__/* .plainDecimal */ .mr)(highest)}`;
    return alerts.flatMap(({ burnRateThreshold }, index) => {
        if ((0,_budget_decimal_js__WEBPACK_IMPORTED_MODULE_2__/* .exceeds */ .Or)(highest, burnRateThreshold))
            return [];
        const what = `${burnRateThreshold} can never be exceeded: ${limit}; set a lower threshold`;
        return [[`burnRateAlerts[${index}].burnRateThreshold`, what]];
    });
}
function wrongAlertWindows({ alerts }) {
    return alerts.flatMap(({ duration, shortDuration }, index) => {
        if (shortDuration === undefined || shortDuration.ms < duration.ms)
            return [];
        const what = `${shortDuration.iso} must be shorter than duration, ${duration.iso}`;
        return [[`burnRateAlerts[${index}].shortDuration`, what]];
    });
}
/** In days. Each day of business hours needs its own question to the source. */
const LONGEST_WITH_HOURS = 732;
function tooManyHours({ businessHours, window, alerts }) {
    const longest = [window, ...alerts.map(({ duration }) => duration)].find(({ ms }) => ms > LONGEST_WITH_HOURS * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_);
    if (businessHours === undefined || longest === undefined)
        return [];
    return [
        [
            'businessHours',
            `cannot be measured over ${longest.iso}; it takes windows of at most P${LONGEST_WITH_HOURS}D`
        ]
    ];
}
/** A problem if even an outage of the whole window could not exceed max-burn-rate. */
function neverBlocking({ target }, maxBurnRate) {
    const highest = target === null ? Number.POSITIVE_INFINITY : (0,_budget_burnRate_js__WEBPACK_IMPORTED_MODULE_1__/* .highestBurnRate */ .kZ)(target);
    if ((0,_budget_decimal_js__WEBPACK_IMPORTED_MODULE_2__/* .exceeds */ .Or)(highest, maxBurnRate))
        return [];
    const limit = `a target of ${target}% allows a burn rate of at most ${(0,_budget_decimal_js__WEBPACK_IMPORTED_MODULE_2__/* .plainDecimal */ .mr)(highest)}`;
    const wrong = `which is not above max-burn-rate ${(0,_budget_decimal_js__WEBPACK_IMPORTED_MODULE_2__/* .plainDecimal */ .mr)(maxBurnRate)}`;
    return [['sloTarget', `can never block: ${limit}, ${wrong}; set a lower max-burn-rate or a higher target`]];
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
/* harmony export */   HG: () => (/* binding */ minutesOfDay),
/* harmony export */   businessIntervals: () => (/* binding */ businessIntervals),
/* harmony export */   w4: () => (/* binding */ WEEKDAYS)
/* harmony export */ });
/* unused harmony export TIME_OF_DAY */
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
/** Splits the window at each change of the clocks. */
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
