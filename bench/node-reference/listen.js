'use strict';

const UsageError = require('./usage-error');

// While a launch measures one process, its connections to others rest: they last as long as Kestrel's, not the 5 s of
// Node.js. The time for a request's head counts from the previous request in Node.js 14.0, so it has to be longer.
const keepAliveMs = 130000;
const headersMs = keepAliveMs + 10000;

/** Serves an application, and resolves to its address once it listens; port 0 is any free one. */
module.exports = function listen(app, url) {
    return new Promise((resolve, reject) => {
        const host = url.hostname.replace(/^\[|\]$/g, ''); // an IPv6 address without its brackets
        const server = app.listen(Number(url.port || 80), host);
        server.keepAliveTimeout = keepAliveMs;
        server.headersTimeout = headersMs;
        server.once('error', ({ code }) => reject(new UsageError(
            `cannot listen on '--urls=${url.origin}' (${code}); write --urls=http://127.0.0.1:0 for a free port`)));
        server.once('listening', () => resolve(`http://${url.hostname}:${server.address().port}`));
    });
};
