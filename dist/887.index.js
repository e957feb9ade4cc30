export const id = 887;
export const ids = [887];
export const modules = {

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

/***/ 8887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fromOpenSlo: () => (/* binding */ fromOpenSlo)
});

// EXTERNAL MODULE: ./build/text/field.js
var field = __webpack_require__(6974);
// EXTERNAL MODULE: ./build/text/show.js
var show = __webpack_require__(3017);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/schema/values.js
var values = __webpack_require__(6634);
// EXTERNAL MODULE: ./build/definitions/issues.js
var issues = __webpack_require__(5841);
// EXTERNAL MODULE: ./build/schema/sloId.js
var sloId = __webpack_require__(5395);
// EXTERNAL MODULE: ./build/sources/prometheus/query.js
var query = __webpack_require__(7010);
// EXTERNAL MODULE: ./build/time/duration.js
var duration = __webpack_require__(570);
// EXTERNAL MODULE: ./build/definitions/shape.js
var shape = __webpack_require__(1292);
;// CONCATENATED MODULE: ./build/definitions/openslo/shapes.js







/*
 * The form of each kind of document. References and inline documents are not part of a shape: they are read later,
 * with their own shapes.
 */
/** Read later, with its own shape. */
const readLater = dist/* exactOptional */.yqP(dist/* unknown */.L5J());
const shapes_shape = (0,shape/* shapeOf */.F5)('OpenSLO v1');
/** The value under a key; a key without a value counts as not given. */
const given = (value, key) => (0,field/* field */.Z)(value, key) ?? undefined;
const exactlyOne = (entry, what) => dist/* pipe */.FsL(dist/* custom */.IeY(value => Array.isArray(value) && value.length === 1, `a list of exactly one ${what}`), dist/* tuple */.PVZ([entry]));
const numberBetween = (low, high) => (value) => typeof value === 'number' && value > low && value < high ? value : undefined;
/** Reads the number of a target, which may be text such as "0.995". */
const targetBetween = (low, high) => (value) => numberBetween(low, high)(typeof value === 'string' && /^\d*\.?\d+$/.test(value.trim()) ? Number(value) : value);
function durationOf(value) {
    return typeof value === 'string' && /^\d+[mhdw]$/.test(value) ? (0,duration/* parseDuration */.E9)(value) : undefined;
}
/** For `alertAfter`, where `0` and `0m` mean that there is no wait. */
function durationOrNone(value) {
    const isNone = value === 0 || (typeof value === 'string' && /^0+[mhdwMQY]?$/.test(value));
    return isNone ? 'none' : durationOf(value);
}
const SHORTHAND = 'a duration such as 5m, 6h, 30d or 4w; M, Q and Y have no fixed length';
const shapes_duration = (0,values/* parsedBy */.f3)(durationOf, SHORTHAND);
const labels = { displayName: dist/* exactOptional */.yqP(values/* text */.Qq), labels: shape/* unused */.x3, annotations: shape/* unused */.x3 };
const head = (name) => shapes_shape({
    apiVersion: shape/* unused */.x3,
    kind: shape/* unused */.x3,
    metadata: shapes_shape({ name, namespace: shape/* unused */.x3, ...labels }),
    spec: readLater
});
/** A document other than an SLO, without its spec. */
const partHead = head(values/* text */.Qq);
/** An SLO without its spec. */
const sloHead = head(dist/* pipe */.FsL(values/* text */.Qq, dist/* check */.z6Y(sloId/* isSloId */.Ch, sloId/* SLO_ID */.Pv)));
/** An inline document without its spec. */
const inlineHead = (kind) => shapes_shape({
    kind: dist/* exactOptional */.yqP((0,values/* oneOf */.yL)(kind)),
    metadata: dist/* exactOptional */.yqP(shapes_shape({ name: dist/* exactOptional */.yqP(values/* text */.Qq), ...labels })),
    spec: readLater
});
/** An entry of a list that refers to a document under this key. */
const referenceBy = (key) => shapes_shape({ [key]: readLater });
const timeWindow = shapes_shape({
    duration: shapes_duration,
    isRolling: dist/* exactOptional */.yqP(dist/* custom */.IeY(value => value === true, 'true, because calendar windows cannot be mapped')),
    calendar: (0,shape/* refused */.J5)('cannot be mapped, only rolling windows can; remove it')
});
const slices = (0,shape/* refused */.J5)('cannot be mapped: events are counted, not time slices');
const composite = (0,shape/* refused */.J5)('cannot be mapped: an SLO has one indicator; write one SLO for each');
const fraction = (0,values/* parsedBy */.f3)(targetBetween(0.01, 1), 'a fraction above 0.01 and below 1, such as 0.995');
const percentage = (0,values/* parsedBy */.f3)(targetBetween(1, 100), 'a percentage above 1 and below 100, such as 99.5');
const otherKeysOfObjective = {
    displayName: shape/* unused */.x3,
    op: shape/* unused */.x3,
    value: (0,shape/* refused */.J5)('is for a thresholdMetric, which cannot be mapped'),
    timeSliceTarget: slices,
    timeSliceWindow: slices,
    compositeWeight: composite,
    indicator: composite,
    indicatorRef: composite
};
const percentObjective = dist/* pipe */.FsL(shapes_shape({
    targetPercent: percentage,
    target: (0,shape/* refused */.J5)('cannot be combined with targetPercent'),
    ...otherKeysOfObjective
}), dist/* transform */.pdi(({ targetPercent }) => targetPercent));
const fractionObjective = dist/* pipe */.FsL(shapes_shape({ target: fraction, ...otherKeysOfObjective }), 
// A double keeps 15 decimal digits; more would be rounding errors of the multiplication.
dist/* transform */.pdi(({ target }) => Number((target * 100).toPrecision(15))));
/** Parses an objective to its target in percent. */
const objective = dist/* lazy */.RZV(value => given(value, 'targetPercent') === undefined ? fractionObjective : percentObjective);
const sloSpec = shapes_shape({
    description: dist/* exactOptional */.yqP(shape/* prose */.CS),
    service: shape/* unused */.x3,
    indicator: readLater,
    indicatorRef: readLater,
    // OpenSLO has no default window, so it is required.
    timeWindow: exactlyOne(timeWindow, 'rolling window'),
    budgetingMethod: dist/* exactOptional */.yqP(dist/* custom */.IeY(value => value === 'Occurrences', 'Occurrences, because events are counted, not time slices')),
    objectives: exactlyOne(objective, 'objective'),
    alertPolicies: dist/* exactOptional */.yqP(dist/* array */.YOg(dist/* unknown */.L5J(), 'a list of alert policies'))
});
const trueOrFalse = dist/* custom */.IeY(value => typeof value === 'boolean', 'true or false');
const sliSpec = shapes_shape({
    description: shape/* unused */.x3,
    thresholdMetric: (0,shape/* refused */.J5)('cannot be mapped: an error budget needs counts of events, from a ratioMetric'),
    ratioMetric: shapes_shape({
        counter: dist/* exactOptional */.yqP(trueOrFalse, false),
        good: readLater,
        bad: readLater,
        total: readLater,
        raw: readLater,
        rawType: readLater
    })
});
const rawType = (0,values/* oneOf */.yL)('success', 'failure');
/** One of the metrics of a ratio. The form of its spec depends on its system. */
const metric = shapes_shape({
    metricSource: shapes_shape({ type: readLater, metricSourceRef: readLater, spec: readLater })
});
const prometheusSpec = shapes_shape({ query: query/* promQl */.y9 });
/** Its `connectionDetails` are not used: a pull request can change them, so addresses and secrets are inputs. */
const dataSourceSpec = shapes_shape({ description: shape/* unused */.x3, type: values/* text */.Qq, connectionDetails: shape/* unused */.x3 });
const alertPolicySpec = shapes_shape({
    description: shape/* unused */.x3,
    alertWhenNoData: shape/* unused */.x3,
    alertWhenResolved: shape/* unused */.x3,
    alertWhenBreaching: dist/* exactOptional */.yqP(trueOrFalse, true),
    notificationTargets: shape/* unused */.x3,
    conditions: dist/* pipe */.FsL(dist/* array */.YOg(dist/* unknown */.L5J(), 'a list of alert conditions'), dist/* nonEmpty */.hq('a list with at least one alert condition'))
});
const isBurnRate = (kind) => typeof kind === 'string' && kind.toLowerCase() === 'burnrate';
const alertConditionSpec = shapes_shape({
    description: shape/* unused */.x3,
    severity: values/* text */.Qq,
    condition: shapes_shape({
        kind: dist/* exactOptional */.yqP(dist/* custom */.IeY(isBurnRate, 'burnrate')),
        // Our alerts fire only above the threshold; gte differs only at exactly the threshold.
        op: (0,values/* oneOf */.yL)('gt', 'gte'),
        threshold: (0,values/* parsedBy */.f3)(numberBetween(0, Number.POSITIVE_INFINITY), 'a number above 0'),
        lookbackWindow: shapes_duration,
        alertAfter: dist/* exactOptional */.yqP((0,values/* parsedBy */.f3)(durationOrNone, SHORTHAND))
    })
});

