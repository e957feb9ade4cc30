export const id = 448;
export const ids = [448];
export const modules = {

/***/ 4448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fromOpenSlo: () => (/* binding */ fromOpenSlo),
  isOpenSlo: () => (/* binding */ isOpenSlo)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/http/json.js
var json = __webpack_require__(3223);
// EXTERNAL MODULE: ./build/budget/duration.js
var duration = __webpack_require__(9102);
// EXTERNAL MODULE: ./build/config/problems.js
var problems = __webpack_require__(3515);
// EXTERNAL MODULE: ./build/config/schema.js
var schema = __webpack_require__(7096);
;// CONCATENATED MODULE: ./build/config/openSloSchema.js




/** The message of an issue that is reported at another place, so not here as well. */
const TOLD = 'is reported elsewhere';
/** For what stands beside something that has been refused already. */
const told = dist/* never */.ZmZ(TOLD);
/** Means nothing here. */
const ignored = dist/* exactOptional */.yqP(dist/* unknown */.L5J());
/** A key of OpenSLO that cannot be mapped. */
const refused = (reason) => dist/* exactOptional */.yqP(dist/* never */.ZmZ(reason));
/** A key that is one too many. */
const beside = (key) => refused(`cannot be combined with ${key}`);
/** YAML has null where a key has no value; OpenSLO's own examples leave lists empty that way. */
const given = dist/* pipe */.FsL(dist/* custom */.IeY(value => typeof value === 'object' && value !== null && !Array.isArray(value), 'a mapping of keys to values'), dist/* transform */.pdi((value) => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null))));
/** A mapping whose form depends on the keys that are given. */
const depending = (choose) => dist/* pipe */.FsL(given, dist/* lazy */.RZV(keys => choose(keys)));
/** A mapping of these keys. Each other key is reported; Valibot's own strict object stops at the first. */
const strict = (entries) => depending(keys => dist/* pipe */.FsL(dist/* object */.Ikc(entries), dist/* rawCheck */.H0v(({ addIssue }) => {
    for (const [key, value] of Object.entries(keys).filter(([key]) => !Object.hasOwn(entries, key))) {
        const path = { type: 'object', origin: 'value', input: keys, key, value };
        addIssue({ message: 'is not a known key of OpenSLO v1', path: [path] });
    }
})));
/** A list with one item. */
const exactlyOne = (item, what) => dist/* pipe */.FsL(dist/* array */.YOg(item, `a list of exactly one ${what}`), 
// Whatever is wrong with the items has to be reported as well, so this looks at wrong ones too.
dist/* rawCheck */.H0v(({ dataset: { value }, addIssue }) => {
    if (Array.isArray(value) && value.length !== 1)
        addIssue({ message: `holds ${value.length} entries; it takes exactly one ${what}` });
}), dist/* transform */.pdi(([only]) => only));
/**
 * What the document says that is named here.
 *
 * @param otherwise stands in for a document that is in no file; without it, there has to be one
 */
const reference = (library, kind, spec, otherwise) => dist/* pipe */.FsL(schema/* text */.Qq, dist/* rawTransform */.NTK(({ dataset: { value }, addIssue, NEVER }) => {
    const found = library.resolve(kind, value, spec);
    if (typeof found === 'object')
        return found.value;
    if (found === 'missing' && otherwise !== undefined)
        return otherwise;
    addIssue({
        message: found === 'refused' ? TOLD : `${(0,problems/* show */.W)(value)} names no ${kind} document in the files of slo-file`
    });
    return NEVER;
}));
const labels = { displayName: dist/* exactOptional */.yqP(schema/* text */.Qq), labels: ignored, annotations: ignored };
/** What every document has beside its `spec`. */
const head = (name = schema/* text */.Qq) => ({
    ...{ apiVersion: ignored, kind: ignored, metadata: strict({ name, ...labels }) }
});
const inlineMetadata = dist/* exactOptional */.yqP(strict({ name: dist/* exactOptional */.yqP(schema/* text */.Qq), ...labels }));
/** What stands where it is used, instead of in a document of its own. */
const inline = (kind, spec) => dist/* pipe */.FsL(strict({ kind: dist/* exactOptional */.yqP((0,schema/* oneOf */.yL)(kind)), metadata: inlineMetadata, spec }), dist/* transform */.pdi(object => object.spec));
/** An entry of a list: the name of a document, or what it would say. */
const inlineOrReference = (library, kind, key, spec) => depending(keys => key in keys
    ? dist/* pipe */.FsL(strict({ [key]: reference(library, kind, spec) }), dist/* transform */.pdi(found => found[key]))
    : inline(kind, spec));
