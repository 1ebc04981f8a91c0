'use strict';

const { AsyncLocalStorage } = require('async_hooks');
const answer = require('../email-response');

const asyncLocalStorage = new AsyncLocalStorage();

/** The id is one entry of a map in an AsyncLocalStorage, as in the article; only the log reads it. */
class AlsHandler {
    constructor({ ids, lines, transport }) {
        this.ids = ids;
        this.log = message => lines.write(asyncLocalStorage.getStore().get('requestId'), message);
        this.emailService = new AlsEmailService(this.log, transport);
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
    constructor(log, transport) {
        this.log = log;
        this.transport = transport;
    }

    async notify(emails) {
        for (const email of emails) {
            this.log(`Send email: ${email}`);
            await this.transport.send(email);
        }
    }
}

module.exports = AlsHandler;
