export const id = 961;
export const ids = [961];
export const modules = {

/***/ 7961:
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
// EXTERNAL MODULE: ./build/budget/decimal.js
var decimal = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/budget/duration.js
var duration = __webpack_require__(9102);
// EXTERNAL MODULE: ./build/budget/slo.js
var slo = __webpack_require__(6428);
// EXTERNAL MODULE: ./build/http/json.js
var json = __webpack_require__(3223);
// EXTERNAL MODULE: ./build/config/problems.js
var problems = __webpack_require__(3515);
;// CONCATENATED MODULE: ./build/config/schema.js


/** Text with something in it, and no control characters. */
const schema_text = dist/* custom */.IeY(value => typeof value === 'string' &&
    value.trim() !== '' &&
    value.isWellFormed() &&
    !/\p{Cc}/u.test(value.trimEnd()), 'text on one line');
/** One of the words given; says which ones. */
function oneOf(...values) {
    return dist/* custom */.IeY(value => values.some(known => known === value), values.join(' or '));
}
/** Names the place of a problem: file, SLO and field. */
function where(file, value) {
    const id = (0,json/* field */.ZZ)(value, 'id');
    const slo = typeof id === 'string' ? `, SLO "${id}"` : '';
    return fieldPath => `${file}${slo}${fieldPath === '' ? '' : `, field ${fieldPath}`}`;
}

// EXTERNAL MODULE: ./build/config/sloId.js
var sloId = __webpack_require__(6902);
;// CONCATENATED MODULE: ./build/config/sourceSchema.js


const genesysObservability = dist/* strictObject */.rej({ type: dist/* literal */.euz('genesys-observability') });
const prometheus = dist/* pipe */.FsL(dist/* strictObject */.rej({
    type: dist/* literal */.euz('prometheus'),
    good: dist/* exactOptional */.yqP(schema_text),
    total: dist/* exactOptional */.yqP(schema_text),
    errorRatio: dist/* exactOptional */.yqP(schema_text)
}), dist/* rawTransform */.NTK(({ dataset: { value }, addIssue, NEVER }) => {
    const { type, good, total, errorRatio } = value;
    if (good !== undefined && total !== undefined && errorRatio === undefined)
        return { type, good, total };
    if (errorRatio !== undefined && good === undefined && total === undefined)
        return { type, errorRatio };
    addIssue({ message: 'either good and total, or errorRatio' });
    return NEVER;
}));
/** Where the numbers of an SLO come from: one form for each kind of source. */
const sourceSchema = dist/* variant */.Oxt('type', [genesysObservability, prometheus], 'a source with the type genesys-observability or prometheus');
/** What is allowed, but rarely meant. */
function warnOfSource({ source, minimumEvents }, warn) {
    const queries = queriesOf(source);
    if (queries.some(query => !query.includes('$window'))) {
        warn('a query without $window gives the same value for every window');
    }
    if (minimumEvents > 0 && !('good' in source)) {
        warn('gives rates only, no counts: minimumEvents cannot be checked');
    }
}
function queriesOf(source) {
    if (source.type !== 'prometheus')
        return [];
    return 'errorRatio' in source ? [source.errorRatio] : [source.good, source.total];
}

;// CONCATENATED MODULE: ./build/config/definition.js










const percentage = dist/* custom */.IeY(value => typeof value === 'number' && value > 0 && value < 100, 'a percentage above 0 and below 100, such as 99.5');
const positive = dist/* custom */.IeY(value => typeof value === 'number' && Number.isFinite(value) && value > 0, 'a number above 0');
const count = dist/* custom */.IeY(value => Number.isSafeInteger(value) && value >= 0, 'a whole number of 0 or more');
/** No window reaches further back than ten years: dates beyond would not even be dates. */
const LONGEST = 3660 * 24 * 60 * 60 * 1_000;
const definition_duration = dist/* pipe */.FsL(dist/* custom */.IeY(value => typeof value === 'string' && ((0,duration/* parseDuration */.E9)(value)?.ms ?? Number.POSITIVE_INFINITY) <= LONGEST, 'an ISO 8601 duration of weeks, days, hours, minutes or seconds, such as PT720H'), dist/* transform */.pdi(value => (0,duration/* parseDuration */.E9)(value)));
const definition_alert = dist/* strictObject */.rej({
    level: oneOf('CRITICAL', 'WARNING'),
    burnRateThreshold: positive,
    duration: definition_duration,
    shortDuration: dist/* exactOptional */.yqP(definition_duration)
});
const definition = dist/* strictObject */.rej({
    id: dist/* pipe */.FsL(schema_text, dist/* check */.z6Y(sloId/* isSloId */.C, 'an id other than . and ..')),
    name: dist/* exactOptional */.yqP(schema_text),
    description: dist/* exactOptional */.yqP(schema_text),
    metric: dist/* exactOptional */.yqP(dist/* strictObject */.rej({ resourceType: dist/* exactOptional */.yqP(schema_text), filterExpression: dist/* exactOptional */.yqP(schema_text) })),
    sloTarget: percentage,
    timeWindow: dist/* exactOptional */.yqP(definition_duration, slo/* DEFAULT_WINDOW */.x.iso),
    burnRateAlerts: dist/* exactOptional */.yqP(dist/* array */.YOg(definition_alert, 'a list of alerts'), []),
    minimumEvents: dist/* exactOptional */.yqP(count, 0),
    source: dist/* exactOptional */.yqP(sourceSchema, { type: 'genesys-observability' })
});
/**
 * Checks one definition. Everything wrong with it is reported, field by field.
 *
 * @returns undefined when it cannot be used
 */
function parseDefinition({ file, value }, problems) {
    const at = where(file, value);
    if (String((0,json/* field */.ZZ)(value, 'apiVersion')).startsWith('openslo/')) {
        problems.error(at('apiVersion'), 'is OpenSLO, which is not supported yet');
        return undefined;
    }
    const result = dist/* safeParse */.xLC(definition, value);
    if (!result.success) {
        for (const issue of result.issues)
            problems.error(at(fieldOf(issue)), explain(issue));
        return undefined;
    }
    const { id, name, sloTarget, timeWindow, burnRateAlerts, minimumEvents, source } = result.output;
    const slo = {
        ...{ id, name: name ?? id, target: sloTarget, window: timeWindow },
        ...{ alerts: burnRateAlerts, minimumEvents, source }
    };
    warnOfSource(slo, what => problems.warn(at('source'), what));
    if (timeWindow.ms < duration/* WEEK */.V8) {
        problems.warn(at('timeWindow'), `${timeWindow.iso} is under seven days: it forgets an outage before anyone has mended it`);
    }
    return alertsAreReachable({ ...slo, target: sloTarget }, at, problems) ? slo : undefined;
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
    if (issue.expected === 'never') {
        return fieldOf(issue) === 'businessHours'
            ? 'is not supported yet'
            : 'is not a known key; see the README for the keys of a definition';
    }
    if (issue.received === 'undefined')
        return 'is missing';
    return `${(0,problems/* show */.W)(issue.input)} is not accepted; it takes a mapping of keys to values`;
}


/***/ })

};
