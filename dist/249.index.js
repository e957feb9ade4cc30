export const id = 249;
export const ids = [249];
export const modules = {

/***/ 6249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applySlos: () => (/* binding */ applySlos)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6974);
/* harmony import */ var _text_show_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3017);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(570);
/* harmony import */ var _genesys_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6232);
/* harmony import */ var _genesys_connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4766);






/** Creates or updates the SLOs of the Observability API from their definitions. One that fails does not stop the others. */
function applySlos(slos, { connection, context, isDryRun }) {
    const genesys = new _genesys_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .Genesys */ .F(connection, context);
    return Promise.all(slos.filter(isDefinedHere).map(slo => applyOrExplain(resourceOf(slo), { genesys, isDryRun })));
}
const isDefinedHere = ({ source, isDefinedHere }) => source.type === 'genesys-observability' && isDefinedHere === true;
/** An SLO as a resource of the Observability API: the definition without the gate's own keys. Durations are ISO 8601. */
function resourceOf({ id, name, description, metric, target, window, alerts }) {
    return {
        id,
        name,
        description,
        metric,
        sloTarget: target,
        timeWindow: window.iso,
        burnRateAlerts: alerts.map(({ duration, shortDuration, ...alert }) => ({
            ...alert,
            duration: duration.iso,
            ...(shortDuration && { shortDuration: shortDuration.iso })
        }))
    };
}
async function applyOrExplain(resource, target) {
    try {
        return await apply(resource, target);
    }
    catch (error) {
        if (!(error instanceof _genesys_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .GenesysError */ .DF))
            throw error;
        return { id: resource.id, outcome: 'failed', changes: [], problem: error.message };
    }
}
async function apply(resource, { genesys, isDryRun }) {
    const { id } = resource;
    const path = pathOf(id);
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
        await update(resource, genesys);
    return { id, outcome: isDryRun ? 'would update' : 'updated', changes };
}
async function create(resource, genesys) {
    try {
        await genesys.write({ method: 'POST', path: SLOS, body: resource, hints: HINTS });
    }
    catch (error) {
        // Another client created it first, or the answer to our first attempt was lost.
        if (!(error instanceof _genesys_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .GenesysError */ .DF && error.status === 409))
            throw error;
        await update(resource, genesys);
    }
}
const update = (resource, genesys) => genesys.write({ method: 'PUT', path: pathOf(resource.id), body: resource, hints: HINTS });
/** The resource, or undefined when there is none. */
async function found(answer) {
    try {
        const { body, correlation } = await answer;
        if (typeof body === 'object' && body !== null && !Array.isArray(body))
            return body;
        throw new _genesys_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .GenesysError */ .DF(`Genesys Cloud answered with ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .SP)(body)}, but expected an SLO${correlation}`);
    }
    catch (error) {
        if (error instanceof _genesys_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .GenesysError */ .DF && error.status === 404)
            return undefined;
        throw error;
    }
}
const SLOS = '/api/v2/observability/slos';
const pathOf = (id) => `${SLOS}/${encodeURIComponent(id)}`;
const HINTS = {
    400: 'check the definition',
    403: 'give the OAuth client a role that may read and change SLOs',
    404: 'check that this organisation has the Observability API; the README names other sources'
};
const FIELDS = ['name', 'description', 'metric', 'sloTarget', 'timeWindow', 'burnRateAlerts'];
function changesOf(existing, wanted) {
    return FIELDS.flatMap(name => {
        const [before, after] = [(0,_text_field_js__WEBPACK_IMPORTED_MODULE_5__/* .field */ .Z)(existing, name), wanted[name]];
        // A server may leave out empty fields.
        return isSame(plainForm(name, before), plainForm(name, after))
            ? []
            : `${name}: ${described(before)} → ${described(after)}`;
    });
}
/** A list or an object from outside may be nested too deeply for JSON.stringify. */
function described(value) {
    if (value == null)
        return 'none';
    try {
        return shortened(JSON.stringify(value));
    }
    catch {
        return (0,_text_show_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .SP)(value);
    }
}
function isSame(before, after) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(before, after);
    }
    catch {
        // Too deep to compare, so it cannot be what we would write.
        return false;
    }
}
const DURATIONS = ['timeWindow', 'duration', 'shortDuration'];
/** A form for comparison: equal durations, and different ways to leave a field empty, become the same value. */
function plainForm(name, value) {
    if (value == null || (name === 'burnRateAlerts' && Array.isArray(value) && value.length === 0))
        return undefined;
    if (name === 'burnRateAlerts' && Array.isArray(value))
        return value.map(fieldsOf);
    if (name === 'metric')
        return fieldsOf(value);
    return DURATIONS.includes(name) && typeof value === 'string' ? ((0,_time_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(value)?.ms ?? value) : value;
}
function fieldsOf(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    const fields = Object.entries(value).map(([name, part]) => [name, plainForm(name, part)]);
    return Object.fromEntries(fields.filter(([, part]) => part !== undefined));
}
/** Long enough for any definition that a person wrote. */
const shortened = (text) => (text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text);


/***/ })

};
