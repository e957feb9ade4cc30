export const id = 469;
export const ids = [469];
export const modules = {

/***/ 6469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readState: () => (/* binding */ readState),
/* harmony export */   writeState: () => (/* binding */ writeState)
/* harmony export */ });
/* unused harmony export parseState */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);




const MAX_BYTES = 10 * 1024 * 1024;
const rate = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .finite */ .E2x(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(0));
const windowMs = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeInteger */ .Y2b(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(1));
const readingSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .variant */ .Oxt('kind', [
    valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        kind: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('rate'),
        windowMs,
        burnRate: rate,
        events: valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ good: rate, total: rate }))
    }),
    valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        kind: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('no-data'),
        windowMs,
        reason: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    })
]);
const memorySchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    at: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .isoTimestamp */ .yhX(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi(text => new Date(text))),
    origin: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    isUnresolved: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    readings: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(readingSchema)
});
/** valibot's own record drops an SLO whose id is `__proto__`. */
const entries = valibot__WEBPACK_IMPORTED_MODULE_3__/* .custom */ .IeY(value => typeof value === 'object' && value !== null && !Array.isArray(value));
const fileSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ version: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1), slos: entries });
/** Reads the memory of earlier runs. It is empty when there is no file, or when the file cannot be used. */
function readState(path, options) {
    const warn = (what) => options.warn(`input state-file: ${path}: ${what}; it is ignored`);
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path);
        // Reading a pipe would never end.
        if (!stat.isFile())
            throw new Error('it is not a file');
        if (stat.size > MAX_BYTES)
            throw new Error(`it has ${stat.size} bytes, but at most ${MAX_BYTES} are read`);
        return parseState((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'), { ...options, warn });
    }
    catch (error) {
        // The first run has no file yet.
        if (codeOf(error) !== 'ENOENT')
            warn(messageOf(error));
        return new Map();
    }
}
/**
 * Trusts nothing in the file: an entry that is not valid is ignored, with a warning.
 *
 * @throws when the whole text is not a state file
 */
function parseState(text, { now, warn }) {
    const file = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(fileSchema, JSON.parse(text));
    if (!file.success)
        throw new Error('it is not a state file of this version');
    const memories = new Map();
    for (const [id, value] of Object.entries(file.output.slos)) {
        const entry = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(memorySchema, value);
        if (!entry.success)
            warn(`the entry of SLO "${id}" is not valid`);
        else if (!(entry.output.at <= now))
            warn(`the entry of SLO "${id}" is from the future`);
        else
            memories.set(id, toMemory(entry.output));
    }
    return memories;
}
function toMemory({ at, origin, isUnresolved, readings }) {
    const byLength = readings.map(({ windowMs, ...reading }) => [windowMs, reading]);
    return { at, origin, isUnresolved, readings: new Map(byLength) };
}
/** Writes the whole file or nothing. A newer entry that another run wrote in the meantime stays. */
function writeState(path, memories, options) {
    // The clock, not the instant of this run: another run may have started and ended since.
    const merged = new Map(readState(path, { now: new Date(), warn: () => undefined }));
    for (const [id, memory] of memories) {
        const other = merged.get(id);
        if (other === undefined || other.at <= memory.at)
            merged.set(id, memory);
    }
    const slos = Object.fromEntries([...merged].map(([id, memory]) => [id, fromMemory(memory)]));
    const temporary = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(temporary, `${JSON.stringify({ version: 1, slos }, null, 2)}\n`);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(temporary, path);
    }
    catch (error) {
        discard(temporary);
        options.warn(`input state-file: ${path} could not be written: ${messageOf(error)}`);
    }
}
function discard(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { force: true });
    }
    catch {
        // There may be no file and no folder, and then there is nothing to remove.
    }
}
function fromMemory({ at, readings, ...memory }) {
    // The request ids of this run mean nothing to a later run.
    const byLength = [...readings].map(([windowMs, { from: _, ...reading }]) => ({ windowMs, ...reading }));
    return { at: at.toISOString(), ...memory, readings: byLength };
}
const messageOf = (error) => (error instanceof Error ? error.message : String(error));
const codeOf = (error) => error?.code;


/***/ })

};
