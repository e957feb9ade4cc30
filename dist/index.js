import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
exports.debug = debug; // for test


/***/ }),

/***/ 5730:
/***/ ((__unused_webpack_module, exports) => {

// @actions/http-client imports undici for a proxy dispatcher, and @actions/github for a proxied fetch. The gate uses
// neither, because every request goes through src/http, whose proxies are tunnels on node:http. So this stand-in fails
// if it is called. CONTRIBUTING.md says what it gains.

const notHere = () => {
  throw new Error('undici is not part of this bundle; requests go through src/http/client.ts')
}

// @actions/github constructs one while it loads if a proxy is configured, but never uses it.
exports.ProxyAgent = class ProxyAgent {
  dispatch() {
    notHere()
  }
}

exports.fetch = async () => notHere()


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 3339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ approvers),
/* harmony export */   NQ: () => (/* binding */ describeApprover),
/* harmony export */   q: () => (/* binding */ sameName)
/* harmony export */ });
/* harmony import */ var _inputs_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9416);

/** An approver as written in the input. */
function describeApprover(approver) {
    switch (approver.kind) {
        case 'login':
            return approver.login;
        case 'team':
            return `${approver.org}/${approver.slug}`;
        case 'role':
            return `role:${approver.role}`;
    }
}
/** GitHub ignores case in the names of users, teams and labels. */
const sameName = (a, b) => a.toLowerCase() === b.toLowerCase();
/** Who may approve: logins, teams, roles. */
const approvers = {
    accepts: 'login, org/team, role:admin or role:maintain, separated by commas or line breaks',
    parse: value => {
        const entries = _inputs_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_.parse(value)?.map(parseApprover);
        return entries?.every(entry => entry !== undefined) ? entries : undefined;
    }
};
function parseApprover(entry) {
    const [, role] = /^role:(.*)$/i.exec(entry) ?? [];
    if (role !== undefined)
        return role === 'admin' || role === 'maintain' ? { kind: 'role', role } : undefined;
    const [, org, slug] = /^@?([\w-]+)\/([\w.-]+)$/.exec(entry) ?? [];
    if (org !== undefined && slug !== undefined)
        return { kind: 'team', org, slug };
    const [, login] = /^@?([\w-]+(?:\[bot\])?)$/.exec(entry) ?? [];
    return login === undefined ? undefined : { kind: 'login', login };
}


/***/ }),

/***/ 8757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ budgetHealth),
/* harmony export */   RX: () => (/* binding */ burnRateOf),
/* harmony export */   eu: () => (/* binding */ budgetRemaining),
/* harmony export */   kZ: () => (/* binding */ highestBurnRate)
/* harmony export */ });
/**
 * How fast the error budget burns: the share of events that failed over the share that may fail.
 * 1 means exactly on budget.
 *
 * @param errorRatio failed events / total events, 0 to 1
 * @param target the SLO target in percent, 0 < target < 100
 */
function burnRateOf(errorRatio, target) {
    // 100 - target keeps more digits than 1 - target / 100.
    return (100 * errorRatio) / (100 - target);
}
/** The highest possible burn rate for a target: every event in the window failed. */
function highestBurnRate(target) {
    return burnRateOf(1, target);
}
/** The percentage of the budget that is left, from the burn rate over the SLO's whole window. Negative when overspent. */
function budgetRemaining(burnRate) {
    // For the largest burn rates, the product would be infinite.
    return Math.max(-Number.MAX_VALUE, 100 - 100 * burnRate);
}
/** `1 / burn rate`, at most 1. Call flows compare this number with their threshold. */
function budgetHealth(burnRate) {
    return burnRate <= 1 ? 1 : 1 / burnRate;
}


/***/ }),

/***/ 8819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Or: () => (/* binding */ exceeds),
/* harmony export */   Wf: () => (/* binding */ rounded),
/* harmony export */   aC: () => (/* binding */ TOLERANCE),
/* harmony export */   mr: () => (/* binding */ plainDecimal)
/* harmony export */ });
/** A difference up to this is float noise and never decides anything. */
const TOLERANCE = 1e-9;
/** Whether a value is strictly above a threshold. A value equal to the threshold is not above it. */
function exceeds(value, threshold) {
    return value > threshold + TOLERANCE;
}
/**
 * Writes a number as a plain decimal, without exponent, float noise or negative zero.
 * Ten decimals show every difference that `exceeds` sees.
 */
function plainDecimal(value) {
    if (Math.abs(value) >= 1e21)
        return BigInt(value).toString();
    const text = value.toFixed(10).replace(/\.?0+$/, '');
    return text === '-0' ? '0' : text;
}
/** Rounds a number for people, unless rounding would hide on which side of the threshold it is. */
function rounded(value, threshold, decimals) {
    const near = Number(value.toFixed(decimals));
    const side = (number) => Number(exceeds(number, threshold)) - Number(exceeds(threshold, number));
    return plainDecimal(side(near) === side(value) ? near : value);
}


/***/ }),

/***/ 1232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ readingOf),
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   _h: () => (/* binding */ noData),
/* harmony export */   jh: () => (/* binding */ withoutSmallExcess),
/* harmony export */   th: () => (/* binding */ isSmallExcess)
/* harmony export */ });
/* harmony import */ var _burnRate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8757);
/* harmony import */ var _decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8819);


const unreadable = (reason) => ({ kind: 'unreadable', reason });
const noData = (reason) => ({ kind: 'no-data', reason });
/**
 * The only place in which a number from outside becomes a burn rate. An impossible value
 * (negative, not finite, more good events than events, a ratio above 1) is unreadable, never healthy.
 *
 * @param target the SLO target in percent; null is allowed when the source gives burn rates itself
 */
function readingOf(observation, target) {
    const tidied = withoutSmallExcess(observation);
    const reading = checked(tidied, target);
    return tidied.from === undefined ? reading : { ...reading, from: tidied.from };
}
/** Extrapolation and differences between replicas can give up to one good event in a thousand too many. */
const SMALL_EXCESS = 0.001 + _decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .TOLERANCE */ .aC;
const isSmallExcess = (part, total) => part > total && part <= total * (1 + SMALL_EXCESS);
/** Counts a small excess of good events as all events, and a note says so unless it is float noise. */
function withoutSmallExcess(observation) {
    switch (observation.kind) {
        case 'events':
        case 'per-second': {
            const { good, total } = observation;
            if (!(isCount(good) && isCount(total) && isSmallExcess(good, total)))
                return observation;
            const isNoise = good <= total * (1 + _decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .TOLERANCE */ .aC);
            return noted({ ...observation, good: total }, isNoise ? '' : `${good} good of ${total} events count as all`);
        }
        case 'error-ratio': {
            const { errorRatio } = observation;
            if (!(errorRatio < 0 && errorRatio >= -SMALL_EXCESS))
                return observation;
            const isNoise = errorRatio >= -_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .TOLERANCE */ .aC;
            return noted({ ...observation, errorRatio: 0 }, isNoise ? '' : `the error ratio ${errorRatio} counts as 0`);
        }
        default:
            return observation;
    }
}
function noted(observation, note) {
    const { from } = observation;
    if (from === undefined || note === '')
        return observation;
    return { ...observation, from: { ...from, note: from.note ? `${from.note}; ${note}` : note } };
}
function checked(observation, target) {
    switch (observation.kind) {
        case 'no-data':
        case 'unreadable':
            return observation;
        case 'burn-rate':
            return rate(observation.burnRate, 'burn rate', null);
        case 'error-ratio':
            return ratioReading(observation.errorRatio, target, null);
        case 'events':
            return eventsReading(observation, target);
        case 'per-second':
            return withoutCounts(eventsReading(observation, target));
    }
}
function eventsReading({ good, total }, target) {
    if (!isCount(total))
        return unreadable(`the number of events, ${total}, is not a count`);
    if (!isCount(good))
        return unreadable(`the number of good events, ${good}, is not a count`);
    if (good > total)
        return unreadable(`${good} good events are more than all ${total} events`);
    if (total === 0)
        return noData('there were no events');
    return ratioReading((total - good) / total, target, { good, total });
}
const withoutCounts = (reading) => reading.kind === 'rate' ? { ...reading, events: null } : reading;
function ratioReading(ratio, target, events) {
    if (target === null)
        return unreadable('the SLO has no target to compare its error ratio with');
    if (ratio > 1 + _decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .TOLERANCE */ .aC)
        return unreadable(`the error ratio ${ratio} is above 1`);
    const reading = rate(ratio, 'error ratio', events);
    return reading.kind === 'rate' ? { ...reading, burnRate: (0,_burnRate_js__WEBPACK_IMPORTED_MODULE_1__/* .burnRateOf */ .RX)(ratio, target) } : reading;
}
function rate(value, what, events) {
    if (!Number.isFinite(value))
        return unreadable(`the ${what} ${value} is not a finite number`);
    if (value < 0)
        return unreadable(`the ${what} ${value} is negative`);
    return { kind: 'rate', burnRate: value, events };
}
const isCount = (value) => Number.isFinite(value) && value >= 0;


/***/ }),

/***/ 6428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ alertDurations),
/* harmony export */   x: () => (/* binding */ DEFAULT_WINDOW)
/* harmony export */ });
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(570);

/** The window of an SLO whose definition does not set one: 30 days. */
const DEFAULT_WINDOW = { iso: 'PT720H', ms: 720 * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp };
/** The windows of an alert: the long one, then the short one if it has one. */
function alertDurations({ duration, shortDuration }) {
    return shortDuration ? [duration, shortDuration] : [duration];
}


/***/ }),

/***/ 5566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ durationsOf),
/* harmony export */   IS: () => (/* binding */ windowEnding),
/* harmony export */   R5: () => (/* binding */ windowsOf),
/* harmony export */   ll: () => (/* binding */ ownWindow)
/* harmony export */ });
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(570);
/* harmony import */ var _slo_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6428);


function windowEnding(end, duration) {
    return { start: new Date(end.getTime() - duration.ms), end, duration };
}
/**
 * The length of every window that the verdict on an SLO needs, without repeats: the SLO's own window first.
 *
 * @param isUnresolved adds the last hour, which shows whether an exhausted budget has recovered
 */
function durationsOf(slo, isUnresolved) {
    const durations = [slo.window, ...(isUnresolved ? [_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .LAST_HOUR */ .s9] : []), ...slo.alerts.flatMap(_slo_js__WEBPACK_IMPORTED_MODULE_1__/* .alertDurations */ .s)];
    const byLength = new Map();
    for (const duration of durations)
        if (!byLength.has(duration.ms))
            byLength.set(duration.ms, duration);
    return [...byLength.values()];
}
/** The windows that the verdict on an SLO needs, for a run at this instant. */
function windowsOf(slo, at, isUnresolved = false) {
    const end = endOf(slo, at);
    return durationsOf(slo, isUnresolved).map(duration => windowEnding(end, duration));
}
/** The SLO's own window for a run at this instant. */
function ownWindow(slo, at) {
    return windowEnding(endOf(slo, at), slo.window);
}
/** Windows end on a full minute before the delay, because newer data of the source may be incomplete. */
function endOf({ delay }, at) {
    return delay === undefined ? at : new Date(Math.floor((at.getTime() - delay.ms) / _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY) * _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY);
}


/***/ }),

/***/ 7862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ where)
/* harmony export */ });
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6974);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1065);


/** Describes the place of a problem: file, SLO and field. */
function where(file, value) {
    const id = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(value, 'id');
    const slo = typeof id === 'string' ? `, SLO "${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(id, 100)}"` : '';
    return fieldPath => `${file}${slo}${fieldPath === '' ? '' : `, field ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(fieldPath, 100)}`}`;
}


/***/ }),

/***/ 4940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ DEFAULT_SOURCE),
/* harmony export */   p: () => (/* binding */ sourceTypeIn)
/* harmony export */ });
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6974);

/** The source of a bare id, and of a definition without a source but with a `metric`. */
const DEFAULT_SOURCE = 'genesys-observability';
/** The type of source in a definition of any shape. */
function sourceTypeIn(definition) {
    const source = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(definition, 'source');
    if (source !== undefined)
        return (0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(source, 'type');
    return (0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(definition, 'metric') === undefined ? undefined : DEFAULT_SOURCE;
}


/***/ }),

/***/ 1725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isWithin),
/* harmony export */   q: () => (/* binding */ leadsOut)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);


/** Whether a path is the folder itself or below it, as it is written. */
function isWithin(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}
/** Whether a path is below the folder as it is written, but a link on its way leads elsewhere. */
function leadsOut(folder, path) {
    return isWithin(folder, path) && !isWithin(realFolder(folder), realFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)));
}
/** Where a folder really is, as far as it is there yet. */
function realFolder(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch {
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
        return parent === path ? path : realFolder(parent);
    }
}


/***/ }),

/***/ 4011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ append),
/* harmony export */   f8: () => (/* binding */ writeWhole),
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   vR: () => (/* binding */ refuseUnlessFile),
/* harmony export */   vh: () => (/* binding */ refuseUnlessRegular)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);



/**
 * Writes the whole file or nothing, and creates missing folders. Refuses to write to a link, a device or a pipe.
 *
 * @throws when the file cannot be written
 */
function writeWhole(path, text) {
    refuseUnlessFile(path);
    makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path).slice(0, 100)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(temporary, text, { flag: 'wx' });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(temporary, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(temporary, { force: true });
        throw error;
    }
}
/**
 * @returns the stats of the file; undefined if it does not exist
 * @throws if it is not a regular file: opening a pipe never ends, and a link leads elsewhere
 */
function refuseUnlessFile(path) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
    if (stats?.isSymbolicLink())
        throw new Error('it is a link, which is not followed; name the file itself');
    if (stats !== undefined && !stats.isFile())
        throw new Error('it is not a regular file');
    return stats;
}
/**
 * Appends to a file of the runner, which is created if it does not exist. Links are followed.
 *
 * @throws if it cannot be written or is a device or a pipe
 */
function append(path, text) {
    refuseUnlessRegular(path);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(path, text);
}
/** @throws if the path exists and is neither a regular file nor a link to one */
function refuseUnlessRegular(path) {
    const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false });
    if (stats !== undefined && !stats.isFile())
        throw new Error('it is not a regular file');
}
/** Creates a folder and its parents one by one, because Node's recursive mkdir never returns below /proc. */
function makeFolder(path) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false }) !== undefined)
        return;
    makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path);
    }
    catch (error) {
        // Another run may have created it in the meantime.
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() !== true)
            throw error;
    }
}


/***/ }),

/***/ 7212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  M: () => (/* binding */ reportCrash),
  R: () => (/* binding */ runGate)
});

// EXTERNAL MODULE: ./build/time/duration.js
var time_duration = __nccwpck_require__(570);
// EXTERNAL MODULE: ./build/budget/burnRate.js
var budget_burnRate = __nccwpck_require__(8757);
// EXTERNAL MODULE: ./build/budget/decimal.js
var decimal = __nccwpck_require__(8819);
// EXTERNAL MODULE: ./build/budget/slo.js
var slo = __nccwpck_require__(6428);
// EXTERNAL MODULE: ./build/budget/window.js
var budget_window = __nccwpck_require__(5566);
;// CONCATENATED MODULE: ./build/budget/judge.js





/** An SLO with less than this percentage of its budget gets a warning. */
const LOW_BUDGET = 20;
/**
 * Gives one SLO its verdict. The first rule that applies decides. A window that could not be read never
 * counts as quiet, but it does not hide a block that the other windows prove. A burn rate of too few
 * events proves nothing.
 */
function judge(evidence, policy) {
    const { slo, readings, asOf, isUnresolved = false } = evidence;
    const alerts = slo.alerts.map(alert => alertState(alert, readings));
    const [verdict, reason] = verdictOn(evidence, alerts, policy);
    return {
        slo,
        reading: readings(slo.window.ms),
        readings: (0,budget_window/* durationsOf */.DM)(slo, isUnresolved).map(duration => ({ duration, reading: readings(duration.ms) })),
        alerts,
        isUnresolved,
        verdict,
        reason: `SLO "${slo.id}": ${reason}`,
        asOf
    };
}
function verdictOn(evidence, alerts, policy) {
    const { slo, readings } = evidence;
    const reading = readings(slo.window.ms);
    const unread = sourceError(evidence);
    if (reading.kind === 'unreadable' && unread) {
        // An alert proves that the SLO is failing right now, even without the whole window.
        return firing('CRITICAL', alerts) ?? unread;
    }
    if (reading.kind !== 'rate') {
        const none = noData(slo, reading);
        return firing('CRITICAL', alerts) ?? unrecovered(evidence, none) ?? unread ?? none;
    }
    const few = lowTraffic(slo, reading);
    if (few)
        return unrecovered(evidence, few) ?? unread ?? few;
    return (exhausted(slo, reading, policy) ??
        firing('CRITICAL', alerts) ??
        unstable(evidence, policy) ??
        unread ??
        firing('WARNING', alerts) ??
        remaining(slo, reading, policy));
}
function noData(slo, { reason }) {
    return ['no-data', `nothing to measure ${over(slo.window)}: ${reason}`];
}
function lowTraffic(slo, { events }) {
    if (events === null || events.total >= slo.minimumEvents)
        return undefined;
    const few = `${(0,decimal/* plainDecimal */.mr)(events.total)} events ${over(slo.window)} are fewer than the ${slo.minimumEvents} it needs`;
    return ['low-traffic', `${few}, so its burn rate means nothing`];
}
function exhausted(slo, { burnRate }, policy) {
    if (!(0,decimal/* exceeds */.Or)(burnRate, policy.maxBurnRate))
        return undefined;
    const limit = `is above the limit of ${(0,decimal/* plainDecimal */.mr)(policy.maxBurnRate)}`;
    return [
        'exhausted',
        `burn rate ${readable(burnRate, policy.maxBurnRate)} ${over(slo.window)} ${limit}; ${left(burnRate)}`
    ];
}
function firing(level, alerts) {
    const state = alerts.find((state) => state.firing && state.alert.level === level);
    if (state === undefined)
        return undefined;
    const { burnRateThreshold } = state.alert;
    const rates = state.windows.map(({ duration, burnRate }) => `${readable(burnRate, burnRateThreshold)} ${over(duration)}`);
    const threshold = `above the ${level} threshold of ${(0,decimal/* plainDecimal */.mr)(burnRateThreshold)}`;
    return [level === 'CRITICAL' ? 'burning' : 'warning', `burn rate ${rates.join(' and ')} is ${threshold}`];
}
/** A budget that was exhausted is within the limit again: the last hour shows whether the failure is over. */
function unstable(evidence, policy) {
    const lastHour = evidence.readings(time_duration/* LAST_HOUR */.s9.ms);
    if (!evidence.isUnresolved || lastHour.kind === 'unreadable')
        return undefined;
    const { slo } = evidence;
    if (lastHour.kind !== 'rate') {
        return unrecovered(evidence, ['no-data', `nothing to measure in the last hour: ${lastHour.reason}`]);
    }
    if (!(0,decimal/* exceeds */.Or)(lastHour.burnRate, policy.maxBurnRate))
        return undefined;
    const rate = `the last hour still burns at ${readable(lastHour.burnRate, policy.maxBurnRate)}`;
    const limit = `above the limit of ${(0,decimal/* plainDecimal */.mr)(policy.maxBurnRate)}`;
    const again = `the window of ${(0,time_duration/* describeDuration */.MB)(slo.window)} is within the limit again`;
    return ['unstable', `it was exhausted before; ${again}, but ${rate}, ${limit}`];
}
/** If the budget was exhausted and nothing was measured since, the failure may still be going on. */
function unrecovered({ isUnresolved }, [, why]) {
    if (!isUnresolved)
        return undefined;
    return ['unstable', `it was exhausted before, and nothing has shown that it recovered: ${why}`];
}
/** The verdict for the first window that was needed and could not be read. */
function sourceError({ slo, readings, isUnresolved = false }) {
    for (const duration of (0,budget_window/* durationsOf */.DM)(slo, isUnresolved)) {
        const reading = readings(duration.ms);
        if (reading.kind === 'unreadable')
            return ['source-error', `no reading ${over(duration)}: ${reading.reason}`];
    }
    return undefined;
}
function remaining(slo, { burnRate }, policy) {
    const low = (0,budget_burnRate/* budgetRemaining */.eu)(burnRate) < LOW_BUDGET - decimal/* TOLERANCE */.aC;
    const rate = `burn rate ${readable(burnRate, policy.maxBurnRate)} ${over(slo.window)}`;
    const limit = `is within the limit of ${(0,decimal/* plainDecimal */.mr)(policy.maxBurnRate)}`;
    const text = `${rate} ${limit}; ${left(burnRate)}`;
    const isOverspent = (0,decimal/* exceeds */.Or)(burnRate, 1);
    return low ? ['warning', isOverspent ? text : `${text}, less than ${LOW_BUDGET}%`] : ['healthy', text];
}
function alertState(alert, readings) {
    const windows = (0,slo/* alertDurations */.s)(alert).map(duration => ({
        duration,
        burnRate: rateOf(readings(duration.ms))
    }));
    const isOver = (window) => window.burnRate !== null && (0,decimal/* exceeds */.Or)(window.burnRate, alert.burnRateThreshold);
    return windows.every(isOver) ? { alert, firing: true, windows } : { alert, firing: false, windows };
}
const rateOf = (reading) => (reading.kind === 'rate' ? reading.burnRate : null);
/** Four decimals are enough for people. */
const readable = (rate, threshold) => (0,decimal/* rounded */.Wf)(rate, threshold, 4);
const over = (duration) => `over ${(0,time_duration/* describeDuration */.MB)(duration)}`;
function left(burnRate) {
    const percent = (0,budget_burnRate/* budgetRemaining */.eu)(burnRate);
    return (0,decimal/* exceeds */.Or)(burnRate, 1)
        ? `the error budget is overspent by ${(0,decimal/* rounded */.Wf)(-percent, 0, 2)}%`
        : `${(0,decimal/* rounded */.Wf)(Math.max(0, percent), LOW_BUDGET, 2)}% of the error budget is left`;
}
/** Burn rate, remaining budget (percent) and health of a judged SLO; all null when the window has no burn rate. */
function budgetOf({ reading }) {
    const burnRate = rateOf(reading);
    return {
        burnRate,
        budgetRemaining: burnRate === null ? null : (0,budget_burnRate/* budgetRemaining */.eu)(burnRate),
        budgetHealth: burnRate === null ? null : (0,budget_burnRate/* budgetHealth */.Ec)(burnRate)
    };
}
/** The burn rate over the last hour, or null without one; undefined when the last hour does not count. */
function lastHourBurnRateOf({ isUnresolved, readings }) {
    const lastHour = readings.find(({ duration }) => duration.ms === time_duration/* LAST_HOUR */.s9.ms);
    return isUnresolved && lastHour ? rateOf(lastHour.reading) : undefined;
}

;// CONCATENATED MODULE: ./build/budget/verdict.js
/** Every verdict an SLO can get, worst first. */
const VERDICTS = [
    'config-error',
    'source-error',
    'exhausted',
    'burning',
    'unstable',
    'no-data',
    'low-traffic',
    'warning',
    'healthy'
];
/** Whether a verdict stops the deployment. */
function blocks(verdict, policy) {
    switch (verdict) {
        case 'config-error':
        case 'exhausted':
        case 'burning':
        case 'unstable':
            return true;
        case 'source-error':
            return policy.onError !== 'allow';
        case 'no-data':
            return policy.onNoData === 'block';
        case 'low-traffic':
        case 'warning':
        case 'healthy':
            return false;
    }
}

;// CONCATENATED MODULE: ./build/budget/decision.js


/** The worst SLO decides. An empty list is a configuration error, so there is always one. */
function decide(judgements, policy) {
    const worst = worstFirst(judgements, policy)[0];
    if (worst === undefined)
        throw new Error('there is no SLO to decide on');
    const { verdict, reason } = worst;
    return { decision: blocks(verdict, policy) ? 'block' : 'allow', verdict, reason, worst };
}
/** Whether a decision fails the job. An audit never fails for the budget, only when nothing was measured. */
function failsJob({ decision, worst }, mode) {
    return decision === 'block' && (mode === 'enforce' || worst === undefined);
}
/** The same decision with its block lifted. It stays visible as an override, never as a plain `allow`. */
function overridden(decision) {
    return { ...decision, decision: 'override' };
}
/** The decision when nothing was measured: it always blocks. */
function blocked(verdict, reason) {
    return { decision: 'block', verdict, reason, worst: undefined };
}
/**
 * Sorts SLOs, the worst first. An SLO that blocks comes before every SLO that does not, so that an unread
 * SLO allowed by `on-error: allow` does not hide an exhausted one. Then the verdict decides, then the burn
 * rate, then the id; the order of the definitions never matters.
 */
function worstFirst(judgements, policy) {
    const rank = (judgement) => (blocks(judgement.verdict, policy) ? 0 : VERDICTS.length) + VERDICTS.indexOf(judgement.verdict);
    const burn = (judgement) => budgetOf(judgement).burnRate ?? -1;
    return judgements.toSorted((a, b) => rank(a) - rank(b) || burn(b) - burn(a) || (a.slo.id < b.slo.id ? -1 : Number(a.slo.id > b.slo.id)));
}

// EXTERNAL MODULE: ./build/outcome.js
var outcome = __nccwpck_require__(7072);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./build/runner/libraries.js

const METHODS = ['debug', 'log', 'info', 'warn', 'error', 'trace'];
/**
 * Redirects the output of Node and libraries to the debug log, where it is cleaned: a warning of a YAML parser, for
 * example, may quote a file that contains workflow commands.
 *
 * @returns a function that restores the normal output
 */
function captureLibraries(runner) {
    const print = (...parts) => runner.debug((0,external_node_util_.format)(...parts));
    const methods = METHODS.map(name => [name, console[name]]);
    for (const name of METHODS)
        console[name] = print;
    const listeners = process.listeners('warning');
    process.removeAllListeners('warning').on('warning', print);
    return () => {
        for (const [name, method] of methods)
            console[name] = method;
        process.removeListener('warning', print);
        for (const listener of listeners)
            process.on('warning', listener);
    };
}