const SHORTHAND = 'a duration such as 5m, 6h, 30d or 4w; M, Q and Y have no fixed length';
const ISO = new Map([
    ['m', count => `PT${count}M`],
    ['h', count => `PT${count}H`],
    ['d', count => `P${count}D`],
    ['w', count => `P${count}W`]
]);
function parseShorthand(value) {
    const [, count = '', unit] = (typeof value === 'string' && /^0*(\d+)(\w)$/.exec(value)) || [];
    return (0,duration/* parseDuration */.E9)(ISO.get(unit)?.(count) ?? '');
}
/** OpenSLO's duration shorthand. */
const openSloSchema_duration = dist/* pipe */.FsL(dist/* custom */.IeY(value => parseShorthand(value) !== undefined, SHORTHAND), dist/* transform */.pdi(value => parseShorthand(value)));
const isNone = (value) => value === 0 || (typeof value === 'string' && /^0+[mhdwMQY]?$/.test(value));
/** The same, where nothing at all is a duration as well. */
const durationOrNone = dist/* pipe */.FsL(dist/* custom */.IeY(value => isNone(value) || parseShorthand(value) !== undefined, SHORTHAND), dist/* transform */.pdi(value => parseShorthand(value)));
/** Of any number of lines, which become one. */
const prose = dist/* pipe */.FsL(dist/* custom */.IeY(value => typeof value === 'string', 'text'), dist/* transform */.pdi(value => value.replace(/\s+/g, ' ').trim()), schema/* text */.Qq);
/** The field and what is wrong with it; undefined when that is reported at another place. */
function problemOf(issue) {
    return issue.message === TOLD ? undefined : { field: fieldOf(issue), what: explain(issue) };
}
/** The path as one would write it: `spec.timeWindow[0].calendar`. */
function fieldOf({ path }) {
    return (path ?? [])
        .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
        .join('')
        .replace(/^\./, '');
}
function explain({ type, input, message }) {
    if (type === 'object')
        return 'is missing';
    return type === 'custom' || type === 'array'
        ? `${(0,problems/* show */.W)(input)} is not accepted; it takes ${message}`
        : message;
}

;// CONCATENATED MODULE: ./build/config/openSloAlerts.js



