export const id = 128;
export const ids = [128];
export const modules = {

/***/ 8128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: ./build/http/failure.js
var failure = __webpack_require__(1923);
// EXTERNAL MODULE: ./build/sources/genesysAnswer.js
var genesysAnswer = __webpack_require__(5201);
// EXTERNAL MODULE: ./build/http/json.js
var json = __webpack_require__(3223);
// EXTERNAL MODULE: ./build/budget/decimal.js
var decimal = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/budget/judge.js
var judge = __webpack_require__(9131);
;// CONCATENATED MODULE: ./build/publish/row.js



/** The columns that the data table needs. */
const COLUMNS = {
    key: 'string',
    current_budget_health: 'number',
    error_budget_remaining: 'integer',
    burn_rate: 'number',
    degraded: 'boolean',
    maintenance_mode: 'boolean',
    maintenance_until: 'string',
    verdict: 'string',
    updated_at: 'string',
    run_url: 'string'
};
/** Whether a run knows something new about an SLO. Otherwise its row stays as it is. */
function isMeasured({ slo, reading, isLastKnown }) {
    if (reading.kind !== 'rate' || isLastKnown)
        return false;
    return reading.events === null || reading.events.total >= slo.minimumEvents;
}
/**
 * The row of an SLO that was measured.
 *
 * @param previous the row as it is now, of any shape; undefined where there is none
 */
function rowOf(judgement, previous, context) {
    const { slo, verdict, asOf } = judgement;
    const budget = (0,judge/* budgetOf */.nT)(judgement);
    const health = budget.budgetHealth;
    const until = later(context.approvedUntil, runningUntil(previous, context.at));
    return {
        key: slo.id,
        current_budget_health: health,
        error_budget_remaining: Math.round(Math.min(100, Math.max(0, budget.budgetRemaining))),
        burn_rate: budget.burnRate,
        degraded: (0,decimal/* exceeds */.Or)(context.degradeBelow, health),
        maintenance_mode: until !== undefined,
        maintenance_until: until?.toISOString() ?? '',
        verdict,
        updated_at: (asOf ?? context.at).toISOString(),
        run_url: context.runUrl
    };
}
/** A maintenance that an earlier run wrote lasts until it has passed. */
function runningUntil(previous, at) {
    const written = (0,json/* field */.ZZ)(previous, 'maintenance_until');
    // Date reads nearly anything as a date.
    const until = new Date(typeof written === 'string' && ISO.test(written) ? written : Number.NaN);
    return (0,json/* field */.ZZ)(previous, 'maintenance_mode') === true && until > at ? until : undefined;
}
const ISO = /^([+-]\d\d)?\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
/** A new approval does not shorten one that is running. */
function later(one, other) {
    if (one === undefined || other === undefined)
        return one ?? other;
    return one > other ? one : other;
}
/** Whether flows are told to degrade; a row that is not there tells them nothing. */
const isDegraded = (row) => (0,json/* field */.ZZ)(row, 'degraded') === true;

;// CONCATENATED MODULE: ./build/publish/dataTable.js



/** One data table of Architect, as far as its rows go. */
class DataTable {
    #genesys;
    #path;
    #schemaProblem;
    constructor(genesys, id) {
        this.#genesys = genesys;
        this.#path = `/api/v2/flows/datatables/${encodeURIComponent(id)}`;
    }
    /**
     * A row with all its fields, of any shape; undefined where there is none.
     *
     * @throws GenesysError
     */
    async read(key) {
        // Without showbrief=false the answer is the key alone.
        const path = `${this.#rowPath(key)}?showbrief=false`;
        try {
            const { body } = await this.#genesys.ask({ method: 'GET', path, hints: HINTS });
            return body;
        }
        catch (error) {
            if (isStatus(error, 404))
                return undefined;
            throw error;
        }
    }
    /**
     * Writes a row, new or not: there is no request that does both.
     *
     * @param isNew whether it was not there a moment ago
     * @throws GenesysError that names what is wrong with the columns, where that is the reason
     */
    async write(row, isNew) {
        try {
            await (isNew ? this.#create(row) : this.#update(row));
        }
        catch (error) {
            // Another run was faster: what was missing is there, or the other way round.
            if (isNew && (isStatus(error, 409) || isStatus(error, 400))) {
                await this.#update(row).catch(second => this.#explain(isStatus(second, 404) ? error : second));
            }
            else if (!isNew && isStatus(error, 404)) {
                await this.#create(row).catch(second => this.#explain(second));
            }
            else
                await this.#explain(error);
        }
    }
    #update(row) {
        return this.#genesys.write({ method: 'PUT', path: this.#rowPath(row.key), body: row, hints: HINTS });
    }
    #create(row) {
        return this.#genesys.write({ method: 'POST', path: `${this.#path}/rows`, body: row, hints: HINTS });
    }
    /** The table is looked at only when it refuses a row, and once for all rows. */
    async #explain(error) {
        if (!(error instanceof genesysAnswer/* GenesysError */.DF) || error.status !== 400)
            throw error;
        this.#schemaProblem ??= this.#findSchemaProblem();
        const problem = await this.#schemaProblem;
        if (problem === '')
            throw error;
        throw new genesysAnswer/* GenesysError */.DF(`${error.message}; ${problem}`, { status: 400, cause: error });
    }
    async #findSchemaProblem() {
        try {
            const { body } = await this.#genesys.ask({ method: 'GET', path: `${this.#path}?expand=schema` });
            return schemaProblem((0,json/* field */.ZZ)((0,json/* field */.ZZ)(body, 'schema'), 'properties'));
        }
        catch (error) {
            if (error instanceof genesysAnswer/* GenesysError */.DF)
                return '';
            throw error;
        }
    }
    #rowPath(key) {
        return `${this.#path}/rows/${encodeURIComponent(key)}`;
    }
}
/** Which columns are missing or of another type; empty when they are right. */
function schemaProblem(properties) {
    if (typeof properties !== 'object' || properties === null || Array.isArray(properties))
        return '';
    const wrong = Object.entries(COLUMNS).flatMap(([name, type]) => {
        const column = (0,json/* field */.ZZ)(properties, name);
        if (column === undefined)
            return `column ${name} (${type}) is missing`;
        const found = (0,json/* field */.ZZ)(column, 'type');
        return found === type ? [] : `column ${name} has the type ${(0,json/* shown */.SP)(found)} instead of ${type}`;
    });
    return wrong.length === 0 ? '' : `in the data table, ${wrong.join(', ')}`;
}
const isStatus = (error, status) => error instanceof genesysAnswer/* GenesysError */.DF && error.status === status;
const HINTS = {
    400: 'check the columns of the data table; the README lists them',
    403: 'give the OAuth client a role with architect:datatable:view, architect:datatableRow:add and architect:datatableRow:edit',
    404: 'check genesys-data-table: it is the id of the table, not its name'
};

