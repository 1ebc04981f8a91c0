'use strict';

const { performance } = require('perf_hooks');

/** A known amount of CPU work, spun by iteration count so that it costs the same wherever it runs. */
class CpuWork {
    constructor(iterations) {
        this.iterations = iterations;
        this.state = 1;
    }

    /** Spins once. */
    run() {
        this.state = spin(this.state, this.iterations); // kept, or V8 would drop the loop
    }

    /** The work that takes a time, in µs, at a speed in iterations per µs. */
    static lasting(microseconds, speed) {
        return new CpuWork(Math.round(microseconds * speed));
    }

    /** Iterations per µs on this machine: the fastest of a few trials, so that a pause is not counted. */
    static measureSpeed() {
        const trialIterations = 1000000;
        const work = new CpuWork(trialIterations);
        makeFast();

        let fastestMs = Infinity;
        for (let trial = 0; trial < 20; trial++) {
            const start = performance.now();
            work.run();
            fastestMs = Math.min(fastestMs, performance.now() - start);
        }

        return trialIterations / (fastestMs * 1000);
    }
}

// The loop changes its speed until V8's optimizing compiler, which works beside it, has replaced it.
function makeFast() {
    const work = new CpuWork(1000);
    const end = performance.now() + 100;
    while (performance.now() < end) {
        work.run();
    }
}

// Marsaglia's xorshift32.
function spin(state, iterations) {
    for (let i = 0; i < iterations; i++) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
    }

    return state;
}

module.exports = CpuWork;
