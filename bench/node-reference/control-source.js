'use strict';

const fs = require('fs');
const vm = require('vm');

/**
 * Evaluates a second time, as the module given, the source of the `classic` beside it, with its classes renamed, so
 * that the control can never drift: as the C# project compiles it.
 */
module.exports = function evaluateControl(module, require) {
    const baseline = require.resolve('./classic');
    // The new names, of the same length, also keep V8 from finding classic's compiled code again, as it would for a
    // source that it has seen.
    const source = fs.readFileSync(baseline, 'utf8').replace(/Classic/g, 'Control');
    const evaluate = vm.compileFunction(source, ['module', 'require'], { filename: module.filename });
    evaluate(module, require);
};
