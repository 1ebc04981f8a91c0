'use strict';

const lastSlot = 99;

/** The path of a slot's route; those of one path name are of equal length. */
function pathOf(slot, pathName) {
    return `/slot${nameOf(slot)}/${pathName}`;
}

/** A slot as its path has it. */
function nameOf(slot) {
    return String(slot).padStart(2, '0');
}

module.exports = { lastSlot, pathOf, nameOf };
