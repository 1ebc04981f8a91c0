'use strict';

/** Adds work to any handler, in front of it and outside of it, so that the handler's own code is the same with it. */
class WorkingHandler {
    constructor(inner, work) {
        this.inner = inner;
        this.work = work;
    }

    handle(request, response) {
        this.work.run();
        return this.inner.handle(request, response);
    }
}

module.exports = WorkingHandler;
