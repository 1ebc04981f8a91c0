'use strict';

const answer = require('./email-response');

/** The id is made and dropped, and no line carries it: what correlation itself costs. */
class NoIdHandler {
    constructor({ ids, lines, transport, depth }) {
        this.ids = ids;
        this.log = message => lines.write(null, message);
        this.emailService = new NoIdEmailService(this.log, transport, depth);
    }

    async handle(request, response) {
        this.ids.next();
        this.log('Start processing');
        await this.emailService.notify(request.body.emails);
        answer(response, request.body.emails.length);
    }
}

class NoIdEmailService {
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

module.exports = NoIdHandler;
