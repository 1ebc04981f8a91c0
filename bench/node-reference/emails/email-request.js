'use strict';

/** Says what makes a body unfit to handle: one sentence for the client, or null for a valid one. */
module.exports = function problemOf(body) {
    if (!Array.isArray(body.emails)) {
        return 'The body has no "emails": send {"emails":["user@example.com"]} as application/json.';
    }

    for (let i = 0; i < body.emails.length; i++) {
        if (typeof body.emails[i] !== 'string') {
            return `The entry emails[${i}] is no string; each entry is an address.`;
        }
    }

    return null;
};
