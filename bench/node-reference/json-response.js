'use strict';

/** Answers 200 with a body of JSON, all ASCII, whose length is known. */
module.exports = function answerJson(response, body) {
    response.writeHead(200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': body.length,
    });
    response.end(body);
};
