'use strict';

const express = require('express');
const { nameOf } = require('./slots');

/** The Express application: every variant behind the same middleware, and behind one and the same route. */
module.exports = function createApplication({ study, routes }, host) {
    const handlers = new Map(routes.map(({ variant, slot }) => [nameOf(slot), host.handlerOf(variant)]));

    const app = express();
    app.use(express.json());
    // Express tries its routes one after another: a route for each variant would favour the one registered first.
    app[study.method](`/slot:slot/${study.pathName}`, (request, response, next) => {
        const handler = handlers.get(request.params.slot);
        if (handler === undefined) {
            next();
            return;
        }

        const problem = study.problemOf(request.body);
        if (problem !== null) {
            response.status(400).json({ status: 400, detail: problem });
            return;
        }

        handler.handle(request, response).catch(next);
    });
    return app;
};