const LEVELS = new Map([
    ['page', 'CRITICAL'],
    ['critical', 'CRITICAL'],
    ['ticket', 'WARNING'],
    ['warning', 'WARNING'],
    ['warn', 'WARNING']
]);
const levelOf = (severity) => typeof severity === 'string' ? LEVELS.get(severity.toLowerCase()) : undefined;
const severity = dist/* pipe */.FsL(dist/* custom */.IeY(value => levelOf(value) !== undefined, 'page or critical, which block, or ticket, warning or warn'), dist/* transform */.pdi(value => levelOf(value)));
const isBurnRate = (kind) => typeof kind === 'string' && kind.toLowerCase() === 'burnrate';
const condition = dist/* pipe */.FsL(strict({
    kind: dist/* exactOptional */.yqP(dist/* custom */.IeY(isBurnRate, 'burnrate')),
    // Ours fire above the threshold only; gte differs from that at this one value.
    op: (0,schema/* oneOf */.yL)('gt', 'gte'),
    threshold: dist/* custom */.IeY(value => typeof value === 'number' && Number.isFinite(value) && value > 0, 'a number above 0'),
    lookbackWindow: openSloSchema_duration,
    alertAfter: dist/* exactOptional */.yqP(durationOrNone)
}), dist/* forward */.sYn(dist/* partialCheck */.qTj([['lookbackWindow'], ['alertAfter']], ({ lookbackWindow, alertAfter }) => (alertAfter?.ms ?? 0) < lookbackWindow.ms, 'must be shorter than lookbackWindow'), ['alertAfter']));
const alertCondition = dist/* pipe */.FsL(strict({ description: ignored, severity, condition }), dist/* transform */.pdi(({ severity, condition: { threshold, lookbackWindow, alertAfter } }) => ({
    ...{ level: severity, burnRateThreshold: threshold, duration: lookbackWindow.iso },
    // A run cannot wait and see for how long a condition holds. That it holds over both windows comes nearest.
    ...(alertAfter && { shortDuration: alertAfter.iso })
})));
/** Whom to tell, and when, is nothing that a gate decides. */
const alertPolicy = (library) => dist/* pipe */.FsL(strict({
    description: ignored,
    alertWhenNoData: ignored,
    alertWhenResolved: ignored,
    alertWhenBreaching: ignored,
    notificationTargets: ignored,
    conditions: dist/* pipe */.FsL(dist/* array */.YOg(inlineOrReference(library, 'AlertCondition', 'conditionRef', alertCondition), 'a list of alert conditions'), dist/* nonEmpty */.hq('is empty; an alert policy has a condition'))
}), dist/* transform */.pdi(({ conditions }) => conditions));

;// CONCATENATED MODULE: ./build/config/openSloIndicator.js




// A string without an end reaches as far as the query does: looking for its end over and over would take for ever.
const STRING = String.raw `"(?:[^"\\]|\\[^])*(?:"|\\?$)|'(?:[^'\\]|\\[^])*(?:'|\\?$)|${'`[^`]*(?:`|$)'}`;
const MATCHER = `[a-zA-Z_]\\w* ?(?:=~|!~|!=|=) ?(?:${STRING})`;
const SELECTOR = `[a-zA-Z_:][\\w:]*(?: ?\\{ ?(?:${MATCHER}(?: ?, ?${MATCHER})* ?,? ?)?\\})?`;
const COUNTER = new RegExp(`^(?:sum ?\\( ?(?<summed>${SELECTOR}) ?\\)|(?<plain>${SELECTOR}))$`);
const NOT_CODE = new RegExp(`(${STRING})|(?:#.*|\\s)+`, 'g');
/** A query may go over several lines and have comments; put into another one, a comment would hide what follows. */
const onOneLine = (query) => query.replace(NOT_CODE, (_, string) => string ?? ' ').trim();
/**
 * PromQL with `$window`, the place of the window that is measured.
 *
 * @param isCounter a bare metric then is one that only grows: what counts is by how much it did
 * @param example what a query should look like
 */