;// CONCATENATED MODULE: ./build/definitions/openslo/section.js





const MOST_ISSUES = 25;
const refuseIt = (reference, what) => reference.miss(what);
/** A value in a document together with its place. It collects problems and follows references. */
class Section {
    #place;
    constructor(place) {
        this.#place = place;
    }
    /** The whole document. */
    static of(document, problems, library) {
        return new Section({ document, problems, library, path: '', value: document.value });
    }
    get isGiven() {
        return this.#place.value !== undefined;
    }
    get value() {
        return this.#place.value;
    }
    /** The value under a key; null counts as not given. */
    at(key) {
        const { path, value, problems } = this.#place;
        // A value that is not a mapping is reported once, without its missing keys.
        const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
        return new Section({
            ...this.#place,
            value: given(value, key),
            path: joined(path, key),
            problems: isMapping ? problems : []
        });
    }
    /** The entries of a list; none if the value is not a list. */
    entries() {
        const { path, value } = this.#place;
        if (!Array.isArray(value))
            return [];
        return value.map((entry, index) => new Section({ ...this.#place, value: entry, path: `${path}[${index}]` }));
    }
    refuse(what, path = '') {
        this.#report({ path, what, isWarning: false });
    }
    /** Reports that no file contains the document that this refers to. */
    miss(what, isWarning = false) {
        this.#report({ path: '', what, isWarning, isMissing: true });
    }
    #report({ path, ...problem }) {
        const where = whereIn(this.#place.document, joined(this.#place.path, path));
        this.#place.problems.push({ where, ...problem });
    }
    /** Parses the value with a schema; undefined if it does not fit, which is reported. */
    read(shape) {
        const result = dist/* safeParse */.xLC(shape, this.value);
        if (result.success)
            return result.output;
        // Limited, because every SLO that refers to a part reads it again.
        for (const issue of result.issues.slice(0, MOST_ISSUES))
            this.refuse((0,issues/* wordsOf */.Z9)(issue), (0,issues/* pathOf */.XM)(issue));
        return undefined;
    }
    /** The spec of the document that this value names; undefined if it cannot be used, which is reported. */
    specOfNamed(kind, ifMissing = refuseIt) {
        const { problems, library } = this.#place;
        const name = this.read(values/* text */.Qq);
        if (name === undefined)
            return undefined;
        const document = library(kind, name);
        if (document === undefined)
            return ifMissing(this, `${(0,show/* show */.WU)(name)} names no ${kind} document in the files of slo-file`);
        problems.push(...document.problems);
        return document.problems.length > 0 ? undefined : Section.of(document, problems, library).at('spec');
    }
    /** The spec of a document that is written here, inline. */
    specOfInline(kind) {
        this.read(inlineHead(kind));
        return this.at('spec');
    }
    /** The spec of an entry that either refers to a document or is an inline document. */
    specOfEntry(kind, key, ifMissing) {
        const reference = this.at(key);
        if (!reference.isGiven)
            return this.specOfInline(kind);
        this.read(referenceBy(key));
        return reference.specOfNamed(kind, ifMissing);
    }
}
const joined = (path, key) => path === '' || key === '' || key.startsWith('[') ? path + key : `${path}.${key}`;
function whereIn({ file, kind = 'document', name }, path) {
    const named = name === undefined ? '' : `, ${kind} ${(0,show/* show */.WU)(name)}`;
    return `${file}${named}${path === '' ? '' : `, field ${path}`}`;
}

;// CONCATENATED MODULE: ./build/definitions/openslo/alerts.js

/** The alerts of all conditions of a list of policies. */
const alertsOf = (policies) => policies.entries().flatMap(entry => {
    const policy = policyOf(entry);
    if (policy?.read(alertPolicySpec)?.alertWhenBreaching === false)
        return [];
    const conditions = policy?.at('conditions').entries() ?? [];
    return conditions.flatMap(condition => alertOf(condition) ?? []);
});
/** The specification does not allow a bare name instead of a reference, but some documents have one. */
function policyOf(entry) {
    return typeof entry.value === 'string'
        ? entry.specOfNamed('AlertPolicy', withoutAlerts)
        : entry.specOfEntry('AlertPolicy', 'alertPolicyRef', withoutAlerts);
}
const withoutAlerts = (reference, what) => reference.miss(`${what}, so the SLO is measured without its alerts`, true);
/** A severity can be any word. The ones that commonly page people block; all others warn. */
const BLOCKING = ['page', 'critical'];
function alertOf(entry) {
    const spec = entry.specOfEntry('AlertCondition', 'conditionRef');
    const alert = spec?.read(alertConditionSpec);
    if (spec === undefined || alert === undefined)
        return undefined;
    const { threshold, lookbackWindow, alertAfter } = alert.condition;
    const short = alertAfter === undefined || alertAfter === 'none' ? undefined : alertAfter;
    if (short && short.ms >= lookbackWindow.ms)
        return spec.refuse('must be shorter than lookbackWindow', 'condition.alertAfter');
    return {
        level: BLOCKING.includes(alert.severity.toLowerCase()) ? 'CRITICAL' : 'WARNING',
        burnRateThreshold: threshold,
        duration: lookbackWindow.iso,
        // One run cannot watch how long a condition lasts. A short window is the closest equivalent.
        ...(short && { shortDuration: short.iso })
    };
}

;// CONCATENATED MODULE: ./build/definitions/openslo/query.js

const COUNTER = new RegExp(`^(?:sum ?\\( ?(?<summed>${query/* SELECTOR */.or}) ?\\)|(?<plain>${query/* SELECTOR */.or}))$`);
const STRINGS = new RegExp(query/* STRING */.An, 'g');
/**
 * Changes a query, on one line, to measure the window `$window`.
 *
 * @param isCounter whether a bare metric is a counter, whose increase is then measured
 * @returns undefined for a query without a clear place for its window
 */
function overWindow(query, isCounter) {
    if (query.includes('$window'))
        return query;
    const { summed, plain } = (isCounter && COUNTER.exec(query)?.groups) || {};
    const selector = summed ?? plain;
    return selector === undefined ? withRangeReplaced(query) : `sum(increase(${selector}[$window]))`;
}
/** Functions that can be applied to a range of any length. */
const OVER_RANGE = '(?:rate|increase|sum_over_time|count_over_time|avg_over_time)';
const RANGE = new RegExp(`\\b${OVER_RANGE} ?\\( ?[\\w:]* ?(?:\\{[^{}]*\\} ?)?\\[ ?(\\d\\w*) ?\\]`, 'g');
const STRING_OR_RANGE = new RegExp(`(${query/* STRING */.An})|\\[[^\\]]*\\]`, 'g');
/**
 * Most queries have a fixed range such as `[5m]`, which is replaced by the window. Subqueries are not changed, because
 * their steps would be counted several times, and neither are queries with an offset.
 */
function withRangeReplaced(query) {
    const code = query.replace(STRINGS, '""');
    const ranges = [...code.matchAll(RANGE)].map(([, range]) => range);
    const isOneLength = new Set(ranges).size === 1 && code.split('[').length - 1 === ranges.length;
    if (!isOneLength || /\boffset\b|@/.test(code))
        return undefined;
    return query.replace(STRING_OR_RANGE, (_, string) => string ?? '[$window]');
}

;// CONCATENATED MODULE: ./build/definitions/openslo/indicator.js




/** The indicator of an SLO as a source in the gate's own form; undefined if it has a problem, which is reported. */
function sourceOf(sloSpec) {
    const inline = sloSpec.at('indicator');
    const reference = sloSpec.at('indicatorRef');
    if (!reference.isGiven)
        return sourceOfSli(inline.specOfInline('SLI'));
    if (inline.isGiven)
        inline.refuse('cannot be combined with indicatorRef');
    const spec = reference.specOfNamed('SLI');
    return spec && sourceOfSli(spec);
}
const COUNT = 'sum(increase(x_total[$window]))';
const RATIO = 'sum(increase(bad_total[$window])) / sum(increase(x_total[$window]))';
/** For each form of a ratio, named by its first key, the keys of the other forms. */
const OTHER_FORMS = { raw: ['good', 'bad', 'total'], bad: ['good', 'rawType'], good: ['rawType'] };
function sourceOfSli(spec) {
    const isCounter = spec.read(sliSpec)?.ratioMetric.counter ?? true;
    const ratio = spec.at('ratioMetric');
    const form = ['raw', 'bad'].find(key => ratio.at(key).isGiven) ?? 'good';
    for (const other of OTHER_FORMS[form].map(key => ratio.at(key)).filter(({ isGiven }) => isGiven))
        other.refuse(`cannot be combined with ${form}`);
    const type = 'prometheus';
    if (form === 'raw') {
        const rawRatio = queryOf(ratio.at('raw'), { isCounter: false, example: RATIO });
        const isErrorRatio = ratio.at('rawType').read(rawType) === 'failure';
        if (rawRatio === undefined)
            return undefined;
        return { type, errorRatio: isErrorRatio ? rawRatio : `1 - (${rawRatio})` };
    }
    const events = queryOf(ratio.at(form), { isCounter, example: COUNT });
    const total = queryOf(ratio.at('total'), { isCounter, example: COUNT });
    if (events === undefined || total === undefined)
        return undefined;
    // We do not compute good events as total - bad: if the query for bad events is wrong, it finds no series, and then
    // every event would count as good. A ratio has no data in that case.
    return form === 'bad' ? { type, errorRatio: `(${events}) / (${total})` } : { type, good: events, total };
}
function queryOf(section, { isCounter, example }) {
    section.read(metric);
    const source = section.at('metricSource');
    if (!answersPromQl(source))
        return undefined;
    const query = source.at('spec').read(prometheusSpec)?.query;
    if (query === undefined)
        return undefined;
    const what = `${(0,show/* show */.WU)(query)} cannot be measured over every window; it must contain $window, such as ${example}`;
    return overWindow(query, isCounter) ?? source.at('spec').refuse(what, 'query');
}
/** The systems that support PromQL as Prometheus does. */
const PROMQL_SYSTEMS = ['prometheus', 'mimir', 'thanos', 'cortex', 'victoriametrics'];
const ONLY_PROMQL = "is not supported, only Prometheus, Mimir, Thanos, Cortex and VictoriaMetrics are; for another source, write a definition in the gate's own form";
/** Whether the metric comes from a system that supports PromQL; reported if it does not. */
function answersPromQl(source) {
    const type = source.at('type');
    const reference = source.at('metricSourceRef');
    if (!type.isGiven && !reference.isGiven)
        type.refuse('is missing');
    // Only its type is used, so a data source may be missing when the type is given here.
    const ifMissing = type.isGiven ? () => undefined : undefined;
    const dataSource = reference.isGiven ? reference.specOfNamed('DataSource', ifMissing) : undefined;
    const names = [
        { place: type, name: type.isGiven ? type.read(values/* text */.Qq) : undefined },
        { place: reference, name: dataSource?.read(dataSourceSpec)?.type }
    ].flatMap(({ place, name }) => (name === undefined ? [] : [{ place, name }]));
    const others = names.filter(({ name }) => !PROMQL_SYSTEMS.includes(name.toLowerCase()));
    for (const { place, name } of others)
        place.refuse(`${(0,show/* show */.WU)(name)} ${ONLY_PROMQL}`);
    return others.length === 0 && names.length > 0;
}

;// CONCATENATED MODULE: ./build/definitions/openslo/toDefinition.js




/**
 * Converts an OpenSLO SLO, with everything that it refers to, to a definition in the gate's own form.
 *
 * @returns the problems of the SLO and of the documents it refers to; no value if one of them is an error
 */
function toDefinition(document, library) {
    const problems = [...document.problems];
    const slo = Section.of(document, problems, library);
    const head = slo.read(sloHead);
    const spec = slo.at('spec');
    const form = spec.read(sloSpec);
    const source = sourceOf(spec);
    const burnRateAlerts = alertsOf(spec.at('alertPolicies'));
    if (!problems.every(({ isWarning }) => isWarning) || head === undefined || form === undefined)
        return { problems };
    const { name: id, displayName: name } = head.metadata;
    const { description, timeWindow: [timeWindow], objectives: [sloTarget] } = form;
    const value = {
        id,
        ...(name !== undefined && { name }),
        ...(description !== undefined && { description }),
        sloTarget,
        timeWindow: timeWindow.duration.iso,
        burnRateAlerts,
        source
    };
    return { problems, value };
}

;// CONCATENATED MODULE: ./build/definitions/openslo/documents.js





/** The second is used by Kubernetes operators and some vendors. */
const VERSIONS = ['openslo/v1', 'openslo.com/v1'];
/** The kinds of document that an SLO can refer to. */
const PARTS = ['SLI', 'AlertPolicy', 'AlertCondition', 'DataSource'];
const KINDS = ['SLO', ...PARTS, 'Service', 'AlertNotificationTarget'];
/**
 * Converts OpenSLO documents to definitions in the gate's own form, which still have to be checked. Each SLO becomes a
 * definition, unless it or a document that it refers to has a problem. Problems in other documents are reported only
 * when an SLO refers to them.
 *
 * @param areAllRead whether every file was read: otherwise, a missing document may be in a file that was not
 */
function fromOpenSlo(raws, problems, areAllRead = true) {
    const documents = raws.map(toDocument);
    const slos = documents.filter(({ kind, problems }) => kind === 'SLO' && problems.length === 0);
    const library = libraryOf(documents);
    const definitions = slos.map(document => ({ file: document.file, ...toDefinition(document, library) }));
    const found = [...documents, ...definitions].flatMap(({ problems }) => problems);
    // Several SLOs can refer to one document with a problem.
    const unique = new Map(found.map(problem => [`${problem.where}: ${problem.what}`, problem]));
    for (const { where, what, isWarning, isMissing } of unique.values()) {
        if (isMissing && !areAllRead)
            continue;
        if (isWarning)
            problems.warn(where, what);
        else
            problems.error(where, what);
    }
    return definitions.flatMap(({ file, value }) => (value === undefined ? [] : [{ file, value }]));
}
function toDocument({ file, value }) {
    const version = (0,field/* field */.Z)(value, 'apiVersion');
    const kind = (0,field/* field */.Z)(value, 'kind');
    const name = (0,field/* field */.Z)((0,field/* field */.Z)(value, 'metadata'), 'name');
    const document = {
        file,
        value,
        kind: kind === 'Datasource' ? 'DataSource' : KINDS.find(known => known === kind),
        name: typeof name === 'string' ? name : undefined,
        problems: []
    };
    const section = Section.of(document, document.problems, NO_DOCUMENTS);
    if (!VERSIONS.includes(version)) {
        section.refuse(`${(0,show/* show */.WU)(version)} is not accepted; it takes ${VERSIONS.join(' or ')}`, 'apiVersion');
    }
    else if (document.kind === undefined) {
        const what = kind === undefined ? 'is missing' : `${(0,show/* show */.WU)(kind)} is not accepted`;
        section.refuse(`${what}; it takes ${KINDS.join(', ')}`, 'kind');
    }
    else if (PARTS.includes(document.kind)) {
        section.read(partHead);
    }
    return document;
}
const lookupIn = (byName) => (kind, name) => byName.get(`${kind} ${name}`);
/** For the head of a document, which has no references. */
const NO_DOCUMENTS = lookupIn(new Map());
/** Looks up documents by kind and name. Documents with the same kind and name get a problem, because they are ambiguous. */
function libraryOf(documents) {
    const byName = new Map();
    for (const document of documents) {
        const { kind, name } = document;
        if (name === undefined || (kind !== 'SLO' && !PARTS.some(part => part === kind)))
            continue;
        const first = byName.get(`${kind} ${name}`);
        if (first === undefined) {
            byName.set(`${kind} ${name}`, document);
            continue;
        }
        const section = Section.of(document, document.problems, NO_DOCUMENTS);
        section.refuse(`is a duplicate: ${first.file} defines it too`, 'metadata.name');
        first.problems.push(...document.problems.slice(-1));
    }
    return lookupIn(byName);
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
