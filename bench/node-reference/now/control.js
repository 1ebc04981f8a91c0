'use strict';

const evaluateControl = require('../control-source');

evaluateControl(module, require);
