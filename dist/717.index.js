export const id = 717;
export const ids = [717];
export const modules = {

/***/ 7717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   toOwnForm: () => (/* binding */ toOwnForm)
/* harmony export */ });
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6974);
/* harmony import */ var _recognise_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96);


/**
 * Converts documents of all tools to definitions in the gate's own form, which still have to be checked. The code
 * for each tool is loaded only when it is needed.
 *
 * @param areAllRead whether every file was read: otherwise, a missing document may be in a file that was not
 */
async function toOwnForm(raws, problems, areAllRead) {
    const own = [];
    const foreign = {
        openslo: [],
        sloth: [],
        pyrra: []
    };
    for (const raw of raws.flatMap(itemsOf)) {
        const form = (0,_recognise_js__WEBPACK_IMPORTED_MODULE_0__/* .formOf */ .Q)(raw.value);
        if (typeof form === 'object')
            problems.error(raw.file, form.refusal);
        else if (form === 'own')
            own.push(raw);
        else
            foreign[form].push(raw);
    }
    const { openslo, sloth, pyrra } = foreign;
    if (openslo.length > 0) {
        const { fromOpenSlo } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(887)]).then(__webpack_require__.bind(__webpack_require__, 8887));
        own.push(...fromOpenSlo(openslo, problems, areAllRead));
    }
    if (sloth.length > 0) {
        const { fromSloth } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(236)]).then(__webpack_require__.bind(__webpack_require__, 236));
        own.push(...fromSloth(sloth, problems));
    }
    if (pyrra.length > 0) {
        const { fromPyrra } = await Promise.all(/* import() */[__webpack_require__.e(934), __webpack_require__.e(351)]).then(__webpack_require__.bind(__webpack_require__, 3351));
        own.push(...fromPyrra(pyrra, problems));
    }
    return own;
}
/** Unpacks the list of objects that `kubectl get` prints. */
function itemsOf({ file, value }) {
    const [kind, items] = [(0,_text_field_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .Z)(value, 'kind'), (0,_text_field_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .Z)(value, 'items')];
    const isList = typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items);
    return isList ? items.map((item) => ({ file, value: item })) : [{ file, value }];
}


/***/ }),

/***/ 96:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ formOf),
/* harmony export */   q: () => (/* binding */ foreignText)
/* harmony export */ });
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6974);

/** Recognises the tool that a document is for. All other documents are taken for the gate's own form. */
function formOf(value) {
    if (typeof value === 'string')
        return refusalOf(foreignText(value));
    const version = text(value, 'apiVersion');
    const other = OTHERS.find(({ is }) => is(value, version));
    if (other)
        return { refusal: `is ${other.what}; ${other.way}` };
    if (has(value, 'sloTarget'))
        return 'own';
    if (hasHelm(value, 0))
        return refusalOf(HELM);
    if (/^openslo(\.com)?\//.test(version))
        return 'openslo';
    if (version.startsWith('sloth.slok.dev/') || text(value, 'version').startsWith('prometheus/'))
        return 'sloth';
    if (version.startsWith('pyrra.dev/'))
        return 'pyrra';
    const kind = text(value, 'kind');
    if (version === '' || kind === '' || has(value, 'id'))
        return 'own';
    return { refusal: `is a ${kind} of ${version}, which is not an SLO; leave it out of slo-file` };
}
const refusalOf = (refusal) => (refusal === undefined ? 'own' : { refusal });
/** Recognises a file that is not YAML; undefined if its tool is not known. */
function foreignText(content) {
    if (TERRAFORM.test(content))
        return `is a Terraform file, which is not an SLO definition; ${OWN_FORM}`;
    return TEMPLATE.test(content.replace(/\{\{-? *\.window *-?\}\}/gi, '')) ? HELM : undefined;
}
// Blank lines are not skipped: from each of them to the next word, that would take quadratic time.
const TERRAFORM = /^[ \t]*(?:resource\s+"[^"]*"\s+"[^"]*"|(?:module|variable|provider|data|output)\s+"[^"]*"(?:\s+"[^"]*")?|terraform|locals)\s*\{/m;
const TEMPLATE = /\{\{/;
const HELM = 'contains a Helm template, which is not rendered here; render it first (helm template) and name the result in slo-file';
const HELM_WORDS = /\{\{-?\s*(?:\$?\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|(?:include|template|range|if|with|end|define|tpl)\b)/;
/** Prometheus alerts also have templates, in their annotations, but with other keywords. */
function hasHelm(value, depth) {
    if (typeof value === 'string')
        return HELM_WORDS.test(value);
    if (typeof value !== 'object' || value === null || depth > 50)
        return false;
    return Object.values(value).some(part => hasHelm(part, depth + 1));
}
const has = (value, key) => (0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(value, key) !== undefined;
function text(value, key) {
    const found = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(value, key);
    return typeof found === 'string' ? found : '';
}
const OWN_FORM = "write the SLO in the gate's own form (docs/definitions.md) or in OpenSLO, and name that file in slo-file";
const PROMQL = "write the SLO in the gate's own form, with its queries as good and total of source: prometheus";
/** Documents of other tools, recognised by keys that the gate's own form does not have. */
const OTHERS = [
    {
        is: (_, version) => version.startsWith('n9/'),
        what: 'a document of Nobl9',
        way: PROMQL
    },
    {
        is: (_, version) => /^openslo(\.com)?\/v\d+(alpha|beta)/.test(version),
        what: 'a document in an early version of OpenSLO, which has another form',
        way: 'write it as openslo/v1, with a ratioMetric of good and total'
    },
    {
        is: (value, version) => version.startsWith('lifecycle.keptn.sh/') ||
            version.startsWith('metrics.keptn.sh/') ||
            (has(value, 'objectives') && (has(value, 'spec_version') || has(value, 'total_score'))),
        what: 'a document of Keptn, which scores a deployment and has no error budget',
        way: OWN_FORM
    },
    {
        is: (_, version) => version.startsWith('sre.google.com/'),
        what: 'a document of slo-generator',
        way: PROMQL
    },
    {
        is: value => has(value, 'serviceLevelIndicator') && has(value, 'goal'),
        what: 'an SLO of Google Cloud Monitoring',
        way: 'Google supports PromQL: write the SLO with good and total of source: prometheus'
    },
    {
        is: value => isDatadog(value) || [(0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(value, 'data')].flat().some(isDatadog),
        what: "an SLO in Datadog's own JSON",
        way: 'write a definition with its id: source: { type: datadog, sloId: … }'
    },
    {
        is: (value, version) => version.startsWith('monitoring.coreos.com/') || isRules(value),
        what: 'a file of Prometheus rules, which has no target',
        way: 'use the spec that it was generated from (Sloth, Pyrra, OpenSLO), or a definition whose errorRatio names a recording rule'
    },
    {
        is: value => has(value, 'uuid') && Array.isArray((0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(value, 'objectives')),
        what: 'an SLO of Grafana Cloud',
        way: PROMQL
    },
    {
        is: value => ['resource', 'terraform', 'provider'].some(key => has(value, key)) && !has(value, 'id'),
        what: 'a Terraform file, which is not an SLO definition',
        way: OWN_FORM
    }
];
const isDatadog = (value) => Array.isArray((0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(value, 'thresholds')) &&
    ['metric', 'monitor', 'time_slice'].includes(text(value, 'type')) &&
    !has(value, 'sloTarget');
function isRules(value) {
    const groups = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(value, 'groups');
    return Array.isArray(groups) && !has(value, 'sloTarget');
}


/***/ })

};
