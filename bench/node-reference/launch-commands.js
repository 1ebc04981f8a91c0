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
};

/** Answers each line of standard input, a command, with a line of JSON; the end of it ends the process. */
module.exports = function answerCommands(host) {
    const input = readline.createInterface({ input: process.stdin });
    input.on('line', command => {
        if (!Object.prototype.hasOwnProperty.call(commands, command)) {
            throw new Error(`unknown command '${command}'; send one of ${Object.keys(commands).join(', ')}`);
        }

        console.log(JSON.stringify(commands[command](host)));
    });
    input.on('close', () => process.exit());
};
