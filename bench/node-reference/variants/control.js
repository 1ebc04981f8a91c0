'use strict';

const fs = require('fs');
const vm = require('vm');

// The control is classic's source evaluated a second time, with its classes renamed, so that it can never drift: as
// the C# project compiles it. The new names, of the same length, also keep V8 from finding classic's compiled code
// again, as it would for a source that it has seen.
const baseline = require.resolve('./classic');
const source = fs.readFileSync(baseline, 'utf8').replace(/Classic/g, 'Control');
const evaluate = vm.compileFunction(source, ['module', 'require'], { filename: __filename });
evaluate(module, require);
