'use strict';

const answer = require('../email-response');

/** The id is made and dropped, and no line carries it: what correlation itself costs. */
class NoIdHandler {
    constructor({ ids, lines, transport }) {
        this.ids = ids;
        this.log = message => lines.write(null, message);
        this.emailService = new NoIdEmailService(this.log, transport);
    }

    async handle(request, response) {
        this.ids.next();
        this.log('Start processing');
        await this.emailService.notify(request.body.emails);
        answer(response, request.body.emails.length);
    }
}

class NoIdEmailService {
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

module.exports = NoIdHandler;