// EXTERNAL MODULE: ./build/budget/reading.js
var budget_reading = __nccwpck_require__(1232);
;// CONCATENATED MODULE: ./build/state/memory.js




/** The remembered readings, if they are complete, of the same origin and at most `maxAge` old. */
function recentEvidence({ slo, origin, memory, now }, maxAge) {
    if (memory === undefined || memory.origin !== origin)
        return undefined;
    const isComplete = (0,budget_window/* windowsOf */.R5)(slo, memory.at).every(({ duration }) => memory.readings.has(duration.ms));
    const age = now.getTime() - memory.at.getTime();
    return isComplete && 0 <= age && age <= maxAge.ms ? evidenceOf(slo, memory) : undefined;
}
function evidenceOf(slo, { at, readings, isUnresolved }) {
    return { slo, asOf: at, isUnresolved, readings: ms => readings.get(ms) ?? NOT_REMEMBERED };
}
const NOT_REMEMBERED = (0,budget_reading/* unreadable */.O$)('the last known readings do not cover it');
/**
 * Replaces a judgement without a reading by a judgement of the last known readings. Under `last-known` these
 * must be recent. Under any policy that does not block, an exhausted budget counts at any age: a failing
 * source must not hide it.
 *
 * @returns the same judgement when the remembered readings do not replace it
 */
function orLastKnown(judgement, sloWithMemory, { policy, maxAge }) {
    if (judgement.verdict !== 'source-error' || policy.onError === 'block')
        return judgement;
    const { slo, origin, memory, now } = sloWithMemory;
    // The age of a reading from the future is unknown.
    if (memory === undefined || memory.origin !== origin || memory.at > now)
        return orUnstable(judgement, policy);
    const isRecent = policy.onError === 'last-known' && recentEvidence(sloWithMemory, maxAge) !== undefined;
    const lastKnown = judge(evidenceOf(slo, memory), policy);
    if (!isRecent && !EXHAUSTED.includes(lastKnown.verdict))
        return orUnstable(judgement, policy);
    const seconds = Math.max(1, Math.floor((now.getTime() - memory.at.getTime()) / time_duration/* SECOND */.Z2));
    const age = (0,time_duration/* describeDuration */.MB)({ ms: seconds * time_duration/* SECOND */.Z2 });
    return {
        ...lastKnown,
        sourceError: judgement.reason,
        reason: `${lastKnown.reason} (last known reading, ${age} old; now: ${judgement.reason})`
    };
}
/** With `on-error: allow`, an unreadable SLO that was exhausted before stays blocked. */
function orUnstable(judgement, { onError }) {
    if (onError !== 'allow' || !judgement.isUnresolved)
        return judgement;
    const reason = `${judgement.reason}; it was exhausted before, and nothing has shown that it recovered`;
    return { ...judgement, verdict: 'unstable', reason };
}
/** The memory after a judgement. Only a new burn rate changes it. */
function memoryAfter(judgement, evidence, { slo, origin, memory, now }) {
    const isMeasured = MEASURED.includes(judgement.verdict) && isUsable(judgement);
    if (judgement.asOf !== undefined || !isMeasured)
        return memory;
    const readings = new Map((0,budget_window/* windowsOf */.R5)(slo, now, evidence.isUnresolved)
        .map(({ duration }) => [duration.ms, evidence.readings(duration.ms)])
        .filter(([, reading]) => reading.kind !== 'unreadable'));
    // A burning SLO has not shown that an exhausted budget has recovered.
    const isStillUnresolved = judgement.verdict === 'burning' && judgement.isUnresolved;
    return {
        at: now,
        origin,
        isUnresolved: EXHAUSTED.includes(judgement.verdict) || isStillUnresolved,
        readings
    };
}
/** Whether the SLO's own window has a burn rate and enough events. */
function isUsable({ reading, slo }) {
    return reading.kind === 'rate' && (reading.events?.total ?? Number.POSITIVE_INFINITY) >= slo.minimumEvents;
}
/** The verdicts that leave a budget unresolved. */
const EXHAUSTED = ['exhausted', 'unstable'];
/** The verdicts that are made from a burn rate. */
const MEASURED = [...EXHAUSTED, 'burning', 'warning', 'healthy'];

;// CONCATENATED MODULE: ./build/http/limits.js

const MIB = 1024 * 1024;
/** Limits for the requests of each step of a run: attempts, time, and the size of an answer. */
const LIMITS = {
    /** Its time limit is the input `timeout`. */
    measure: { maxAttempts: 5, maxBytes: 1 * MIB },
    approve: { maxAttempts: 3, maxBytes: 10 * MIB, timeout: { iso: 'PT1M', ms: time_duration/* MINUTE */.pY } },
    callFlows: { maxAttempts: 3, maxBytes: 1 * MIB, timeout: { iso: 'PT1M', ms: time_duration/* MINUTE */.pY } },
    charts: { maxAttempts: 1, maxBytes: 4 * MIB, timeout: { iso: 'PT20S', ms: 20 * time_duration/* SECOND */.Z2 } },
    pullRequests: { maxAttempts: 3, maxBytes: 10 * MIB, timeout: { iso: 'PT10M', ms: 10 * time_duration/* MINUTE */.pY } }
};

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __nccwpck_require__(370);
// EXTERNAL MODULE: ./build/http/failure.js
var failure = __nccwpck_require__(1923);
;// CONCATENATED MODULE: ./build/http/body.js

/**
 * Reads the body of an answer.
 *
 * @throws HttpFailure for a body that is larger than the limit or ends early
 */
function readText(message, maxBytes) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let bytes = 0;
        message.on('data', (chunk) => {
            bytes += chunk.length;
            if (bytes > maxBytes) {
                message.destroy(new failure/* HttpFailure */.H(`the answer is larger than ${maxBytes / 1024 ** 2} MiB`, { isTooLarge: true }));
            }
            else {
                chunks.push(chunk);
            }
        });
        message.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
        message.on('error', reject);
        message.on('close', () => reject(new failure/* HttpFailure */.H('the answer ended early', { isTransient: true })));
    });
}

;// CONCATENATED MODULE: ./build/http/clockSkew.js

/**
 * How far the clock of a server is ahead of ours, in milliseconds; negative if it is behind. It is 0 if the
 * server's time lies between the sending of the request and the arrival of the answer.
 *
 * @returns undefined without a valid `Date` header
 */
function clockSkew({ headers }, { sentAt, receivedAt }) {
    const { date, age } = headers;
    // Date.parse reads nearly anything as a date; HTTP's own form ends in GMT.
    const written = date && / GMT$/.test(date) ? Date.parse(date) : Number.NaN;
    if (Number.isNaN(written))
        return undefined;
    // A cache keeps the server's date and gives the age of the answer in seconds.
    const server = written + (age && /^\d+$/.test(age) ? Number(age) * time_duration/* SECOND */.Z2 : 0);
    if (server > receivedAt.getTime())
        return server - receivedAt.getTime();
    return Math.min(0, server - sentAt.getTime());
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
// EXTERNAL MODULE: ./scripts/stand-ins/undici/index.js
var undici = __nccwpck_require__(5730);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class lib_HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new undici.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./build/version.js
/** The version of package.json; a test keeps them the same, because the bundle also runs without that file. */
const VERSION = '1.0.0';

;// CONCATENATED MODULE: ./build/http/tunnel.js




/** A proxy that does not open the tunnel within this time is given up. */
const LONGEST_CONNECT = 10 * time_duration/* SECOND */.Z2;
/** Keeps connections through a proxy open. The server's certificate is checked as for a direct connection. */
class TunnelAgent extends external_node_https_namespaceObject.Agent {
    #proxy;
    #clock;
    /** Functions that end the CONNECT requests in progress. */
    #pending = new Set();
    constructor(proxy, clock) {
        super({ keepAlive: true });
        this.#proxy = proxy;
        this.#clock = clock;
    }
    createConnection(options, created) {
        this.#open(`${options.host?.includes(':') ? `[${options.host}]` : options.host}:${options.port}`).then(socket => created(null, super.createConnection({ ...options, socket })), 
        // Node's type does not allow a callback with only an error.
        error => created(error));
    }
    destroy() {
        for (const end of this.#pending)
            end();
        super.destroy();
    }
    /** @param target host and port, as CONNECT names them */
    #open(target) {
        const { url, variable, authorization } = this.#proxy;
        const { request } = url.protocol === 'https:' ? { request: external_node_https_namespaceObject.request } : { request: external_node_http_namespaceObject.request };
        return new Promise((resolve, reject) => {
            const headers = { host: target, ...(authorization && { 'proxy-authorization': authorization }) };
            const connect = request(url, { method: 'CONNECT', path: target, agent: false, headers });
            const end = () => connect.destroy(new Error('it did not answer'));
            const cancel = this.#clock.alarm(LONGEST_CONNECT, end);
            this.#pending.add(end);
            connect
                .on('connect', (answer, socket, head) => {
                const refusal = refusalOf(answer, { target, proxy: this.#proxy });
                if (refusal === undefined && head.length === 0)
                    return resolve(socket);
                socket.destroy();
                reject(refusal ?? new failure/* HttpFailure */.H(`the proxy in ${variable} sent unexpected data after CONNECT`));
            })
                .on('response', answer => {
                answer.destroy();
                reject(new failure/* HttpFailure */.H(`the proxy in ${variable} does not support CONNECT`));
            })
                .on('error', error => reject(unreached(error, variable)))
                .on('close', () => {
                cancel();
                this.#pending.delete(end);
            })
                .end();
        });
    }
}
/** Why there is no tunnel. The statuses that are retried are the same as for servers. */
function refusalOf({ statusCode = 0 }, { target, proxy }) {
    if (statusCode >= 200 && statusCode < 300)
        return undefined;
    const { variable, authorization } = proxy;
    const what = `the proxy in ${variable} answered HTTP ${statusCode} for ${target}`;
    const credentials = authorization === undefined ? 'put a user and a password into' : 'check the user and the password in';
    const remedy = statusCode === 407 ? `${credentials} ${variable}` : 'let the proxy allow this host and port';
    if ([429, 502, 503, 504].includes(statusCode))
        return new failure/* HttpFailure */.H(what, { isTransient: true });
    return new failure/* HttpFailure */.H(`${what}; ${remedy}`);
}
function unreached(error, variable) {
    const { message, isTransient } = failure/* HttpFailure */.H.from(error);
    return new failure/* HttpFailure */.H(`the proxy in ${variable}: ${message}`, { isTransient, cause: error });
}

;// CONCATENATED MODULE: ./build/http/connections.js





/** The connections of a client, which are kept open for later requests. */
class Connections {
    #clock;
    #proxyFor;
    #http = new external_node_http_namespaceObject.Agent({ keepAlive: true });
    #https = new external_node_https_namespaceObject.Agent({ keepAlive: true });
    #tunnels;
    constructor({ clock, proxyFor }) {
        this.#clock = clock;
        this.#proxyFor = proxyFor;
    }
    /** Sends a request and returns its answer, whose body still has to be read. */
    async start(request, signal) {
        const url = new URL(request.url);
        const agent = url.protocol === 'http:' ? this.#http : this.#secureAgent(url);
        const toolkit = new lib_HttpClient(USER_AGENT, [sendingBy(agent, url, signal)], {
            allowRedirects: false,
            allowRetries: false
        });
        const headers = { 'accept-encoding': 'identity', ...request.headers };
        const sent = toolkit.request(request.method, url.href, request.body ?? null, headers);
        // A connection that was already closed, for example by a switch to another protocol, does not report the abort.
        const ended = new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        });
        const { message } = await Promise.race([sent, ended]);
        return message;
    }
    /** Closes every connection, including those that still wait for an answer. */
    close() {
        for (const agent of [this.#http, this.#https, this.#tunnels])
            agent?.destroy();
    }
    #secureAgent(url) {
        const proxy = this.#proxyFor(url);
        return proxy === undefined ? this.#https : this.#tunnelsOf(proxy);
    }
    #tunnelsOf(proxy) {
        this.#tunnels ??= new TunnelAgent(proxy, this.#clock);
        return this.#tunnels;
    }
}
const USER_AGENT = `error-budget-gate/${VERSION}`;
/**
 * Gives each request our agent. The toolkit's own agents have no time limit for a proxy, and connect directly if
 * they cannot read its address.
 */
const sendingBy = (agent, { hostname }, signal) => ({
    prepareRequest: (options) => {
        // Node expects an IPv6 address without the brackets that it has in a URL.
        Object.assign(options, { agent, signal, host: hostname.replace(/^\[(.*)\]$/, '$1') });
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('there is no other way to sign in'))
});

;// CONCATENATED MODULE: ./build/http/retry.js


const FIRST_WAIT = time_duration/* SECOND */.Z2 / 2;
const LONGEST_WAIT = 20 * time_duration/* SECOND */.Z2;
const SPREAD = time_duration/* SECOND */.Z2 / 4;
/** Servers ask for whole seconds. Whoever asks for less may do so again and again, so that counts as an attempt. */
const SHORTEST_ASKED = time_duration/* SECOND */.Z2 / 2;
const RETRIED = new Set([429, 502, 503, 504]);
/** Whether the request changes nothing. */
const isRead = (request) => request.isRead ?? request.method === 'GET';
/** Whether a retry may help. A 500 is retried only if the request changes nothing. */
function isWorthRetrying(request, result) {
    if (result instanceof failure/* HttpFailure */.H)
        return result.isTransient && !request.isOnce;
    const { status } = result;
    if (request.isFinal?.(status))
        return false;
    if (request.isOnce)
        return status === 429 || request.retryWhen?.(result) === true;
    return RETRIED.has(status) || (status === 500 && isRead(request)) || request.retryWhen?.(result) === true;
}
/**
 * Milliseconds until the next attempt: the wait that the server asks for, otherwise a backoff.
 *
 * @returns undefined if there have been enough attempts
 */
function waitBefore(result, { attempt, maxAttempts, now }) {
    const asked = result instanceof failure/* HttpFailure */.H ? undefined : askedWaitMs(result, now.getTime());
    // Add a random delay, so that waiting requests do not all come back at once.
    if (asked !== undefined && asked >= SHORTEST_ASKED)
        return asked + Math.random() * SPREAD;
    return attempt < maxAttempts ? Math.max(asked ?? 0, backoffMs(attempt)) : undefined;
}
/** Exponential backoff with full jitter: a random wait from 0 to a limit that doubles with each attempt. */
function backoffMs(attempt, random = Math.random) {
    return random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1));
}
/** The wait that the server asks for; undefined if it asks for none or its value is not valid. */
function askedWaitMs(response, now) {
    return retryAfterMs(response, now) ?? rateLimitResetMs(response, now);
}
/** The wait from `Retry-After`, in milliseconds. The header has seconds or an HTTP date. */
function retryAfterMs({ headers }, now) {
    const value = headers['retry-after']?.trim();
    if (!value)
        return undefined;
    if (/^\d+$/.test(value))
        return Number(value) * time_duration/* SECOND */.Z2;
    // Date.parse reads nearly anything as a date; HTTP's own form ends in GMT.
    const date = / GMT$/.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
/** Used by Datadog and GitHub, by Genesys Cloud, and in the IETF draft. */
const RATE_LIMITS = ['x-ratelimit', 'inin-ratelimit', 'ratelimit'];
/** From these values on, a number is a time since 1970, as from GitHub; smaller values are seconds from now. */
const EPOCH = { seconds: 1e9, milliseconds: 1e12 };
/** The wait until an exceeded rate limit is reset, in milliseconds, from the headers of a 429. */
function rateLimitResetMs({ status, headers }, now) {
    if (status !== 429)
        return undefined;
    // A limit with requests remaining is not the one that was exceeded.
    const limit = RATE_LIMITS.find(name => headers[`${name}-reset`] && !(Number(headers[`${name}-remaining`]) > 0));
    const value = headers[`${limit}-reset`]?.trim() ?? '';
    if (!/^\d{1,13}(\.\d+)?$/.test(value))
        return undefined;
    const reset = Number(value);
    if (reset < EPOCH.seconds)
        return reset * time_duration/* SECOND */.Z2;
    return Math.max(0, (reset < EPOCH.milliseconds ? reset * time_duration/* SECOND */.Z2 : reset) - now);
}

;// CONCATENATED MODULE: ./build/http/silence.js


/** A server that sends nothing for this long is given up. */
const LONGEST = 15 * time_duration/* SECOND */.Z2;
/** Fails an exchange that is silent for too long, from the connection to the end of the answer. */
function watchSilence(clock, give) {
    const goOff = () => give(new failure/* HttpFailure */.H(`it sent nothing for ${LONGEST / time_duration/* SECOND */.Z2} seconds`, { isTransient: true }));
    let cancel = clock.alarm(LONGEST, goOff);
    let isOver = false;
    return {
        broken: () => {
            cancel();
            if (!isOver)
                cancel = clock.alarm(LONGEST, goOff);
        },
        end: () => {
            isOver = true;
            cancel();
        }
    };
}

;// CONCATENATED MODULE: ./build/http/client.js








const CONCURRENCY = 10;
const MAX_REDIRECTS = 5;
const PROXY_ON_THE_WAY = 'a proxy requires a user and a password (HTTP 407); set HTTPS_PROXY to its address, with both';
/**
 * Sends all requests of the gate. It retries as needed and returns an answer with any status. Everything
 * else (no answer, too late, too large, a redirect that is not followed) is an `HttpFailure`.
 */
class client_HttpClient {
    #options;
    #limit = (0,p_limit/* default */.A)(CONCURRENCY);
    #connections;
    constructor(options) {
        this.#options = options;
        this.#connections = new Connections({ clock: options.timeBudget.clock, proxyFor: options.proxyFor });
    }
    send(request) {
        return this.#limit(() => this.#sendWithRetries(request));
    }
    /** Closes every connection, including those that still wait for an answer. */
    close() {
        this.#connections.close();
    }
    async #sendWithRetries(request) {
        const { maxAttempts, timeBudget } = this.#options;
        const { clock } = timeBudget;
        for (let attempt = 1;; attempt++) {
            const result = await this.#attempt(request, attempt).catch(asFailure);
            if (!isWorthRetrying(request, result))
                return settle(result);
            const waitMs = waitBefore(result, { attempt, maxAttempts, now: clock.now() });
            if (waitMs === undefined)
                return settle(result, `after ${attempt} attempts`);
            if (waitMs >= timeBudget.remainingMs()) {
                const wait = `the next attempt would be in ${Math.ceil(waitMs / time_duration/* SECOND */.Z2)} s`;
                return settle(result, `${wait}, past the time budget of ${timeBudget.describe()}`);
            }
            await clock.sleep(waitMs);
        }
    }
    /** One attempt, including redirects within the same origin. */
    async #attempt(request, attempt) {
        let { url } = request;
        for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            const response = await this.#exchange({ ...request, url }, attempt);
            if (response.status === 407)
                throw new failure/* HttpFailure */.H(PROXY_ON_THE_WAY);
            const target = redirectTarget({ ...request, url }, response);
            if (target === undefined)
                return response;
            url = target;
        }
        throw new failure/* HttpFailure */.H(`it redirects more than ${MAX_REDIRECTS} times`);
    }
    async #exchange(request, attempt) {
        const { timeBudget, redact, maxBytes } = this.#options;
        const late = () => new failure/* HttpFailure */.H(`the time budget of ${timeBudget.describe()} is used up`);
        if (timeBudget.remainingMs() === 0)
            throw late();
        const record = this.#recorder(request, attempt);
        const end = new AbortController();
        const sentAt = timeBudget.clock.now();
        let message;
        const silence = watchSilence(timeBudget.clock, failure => {
            end.abort(failure);
        });
        try {
            const headers = (await request.sign?.(request, sentAt)) ?? request.headers ?? {};
            const exchange = this.#connections.start({ ...request, headers }, end.signal).then(async (started) => {
                message = started.on('data', silence.broken);
                return toResponse(started, request.maxBytes ?? maxBytes);
            });
            const response = await timeBudget.race(exchange, late);
            const skew = clockSkew(response, { sentAt, receivedAt: timeBudget.clock.now() });
            return { ...response, redact, clockSkew: skew, request: record(response.status) };
        }
        catch (error) {
            end.abort();
            record(null);
            throw failure/* HttpFailure */.H.from(end.signal.reason instanceof failure/* HttpFailure */.H ? end.signal.reason : error, message && headersOf(message));
        }
        finally {
            silence.end();
        }
    }
    /** Starts to measure an attempt. The returned function adds it to the report when it is over. */
    #recorder({ method, shownAs, query, ...request }, attempt) {
        const { clock } = this.#options.timeBudget;
        const startedAt = clock.now();
        const started = clock.monotonicMs();
        const url = shownAs ?? request.url;
        return status => {
            const durationMs = Math.round(clock.monotonicMs() - started);
            return this.#options.onAttempt({ method, url, query, startedAt, status, durationMs, attempt });
        };
    }
}
async function toResponse(message, maxBytes) {
    const text = await readText(message, maxBytes);
    return { status: message.statusCode, headers: headersOf(message), text };
}
/** A header that occurs several times keeps all its values, so that none is lost unnoticed. */
function headersOf({ headersDistinct }) {
    const headers = Object.entries(headersDistinct);
    return Object.fromEntries(headers.map(([name, values = []]) => [name, values.join(', ')]));
}
/** The address to send the request to again; undefined for an answer that is not a redirect. */
function redirectTarget(request, { status, headers }) {
    const location = headers['location'];
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined)
        return undefined;
    if (!URL.canParse(location, request.url))
        throw new failure/* HttpFailure */.H('it redirects to something that is not an address', { headers });
    const target = new URL(location, request.url);
    const { origin } = new URL(request.url);
    if (target.origin !== origin) {
        const reason = `it redirects to another origin, ${target.origin}, which is not followed`;
        throw new failure/* HttpFailure */.H(reason, { headers });
    }
    // These may mean that the change was made and its result is elsewhere; sending it there would make it twice.
    if (status < 307 && !isRead(request)) {
        throw new failure/* HttpFailure */.H(`it redirects a change with HTTP ${status}, which is not followed`, { headers });
    }
    return `${origin}${target.pathname}${target.search}`;
}
/** Returns an answer or throws a failure, with the reason why there was no further attempt. */
function settle(result, givenUp) {
    if (!(result instanceof failure/* HttpFailure */.H))
        return givenUp === undefined ? result : { ...result, givenUp };
    if (givenUp === undefined)
        throw result;
    throw new failure/* HttpFailure */.H(`${result.message}; ${givenUp}`, { headers: result.headers, cause: result });
}
const asFailure = (error) => error instanceof failure/* HttpFailure */.H ? error : failure/* HttpFailure */.H.from(error);

;// CONCATENATED MODULE: ./build/time/clock.js
const systemClock = {
    now: () => new Date(),
    monotonicMs: () => performance.now(),
    sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
    alarm: (ms, action) => {
        const timer = setTimeout(action, ms);
        return () => clearTimeout(timer);
    }
};

;// CONCATENATED MODULE: ./build/http/timeBudget.js


/** A time limit for several requests together, including retries and waits. It starts with the first request. */
class TimeBudget {
    clock;
    #duration;
    #end;
    #isOver = false;
    constructor(duration, clock = systemClock) {
        this.#duration = duration;
        this.clock = clock;
    }
    remainingMs() {
        const now = this.clock.monotonicMs();
        this.#end ??= now + this.#duration.ms;
        return this.#isOver ? 0 : Math.max(0, this.#end - now);
    }
    describe() {
        return `${this.#duration.iso} (${(0,time_duration/* describeDuration */.MB)(this.#duration)})`;
    }
    /** Settles like the work, or rejects with `late()` if the time is up first. */
    async race(work, late) {
        let cancel = () => { };
        const alarm = new Promise((_, reject) => {
            cancel = this.clock.alarm(this.remainingMs(), () => {
                // A timer may fire slightly early, so this also ends the remaining time.
                this.#isOver = true;
                reject(late());
            });
        });
        try {
            return await Promise.race([work, alarm]);
        }
        finally {
            cancel();
        }
    }
}

;// CONCATENATED MODULE: ./build/run.js


/** Does work with an HTTP client that has these limits, and closes the client afterwards. */
async function withHttp(run, { timeout, ...limits }, work) {
    const { config, runner, secrets, attempts, clock } = run;
    const http = new client_HttpClient({
        ...limits,
        proxyFor: config.proxies.proxyFor,
        redact: text => secrets.redact(text),
        timeBudget: new TimeBudget(timeout, clock),
        onAttempt: attempt => {
            const number = attempts.push(attempt);
            const { method, url, status, durationMs } = attempt;
            const answer = `${status ?? 'no answer'} in ${durationMs} ms (attempt ${attempt.attempt})`;
            runner.debug(`${method} ${url} -> ${answer}`);
            return number;
        }
    });
    try {
        return await work(http);
    }
    finally {
        http.close();
    }
}
/** The context for sources in a step with this HTTP client. */
const contextOf = ({ secrets, session }, http) => ({
    http,
    secrets,
    session
});
/** GitHub; undefined without a token or a repository. Octokit is loaded here, because most runs do not need it. */
async function gitHubOf({ config, env, session, runner }, http) {
    if (config.github === undefined)
        return undefined;
    const { GitHub } = await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(413), __nccwpck_require__.e(4)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8004));
    session.gitHub ??= new GitHub({
        connection: config.github,
        env,
        number: config.approval.pullRequest,
        http,
        debug: text => runner.debug(text)
    });
    session.gitHub.api.http = http;
    return session.gitHub;
}

;// CONCATENATED MODULE: ./build/steps/approve.js