const promql = (isCounter, example) => dist/* pipe */.FsL(dist/* custom */.IeY(value => typeof value === 'string', 'a query in PromQL'), dist/* transform */.pdi(onOneLine), schema/* text */.Qq, dist/* rawTransform */.NTK(({ dataset: { value }, addIssue, NEVER }) => {
    if (value.includes('$window'))
        return value;
    const { summed, plain } = (isCounter && COUNTER.exec(value)?.groups) || {};
    const selector = summed ?? plain;
    if (selector !== undefined)
        return `sum(increase(${selector}[$window]))`;
    addIssue({
        message: `${(0,problems/* show */.W)(value)} cannot be measured over a window of any length; it must contain $window, such as ${example}`
    });
    return NEVER;
}));
const isPrometheus = (type) => typeof type === 'string' && type.toLowerCase() === 'prometheus';
const prometheusOnly = dist/* check */.z6Y(isPrometheus, ({ input }) => `${(0,problems/* show */.W)(input)} cannot be mapped, only Prometheus can; ${OTHERWISE}`);
const OTHERWISE = "with a definition of the action's own form, the source can also be genesys-observability, genesys-data-actions or datadog";
/** `connectionDetails` mean nothing here: a pull request can change them, so addresses and secrets are inputs. */
const dataSource = dist/* pipe */.FsL(strict({ description: ignored, type: schema/* text */.Qq, connectionDetails: ignored }), dist/* transform */.pdi(({ type }) => type));
function metric(library, query) {
    const typeOf = (ref) => {
        const found = typeof ref === 'string' ? library.resolve('DataSource', ref, dataSource) : 'missing';
        return typeof found === 'object' ? found.value : undefined;
    };
    const metricSource = depending(({ type, metricSourceRef: ref }) => {
        const knownType = dist/* pipe */.FsL(schema/* text */.Qq, prometheusOnly);
        // A data source is needed for its type only, so next to a type it may be one that no file describes.
        const otherwise = type === undefined ? undefined : 'prometheus';
        const entries = {
            type: ref === undefined ? knownType : dist/* exactOptional */.yqP(knownType),
            metricSourceRef: dist/* exactOptional */.yqP(dist/* pipe */.FsL(reference(library, 'DataSource', dataSource, otherwise), prometheusOnly)),
            // What other systems need to know is theirs.
            spec: isPrometheus(type ?? typeOf(ref)) ? strict({ query }) : told
        };
        return dist/* pipe */.FsL(strict(entries), dist/* transform */.pdi(({ spec }) => spec.query));
    });
    return dist/* pipe */.FsL(strict({ metricSource }), dist/* transform */.pdi(({ metricSource }) => metricSource));
}
const COUNT = 'sum(increase(x_total[$window]))';
const RATIO = 'sum(increase(bad_total[$window])) / sum(increase(x_total[$window]))';
function ratioMetric(library) {
    const counter = dist/* exactOptional */.yqP(dist/* custom */.IeY(value => typeof value === 'boolean', 'true or false'));
    const type = 'prometheus';
    return depending(keys => {
        const isCounter = ![undefined, false].includes(keys['counter']);
        const count = metric(library, promql(isCounter, COUNT));
        if ('raw' in keys) {
            const raw = metric(library, promql(false, RATIO));
            const others = { good: beside('raw'), bad: beside('raw'), total: beside('raw') };
            return dist/* pipe */.FsL(strict({ counter, raw, rawType: (0,schema/* oneOf */.yL)('success', 'failure'), ...others }), dist/* transform */.pdi(({ raw, rawType }) => ({
                type,
                errorRatio: rawType === 'failure' ? raw : `1 - (${raw})`
            })));
        }
        const rawType = refused('is for raw only');
        if ('bad' in keys) {
            // Not good = total - bad: without a series of bad events, which a wrong query has not either, everything
            // would be good. The ratio then is no data.
            return dist/* pipe */.FsL(strict({ counter, bad: count, total: count, good: beside('bad'), rawType }), dist/* transform */.pdi(({ bad, total }) => ({ type, errorRatio: `(${bad}) / (${total})` })));
        }
        return dist/* pipe */.FsL(strict({ counter, good: count, total: count, rawType }), dist/* transform */.pdi(({ good, total }) => ({ type, good, total })));
    });
}
/** An SLI as a source of our own form. */
const sli = (library) => dist/* pipe */.FsL(strict({
    description: ignored,
    thresholdMetric: refused('cannot be mapped: a budget needs counts of events, which are a ratioMetric'),
    ratioMetric: ratioMetric(library)
}), dist/* transform */.pdi(spec => spec.ratioMetric));

// EXTERNAL MODULE: ./build/config/sloId.js
var sloId = __webpack_require__(6902);
;// CONCATENATED MODULE: ./build/config/openSloDefinition.js






