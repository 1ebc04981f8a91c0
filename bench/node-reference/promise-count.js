'use strict';

const { createHook } = require('async_hooks');

/** Counts the promises that the process makes. Loaded only where it is asked for: its hook slows down every one. */
class PromiseCount {
    constructor() {
        this.made = 0;
        createHook({ init: (id, type) => this.count(type) }).enable();
    }

    /** The number of promises made since it was last asked. */
    take() {
        const { made } = this;
        this.made = 0;
        return made;
    }

    count(type) {
        if (type === 'PROMISE') {
            this.made++;
        }
    }
}

module.exports = PromiseCount;
