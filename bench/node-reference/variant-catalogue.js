'use strict';

// Each is loaded only where it is served: a process without `als` has no AsyncLocalStorage, whose first run() switches
// on hooks that slow down every promise of the process (Node.js 14).
const loaders = new Map([
    ['no-id', () => require('./variants/no-id')],
    ['classic', () => require('./variants/classic')],
    ['control', () => require('./variants/control')],
    ['als', () => require('./variants/als')],
]);

module.exports = {
    /** The variants' names, in the order of their default slots. */
    names: [...loaders.keys()],

    /** The class that handles a variant's requests. */
    load: name => loaders.get(name)(),
};