;// CONCATENATED MODULE: ./build/publish/event.js
function eventOf({ degraded }, { flowId, at, reason }) {
    const common = { flowId: flowId ?? null, timestamp: at.toISOString() };
    return degraded
        ? { event: 'budget_exceeded', ...common, action: 'DEGRADE_TO_AGENT_ONLY', reason }
        : { event: 'budget_recovered', ...common, action: 'RESTORE_NORMAL_ROUTING', reason };
}

;// CONCATENATED MODULE: ./build/publish/publish.js





/** Writes the row of every SLO, then tells of those that begin or cease to degrade. Each fails on its own. */
async function publish(judgements, publishing) {
    const table = new DataTable(publishing.genesys, publishing.dataTable);
    const written = await Promise.all(judgements.map(judgement => writeRow(judgement, table, publishing)));
    // Flows read the rows: none of them waits for a webhook that is slow.
    return Promise.all(written.map(async (publication) => {
        const { event, problems } = publication;
        if (event === undefined)
            return publication;
        return { ...publication, problems: [...problems, ...(await deliver(event, publishing))] };
    }));
}
async function writeRow(judgement, table, { row: context, flowId }) {
    const { id } = judgement.slo;
    if (!isMeasured(judgement))
        return { id, outcome: 'kept', problems: [] };
    try {
        const previous = await table.read(id);
        const row = rowOf(judgement, previous, context);
        await table.write(row, previous === undefined);
        if (isDegraded(previous) === row.degraded)
            return { id, outcome: 'written', row, problems: [] };
        const event = eventOf(row, { flowId, at: context.at, reason: judgement.reason });
        return { id, outcome: 'written', row, event, problems: [] };
    }
    catch (error) {
        if (!(error instanceof genesysAnswer/* GenesysError */.DF))
            throw error;
        const problem = `the row of SLO "${id}" in the data table could not be written: ${error.message}`;
        return { id, outcome: 'failed', problems: [problem] };
    }
}
/** @returns what went wrong, if anything did */
async function deliver(event, { http, webhookUrl }) {
    if (webhookUrl === undefined)
        return [];
    const failed = (why) => [
        `the event ${event.event} could not be delivered to event-webhook-url: ${why}; it is in the log`
    ];
    try {
        const { status } = await http.send({
            method: 'POST',
            url: webhookUrl,
            // The path of a webhook is its password.
            shownAs: `${new URL(webhookUrl).origin}/***`,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(event)
        });
        return status >= 200 && status <= 299 ? [] : failed(`it answered HTTP ${status}`);
    }
    catch (error) {
        if (error instanceof failure/* HttpFailure */.H)
            return failed(error.message);
        throw error;
    }
}


/***/ })

};
