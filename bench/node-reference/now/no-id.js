'use strict';

const answer = require('./now-response');

/** The id is made and dropped, and no line carries it: what correlation itself costs. */
class NoIdNowHandler {
    constructor({ ids, lines, depth }) {
        this.ids = ids;
        this.depth = depth;
        this.time = new NoIdTimeService(message => lines.write(null, message));
    }

    async handle(request, response) {
        this.ids.next();
        answer(response, await this.time.read(this.depth));
    }
}

class NoIdTimeService {
    constructor(log) {
        this.log = log;
    }

    async read(depth) {
        if (depth > 0) {
            return await this.read(depth - 1);
        }

        await new Promise(resolve => setImmediate(resolve));
        this.log('Tell the time');
        return Date.now();
    }
}

module.exports = NoIdNowHandler;
