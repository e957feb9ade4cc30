export const id = 607;
export const ids = [607];
export const modules = {

/***/ 8607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Datadog: () => (/* binding */ Datadog)
/* harmony export */ });
/* harmony import */ var _budget_decimal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8819);
/* harmony import */ var _budget_reading_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1232);
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1923);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3223);
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6974);
/* harmony import */ var _text_show_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3017);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(570);







/** The history of SLOs in Datadog: one request for each window. */
class Datadog {
    #connection;
    #context;
    constructor(connection, context) {
        this.#connection = connection;
        this.#context = context;
    }
    read(probes) {
        return Promise.all(probes.map(probe => this.#readOne(probe)));
    }
    async #readOne({ spec, slo, window: { start, end } }) {
        const { apiUrl, apiKey, appKey } = this.#connection;
        // A span of less than a second is asked for as one.
        const to = Math.max(secondsOf(end), secondsOf(start) + 1);
        const asked = new URLSearchParams({ from_ts: String(secondsOf(start)), to_ts: String(to) });
        if (slo.target !== null)
            asked.set('target', String(slo.target));
        try {
            const response = await this.#context.http.send({
                method: 'GET',
                url: `${apiUrl}/api/v1/slo/${encodeURIComponent(spec.sloId)}/history?${asked}`,
                headers: { 'dd-api-key': apiKey, 'dd-application-key': appKey, accept: 'application/json' }
            });
            const observation = historyIn(response);
            const isUncounted = observation.kind === 'error-ratio' && slo.minimumEvents > 0;
            const note = isUncounted ? { note: NO_COUNTS } : {};
            return { ...observation, from: { requests: [response.request], start, end, ...note } };
        }
        catch (error) {
            if (error instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .H)
                return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`Datadog could not be reached: ${error.message}`);
            throw error;
        }
    }
}
const NO_COUNTS = 'this kind of SLO has no counts, so minimumEvents cannot be checked';
const secondsOf = (instant) => Math.floor(instant.getTime() / _time_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .SECOND */ .Z2);
const HINTS = {
    400: 'check the sloId of the definition',
    401: 'check datadog-api-key and datadog-site',
    403: 'check datadog-api-key, datadog-app-key and datadog-site, and that the application key may read SLOs (slos_read)',
    404: 'check the sloId of the definition and datadog-site'
};
function historyIn(response) {
    const { status, givenUp, redact } = response;
    const { body, problem } = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .bodyOf */ .EN)(response);
    const words = wordsIn((0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(body, 'errors'));
    if (status !== 200 || words !== undefined) {
        const said = words ? ` "${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_5__/* .excerpt */ .Kb)(words, redact)}"` : problem ? `; ${problem}` : '';
        const rest = [HINTS[status], givenUp].filter(Boolean).map(part => `; ${part}`);
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`Datadog answered HTTP ${status}${said}${rest.join('')}`);
    }
    if (problem !== undefined)
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`Datadog: ${problem}`);
    const data = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(body, 'data');
    const overall = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(data, 'overall');
    return failureIn(overall, redact) ?? eventsIn((0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(data, 'series')) ?? uptimeIn(overall);
}
/** The counts of an SLO that is made of two metrics. */
function eventsIn(series) {
    if (series === undefined || series === null)
        return undefined;
    const good = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)((0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(series, 'numerator'), 'sum');
    const total = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)((0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(series, 'denominator'), 'sum');
    if (typeof good === 'number' && typeof total === 'number')
        return { kind: 'events', good, total };
    return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`Datadog answered with ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(good)} good events of ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(total)}`);
}
/** Why there is no SLI. */
function failureIn(overall, redact) {
    const errors = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(overall, 'errors');
    const words = wordsIn(errors);
    if (words === undefined)
        return undefined;
    return isEmptyWindow(errors)
        ? (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .noData */ ._h)('Datadog has no events in this window')
        : (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`Datadog could not compute the SLI: "${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_5__/* .excerpt */ .Kb)(words, redact)}"`);
}
/** The share of the time, or of the groups, of every other SLO: 0 to 100, null without data. */
function uptimeIn(overall) {
    const value = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(overall, 'sli_value');
    if (value === null)
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .noData */ ._h)('Datadog has no data in this window');
    if (typeof value !== 'number' || value < 0 || value > 100 * (1 + _budget_decimal_js__WEBPACK_IMPORTED_MODULE_6__/* .TOLERANCE */ .aC)) {
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .unreadable */ .O$)(`Datadog answered with ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(value)} as sli_value, where 0 to 100 belongs`);
    }
    return { kind: 'error-ratio', errorRatio: Math.max(0, 100 - value) / 100 };
}
/** How a metric SLO says that it had no events. */
function isEmptyWindow(errors) {
    return (Array.isArray(errors) &&
        errors.length > 0 &&
        errors.every(error => (0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(error, 'error_type') === 'ZERO_VALUED_DENOMINATOR'));
}
/** Its own words, from a list of texts or of errors; undefined where it has none. */
function wordsIn(errors) {
    if (errors === undefined || errors === null || (Array.isArray(errors) && errors.length === 0))
        return undefined;
    const first = Array.isArray(errors) ? errors[0] : errors;
    const words = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_4__/* .field */ .Z)(first, 'error_message') ?? first;
    return typeof words === 'string' && words !== '' ? words : 'an error without words';
}


/***/ })

};
