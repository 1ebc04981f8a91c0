'use strict';

const answer = require('./email-response');

/** The id is a parameter, handed down through every function to the one that logs. */
class ClassicHandler {
    constructor({ ids, lines, transport, depth }) {
        this.ids = ids;
        this.log = (requestId, message) => lines.write(requestId, message);
        this.emailService = new ClassicEmailService(this.log, transport, depth);
    }

    async handle(request, response) {
        const requestId = this.ids.next();
        this.log(requestId, 'Start processing');
        await this.emailService.notify(request.body.emails, requestId);
        answer(response, request.body.emails.length);
    }
}

class ClassicEmailService {
    constructor(log, transport, depth) {
        this.log = log;
        this.transport = transport;
        this.depth = depth;
    }

    async notify(emails, requestId) {
        for (const email of emails) {
            await this.send(requestId, email, this.depth);
        }
    }

    // Not async itself: at depth 0 the transport's promise is the only one.
    send(requestId, email, depth) {
        if (depth > 0) {
            return this.nest(requestId, email, depth);
        }

        this.log(requestId, `Send email: ${email}`);
        return this.transport.send(email);
    }

    async nest(requestId, email, depth) {
        await this.send(requestId, email, depth - 1);
    }
}

module.exports = ClassicHandler;
