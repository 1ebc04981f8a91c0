'use strict';

const LogSink = require('./log-sink');

/** Writes each line to standard output, one system call a line, as the article's `console.log` does. */
class ConsoleSink extends LogSink {
    writeLine(line) {
        process.stdout.write(line);
    }
}

module.exports = ConsoleSink;
