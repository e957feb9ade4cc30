export const id = 658;
export const ids = [658];
export const modules = {

/***/ 6658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readState: () => (/* binding */ readState),
  writeState: () => (/* binding */ writeState)
});

// UNUSED EXPORTS: parseState

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/time/duration.js
var duration = __webpack_require__(570);
;// CONCATENATED MODULE: ./build/files/lock.js



/** A run holds the lock for a few milliseconds. An older lock was left by a run that was killed. */
const STALE = 10 * duration/* SECOND */.Z2;
const LONGEST_WAIT = 15 * duration/* SECOND */.Z2;
const PAUSE = 20;
/**
 * Does work while no other process does the same for this path. If the lock stays taken too long, the work is done
 * without it: losing the result of this run would be worse than a rare collision.
 *
 * @throws if the lock cannot be created, and any error of the work
 */
async function withLock(path, clock, work) {
    const lock = `${path}.lock`;
    const owner = (0,external_node_crypto_.randomUUID)();
    const started = clock.monotonicMs();
    let isOurs = isTaken(lock, owner);
    while (!isOurs && clock.monotonicMs() - started < LONGEST_WAIT) {
        if (isStale(lock))
            discard(lock);
        await clock.sleep(PAUSE * (1 + Math.random()));
        isOurs = isTaken(lock, owner);
    }
    try {
        return work();
    }
    finally {
        // If this run was too slow, another one may have taken the lock.
        if (isOurs && ownerOf(lock) === owner)
            discard(lock);
    }
}
function isTaken(lock, owner) {
    try {
        (0,external_node_fs_.writeFileSync)(lock, owner, { flag: 'wx' });
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
}
function isStale(lock) {
    const made = (0,external_node_fs_.statSync)(lock, { throwIfNoEntry: false })?.mtimeMs;
    return made !== undefined && Date.now() - made > STALE;
}
function discard(lock) {
    try {
        (0,external_node_fs_.rmSync)(lock, { force: true });
    }
    catch {
        // It is a folder or cannot be removed, so the work will be done without the lock.
    }
}
function ownerOf(lock) {
    try {
        return (0,external_node_fs_.readFileSync)(lock, 'utf8');
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/files/write.js
var write = __webpack_require__(4011);
;// CONCATENATED MODULE: ./build/state/stateFile.js





const MAX_BYTES = 10 * 1024 * 1024;
const rate = dist/* pipe */.FsL(dist/* number */.aig(), dist/* finite */.E2x(), dist/* minValue */.Wwf(0));
const windowMs = dist/* pipe */.FsL(dist/* number */.aig(), dist/* safeInteger */.Y2b(), dist/* minValue */.Wwf(1));
const readingSchema = dist/* variant */.Oxt('kind', [
    dist/* strictObject */.rej({
        kind: dist/* literal */.euz('rate'),
        windowMs,
        burnRate: rate,
        events: dist/* nullable */.mee(dist/* strictObject */.rej({ good: rate, total: rate }))
    }),
    dist/* strictObject */.rej({
        kind: dist/* literal */.euz('no-data'),
        windowMs,
        reason: dist/* string */.YjP()
    })
]);
const memorySchema = dist/* strictObject */.rej({
    at: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoTimestamp */.yhX(), dist/* transform */.pdi(text => new Date(text)), dist/* check */.z6Y(at => !Number.isNaN(at.getTime()))),
    origin: dist/* string */.YjP(),
    isUnresolved: dist/* boolean */.zMY(),
    readings: dist/* array */.YOg(readingSchema)
});
/** valibot's own record drops an SLO whose id is `__proto__`. */
const entries = dist/* custom */.IeY(value => typeof value === 'object' && value !== null && !Array.isArray(value));
const fileSchema = dist/* strictObject */.rej({ version: dist/* literal */.euz(1), slos: entries });
/** Reads the memory of earlier runs. It is empty when there is no file, or when the file cannot be used. */
function readState(path, options) {
    const warn = (what) => options.warn(`input state-file: ${path}: ${what}`);
    try {
        const stats = (0,write/* refuseUnlessFile */.vR)(path);
        // The first run has no file yet.
        if (stats === undefined)
            return new Map();
        if (stats.size > MAX_BYTES)
            throw new Error(`it has ${stats.size} bytes; at most ${MAX_BYTES} are read`);
        return parseState((0,external_node_fs_.readFileSync)(path, 'utf8'), { ...options, warn });
    }
    catch (error) {
        warn(`${messageOf(error)}; it is ignored`);
        return new Map();
    }
}
/**
 * Trusts nothing in the file: an entry that is not valid is ignored, with a warning.
 *
 * @throws when the whole text is not a state file
 */
function parseState(text, { now, warn }) {
    const file = dist/* safeParse */.xLC(fileSchema, jsonIn(text));
    if (!file.success)
        throw new Error('it is not a state file of this version');
    const memories = new Map();
    for (const [id, value] of Object.entries(file.output.slos)) {
        const entry = dist/* safeParse */.xLC(memorySchema, value);
        if (!entry.success) {
            warn(`the entry of SLO "${id}" is not valid; it is ignored`);
            continue;
        }
        if (entry.output.at > now) {
            const kept = entry.output.isUnresolved ? ', but the SLO stays blocked until it has recovered' : '';
            const at = entry.output.at.toISOString();
            warn(`the entry of SLO "${id}" is from the future (${at}); its readings are not used${kept}`);
        }
        memories.set(id, toMemory(entry.output));
    }
    return memories;
}
/** Node's own message would quote the file. */
function jsonIn(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new Error('it is not valid JSON');
    }
}
function toMemory({ at, origin, isUnresolved, readings }) {
    const byLength = readings.map(({ windowMs, ...reading }) => [windowMs, reading]);
    return { at, origin, isUnresolved, readings: new Map(byLength) };
}
/**
 * Adds the memories of this run. A newer entry that another run wrote in the meantime stays. An entry from before
 * this run is replaced, even if a wrong clock gave it a later time.
 */
async function writeState(path, found, options) {
    const { before, clock, warn } = options;
    try {
        // Before the lock is created, because a lock must not be created for a link.
        (0,write/* refuseUnlessFile */.vR)(path);
        (0,write/* makeFolder */.fc)((0,external_node_path_.dirname)(path));
        await withLock(path, clock, () => {
            const merged = new Map(readState(path, { now: clock.now(), warn: () => undefined }));
            for (const [id, memory] of found) {
                const other = merged.get(id);
                const isFromBefore = other?.at.getTime() === before.get(id)?.at.getTime();
                if (other === undefined || isFromBefore || other.at <= memory.at)
                    merged.set(id, memory);
            }
            const slos = Object.fromEntries([...merged].map(([id, memory]) => [id, fromMemory(memory)]));
            (0,write/* writeWhole */.f8)(path, `${JSON.stringify({ version: 1, slos }, null, 2)}\n`);
        });
    }
    catch (error) {
        warn(`input state-file: ${path} could not be written: ${messageOf(error)}`);
    }
}
/** Only the fields of the schema. A reading may have more, such as the requests of this run. */
function fromMemory({ at, origin, isUnresolved, readings }) {
    const written = [...readings].flatMap(([windowMs, reading]) => writtenReading(windowMs, reading));
    return { at: at.toISOString(), origin, isUnresolved, readings: written };
}
function writtenReading(windowMs, reading) {
    switch (reading.kind) {
        case 'rate': {
            const { kind, burnRate, events } = reading;
            return [{ windowMs, kind, burnRate, events: events && { good: events.good, total: events.total } }];
        }
        case 'no-data':
            return [{ windowMs, kind: reading.kind, reason: reading.reason }];
        case 'unreadable':
            return [];
    }
}
const messageOf = (error) => (error instanceof Error ? error.message : String(error));


/***/ })

};
