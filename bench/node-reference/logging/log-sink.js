'use strict';

/** Where finished log lines go. One object for all variants of a process. */
class LogSink {
    constructor() {
        this.captured = null;
    }

    /** Takes one line, with its line feed. */
    write(line) {
        if (this.captured !== null) {
            this.captured.push(line);
        }

        this.writeLine(line);
    }

    /** Copies every line from now on, for the proof that variants write the same bytes. */
    startCapture() {
        this.captured = [];
    }

    /** Copies no more lines, and returns the bytes of those copied. */
    endCapture() {
        if (this.captured === null) {
            throw new Error('no proof was started');
        }

        const bytes = Buffer.from(this.captured.join(''));
        this.captured = null;
        return bytes;
    }
}

module.exports = LogSink;
