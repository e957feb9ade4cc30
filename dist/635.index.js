export const id = 635;
export const ids = [635];
export const modules = {

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

/***/ 9635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GUID: () => (/* binding */ GUID),
/* harmony export */   genesysDataActionsForm: () => (/* binding */ genesysDataActionsForm)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _schema_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6634);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(570);



const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const IN_ADDRESS = 'you find it in the address of its page in Genesys Cloud; it is not the name';
/** A name instead of an id would match no execution, which looks like an integration without traffic. */
const integrationId = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y(id => GUID.test(id), `the id of an integration, such as 0a1b2c3d-1111-4222-8333-444455556666: ${IN_ADDRESS}`));
/** Ids of actions are GUIDs with a prefix such as `custom_-_`, or words; names have spaces. */
const actionId = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y(id => !/\s/.test(id), `the id of a data action, such as custom_-_0a1b2c3d-1111-4222-8333-444455556666: ${IN_ADDRESS}`));
const actionIds = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(actionId, 'a list of texts'), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y(values => values.length > 0, 'a list with at least one entry'));
/** YAML reads 404 as a number. */
const status = (0,_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parsedBy */ .f3)(value => (typeof value === 'string' || typeof value === 'number') && /^[1-5]\d\d$/.test(String(value))
    ? String(value)
    : undefined, 'an HTTP status, such as 404');
const errorType = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq, valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y(value => value !== 'NONE', 'an errorType other than NONE, which is success'));
/** No execution takes longer than an hour, so with a longer limit every execution would be fast. */
const milliseconds = (0,_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parsedBy */ .f3)(value => {
    const ms = typeof value === 'string' ? (0,_time_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(value)?.ms : value;
    return typeof ms === 'number' && Number.isInteger(ms) && ms > 0 && ms <= _time_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .HOUR */ .dp ? ms : undefined;
}, 'an ISO 8601 duration such as PT2S, or whole milliseconds above 0; at most an hour');
/** A delay of more than an hour is almost certainly a mistake. */
const delay = (0,_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parsedBy */ .f3)(value => {
    if (value === 'PT0S')
        return { iso: value, ms: 0 };
    const duration = typeof value === 'string' ? (0,_time_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(value) : undefined;
    return duration && duration.ms <= _time_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .HOUR */ .dp ? duration : undefined;
}, 'an ISO 8601 duration of at most PT1H, such as PT5M');
/** We assume that an execution appears in the analytics of Genesys Cloud within this time. */
const DEFAULT_DELAY = 'PT5M';
const schema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL((0,_schema_values_js__WEBPACK_IMPORTED_MODULE_0__/* .strict */ .O2)({
    type: valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('genesys-data-actions'),
    integrationId: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(integrationId),
    actionIds: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(actionIds),
    ignoreErrorTypes: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(errorType, 'a list of errorTypes'), []),
    ignoreResponseStatuses: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(status, 'a list of statuses'), []),
    slowerThan: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(milliseconds),
    delay: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(delay, DEFAULT_DELAY)
}), valibot__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(({ delay, slowerThan, ...source }) => ({
    spec: { ...source, ...(slowerThan !== undefined && { slowerThanMs: slowerThan }) },
    ...(delay.ms > 0 && { delay })
})));
const genesysDataActionsForm = {
    schema,
    warnings: () => [],
    errors: () => []
};


/***/ })

};