const timeWindow = dist/* pipe */.FsL(strict({
    duration: openSloSchema_duration,
    isRolling: dist/* custom */.IeY(value => value === true, 'true: windows of the calendar cannot be mapped'),
    calendar: refused('cannot be mapped: the window is a rolling one; remove it and set isRolling: true')
}), dist/* transform */.pdi(({ duration }) => duration.iso));
const between = (limit, what) => dist/* custom */.IeY(value => typeof value === 'number' && value > 0 && value < limit, what);
const slices = refused('cannot be mapped: events are counted, not slices of time');
const composite = refused('cannot be mapped: an SLO has one indicator; write an SLO for each');
const threshold = refused('is for a thresholdMetric, which cannot be mapped');
const objective = depending(keys => {
    const others = {
        ...{ displayName: ignored, op: threshold, value: threshold },
        ...{ timeSliceTarget: slices, timeSliceWindow: slices },
        ...{ compositeWeight: composite, indicator: composite, indicatorRef: composite }
    };
    if ('targetPercent' in keys) {
        const targetPercent = between(100, 'a percentage above 0 and below 100, such as 99.5');
        return dist/* pipe */.FsL(strict({ targetPercent, target: beside('targetPercent'), ...others }), dist/* transform */.pdi(({ targetPercent }) => targetPercent));
    }
    return dist/* pipe */.FsL(strict({ target: between(1, 'a fraction above 0 and below 1, such as 0.995'), ...others }), 
    // 15 digits are what a double keeps of a decimal; what is beyond them is noise.
    dist/* transform */.pdi(({ target }) => Number((target * 100).toPrecision(15))));
});
const budgetingMethod = dist/* custom */.IeY(value => value === 'Occurrences', 'Occurrences: events are counted, not slices of time');
function alertPolicies(library) {
    const policy = alertPolicy(library);
    const byName = reference(library, 'AlertPolicy', policy);
    const entry = inlineOrReference(library, 'AlertPolicy', 'alertPolicyRef', policy);
    return dist/* pipe */.FsL(dist/* array */.YOg(
    // The bare name is not in the specification, but in use.
    dist/* lazy */.RZV(value => (typeof value === 'string' ? byName : entry)), 'a list of alert policies'), dist/* transform */.pdi(policies => policies.flat()));
}
function sloSpec(library) {
    const common = {
        description: dist/* exactOptional */.yqP(prose),
        service: ignored,
        // OpenSLO names no window for an SLO without one, so none is taken for granted.
        timeWindow: exactlyOne(timeWindow, 'rolling window'),
        budgetingMethod: dist/* exactOptional */.yqP(budgetingMethod),
        objectives: exactlyOne(objective, 'objective'),
        alertPolicies: dist/* exactOptional */.yqP(alertPolicies(library), [])
    };
    const indicator = inline('SLI', sli(library));
    const indicatorRef = reference(library, 'SLI', sli(library));
    const withName = dist/* pipe */.FsL(strict({ ...common, indicatorRef, indicator: beside('indicatorRef') }), dist/* transform */.pdi(spec => ({ ...spec, source: spec.indicatorRef })));
    const withIndicator = dist/* pipe */.FsL(strict({ ...common, indicator }), dist/* transform */.pdi(spec => ({ ...spec, source: spec.indicator })));
    return depending(keys => 'indicatorRef' in keys ? withName : withIndicator);
}
/** An SLO as a definition of our own form. */
function slo(library) {
    const id = dist/* pipe */.FsL(schema/* text */.Qq, dist/* check */.z6Y(sloId/* isSloId */.C, 'must be a name other than . and ..'));
    return dist/* pipe */.FsL(strict({ ...head(id), spec: sloSpec(library) }), dist/* transform */.pdi(({ metadata: { name, displayName }, spec }) => ({
        id: name,
        ...(displayName !== undefined && { name: displayName }),
        ...(spec.description !== undefined && { description: spec.description }),
        ...{ sloTarget: spec.objectives, timeWindow: spec.timeWindow },
        ...{ burnRateAlerts: spec.alertPolicies, source: spec.source }
    })));
}

;// CONCATENATED MODULE: ./build/config/openSlo.js





const VERSION = 'openslo/v1';
/** Whether a document is one of OpenSLO, of whichever version. */
function isOpenSlo(value) {
    const version = (0,json/* field */.ZZ)(value, 'apiVersion');
    return typeof version === 'string' && version.startsWith('openslo/');
}
/**
 * OpenSLO documents as definitions of our own form, still to be checked by `parseDefinition`. Every SLO becomes one;
 * other documents count where an SLO refers to them, and only there is reported what of them cannot be mapped.
 * A document with a problem yields no definition, nor does an SLO that refers to one.
 */
