'use strict';

/** Answers 200 with `{"sent":N}`, of known length: the bytes of the C# server's body. */
module.exports = function answer(response, sent) {
    const body = `{"sent":${sent}}`;
    response.writeHead(200, {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': body.length,
    });
    response.end(body);
};
