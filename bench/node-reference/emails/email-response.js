'use strict';

const answerJson = require('../json-response');

/** Answers with `{"sent":N}`: the bytes of the C# server's body. */
module.exports = function answer(response, sent) {
    answerJson(response, `{"sent":${sent}}`);
};
