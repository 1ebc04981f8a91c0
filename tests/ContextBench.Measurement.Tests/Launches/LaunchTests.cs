using ContextBench.Agent;
using ContextBench.Handlers;
using ContextBench.Load;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Targets;
using ContextBench.Measurement.Tests.Plans;
using ContextBench.Targets;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Measurement.Tests.Launches;

public sealed class LaunchTests
{
    private static readonly LaunchPlan Plan =
        ShortLaunch.Of("handler", StudyCatalogue.Default.FactsOf("classic", "control", "async-local"));

    [Fact]
    public async Task A_launch_of_the_handler_tier_records_every_slice_of_every_variant()
    {
        var (record, observed) = await RunAsync(Plan);

        var batches = observed.OfType<BatchObservation>().ToArray();
        Assert.NotEmpty(batches);
        Assert.Equal(record.Blocks, batches.Sum(batch => batch.Orders.Length));
        Assert.All(batches, batch => Assert.Equal(3, batch.ElapsedNs.Length));
        Assert.All(
            batches, batch => Assert.All(batch.ElapsedNs, costs => Assert.All(costs, ns => Assert.True(ns > 0))));
        Assert.All(batches, batch => Assert.All(batch.Orders, order => Assert.Equal([0, 1, 2], order.Order())));
        Assert.Equal(batches.Sum(batch => batch.ElapsedNs.Sum(costs => costs.Sum())), record.SliceElapsedNs);
        Assert.Equal((long)record.Blocks * 3 * 4, record.Operations);
    }

    [Fact]
    public async Task Each_batch_holds_whole_passes_over_the_design()
    {
        var (_, observed) = await RunAsync(Plan);

        // Three variants: six orders a pass, so in each batch each order stands equally often.
        Assert.All(observed.OfType<BatchObservation>(), batch =>
        {
            var counts = batch.Orders.CountBy(order => string.Concat(order)).Select(count => count.Value).ToArray();
            Assert.Equal(6, counts.Length);
            Assert.Single(counts.Distinct());
        });
    }

    [Fact]
    public async Task A_launch_has_two_batches_however_short_its_time()
    {
        // A pass takes longer than all the time there is: one batch alone would give no error.
        var (_, observed) = await RunAsync(Plan with { Tier = Plan.Tier with { MeasureSeconds = 1e-6 } });

        Assert.Equal([0, 1], observed.OfType<BatchObservation>().Select(batch => batch.Batch));
    }

    [Fact]
    public async Task Copies_take_turns_batch_by_batch_each_as_often()
    {
        var order = LaunchOrder.Draw(3, new Random(1));
        await using var session = new Scripted(new HandlerTarget(Plan, order));
        var observed = new List<Observation>();

        var plan = Plan with { Tier = Plan.Tier with { MeasureSeconds = 1 } };

        await new Launch(plan, order, session, new Random(1), observed.Add).RunAsync();

        // A batch of each, then again: a pass takes far less than a sixteenth of a second. Then the allocation phase.
        var batches = observed.OfType<BatchObservation>().Count();
        Assert.Equal(0, batches % 16);
        Assert.Equal(
            Enumerable.Range(0, batches).Select(batch => batch % 16), session.UsedCopies.Take(batches));
    }

    [Fact]
    public async Task Extra_work_is_timed_while_blocks_run_where_a_variant_has_an_injected_cost()
    {
        var injected = ShortLaunch.Of(
            "handler", StudyCatalogue.Default.FactsOf("classic", "control", "classic+1us"));
        injected = injected with { Tier = injected.Tier with { MeasureSeconds = 0.1 } };

        var (record, _) = await RunAsync(injected);
        var (without, _) = await RunAsync(Plan);

        Assert.Equal(3, record.WorkTimes.Count);
        Assert.Equal([0L, 0L], record.WorkTimes.Take(2).Select(time => time.Iterations));
        Assert.True(record.WorkTimes[2].Iterations > 0);
        Assert.All(record.WorkTimes, time => Assert.True(time.Samples > 0));
        Assert.Empty(without.WorkTimes);
    }

    [Fact]
    public async Task A_warm_up_goes_on_until_every_variant_has_had_its_fewest_operations()
    {
        var order = LaunchOrder.Draw(3, new Random(1));
        await using var session = new Scripted(new HandlerTarget(Plan, order));

        var plan = Plan with { Tier = Plan.Tier with { MostWarmUpSeconds = 60, FewestWarmUpOperations = 20_000 } };

        await new Launch(plan, order, session, new Random(1), _ => { }).RunAsync();

        Assert.All(session.WarmUpOperations, operations => Assert.True(operations >= 20_000));
    }

    [Fact]
    public async Task Allocated_bytes_are_counted_for_every_variant_and_round()
    {
        var (record, _) = await RunAsync(Plan);

        Assert.Equal(3, record.Allocations.Count);
        Assert.All(record.Allocations, counted => Assert.Equal(5, counted.BytesPerOperation.Count));
        Assert.All(
            record.Allocations, counted => Assert.All(counted.BytesPerOperation, bytes => Assert.True(bytes > 0)));
    }

    [Fact]
    public async Task A_slow_workload_gets_shorter_slices_and_a_short_allocation_phase()
    {
        // 10 ms of work an operation: a slice of 4 would take 40 ms, and 20 ms is the longest.
        var dear = EmailWorkload.Article.Facts with { WorkMicroseconds = 10_000 };
        var (record, _) = await RunAsync(Plan with { Run = Plan.Run with { Workload = dear } });

        Assert.InRange(record.SliceOperations, 1, 2);
        Assert.Equal((long)record.Blocks * 3 * record.SliceOperations, record.Operations);
    }

