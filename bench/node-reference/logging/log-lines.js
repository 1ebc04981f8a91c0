'use strict';

/** The one place where a log line is formatted, for every variant: `[id] message`, or the bare message. */
class LogLines {
    constructor(sink) {
        this.sink = sink;
    }

    /** Formats a line once and writes it; the id is null for the bare message. */
    write(requestId, message) {
        this.sink.write(requestId === null ? `${message}\n` : `[${requestId}] ${message}\n`);
    }
}

module.exports = LogLines;
