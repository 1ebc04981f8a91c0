'use strict';

const { lastSlot } = require('./slots');
const UsageError = require('./usage-error');

/** Every variant, each in the slot of its place. */
function routesOf(variants) {
    return variants.map((variant, slot) => ({ variant, slot }));
}

/** Reads a list of routes, `classic=0,als=1`, to some of the variants. */
function readRoutes(text, variants) {
    const routes = text.split(',').map(route => readRoute(text, route, variants));
    for (const [i, { variant, slot }] of routes.entries()) {
        const earlier = routes.slice(0, i);
        if (earlier.some(route => route.slot === slot)) {
            throw new UsageError(`slot ${slot} is taken twice in '--routes=${text}'; give each variant its own`);
        }

        if (earlier.some(route => route.variant === variant)) {
            throw new UsageError(`${variant} is there twice in '--routes=${text}'; name each variant once`);
        }
    }

    return routes;
}

function readRoute(text, route, variants) {
    const [, variant, digits] = /^([^=]+)=(\d+)$/.exec(route) || [];
    if (variant === undefined) {
        throw new UsageError(`'--routes=${text}' is no list of routes; write --routes=classic=0,als=1`);
    }

    if (!variants.includes(variant)) {
        throw new UsageError(`'${variant}' is no variant; write one of ${variants.join(', ')}`);
    }

    const slot = Number(digits);
    if (slot > lastSlot) {
        throw new UsageError(`${variant} has slot ${digits}; slots are 0 to ${lastSlot}`);
    }

    return { variant, slot };
}

module.exports = { routesOf, readRoutes };
