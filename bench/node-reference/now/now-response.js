'use strict';

const answerJson = require('../json-response');

/** Answers with `{"now":T}`, T in ms since 1970: 13 digits until the year 2286. */
module.exports = function answer(response, time) {
    answerJson(response, `{"now":${time}}`);
};