/** Looks for an approval only if a block could be lifted. A wrong configuration cannot be approved. */
async function seekApproval({ decision, verdict }, run) {
    if (decision !== 'block' || verdict === 'config-error')
        return undefined;
    return (0,outcome/* guarded */.Nj)('it could not be checked', {
        work: async () => {
            // Loaded only when needed: only a blocked run uses it.
            const approvals = await __nccwpck_require__.e(/* import() */ 727).then(__nccwpck_require__.bind(__nccwpck_require__, 9727));
            return withHttp(run, LIMITS.approve, async (http) => approvals.seekApproval(await gitHubOf(run, http), run.config.approval.policy));
        },
        fallback: reason => ({ approved: false, rule: 'pull-request', reason, pullRequest: null })
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/schema/sloId.js
var sloId = __nccwpck_require__(5395);
// EXTERNAL MODULE: ./build/sources/catalog.js + 8 modules
var catalog = __nccwpck_require__(8517);
// EXTERNAL MODULE: ./build/text/field.js
var field = __nccwpck_require__(6974);
// EXTERNAL MODULE: ./build/text/markdown.js
var markdown = __nccwpck_require__(1065);
// EXTERNAL MODULE: ./build/text/show.js
var show = __nccwpck_require__(3017);
// EXTERNAL MODULE: ./build/definitions/place.js
var place = __nccwpck_require__(7862);
// EXTERNAL MODULE: ./build/definitions/sourceType.js
var sourceType = __nccwpck_require__(4940);
;// CONCATENATED MODULE: ./build/definitions/select.js








/** The SLOs to evaluate: those of the files, filtered by id, or bare ids of the Observability API. */
async function selectSlos(options) {
    const { ids, patterns, problems } = options;
    if (patterns !== undefined)
        return fromFiles({ ...options, patterns });
    if (ids === undefined && !problems.hasInputError('slo-id')) {
        problems.error('inputs slo-id and slo-file', 'are both missing; set one of them');
    }
    const slos = (ids ?? []).map(bareSlo);
    for (const { id } of slos) {
        if (!(0,sloId/* isSloId */.Ch)(id))
            problems.inputError('slo-id', `${(0,show/* show */.WU)(id)} cannot be an SLO id`);
    }
    return { slos, users: new Map(slos.map(({ id, source }) => [source.type, id])) };
}
const bareSlo = (id) => ({
    id,
    name: id,
    target: null,
    window: slo/* DEFAULT_WINDOW */.x,
    alerts: [],
    minimumEvents: 0,
    source: { type: sourceType/* DEFAULT_SOURCE */.Q }
});
async function fromFiles(options) {
    const { ids, maxBurnRate, problems } = options;
    // YAML and schema are loaded only when there are files, because they slow down the start of a run.
    const [{ readDefinitionFiles }, { definitionParser }, { neverBlocking }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(720), __nccwpck_require__.e(343)]).then(__nccwpck_require__.bind(__nccwpck_require__, 343)),
        Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(495), __nccwpck_require__.e(216)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7216)),
        __nccwpck_require__.e(/* import() */ 353).then(__nccwpck_require__.bind(__nccwpck_require__, 7353))
    ]);
    const { toOwnForm } = await __nccwpck_require__.e(/* import() */ 717).then(__nccwpck_require__.bind(__nccwpck_require__, 7717));
    const before = problems.errorCount;
    const found = await readDefinitionFiles(options);
    const areAllRead = problems.errorCount === before;
    const raws = await toOwnForm(found, problems, areAllRead);
    if (problems.errorCount === before && raws.length === 0) {
        problems.inputError('slo-file', 'names files that define no SLO');
    }
    // A rejected document has no usable id.
    const areAllKnown = raws.length > 0 && problems.errorCount === before;
    const parse = await definitionParser(raws.map(({ value }) => (0,sourceType/* sourceTypeIn */.p)(value)));
    const isSelected = (id) => ids?.some(one => one === id) ?? true;
    const slos = raws.flatMap(raw => {
        const slo = parse(raw, problems);
        if (slo === undefined || !isSelected(slo.id))
            return [];
        for (const [field, what] of neverBlocking(slo, maxBurnRate))
            problems.error((0,place/* where */._)(raw.file, raw.value)(field), what);
        return slo;
    });
    const known = idsOf(raws, problems);
    const defined = known.slice(0, 20).map(show/* show */.WU).join(', ');
    for (const id of ids?.filter(id => areAllKnown && !known.includes(id)) ?? []) {
        problems.inputError('slo-id', `${(0,show/* show */.WU)(id)} is defined in no file of slo-file; they define ${defined}`);
    }
    return { slos, users: usersOf(raws, ids) };
}
/** The ids that the files define, of any shape. A duplicate id is reported as an error. */
function idsOf(raws, problems) {
    const fileOf = new Map();
    for (const { file, value } of raws) {
        const id = (0,field/* field */.Z)(value, 'id');
        const other = typeof id === 'string' ? fileOf.get(id) : undefined;
        if (other)
            problems.error((0,place/* where */._)(file, value)('id'), `is a duplicate: ${other} defines it too`);
        fileOf.set(id, file);
    }
    return [...fileOf.keys()];
}
/** Uses the raw definitions, because a wrong definition also names its source. */
function usersOf(raws, ids) {
    const users = new Map();
    for (const { value } of raws) {
        const id = (0,field/* field */.Z)(value, 'id');
        const type = (0,sourceType/* sourceTypeIn */.p)(value);
        if ((0,catalog/* isSourceType */.M$)(type) && (ids?.some(one => one === id) ?? true))
            users.set(type, typeof id === 'string' ? (0,markdown/* shortened */.vI)(id, 100) : 'without an id');
    }
    return users;
}

// EXTERNAL MODULE: ./build/files/within.js
var within = __nccwpck_require__(1725);
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
// EXTERNAL MODULE: ./build/text/loopback.js
var loopback = __nccwpck_require__(4153);
;// CONCATENATED MODULE: ./build/http/noProxy.js



/**
 * Reads `NO_PROXY` as curl does: host names including their subdomains, IP addresses, CIDR ranges, or `*` for
 * everything. Ports and a leading `*.` are also supported, because other tools have them. This machine never
 * needs the proxy.
 */
function readNoProxy(value) {
    const entries = value.split(/[\s,]+/).filter(entry => entry !== '');
    const read = entries.map(entry => ({ entry, rule: ruleOf(entry) }));
    return {
        exempts: url => (0,loopback/* isLoopback */.U)(url.hostname) || read.some(({ rule }) => rule?.(url) === true),
        unknown: read.filter(({ rule }) => rule === undefined).map(({ entry }) => entry)
    };
}
function ruleOf(entry) {
    if (entry === '*')
        return () => true;
    const withoutPort = hostRule(entry);
    if (withoutPort !== undefined)
        return withoutPort;
    const [, host = '', port] = /^(.+):(\d{1,5})$/.exec(entry) ?? [];
    const rule = hostRule(host);
    return rule && (url => portOf(url) === Number(port) && rule(url));
}
const portOf = ({ port, protocol }) => Number(port || (protocol === 'https:' ? 443 : 80));
function hostRule(host) {
    const [, address = '', bits] = /^\[?([^[\]/]*)\]?(?:\/(\d{1,3}))?$/.exec(host) ?? [];
    return (0,external_node_net_namespaceObject.isIP)(address) === 0 ? nameRule(host) : rangeRule(address, bits);
}
function rangeRule(address, bits) {
    const family = familyOf(address);
    const length = bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits);
    const range = new external_node_net_namespaceObject.BlockList();
    try {
        range.addSubnet(address, length, family);
    }
    catch {
        return undefined;
    }
    return ({ hostname }) => {
        const host = hostname.replace(/^\[|\]$/g, '');
        return (0,external_node_net_namespaceObject.isIP)(host) !== 0 && range.check(host, familyOf(host));
    };
}
const familyOf = (address) => ((0,external_node_net_namespaceObject.isIP)(address) === 6 ? 'ipv6' : 'ipv4');
function nameRule(host) {
    const isBelowOnly = host.startsWith('*.');
    const name = (0,external_node_url_namespaceObject.domainToASCII)(host.replace(/^\*?\./, '').replace(/\.$/, ''));
    // The beginning of an IP address, such as 10.0, is not a name.
    if (!/^[\w-]+(\.[\w-]+)*$/.test(name) || /^[\d.]+$/.test(name))
        return undefined;
    return ({ hostname }) => {
        const asked = hostname.replace(/\.$/, '');
        return asked.endsWith(`.${name}`) || (!isBelowOnly && asked === name);
    };
}

;// CONCATENATED MODULE: ./build/http/proxySettings.js




/**
 * In curl's order: the first one that is not empty counts. `HTTP_PROXY` is not among them, because plain
 * HTTP is for this machine and for hosts nearby that the user names, which are asked directly.
 */
const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'];
const NO_PROXY_VARIABLES = ['no_proxy', 'NO_PROXY'];
/** Reads and checks the proxy variables before any request is sent. */
function readProxySettings(env, { secrets, problems }) {
    const variable = firstOf(PROXY_VARIABLES, env);
    if (variable === undefined)
        return DIRECT;
    const exceptions = firstOf(NO_PROXY_VARIABLES, env);
    const { exempts, unknown } = readNoProxy(exceptions?.value ?? '');
    for (const entry of unknown)
        problems.warn(exceptions?.name ?? '', `${(0,show/* show */.WU)(entry)} ${UNKNOWN_ENTRY}`);
    const proxy = parseProxy(variable, secrets);
    if (proxy.kind === 'unreadable')
        problems.error(variable.name, `${proxy.reason} (the value is not shown); ${ACCEPTED}`);
    return {
        isUsable: proxy.kind === 'known',
        proxyFor: url => {
            if (exempts(url))
                return undefined;
            if (proxy.kind === 'unreadable')
                throw new failure/* HttpFailure */.H(`${variable.name}: ${proxy.reason}`);
            return proxy.value;
        }
    };
}
const DIRECT = { isUsable: true, proxyFor: () => undefined };
const ACCEPTED = 'it takes http://host:port or https://host:port; put a user and a password before an @, percent-encoded';
const UNKNOWN_ENTRY = 'is not understood and has no effect; use a host name, a domain, an IP address, a CIDR range, or *';
function firstOf(names, env) {
    return names.map(name => ({ name, value: env[name] ?? '' })).find(({ value }) => value !== '');
}
function parseProxy({ name, value }, secrets) {
    const text = value.trim();
    const scheme = /^([^/]*):\/\//.exec(text)?.[1]?.toLowerCase() ?? 'http';
    if (!['http', 'https'].includes(scheme))
        return (0,outcome/* unreadable */.O$)('its scheme is neither http nor https');
    const address = text.includes('://') ? text : `http://${text}`;
    // A special character of a user or password that is not encoded would end up in another part of the URL.
    if (/[?#\\\s]/.test(address) || !URL.canParse(address))
        return (0,outcome/* unreadable */.O$)('it is not the address of a proxy');
    const { username, password, pathname, host } = new URL(address);
    if (pathname !== '/')
        return (0,outcome/* unreadable */.O$)('it has a path');
    try {
        const user = decodeURIComponent(username);
        const secret = decodeURIComponent(password);
        const basic = Buffer.from(`${user}:${secret}`).toString('base64');
        const isNamed = user !== '' || secret !== '';
        if (secret !== '')
            for (const part of [secret, password, basic])
                secrets.add(part);
        const url = new URL(`${scheme}://${host}`);
        return (0,outcome/* known */.eO)({ variable: name, url, authorization: isNamed ? `Basic ${basic}` : undefined });
    }
    catch {
        return (0,outcome/* unreadable */.O$)('its user or password is not percent-encoded');
    }
}

;// CONCATENATED MODULE: ./build/problems.js
/** Limits, so that many problems with one file or input do not hide the others. */
const MOST_OF_A_PLACE = 100;
const MOST_OF_ALL = 2_000;
const MOST_CHARACTERS = 600;
const shortened = (text) => text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS).toWellFormed()}…` : text;
/** A limited list of sentences about places. */
class Sentences {
    #kept = [];
    #counts = new Map();
    count = 0;
    add(place, what) {
        // The file or input, without the SLO and the field.
        const [subject = place] = place.split(', ');
        const known = (this.#counts.get(subject) ?? 0) + 1;
        this.#counts.set(subject, known);
        this.count += 1;
        if (known <= MOST_OF_A_PLACE && this.#kept.length < MOST_OF_ALL)
            this.#kept.push(`${shortened(place)}: ${shortened(what)}`);
    }
    list() {
        const crowded = [...this.#counts].filter(([, count]) => count > MOST_OF_A_PLACE);
        const more = crowded.slice(0, MOST_OF_A_PLACE).map(([subject, count]) => {
            return `${shortened(subject)}: has ${count - MOST_OF_A_PLACE} more`;
        });
        const left = this.count - this.#kept.length;
        const isCut = this.#kept.length === MOST_OF_ALL;
        return [...this.#kept, ...(isCut && left > 0 ? [`and ${left} more in all`] : more)];
    }
}
/** Collects all problems of the configuration, so that they are reported together. */
class Problems {
    #errors = new Sentences();
    #warnings = new Sentences();
    #wrongInputs = new Set();
    get errors() {
        return this.#errors.list();
    }
    get warnings() {
        return this.#warnings.list();
    }
    /** The number of errors, including those that are not in the list. */
    get errorCount() {
        return this.#errors.count;
    }
    /**
     * @param place the input, or the file with the SLO and the field
     * @param what the problem, with the value and what is accepted
     */
    error(place, what) {
        this.#errors.add(place, what);
    }
    /** @param variable the environment variable that the value came from, if it is not from the input itself */
    inputError(input, what, variable) {
        this.#wrongInputs.add(input);
        this.error(variable === undefined ? `input ${input}` : `input ${input} (from ${variable})`, what);
    }
    /** Whether an error about this input has been reported. */
    hasInputError(input) {
        return this.#wrongInputs.has(input);
    }
    warn(place, what) {
        this.#warnings.add(place, what);
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = (/* unused pure expression or super */ null && (_summary));
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ./build/files/write.js
var write = __nccwpck_require__(4011);
;// CONCATENATED MODULE: ./build/http/redacted.js
/** Fields with values of the gate itself, such as words and dates. A secret could be equal to one of them by chance. */
const OURS = new Set([
    ...[
        'decision',
        'verdict',
        'mode',
        'onError',
        'onNoData',
        'kind',
        'level',
        'countsAs',
        'type',
        'source',
        'rule'
    ],
    ...['iso', 'window', 'shortWindow', 'duration', 'delay', 'days', 'from', 'to', 'timeZone', 'method'],
    ...[
        'generatedAt',
        'start',
        'end',
        'asOf',
        'startedAt',
        'approvedAt',
        'expiresAt',
        'timestamp',
        'updated_at'
    ],
    ...[
        'maintenance_until',
        'event',
        'action',
        'maintenance-mode',
        'burn-rate',
        'budget-remaining',
        'budget-health'
    ]
]);
/** The outcomes of a definition or a data table row. In other places, an outcome is text from the source. */
const OUTCOMES = /^(written|kept|failed|created|updated|unchanged|would create|would update)$/;
/**
 * Removes the secrets from every text in a value. This happens before a text is shortened or escaped, because part
 * of a secret or an escaped secret cannot be recognised. Words of the gate itself stay: a secret that is the word
 * "allow" must not hide a decision.
 */
function redacted(value, redact) {
    const clean = (part, field) => {
        if (typeof part === 'string')
            return isOurs(field, part) ? part : redact(part);
        if (typeof part !== 'object' || part === null || part instanceof Date)
            return part;
        if (Array.isArray(part))
            return part.map(item => clean(item, field));
        if (part instanceof Map) {
            return new Map([...part].map(([key, item]) => [clean(key, ''), clean(item, '')]));
        }
        return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, clean(item, key)]));
    };
    return clean(value, '');
}
const isOurs = (field, text) => OURS.has(field) || (field === 'outcome' && OUTCOMES.test(text));

// EXTERNAL MODULE: ./build/text/oneLine.js
var oneLine = __nccwpck_require__(1968);
;// CONCATENATED MODULE: ./build/runner/runner.js







/** Longer lines and annotations are shortened, so that they do not hide others. The report has the whole text. */
const MAX_LENGTH = 10_000;
/**
 * The CI system that runs the gate: GitHub Actions or another one. All output for readers goes through here,
 * which removes secrets and workflow commands from it.
 */
class Runner {
    #env;
    #secrets;
    constructor(env, secrets) {
        this.#env = env;
        this.#secrets = secrets;
    }
    get defaultReportFile() {
        return defaultReportFile(this.#env);
    }
    info(text) {
        info(this.#clean(text));
    }
    debug(text) {
        // Other CI systems would print debug commands instead of hiding them.
        if (isGitHub(this.#env))
            core_debug(this.#clean(text));
    }
    annotate({ level, title, message }) {
        const text = (0,markdown/* shortened */.vI)(this.#secrets.redact(message), MAX_LENGTH).split('\n').map(oneLine/* logLine */.B).join('\n');
        const show = { error: error, warning: warning, notice: notice }[level];
        if (isGitHub(this.#env))
            show(text, { title: this.#clean(title) });
        else
            for (const line of [title, ...text.split('\n')])
                this.info(`${level.toUpperCase()}: ${line}`);
    }
    /**
     * Sets the outputs of the step. Other CI systems than GitHub's have no outputs.
     *
     * @throws when the file cannot be written
     */
    setOutputs(outputs) {
        if (!isGitHub(this.#env))
            return;
        const file = this.#env['GITHUB_OUTPUT'];
        if (file)
            (0,write/* refuseUnlessRegular */.vh)(file);
        for (const [name, value] of Object.entries(this.#redacted(outputs)))
            setOutput(name, (0,oneLine/* logLine */.B)(value));
    }
    /** @throws when the file cannot be written */
    writeReport(path, report) {
        (0,write/* writeWhole */.f8)(path, `${JSON.stringify(this.#redacted(report), null, 2)}\n`);
    }
    /**
     * Appends to the job summary. On older servers and in some containers there is none, and nothing is written.
     * Secrets were removed from the texts before: in Markdown, they may be escaped and would not be found.
     *
     * @throws when the file cannot be written
     */
    writeSummary(markdown) {
        const file = this.#env['GITHUB_STEP_SUMMARY'];
        if (file)
            (0,write/* append */.BC)(file, markdown);
    }
    #clean(text) {
        return (0,oneLine/* logLine */.B)((0,markdown/* shortened */.vI)(this.#secrets.redact(text), MAX_LENGTH));
    }
    #redacted(value) {
        return redacted(value, text => this.#secrets.redact(text));
    }
}
/**
 * Tells the runner to mask a secret in everything printed from now on. On other CI systems than GitHub's,
 * the command itself would print the secret, so nothing happens.
 */
function maskIn(env) {
    return secret => {
        if (isGitHub(env))
            core_setSecret(secret);
    };
}
function isGitHub(env) {
    return env['GITHUB_ACTIONS'] === 'true' || Boolean(env['GITHUB_OUTPUT']);
}
/** `error-budget-report.json` in the runner's temp folder. */
function defaultReportFile(env) {
    return (0,external_node_path_.join)(env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), 'error-budget-report.json');
}
/** The page of this run on GitHub Actions, Jenkins or GitLab CI; empty on other CI systems. */
function runUrlOf(env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
    if (server && repository && id)
        return `${server}/${repository}/actions/runs/${id}`;
    return env['BUILD_URL'] ?? env['CI_JOB_URL'] ?? '';
}

// EXTERNAL MODULE: ./build/sources/genesys/settings.js + 1 modules
var settings = __nccwpck_require__(6431);
// EXTERNAL MODULE: ./build/inputs/formats.js
var formats = __nccwpck_require__(9416);
;// CONCATENATED MODULE: ./build/inputs/httpHosts.js



