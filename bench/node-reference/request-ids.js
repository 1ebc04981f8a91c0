'use strict';

const { v4: uuid } = require('uuid');

const counterWidth = 36; // as wide as a UUID, so that a line has the same length either way

/** Makes request ids: random in measurement, counted where bytes are compared. One object for all variants. */
class RequestIds {
    constructor() {
        this.counting = false;
        this.counted = 0;
    }

    /** Makes the next id, of 36 characters. */
    next() {
        return this.counting ? String(++this.counted).padStart(counterWidth, '0') : uuid();
    }

    /** Hands out 1, 2, 3 … at a fixed width from now on. */
    startCounting() {
        this.counted = 0;
        this.counting = true;
    }

    /** Hands out random ids again. */
    stopCounting() {
        this.counting = false;
    }
}

module.exports = RequestIds;