    [Fact]
    public async Task Phases_are_reported_in_order()
    {
        var (_, observed) = await RunAsync(Plan);

        Assert.Equal(
            [LaunchPhase.Proof, LaunchPhase.WarmUp, LaunchPhase.Blocks, LaunchPhase.Allocation],
            observed.OfType<ProgressObservation>().Select(progress => progress.Phase));
    }

    [Fact]
    public async Task A_variant_that_logs_other_bytes_faults_the_launch_before_a_slice_is_measured()
    {
        var order = LaunchOrder.Draw(3, new Random(1));
        await using var session = new Scripted(new HandlerTarget(Plan, order)) { ForgesLog = true };
        var observed = new List<Observation>();

        var fault = await Assert.ThrowsAsync<TargetFaultException>(
            new Launch(Plan, order, session, new Random(1), observed.Add).RunAsync);

        Assert.Contains("logs other bytes", fault.Message, StringComparison.Ordinal);
        Assert.Empty(observed.OfType<BatchObservation>());
    }

    [Fact]
    public async Task Unsteady_slices_end_the_warm_up_at_its_limit_and_are_recorded_as_not_steady()
    {
        var (record, _) = await RunAsync(Plan with { Tier = Plan.Tier with { MostWarmUpSeconds = 0 } });

        Assert.False(record.Steady);
        Assert.True(record.Blocks > 0);
    }

    [Fact]
    public async Task Slices_with_a_collection_are_marked()
    {
        var order = LaunchOrder.Draw(3, new Random(1));
        await using var session = new Scripted(new HandlerTarget(Plan, order))
        {
            TakenCollections = [new CollectionSpan(long.MinValue, long.MaxValue)],
        };
        var observed = new List<Observation>();

        await new Launch(Plan, order, session, new Random(1), observed.Add).RunAsync();

        // A collection that lasts for ever falls into every slice.
        Assert.All(observed.OfType<BatchObservation>(), batch => Assert.All(
            batch.Collected, blocks => Assert.Equal(Enumerable.Range(0, batch.Orders.Length), blocks)));
    }

    [Fact]
    public async Task Without_a_collection_no_slice_is_marked()
    {
        var order = LaunchOrder.Draw(3, new Random(1));
        await using var session = new Scripted(new HandlerTarget(Plan, order));
        var observed = new List<Observation>();

        await new Launch(Plan, order, session, new Random(1), observed.Add).RunAsync();

        Assert.All(observed.OfType<BatchObservation>(), batch => Assert.All(batch.Collected, Assert.Empty));
    }

    [Fact]
    public async Task A_target_with_a_CPU_clock_has_the_CPU_time_of_every_slice()
    {
        var (record, observed) = await RunAsync(Plan);

        Assert.True(record.SliceCpuNs > 0);
        Assert.Equal(
            record.SliceCpuNs,
            observed.OfType<BatchObservation>().Sum(batch => batch.CpuNs!.Sum(slices => slices.Sum())));
    }

    [Fact]
    public async Task A_target_without_a_CPU_clock_has_no_CPU_time_and_all_else()
    {
        var order = LaunchOrder.Draw(3, new Random(1));
        await using var target = new RelayedTarget(new HandlerTarget(Plan, order));
        var observed = new List<Observation>();

        var record = await new Launch(Plan, order, target, new Random(1), observed.Add).RunAsync();

        Assert.Null(record.SliceCpuNs);
        Assert.True(record.SliceElapsedNs > 0);
        Assert.NotEmpty(observed.OfType<BatchObservation>());
        Assert.All(observed.OfType<BatchObservation>(), batch => Assert.Null(batch.CpuNs));
    }

    private static async Task<(LaunchObservation Record, List<Observation> Observed)> RunAsync(LaunchPlan plan)
    {
        var random = new Random(plan.Seed);
        var order = LaunchOrder.Draw(plan.Study.Names.Count, random);
        await using var session = new HandlerTarget(plan, order);
        var observed = new List<Observation>();
        return (await new Launch(plan, order, session, random, observed.Add).RunAsync(), observed);
    }

    /// <summary>The handler tier with a part of its answers replaced.</summary>
    private sealed class Scripted(HandlerTarget inner) : RelayedTarget(inner), ICpuClock, ILatencies
    {
        private readonly long[] _operations = new long[3];
        private readonly LatencyHistogram _latencies = new();

        public bool ForgesLog { get; init; }

        public IReadOnlyList<CollectionSpan> TakenCollections { get; init; } = [];

        /// <summary>Of each variant, the operations before blocks began.</summary>
        public long[] WarmUpOperations { get; private set; } = [];

        /// <summary>The copies in the order in which they were used, since blocks began.</summary>
        public List<int> UsedCopies { get; } = [];

        public override void UseCopy(int copy)
        {
            UsedCopies.Add(copy);
            base.UseCopy(copy);
        }

        public override ValueTask<SliceCost> RunSliceAsync(int variant, int operations)
        {
            _operations[variant] += operations;
            _latencies.Record(5_000);
            return base.RunSliceAsync(variant, operations);
        }

        public override async ValueTask<VariantEvidence> ProveAsync(int variant, int operations)
        {
            var evidence = await base.ProveAsync(variant, operations);
            return ForgesLog && variant == 2 ? evidence with { Log = [.. evidence.Log, (byte)'!'] } : evidence;
        }

        public override ValueTask<IReadOnlyList<CollectionSpan>> TakeCollectionsAsync() =>
            ValueTask.FromResult(TakenCollections);

        public void ResetLatencies()
        {
            WarmUpOperations = [.. _operations];
            UsedCopies.Clear();
        }

        public LatencyHistogram LatenciesOf(int variant) => _latencies;
    }
}
