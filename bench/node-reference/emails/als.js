'use strict';

const { AsyncLocalStorage } = require('async_hooks');
const answer = require('./email-response');

const asyncLocalStorage = new AsyncLocalStorage();

/** The id is one entry of a map in an AsyncLocalStorage, as in the article; only the log reads it. */
class AlsHandler {
    constructor({ ids, lines, transport, depth }) {
        this.ids = ids;
        this.log = message => lines.write(asyncLocalStorage.getStore().get('requestId'), message);
        this.emailService = new AlsEmailService(this.log, transport, depth);
    }

    // Not async itself: the callback's promise is the request's, so that there are as many as in the other variants.
    handle(request, response) {
        return asyncLocalStorage.run(new Map(), async () => {
            asyncLocalStorage.getStore().set('requestId', this.ids.next());
            this.log('Start processing');
            await this.emailService.notify(request.body.emails);
            answer(response, request.body.emails.length);
        });
    }
}

class AlsEmailService {
    constructor(log, transport, depth) {
        this.log = log;
        this.transport = transport;
        this.depth = depth;
    }

    async notify(emails) {
        for (const email of emails) {
            await this.send(email, this.depth);
        }
    }

    // Not async itself: at depth 0 the transport's promise is the only one.
    send(email, depth) {
        if (depth > 0) {
            return this.nest(email, depth);
        }

        this.log(`Send email: ${email}`);
        return this.transport.send(email);
    }

    async nest(email, depth) {
        await this.send(email, depth - 1);
    }
}

module.exports = AlsHandler;
