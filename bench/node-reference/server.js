'use strict';

const parseArguments = require('./arguments');
const createApplication = require('./application');
const answerCommands = require('./launch-commands');
const HandlerHost = require('./handler-host');
const listen = require('./listen');
const { pathOf } = require('./slots');
const UsageError = require('./usage-error');

async function main(args) {
    const options = parseArguments(args);
    const host = new HandlerHost(options);
    const address = await listen(createApplication(options, host), options.url);

    const report = reportOf(address, options, host);
    if (options.controlled) {
        console.log(JSON.stringify(report));
        answerCommands(host);
    } else {
        // Standard output belongs to the sink.
        for (const [variant, path] of Object.entries(report.paths)) {
            console.error(`${variant}: ${address}${path}`);
        }
    }
}

function reportOf(address, { study, routes }, host) {
    const paths = Object.fromEntries(routes.map(({ variant, slot }) => [variant, pathOf(slot, study.pathName)]));
    return { address, paths, handlerTypes: host.handlerTypes, workSpeed: host.workSpeed };
}

main(process.argv.slice(2)).catch(error => {
    console.error(error instanceof UsageError ? error.message : error);
    process.exit(error instanceof UsageError ? 2 : 1);
});
