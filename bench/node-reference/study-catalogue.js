'use strict';

// Each variant is loaded only where it is served: a process without `als` has no AsyncLocalStorage, whose first run()
// switches on hooks that slow down every promise of the process (Node.js 14).

const emails = {
    method: 'post',
    pathName: 'emails',
    problemOf: require('./emails/email-request'),
    loaders: new Map([
        ['no-id', () => require('./emails/no-id')],
        ['classic', () => require('./emails/classic')],
        ['control', () => require('./emails/control')],
        ['als', () => require('./emails/als')],
    ]),
};

const now = {
    method: 'get',
    pathName: 'now',
    problemOf: () => null, // the request has nothing to check
    loaders: new Map([
        ['no-id', () => require('./now/no-id')],
        ['classic', () => require('./now/classic')],
        ['control', () => require('./now/control')],
        ['als', () => require('./now/als')],
    ]),
};

/**
 * The studies by name. Each has its route, a check of a request's body, and what loads the class that handles a
 * variant's requests: by the variants' names, in the order of their default slots.
 */
module.exports = new Map([
    ['node', emails],
    ['node-now', now],
]);
