'use strict';

const ConsoleSink = require('./logging/console-sink');
const FileSink = require('./logging/file-sink');
const LogLines = require('./logging/log-lines');
const NullSink = require('./logging/null-sink');
const CpuWork = require('./cpu-work');
const createTransport = require('./emails/email-transport');
const RequestIds = require('./request-ids');
const WorkingHandler = require('./working-handler');

/** The handlers of one process under test, and what a launch asks of that process around its slices. */
class HandlerHost {
    /** Creates the handlers in the order of the routes, which is the launch's to permute. */
    constructor(options) {
        this.ids = new RequestIds();
        this.sink = createSink(options);
        this.workSpeed = speedOf(options);
        this.promiseCount = options.countPromises ? createPromiseCount() : null;

        const services = {
            ids: this.ids,
            lines: new LogLines(this.sink),
            transport: createTransport(options.send),
            depth: options.depth,
        };
        this.handlers = new Map(options.routes.map(({ variant }) => {
            const Handler = options.study.loaders.get(variant)();
            return [variant, this.withWork(new Handler(services), options.workUs)];
        }));
    }

    /** The handler of a variant. */
    handlerOf(variant) {
        return this.handlers.get(variant);
    }

    /** The class that handles each variant's requests, by the variant's name. */
    get handlerTypes() {
        const typeOf = handler => (handler instanceof WorkingHandler ? handler.inner : handler).constructor.name;
        return Object.fromEntries([...this.handlers].map(([variant, handler]) => [variant, typeOf(handler)]));
    }

    /** From now on ids are counted and log lines copied, so that the bytes of variants can be compared. */
    startProof() {
        this.ids.startCounting();
        this.sink.startCapture();
    }

    /** Ends the proof, and returns the log bytes since its start. */
    endProof() {
        const log = this.sink.endCapture();
        this.ids.stopCounting();
        return log;
    }

    /** From now on every request does another amount of work, in µs at the speed known. */
    setWork(microseconds) {
        if (this.workSpeed === null) {
            throw new Error('no request does extra work that could be set; start with --work-us=1 or more');
        }

        for (const handler of this.handlers.values()) {
            handler.work = CpuWork.lasting(microseconds, this.workSpeed);
        }
    }

    /** The number of promises that the process made since it was last asked. */
    takePromises() {
        if (this.promiseCount === null) {
            throw new Error('promises are not counted; start with --count-promises=true');
        }

        return this.promiseCount.take();
    }

    // Where there is work to add, to every variant; where there is none, nothing is wrapped.
    withWork(handler, microseconds) {
        return this.workSpeed === null
            ? handler
            : new WorkingHandler(handler, CpuWork.lasting(microseconds, this.workSpeed));
    }
}

function createSink({ sink, consoleFile }) {
    if (sink === 'null') {
        return new NullSink();
    }

    return consoleFile === null ? new ConsoleSink() : new FileSink(consoleFile);
}

function createPromiseCount() {
    const PromiseCount = require('./promise-count');
    return new PromiseCount();
}

// Iterations per µs, or null where there is no work. Told where variants in processes of their own are to do equal
// work; measured all the same, so that V8 has seen as much of the loop in every process.
function speedOf({ workUs, workSpeed }) {
    if (workUs === 0) {
        return null;
    }

    const measured = CpuWork.measureSpeed();
    return workSpeed === null ? measured : workSpeed;
}

module.exports = HandlerHost;
