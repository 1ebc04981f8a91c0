'use strict';

const answer = require('../email-response');

/** The id is a parameter, handed down through every function to the one that logs. */
class ClassicHandler {
    constructor({ ids, lines, transport }) {
        this.ids = ids;
        this.log = (requestId, message) => lines.write(requestId, message);
        this.emailService = new ClassicEmailService(this.log, transport);
    }

    async handle(request, response) {
        const requestId = this.ids.next();
        this.log(requestId, 'Start processing');
        await this.emailService.notify(request.body.emails, requestId);
        answer(response, request.body.emails.length);
    }
}

class ClassicEmailService {
    constructor(log, transport) {
        this.log = log;
        this.transport = transport;
    }

    async notify(emails, requestId) {
        for (const email of emails) {
            this.log(requestId, `Send email: ${email}`);
            await this.transport.send(email);
        }
    }
}

module.exports = ClassicHandler;
