'use strict';

// Hands an email over to the outside world; here it only completes as a real one would.

const sent = Promise.resolve();

/** Completes at once. */
class SyncTransport {
    send() {
        return sent;
    }
}

/** Completes in the event loop's next phase: the least that a truly asynchronous send does. */
class YieldTransport {
    send() {
        return new Promise(resolve => setImmediate(resolve));
    }
}

/** Completes after a timer of 1 ms. */
class DelayTransport {
    send() {
        return new Promise(resolve => setTimeout(resolve, 1));
    }
}

const transports = { sync: SyncTransport, yield: YieldTransport, delay: DelayTransport };

/** The transport whose sends complete in the given way. */
module.exports = function createTransport(mode) {
    return new transports[mode]();
};