/** A host name, an IPv4 address or an IPv6 address in brackets; with a port, only this port is allowed. */
const HOST = /^([a-z0-9]([a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;
/** Hosts that may be reached with plain http, in the form of `URL.host` or `URL.hostname`. */
const httpHosts = {
    accepts: 'hosts, such as prometheus.monitoring.svc:9090, separated by commas or line breaks',
    parse: value => {
        const entries = formats/* list */.p_.parse(value);
        return entries?.every(isHost) ? entries.map(hostOf) : undefined;
    },
    explain: value => {
        const wrong = formats/* list */.p_.parse(value)?.find(entry => !isHost(entry)) ?? '';
        return `${(0,show/* show */.WU)(wrong)} is not a host; write it without scheme, path and wildcards`;
    }
};
const isHost = (entry) => HOST.test(entry) && URL.canParse(`http://${entry}`);
function hostOf(entry) {
    const { hostname, port } = new URL(`http://${entry}`);
    // A URL omits the default port of http.
    return /:\d+$/.test(entry) ? `${hostname}:${port || '80'}` : hostname;
}
/** Whether an address may be used: with https, or with plain http on this machine and on listed hosts. */
function isSafeAddress(address, hosts) {
    const { protocol, hostname, port } = new URL(address);
    if (protocol === 'https:' || (0,loopback/* isLoopback */.U)(hostname))
        return true;
    return hosts.includes(hostname) || hosts.includes(`${hostname}:${port || '80'}`);
}

;// CONCATENATED MODULE: ./build/config/connections.js



/** How to reach the sources that the SLOs use. Only their settings are required. */
function connect({ inputs, users, problems, ...setup }) {
    const wrong = (input, what) => problems.inputError(input, what);
    const found = catalog/* SOURCE_TYPES */.m7.flatMap(type => {
        const slo = users.get(type);
        const missing = missingFor(`SLO "${slo}"`, problems);
        const connection = slo && catalog/* CATALOG */.W8[type].connect(inputs, missing, { ...setup, wrong });
        return connection ? [[type, connection]] : [];
    });
    // Object.fromEntries loses the types of the single connections, which the catalog guarantees.
    return Object.fromEntries(found);
}
/** Reports missing inputs. An input that was set to a wrong value is not reported again as missing. */
function missingFor(user, problems) {
    return (input, remedy, instead) => {
        if ([input, instead].some(name => name && problems.hasInputError(name)))
            return;
        problems.inputError(input, `is missing, and ${user} needs it; ${remedy}`);
    };
}
/** GitHub, as the runner names it; undefined where the run is elsewhere or has no token, or where the address is wrong. */
function connectGitHub({ env, inputs: { 'github-token': token, 'http-hosts': hosts = [] }, problems }) {
    const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
    const parsed = formats/* address */.hl.parse(env['GITHUB_API_URL'] || 'https://api.github.com');
    const apiUrl = parsed && isSafeAddress(parsed, hosts) ? parsed : undefined;
    if (apiUrl === undefined)
        problems.error('GITHUB_API_URL', `its value is not accepted; it takes ${formats/* address */.hl.accepts}`);
    return token && owner && repo && apiUrl ? { apiUrl, token, owner, repo } : undefined;
}

// EXTERNAL MODULE: ./build/approval/policy.js
var policy = __nccwpck_require__(8326);
// EXTERNAL MODULE: ./build/text/nearest.js
var nearest = __nccwpck_require__(2788);
;// CONCATENATED MODULE: ./build/config/inputs.js







const ONE_DAY = { iso: 'P1D', ms: time_duration/* DAY */.d_ };
const ONE_MONTH = { iso: 'P31D', ms: 31 * time_duration/* DAY */.d_ };
/** Every input with its format, its default as in action.yml, and its environment variable, if it has one. */
const INPUTS = {
    'slo-id': { format: formats/* list */.p_ },
    'slo-file': { format: formats/* lines */.Mn },
    mode: { format: formats/* oneOf */.yL('enforce', 'audit'), default: 'enforce' },
    'max-burn-rate': { format: formats/* decimal */._, default: '1.0' },
    'on-error': { format: formats/* oneOf */.yL('block', 'last-known', 'allow'), default: 'block' },
    'on-no-data': { format: formats/* oneOf */.yL('block', 'allow'), default: 'block' },
    timeout: { format: formats/* duration */.p0(ONE_DAY), default: 'PT1M' },
    ...catalog/* SOURCE_INPUTS */.A9,
    'http-hosts': { format: httpHosts },
    'github-token': { format: formats/* secret */.rJ, isSecret: true },
    'pull-request': { format: formats/* positive */.yj },
    'maintenance-label': { format: formats/* text */.Qq, default: 'maintenance-mode' },
    'maintenance-approvers': { format: policy/* approvers */.DH, default: 'role:admin' },
    'maintenance-max-age': { format: formats/* duration */.p0(ONE_MONTH), default: 'PT4H' },
    'state-file': { format: formats/* text */.Qq },
    'state-max-age': { format: formats/* duration */.p0(ONE_MONTH), default: 'PT15M' },
    'min-poll-interval': { format: formats/* durationOrNone */.EI(ONE_MONTH), default: 'PT1M' },
    'genesys-data-table': { format: formats/* text */.Qq },
    'degrade-below': { format: formats/* share */.uM, default: '0.8' },
    'flow-id': { format: formats/* text */.Qq },
    'event-webhook-url': { format: formats/* webhook */.C5, isSecret: true },
    'apply-slos': { format: formats/* flag */.Jt, default: 'false' },
    'time-zone': { format: formats/* timeZone */.eB, default: 'UTC' },
    summary: { format: formats/* flag */.Jt, default: 'true' },
    comment: { format: formats/* flag */.Jt, default: 'false' },
    'status-context': { format: formats/* text */.Qq },
    'refresh-open-pull-requests': { format: formats/* flag */.Jt, default: 'false' },
    'report-file': { format: formats/* text */.Qq }
};
/**
 * Reads every input. A wrong value is reported and replaced by the default, so that the rest can still be
 * checked and reported.
 */
function readInputs(options) {
    warnOfUnknown(options);
    const names = Object.keys(INPUTS);
    // Nothing may be printed before every secret is masked.
    for (const name of names)
        mask(name, options);
    const read = Object.fromEntries(names.map(name => [name, readInput(name, options)]));
    return Object.freeze({ ...read, ...withoutUnsafe(read, options) });
}
/** Addresses that plain http may not be used for are wrong. Only now it is known which hosts allow it. */
function withoutUnsafe(read, { env, problems }) {
    const unsafe = Object.keys(INPUTS).filter(name => {
        const value = INPUTS[name].format === formats/* address */.hl ? read[name] : undefined;
        return typeof value === 'string' && !isSafeAddress(value, read['http-hosts'] ?? []);
    });
    for (const name of unsafe)
        problems.inputError(name, UNSAFE, rawValue(name, INPUTS[name], env).variable);
    return Object.fromEntries(unsafe.map(name => [name, undefined]));
}
const UNSAFE = `its value is not accepted; it takes ${formats/* address */.hl.accepts}; for plain http, add its host (name or name:port) to http-hosts`;
function mask(name, { env, secrets }) {
    const input = INPUTS[name];
    const { value } = rawValue(name, input, env);
    if (!input.isSecret || value === undefined)
        return;
    for (const secret of input.format.secretsIn?.(value) ?? [value])
        secrets.add(secret);
}
function readInput(name, { env, problems }) {
    const input = INPUTS[name];
    const { value, variable } = rawValue(name, input, env);
    const fallback = input.default === undefined ? undefined : input.format.parse(input.default);
    if (value === undefined)
        return fallback;
    const parsed = input.format.parse(value);
    if (parsed !== undefined)
        return parsed;
    const shown = input.isSecret || input.format.isPrivate ? 'its value' : (0,show/* show */.WU)(value);
    const problem = input.format.explain?.(value) ?? `${shown} is not accepted`;
    problems.inputError(name, `${problem}; it takes ${input.format.accepts}`, variable);
    return fallback;
}
/**
 * GitHub's runner keeps the hyphens of a name. A shell cannot set such a variable, so other CI systems may use `_`.
 * On GitHub `_` is not accepted, because an earlier step of the job could set it.
 */
function rawValue(name, { env: variable }, env) {
    const [hyphens, underscores] = variablesOf(name);
    const own = present(env[hyphens]) ?? (isOnGitHub(env) ? undefined : present(env[underscores]));
    if (own !== undefined || variable === undefined)
        return { value: own };
    return { value: present(env[variable]), variable };
}
function variablesOf(name) {
    const variable = `INPUT_${name.toUpperCase()}`;
    return [variable, variable.replaceAll('-', '_')];
}
const isOnGitHub = (env) => env['GITHUB_ACTIONS'] === 'true';
/** GitHub warns about unknown inputs itself; on other CI systems, only this finds a misspelt name. */
function warnOfUnknown({ env, problems }) {
    if (isOnGitHub(env))
        return;
    const known = Object.keys(INPUTS).flatMap(variablesOf);
    for (const variable of Object.keys(env)) {
        if (!variable.startsWith('INPUT_') || known.includes(variable))
            continue;
        const [, underscores] = variablesOf((0,nearest/* nearest */.p)(variable, known).slice('INPUT_'.length));
        problems.warn(variable, `is not an input; did you mean ${underscores}?`);
    }
}
const present = (value) => value?.trim() || undefined;

;// CONCATENATED MODULE: ./build/config/config.js










/**
 * Reads inputs and definitions. If `problems` has errors, use the config only to report them: wrong inputs have
 * their defaults.
 */
async function configure(options) {
    const { env, folder } = options;
    const problems = new Problems();
    const inputs = readInputs({ ...options, problems });
    if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
        const remedy = 'remove it, and set NODE_EXTRA_CA_CERTS to the certificate file of your own authority';
        problems.error('NODE_TLS_REJECT_UNAUTHORIZED', `is 0, so no certificate would be checked; ${remedy}`);
    }
    const selected = await readSlos(inputs, folder, problems);
    const proxies = readProxySettings(env, { ...options, problems });
    return { config: deepFreeze(configOf({ ...options, inputs, selected, proxies, problems })), problems };
}
/** An unexpected error here is reported as a problem, so that outputs, report and summary are still written. */
async function readSlos(inputs, folder, problems) {
    const options = { ids: inputs['slo-id'], patterns: inputs['slo-file'], folder, problems };
    return (0,outcome/* guarded */.Nj)('The definitions could not be read', {
        work: () => selectSlos({ ...options, maxBurnRate: inputs['max-burn-rate'] }),
        fallback: problem => {
            problems.inputError('slo-file', problem);
            return { slos: [], users: new Map() };
        }
    });
}
function configOf({ inputs, selected, proxies, env, secrets, folder, problems }) {
    const reportFile = fileOf('report-file', { inputs, folder, problems });
    return {
        mode: inputs.mode,
        policy: {
            maxBurnRate: inputs['max-burn-rate'],
            onError: inputs['on-error'],
            onNoData: inputs['on-no-data']
        },
        timeout: inputs.timeout,
        timeZone: inputs['time-zone'],
        summary: inputs.summary,
        reportFile,
        slos: selected.slos,
        applySlos: inputs['apply-slos'],
        connections: connect({ inputs, users: selected.users, env, secrets, problems }),
        state: stateSettings(inputs, { folder, reportFile: reportFile ?? defaultReportFile(env) }, problems),
        proxies,
        github: proxies.isUsable ? connectGitHub({ env, inputs, problems }) : undefined,
        approval: {
            policy: {
                label: inputs['maintenance-label'],
                approvers: inputs['maintenance-approvers'],
                maxAge: inputs['maintenance-max-age']
            },
            pullRequest: inputs['pull-request']
        },
        callFlows: callFlowSettings(inputs, problems),
        pullRequests: pullRequestSettings(inputs, problems)
    };
}
/** A file that the gate writes. A link in a commit must not choose another place for it. */
function fileOf(input, { inputs, folder, problems }) {
    const path = inputs[input];
    if (path === undefined || !(0,within/* leadsOut */.q)(folder, (0,external_node_path_.resolve)(folder, path)))
        return path;
    problems.inputError(input, 'is below a link that leads out of the workspace; name the folder itself');
    return undefined;
}
function stateSettings(inputs, { folder, reportFile }, problems) {
    const file = fileOf('state-file', { inputs, folder, problems });
    if (inputs['on-error'] === 'last-known' && inputs['state-file'] === undefined) {
        problems.inputError('state-file', 'is missing, and on-error: last-known needs it; set it to a path');
    }
    if (file && (0,external_node_path_.resolve)(folder, file) === (0,external_node_path_.resolve)(folder, reportFile)) {
        problems.inputError('state-file', 'is the same file as report-file, which would overwrite it; set it to another path');
    }
    return {
        file: file && (0,external_node_path_.resolve)(folder, file),
        maxAge: inputs['state-max-age'],
        minPollInterval: inputs['min-poll-interval']
    };
}
function callFlowSettings(inputs, problems) {
    const dataTable = inputs['genesys-data-table'];
    const webhookUrl = inputs['event-webhook-url'];
    if (dataTable !== undefined) {
        return {
            connection: (0,settings/* connect */.N)(inputs, missingFor('input genesys-data-table', problems)),
            dataTable,
            degradeBelow: inputs['degrade-below'],
            flowId: inputs['flow-id'],
            webhookUrl
        };
    }
    if (webhookUrl !== undefined) {
        problems.warn('input event-webhook-url', 'has no effect without genesys-data-table, whose row shows whether call flows were degraded before; set both or neither');
    }
    return undefined;
}
function pullRequestSettings(inputs, problems) {
    const statusContext = inputs['status-context'];
    const isRefreshing = inputs['refresh-open-pull-requests'];
    if (isRefreshing && statusContext === undefined) {
        problems.inputError('status-context', 'is missing, and refresh-open-pull-requests needs it; set it to a name');
    }
    return { comment: inputs.comment, statusContext, isRefreshing };
}
function deepFreeze(value) {
    if (typeof value === 'object' && value !== null) {
        for (const part of Object.values(value))
            deepFreeze(part);
        Object.freeze(value);
    }
    return value;
}

;// CONCATENATED MODULE: ./build/text/decoded.js
/**
 * `%2F`, `\u0026`, `\x26`, `\n`, `&#38;`, `&#x26;`, `&amp;`, and a line break with the spaces around it. A line break is
 * sought from the first of its spaces only: from each of them, a long run of spaces would take quadratic time.
 */
const ENCODED = /%([0-9a-f]{2})|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\([nrt"'\\/])|&#(\d{1,7});|&#x([0-9a-f]{1,6});|&(amp|lt|gt|quot|apos);|(?<![ \t])[ \t]*[\r\n]\s*/gi;
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Decodes URL, JSON and HTML encodings and removes line breaks; undefined if the text has none of them. */
function decoded(text) {
    return text.search(ENCODED) < 0 ? undefined : decodedAgain(undecoded(text));
}
function undecoded(text) {
    const bytes = [];
    const starts = [];
    const ends = [];
    let index = 0;
    for (const character of text) {
        const end = index + character.length;
        for (const byte of bytesOf(character)) {
            bytes.push(byte);
            starts.push(index);
            ends.push(end);
        }
        index = end;
    }
    return { bytes: bytes.join(''), starts, ends };
}
/** Decodes one more layer. */
function decodedAgain({ bytes, starts, ends }) {
    const parts = [];
    const from = [];
    const to = [];
    let last = 0;
    const keep = (until) => {
        parts.push(bytes.slice(last, until));
        for (let index = last; index < until; index++) {
            from.push(starts[index]);
            to.push(ends[index]);
        }
    };
    for (const match of bytes.matchAll(ENCODED)) {
        keep(match.index);
        last = match.index + match[0].length;
        const character = bytesIn(match);
        parts.push(character);
        for (const _ of character) {
            from.push(starts[match.index]);
            to.push(ends[last - 1]);
        }
    }
    if (last === 0)
        return undefined;
    keep(bytes.length);
    return { bytes: parts.join(''), starts: from, ends: to };
}
function bytesIn([, percent, unicode, byte, escaped, decimal, hex, name]) {
    const hexByte = percent ?? byte;
    if (hexByte !== undefined)
        return String.fromCharCode(Number.parseInt(hexByte, 16));
    if (unicode !== undefined)
        return bytesOf(String.fromCharCode(Number.parseInt(unicode, 16)));
    if (escaped !== undefined)
        return /[nrt]/i.test(escaped) ? '' : escaped;
    if (name !== undefined)
        return NAMED[name.toLowerCase()] ?? '';
    // Line breaks are removed.
    if (decimal === undefined && hex === undefined)
        return '';
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? bytesOf(String.fromCodePoint(code)) : '';
}
/** One character for each byte of UTF-8. */
const bytesOf = (text) => /^[\0-\x7f]*$/.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');

;// CONCATENATED MODULE: ./build/http/secrets.js

/** Shorter values are not redacted: they would remove parts of ordinary words. */
const SHORTEST = 4;
/** The shortest beginning of a secret that is removed where a text was cut. */
const SHORTEST_PART = 6;
/** An address in JSON in HTML has three layers of encoding. */
const LAYERS = 4;
/**
 * The secrets of a run. Each one is announced to the runner, which masks it in the log, and `redact` removes
 * it from everything that the gate writes.
 */
class Secrets {
    #announced = new Set();
    /** The secrets and their other forms, each with its bytes. */
    #forms = new Map();
    #announce;
    /** @param announce tells the runner to mask a value in its log */
    constructor(announce) {
        this.#announce = announce;
    }
    add(secret) {
        if (this.#announced.has(secret))
            return;
        this.#announced.add(secret);
        this.#announce(secret);
        for (const form of formsOf(secret)) {
            if (form.length >= SHORTEST)
                this.#forms.set(withoutCase(form), withoutCase(bytesOf(form)));
        }
        // A log shows a text of several lines line by line.
        const lines = secret.split(/[\r\n]+/).filter(line => line.trim().length >= SHORTEST);
        for (const line of lines)
            this.add(line);
    }
    /** Removes every secret, even if it is encoded, in another case or split over lines, and the beginning of one where a text was cut. */
    redact(text) {
        const spans = [...spansIn(withoutCase(text), [...this.#forms.keys()], '…')];
        const forms = [...this.#forms.values()];
        let layer = forms.length === 0 ? undefined : decoded(text);
        for (let count = 0; layer !== undefined && count < LAYERS; count++) {
            const { bytes, starts, ends } = layer;
            for (const [start, end] of spansIn(withoutCase(bytes), forms, bytesOf('…'))) {
                spans.push([starts[start], ends[end - 1]]);
            }
            layer = decodedAgain(layer);
        }
        return without(text, spans);
    }
}
/** Servers write a host or a header in lower case, whatever the case of the secret in it. The length stays the same. */
const withoutCase = (text) => text.replace(/[A-Z]+/g, letters => letters.toLowerCase());
/** Finds all forms of secrets, and their beginnings before the mark of a cut. */
function spansIn(text, forms, mark) {
    const cuts = occurrences(mark, text).map(([start]) => start);
    return forms.flatMap(form => [
        ...occurrences(form, text),
        ...cuts.flatMap(end => beginning(form, text, end))
    ]);
}
function occurrences(part, text) {
    const spans = [];
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
        spans.push([at, at + part.length]);
    }
    return spans;
}
/** Finds the longest beginning of a secret that ends where a text was cut. */
function beginning(form, text, end) {
    const last = text.slice(Math.max(0, end - SHORTEST_PART), end);
    if (last.length < SHORTEST_PART)
        return [];
    for (const [, length] of occurrences(last, form).reverse()) {
        if (text.startsWith(form.slice(0, length), end - length))
            return [[end - length, end]];
    }
    return [];
}
/** Replaces the spans with `***`. Overlapping spans become one. */
function without(text, spans) {
    let redacted = '';
    let done = 0;
    for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
        if (start >= done)
            redacted += `${text.slice(done, start)}***`;
        done = Math.max(done, end);
    }
    return redacted + text.slice(done);
}
function formsOf(secret) {
    const text = secret.toWellFormed();
    return [
        secret,
        text.replace(/(?<![ \t])[ \t]*[\r\n]\s*/g, ''),
        encodeURIComponent(text),
        JSON.stringify(secret).slice(1, -1),
        // In form encoding, a space is a plus sign.
        text.replaceAll(' ', '+'),
        Buffer.from(text).toString('hex'),
        ...base64FormsOf(text),
        ...pathOf(secret)
    ];
}
/** Base64 writes three bytes as four characters, so a secret within a longer text has one of three forms. */
function base64FormsOf(secret) {
    const forms = [0, 1, 2].map(offset => {
        const bytes = Buffer.from('\0'.repeat(offset) + secret);
        // Only the characters that depend on nothing but the secret.
        return bytes.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6));
    });
    return [Buffer.from(secret).toString('base64').replace(/=+$/, ''), ...forms]
        .filter(form => form.length >= SHORTEST_PART)
        .flatMap(form => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
/** An answer may contain only the path of a secret address. */
function pathOf(secret) {
    if (!/^https?:\/\//i.test(secret) || !URL.canParse(secret))
        return [];
    const { pathname, search } = new URL(secret);
    const path = pathname + search;
    return path.length < 2 * SHORTEST ? [] : [path];
}

;// CONCATENATED MODULE: ./build/steps/configure.js






/** Secrets first: nothing may be printed before they are masked. */
function openRunner({ env }) {
    const secrets = new Secrets(maskIn(env));
    return { secrets, runner: new Runner(env, secrets) };
}
/** If the configuration cannot be checked at all, every input has its default and an error is reported. */
function startRun(start, opened) {
    return (0,outcome/* guarded */.Nj)('The configuration could not be read', {
        work: async () => runOf(start, opened, await configure({ ...start, ...opened })),
        fallback: async (problem) => {
            const started = await startDefaultRun(start, opened);
            started.problems.errors.push(problem);
            return started;
        }
    });
}
/** A run with the default of every input, used to report an error that prevents a normal run. */
async function startDefaultRun(start, opened) {
    const problems = new Problems();
    // Only to register the secrets among the inputs, which must not be printed.
    await (0,outcome/* guarded */.Nj)('', {
        work: async () => readInputs({ env: start.env, secrets: opened.secrets, problems }),
        fallback: () => undefined
    });
    const { config } = await configure({ env: {}, secrets: opened.secrets, folder: start.folder });
    return runOf(start, opened, { config, problems: new Problems() });
}
function runOf(start, opened, { config, problems: found }) {
    const problems = { errors: [...found.errors], warnings: [...found.warnings] };
    const run = {
        ...start,
        ...opened,
        config,
        at: start.clock.now(),
        attempts: [],
        session: {},
        warn: warning => problems.warnings.push(warning)
    };
    return { run, problems };
}

;// CONCATENATED MODULE: ./build/report/summary/drawn.js
/** How many SLOs get a chart. An audit shows many more, because it is meant for exploring. */
const MAX_CHARTS = { enforce: 5, audit: 30 };
/**
 * The SLOs that deserve a chart, the worst first: those with a meaningful reading of this run. An audit draws
 * healthy SLOs as well.
 *
 * @param judgements the worst first
 */
function worthDrawing(judgements, { mode }) {
    return judgements
        .filter(({ reading, verdict, asOf }) => {
        const isOfThisRun = reading.kind === 'rate' && asOf === undefined;
        return isOfThisRun && verdict !== 'low-traffic' && (mode === 'audit' || verdict !== 'healthy');
    })
        .slice(0, MAX_CHARTS[mode]);
}
/** Allowed difference, because PromQL's extrapolation differs slightly from window to window. */
const NEARLY = 0.02;
/** Only the histories that add up to the measured events. Charts of others would be wrong. */
function drawableHistories(histories, judgements) {
    const readings = new Map(judgements.map(({ slo, reading }) => [slo.id, reading]));
    return new Map([...histories].filter(([id, buckets]) => {
        const reading = readings.get(id);
        const events = reading?.kind === 'rate' ? reading.events : null;
        return events !== null && addsUp(buckets, events);
    }));
}
function addsUp(buckets, events) {
    const sum = (of) => buckets.reduce((all, bucket) => all + of(bucket), 0);
    const isNear = (one, other) => Math.abs(one - other) <= NEARLY * Math.max(one, other);
    const total = (counts) => counts.total;
    const bad = (counts) => Math.max(0, counts.total - counts.good);
    return isNear(sum(total), total(events)) && isNear(sum(bad), bad(events));
}

;// CONCATENATED MODULE: ./build/sources/history.js

/**
 * Reads how the budget of each SLO was used over time, for the charts. The decision does not depend on it:
 * a history that cannot be read is not drawn.
 */
async function readHistories(slos, options) {
    const drawable = slos.filter(({ slo }) => slo.businessHours === undefined);
    const histories = await Promise.all(catalog/* SOURCE_TYPES */.m7.map(type => historiesOf(type, drawable, options)));
    return new Map(histories.flatMap(found => [...found]));
}
async function historiesOf(type, slos, { connections, ...options }) {
    const connection = connections[type];
    const ofThisType = (0,catalog/* ofType */.gp)(type, slos);
    if (connection === undefined || ofThisType.length === 0)
        return new Map();
    return (await catalog/* CATALOG */.W8[type].readHistory?.(ofThisType, { connection, ...options })) ?? new Map();
}

;// CONCATENATED MODULE: ./build/steps/draw.js




/** Reads the data for the charts, only for SLOs that readers will look at. A failure here is ignored. */
async function readCharts(judgements, run) {
    const { mode, connections, summary, slos } = run.config;
    if (!summary)
        return new Map();
    try {
        const drawn = worthDrawing(judgements, { mode })
            .flatMap(({ slo }) => slos.find(({ id }) => id === slo.id) ?? [])
            .map(slo => ({ slo, spec: slo.source }));
        if (drawn.length === 0)
            return new Map();
        const histories = await withHttp(run, LIMITS.charts, http => readHistories(drawn, { connections, context: contextOf(run, http), at: run.at }));
        return drawableHistories(histories, judgements);
    }
    catch {
        return new Map();
    }
}

;// CONCATENATED MODULE: ./build/sources/clocks.js


/** A larger difference than this is worth a warning. */
const WORTH_A_WARNING = time_duration/* MINUTE */.pY;
/** With a larger difference than this, windows would end at the wrong time, so no number is used. */
const TOO_FAR = 5 * time_duration/* MINUTE */.pY;
/** Checks the clock of every answer. The largest difference counts, because all windows end at the same instant. */
function watchClocks(http) {
    let worst = { skew: 0, origin: '' };
    const note = (url, { clockSkew: skew = 0 }) => {
        if (Math.abs(skew) > Math.abs(worst.skew))
            worst = { skew, origin: new URL(url).origin };
    };
    return {
        async send(request) {
            const response = await http.send(request);
            note(request.url, response);
            return response;
        },
        problem(source) {
            const { skew, origin } = worst;
            if (Math.abs(skew) <= WORTH_A_WARNING)
                return undefined;
            const side = skew > 0 ? 'behind' : 'ahead of';
            const far = lengthOf(Math.abs(skew));
            return `the clock of this runner is ${far} ${side} the clock of ${origin} (source ${source}); set the clock of the runner, or of the server`;
        },
        isTooFar: () => Math.abs(worst.skew) > TOO_FAR
    };
}
/** In seconds below two minutes, otherwise in whole minutes. */
function lengthOf(ms) {
    return ms < 2 * time_duration/* MINUTE */.pY ? `${Math.round(ms / time_duration/* SECOND */.Z2)} seconds` : `${Math.floor(ms / time_duration/* MINUTE */.pY)} minutes`;
}
/** A number for a window that ended at the wrong time cannot be used. */
function withoutWrongTime(observation, problem) {
    if (observation.kind === 'unreadable')
        return observation;
    const { from } = observation;
    return {
        ...(0,budget_reading/* unreadable */.O$)(`${problem}: its windows would not end at the same time as the server's`),
        ...(from && { from })
    };
}

;// CONCATENATED MODULE: ./build/sources/combine.js

/** Any target will do: only whether the observation is valid is checked here. */
const ANY_TARGET = 50;
const BY_TIME = 'the source gives no counts here, so its rates are weighted by time';
/**
 * Combines the observations of the parts of a window: counts are added, rates are weighted by the length
 * of their part. A part that is unreadable or impossible makes the whole unreadable, because a sum would
 * hide it.
 */
function combine(given, { start, end }) {
    // In a sum, an excess of good events in one part would hide failures in another.
    const parts = given.map(({ window, observation }) => ({
        window,
        observation: (0,budget_reading/* withoutSmallExcess */.jh)(observation)
    }));
    const measured = parts.filter(({ observation }) => observation.kind !== 'no-data');
    const requests = parts.flatMap(({ observation }) => observation.from?.requests ?? []);
    const outcomes = outcomesOf(parts);
    const notes = new Set(measured.flatMap(({ observation }) => observation.from?.note ?? []));
    const from = {
        requests,
        start,
        end,
        ...(notes.size > 0 && { note: [...notes].join('; ') }),
        ...(outcomes.length > 0 && { outcomes })
    };
    for (const { observation } of parts) {
        const checked = (0,budget_reading/* readingOf */.MU)(observation, ANY_TARGET);
        if (checked.kind === 'unreadable')
            return { ...checked, from };
    }
    if (measured.length === 0) {
        const reason = parts.length === 0 ? 'it contains no business hours' : 'its business hours have no events';
        const [noSeries] = parts.map(({ observation }) => observation.from?.noSeries);
        const isMissing = parts.every(({ observation }) => observation.from?.noSeries !== undefined);
        return { ...(0,budget_reading/* noData */._h)(reason), from: { ...from, ...(noSeries && isMissing && { noSeries }) } };
    }
    const counted = measured.flatMap(({ observation }) => (observation.kind === 'events' ? observation : []));
    if (counted.length === measured.length) {
        const sum = (of) => counted.reduce((all, events) => all + events[of], 0);
        return { kind: 'events', good: sum('good'), total: sum('total'), from };
    }
    const weightedByTime = weighted(measured);
    // Events per second times seconds give events, so there is nothing to note.
    if (weightedByTime.kind === 'per-second')
        return { ...weightedByTime, from };
    return { ...weightedByTime, from: { ...from, note: [BY_TIME, ...notes].join('; ') } };
}
function weighted(parts) {
    const time = parts.reduce((all, { window }) => all + window.duration.ms, 0);
    const mean = (rate) => parts.reduce((all, { window, observation }) => all + rate(observation) * (window.duration.ms / time), 0);
    switch (parts[0]?.observation.kind) {
        case 'burn-rate':
            return { kind: 'burn-rate', burnRate: mean(o => (o.kind === 'burn-rate' ? o.burnRate : Number.NaN)) };
        case 'per-second': {
            const of = (count) => mean(o => (o.kind === 'per-second' ? o[count] : Number.NaN));
            return { kind: 'per-second', good: of('good'), total: of('total') };
        }
        default:
            return {
                kind: 'error-ratio',
                errorRatio: mean(o => (o.kind === 'error-ratio' ? o.errorRatio : Number.NaN))
            };
    }
}
function outcomesOf(parts) {
    const outcomes = new Map();
    for (const outcome of parts.flatMap(({ observation }) => observation.from?.outcomes ?? [])) {
        const count = (outcomes.get(outcome.outcome)?.count ?? 0) + outcome.count;
        outcomes.set(outcome.outcome, { ...outcome, count });
    }
    return [...outcomes.values()];
}

;// CONCATENATED MODULE: ./build/sources/missing.js


/**
 * Warns when the SLO's own window has events but a shorter window has no series at all. The recorded series
 * for the shorter window may have another name, and then its alert could never fire.
 */
function warningsOfMissing({ slo, readings, isUnresolved = false }) {
    const own = readings(slo.window.ms);
    if (own.kind !== 'rate')
        return [];
    return (0,budget_window/* durationsOf */.DM)(slo, isUnresolved).flatMap(duration => {
        const { from } = readings(duration.ms);
        if (from?.noSeries === undefined)
            return [];
        const window = `over ${(0,time_duration/* describeDuration */.MB)(duration)} there is no series, although ${(0,time_duration/* describeDuration */.MB)(slo.window)} have events`;
        const asked = `the query was ${from.noSeries}`;
        return `SLO "${slo.id}": ${window}, so an alert over it cannot fire; ${asked}`;
    });
}

;// CONCATENATED MODULE: ./build/sources/measure.js







/** Asks each source for all its windows at once. Returns the evidence by SLO id. */
async function measure(options) {
    const { slos, isUnresolved, at } = options;
    const partsOf = await splitter(slos);
    const questions = slos.flatMap(slo => (0,budget_window/* windowsOf */.R5)(slo, at, isUnresolved(slo)).map((window) => {
        const parts = partsOf(slo, window);
        return { slo, window, probes: parts.map(part => ({ slo, spec: slo.source, window: part })) };
    }));
    const observations = await askAll(questions.flatMap(({ probes }) => probes), options);
    const readings = new Map();
    for (const question of questions) {
        const { slo, window } = question;
        readings.set(keyOf(slo, window.duration.ms), (0,budget_reading/* readingOf */.MU)(observed(question, observations), slo.target));
    }
    const evidence = slos.map((slo) => {
        const ofSlo = (ms) => readings.get(keyOf(slo, ms)) ?? NOT_ASKED;
        return { slo, isUnresolved: isUnresolved(slo), readings: ofSlo };
    });
    for (const found of evidence)
        for (const warning of warningsOfMissing(found))
            options.warn(warning);
    return new Map(evidence.map(found => [found.slo.id, found]));
}
function observed({ slo, window, probes }, observations) {
    const parts = probes.map((probe) => {
        return { window: probe.window, observation: observations.get(probe) ?? NOT_ASKED };
    });
    return slo.businessHours === undefined && parts[0] ? parts[0].observation : combine(parts, window);
}
const keyOf = ({ id }, windowMs) => `${windowMs} ${id}`;
const NOT_ASKED = (0,budget_reading/* unreadable */.O$)('the source gave no answer');
/** Splits a window into its business hours, if the SLO has any. Time zones are loaded only when they are needed. */
async function splitter(slos) {
    if (slos.every(({ businessHours }) => businessHours === undefined))
        return (_, window) => [window];
    const { businessIntervals } = await Promise.all(/* import() */[__nccwpck_require__.e(495), __nccwpck_require__.e(777)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3777));
    return ({ businessHours }, window) => {
        if (businessHours === undefined)
            return [window];
        return businessIntervals(window, businessHours).map(({ start, end }) => {
            const ms = end.getTime() - start.getTime();
            return { start, end, duration: { iso: (0,time_duration/* isoDuration */._d)(ms), ms } };
        });
    };
}
async function askAll(probes, options) {
    const answered = await Promise.all(catalog/* SOURCE_TYPES */.m7.map(type => ask(type, probes, options)));
    return new Map(answered.flat());
}
/** The answers of one kind of source, which is loaded only when it is used. */
async function ask(type, probes, { connections, context, warn }) {
    const ofThisType = (0,catalog/* ofType */.gp)(type, probes);
    if (ofThisType.length === 0)
        return [];
    const connection = connections[type];
    if (connection === undefined)
        throw new Error(`the source ${type} is used but was not configured`);
    const clocks = watchClocks(context.http);
    const source = await catalog/* CATALOG */.W8[type].open(connection, { ...context, http: clocks });
    const observations = await source.read(ofThisType);
    const problem = clocks.problem(type);
    if (problem && !clocks.isTooFar())
        warn(problem);
    return ofThisType.map((probe, index) => {
        const observation = observations[index] ?? NOT_ASKED;
        const isWrong = problem && clocks.isTooFar();
        return [probe, isWrong ? withoutWrongTime(observation, problem) : observation];
    });
}

;// CONCATENATED MODULE: ./build/steps/measure.js





/** Applies definitions if that is configured, then measures every SLO without a recent reading. */
function measureSlos(slos, run) {
    const { config, at } = run;
    return withHttp(run, { ...LIMITS.measure, timeout: config.timeout }, async (http) => {
        const context = contextOf(run, http);
        const applied = await applyDefinitions(run, context);
        const known = new Map([
            ...remembered(slos, { applied, maxAge: config.state.minPollInterval }),
            ...unapplied(slos, applied)
        ]);
        const isUnresolved = new Set(slos.filter(({ memory }) => memory?.isUnresolved).map(({ slo }) => slo.id));
        const measured = await measure({
            slos: slos.map(({ slo }) => slo).filter(({ id }) => !known.has(id)),
            isUnresolved: ({ id }) => isUnresolved.has(id),
            connections: config.connections,
            context,
            at,
            warn: run.warn
        });
        return { applied, evidence: new Map([...measured, ...known]) };
    });
}
async function applyDefinitions({ config }, context) {
    const { applySlos, slos, mode, connections } = config;
    const connection = connections['genesys-observability'];
    if (!applySlos || connection === undefined)
        return [];
    const resources = await __nccwpck_require__.e(/* import() */ 249).then(__nccwpck_require__.bind(__nccwpck_require__, 6249));
    return resources.applySlos(slos, { connection, context, isDryRun: mode === 'audit' });
}
/** Evidence from remembered readings that are recent enough. */
function remembered(slos, { applied, maxAge }) {
    // After a definition has changed, its remembered readings are no longer valid.
    const changed = applied.filter(({ outcome }) => outcome === 'created' || outcome === 'updated');
    return slos.flatMap(recalled => {
        if (changed.some(({ id }) => id === recalled.slo.id))
            return [];
        const evidence = recentEvidence(recalled, maxAge);
        return evidence === undefined ? [] : [[recalled.slo.id, evidence]];
    });
}
/** An SLO whose definition could not be applied is not measured, because the number could be for another definition. */
function unapplied(slos, applied) {
    return slos.flatMap(({ slo }) => {
        const problem = applied.find(({ id }) => id === slo.id)?.problem;
        if (problem === undefined)
            return [];
        const reading = (0,budget_reading/* unreadable */.O$)(`its definition could not be applied: ${problem}`);
        return [[slo.id, { slo, readings: () => reading }]];
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/steps/remember.js




/** Reads the state file, if one is configured. The schema library is loaded only then. */
async function readRemembered({ config, env, at, clock, secrets, warn }) {
    const { slos, connections, state } = config;
    const { file } = state;
    if (file === undefined) {
        return { slos: slos.map(slo => recall(slo, { connections, at })), write: async () => undefined };
    }
    if (isBelow(env['GITHUB_WORKSPACE'], file))
        warn(`input state-file: ${file} ${IN_WORKSPACE}`);
    const { readState, writeState } = await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(658)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6658));
    const before = readState(file, { now: at, warn });
    const recalled = slos.map(slo => recall(slo, { memories: before, connections, at }));
    for (const { slo, memory, origin } of recalled) {
        if (memory && memory.origin !== origin) {
            const kept = memory.isUnresolved ? ', but the SLO stays blocked until it has recovered' : '';
            const what = `is about another source or target; its readings are not used${kept}`;
            warn(`input state-file: the entry of SLO "${slo.id}" ${what}`);
        }
    }
    return {
        slos: recalled,
        write: (judged, applied) => {
            const found = [...memoriesOf(judged, applied)].map(([id, memory]) => {
                const readings = redacted(memory.readings, text => secrets.redact(text));
                return [id, { ...memory, readings }];
            });
            return writeState(file, new Map(found), { before, clock, warn });
        }
    };
}
const IN_WORKSPACE = 'is in the workspace, where a commit could replace it; put it in the temp folder of the runner (runner.temp)';
function isBelow(folder, file) {
    if (!folder)
        return false;
    const path = (0,external_node_path_.relative)(folder, file);
    return !(0,external_node_path_.isAbsolute)(path) && path.split(external_node_path_.sep)[0] !== '..';
}
function recall(slo, { memories, connections, at }) {
    // Only a digest, because the state file is kept in caches, where queries and addresses should not be readable.
    const origin = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([
        slo.source,
        slo.target,
        connections[slo.source.type]?.apiUrl,
        slo.businessHours,
        slo.metric
    ]))
        .digest('hex');
    return { slo, origin, memory: memories?.get(slo.id), now: at };
}
/** The new memories of this run, without those of earlier runs. */
function memoriesOf(judged, applied) {
    // An audit does not apply definitions, so it measures the old definition in Genesys Cloud.
    const notApplied = new Set(applied
        .filter(({ outcome }) => outcome === 'would create' || outcome === 'would update')
        .map(({ id }) => id));
    return new Map(judged.flatMap(({ recalled, evidence, judgement }) => {
        const { id } = recalled.slo;
        const memory = memoryAfter(judgement, evidence, recalled);
        const isNew = memory !== recalled.memory && !notApplied.has(id);
        return memory && isNew ? [[id, memory]] : [];
    }));
}

;// CONCATENATED MODULE: ./build/report/time.js
/** `2026-11-23 18:00:00 UTC`, followed by the same instant in the time zone if it is not UTC. */
function describeInstant(at, timeZone) {
    const utc = `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
    if (timeZone === 'UTC')
        return utc;
    // The Swedish locale formats dates like ISO 8601.
    const local = new Intl.DateTimeFormat('sv-SE', {
        timeZone,
        dateStyle: 'short',
        timeStyle: 'medium'
    }).format(at);
    return `${utc} (${local} ${timeZone})`;
}

;// CONCATENATED MODULE: ./build/report/words.js


/** Every verdict in one short sentence. */
const VERDICT_WORDS = {
    'config-error': 'The configuration is wrong',
    'source-error': 'The burn rate could not be read',
    exhausted: 'The error budget is exhausted',
    burning: 'The error budget is burning too fast',
    unstable: 'The exhausted error budget has not been shown to recover',
    'no-data': 'There is nothing to measure',
    'low-traffic': 'There is too little traffic to judge',
    warning: 'The error budget is running low',
    healthy: 'The error budget is healthy'
};
/** What to do about each verdict that blocks. */
const REMEDIES = {
    'config-error': 'Correct the listed problems, then run the job again; nothing was measured.',
    'source-error': 'Follow the message, then run the job again. Without a burn rate, it is unknown whether a deployment is safe.',
    exhausted: 'Fix the failing integration first. The gate opens by itself once enough failures have left the window; running the job again changes nothing.',
    burning: 'Something is failing right now: fix it or roll it back. The gate opens by itself when the burn rate falls to the threshold.',
    unstable: 'Fix the failing integration. The gate opens by itself once the window and its last hour have events again and both are within the limit.',
    'no-data': 'Check that the SLO still measures real traffic. If it is normal to have no traffic, set on-no-data to allow.'
};
/** What to do about a block; undefined when the decision is not a block. */
function remedy({ decision }) {
    return decision.decision === 'block' ? REMEDIES[decision.verdict] : undefined;
}
/** The decision in one line. A block that an audit only reports does not say "blocked". */
function headline({ decision, mode }) {
    const words = VERDICT_WORDS[decision.verdict];
    if (decision.decision === 'override')
        return `Override: a deployment is allowed although ${lower(words)}`;
    if (decision.decision === 'allow')
        return `Deployment allowed: ${lower(words)}`;
    if (!failsJob(decision, mode))
        return `Audit: would be blocked: ${lower(words)}`;
    return `Deployment blocked: ${lower(words)}`;
}
/** Who lifted the block and until when, or why the approval was refused; undefined when no approval was sought. */
function describeApproval({ approval, maintenanceLabel, timeZone }) {
    if (approval === undefined)
        return undefined;
    const label = `the label "${maintenanceLabel}"`;
    if (!approval.approved) {
        const how = 'To lift the block, an approver adds the label to the pull request; then run the job again.';
        return `No maintenance approval by ${label} (rule ${approval.rule}): ${approval.reason}. ${how}`;
    }
    const { by, at, until, pullRequest, headSha } = approval;
    const where = `on pull request #${pullRequest} for commit ${headSha.slice(0, 7)}`;
    const times = `at ${describeInstant(at, timeZone)}, until ${describeInstant(until, timeZone)}`;
    return `Approved by ${by} with ${label} ${where}, ${times}.`;
}
const lower = (words) => words.charAt(0).toLowerCase() + words.slice(1);

;// CONCATENATED MODULE: ./build/report/annotations.js


/** GitHub shows at most ten annotations of each level in a step. */
const MAX_ANNOTATIONS = 10;
const VERDICTS_WITH_WARNING = ['warning', 'low-traffic', 'source-error', 'no-data'];
/**
 * One annotation for the decision and for each failure, then one warning for each SLO and each setting that needs attention.
 *
 * @param unwritten the outputs that could not be written; they come first, because nothing else shows them
 */
function annotationsOf(result, unwritten = []) {
    const { decision, judgements, failures, warnings } = result;
    const main = decision.decision === 'allow' ? [] : [mainAnnotation(result)];
    const others = judgements
        .filter(({ slo }) => main.length === 0 || slo.id !== decision.worst?.slo.id)
        // A last known reading always gets a warning, even if it is healthy.
        .filter(({ verdict, sourceError }) => VERDICTS_WITH_WARNING.includes(verdict) || sourceError !== undefined)
        .map(({ verdict, reason }) => annotations_warning(`Error budget: ${verdict}`, reason));
    const failed = failures.map((message) => ({ level: 'error', title: 'Error budget: not published', message }));
    const settings = warnings.map(message => annotations_warning('Error budget: configuration', message));
    return [
        ...main,
        ...failed,
        ...atMost(MAX_ANNOTATIONS - main.length, [...unwritten, ...others, ...settings])
    ];
}
/** An error if the job fails. A block that was lifted or only reported is a warning. */
function mainAnnotation(result) {
    const { decision, mode, approval } = result;
    const lines = [decision.reason, remedy(result), approval && describeApproval(result)];
    return {
        level: failsJob(decision, mode) ? 'error' : 'warning',
        title: headline(result),
        message: lines.filter(Boolean).join('\n')
    };
}
const annotations_warning = (title, message) => ({ level: 'warning', title, message });
/** The last annotation says how many are left out. */
function atMost(count, annotations) {
    if (annotations.length <= count)
        return annotations;
    const rest = annotations.length - count + 1;
    return [
        ...annotations.slice(0, count - 1),
        annotations_warning('Error budget', `${rest} more warnings are in the job summary`)
    ];
}
/** The warning when the report, the summary or the outputs could not be written. The decision stays the same. */
function unwritten(what, error) {
    const message = error instanceof Error ? error.message : String(error);
    return annotations_warning('Error budget', `${what} could not be written: ${message}`);
}

;// CONCATENATED MODULE: ./build/report/json.js


/** The JSON report: every number that the decision was made from, unrounded. */
function reportOf(result) {
    const { at, mode, policy, decision, judgements, errors, attempts, applied, publications } = result;
    return {
        version: 1,
        generatedAt: at.toISOString(),
        mode,
        decision: decision.decision,
        verdict: decision.verdict,
        reason: decision.reason,
        policy,
        slos: judgements.map(judgement => sloReport(judgement, at)),
        maintenance: maintenanceReport(result),
        applied,
        publications,
        histories: Object.fromEntries([...result.histories].map(([id, buckets]) => [
            id,
            buckets.map(({ end, good, total }) => ({ end: end.toISOString(), good, total }))
        ])),
        errors,
        warnings: [...result.failures, ...result.warnings],
        requests: attempts.map(({ method, url, query, startedAt, status, durationMs, attempt }, index) => ({
            id: index + 1,
            method,
            url,
            ...(query === undefined ? {} : { query }),
            startedAt: startedAt.toISOString(),
            status,
            durationMs,
            attempt
        }))
    };
}
function maintenanceReport({ approval, maintenanceLabel: label }) {
    if (approval === undefined)
        return null;
    const { approved, pullRequest } = approval;
    return {
        label,
        pullRequest,
        approved,
        approvedBy: approved ? approval.by : null,
        approvedAt: approved ? approval.at.toISOString() : null,
        expiresAt: approved ? approval.until.toISOString() : null,
        headSha: approved ? approval.headSha : null,
        refusal: approved ? null : `${approval.rule}: ${approval.reason}`
    };
}
function sloReport(judgement, at) {
    const { slo, reading, readings, alerts, verdict, reason, asOf, sourceError } = judgement;
    const { start, end, duration } = (0,budget_window/* ownWindow */.ll)(slo, asOf ?? at);
    const lastHourBurnRate = lastHourBurnRateOf(judgement);
    return {
        id: slo.id,
        name: slo.name,
        target: slo.target,
        window: { start: start.toISOString(), end: end.toISOString(), duration: duration.iso },
        source: slo.source.type,
        // A replay needs it to compute the window.
        ...(slo.delay && { delay: slo.delay.iso }),
        isRemembered: asOf !== undefined,
        ...(asOf && { asOf: asOf.toISOString() }),
        ...(sourceError !== undefined && { isLastKnown: true, sourceError }),
        minimumEvents: slo.minimumEvents,
        ...(slo.businessHours && { businessHours: slo.businessHours }),
        events: reading.kind === 'rate' ? reading.events : null,
        ...budgetOf(judgement),
        alerts: alerts.map(alertReport),
        ...(lastHourBurnRate !== undefined && { lastHourBurnRate }),
        verdict,
        reason,
        readings: readings.map(read => readingReport(read)),
        ...(reading.from?.outcomes && { outcomes: reading.from.outcomes })
    };
}
/** What was read over one window, with the requests that it came from. */
function readingReport({ duration, reading }) {
    const { from } = reading;
    const provenance = from && {
        start: from.start.toISOString(),
        end: from.end.toISOString(),
        requests: from.requests,
        ...(from.note === undefined ? {} : { note: from.note })
    };
    const window = duration.iso;
    if (reading.kind === 'rate') {
        const { kind, burnRate, events } = reading;
        return { window, kind, burnRate, events, ...provenance };
    }
    const { kind, reason } = reading;
    return { window, kind, burnRate: null, events: null, reason, ...provenance };
}
function alertReport({ alert, windows, firing }) {
    const [long, short] = windows;
    return {
        level: alert.level,
        threshold: alert.burnRateThreshold,
        window: alert.duration.iso,
        burnRate: long?.burnRate ?? null,
        ...(short && { shortWindow: short.duration.iso, shortBurnRate: short.burnRate }),
        firing
    };
}

;// CONCATENATED MODULE: ./build/report/log.js





/** Further lines are left out; the report has everything. */
const MAX_LINES = 1_000;
/** The lines of the log: the decision, then every SLO. */
function logOf(result) {
    const { judgements, errors, publications } = result;
    const slos = judgements.flatMap(judgement => {
        const { budgetRemaining } = budgetOf(judgement);
        const left = budgetRemaining === null || judgement.verdict === 'low-traffic'
            ? 'no reading'
            : `${(0,markdown/* bar */.M0)(budgetRemaining)} ${(0,decimal/* plainDecimal */.mr)(Number(budgetRemaining.toFixed(2)))}% left`;
        const { verdict, reason, asOf } = judgement;
        const remembered = asOf ? ` (read at ${asOf.toISOString()}, not measured again)` : '';
        return [`  ${left}  ${verdict}: ${reason}${remembered}`, ...notesOf(judgement)];
    });
    // One line of JSON per event, so that log searches find them.
    const events = publications.flatMap(({ event }) => (event ? JSON.stringify(event) : []));
    const lines = [...errors.map(error => `  ${error}`), ...slos];
    const rest = lines.length - MAX_LINES;
    const more = rest > 0 ? [`  ${rest} more lines are left out; the JSON report has everything`] : [];
    return [headline(result), ...lines.slice(0, MAX_LINES), ...more, ...events];
}
/** Why a window has no number, such as an alert without a recording rule. */
function notesOf({ readings }) {
    return readings.flatMap(({ duration, reading }) => reading.kind === 'no-data' && reading.from?.note
        ? `    over ${(0,time_duration/* describeDuration */.MB)(duration)}: ${reading.from.note}`
        : []);
}

;// CONCATENATED MODULE: ./build/report/outputs.js



/** Later steps get outputs in environment variables, whose size is limited. */
const MAX_REASON = 1_000;
/** The outputs of the step, by name. Numbers are plain decimals; an unknown number is empty. */
function outputsOf({ decision, approval }, reportFile) {
    const budget = decision.worst && budgetOf(decision.worst);
    return {
        decision: decision.decision,
        verdict: decision.verdict,
        reason: (0,markdown/* shortened */.vI)(decision.reason, MAX_REASON),
        'burn-rate': decimalOrEmpty(budget?.burnRate),
        'budget-remaining': decimalOrEmpty(budget?.budgetRemaining),
        'budget-health': decimalOrEmpty(budget?.budgetHealth),
        'maintenance-mode': String(approval?.approved === true),
        'approved-by': approval?.approved ? approval.by : '',
        'report-file': reportFile
    };
}
const decimalOrEmpty = (value) => (value == null ? '' : (0,decimal/* plainDecimal */.mr)(value));

;// CONCATENATED MODULE: ./build/report/summary/sloTable.js





/** The table of all SLOs, the worst first. */
function sloTable({ judgements, policy }, limit) {
    if (judgements.length === 0)
        return '';
    const text = (0,markdown/* table */.tp)(columnsFor(policy), judgements.slice(0, limit));
    const rest = judgements.length - limit;
    return rest > 0 ? `${text}\n\n${rest} more SLOs, none worse than these, are in the JSON report.` : text;
}
const columnsFor = (policy) => [
    { header: 'SLO', cell: nameOf },
    { header: 'Verdict', cell: ({ verdict }) => `${verdictMark(verdict, policy)} ${verdict}` },
    { header: 'Error budget left', cell: budgetLeft },
    { header: 'Burn rate and limit', cell: judgement => burnRateAndLimit(judgement, policy.maxBurnRate) },
    { header: 'Health', cell: health },
    { header: 'Target', cell: target }
];
/** The name and the id of an SLO; only the id when they are the same. */
function nameOf({ slo }) {
    return slo.name === slo.id ? idOf({ slo }) : `${(0,markdown/* plain */.pj)((0,markdown/* shortened */.vI)(slo.name, 100))} ${idOf({ slo })}`;
}
/** The id of an SLO, shortened for a cell. */
const idOf = ({ slo }) => (0,markdown/* code */.aY)((0,markdown/* shortened */.vI)(slo.id, 100));
function verdictMark(verdict, policy) {
    if (blocks(verdict, policy))
        return '⛔';
    return verdict === 'healthy' ? '✅' : '⚠️';
}
function budgetLeft(judgement) {
    const { budgetRemaining } = budgetOf(judgement);
    if (budgetRemaining === null || judgement.verdict === 'low-traffic')
        return 'unknown';
    return `${(0,decimal/* plainDecimal */.mr)(Number(budgetRemaining.toFixed(1)))}&nbsp;% \`${(0,markdown/* bar */.M0)(budgetRemaining)}\``;
}
function burnRateAndLimit(judgement, limit) {
    const { burnRate } = budgetOf(judgement);
    if (burnRate === null)
        return 'unknown';
    const sign = (0,decimal/* exceeds */.Or)(burnRate, limit) ? '&gt;' : '≤';
    return `${(0,decimal/* rounded */.Wf)(burnRate, limit, 3)} ${sign} ${(0,decimal/* plainDecimal */.mr)(limit)}`;
}
function health(judgement) {
    const { budgetHealth } = budgetOf(judgement);
    return budgetHealth === null ? 'unknown' : (0,decimal/* plainDecimal */.mr)(Number(budgetHealth.toFixed(3)));
}
function target({ slo }) {
    const percent = slo.target === null ? '' : `${(0,decimal/* plainDecimal */.mr)(slo.target)}&nbsp;% over `;
    return `${percent}${(0,time_duration/* describeDuration */.MB)(slo.window)}`;
}

;// CONCATENATED MODULE: ./build/report/summary/alerts.js




/** The firing alerts, and the quiet ones folded. */
function alerts({ judgements }, limit) {
    const rows = judgements
        .slice(0, limit)
        .flatMap(({ slo, alerts }) => alerts.map(state => ({ ...state, slo })));
    const firing = rows.filter(row => row.firing);
    const quiet = rows.filter(row => !row.firing);
    const texts = [
        firing.length > 0 ? `### Firing burn rate alerts\n\n${(0,markdown/* table */.tp)(COLUMNS, firing)}` : '',
        quiet.length > 0 ? (0,markdown/* details */.zH)('Quiet burn rate alerts', (0,markdown/* table */.tp)(COLUMNS, quiet)) : ''
    ];
    return texts.filter(text => text !== '').join('\n\n');
}
const COLUMNS = [
    { header: 'SLO', cell: idOf },
    { header: 'Level', cell: ({ alert }) => alert.level },
    { header: 'Windows', cell: ({ windows }) => windows.map(describeWindow).join(' and ') },
    { header: 'Burn rate', cell: burnRates },
    { header: 'Threshold', cell: ({ alert }) => (0,decimal/* plainDecimal */.mr)(alert.burnRateThreshold) },
    { header: 'State', cell: stateOf }
];
const describeWindow = ({ duration }) => (0,time_duration/* describeDuration */.MB)(duration);
function burnRates({ alert, windows }) {
    const rates = windows.map(({ burnRate }) => burnRate === null ? 'no value' : (0,decimal/* rounded */.Wf)(burnRate, alert.burnRateThreshold, 3));
    return rates.join(' and ');
}
function stateOf({ alert, firing }) {
    if (!firing)
        return 'quiet';
    return `${alert.level === 'CRITICAL' ? '⛔' : '⚠️'} firing`;
}

;// CONCATENATED MODULE: ./build/budget/burnDown.js


/**
 * The budget that was left at the end of each bucket: 100% minus the share spent since the window began.
 * The last level is the level of the whole window.
 *
 * @param buckets the parts of the window, in order and without gaps
 * @param target the SLO target in percent
 */
function burnDown(buckets, target) {
    const total = buckets.reduce((sum, bucket) => sum + bucket.total, 0);
    let failed = 0;
    return buckets.map(bucket => {
        failed += Math.max(0, bucket.total - bucket.good);
        return {
            at: bucket.end,
            remaining: (0,budget_burnRate/* budgetRemaining */.eu)(total === 0 ? 0 : (0,budget_burnRate/* burnRateOf */.RX)(failed / total, target))
        };
    });
}
/**
 * Estimates when the burn rate falls to the limit if nothing more fails: old failures leave the window
 * while events arrive at their usual pace.
 *
 * @returns undefined when the burn rate is within the limit already, or the buckets are too few
 */
function recoveryOf(buckets, { target, maxBurnRate }) {
    const total = buckets.reduce((sum, bucket) => sum + bucket.total, 0);
    const [first, last] = [buckets[0], buckets.at(-1)];
    if (first === undefined || last === undefined || total === 0 || buckets.length < 2)
        return undefined;
    const step = (last.end.getTime() - first.end.getTime()) / (buckets.length - 1);
    const usual = total / buckets.length;
    const isOver = (gone) => {
        const left = buckets.slice(gone);
        const failed = left.reduce((sum, bucket) => sum + Math.max(0, bucket.total - bucket.good), 0);
        const events = left.reduce((sum, bucket) => sum + bucket.total, 0) + gone * usual;
        return (0,decimal/* exceeds */.Or)((0,budget_burnRate/* burnRateOf */.RX)(failed / events, target), maxBurnRate);
    };
    if (!isOver(0))
        return undefined;
    const gone = buckets.findIndex((_, index) => !isOver(index + 1)) + 1;
    return new Date(last.end.getTime() + gone * step);
}
/**
 * Estimates when the budget is used up at the present pace.
 *
 * @param burnRate the burn rate over the whole window
 * @param pace the burn rate over a recent, shorter window
 * @returns undefined when the budget is used up already, or when the pace does not use it up
 */
function exhaustionOf({ burnRate, pace, window, at }) {
    if (burnRate >= 1 || !(0,decimal/* exceeds */.Or)(pace, 1))
        return undefined;
    return new Date(at.getTime() + ((1 - burnRate) * window.ms) / pace);
}

;// CONCATENATED MODULE: ./build/report/summary/chart.js


/** Draws the levels as a Mermaid chart, as a row of bars for readers without Mermaid, and as a table. */
function chart(levels, zone) {
    const first = levels[0];
    if (first === undefined)
        return '';
    const values = levels.map(({ remaining }) => rounded(remaining));
    const lowest = Math.min(0, ...values);
    const lines = [
        '```mermaid',
        LOOK,
        'xychart-beta',
        '    title "Error budget left (percent)"',
        `    x-axis "${unitOf(levels)} since the window began" 1 --> ${Math.max(2, values.length)}`,
        `    y-axis "percent" ${lowest} --> 100`,
        `    line [${values.join(', ')}]`,
        '```'
    ];
    const columns = [
        { header: `Until (${(0,markdown/* plain */.pj)(zone)})`, cell: ({ at }) => dayOf(at, zone) },
        { header: 'Budget left', cell: ({ remaining }) => `${rounded(remaining)}&nbsp;%` }
    ];
    return [
        lines.join('\n'),
        `\`${sparkline(values)}\` from ${values[0]}&nbsp;% to ${values.at(-1)}&nbsp;%`,
        (0,markdown/* details */.zH)('The same data as a table', (0,markdown/* table */.tp)(columns, levels))
    ].join('\n\n');
}
/** Mermaid's own line is too pale for both themes, and its own height is too much for a phone. */
const LOOK = `%%{init: ${JSON.stringify({
    xyChart: { height: 300 },
    themeVariables: { xyChart: { plotColorPalette: '#2f81f7' } }
})}}%%`;
/** The unit of the x axis: the length of one part of the window. */
function unitOf(levels) {
    const [first, second] = levels;
    const ms = first && second ? second.at.getTime() - first.at.getTime() : 0;
    if (ms === time_duration/* DAY */.d_)
        return 'days';
    return ms === time_duration/* HOUR */.dp ? 'hours' : `steps of ${(0,time_duration/* describeDuration */.MB)({ ms })}`;
}
const rounded = (percent) => Math.round(percent * 10) / 10;
const CELLS = '▁▂▃▄▅▆▇█';
/** One character per level; an overspent budget looks like an empty one. */
function sparkline(values) {
    return values.map(value => CELLS[Math.min(7, Math.max(0, Math.floor((value / 100) * 8)))]).join('');
}
/** `25 Oct 06:00`, or `25 Oct` at midnight. */
function dayOf(at, timeZone) {
    const parts = new Intl.DateTimeFormat('en-GB', {
        timeZone,
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit'
    }).format(at);
    return parts.replace(/, 00:00$/, '').replace(',', '');
}

;// CONCATENATED MODULE: ./build/report/summary/charts.js



/** The budget over the window of every SLO that has a history. */
function charts({ judgements, histories, timeZone }) {
    return judgements
        .flatMap(judgement => {
        const { id, target } = judgement.slo;
        const buckets = histories.get(id);
        if (buckets === undefined || target === null)
            return [];
        return `### Budget of ${nameOf(judgement)}\n\n${chart(burnDown(buckets, target), timeZone)}`;
    })
        .join('\n\n');
}

;// CONCATENATED MODULE: ./build/report/summary/forecast.js





/** One sentence about the worst SLO: when it recovers if nothing more fails, or when its budget is used up. */
function forecast(result) {
    const { worst } = result.decision;
    if (worst === undefined || worst.reading.kind !== 'rate' || worst.verdict === 'low-traffic')
        return undefined;
    return (0,decimal/* exceeds */.Or)(worst.reading.burnRate, result.policy.maxBurnRate)
        ? recovery(worst, result)
        : exhaustion(worst, result);
}
function recovery({ slo, asOf }, { histories, policy, at, timeZone }) {
    const buckets = histories.get(slo.id);
    const when = buckets && slo.target !== null
        ? recoveryOf(buckets, { target: slo.target, maxBurnRate: policy.maxBurnRate })
        : undefined;
    if (when) {
        return `If nothing more fails, enough failures have left the window around ${describeInstant(when, timeZone)}.`;
    }
    const latest = new Date((0,budget_window/* ownWindow */.ll)(slo, asOf ?? at).end.getTime() + slo.window.ms);
    return `If nothing more fails, the last failures leave the window by ${describeInstant(latest, timeZone)} at the latest.`;
}
/** Takes the pace of the longest window of an hour to three days, because a shorter one shows only a moment. */
function exhaustion({ slo, reading, readings }, { at, timeZone }) {
    const recent = readings
        .filter(({ duration }) => duration.ms >= time_duration/* HOUR */.dp && duration.ms <= 3 * time_duration/* DAY */.d_ && duration.ms < slo.window.ms)
        .toSorted((a, b) => b.duration.ms - a.duration.ms)[0];
    if (recent?.reading.kind !== 'rate' || reading.kind !== 'rate')
        return undefined;
    const pace = recent.reading.burnRate;
    const when = exhaustionOf({ burnRate: reading.burnRate, pace, window: slo.window, at });
    if (when === undefined)
        return undefined;
    const rate = `a burn rate of ${(0,decimal/* plainDecimal */.mr)(Number(pace.toPrecision(3)))}`;
    return `At the pace of the last ${(0,time_duration/* describeDuration */.MB)(recent.duration)} (${rate}), the budget is used up around ${describeInstant(when, timeZone)}.`;
}

;// CONCATENATED MODULE: ./build/report/summary/section.js
/** The first lines of a list, and the number of the others. */
function limited(lines, limit) {
    const rest = lines.length - limit;
    const shown = lines.slice(0, limit).join('\n');
    return rest > 0 ? `${shown}\n\n${rest} more are in the JSON report.` : shown;
}

;// CONCATENATED MODULE: ./build/report/summary/decision.js




function headlineOf(result) {
    return `## ${mark(result)} ${headline(result)}`;
}
function mark({ decision, judgements }) {
    if (decision.decision === 'block')
        return '⛔';
    if (decision.decision === 'override')
        return '🔶';
    return judgements.every(({ verdict }) => verdict === 'healthy') ? '✅' : '⚠️';
}
/** The reason of the decision, or every problem of the configuration. */
function reasons({ decision, errors }, limit) {
    if (errors.length === 0)
        return (0,markdown/* plain */.pj)((0,markdown/* shortened */.vI)(decision.reason, 2_000));
    return limited(errors.map(error => `- ${(0,markdown/* plain */.pj)((0,markdown/* shortened */.vI)(error, 1_000))}`), limit);
}
function whatNow(result) {
    const sentences = [remedy(result), forecast(result)].filter(Boolean).join(' ');
    return sentences === '' ? '' : `**What now?** ${(0,markdown/* plain */.pj)(sentences)}`;
}
function approval(result) {
    const words = describeApproval(result);
    return words === undefined ? '' : `**Maintenance approval.** ${(0,markdown/* plain */.pj)(words)}`;
}

;// CONCATENATED MODULE: ./build/report/summary/effects.js




/** The SLOs that an audit would have blocked. */
function neededOverrides({ mode, judgements, policy }, limit) {
    const ids = judgements.filter(({ verdict }) => blocks(verdict, policy)).map(idOf);
    if (mode !== 'audit' || ids.length === 0)
        return '';
    const rest = ids.length > limit ? [`${ids.length - limit} more`] : [];
    return `Overrides would have been needed for ${[...ids.slice(0, limit), ...rest].join(', ')}.`;
}
/** What `apply-slos` changed at Genesys Cloud. */
function applied({ applied }, limit) {
    if (applied.length === 0)
        return '';
    const changed = applied.filter(({ outcome }) => outcome !== 'unchanged');
    const lines = changed.map(({ id, outcome, changes, problem }) => {
        const details = (0,markdown/* plain */.pj)((0,markdown/* shortened */.vI)([...changes, ...(problem ? [problem] : [])].join('; '), 1_000));
        return `- ${(0,markdown/* code */.aY)(id)}: ${outcome}${details && `: ${details}`}`;
    });
    const unchanged = applied.length - changed.length;
    const texts = [limited(lines, limit), unchanged > 0 ? `- ${unchanged} unchanged` : ''];
    return `### Definitions at Genesys Cloud\n\n${texts.filter(text => text !== '').join('\n')}`;
}
/** The results of updating the rows that call flows read. */
function published({ publications }) {
    if (publications.length === 0)
        return '';
    const count = (outcome) => publications.filter(publication => publication.outcome === outcome).length;
    const changed = publications.flatMap(({ id, event }) => event ? `${id} ${event.event === 'budget_exceeded' ? 'degrades' : 'is back to normal'}` : []);
    const parts = [
        `${count('written')} rows written`,
        `${count('kept')} left unchanged`,
        `${count('failed')} failed`,
        ...changed.slice(0, 20)
    ];
    return `**Call flows.** ${(0,markdown/* plain */.pj)(parts.join('; '))}.`;
}

;// CONCATENATED MODULE: ./build/report/summary/evidence.js






/** The numbers that the decision is based on, and their requests. */
function evidence(result, limit) {
    const { judgements, attempts, timeZone, at } = result;
    if (judgements.length === 0)
        return '';
    const rows = judgements.slice(0, limit).flatMap(judgement => rowsOf(judgement, at));
    const about = `Every window ends at ${describeInstant(at, timeZone)}, or slightly earlier for a source with a delay.`;
    const texts = [
        (0,markdown/* plain */.pj)(about),
        (0,markdown/* table */.tp)(readingColumns(timeZone), rows),
        (0,markdown/* table */.tp)(REQUEST_COLUMNS, attempts.slice(0, limit)),
        judgements.length > limit || attempts.length > limit ? 'The rest is in the JSON report.' : ''
    ];
    const content = texts.filter(text => text !== '').join('\n\n');
    return (0,markdown/* details */.zH)('Evidence: every number and where it came from', content);
}
function rowsOf({ slo, readings, asOf }, at) {
    const { end } = (0,budget_window/* ownWindow */.ll)(slo, asOf ?? at);
    return readings.map(({ duration, reading }) => {
        const { start, end: until } = reading.from ?? (0,budget_window/* windowEnding */.IS)(end, duration);
        return { slo, asOf, duration, reading, start, end: until };
    });
}
const readingColumns = (timeZone) => [
    { header: 'SLO', cell: idOf },
    { header: 'Window', cell: ({ duration }) => (0,time_duration/* describeDuration */.MB)(duration) },
    { header: 'From', cell: ({ start }) => describeInstant(start, timeZone) },
    { header: 'Until', cell: ({ end }) => describeInstant(end, timeZone) },
    { header: 'Good', cell: ({ reading }) => countOf(reading, 'good') },
    { header: 'Total', cell: ({ reading }) => countOf(reading, 'total') },
    { header: 'Burn rate', cell: ({ reading }) => rateOrReason(reading) },
    {
        header: 'Requests',
        cell: ({ reading, asOf }) => reading.from?.requests.join(', ') ?? (asOf ? 'remembered' : '')
    }
];
const REQUEST_COLUMNS = [
    { header: '#', cell: (_, index) => String(index + 1) },
    { header: 'Request', cell: ({ method, url, query }) => `${method} ${(0,markdown/* code */.aY)((0,markdown/* shortened */.vI)(query ?? url, 300))}` },
    { header: 'Status', cell: ({ status }) => String(status ?? 'no answer') },
    { header: 'At (UTC)', cell: ({ startedAt }) => startedAt.toISOString().slice(11, 19) },
    { header: 'Took', cell: ({ durationMs }) => `${durationMs} ms` }
];
function countOf(reading, name) {
    return reading.kind === 'rate' && reading.events !== null ? (0,decimal/* plainDecimal */.mr)(reading.events[name]) : '';
}
function rateOrReason(reading) {
    const value = reading.kind === 'rate' ? (0,decimal/* plainDecimal */.mr)(reading.burnRate) : (0,markdown/* plain */.pj)((0,markdown/* shortened */.vI)(reading.reason, 300));
    return reading.from?.note ? `${value} (${(0,markdown/* plain */.pj)(reading.from.note)})` : value;
}

;// CONCATENATED MODULE: ./build/report/summary/notes.js



/** The reasons of other SLOs that are not healthy, warnings, and readings from earlier runs. */
function notes({ decision, judgements, failures, warnings, timeZone }, limit) {
    const others = judgements
        .filter(({ slo, verdict }) => slo.id !== decision.worst?.slo.id && verdict !== 'healthy')
        .map(({ reason }) => reason);
    const remembered = judgements.flatMap(({ slo, asOf }) => asOf
        ? `SLO "${slo.id}" was not measured again: its windows end at ${describeInstant(asOf, timeZone)}`
        : []);
    const lines = [...failures, ...others, ...warnings, ...remembered].map(note => `- ${(0,markdown/* plain */.pj)((0,markdown/* shortened */.vI)(note, 1_000))}`);
    return lines.length === 0 ? '' : `### Also worth knowing\n\n${limited(lines, limit)}`;
}

;// CONCATENATED MODULE: ./build/report/summary/outcomes.js



/** How many outcomes of one SLO are shown. */
const MAX_OUTCOMES = 10;
/** The outcomes that the source counted. The bad ones show what to fix or to ignore. */
function outcomes({ judgements }, limit) {
    const rows = judgements
        .slice(0, limit)
        .filter(({ verdict }) => verdict !== 'healthy')
        .flatMap(({ slo, reading }) => (reading.from?.outcomes ?? []).slice(0, MAX_OUTCOMES).map(counted => ({ ...counted, slo })));
    return rows.length === 0 ? '' : (0,markdown/* details */.zH)('How the events ended', (0,markdown/* table */.tp)(outcomes_COLUMNS, rows));
}
const outcomes_COLUMNS = [
    { header: 'SLO', cell: idOf },
    { header: 'Outcome', cell: ({ outcome }) => (0,markdown/* plain */.pj)((0,markdown/* shortened */.vI)(outcome, 100)) },
    { header: 'Count', cell: ({ count }) => (0,decimal/* plainDecimal */.mr)(count) },
    { header: 'Counts as', cell: ({ countsAs }) => countsAs }
];

;// CONCATENATED MODULE: ./build/report/summary/summary.js








const SUMMARY = [
    headlineOf,
    reasons,
    whatNow,
    approval,
    sloTable,
    charts,
    alerts,
    notes,
    neededOverrides,
    applied,
    published,
    outcomes,
    evidence
];
/** GitHub shows 1 MiB of a step, and other parts of the step may write a little as well. */
const MAX_SUMMARY_BYTES = 1_000_000;
/** GitHub accepts 65,536 characters in a comment. */
const MAX_COMMENT_BYTES = 60_000;
/** The job summary: verdict, reason and what to do, then all SLOs, charts, alerts and the evidence. */
function summaryOf(result) {
    return fitting(result, { sections: SUMMARY, limits: [100, 10], maxBytes: MAX_SUMMARY_BYTES });
}
/** The comment on a pull request: the decision, the SLOs, and a link to the run. */
function commentOf(result, runUrl) {
    const link = () => (runUrl === '' ? '' : `[The whole report](${runUrl})`);
    const sections = [headlineOf, reasons, whatNow, approval, sloTable, link];
    return fitting(result, { sections, limits: [20, 5], maxBytes: MAX_COMMENT_BYTES });
}
/** Writes the sections with the first limit, or with the second one when the text is too long. */
function fitting(result, { sections, limits: [usual, fallback], maxBytes }) {
    const textWith = (limit) => {
        const texts = sections.map(section => section(result, limit)).filter(text => text !== '');
        return `${texts.join('\n\n')}\n`;
    };
    const text = textWith(usual);
    return Buffer.byteLength(text) <= maxBytes ? text : textWith(fallback);
}

;// CONCATENATED MODULE: ./build/steps/report.js








/**
 * Writes the log, the report, the summary, the outputs and the annotations from one result. If one of them cannot be
 * written, the others still are.
 *
 * @returns the exit code; if the outputs of a block cannot be written, the job fails even in an audit
 */
function writeReports(result, { config, runner, folder, secrets }) {
    const { decision, mode } = result;
    const reportFile = config.reportFile ?? runner.defaultReportFile;
    // Before any text is shortened or escaped, because part of a secret or an escaped secret cannot be recognised.
    const clean = redacted(result, text => secrets.redact(text));
    const noLog = attempt('log', () => {
        for (const line of logOf(clean))
            runner.info(line);
    });
    const noReport = attempt(`report-file ${reportFile}`, () => runner.writeReport((0,external_node_path_.resolve)(folder, reportFile), reportOf(clean)));
    const noSummary = attempt('job summary', () => config.summary && runner.writeSummary(summaryOf(clean)));
    const noOutputs = attempt('outputs', () => runner.setOutputs(outputsOf(clean, reportFile)));
    const failures = [...noLog, ...noReport, ...noSummary, ...noOutputs];
    for (const annotation of annotationsOf(clean, failures))
        runner.annotate(annotation);
    const isUnseen = decision.decision === 'block' && noOutputs.length > 0;
    return failsJob(decision, mode) || isUnseen ? 1 : 0;
}
function attempt(what, write) {
    try {
        write();
        return [];
    }
    catch (error) {
        return [unwritten(what, error)];
    }
}

;// CONCATENATED MODULE: ./build/steps/result.js

const misconfigured = (errors) => withoutMeasurement(blocked('config-error', errors.join('; ')));
const withoutMeasurement = (decision) => ({
    decision,
    judgements: [],
    applied: [],
    approval: undefined
});
/** The result of a run after its decision, before anything is written. */
function resultOf({ run, problems }, measured) {
    const { at, config, attempts } = run;
    const { mode, policy, timeZone, approval } = config;
    return {
        ...measured,
        at,
        mode,
        policy,
        timeZone,
        maintenanceLabel: approval.policy.label,
        publications: [],
        histories: new Map(),
        errors: problems.errors,
        warnings: problems.warnings,
        failures: [],
        attempts
    };
}
/** The result of a run in which the gate itself failed: a block without a check for approval. */
function failureOf(started, problem) {
    const { errors } = started.problems;
    if (errors.length > 0)
        return resultOf(started, misconfigured(errors));
    const measured = withoutMeasurement(blocked('source-error', problem));
    const reason = 'it was not checked';
    const approval = { approved: false, rule: 'pull-request', reason, pullRequest: null };
    return resultOf(started, { ...measured, approval });
}

;// CONCATENATED MODULE: ./build/report/commitStatus.js



/** GitHub accepts 140 characters. */
const commitStatus_MAX_LENGTH = 140;
/** The commit status. It has no numbers, because it is written again only when its text changes. */
function statusOf(result) {
    const { decision, approval } = result;
    const slo = decision.worst && decision.decision !== 'allow' ? ` (${decision.worst.slo.id})` : '';
    const by = approval?.approved ? `, approved by ${approval.by}` : '';
    const unread = decision.verdict === 'source-error' || decision.verdict === 'config-error';
    const failed = unread ? 'error' : 'failure';
    return {
        state: decision.decision === 'block' ? failed : 'success',
        description: (0,markdown/* shortened */.vI)(withoutFourByteCharacters((0,oneLine/* oneLine */.T)(`${headline({ decision, mode: 'enforce' })}${slo}${by}`)), commitStatus_MAX_LENGTH)
    };
}
/** GitHub refuses characters of four bytes in a description. */
const withoutFourByteCharacters = (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?');

// EXTERNAL MODULE: ./build/sources/genesys/connection.js
var genesys_connection = __nccwpck_require__(4766);
;// CONCATENATED MODULE: ./build/steps/tell.js










/** Updates the data table that call flows read. A failure never changes the decision. */
async function tellCallFlows(judgements, approval, run) {
    const { callFlows } = run.config;
    if (callFlows?.connection === undefined || judgements.length === 0)
        return [];
    const { connection, degradeBelow } = callFlows;
    const approvedUntil = approval?.approved ? approval.until : undefined;
    const withoutSecrets = (judgement) => ({
        ...judgement,
        reason: run.secrets.redact(judgement.reason)
    });
    const row = { at: run.at, degradeBelow, runUrl: runUrlOf(run.env), approvedUntil };
    return (0,outcome/* guarded */.Nj)('The data table could not be updated', {
        work: async () => {
            const { publish } = await __nccwpck_require__.e(/* import() */ 630).then(__nccwpck_require__.bind(__nccwpck_require__, 7630));
            return withHttp(run, LIMITS.callFlows, http => publish(judgements.map(withoutSecrets), {
                ...callFlows,
                genesys: new genesys_connection/* Genesys */.F(connection, contextOf(run, http)),
                http,
                row
            }));
        },
        fallback: problem => [{ id: '', outcome: 'failed', problems: [problem] }]
    });
}
/** Updates the comment and the statuses of pull requests, as configured. */
async function tellPullRequests(result, measured, run) {
    const { pullRequests, approval } = run.config;
    if (!pullRequests.comment && pullRequests.statusContext === undefined)
        return { problems: [], failures: [] };
    const clean = (value) => redacted(value, text => run.secrets.redact(text));
    const runUrl = runUrlOf(run.env);
    // Leave time for the answers to the last writes.
    const until = run.clock.monotonicMs() + LIMITS.pullRequests.timeout.ms - 15 * time_duration/* SECOND */.Z2;
    return (0,outcome/* guarded */.Nj)('The pull request could not be updated', {
        work: async () => {
            const { tell } = await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(187)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3187));
            return withHttp(run, LIMITS.pullRequests, async (http) => tell({
                ...pullRequests,
                gitHub: await gitHubOf(run, http),
                clock: run.clock,
                until,
                comment: pullRequests.comment ? commentOf(clean(result), runUrl) : undefined,
                runUrl,
                approval: result.approval,
                policy: approval.policy,
                isBlocked: measured.decision === 'block' && measured.verdict !== 'config-error',
                statusOf: found => statusOf(clean({ decision: found?.approved ? overridden(measured) : measured, approval: found }))
            }));
        },
        fallback: problem => ({ problems: [], failures: [problem] })
    });
}

;// CONCATENATED MODULE: ./build/gate.js














/**
 * Runs the gate: configure, measure, judge, decide, approve, tell, report.
 *
 * @param folder where relative paths start
 * @returns the exit code: 0 lets the job continue
 */
async function runGate(env, folder, clock = systemClock) {
    const start = { env, folder, clock };
    const opened = openRunner(start);
    const release = captureLibraries(opened.runner);
    try {
        const started = await startRun(start, opened);
        const result = await (0,outcome/* guarded */.Nj)('The gate itself failed', {
            work: () => decideAndTell(started),
            fallback: problem => failureOf(started, problem)
        });
        return await (0,outcome/* guarded */.Nj)('The reports could not be made', {
            work: async () => writeReports(result, started.run),
            fallback: problem => writeReports(failureOf(started, problem), started.run)
        });
    }
    finally {
        release();
    }
}
async function decideAndTell(started) {
    const { run, problems } = started;
    const { errors, warnings } = problems;
    const measured = errors.length > 0 ? misconfigured(errors) : await measureAndDecide(run);
    const approval = await seekApproval(measured.decision, run);
    const decision = approval?.approved ? overridden(measured.decision) : measured.decision;
    const publications = await tellCallFlows(measured.judgements, approval, run);
    warnings.push(...publications.flatMap(publication => publication.problems));
    const histories = await readCharts(measured.judgements, run);
    const result = { ...resultOf(started, measured), decision, approval, publications, histories };
    const told = await tellPullRequests(result, measured.decision, run);
    warnings.push(...told.problems);
    return { ...result, failures: told.failures };
}
/** The state of earlier runs is read before the measurement, and written after the decision. */
function measureAndDecide(run) {
    const { policy, state } = run.config;
    return (0,outcome/* guarded */.Nj)('The gate itself failed, so nothing was measured', {
        work: async () => {
            const remembered = await readRemembered(run);
            const { evidence: found, applied } = await measureSlos(remembered.slos, run);
            const judged = remembered.slos.map(recalled => {
                const evidence = found.get(recalled.slo.id);
                const judgement = orLastKnown(judge(evidence, policy), recalled, { policy, maxAge: state.maxAge });
                return { recalled, evidence, judgement };
            });
            const judgements = worstFirst(judged.map(({ judgement }) => judgement), policy);
            const decision = decide(judgements, policy);
            await remembered.write(judged, applied);
            return { decision, judgements, applied, approval: undefined };
        },
        fallback: problem => withoutMeasurement(blocked('source-error', problem))
    });
}
/** Reports an error that nothing else caught. The deployment stays blocked. */
async function reportCrash(error, env, folder) {
    const start = { env, folder, clock: systemClock };
    const started = await startDefaultRun(start, openRunner(start));
    const result = await (0,outcome/* guarded */.Nj)('The gate itself failed', {
        work: () => Promise.reject(error),
        fallback: problem => failureOf(started, problem)
    });
    writeReports(result, started.run);
    return 1;
}


/***/ }),

/***/ 1923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ HttpFailure)
/* harmony export */ });
/** Errors of certificates, of TLS and of our own request do not go away with a retry. */
const PERMANENT = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO|ERR_SSL|ERR_INVALID|HEADER_OVERFLOW/;
const UNKNOWN_AUTHORITY = 'its certificate is not from a known authority; set NODE_EXTRA_CA_CERTS to the certificate file of that authority';
const NO_TLS = 'its TLS handshake failed; check the scheme and the port of the address';
/** Replaces Node's messages, which quote the certificate or do not say what to do. */
const WORDS = {
    CERT_HAS_EXPIRED: 'its certificate has expired; renew it, or correct the clock of this machine',
    CERT_NOT_YET_VALID: 'its certificate is not valid yet; correct the clock of this machine',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name; check the address',
    DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_AUTHORITY,
    SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
    UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
    EPROTO: NO_TLS,
    ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
    HPE_HEADER_OVERFLOW: 'the headers of its answer are too large'
};
/** Why there is no usable answer to a request. The message continues the sentence "it could not be read: …". */
class HttpFailure extends Error {
    name = 'HttpFailure';
    isTransient;
    isTooLarge;
    headers;
    constructor(message, { isTransient = false, isTooLarge = false, headers = {}, cause } = {}) {
        super(message, { cause });
        this.isTransient = isTransient;
        this.isTooLarge = isTooLarge;
        this.headers = headers;
    }
    /** Turns any error into a failure. */
    static from(error, headers = {}) {
        const message = error instanceof Error && error.message ? error.message : String(error);
        if (error instanceof HttpFailure) {
            const { isTransient, isTooLarge } = error;
            return new HttpFailure(message, { isTransient, isTooLarge, headers, cause: error });
        }
        const code = codeOf(error);
        return new HttpFailure(wordsOf(message, code), {
            isTransient: !PERMANENT.test(code ?? ''),
            headers,
            cause: error
        });
    }
}
function wordsOf(message, code) {
    const words = WORDS[code ?? ''] ?? message;
    return code === undefined || words.includes(code) ? words : `${words} (${code})`;
}
/** A connection to several addresses fails with one error for each; the first one is used. */
function codeOf(error) {
    const first = error instanceof AggregateError ? error.errors[0] : error;
    return first?.code;
}


/***/ }),

