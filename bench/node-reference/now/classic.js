'use strict';

const answer = require('./now-response');

/** The id is a parameter, handed down through every function to the one that logs. */
class ClassicNowHandler {
    constructor({ ids, lines, depth }) {
        this.ids = ids;
        this.depth = depth;
        this.time = new ClassicTimeService((requestId, message) => lines.write(requestId, message));
    }

    async handle(request, response) {
        const requestId = this.ids.next();
        answer(response, await this.time.read(requestId, this.depth));
    }
}

class ClassicTimeService {
    constructor(log) {
        this.log = log;
    }

    async read(requestId, depth) {
        if (depth > 0) {
            return await this.read(requestId, depth - 1);
        }

        await new Promise(resolve => setImmediate(resolve));
        this.log(requestId, 'Tell the time');
        return Date.now();
    }
}

module.exports = ClassicNowHandler;
