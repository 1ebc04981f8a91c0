'use strict';

/** Says in one line what is wrong with the command line, and what to write. */
class UsageError extends Error {}

module.exports = UsageError;