/***/ 3223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ jsonOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7072);
/* harmony import */ var _text_show_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3017);



/** The JSON value of an answer, of any shape. The reason does not quote the answer, which may contain a secret. */
function jsonOf({ headers, text, redact }) {
    const type = headers['content-type'];
    const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
    if (encoding !== 'identity')
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)(`the answer is encoded (${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_2__/* .excerpt */ .Kb)(encoding, redact)}), although the gate did not request that`);
    if (text.trim() === '')
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)('the answer is empty');
    if (type !== undefined && !isJson(type))
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)(`the answer is ${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_2__/* .excerpt */ .Kb)(type, redact)}, not JSON (${bytesOf(text)})${originOf(type)}`);
    try {
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)(JSON.parse(text));
    }
    catch {
        // The parser's own error would quote the text.
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)(`the answer is not valid JSON (${bytesOf(text)})`);
    }
}
const bytesOf = (text) => `${Buffer.byteLength(text)} bytes`;
/** An API never answers with an HTML page. */
const originOf = (type) => /html/i.test(type) ? '; a proxy or a sign-in page may have answered instead' : '';
/** JSON is UTF-8 (RFC 8259); an answer in another charset cannot be trusted. */
function isJson(contentType) {
    try {
        const { subtype, params } = new node_util__WEBPACK_IMPORTED_MODULE_0__.MIMEType(contentType);
        const charset = params.get('charset')?.toLowerCase();
        return /^(.+\+)?json$/.test(subtype) && [undefined, 'utf-8', 'utf8', 'us-ascii'].includes(charset);
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 8645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ describeRefusal)
/* harmony export */ });
/** Describes a refused request in one sentence: system, status, the server's words, what to do, why it was not retried. */
function describeRefusal({ who, status, words, correlation, hint, givenUp }) {
    const said = words ? ` "${words}"` : '';
    const rest = [hint, givenUp].filter(Boolean).map(part => `; ${part}`);
    return `${who} answered HTTP ${status}${said}${correlation ?? ''}${rest.join('')}`;
}


