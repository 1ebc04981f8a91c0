'use strict';

const { AsyncLocalStorage } = require('async_hooks');
const answer = require('./now-response');

const asyncLocalStorage = new AsyncLocalStorage();

/** The id is one entry of a map in an AsyncLocalStorage, as in the article; only the log reads it. */
class AlsNowHandler {
    constructor({ ids, lines, depth }) {
        this.ids = ids;
        this.depth = depth;
        this.time = new AlsTimeService(
            message => lines.write(asyncLocalStorage.getStore().get('requestId'), message));
    }

    // Not async itself: the callback's promise is the request's, so that there are as many as in the other variants.
    handle(request, response) {
        return asyncLocalStorage.run(new Map(), async () => {
            asyncLocalStorage.getStore().set('requestId', this.ids.next());
            answer(response, await this.time.read(this.depth));
        });
    }
}

class AlsTimeService {
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

module.exports = AlsNowHandler;
