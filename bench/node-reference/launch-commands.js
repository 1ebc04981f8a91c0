'use strict';

const readline = require('readline');

const commands = {
    'start-proof': host => {
        host.startProof();
        return {};
    },
    'end-proof': host => ({ log: host.endProof().toString('base64') }),

    // V8 counts neither the bytes allocated since the start nor the functions compiled, and tells of its collections
    // only to an observer that would cost the process under test; so there are no counters and no collections.
    'read-counters': () => null,
    'take-collections': () => [],

    'take-promises': host => host.takePromises(),
};

// Those with an argument, after a space.
const settings = {
    'set-work-us': (host, text) => {
        host.setWork(readMicroseconds(text));
        return {};
    },
};

/** Answers each line of standard input, a command, with a line of JSON; the end of it ends the process. */
module.exports = function answerCommands(host) {
    const input = readline.createInterface({ input: process.stdin });
    input.on('line', line => console.log(JSON.stringify(answer(host, line))));
    input.on('close', () => process.exit());
};

function answer(host, line) {
    const [, setting, argument] = /^([^ ]+) (.+)$/.exec(line) || [];
    if (has(settings, setting)) {
        return settings[setting](host, argument);
    }

    if (has(commands, line)) {
        return commands[line](host);
    }

    const known = [...Object.keys(commands), ...Object.keys(settings).map(name => `${name} X`)];
    throw new Error(`unknown command '${line}'; send one of ${known.join(', ')}`);
}

function has(table, name) {
    return Object.prototype.hasOwnProperty.call(table, name);
}

function readMicroseconds(text) {
    const microseconds = Number(text);
    if (!Number.isFinite(microseconds) || microseconds <= 0) {
        throw new Error(`'set-work-us ${text}' is no time in microseconds above 0; send set-work-us 300`);
    }

    return microseconds;
}