/***/ }),

/***/ 9416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ webhook),
/* harmony export */   EI: () => (/* binding */ durationOrNone),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   _: () => (/* binding */ decimal),
/* harmony export */   eB: () => (/* binding */ timeZone),
/* harmony export */   hl: () => (/* binding */ address),
/* harmony export */   kQ: () => (/* binding */ isTimeZone),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   uM: () => (/* binding */ share),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   yj: () => (/* binding */ positive)
/* harmony export */ });
/* harmony import */ var _text_loopback_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4153);
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(570);


const text = { accepts: 'text', parse: value => value };
/** Text that can be sent in a header. */
const secret = {
    accepts: 'text on one line, of characters that a header can hold',
    isPrivate: true,
    parse: value => (/[^\t\x20-\x7e\x80-\xff]/.test(value) ? undefined : value)
};
/** Entries separated by commas or line breaks, without duplicates. */
const list = {
    accepts: 'entries separated by commas or line breaks',
    parse: value => nonEmpty(value.split(/[,\n]/))
};
/** One entry per line, without duplicates. Not separated by commas, because a path may contain one. */
const lines = {
    accepts: 'one entry per line',
    parse: value => nonEmpty(value.split('\n'))
};
const flag = {
    accepts: 'true or false',
    parse: value => (/^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : undefined)
};
/** A plain decimal number of 0 or more. */
const decimal = {
    accepts: 'a decimal number of 0 or more, such as 1.0',
    parse: value => (/^\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : undefined)
};
/** A share from 0 to 1. */
const share = {
    accepts: 'a decimal number from 0 to 1, such as 0.8',
    parse: value => (/^(0(\.\d{1,15})?|1(\.0{1,15})?)$/.test(value) ? Number(value) : undefined)
};
const timeZone = {
    accepts: 'the name of an IANA time zone, such as UTC or Europe/Berlin',
    parse: value => (isTimeZone(value) ? value : undefined)
};
/**
 * The base address of an API, without a slash at the end. Whether plain http is allowed is checked after all inputs
 * have been read, because it depends on `http-hosts`.
 */