function fromOpenSlo(documents, problems) {
    const library = new Documents(problems);
    const slos = documents.filter(document => library.add(document));
    return slos.flatMap(document => {
        const value = library.read(document, slo(library));
        return value === undefined ? [] : [{ file: document.file, value }];
    });
}
/** What an SLO can refer to. */
const PARTS = ['SLI', 'AlertPolicy', 'AlertCondition', 'DataSource'];
/** Who is told, and for whom it is: nothing that decides. */
const IDLE = ['Service', 'AlertNotificationTarget'];
const NAMED = ['SLO', ...PARTS];
const KINDS = [...NAMED, ...IDLE];
const anyPart = strict({ ...head(), spec: ignored });
class Documents {
    #problems;
    #byName = new Map();
    #refused = new Set();
    #specs = new Map();
    constructor(problems) {
        this.#problems = problems;
    }
    /** @returns whether it is an SLO */
    add(document) {
        const kind = (0,json/* field */.ZZ)(document.value, 'kind');
        const isKnown = this.#isKnown(document);
        if (isKnown && PARTS.includes(kind))
            this.read(document, anyPart);
        if (NAMED.includes(kind))
            this.#index(document);
        return isKnown && kind === 'SLO';
    }
    #isKnown(document) {
        const version = (0,json/* field */.ZZ)(document.value, 'apiVersion');
        const kind = (0,json/* field */.ZZ)(document.value, 'kind');
        if (version !== VERSION) {
            this.#refuse(document, 'apiVersion', `${(0,problems/* show */.W)(version)} is not accepted; it takes ${VERSION}`);
            return false;
        }
        if (KINDS.includes(kind))
            return true;
        const what = kind === undefined ? 'is missing' : `${(0,problems/* show */.W)(kind)} is not accepted`;
        this.#refuse(document, 'kind', `${what}; it takes ${KINDS.join(', ')}`);
        return false;
    }
    /** Of two documents with the same name none can be meant. */
    #index(document) {
        const name = nameOf(document);
        if (typeof name !== 'string')
            return;
        const key = `${(0,json/* field */.ZZ)(document.value, 'kind')} ${name}`;
        const other = this.#byName.get(key);
        if (other !== undefined) {
            this.#refused.add(other);
            this.#refuse(document, 'metadata.name', `is a duplicate: ${other.file} defines it too`);
        }
        this.#byName.set(key, other ?? document);
    }
    /** @returns undefined when it cannot be used, for a reason that is reported */
    read(document, schema) {
        const result = dist/* safeParse */.xLC(schema, document.value);
        if (result.success)
            return this.#refused.has(document) ? undefined : result.output;
        for (const problem of result.issues.map(problemOf)) {
            if (problem === undefined)
                this.#refused.add(document);
            else
                this.#refuse(document, problem.field, problem.what);
        }
        return undefined;
    }
    resolve(kind, name, spec) {
        const document = this.#byName.get(`${kind} ${name}`);
        if (document === undefined)
            return 'missing';
        // Read once, so that what is wrong with it is reported once.
        if (!this.#refused.has(document) && !this.#specs.has(document)) {
            this.#specs.set(document, this.read(document, strict({ ...head(), spec }))?.spec);
        }
        return this.#refused.has(document) ? 'refused' : { value: this.#specs.get(document) };
    }
    #refuse(document, path, what) {
        this.#refused.add(document);
        this.#problems.error(placeOf(document, path), what);
    }
}
const nameOf = ({ value }) => (0,json/* field */.ZZ)((0,json/* field */.ZZ)(value, 'metadata'), 'name');
function placeOf(document, path) {
    const kind = KINDS.find(known => known === (0,json/* field */.ZZ)(document.value, 'kind')) ?? 'document';
    const name = nameOf(document);
    const named = typeof name === 'string' ? `, ${kind} ${(0,problems/* show */.W)(name)}` : '';
    return `${document.file}${named}${path === '' ? '' : `, field ${path}`}`;
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


/***/ })

};
