export const id = 316;
export const ids = [316];
export const modules = {

/***/ 316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applySlos: () => (/* binding */ applySlos)
/* harmony export */ });
/* harmony import */ var _budget_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9102);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3223);
/* harmony import */ var _genesysAnswer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5201);



/** Makes the SLOs of the Observability API those of the definitions. Each fails on its own. */
function applySlos(slos, applying) {
    return Promise.all(slos.flatMap(({ resource }) => (resource === undefined ? [] : applyOrExplain(resource, applying))));
}
async function applyOrExplain(resource, applying) {
    try {
        return await apply(resource, applying);
    }
    catch (error) {
        if (!(error instanceof _genesysAnswer_js__WEBPACK_IMPORTED_MODULE_1__/* .GenesysError */ .DF))
            throw error;
        return { id: resource.id, outcome: 'failed', changes: [], problem: error.message };
    }
}
async function apply(resource, { genesys, isDryRun }) {
    const { id } = resource;
    const path = `${SLOS}/${encodeURIComponent(id)}`;
    const existing = await found(genesys.ask({ method: 'GET', path, hints: HINTS }));
    if (existing === undefined) {
        if (!isDryRun)
            await create(resource, genesys);
        return { id, outcome: isDryRun ? 'would create' : 'created', changes: [] };
    }
    const changes = changesOf(existing, resource);
    if (changes.length === 0)
        return { id, outcome: 'unchanged', changes };
    if (!isDryRun)
        await genesys.write({ method: 'PUT', path, body: resource, hints: HINTS });
    return { id, outcome: isDryRun ? 'would update' : 'updated', changes };
}
async function create(resource, genesys) {
    try {
        await genesys.write({ method: 'POST', path: SLOS, body: resource, hints: HINTS });
    }
    catch (error) {
        // Somebody else was faster, or the answer to the first attempt was lost.
        if (!(error instanceof _genesysAnswer_js__WEBPACK_IMPORTED_MODULE_1__/* .GenesysError */ .DF && error.status === 409))
            throw error;
        const path = `${SLOS}/${encodeURIComponent(resource.id)}`;
        await genesys.write({ method: 'PUT', path, body: resource, hints: HINTS });
    }
}
/** The resource, or undefined when there is none. */
async function found(answer) {
    try {
        const { body, correlation } = await answer;
        if (typeof body === 'object' && body !== null && !Array.isArray(body))
            return body;
        throw new _genesysAnswer_js__WEBPACK_IMPORTED_MODULE_1__/* .GenesysError */ .DF(`Genesys Cloud answered with ${(0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(body)}, where an SLO belongs${correlation}`);
    }
    catch (error) {
        if (error instanceof _genesysAnswer_js__WEBPACK_IMPORTED_MODULE_1__/* .GenesysError */ .DF && error.status === 404)
            return undefined;
        throw error;
    }
}
const SLOS = '/api/v2/observability/slos';
const HINTS = {
    400: 'check the definition',
    403: 'give the OAuth client a role that may read and change SLOs'
};
const FIELDS = ['name', 'description', 'metric', 'sloTarget', 'timeWindow', 'burnRateAlerts'];
function changesOf(existing, wanted) {
    return FIELDS.flatMap(name => {
        const [before, after] = [(0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(existing, name), wanted[name]];
        if (canonical(before) === canonical(after))
            return [];
        return `${name}: ${described(before)} → ${described(after)}`;
    });
}
const described = (value) => (value == null ? 'none' : JSON.stringify(value));
/** Equal for values that mean the same: in another order of keys, and durations in other words. */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join()}]`;
    if (typeof value === 'object' && value !== null) {
        const entries = Object.entries(value).filter(([, part]) => part != null);
        return `{${entries
            .map(([key, part]) => `${key}:${canonical(part)}`)
            .toSorted()
            .join()}}`;
    }
    const ms = typeof value === 'string' ? (0,_budget_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(value)?.ms : undefined;
    return ms === undefined ? String(JSON.stringify(value ?? null)) : `${ms} ms`;
}


/***/ })

};