const address = {
    accepts: 'an https:// address without user, query and fragment (http:// only on a loopback host or a host of http-hosts)',
    isPrivate: true,
    parse: value => {
        const url = /[?#]/.test(value) ? undefined : urlOf(value);
        return url?.href.replace(/\/+$/, '');
    }
};
/** The whole address of a webhook, including its query. */
const webhook = {
    accepts: 'an https:// address without user (http:// on a loopback host only)',
    isPrivate: true,
    parse: value => {
        const url = urlOf(value);
        return url?.protocol === 'https:' || (url && (0,_text_loopback_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U)(url.hostname)) ? url.href : undefined;
    }
};
/** Parses an http or https address without a user. */
function urlOf(value) {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url === undefined || url.username || url.password)
        return undefined;
    return ['https:', 'http:'].includes(url.protocol) ? url : undefined;
}
/** The number of a pull request. */
const positive = {
    accepts: 'a whole number above 0',
    parse: value => (/^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined)
};
function oneOf(...values) {
    return { accepts: values.join(' or '), parse: value => values.find(known => known === value) };
}
/** A duration of fixed length, at most `longest`. */
function duration(longest) {
    return {
        accepts: `an ISO 8601 duration of weeks, days, hours, minutes or seconds, such as PT1M or 1m; at most ${longest.iso}`,
        parse: value => {
            const parsed = (0,_time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(value);
            return parsed && parsed.ms <= longest.ms ? parsed : undefined;
        }
    };
}
/** Like `duration`, but also accepts `PT0S`. */
function durationOrNone(longest) {
    const { accepts, parse } = duration(longest);
    return {
        accepts: `${accepts}, or PT0S`,
        parse: value => (value === 'PT0S' ? { iso: value, ms: 0 } : parse(value))
    };
}
function nonEmpty(entries) {
    const found = [...new Set(entries.map(entry => entry.trim()).filter(entry => entry !== ''))];
    return found.length > 0 ? found : undefined;
}
/** Whether it names an IANA time zone. */
function isTimeZone(name) {
    // Not looking up the default saves about 20 ms, because nothing else loads the time zones.
    if (name === 'UTC')
        return true;
    // Intl also accepts offsets such as +01:00, which have no daylight saving time.
    if (/^[+-]/.test(name))
        return false;
    try {
        return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 9479:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7212);


const { env } = process;
const folder = workingFolder();
// A log that is no longer read, or whose disk is full, decides nothing.
for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => undefined);
const crash = new Promise((_, reject) => process.once('uncaughtException', reject));
const exitCode = await Promise.race([(0,_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .runGate */ .R)(env, folder), crash]).catch(error => (0,_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .reportCrash */ .M)(error, env, folder));
// Everything is written. Exit, because an open connection to a silent proxy would keep the process alive.
process.stdout.write('', () => process.exit(exitCode));
/** Another step may have removed the folder that we were started in; outputs and report are written all the same. */
function workingFolder() {
    try {
        return process.cwd();
    }
    catch {
        return env['GITHUB_WORKSPACE'] || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)();
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   Nj: () => (/* binding */ guarded),
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   eO: () => (/* binding */ known),
/* harmony export */   jj: () => (/* binding */ knownValue),
/* harmony export */   qe: () => (/* binding */ whenKnown)
/* harmony export */ });
const known = (value) => ({ kind: 'known', value });
const unreadable = (reason) => ({ kind: 'unreadable', reason });
/** The value; undefined where there is none. */
const knownValue = (outcome) => outcome.kind === 'known' ? outcome.value : undefined;
/** The reason why there is no value; undefined where there is one. */
const reasonOf = (outcome) => outcome.kind === 'unreadable' ? outcome.reason : undefined;
/** Continues with the value; an unreadable outcome is returned unchanged. */
async function whenKnown(outcome, next) {
    return outcome.kind === 'known' ? next(outcome.value) : outcome;
}
/** Does work that can fail only because of a bug in the gate. The fallback gets a message that says so. */
async function guarded(what, { work, fallback }) {
    try {
        return await work();
    }
    catch (error) {
        const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
        return fallback(`${what}. This is a bug in the gate; please report it: ${details}`);
    }
}


/***/ }),

/***/ 5395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ isSloId),
/* harmony export */   Pv: () => (/* binding */ SLO_ID)
/* harmony export */ });
/* unused harmony export MAX_ID_LENGTH */
/**
 * Whether this can be an SLO id. An id becomes part of a URL path, where `.` and `..` have a special meaning, and is
 * compared with the entries of `slo-id`, which are trimmed.
 */
const isSloId = (id) => id !== '.' && id !== '..' && id.trim() === id && id.length <= MAX_ID_LENGTH;
const MAX_ID_LENGTH = 2_000;
/** Describes for messages what `isSloId` accepts. */
const SLO_ID = `an id of at most ${MAX_ID_LENGTH} characters, without spaces around it, other than . and ..`;


/***/ }),

/***/ 8517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  W8: () => (/* binding */ CATALOG),
  A9: () => (/* binding */ SOURCE_INPUTS),
  m7: () => (/* binding */ SOURCE_TYPES),
  M$: () => (/* binding */ isSourceType),
  gp: () => (/* binding */ ofType)
});

// NAMESPACE OBJECT: ./build/sources/datadog/kind.js
var kind_namespaceObject = {};
__nccwpck_require__.r(kind_namespaceObject);
__nccwpck_require__.d(kind_namespaceObject, {
  INPUTS: () => (INPUTS),
  connect: () => (connect),
  form: () => (kind_form),
  open: () => (kind_open)
});

// NAMESPACE OBJECT: ./build/sources/genesys-data-actions/kind.js
var genesys_data_actions_kind_namespaceObject = {};
__nccwpck_require__.r(genesys_data_actions_kind_namespaceObject);
__nccwpck_require__.d(genesys_data_actions_kind_namespaceObject, {
  connect: () => (settings/* connect */.N),
  form: () => (genesys_data_actions_kind_form),
  open: () => (genesys_data_actions_kind_open),
  readHistory: () => (readHistory)
});

// NAMESPACE OBJECT: ./build/sources/genesys-observability/kind.js
var genesys_observability_kind_namespaceObject = {};
__nccwpck_require__.r(genesys_observability_kind_namespaceObject);
__nccwpck_require__.d(genesys_observability_kind_namespaceObject, {
  connect: () => (settings/* connect */.N),
  form: () => (genesys_observability_kind_form),
  open: () => (genesys_observability_kind_open)
});

// NAMESPACE OBJECT: ./build/sources/prometheus/kind.js
var prometheus_kind_namespaceObject = {};
__nccwpck_require__.r(prometheus_kind_namespaceObject);
__nccwpck_require__.d(prometheus_kind_namespaceObject, {
  INPUTS: () => (settings_INPUTS),
  connect: () => (settings_connect),
  form: () => (prometheus_kind_form),
  open: () => (prometheus_kind_open),
  readHistory: () => (kind_readHistory)
});

// EXTERNAL MODULE: ./build/inputs/formats.js
var formats = __nccwpck_require__(9416);
;// CONCATENATED MODULE: ./build/sources/datadog/kind.js

/** Only Datadog's own sites are accepted, because the keys are sent there. */
const site = {
    accepts: 'a Datadog site, such as datadoghq.com, datadoghq.eu or us5.datadoghq.com',
    parse: value => /^(([a-z]+\d+\.)?datadoghq\.com|datadoghq\.eu|([a-z]+\d+\.)?ddog-gov\.com)$/.test(value)
        ? value
        : undefined
};
const INPUTS = {
    'datadog-site': { format: site, env: 'DD_SITE' },
    'datadog-api-key': { format: formats/* secret */.rJ, env: 'DD_API_KEY', isSecret: true },
    'datadog-app-key': { format: formats/* secret */.rJ, env: 'DD_APP_KEY', isSecret: true },
    'datadog-api-url': { format: formats/* address */.hl }
};
function connect(settings, missing) {
    const apiUrl = settings['datadog-api-url'] ?? `https://api.${settings['datadog-site'] ?? 'datadoghq.com'}`;
    const apiKey = settings['datadog-api-key'];
    const appKey = settings['datadog-app-key'];
    if (apiKey === undefined)
        missing('datadog-api-key', 'set it or DD_API_KEY');
    if (appKey === undefined)
        missing('datadog-app-key', 'set it or DD_APP_KEY');
    return apiKey && appKey ? { apiUrl, apiKey, appKey } : undefined;
}
const kind_form = async () => (await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(460)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8460))).datadogForm;
async function kind_open(connection, context) {
    const { Datadog } = await __nccwpck_require__.e(/* import() */ 607).then(__nccwpck_require__.bind(__nccwpck_require__, 8607));
    return new Datadog(connection, context);
}

// EXTERNAL MODULE: ./build/sources/genesys/settings.js + 1 modules
var settings = __nccwpck_require__(6431);
// EXTERNAL MODULE: ./build/sources/genesys/connection.js
var genesys_connection = __nccwpck_require__(4766);
;// CONCATENATED MODULE: ./build/sources/genesys-data-actions/kind.js


const genesys_data_actions_kind_form = async () => (await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(635)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9635))).genesysDataActionsForm;
async function genesys_data_actions_kind_open(connection, context) {
    const { GenesysDataActions } = await __nccwpck_require__.e(/* import() */ 68).then(__nccwpck_require__.bind(__nccwpck_require__, 8068));
    return new GenesysDataActions(new genesys_connection/* Genesys */.F(connection, context));
}
async function readHistory(slos, { connection, context, at }) {
    const { readDataActionHistory } = await __nccwpck_require__.e(/* import() */ 941).then(__nccwpck_require__.bind(__nccwpck_require__, 8941));
    return readDataActionHistory(slos, { genesys: new genesys_connection/* Genesys */.F(connection, context), at });
}

// EXTERNAL MODULE: ./build/budget/reading.js
var reading = __nccwpck_require__(1232);
// EXTERNAL MODULE: ./build/text/field.js
var field = __nccwpck_require__(6974);
// EXTERNAL MODULE: ./build/text/show.js
var show = __nccwpck_require__(3017);
// EXTERNAL MODULE: ./build/sources/genesys/answer.js
var genesys_answer = __nccwpck_require__(6232);
// EXTERNAL MODULE: ./build/sources/otherTime.js
var otherTime = __nccwpck_require__(3778);
;// CONCATENATED MODULE: ./build/sources/genesys-observability/source.js





/** The SLOs of the Observability API, with one request for each window. */
class GenesysObservability {
    #genesys;
    constructor(genesys) {
        this.#genesys = genesys;
    }
    read(probes) {
        return Promise.all(probes.map(probe => this.#readOne(probe)));
    }
    async #readOne({ slo, window }) {
        const interval = new URLSearchParams({
            startTime: window.start.toISOString(),
            endTime: window.end.toISOString()
        });
        const path = `/api/v2/observability/slos/${encodeURIComponent(slo.id)}/burnRate?${interval}`;
        try {
            const answer = await this.#genesys.ask({ method: 'GET', path, hints: HINTS });
            return burnRateIn((0,genesys_answer/* wholeOf */.l2)(answer), { slo, window });
        }
        catch (error) {
            if (error instanceof genesys_answer/* GenesysError */.DF)
                return (0,reading/* unreadable */.O$)(error.message);
            throw error;
        }
    }
}
const HINTS = {
    400: 'check the SLO id and its definition',
    404: 'check the SLO id, and that this organisation has the Observability API; the README names other sources'
};
/** Reads `{ "burnRate": 0.4 }`. */
function burnRateIn({ body, correlation, request }, { slo, window: { start, end } }) {
    const other = (0,field/* field */.Z)(body, 'sloId');
    if (other !== undefined && other !== null && other !== slo.id)
        return (0,reading/* unreadable */.O$)(`Genesys Cloud answered about another SLO, ${(0,show/* shown */.SP)(other)}${correlation}`);
    const asked = { startTime: start, endTime: end };
    for (const [name, instant] of Object.entries(asked)) {
        const value = (0,field/* field */.Z)(body, name);
        if (value === undefined || value === null)
            continue;
        if (typeof value === 'string' && (0,otherTime/* isNear */.H)(instant.getTime(), Date.parse(value)))
            continue;
        const found = `${(0,show/* shown */.SP)(value)} as ${name}, not ${instant.toISOString()}`;
        return (0,reading/* unreadable */.O$)(`Genesys Cloud answered about another time: ${found}${correlation}`);
    }
    const burnRate = (0,field/* field */.Z)(body, 'burnRate');
    if (typeof burnRate === 'number' && Number.isFinite(burnRate) && burnRate >= 0) {
        return { kind: 'burn-rate', burnRate, from: { requests: [request], start, end } };
    }
    const found = burnRate === undefined ? 'no burnRate' : `${(0,show/* shown */.SP)(burnRate)} as burnRate`;
    return (0,reading/* unreadable */.O$)(`Genesys Cloud answered with ${found}, but expected a number of 0 or more${correlation}`);
}

;// CONCATENATED MODULE: ./build/sources/genesys-observability/kind.js



const genesys_observability_kind_form = async () => (await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(340)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7340))).genesysObservabilityForm;
// This source is small and used most often, so it is not loaded separately.
const genesys_observability_kind_open = async (connection, context) => new GenesysObservability(new genesys_connection/* Genesys */.F(connection, context));

;// CONCATENATED MODULE: ./build/inputs/pairs.js


/** Shorter values are not treated as secrets: redacting them would remove parts of ordinary words. */
const SHORTEST_SECRET = 4;
/** Headers for the connection and the body. A wrong value would break every request. */
const OURS = /^(host|content-.*|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|accept|accept-encoding|user-agent)$/i;
/**
 * Headers to send, one per line. Their values are secrets and are never shown in messages.
 *
 * @param refused a header that must be set with another input, and the name of that input
 */
function headers(refused) {
    return pairs({
        accepts: 'Name: value, one header per line',
        separator: ':',
        problemOf: ([name, value], isAgain) => {
            if (!/^[!#$%&'*+.^`|~\w-]+$/.test(name))
                return 'has a line that is not Name: value';
            if (name.toLowerCase() === refused?.name.toLowerCase())
                return `cannot set the header ${refused.name}; use ${refused.instead}`;
            if (OURS.test(name))
                return `cannot set the header ${(0,show/* show */.WU)(name)}, which the gate sets itself`;
            if (isAgain)
                return `has the header ${(0,show/* show */.WU)(name)} twice`;
            if (!/^[\t\x20-\x7e]+$/.test(value))
                return `needs a value in plain ASCII for ${(0,show/* show */.WU)(name)}`;
            return undefined;
        }
    });
}
/** Parameters to add to the query of a request, one per line. */
function parameters(refused) {
    return pairs({
        accepts: 'name=value, one parameter per line',
        separator: '=',
        problemOf: ([name]) => {
            if (!/^[\w.[\]-]+$/.test(name))
                return 'has a line that is not name=value';
            return refused.includes(name)
                ? `cannot set the parameter ${(0,show/* show */.WU)(name)}, which the gate sets itself`
                : undefined;
        }
    });
}
function pairs({ accepts, separator, problemOf }) {
    const split = (text) => (formats/* lines */.Mn.parse(text) ?? []).map(line => pairIn(line, separator));
    const problemIn = (text) => {
        const names = split(text).map(([name]) => name.toLowerCase());
        const problems = split(text).map((pair, index) => problemOf(pair, names.indexOf(pair[0].toLowerCase()) < index));
        return problems.find(problem => problem !== undefined);
    };
    return {
        accepts,
        parse: text => (problemIn(text) === undefined ? split(text) : undefined),
        explain: text => problemIn(text) ?? 'is empty',
        secretsIn: text => split(text).flatMap(([, value]) => (value.length < SHORTEST_SECRET ? [] : value))
    };
}
/** A line without a separator has an empty name, because its text may be a secret value. */
function pairIn(line, separator) {
    const at = line.indexOf(separator);
    return at < 0 ? ['', line] : [line.slice(0, at).trim(), line.slice(at + separator.length).trim()];
}

;// CONCATENATED MODULE: ./build/sources/aws/credentials.js
/** Reads the credentials from the environment and masks them; undefined if there are none. */
function readAwsCredentials({ env, secrets }) {
    const accessKeyId = env['AWS_ACCESS_KEY_ID']?.trim();
    const secretAccessKey = env['AWS_SECRET_ACCESS_KEY']?.trim();
    const sessionToken = env['AWS_SESSION_TOKEN']?.trim();
    for (const secret of [secretAccessKey, sessionToken])
        if (secret)
            secrets.add(secret);
    if (!accessKeyId || !secretAccessKey)
        return undefined;
    return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

;// CONCATENATED MODULE: ./build/sources/prometheus/settings.js



const username = {
    accepts: 'text on one line without a colon',
    parse: value => (value.includes(':') ? undefined : formats/* secret */.rJ.parse(value))
};
const awsRegion = {
    accepts: 'an AWS region, such as eu-central-1',
    parse: value => (/^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/.test(value) ? value : undefined)
};
const settings_INPUTS = {
    'prometheus-url': { format: formats/* address */.hl, env: 'PROMETHEUS_URL' },
    'prometheus-token': { format: formats/* secret */.rJ, env: 'PROMETHEUS_TOKEN', isSecret: true },
    'prometheus-username': { format: username, env: 'PROMETHEUS_USERNAME' },
    'prometheus-password': { format: formats/* secret */.rJ, env: 'PROMETHEUS_PASSWORD', isSecret: true },
    'prometheus-headers': {
        format: headers({ name: 'Authorization', instead: 'prometheus-token, or prometheus-username' }),
        isSecret: true
    },
    'prometheus-parameters': { format: parameters(['query', 'time', 'start', 'end', 'step']) },
    'prometheus-sigv4-region': { format: awsRegion }
};
/** How to reach the server; undefined where an input is missing or two do not go together, which is reported. */
function settings_connect(settings, missing, options) {
    const apiUrl = settings['prometheus-url'];
    if (apiUrl === undefined)
        missing('prometheus-url', 'set it or PROMETHEUS_URL');
    const signIn = signInOf(settings, missing, options);
    if (apiUrl === undefined || signIn === undefined)
        return undefined;
    const more = { headers: settings['prometheus-headers'], parameters: settings['prometheus-parameters'] };
    return {
        apiUrl,
        signIn,
        ...(more.headers && { headers: more.headers }),
        ...(more.parameters && { parameters: more.parameters })
    };
}
const WAYS = [
    'prometheus-token',
    'prometheus-username',
    'prometheus-password',
    'prometheus-sigv4-region'
];
function signInOf(settings, missing, options) {
    const set = WAYS.filter(name => settings[name] !== undefined);
    const [first = '', ...others] = set;
    const other = others.find(name => !(first === 'prometheus-username' && name === 'prometheus-password'));
    if (other) {
        options.wrong(other, `is set as well as ${first}; keep one way to sign in (environment variables count too)`);
        return undefined;
    }
    const token = settings['prometheus-token'];
    if (token !== undefined)
        return { kind: 'token', token };
    const region = settings['prometheus-sigv4-region'];
    if (region !== undefined)
        return sigV4(region, options);
    return set.length > 0 ? basic(settings, missing, options) : { kind: 'none' };
}
function basic(settings, missing, { secrets }) {
    const user = settings['prometheus-username'];
    const password = settings['prometheus-password'];
    if (user === undefined)
        missing('prometheus-username', 'set it or PROMETHEUS_USERNAME, because prometheus-password is set');
    if (password === undefined)
        missing('prometheus-password', 'set it or PROMETHEUS_PASSWORD, because prometheus-username is set');
    if (user === undefined || password === undefined)
        return undefined;
    const credentials = Buffer.from(`${user}:${password}`).toString('base64');
    secrets.add(credentials);
    return { kind: 'basic', credentials };
}
function sigV4(region, options) {
    const credentials = readAwsCredentials(options);
    if (credentials !== undefined)
        return { kind: 'sigv4', scope: { service: 'aps', region, credentials } };
    options.wrong('prometheus-sigv4-region', 'is set, but AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both in the environment; run aws-actions/configure-aws-credentials in a step before');
    return undefined;
}

;// CONCATENATED MODULE: ./build/sources/prometheus/kind.js

const prometheus_kind_form = async () => (await Promise.all(/* import() */[__nccwpck_require__.e(934), __nccwpck_require__.e(826)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5826))).prometheusForm;
async function prometheus_kind_open(connection, context) {
    const { Prometheus } = await __nccwpck_require__.e(/* import() */ 165).then(__nccwpck_require__.bind(__nccwpck_require__, 165));
    return new Prometheus(connection, context);
}
async function kind_readHistory(slos, options) {
    const { readPrometheusHistory } = await __nccwpck_require__.e(/* import() */ 70).then(__nccwpck_require__.bind(__nccwpck_require__, 8070));
    return readPrometheusHistory(slos, options);
}

;// CONCATENATED MODULE: ./build/sources/catalog.js





/** Every kind of source, by the `type` that a definition names. This is the only list of them. */
const KINDS = {
    'genesys-observability': genesys_observability_kind_namespaceObject,
    'genesys-data-actions': genesys_data_actions_kind_namespaceObject,
    prometheus: prometheus_kind_namespaceObject,
    datadog: kind_namespaceObject
};
/** The inputs of all sources. */
const SOURCE_INPUTS = { ...settings/* INPUTS */.m, ...settings_INPUTS, ...INPUTS };
const CATALOG = KINDS;
const SOURCE_TYPES = Object.keys(KINDS);
const isSourceType = (type) => SOURCE_TYPES.some(known => known === type);
/** The items whose source has this type. */
function ofType(type, items) {
    return items.filter((item) => item.spec.type === type);
}


/***/ }),

/***/ 6232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DF: () => (/* binding */ GenesysError),
/* harmony export */   iq: () => (/* binding */ unreached),
/* harmony export */   l2: () => (/* binding */ wholeOf),
/* harmony export */   qG: () => (/* binding */ accepted),
/* harmony export */   ut: () => (/* binding */ answerOf)
/* harmony export */ });
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1923);
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3223);
/* harmony import */ var _http_refusal_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8645);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7072);
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6974);
/* harmony import */ var _text_show_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3017);
/* harmony import */ var _partial_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2952);







