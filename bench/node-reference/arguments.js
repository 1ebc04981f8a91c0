'use strict';

const { lastSlot } = require('./slots');
const catalogue = require('./variant-catalogue');
const UsageError = require('./usage-error');

// What each argument is when nobody says otherwise: the article's request, on all variants.
const defaults = {
    controlled: false,
    routes: catalogue.names.map((variant, slot) => ({ variant, slot })),
    emails: 3,
    send: 'yield',
    workUs: 0,
    workSpeed: null,
    sink: 'null',
    consoleFile: null,
    url: new URL('http://127.0.0.1:5000'),
};

const readers = {
    'controlled': text => ({ controlled: readWord('controlled', text, ['true', 'false']) === 'true' }),
    // Whose variants are compared; this application has one study.
    'study': text => ({ study: readWord('study', text, ['node']) }),
    'routes': text => ({ routes: readRoutes(text) }),
    // A launch tells every server how many emails a request has; here, only the requests need to know.
    'emails': text => ({ emails: readCount('emails', text) }),
    'send': text => ({ send: readWord('send', text, ['sync', 'yield', 'delay']) }),
    'work-us': text => ({ workUs: readMicroseconds(text) }),
    'work-speed': text => ({ workSpeed: readSpeed(text) }),
    'sink': text => ({ sink: readWord('sink', text, ['null', 'console']) }),
    'console-file': text => ({ consoleFile: readFileName(text) }),
    'urls': text => ({ url: readUrl(text) }),
};

/** Reads the command line: arguments of the form --name=value, of which a later one overrules an earlier. */
function parseArguments(args) {
    return args.reduce((options, arg) => ({ ...options, ...parseArgument(arg) }), defaults);
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

function readCount(name, text) {
    const count = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(count)) {
        throw new UsageError(`'--${name}=${text}' is no whole number; write --${name}=3`);
    }

    return count;
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

function readRoutes(text) {
    const routes = text.split(',').map(route => readRoute(text, route));
    for (const [i, { variant, slot }] of routes.entries()) {
        const earlier = routes.slice(0, i);
        if (earlier.some(route => route.slot === slot)) {
            throw new UsageError(`slot ${slot} is taken twice in '--routes=${text}'; give each variant its own`);
        }

        if (earlier.some(route => route.variant === variant)) {
            throw new UsageError(`${variant} is there twice in '--routes=${text}'; name each variant once`);
        }
    }

    return routes;
}

function readRoute(text, route) {
    const [, variant, digits] = /^([^=]+)=(\d+)$/.exec(route) || [];
    if (variant === undefined) {
        throw new UsageError(`'--routes=${text}' is no list of routes; write --routes=classic=0,als=1`);
    }

    if (!catalogue.names.includes(variant)) {
        throw new UsageError(`'${variant}' is no variant; write one of ${catalogue.names.join(', ')}`);
    }

    const slot = Number(digits);
    if (slot > lastSlot) {
        throw new UsageError(`${variant} has slot ${digits}; slots are 0 to ${lastSlot}`);
    }

    return { variant, slot };
}

module.exports = parseArguments;
