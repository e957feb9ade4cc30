export const id = 630;
export const ids = [630];
export const modules = {

/***/ 7630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: ./build/http/failure.js
var failure = __webpack_require__(1923);
// EXTERNAL MODULE: ./build/sources/genesys/answer.js
var answer = __webpack_require__(6232);
// EXTERNAL MODULE: ./build/text/field.js
var field = __webpack_require__(6974);
// EXTERNAL MODULE: ./build/text/show.js
var show = __webpack_require__(3017);
// EXTERNAL MODULE: ./build/budget/burnRate.js
var budget_burnRate = __webpack_require__(8757);
// EXTERNAL MODULE: ./build/budget/decimal.js
var decimal = __webpack_require__(8819);
;// CONCATENATED MODULE: ./build/callFlows/row.js



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
/** Whether a run has a new and meaningful burn rate for an SLO. Otherwise the row is not changed. */
function isMeasured(judgement) {
    const { slo, reading, sourceError } = judgement;
    if (reading.kind !== 'rate' || sourceError !== undefined)
        return false;
    return reading.events === null || reading.events.total >= slo.minimumEvents;
}
/**
 * Makes the row of an SLO.
 *
 * @param previous the present row, of any shape; undefined when there is none
 */
function rowOf(judgement, previous, context) {
    const { slo, reading, verdict, asOf } = judgement;
    const { burnRate } = reading;
    const health = (0,budget_burnRate/* budgetHealth */.Ec)(burnRate);
    const until = later(context.approvedUntil, runningUntil(previous, context.at));
    return {
        key: slo.id,
        current_budget_health: health,
        error_budget_remaining: Math.round(Math.max(0, (0,budget_burnRate/* budgetRemaining */.eu)(burnRate))),
        burn_rate: burnRate,
        degraded: (0,decimal/* exceeds */.Or)(context.degradeBelow, health),
        maintenance_mode: until !== undefined,
        maintenance_until: until?.toISOString() ?? '',
        verdict,
        updated_at: (asOf ?? context.at).toISOString(),
        run_url: context.runUrl
    };
}
/** The end of a maintenance that an earlier run wrote and that is still running. */
function runningUntil(previous, at) {
    const written = (0,field/* field */.Z)(previous, 'maintenance_until');
    // Date accepts almost any text as a date.
    const until = new Date(typeof written === 'string' && ISO.test(written) ? written : Number.NaN);
    return (0,field/* field */.Z)(previous, 'maintenance_mode') === true && until > at ? until : undefined;
}
const ISO = /^([+-]\d\d)?\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
/** A new approval does not shorten a running one. */
function later(one, other) {
    if (one === undefined || other === undefined)
        return one ?? other;
    return one > other ? one : other;
}
/** Whether a row makes call flows degrade; a missing row does not. */
const isDegraded = (row) => (0,field/* field */.Z)(row, 'degraded') === true;

;// CONCATENATED MODULE: ./build/callFlows/dataTable.js




/** Reads and writes the rows of one Architect data table. */
class DataTable {
    #genesys;
    #path;
    #schemaProblem;
    constructor(genesys, id) {
        this.#genesys = genesys;
        this.#path = `/api/v2/flows/datatables/${encodeURIComponent(id)}`;
    }
    /**
     * Reads a row with all its fields, of any shape; undefined when there is none.
     *
     * @throws GenesysError
     */
    async read(key) {
        // Without showbrief=false, Genesys Cloud answers with the key alone.
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
     * Upserts a row; the API has no upsert.
     *
     * @param isNew whether the row was missing when it was read
     * @throws GenesysError that names the wrong columns if these are the reason
     */
    async write(row, isNew) {
        try {
            await (isNew ? this.#create(row) : this.#update(row));
        }
        catch (error) {
            // Another run may have created or deleted the row in the meantime.
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
    /** Reads the columns of the table only after a refused row, and once for all rows. */
    async #explain(error) {
        if (!(error instanceof answer/* GenesysError */.DF) || error.status !== 400)
            throw error;
        this.#schemaProblem ??= this.#findSchemaProblem();
        const problem = await this.#schemaProblem;
        if (problem === '')
            throw error;
        throw new answer/* GenesysError */.DF(`${error.message}; ${problem}`, { status: 400, cause: error });
    }
    async #findSchemaProblem() {
        try {
            const { body } = await this.#genesys.ask({ method: 'GET', path: `${this.#path}?expand=schema` });
            return schemaProblem((0,field/* field */.Z)((0,field/* field */.Z)(body, 'schema'), 'properties'));
        }
        catch (error) {
            if (error instanceof answer/* GenesysError */.DF)
                return '';
            throw error;
        }
    }
    #rowPath(key) {
        return `${this.#path}/rows/${encodeURIComponent(key)}`;
    }
}
/** Names the columns that are missing or have a wrong type; empty when all are right. */
function schemaProblem(properties) {
    if (typeof properties !== 'object' || properties === null || Array.isArray(properties))
        return '';
    const wrong = Object.entries(COLUMNS).flatMap(([name, type]) => {
        const column = (0,field/* field */.Z)(properties, name);
        if (column === undefined)
            return `column ${name} (${type}) is missing`;
        const found = (0,field/* field */.Z)(column, 'type');
        return found === type ? [] : `column ${name} has the type ${(0,show/* shown */.SP)(found)} instead of ${type}`;
    });
    return wrong.length === 0 ? '' : `in the data table, ${wrong.join(', ')}`;
}
const isStatus = (error, status) => error instanceof answer/* GenesysError */.DF && error.status === status;
const HINTS = {
    400: 'check the columns of the data table; docs/call-flows.md lists them',
    403: 'give the OAuth client a role with architect:datatable:view, architect:datatableRow:add and architect:datatableRow:edit',
    404: 'check genesys-data-table: it takes the id of the table, not its name'
};

;// CONCATENATED MODULE: ./build/callFlows/degradation.js
function eventOf({ degraded }, { flowId, at, reason }) {
    const common = { flowId: flowId ?? null, timestamp: at.toISOString() };
    return degraded
        ? { event: 'budget_exceeded', ...common, action: 'DEGRADE_TO_AGENT_ONLY', reason }
        : { event: 'budget_recovered', ...common, action: 'RESTORE_NORMAL_ROUTING', reason };
}

;// CONCATENATED MODULE: ./build/callFlows/publish.js





/** Writes the row of every SLO, then sends the events. A failure affects only its own SLO. */
async function publish(judgements, options) {
    const table = new DataTable(options.genesys, options.dataTable);
    const written = await Promise.all(judgements.map(judgement => writeRow(judgement, table, options)));
    // Call flows read the rows, so no row waits for a slow webhook.
    return Promise.all(written.map(async (publication) => {
        const { event, problems } = publication;
        if (event === undefined)
            return publication;
        return { ...publication, problems: [...problems, ...(await deliver(event, options))] };
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
        if (!(error instanceof answer/* GenesysError */.DF))
            throw error;
        const problem = `the row of SLO "${id}" in the data table could not be written: ${error.message}`;
        return { id, outcome: 'failed', problems: [problem] };
    }
}
/** @returns the problem if the event could not be delivered */
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
            // The path of a webhook is a secret.
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