/** Why Genesys Cloud gave no usable answer. */
class GenesysError extends Error {
    name = 'GenesysError';
    /** The status of a refusal; undefined when there was no answer, or none that can be read. */
    status;
    constructor(message, { status, cause } = {}) {
        super(message, { cause });
        this.status = status;
    }
}
/**
 * An answer whose JSON value can be used.
 *
 * @throws GenesysError for a status other than 200 and for a body that is not JSON
 */
function answerOf(response, who, hints) {
    const { request } = accepted(response, who, hints);
    const named = correlation(response);
    const json = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonOf */ .o)(response);
    if (json.kind === 'unreadable')
        throw new GenesysError(`${who}: ${json.reason}${named}`);
    const body = json.value;
    return {
        body,
        correlation: named,
        request,
        partial: (0,_partial_js__WEBPACK_IMPORTED_MODULE_2__/* .partialIn */ .Fy)(body, response.redact) ?? errorIn(body, response.redact)
    };
}
/** A gateway may answer 200 with what the API would have refused with: a status, or a code and a message. */
function errorIn(body, redact) {
    const [status, code, message] = ['status', 'code', 'message'].map(name => (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(body, name));
    const isError = typeof status === 'number' && status >= 400;
    if (!isError && (typeof code !== 'string' || typeof message !== 'string'))
        return undefined;
    const words = wordsOf(body, redact);
    return `its answer is an error${words ? ` ("${words}")` : ''}`;
}
/**
 * Rejects an incomplete answer. Used only for answers with measurements: in others, these field names may mean
 * something else.
 *
 * @throws GenesysError
 */
function wholeOf(answer) {
    const { partial, correlation } = answer;
    if (partial)
        throw new GenesysError(`Genesys Cloud says that ${partial}${correlation}`);
    return answer;
}
/**
 * Returns a response with one of the expected statuses.
 *
 * @throws GenesysError for any other status
 */
function accepted(response, who, hints, statuses = [200]) {
    const { status, givenUp } = response;
    if (statuses.includes(status))
        return response;
    const json = (0,_http_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonOf */ .o)(response);
    const [body, problem] = [(0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .knownValue */ .jj)(json), (0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOf */ .A3)(json)];
    // A refusal that is not JSON comes from a proxy or gateway, not from the API.
    const hint = problem ? `${problem}; ${NOT_ITS_OWN}` : hints[status];
    const words = wordsOf(body, response.redact);
    const refusal = { who, status, words, correlation: correlation(response), hint, givenUp };
    throw new GenesysError((0,_http_refusal_js__WEBPACK_IMPORTED_MODULE_5__/* .describeRefusal */ .a)(refusal), { status });
}
const NOT_ITS_OWN = 'the API itself answers in JSON: check the address, and any proxy or gateway in between';
/** Turns a failed request into a GenesysError; returns any other error as it is. */
function unreached(cause, who) {
    return cause instanceof _http_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpFailure */ .H
        ? new GenesysError(`${who} could not be reached: ${cause.message}${correlation(cause)}`, { cause })
        : cause;
}
/** The server's own words: `message` of the API, `error_description` or `description` of the sign-in, else `error`. */
function wordsOf(body, redact) {
    const words = ['message', 'error_description', 'description', 'error'].map(name => (0,_text_field_js__WEBPACK_IMPORTED_MODULE_3__/* .field */ .Z)(body, name));
    const said = words.find((text) => typeof text === 'string' && text.trim() !== '');
    return said && (0,_text_show_js__WEBPACK_IMPORTED_MODULE_6__/* .excerpt */ .Kb)(said, redact);
}
function correlation({ headers }) {
    const id = headers['inin-correlation-id'];
    return id ? ` (ININ-Correlation-Id ${id})` : '';
}


/***/ }),

/***/ 4766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ Genesys)
/* harmony export */ });
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6974);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6232);


/** The API of one organisation. Signs in with the first request. */
class Genesys {
    #connection;
    #context;
    constructor(connection, context) {
        this.#connection = connection;
        this.#context = context;
    }
    /**
     * Sends a request and returns its JSON answer.
     *
     * @throws GenesysError
     */
    async ask(request) {
        return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .answerOf */ .ut)(await this.#sendSignedIn(request), WHO, { ...API_HINTS, ...request.hints });
    }
    /**
     * Sends a change. The body of the answer is ignored.
     *
     * @throws GenesysError
     */
    async write(request) {
        (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .accepted */ .qG)(await this.#sendSignedIn(request), WHO, { ...API_HINTS, ...request.hints }, WRITTEN);
    }
    async #sendSignedIn(request) {
        const { session } = this.#context;
        session.token ??= this.#signIn();
        const { token } = session;
        const response = await this.#sendWith(await token, request);
        const mayRenew = token !== session.renewed && 'clientId' in this.#connection.credentials;
        if (response.status !== 401 || !mayRenew)
            return response;
        // The token may have been revoked. All requests that are refused share one more sign-in.
        session.renewed ??= this.#signIn();
        session.token = session.renewed;
        return this.#sendWith(await session.renewed, request);
    }
    #sendWith(token, { path, body, hints, ...request }) {
        return this.#send(WHO, {
            ...request,
            url: `${this.#connection.apiUrl}${path}`,
            headers: {
                authorization: `Bearer ${token}`,
                accept: 'application/json',
                ...(body === undefined ? {} : { 'content-type': 'application/json' })
            },
            body: body === undefined ? null : JSON.stringify(body)
        });
    }
    async #signIn() {
        const { credentials } = this.#connection;
        if ('accessToken' in credentials)
            return credentials.accessToken;
        const { loginUrl, clientId, clientSecret } = credentials;
        const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
        this.#context.secrets.add(basic);
        const response = await this.#send('the Genesys Cloud sign-in', {
            method: 'POST',
            url: `${loginUrl}/oauth/token`,
            headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
            body: 'grant_type=client_credentials',
            isRead: true,
            retryWhen: isThrottledSignIn
        });
        const { body, correlation } = (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .answerOf */ .ut)(response, 'the Genesys Cloud sign-in', SIGN_IN_HINTS);
        const token = (0,_text_field_js__WEBPACK_IMPORTED_MODULE_1__/* .field */ .Z)(body, 'access_token');
        if (typeof token !== 'string' || token === '') {
            throw new _answer_js__WEBPACK_IMPORTED_MODULE_0__/* .GenesysError */ .DF(`the Genesys Cloud sign-in answered without an access_token${correlation}`);
        }
        this.#context.secrets.add(token);
        return token;
    }
    async #send(who, request) {
        try {
            return await this.#context.http.send(request);
        }
        catch (cause) {
            throw (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .unreached */ .iq)(cause, who);
        }
    }
}
const WHO = 'Genesys Cloud';
const WRITTEN = [200, 201, 202, 204];
const SIGN_IN_HINTS = {
    400: 'check that the OAuth client uses the client credentials grant',
    401: 'check genesys-client-id, genesys-client-secret and genesys-region',
    403: 'check that the OAuth client may sign in from this address',
    404: 'check genesys-login-url'
};
const API_HINTS = {
    401: 'check that the token is valid and belongs to this region',
    403: 'give the OAuth client a role with the permission for this resource'
};
/** Too many sign-ins are answered with 400, not with 429. */
function isThrottledSignIn({ status, text }) {
    return status === 400 && /rate limit exceeded/i.test(text);
}


/***/ }),

/***/ 6431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ INPUTS),
  N: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ./build/inputs/formats.js
var formats = __nccwpck_require__(9416);
;// CONCATENATED MODULE: ./build/sources/genesys/regions.js
/** The domain of every public region, as in Genesys' own SDKs. */
const DOMAINS = {
    'us-east-1': 'mypurecloud.com',
    'us-east-2': 'use2.us-gov-pure.cloud',
    'us-west-2': 'usw2.pure.cloud',
    'ca-central-1': 'cac1.pure.cloud',
    'mx-central-1': 'mxc1.pure.cloud',
    'sa-east-1': 'sae1.pure.cloud',
    'eu-west-1': 'mypurecloud.ie',
    'eu-west-2': 'euw2.pure.cloud',
    'eu-central-1': 'mypurecloud.de',
    'eu-central-2': 'euc2.pure.cloud',
    'eusc-de-east-1': 'edee1.eusc-pure.cloud',
    'me-central-1': 'mec1.pure.cloud',
    'ap-south-1': 'aps1.pure.cloud',
    'ap-southeast-1': 'apse1.pure.cloud',
    'ap-southeast-2': 'mypurecloud.com.au',
    'ap-northeast-1': 'mypurecloud.jp',
    'ap-northeast-2': 'apne2.pure.cloud',
    'ap-northeast-3': 'apne3.pure.cloud'
};
/**
 * The domain of a region, given as a region or a domain. Only domains in the list are accepted, because the
 * client secret is sent there.
 */
function genesysDomain(regionOrDomain) {
    const name = regionOrDomain.toLowerCase();
    return Object.hasOwn(DOMAINS, name) ? DOMAINS[name] : Object.values(DOMAINS).find(domain => domain === name);
}

;// CONCATENATED MODULE: ./build/sources/genesys/settings.js


const region = {
    accepts: 'an AWS region of Genesys Cloud, such as us-east-1, or its domain, such as mypurecloud.com',
    parse: genesysDomain
};
const INPUTS = {
    'genesys-region': { format: region, env: 'GENESYSCLOUD_REGION' },
    'genesys-client-id': { format: formats/* text */.Qq, env: 'GENESYSCLOUD_OAUTHCLIENT_ID' },
    'genesys-client-secret': { format: formats/* secret */.rJ, env: 'GENESYSCLOUD_OAUTHCLIENT_SECRET', isSecret: true },
    'genesys-access-token': { format: formats/* secret */.rJ, env: 'GENESYSCLOUD_ACCESS_TOKEN', isSecret: true },
    'genesys-api-url': { format: formats/* address */.hl },
    'genesys-login-url': { format: formats/* address */.hl }
};
/** How to reach the organisation; undefined when an input is missing, which is reported. */
function connect(settings, missing) {
    const domain = settings['genesys-region'];
    const apiUrl = settings['genesys-api-url'] ?? (domain && `https://api.${domain}`);
    if (apiUrl === undefined) {
        missing('genesys-region', 'set it or GENESYSCLOUD_REGION, or set genesys-api-url', 'genesys-api-url');
    }
    const accessToken = settings['genesys-access-token'];
    const credentials = accessToken === undefined ? clientCredentials(settings, missing) : { accessToken };
    return apiUrl === undefined || credentials === undefined ? undefined : { apiUrl, credentials };
}
function clientCredentials(settings, missing) {
    const domain = settings['genesys-region'];
    const loginUrl = settings['genesys-login-url'] ?? (domain && `https://login.${domain}`);
    const clientId = settings['genesys-client-id'];
    const clientSecret = settings['genesys-client-secret'];
    if (loginUrl === undefined) {
        missing('genesys-login-url', 'set it, or genesys-region, or genesys-access-token', 'genesys-region');
    }
    if (clientId === undefined) {
        missing('genesys-client-id', 'set it or GENESYSCLOUD_OAUTHCLIENT_ID, or genesys-access-token');
    }
    if (clientSecret === undefined) {
        missing('genesys-client-secret', 'set it or GENESYSCLOUD_OAUTHCLIENT_SECRET');
    }
    return loginUrl && clientId && clientSecret ? { loginUrl, clientId, clientSecret } : undefined;
}


/***/ }),

/***/ 3778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isNear),
/* harmony export */   Z: () => (/* binding */ liesWithin)
/* harmony export */ });
/* harmony import */ var _time_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(570);

/** Servers round times. A larger difference than this means that the answer is about another time. */
const NEARLY = _time_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY;
/** Whether two instants, in milliseconds since the epoch, differ only by rounding. False for NaN. */
const isNear = (asked, answered) => Math.abs(asked - answered) <= NEARLY;
/** Whether a span, in milliseconds since the epoch, lies within an interval, but for rounding. */
function liesWithin({ start, end }, span) {
    return span.start >= start.getTime() - NEARLY && span.end <= end.getTime() + NEARLY && span.start < span.end;
}


/***/ }),

/***/ 2952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fy: () => (/* binding */ partialIn),
/* harmony export */   Hn: () => (/* binding */ wordsIn),
/* harmony export */   QV: () => (/* binding */ isSaid)
/* harmony export */ });
/* harmony import */ var _text_field_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6974);
/* harmony import */ var _text_show_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3017);


/**
 * Fields that mark a successful answer as incomplete: those of Thanos and Mimir, of VictoriaMetrics, and of
 * answers that come in pages. The missing part could contain anything.
 */
const SIGNS = ['warnings', 'errors', 'error', 'isPartial', 'partial', 'cursor', 'nextUri'];
/** Describes, for a message, how an answer is incomplete; undefined for a complete answer. */
function partialIn(body, redact) {
    const sign = SIGNS.find(name => isSaid((0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(body, name)));
    if (sign === undefined)
        return undefined;
    const words = wordsIn((0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(body, sign));
    return `its answer is partial (${words ? `${sign}: "${(0,_text_show_js__WEBPACK_IMPORTED_MODULE_1__/* .excerpt */ .Kb)(words, redact)}"` : sign})`;
}
/** The server's own error text, from a string, an error object, or the first entry of a list of either. */
function wordsIn(errors) {
    const first = Array.isArray(errors) ? errors[0] : errors;
    const words = [first, ...WORDS.map(name => (0,_text_field_js__WEBPACK_IMPORTED_MODULE_0__/* .field */ .Z)(first, name))];
    return words.find((word) => typeof word === 'string' && word.trim() !== '');
}
const WORDS = ['error', 'error_message', 'message', 'error_type'];
/** Whether a field for errors or warnings has a value other than an empty one. */
function isSaid(value) {
    return Array.isArray(value) ? value.length > 0 : ![undefined, null, false, ''].includes(value);
}


/***/ }),

/***/ 6974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ field)
/* harmony export */ });
/** A field of a value of unknown shape; undefined when the value has no such field. */
function field(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? value[name]
        : undefined;
}


/***/ }),

/***/ 4153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
/** Whether a host name is this machine. IPv6 addresses are in brackets, as in `URL.hostname`. */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}


/***/ }),

/***/ 1065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ bar),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   vI: () => (/* binding */ shortened),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _oneLine_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1968);

/**
 * Writes text from outside as plain text in GitHub Flavored Markdown. It is safe in a table cell too: every
 * character that Markdown or HTML acts on becomes a character reference, and line breaks become spaces.
 * GitHub looks for mentions and references after it has read the character references, so these need a
 * space without width as well.
 */
function plain(text) {
    return (0,_oneLine_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .T)(text).replace(ACTIVE, match => {
        const inert = `&#${match.charCodeAt(0)};${match.slice(1)}`;
        return /^(@|#|gh-)$/i.test(match) ? `${inert}&#8203;` : inert;
    });
}
/** Marks of Markdown and HTML, mentions, references, and the start of addresses that become links. */
const ACTIVE = /[&<>`*_~|[\]\\#@$!{}]|^\s*[-+=]|:(?=\/\/)|\.(?<=www\.)|^\s*\d+[.)]|\bgh-(?=\d)/gi;
/** Writes text from outside unchanged, as inline code. */
function code(text) {
    const line = (0,_oneLine_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .T)(text).replaceAll('|', '\\|');
    const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    const pad = longest > 0 ? ' ' : '';
    return `${fence}${pad}${line}${pad}${fence}`;
}
function table(columns, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [
        line(columns.map(({ header }) => header)),
        line(columns.map(() => '---')),
        ...rows.map((row, index) => line(columns.map(({ cell }) => cell(row, index))))
    ].join('\n');
}
/** A bar of ten cells, one for each tenth of the budget. Any budget that is left fills at least one cell. */
function bar(percent) {
    const filled = Math.min(10, Math.max(percent > 0 ? 1 : 0, Math.round(percent / 10)));
    return `${'█'.repeat(filled)}${'░'.repeat(10 - filled)}`;
}
/** Content that is folded until a reader opens it. */
function details(summary, content) {
    return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
/** Cuts a text to at most this many characters, never within a character. */
function shortened(text, maxLength) {
    if (text.length <= maxLength)
        return text;
    const characters = [...text];
    return characters.length <= maxLength ? text : `${characters.slice(0, maxLength - 1).join('')}…`;
}


/***/ }),

/***/ 2788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest),
/* harmony export */   q: () => (/* binding */ nearestKey)
/* harmony export */ });
/** The word with the smallest edit distance; the first one if there are several. */
function nearest(text, words) {
    const distances = words.map(word => distance(text.slice(0, 100), word));
    return words[distances.indexOf(Math.min(...distances))] ?? '';
}
/**
 * The known key that a wrong one most likely stands for: `window` for `timeWindow`, `minEvents` for `minimumEvents`.
 *
 * @returns undefined if none is near
 */
function nearestKey(key, known) {
    const written = letters(key);
    const similar = known.filter(word => written.length > 3 && contains(letters(word), written));
    if (similar.length > 0)
        return nearest(key, similar);
    const near = nearest(written, known.map(letters));
    const isNear = distance(written.slice(0, 100), near) <= Math.max(1, Math.max(written.length, near.length) / 2.5);
    return isNear ? known.find(word => letters(word) === near) : undefined;
}
const letters = (key) => key.toLowerCase().replace(/[^a-z0-9]/g, '');
const contains = (known, written) => known.includes(written) ||
    written.endsWith(known) ||
    (2 * known.length > written.length && written.includes(known));
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (const [i, letter] of [...a].entries()) {
        const next = [i + 1];
        for (let j = 1; j < row.length; j++) {
            const [left = 0, above = 0, corner = 0] = [next[j - 1], row[j], row[j - 1]];
            next.push(Math.min(left + 1, above + 1, corner + Number(letter !== b[j - 1])));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}


/***/ }),

/***/ 1968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ logLine),
/* harmony export */   T: () => (/* binding */ oneLine)
/* harmony export */ });
/** Puts text from outside on one line: line breaks, control characters and direction marks become spaces. */
function oneLine(text) {
    return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, ' ');
}
/** Makes a line safe from being read as a runner command: `::` at the start; `##[`, `##vso[`, `##teamcity[` anywhere. */
function logLine(text) {
    return oneLine(text)
        .replace(/^(\s*)::/, '$1: :')
        .replace(/##(?=\w*\[)/g, '## ');
}


/***/ }),

/***/ 3017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   WU: () => (/* binding */ show)
/* harmony export */ });
/**
 * Quotes the beginning of a text from outside in a message, on one line.
 *
 * @param redact removes secrets before the text is cut, because half a secret cannot be recognised
 */
function excerpt(text, redact = whole => whole) {
    const line = redact(text).replace(/\s+/g, ' ').trim();
    return line.length > 120 ? `${line.slice(0, 120)}…` : line;
}
/** Describes a value of an answer in a message. Lists and objects may be nested too deeply to print, so only their type is given. */
function shown(value) {
    // A long text is not cut, and line breaks stay recognisable: secrets are taken out later, and only as a whole.
    if (typeof value === 'string')
        return value.length > 120 ? 'a long text' : JSON.stringify(value);
    return typeof value === 'object' && value !== null
        ? Array.isArray(value)
            ? 'a list'
            : 'an object'
        : String(value);
}
/** Quotes a value of the configuration in a message, shortened and without secrets in an address. */
function show(value) {
    const text = jsonOf(value).replace(/[^\s"]+/g, withoutSecrets);
    return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
/** Hides the rest of an address, the password before an `@`, and a query. */
function withoutSecrets(word) {
    const scheme = word.indexOf('://');
    if (scheme >= 0)
        return `${word.slice(0, scheme)}://***`;
    const at = word.lastIndexOf('@');
    const colon = word.indexOf(':');
    const rest = colon >= 0 && colon < at ? `***${word.slice(at)}` : word;
    const query = rest.indexOf('?');
    const hash = rest.indexOf('#');
    const cut = query >= 0 ? query : rest.includes('=', hash) ? hash : -1;
    return cut >= 0 ? `${rest.slice(0, cut + 1)}***` : rest;
}
function jsonOf(value) {
    try {
        return JSON.stringify(value) ?? String(value);
    }
    catch {
        // YAML can refer to itself, and can be nested too deeply to print.
        return 'a value that cannot be shown';
    }
}


/***/ }),

/***/ 570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   MB: () => (/* binding */ describeDuration),
/* harmony export */   V8: () => (/* binding */ WEEK),
/* harmony export */   Z2: () => (/* binding */ SECOND),
/* harmony export */   _d: () => (/* binding */ isoDuration),
/* harmony export */   d_: () => (/* binding */ DAY),
/* harmony export */   dp: () => (/* binding */ HOUR),
/* harmony export */   pY: () => (/* binding */ MINUTE),
/* harmony export */   s9: () => (/* binding */ LAST_HOUR)
/* harmony export */ });
/* unused harmony exports SHORT, FIXED_LENGTH */
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/**
 * Reads an ISO 8601 duration of fixed length, such as `PT5M`, `P30D` or `PT720H`. Whole units may also be written
 * as Prometheus writes them: `30d`, `1h30m`. Years and months are refused because their length is not fixed.
 *
 * @returns undefined for anything that is not a positive duration of fixed length
 */
function parseDuration(text) {
    // No real duration is longer, and matching a long text would be slow.
    if (text.length > 50)
        return undefined;
    const iso = isoOf(text);
    const parts = FIXED_LENGTH.exec(iso)?.groups;
    if (parts === undefined)
        return undefined;
    const ms = UNITS.reduce((sum, [name, size]) => sum + Number(parts[name]?.replace(',', '.') ?? 0) * size, 0);
    const whole = Math.round(ms);
    return whole > 0 && Number.isSafeInteger(whole) ? { iso, ms: whole } : undefined;
}
/** Whole units as Prometheus writes them. */
const SHORT = /^(?=\d)(?<date>(\d+w)?(\d+d)?)(?<time>(\d+h)?(\d+m)?(\d+s)?)$/;
/** Converts the short form to ISO 8601; other text is returned unchanged. */
function isoOf(text) {
    const { date = '', time = '' } = SHORT.exec(text)?.groups ?? {};
    if (date === '' && time === '')
        return text;
    return `P${date}${time && `T${time}`}`.replace(/(?<=\D)0+(?=\d)/g, '').toUpperCase();
}
/** ISO 8601 in units of fixed length. */
const FIXED_LENGTH = /^P(?=\d|T\d)((?<weeks>\d+)W)?((?<days>\d+([.,]\d+)?)D)?(T(?=\d)((?<hours>\d+([.,]\d+)?)H)?((?<minutes>\d+([.,]\d+)?)M)?((?<seconds>\d+([.,]\d+)?)S)?)?$/;
/** The groups of `FIXED_LENGTH`, with their length in milliseconds. */
const UNITS = [
    ['weeks', WEEK],
    ['days', DAY],
    ['hours', HOUR],
    ['minutes', MINUTE],
    ['seconds', SECOND]
];
/** Writes a duration in ISO 8601, in the largest unit that divides it: `P30D`, `PT5M`. */
function isoDuration(ms) {
    if (ms % DAY === 0)
        return `P${ms / DAY}D`;
    if (ms % HOUR === 0)
        return `PT${ms / HOUR}H`;
    return ms % MINUTE === 0 ? `PT${ms / MINUTE}M` : `PT${ms / SECOND}S`;
}
/** One hour: the window that shows whether a failure is still going on. */
const LAST_HOUR = { iso: 'PT1H', ms: HOUR };
/** Describes a duration for people in the largest unit that divides it: `30 days`, `5 minutes`, `36 hours`. */
function describeDuration({ ms }) {
    const units = [
        ['day', DAY],
        ['hour', HOUR],
        ['minute', MINUTE],
        ['second', SECOND]
    ];
    const [unit, size] = units.find(([, size]) => ms % size === 0) ?? ['millisecond', 1];
    const count = ms / size;
    return `${count} ${unit}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9479);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
