export const id = 702;
export const ids = [702];
export const modules = {

/***/ 7702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readDefinitionFiles: () => (/* binding */ readDefinitionFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var tinyglobby__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3382);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8815);
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6974);
/* harmony import */ var _text_show_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3017);







const MAX_BYTES = 1024 * 1024;
/** Every definition in the files that the patterns name, in the order of patterns and files. */
async function readDefinitionFiles(options) {
    const files = await findFiles(options);
    const definitions = await Promise.all(files.map(file => readDefinitions({ ...options, file })));
    return definitions.flat();
}
async function findFiles({ patterns, folder, problems }) {
    const found = new Set();
    for (const pattern of patterns) {
        const files = await matching(pattern, folder);
        if (files.length === 0)
            problems.error('input slo-file', `${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_4__/* .show */ .WU)(pattern)} names no file below ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_4__/* .show */ .WU)(folder)}`);
        for (const file of files)
            found.add((0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder, file)));
    }
    return [...found];
}
/** A path that exists is that file, even when it looks like a pattern. */
async function matching(pattern, folder) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder, pattern)))
        return [pattern];
    if (!(0,tinyglobby__WEBPACK_IMPORTED_MODULE_5__/* .isDynamicPattern */ .ey)(pattern))
        return [];
    const files = await (0,tinyglobby__WEBPACK_IMPORTED_MODULE_5__/* .glob */ .TI)(pattern, { cwd: folder, expandDirectories: false });
    return files.toSorted();
}
async function readDefinitions(options) {
    const { file, folder, problems } = options;
    try {
        const values = definitionsIn(await readLimited((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder, file)));
        if (values.length === 0)
            problems.error(file, 'holds no SLO definition');
        return values.map(value => ({ file, value }));
    }
    catch (error) {
        problems.error(file, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
        return [];
    }
}
async function readLimited(path) {
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
    if (size > MAX_BYTES)
        throw new Error(`it has ${size} bytes, more than the ${MAX_BYTES} that are read`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path));
}
/** A document is one definition, a list of them, or `slos: [...]`. JSON is read as YAML, which it is. */
function definitionsIn(content) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_3__/* .parseAllDocuments */ .hR)(content).flatMap(document => {
        const [error] = document.errors;
        if (error)
            throw error;
        const value = document.toJS();
        if (value === null)
            return [];
        if (Array.isArray(value))
            return value;
        const slos = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_6__/* .field */ .Z)(value, 'slos');
        return Array.isArray(slos) && Object.keys(value).length === 1 ? slos : [value];
    });
}


/***/ })

};
