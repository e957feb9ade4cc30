export const id = 353;
export const ids = [353];
export const modules = {

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


/***/ })

};
