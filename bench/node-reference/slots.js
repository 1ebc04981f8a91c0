'use strict';

const lastSlot = 99;

/** The path of a slot's route; all are of equal length. */
function pathOf(slot) {
    return `/slot${nameOf(slot)}/emails`;
}

/** A slot as its path has it. */
function nameOf(slot) {
    return String(slot).padStart(2, '0');
}

module.exports = { lastSlot, pathOf, nameOf };
