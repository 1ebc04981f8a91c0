'use strict';

const fs = require('fs');
const LogSink = require('./log-sink');
const UsageError = require('../usage-error');

/**
 * Writes each line to a file, one system call a line. The file stands in for standard output, where a measuring process
 * would otherwise have to read it from a pipe.
 */
class FileSink extends LogSink {
    constructor(path) {
        super();
        this.descriptor = openToAppend(path);
    }

    writeLine(line) {
        fs.writeSync(this.descriptor, line);
    }
}

function openToAppend(path) {
    try {
        return fs.openSync(path, 'a');
    } catch (error) {
        throw new UsageError(`cannot write '--console-file=${path}' (${error.code}); name a file that can be written`);
    }
}

module.exports = FileSink;
