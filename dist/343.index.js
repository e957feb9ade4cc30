export const id = 343;
export const ids = [343];
export const modules = {

/***/ 343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readDefinitionFiles: () => (/* binding */ readDefinitionFiles)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/files/within.js
var within = __webpack_require__(1725);
// EXTERNAL MODULE: ./build/text/field.js
var field = __webpack_require__(6974);
// EXTERNAL MODULE: ./node_modules/tinyglobby/dist/index.mjs + 1 modules
var dist = __webpack_require__(3382);
// EXTERNAL MODULE: ./build/text/show.js
var show = __webpack_require__(3017);
;// CONCATENATED MODULE: ./build/definitions/find.js






/** The paths that match the patterns, in the order of the patterns and without duplicates. */
function findFiles({ patterns, folder, problems }) {
    const isExclusion = (pattern) => pattern.startsWith('!') && !pattern.startsWith('!(');
    const ignore = patterns.filter(isExclusion).map(pattern => pattern.slice(1));
    const included = patterns.filter(pattern => !isExclusion(pattern));
    if (included.length === 0)
        problems.inputError('slo-file', 'only excludes files; name the files to read as well');
    const found = new Set();
    for (const pattern of included) {
        const paths = matching(pattern, { ignore, folder, problems });
        if (paths.length === 0) {
            const leftOut = ignore.length > 0 ? ' that is not excluded' : '';
            problems.error('input slo-file', `${(0,show/* show */.WU)(pattern)} matches no file below ${(0,show/* show */.WU)(folder)}${leftOut}`);
        }
        for (const path of paths)
            found.add((0,external_node_path_.relative)(folder, (0,external_node_path_.resolve)(folder, path)));
    }
    return [...found];
}
/** A path that exists also matches itself, even if it looks like a pattern. */
function matching(pattern, { ignore, folder, problems }) {
    const options = { cwd: folder, expandDirectories: false, onlyFiles: false, ignore };
    const fs = { readdirSync: listing(folder, problems) };
    const found = (0,dist/* globSync */.AZ)(pattern, { ...options, fs }).toSorted();
    // These patterns also match folders, whose files are found anyway.
    const isDeep = /(^|\/)\*\*(\/\*)?\/?$/.test(pattern);
    const files = found.filter(path => !(isDeep && path.endsWith('/')));
    return isThere((0,external_node_path_.resolve)(folder, pattern))
        ? [...files, ...(0,dist/* globSync */.AZ)((0,dist/* escapePath */.ft)(pattern), { ...options, fs })]
        : files;
}
/** A path through a circle of links, or one that is too long, is not there. */
function isThere(path) {
    try {
        return Boolean((0,external_node_fs_.lstatSync)(path));
    }
    catch {
        return false;
    }
}
/** A directory entry for the glob library. Everything that is not a folder counts as a file, so that no match is lost. */
const entry = (name, isFolder) => ({
    name,
    isFile: () => !isFolder,
    isDirectory: () => isFolder,
    isSymbolicLink: () => false
});
/** Lists folders and follows links within the workspace. Each linked folder is listed once, to avoid endless loops. */
function listing(folder, problems) {
    const followed = new Set();
    function linked(path) {
        const real = realFolder(path);
        if (real === undefined)
            return 'file';
        if ((0,within/* isWithin */.U)(folder, path) && !(0,within/* isWithin */.U)((0,external_node_fs_.realpathSync)(folder), real)) {
            problems.warn(place(folder, path), 'is a link to a folder outside the workspace, which is not searched');
            return 'file';
        }
        if (followed.has(real) || (0,within/* isWithin */.U)(real, (0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(path))))
            return 'circle';
        followed.add(real);
        return 'folder';
    }
    return (path) => {
        try {
            return (0,external_node_fs_.readdirSync)(path, { withFileTypes: true }).flatMap(found => {
                if (!found.isSymbolicLink())
                    return [entry(found.name, found.isDirectory())];
                const kind = linked((0,external_node_path_.join)(path, found.name));
                return kind === 'circle' ? [] : [entry(found.name, kind === 'folder')];
            });
        }
        catch (error) {
            const code = (0,field/* field */.Z)(error, 'code');
            // A pattern without a match is reported by the caller.
            if (code !== 'ENOENT' && code !== 'ENOTDIR')
                problems.error(place(folder, path), `cannot be listed: ${code}`);
            return [];
        }
    };
}
const place = (folder, path) => (0,external_node_path_.relative)(folder, path);
/** The folder that a link leads to; undefined for a broken link or a link to a file. */
function realFolder(link) {
    try {
        const real = (0,external_node_fs_.realpathSync)(link);
        return (0,external_node_fs_.statSync)(real).isDirectory() ? real : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/definitions/recognise.js
var recognise = __webpack_require__(96);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/text/markdown.js
var markdown = __webpack_require__(1065);
;// CONCATENATED MODULE: ./build/definitions/yaml.js



/** The limits for all files of one run together. */
const allowance = () => ({ tokens: 500_000, characters: 4 * 1024 * 1024 });
/** A document with deeper nesting is refused, because it could exhaust the stack. */
const MAX_DEPTH = 50;
/** An error in YAML. The message does not quote the file, because it may contain a secret. */
class YamlProblem extends Error {
    offset;
    constructor(message, offset) {
        super(message);
        this.offset = offset;
    }
}
/**
 * The values of all YAML documents in a text, except null. JSON is valid YAML.
 *
 * @returns the values, and an error if there is one; then the values are those of the documents before it
 */
function readYaml(content, allowed) {
    const values = [];
    const lines = new yaml_dist/* LineCounter */.HN();
    // The library's check for unique keys is quadratic, so we have our own. Its warnings count as errors.
    const composer = new yaml_dist/* Composer */.Dk({ uniqueKeys: false, logLevel: 'silent', resolveKnownTags: false });
    try {
        for (const document of composer.compose(tokensOf(content, lines, allowed))) {
            const [problem] = [...document.errors, ...document.warnings];
            if (problem)
                throw new YamlProblem(withoutExcerpt(problem.message), problem.pos[0]);
            const { value } = convert(document.contents, { anchors: new Map(), allowed });
            if (value !== null)
                values.push(value);
        }
        return { values };
    }
    catch (error) {
        return { values, error: describe(error, lines) };
    }
}
/** The library's message without the part of the file that it quotes at the end. */
const withoutExcerpt = (message) => (0,markdown/* shortened */.vI)(message.replace(/[:"].*$/s, '').trim(), 120);
function describe(error, lines) {
    if (!(error instanceof YamlProblem && error.offset !== undefined))
        return String((0,field/* field */.Z)(error, 'message'));
    const { line, col } = lines.linePos(error.offset);
    return `${error.message}, at line ${line}, column ${col}`;
}
function* tokensOf(content, lines, allowed) {
    const parser = new yaml_dist/* Parser */.iX(lines.addNewLine);
    lines.addNewLine(0);
    for (const lexeme of new yaml_dist/* Lexer */.JG().lex(content)) {
        if (lexeme.startsWith('%'))
            throw new YamlProblem('directives are not accepted', parser.offset);
        allowed.tokens -= 1;
        if (allowed.tokens < 0)
            throw new YamlProblem('the files contain more YAML than is read in one run');
        yield* parser.next(lexeme);
        // The parser keeps up to two entries per level.
        if (parser.stack.length > 2 * MAX_DEPTH)
            throw new YamlProblem('it is nested too deeply', parser.offset);
    }
    yield* parser.end();
}
/** The library's own conversion takes quadratic time for aliases, and prints warnings. */
function convert(node, context) {
    if ((0,yaml_dist/* isAlias */.Vj)(node))
        return spent(anchored(node, context), context);
    const found = converted(node, context);
    const anchor = (0,yaml_dist/* isScalar */.jn)(node) || (0,yaml_dist/* isCollection */.P3)(node) ? node.anchor : undefined;
    // The anchor is set afterwards, so a value cannot contain itself.
    if (anchor !== undefined)
        context.anchors.set(anchor, found);
    return found;
}
function converted(node, context) {
    if ((0,yaml_dist/* isMap */.jh)(node))
        return mapping(node.items, context);
    if ((0,yaml_dist/* isSeq */.oP)(node)) {
        const items = node.items.map(item => convert(item, context));
        return { value: items.map(({ value }) => value), size: items.reduce((sum, { size }) => sum + size, 1) };
    }
    const value = (0,yaml_dist/* isScalar */.jn)(node) ? node.value : null;
    return spent({ value, size: 1 + (typeof value === 'string' ? value.length : 0) }, context);
}
function anchored(alias, { anchors }) {
    const found = anchors.get(alias.source);
    if (found)
        return found;
    throw new YamlProblem('an alias has no anchor before it', offsetOf(alias));
}
function spent(part, { allowed }) {
    allowed.characters -= part.size;
    if (allowed.characters < 0)
        throw new YamlProblem('the aliases in the files expand to more than is read in one run');
    return part;
}
function mapping(pairs, context) {
    const own = new Map();
    const merged = new Map();
    let size = 1;
    for (const pair of pairs) {
        const key = keyOf(pair.key);
        const part = convert(pair.value, context);
        size += key.length + part.size;
        if (isMergeKey(pair.key)) {
            for (const [name, value] of mergedBy(part.value, pair.key))
                if (!merged.has(name))
                    merged.set(name, value);
        }
        else if (own.has(key))
            throw new YamlProblem('keys must be unique', offsetOf(pair.key));
        else
            own.set(key, part.value);
    }
    return { value: Object.fromEntries([...merged, ...own]), size };
}
/** `<<` without quotes: its mapping, or list of mappings, provides the keys that are not set otherwise. */
const isMergeKey = (key) => (0,yaml_dist/* isScalar */.jn)(key) && key.value === '<<' && key.type === 'PLAIN';
function mergedBy(value, key) {
    const sources = Array.isArray(value) ? value : [value];
    return sources.flatMap(source => {
        if (typeof source !== 'object' || source === null || Array.isArray(source))
            throw new YamlProblem('a merge key takes a mapping or a list of mappings', offsetOf(key));
        return Object.entries(source);
    });
}
function keyOf(key) {
    if (!(0,yaml_dist/* isScalar */.jn)(key))
        throw new YamlProblem('a key must be plain text, not an alias, a list or a mapping', offsetOf(key));
    return typeof key.value === 'string' ? key.value : String(key.source);
}
/** Where a node begins, in characters from the beginning of the text. */
function offsetOf(node) {
    const [start] = [(0,field/* field */.Z)(node, 'range')].flat();
    return Number(start);
}

;// CONCATENATED MODULE: ./build/definitions/files.js








const MAX_FILES = 1_000;
const MAX_BYTES = 1024 * 1024;
/** Every definition in the files that match the patterns, in the order of patterns and files. */
async function readDefinitionFiles(options) {
    const { folder, problems } = options;
    const files = findFiles(options);
    if (files.length > MAX_FILES) {
        problems.inputError('slo-file', `names ${files.length} files; at most ${MAX_FILES} are read`);
        return [];
    }
    const definitions = [];
    const allowed = allowance();
    const seen = new Set();
    for (const file of files) {
        try {
            const path = await realPathOf(file, folder);
            if (seen.has(path))
                continue;
            seen.add(path);
            const { values, problem } = definitionsIn(await readLimited(path), allowed);
            definitions.push(...values.map(value => ({ file, value })));
            if (problem !== undefined)
                problems.error(file, problem);
        }
        catch (error) {
            problems.error(file, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
    return definitions;
}
/**
 * The real path of a file. A path out of the workspace is allowed, because the workflow's author wrote it in
 * the input; a link out of it is not, because it comes with the checked-out code.
 *
 * @throws if a link is broken or leads out of the workspace
 */
async function realPathOf(file, folder) {
    const path = (0,external_node_path_.resolve)(folder, file);
    const real = await (0,promises_.realpath)(path).catch((cause) => {
        throw new Error('it is a broken link, or what it leads to cannot be looked up', { cause });
    });
    if ((0,within/* isWithin */.U)(folder, path) && !(0,within/* isWithin */.U)(await (0,promises_.realpath)(folder), real))
        throw new Error('it is a link to a file outside the workspace');
    return real;
}
/** @throws if the file is not a regular file, is too large, or is not text */
async function readLimited(path) {
    mustBeFile(await (0,promises_.stat)(path));
    // The file may have been replaced in the meantime; O_NONBLOCK keeps a pipe from blocking us.
    const handle = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    try {
        mustBeFile(await handle.stat());
        const buffer = Buffer.alloc(MAX_BYTES + 1);
        let length = 0;
        for (let count = -1; count !== 0 && length <= MAX_BYTES; length += count)
            count = (await handle.read(buffer, length, buffer.length - length)).bytesRead;
        if (length > MAX_BYTES)
            throw new Error(`it has more than ${MAX_BYTES} bytes; at most that many are read`);
        return new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, length));
    }
    finally {
        await handle.close();
    }
}
const IS_FOLDER = 'it is a directory; name the files in it, or exclude it with a line that begins with !';
function mustBeFile(status) {
    if (status.isDirectory())
        throw new Error(IS_FOLDER);
    if (!status.isFile())
        throw new Error('it is not a regular file');
}
/** A document is one definition, a list of them, or `slos: [...]`. */
function definitionsIn(content, allowed) {
    const { values, error } = readYaml(content, allowed);
    const foreign = error === undefined ? undefined : (0,recognise/* foreignText */.q)(content);
    if (foreign !== undefined)
        return { values: [], problem: foreign };
    const definitions = values.flatMap(definitionsOf);
    if (error !== undefined)
        return { values: definitions, problem: `cannot be read: ${error}` };
    return definitions.length === 0
        ? { values: [], problem: 'contains no SLO definition' }
        : { values: definitions };
}
function definitionsOf(document) {
    if (Array.isArray(document))
        return document;
    const slos = (0,field/* field */.Z)(document, 'slos');
    if (!Array.isArray(slos))
        return [document];
    const others = Object.keys(document).filter(key => key !== 'slos' && key !== '$schema');
    return others.length === 0 ? slos : [document];
}


/***/ }),

/***/ 96:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ formOf),
/* harmony export */   q: () => (/* binding */ foreignText)
/* harmony export */ });
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6974);

/** Recognises the tool that a document is for. All other documents are taken for the gate's own form. */
function formOf(value) {
    if (typeof value === 'string')
        return refusalOf(foreignText(value));
    const version = text(value, 'apiVersion');
    const other = OTHERS.find(({ is }) => is(value, version));
    if (other)
        return { refusal: `is ${other.what}; ${other.way}` };
    if (has(value, 'sloTarget'))
        return 'own';
    if (hasHelm(value, 0))
        return refusalOf(HELM);
    if (/^openslo(\.com)?\//.test(version))
        return 'openslo';
    if (version.startsWith('sloth.slok.dev/') || text(value, 'version').startsWith('prometheus/'))
        return 'sloth';
    if (version.startsWith('pyrra.dev/'))
        return 'pyrra';
    const kind = text(value, 'kind');
    if (version === '' || kind === '' || has(value, 'id'))
        return 'own';
    return { refusal: `is a ${kind} of ${version}, which is not an SLO; leave it out of slo-file` };
}
const refusalOf = (refusal) => (refusal === undefined ? 'own' : { refusal });
/** Recognises a file that is not YAML; undefined if its tool is not known. */
function foreignText(content) {
    if (TERRAFORM.test(content))
        return `is a Terraform file, which is not an SLO definition; ${OWN_FORM}`;
    return TEMPLATE.test(content.replace(/\{\{-? *\.window *-?\}\}/gi, '')) ? HELM : undefined;
}
// Blank lines are not skipped: from each of them to the next word, that would take quadratic time.
const TERRAFORM = /^[ \t]*(?:resource\s+"[^"]*"\s+"[^"]*"|(?:module|variable|provider|data|output)\s+"[^"]*"(?:\s+"[^"]*")?|terraform|locals)\s*\{/m;
const TEMPLATE = /\{\{/;
const HELM = 'contains a Helm template, which is not rendered here; render it first (helm template) and name the result in slo-file';
const HELM_WORDS = /\{\{-?\s*(?:\$?\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|(?:include|template|range|if|with|end|define|tpl)\b)/;
/** Prometheus alerts also have templates, in their annotations, but with other keywords. */
function hasHelm(value, depth) {
    if (typeof value === 'string')
        return HELM_WORDS.test(value);
    if (typeof value !== 'object' || value === null || depth > 50)
        return false;
    return Object.values(value).some(part => hasHelm(part, depth + 1));
}
const has = (value, key) => (0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(value, key) !== undefined;
function text(value, key) {
    const found = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(value, key);
    return typeof found === 'string' ? found : '';
}
const OWN_FORM = "write the SLO in the gate's own form (docs/definitions.md) or in OpenSLO, and name that file in slo-file";
const PROMQL = "write the SLO in the gate's own form, with its queries as good and total of source: prometheus";
/** Documents of other tools, recognised by keys that the gate's own form does not have. */
const OTHERS = [
    {
        is: (_, version) => version.startsWith('n9/'),
        what: 'a document of Nobl9',
        way: PROMQL
    },
    {
        is: (_, version) => /^openslo(\.com)?\/v\d+(alpha|beta)/.test(version),
        what: 'a document in an early version of OpenSLO, which has another form',
        way: 'write it as openslo/v1, with a ratioMetric of good and total'
    },
    {
        is: (value, version) => version.startsWith('lifecycle.keptn.sh/') ||
            version.startsWith('metrics.keptn.sh/') ||
            (has(value, 'objectives') && (has(value, 'spec_version') || has(value, 'total_score'))),
        what: 'a document of Keptn, which scores a deployment and has no error budget',
        way: OWN_FORM
    },
    {
        is: (_, version) => version.startsWith('sre.google.com/'),
        what: 'a document of slo-generator',
        way: PROMQL
    },
    {
        is: value => has(value, 'serviceLevelIndicator') && has(value, 'goal'),
        what: 'an SLO of Google Cloud Monitoring',
        way: 'Google supports PromQL: write the SLO with good and total of source: prometheus'
    },
    {
        is: value => isDatadog(value) || [(0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(value, 'data')].flat().some(isDatadog),
        what: "an SLO in Datadog's own JSON",
        way: 'write a definition with its id: source: { type: datadog, sloId: … }'
    },
    {
        is: (value, version) => version.startsWith('monitoring.coreos.com/') || isRules(value),
        what: 'a file of Prometheus rules, which has no target',
        way: 'use the spec that it was generated from (Sloth, Pyrra, OpenSLO), or a definition whose errorRatio names a recording rule'
    },
    {
        is: value => has(value, 'uuid') && Array.isArray((0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(value, 'objectives')),
        what: 'an SLO of Grafana Cloud',
        way: PROMQL
    },
    {
        is: value => ['resource', 'terraform', 'provider'].some(key => has(value, key)) && !has(value, 'id'),
        what: 'a Terraform file, which is not an SLO definition',
        way: OWN_FORM
    }
];
const isDatadog = (value) => Array.isArray((0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(value, 'thresholds')) &&
    ['metric', 'monitor', 'time_slice'].includes(text(value, 'type')) &&
    !has(value, 'sloTarget');
function isRules(value) {
    const groups = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(value, 'groups');
    return Array.isArray(groups) && !has(value, 'sloTarget');
}


/***/ })

};
