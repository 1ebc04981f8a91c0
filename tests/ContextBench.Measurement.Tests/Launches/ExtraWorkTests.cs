using ContextBench.Agent;
using ContextBench.Handlers;
using ContextBench.Load;
using ContextBench.Measurement.Blocks;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Targets;
using ContextBench.Measurement.Tests.Plans;
using Xunit;

namespace ContextBench.Measurement.Tests.Launches;

/// <summary>Launches on a simulated server whose requests cost 60 µs and 1.2 times the extra work.</summary>
public sealed class ExtraWorkTests
{
    private static readonly StudyFacts Study = StudyCatalogue.Default.FactsOf("classic", "control", "async-local");

    [Fact]
    public async Task A_launch_finds_the_work_for_its_baseline_and_measures_every_variant_with_it()
    {
        var server = new SimulatedServer(candidateUs: 30);

        var record = await LaunchOf(server, baselineCpuUs: 352).RunAsync();

        Assert.Equal((352 - 60) / 1.2, record.ExtraWorkUs!.Value, 3.0); // the last trial was within 1 % of 352
        Assert.Equal(record.ExtraWorkUs, server.WorkUs);
    }

    [Fact]
    public async Task A_batch_in_which_requests_cost_more_leaves_the_next_one_less_work()
    {
        var server = new SimulatedServer(candidateUs: 30);
        var plan = PlanOf(352);
        var work = new ExtraWork(plan, server, new BlockSchedule(3, new Random(1)));
        await work.FindAsync(sliceOperations: 10);
        var before = server.WorkUs;

        await work.FollowAsync(BatchOf(classicUs: 372), sliceOperations: 10);

        Assert.Equal(before - 10, server.WorkUs, 1e-9); // half of the 20 µs that were too much
        Assert.Equal(server.WorkUs, work.Us);
    }

    [Fact]
    public async Task A_launch_whose_workload_says_how_much_work_there_is_changes_nothing()
    {
        var server = new SimulatedServer(candidateUs: 30);

        var record = await LaunchOf(server, baselineCpuUs: null).RunAsync();

        Assert.Null(record.ExtraWorkUs);
        Assert.Equal(0, server.WorkUs);
    }

    [Fact]
    public async Task A_target_that_does_not_tell_cpu_time_cannot_find_it()
    {
        var fault = await Assert.ThrowsAsync<TargetFaultException>(LaunchOf(new Bare(), baselineCpuUs: 352).RunAsync);

        Assert.Equal("extra work is found by CPU time, which this target does not tell", fault.Message);
    }

    private static BatchObservation BatchOf(double classicUs)
    {
        var batch = BatchObservation.Empty("handler", launch: 1, batch: 0, variants: 3, blocks: 2, hasCpuClock: true);
        batch.CpuNs![0].AsSpan().Fill((long)(10 * classicUs * 1e3)); // slices of 10 operations
        return batch;
    }

    private static Launch LaunchOf(ITarget server, double? baselineCpuUs) => new(
        PlanOf(baselineCpuUs), new LaunchOrder([0, 1, 2], [0, 1, 2], [0, 1, 2]), server, new Random(1), _ => { });

    private static LaunchPlan PlanOf(double? baselineCpuUs)
    {
        var plan = ShortLaunch.Of("handler", Study);
        return plan with { Run = plan.Run with { BaselineCpuUs = baselineCpuUs } };
    }

    private sealed class Bare : ITarget
    {
        public ValueTask<SliceCost> RunSliceAsync(int variant, int operations) =>
            ValueTask.FromResult(new SliceCost(1_000 * operations));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class SimulatedServer(double candidateUs) : ITarget, ICpuClock, IInjectedCost
    {
        public double WorkUs { get; private set; }

        public long ReadCpuNs() => 0;

        public ValueTask<SliceCost> RunSliceAsync(int variant, int operations)
        {
            var us = 60 + (1.2 * WorkUs) + (variant == 2 ? candidateUs : 0);
            var ns = (long)(us * 1e3 * operations);
            return ValueTask.FromResult(new SliceCost(ns, ns));
        }

        public ValueTask<IReadOnlyDictionary<string, WorkTime>> TakeWorkTimesAsync() =>
            ValueTask.FromResult<IReadOnlyDictionary<string, WorkTime>>(new Dictionary<string, WorkTime>());

        public ValueTask SetWorkAsync(double microseconds)
        {
            WorkUs = microseconds;
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
