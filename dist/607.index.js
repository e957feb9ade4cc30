export const id = 607;
export const ids = [607];
export const modules = {

/***/ 8607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Datadog: () => (/* binding */ Datadog)
/* harmony export */ });
/* harmony import */ var _budget_reading_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1232);
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1923);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3223);
/* harmony import */ var _http_refusal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8645);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7072);
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6974);
/* harmony import */ var _text_show_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3017);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(570);
/* harmony import */ var _otherTime_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3778);
/* harmony import */ var _partial_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2952);










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
        // The API takes whole seconds, so a shorter span becomes one second.
        const to = Math.max(secondsOf(end), secondsOf(start) + 1);
        const asked = { from_ts: secondsOf(start), to_ts: to };
        const query = new URLSearchParams({ from_ts: String(asked.from_ts), to_ts: String(asked.to_ts) });
        if (slo.target !== null)
            query.set('target', String(slo.target));
        try {
            const response = await this.#context.http.send({
                method: 'GET',
                url: `${apiUrl}/api/v1/slo/${encodeURIComponent(spec.sloId)}/history?${query}`,
                headers: { 'dd-api-key': apiKey, 'dd-application-key': appKey, accept: 'application/json' }
            });
            const observation = historyIn(response, asked);
            const isUncounted = observation.kind === 'error-ratio' && slo.minimumEvents > 0;
            const note = isUncounted ? { note: NO_COUNTS } : {};
            return { ...observation, from: { requests: [response.request], start, end, ...note } };
        }
        catch (error) {
            if (error instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpFailure */ .H)
                return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`Datadog could not be reached: ${error.message}`);
            throw error;
        }
    }
}
const NO_COUNTS = 'this type of SLO has no counts, so minimumEvents cannot be checked';
const secondsOf = (instant) => Math.floor(instant.getTime() / _time_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .SECOND */ .Z2);
const HINTS = {
    400: 'check the sloId of the definition',
    401: 'check datadog-api-key and datadog-site',
    403: 'check datadog-api-key, datadog-app-key and datadog-site, and that the application key may read SLOs (slos_read)',
    404: 'check the sloId of the definition and datadog-site'
};
function historyIn(response, asked) {
    const { status, givenUp, redact } = response;
    const json = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o)(response);
    const body = (0,_outcome_js__WEBPACK_IMPORTED_MODULE_5__/* .knownValue */ .jj)(json);
    const errors = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_6__/* .field */ .Z)(body, 'errors');
    if (status !== 200 || (0,_partial_js__WEBPACK_IMPORTED_MODULE_7__/* .isSaid */ .QV)(errors)) {
        const words = quoted(errors, redact);
        const hint = [words ? undefined : (0,_outcome_js__WEBPACK_IMPORTED_MODULE_5__/* .reasonOf */ .A3)(json), HINTS[status]].filter(Boolean).join('; ');
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)((0,_http_refusal_js__WEBPACK_IMPORTED_MODULE_8__/* .describeRefusal */ .a)({ who: 'Datadog', status, words, hint, givenUp }));
    }
    if (json.kind === 'unreadable')
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`Datadog: ${json.reason}`);
    const data = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_6__/* .field */ .Z)(body, 'data');
    const overall = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_6__/* .field */ .Z)(data, 'overall');
    const partial = (0,_partial_js__WEBPACK_IMPORTED_MODULE_7__/* .partialIn */ .Fy)(body, redact) ?? (0,_partial_js__WEBPACK_IMPORTED_MODULE_7__/* .partialIn */ .Fy)(data, redact);
    if (partial)
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`Datadog says that ${partial}`);
    return (otherTimeIn([data, overall], asked) ??
        failureIn(overall, redact) ??
        eventsIn((0,_text_field_js__WEBPACK_IMPORTED_MODULE_6__/* .field */ .Z)(data, 'series'), redact) ??
        uptimeIn(overall));
}
/** The text of an error; undefined when there is no error. */
function quoted(errors, redact) {
    return (0,_partial_js__WEBPACK_IMPORTED_MODULE_7__/* .isSaid */ .QV)(errors) ? (0,_text_show_js__WEBPACK_IMPORTED_MODULE_9__/* .excerpt */ .Kb)((0,_partial_js__WEBPACK_IMPORTED_MODULE_7__/* .wordsIn */ .Hn)(errors) ?? 'an error without words', redact) : undefined;
}
/** Unreadable when the answer is about another time than the question. */
function otherTimeIn(parts, asked) {
    for (const part of parts) {
        for (const name of ['from_ts', 'to_ts']) {
            const value = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_6__/* .field */ .Z)(part, name);
            if (value === undefined || value === null)
                continue;
            if (typeof value === 'number' && (0,_otherTime_js__WEBPACK_IMPORTED_MODULE_4__/* .isNear */ .H)(asked[name] * _time_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .SECOND */ .Z2, value * _time_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .SECOND */ .Z2))
                continue;
            return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`Datadog answered about another time: ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_9__/* .shown */ .SP)(value)} as ${name}, not ${asked[name]}`);
        }
    }
    return undefined;
}
/** The counts of an SLO that divides one metric by another. */
function eventsIn(series, redact) {
    if (series === undefined || series === null)
        return undefined;
    // Empty, or an error in the query.
    const message = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_6__/* .field */ .Z)(series, 'message');
    if ((0,_partial_js__WEBPACK_IMPORTED_MODULE_7__/* .isSaid */ .QV)(message))
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`Datadog says about its counts: "${quoted(message, redact)}"`);
    const good = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_6__/* .field */ .Z)((0,_text_field_js__WEBPACK_IMPORTED_MODULE_6__/* .field */ .Z)(series, 'numerator'), 'sum');
    const total = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_6__/* .field */ .Z)((0,_text_field_js__WEBPACK_IMPORTED_MODULE_6__/* .field */ .Z)(series, 'denominator'), 'sum');
    if (typeof good === 'number' && typeof total === 'number')
        return { kind: 'events', good, total };
    return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`Datadog answered with ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_9__/* .shown */ .SP)(good)} good events of ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_9__/* .shown */ .SP)(total)}`);
}
/** Why there is no SLI. */
function failureIn(overall, redact) {
    const errors = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_6__/* .field */ .Z)(overall, 'errors');
    if (!(0,_partial_js__WEBPACK_IMPORTED_MODULE_7__/* .isSaid */ .QV)(errors))
        return undefined;
    return isEmptyWindow(errors)
        ? (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .noData */ ._h)('Datadog has no events in this window')
        : (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`Datadog could not compute the SLI: "${quoted(errors, redact)}"`);
}
/** A small excess over 100 is passed on and later treated as 100. */
const MOST_PERCENT = 100.2;
/** The SLI of all other types of SLO, a percentage of time or groups; null without data. */
function uptimeIn(overall) {
    const value = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_6__/* .field */ .Z)(overall, 'sli_value');
    if (value === null)
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .noData */ ._h)('Datadog has no data in this window');
    if (typeof value !== 'number' || value < 0 || value > MOST_PERCENT) {
        return (0,_budget_reading_js__WEBPACK_IMPORTED_MODULE_0__/* .unreadable */ .O$)(`Datadog answered with ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_9__/* .shown */ .SP)(value)} as sli_value, but expected a number from 0 to 100`);
    }
    return { kind: 'error-ratio', errorRatio: (100 - value) / 100 };
}
/** Whether these are the errors of a metric SLO without events. */
function isEmptyWindow(errors) {
    return (Array.isArray(errors) &&
        errors.length > 0 &&
        errors.every(error => (0,_text_field_js__WEBPACK_IMPORTED_MODULE_6__/* .field */ .Z)(error, 'error_type') === 'ZERO_VALUED_DENOMINATOR'));
}


/***/ })

};
