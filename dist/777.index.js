export const id = 777;
export const ids = [777];
export const modules = {

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
