'use strict';

const { routesOf, readRoutes } = require('./routes');
const studies = require('./study-catalogue');
const UsageError = require('./usage-error');

const maximalDepth = 1000; // nested functions are all on the stack at once

// What each argument is when nobody says otherwise: the article's emails, on all variants.
const defaults = {
    controlled: false,
    study: 'node',
    routes: null,
    emails: 3,
    send: 'yield',
    depth: 0,
    countPromises: false,
    workUs: 0,
    workSpeed: null,
    sink: 'null',
    consoleFile: null,
    url: new URL('http://127.0.0.1:5000'),
};

const readers = {
    'controlled': text => ({ controlled: readBoolean('controlled', text) }),
    'study': text => ({ study: readWord('study', text, [...studies.keys()]) }),
    // Kept as text: which variants there are, a later argument may still say.
    'routes': text => ({ routes: text }),
    // A launch tells every server how many emails a request has; here, only the requests need to know.
    'emails': text => ({ emails: readCount('emails', text) }),
    'send': text => ({ send: readWord('send', text, ['sync', 'yield', 'delay']) }),
    'depth': text => ({ depth: readDepth(text) }),
    'count-promises': text => ({ countPromises: readBoolean('count-promises', text) }),
    'work-us': text => ({ workUs: readMicroseconds(text) }),
    'work-speed': text => ({ workSpeed: readSpeed(text) }),
    'sink': text => ({ sink: readWord('sink', text, ['null', 'console']) }),
    'console-file': text => ({ consoleFile: readFileName(text) }),
    'urls': text => ({ url: readUrl(text) }),
};

/** Reads the command line: arguments of the form --name=value, of which a later one overrules an earlier. */
function parseArguments(args) {
    const options = args.reduce((options, arg) => ({ ...options, ...parseArgument(arg) }), defaults);
    const study = studies.get(options.study);
    const variants = [...study.loaders.keys()];
    const routes = options.routes === null ? routesOf(variants) : readRoutes(options.routes, variants);
    return { ...options, study, routes };
}

function parseArgument(arg) {
    const [, name, text] = /^--([^=]+)=([^]*)$/.exec(arg) || [];
    if (!Object.prototype.hasOwnProperty.call(readers, name)) {
        const known = Object.keys(readers).map(name => `--${name}=`).join(', ');
        throw new UsageError(`'${arg}' is no argument; write one of ${known} and its value`);
    }

    return readers[name](text);
}

// In any letter case: a launch writes the names of its enumerations.
function readWord(name, text, words) {
    const word = text.toLowerCase();
    if (!words.includes(word)) {
        const choices = words.map(word => `--${name}=${word}`).join(' or ');
        throw new UsageError(`'--${name}=${text}' is unknown; write ${choices}`);
    }

    return word;
}

function readBoolean(name, text) {
    return readWord(name, text, ['true', 'false']) === 'true';
}

function readCount(name, text) {
    const count = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(count)) {
        throw new UsageError(`'--${name}=${text}' is no whole number; write --${name}=3`);
    }

    return count;
}

function readDepth(text) {
    const depth = readCount('depth', text);
    if (depth > maximalDepth) {
        throw new UsageError(`'--depth=${text}' is too deep; write --depth=0 to --depth=${maximalDepth}`);
    }

    return depth;
}

function readMicroseconds(text) {
    const microseconds = Number(text);
    if (text.trim() === '' || !Number.isFinite(microseconds) || microseconds < 0) {
        throw new UsageError(`'--work-us=${text}' is no time in microseconds, 0 or more; write --work-us=300`);
    }

    return microseconds;
}

function readSpeed(text) {
    const speed = Number(text);
    if (text.trim() === '' || !Number.isFinite(speed) || speed <= 0) {
        throw new UsageError(`'--work-speed=${text}' is no number of iterations per µs; write --work-speed=600`);
    }

    return speed;
}

function readFileName(text) {
    if (text === '') {
        throw new UsageError("'--console-file=' names no file; write --console-file=log.txt");
    }

    return text;
}

function readUrl(text) {
    let url;
    try {
        url = new URL(text);
    } catch {
        url = null;
    }

    if (url === null || url.protocol !== 'http:' || url.pathname !== '/') {
        throw new UsageError(`'--urls=${text}' is no address to listen on; write --urls=http://127.0.0.1:0`);
    }

    return url;
}

module.exports = parseArguments;
