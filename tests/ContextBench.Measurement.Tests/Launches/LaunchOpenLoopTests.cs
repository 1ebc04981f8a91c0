using ContextBench.Handlers;
using ContextBench.Load;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Targets;
using ContextBench.Measurement.Tests.Plans;
using ContextBench.Targets;
using Xunit;

namespace ContextBench.Measurement.Tests.Launches;

public sealed class LaunchOpenLoopTests
{
    // A round takes 3 s, a window of each variant: 6 rounds fit into 18 s. There are more connections than a slice has
    // operations, which only an open loop may have.
    private static readonly LaunchPlan Plan = PlanOf(measureSeconds: 18, ratePerSecond: 10, windowSeconds: 1);

    [Fact]
    public async Task Every_round_has_a_window_of_every_variant_and_the_orders_are_balanced()
    {
        var (record, observed) = await RunAsync(Plan);

        var windows = observed.OfType<WindowObservation>().ToArray();
        Assert.Equal(Enumerable.Range(0, 18).Select(i => i / 3), windows.Select(window => window.Round));
        Assert.Equal(Enumerable.Range(0, 18).Select(i => i % 3), windows.Select(window => window.Order));
        Assert.All(windows, window => Assert.Equal(10, window.Requests));

        // Three variants have six orders, the passes of the warm-up were whole, and so each order stands once.
        var orders = windows.Select(window => window.Variant).Chunk(3).Select(order => string.Concat(order)).Order();
        Assert.Equal(["012", "021", "102", "120", "201", "210"], orders);
        Assert.Equal(6, record.Blocks);
    }

    [Fact]
    public async Task A_window_is_observed_with_exact_quantiles_and_what_it_took()
    {
        var (_, observed) = await RunAsync(Plan);

        // Latencies are 10, 9, … 1 µs: 5 of 10 are at most 5 µs, 9 at most 9 µs, and beyond that there is one.
        Assert.All(observed.OfType<WindowObservation>(), window => Assert.Equal(
            new WindowObservation
            {
                Tier = "handler",
                Launch = 3,
                Round = window.Round,
                Order = window.Order,
                Variant = window.Variant,
                Requests = 10,
                RatePerSecond = 10,
                ReachedPerSecond = 10, // 10 / (0.9 s + 0.1 s)
                P50Ns = 5_000,
                P90Ns = 9_000,
                P99Ns = 10_000,
                P999Ns = 10_000,
                MaxNs = 10_000,
                CpuNs = 100 + window.Variant,
                ElapsedNs = 1_000_000_000,
            },
            window));
    }

    [Fact]
    public async Task The_launchs_record_sums_up_windows_and_has_no_allocations()
    {
        var (record, _) = await RunAsync(Plan);

        Assert.Equal(18_000_000_000, record.SliceElapsedNs);
        Assert.Equal(6 * (100 + 101 + 102), record.SliceCpuNs);
        Assert.Equal(18 * 10, record.Operations);
        Assert.Empty(record.Allocations);
    }

    [Fact]
    public async Task Windows_of_a_target_without_a_CPU_clock_have_no_CPU_time()
    {
        var order = LaunchOrder.Draw(3, new Random(1));
        await using var target = new Windowed(new HandlerTarget(Plan, order), elapsedNs: 1_000_000_000);
        var observed = new List<Observation>();

        var record = await new Launch(Plan, order, target, new Random(1), observed.Add).RunAsync();

        Assert.Null(record.SliceCpuNs);
        Assert.Equal(18, observed.OfType<WindowObservation>().Count(window => window.CpuNs is null));
    }

    [Fact]
    public async Task Pooled_latencies_are_those_of_the_windows_alone()
    {
        var (record, _) = await RunAsync(Plan);

        Assert.All(record.Latencies, latencies => Assert.Equal(6 * 10, latencies!.Count));
    }

    [Fact]
    public async Task Phases_are_those_of_a_closed_loop_but_for_the_allocation_phase()
    {
        var (_, observed) = await RunAsync(Plan);

        Assert.Equal(
            [LaunchPhase.Proof, LaunchPhase.WarmUp, LaunchPhase.Blocks],
            observed.OfType<ProgressObservation>().Select(progress => progress.Phase));
        Assert.Empty(observed.OfType<BatchObservation>());
    }

    [Theory]
    [InlineData(0.1, 1)] // one round in any case
    [InlineData(5.9, 1)]
    [InlineData(6, 2)]
    public async Task As_many_rounds_are_run_as_fit(double measureSeconds, int rounds)
    {
        var (record, _) = await RunAsync(PlanOf(measureSeconds, ratePerSecond: 10, windowSeconds: 1));

        Assert.Equal(rounds, record.Blocks);
    }

    [Fact]
    public async Task A_window_whose_seconds_are_no_binary_fraction_is_not_lost_to_rounding()
    {
        // 3 × 1.1 is 3.3000000000000003 in floating point, and 9.9 over that less than 3.
        var (record, _) = await RunAsync(PlanOf(measureSeconds: 9.9, ratePerSecond: 10, windowSeconds: 1.1));

        Assert.Equal(3, record.Blocks);
        Assert.Equal(11, record.SliceOperations);
    }

    [Fact]
    public async Task Windows_that_drain_too_slowly_leave_time_for_fewer_rounds()
    {
        // A round takes 12 s in place of 3: the second one ends beyond 18 s.
        var (record, _) = await RunAsync(Plan, windowElapsedNs: 4_000_000_000);

        Assert.Equal(2, record.Blocks);
    }

    [Fact]
    public async Task A_launch_whose_rate_is_not_found_yet_is_refused()
    {
        var plan = PlanOf(measureSeconds: 18, ratePerSecond: null, windowSeconds: 1);

        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(plan));
    }

    [Fact]
    public async Task A_target_without_an_open_loop_is_refused()
    {
        var order = LaunchOrder.Draw(3, new Random(1));
        await using var target = new HandlerTarget(Plan, order);

        var refused = Assert.Throws<ArgumentException>(
            () => new Launch(Plan, order, target, new Random(1), _ => { }));
        Assert.StartsWith("an open loop needs a target with connections", refused.Message, StringComparison.Ordinal);
    }

    private static LaunchPlan PlanOf(double measureSeconds, double? ratePerSecond, double windowSeconds)
    {
        var plan = ShortLaunch.Of("handler", StudyCatalogue.Default.FactsOf("classic", "control", "async-local"));
        return plan with
        {
            Run = plan.Run with
            {
                Load = new LoadPlan { OpenLoop = new OpenLoopPlan(ratePerSecond, windowSeconds) },
            },
            Tier = plan.Tier with { Connections = 16, MeasureSeconds = measureSeconds },
        };
    }

    private static async Task<(LaunchObservation Record, List<Observation> Observed)> RunAsync(
        LaunchPlan plan, long windowElapsedNs = 1_000_000_000)
    {
        var random = new Random(plan.Seed);
        var order = LaunchOrder.Draw(plan.Study.Names.Count, random);
        await using var session = new ClockedWindows(new HandlerTarget(plan, order), windowElapsedNs);
        var observed = new List<Observation>();
        return (await new Launch(plan, order, session, random, observed.Add).RunAsync(), observed);
    }

    /// <summary>The handler tier with windows that are over at once and say what they are told to.</summary>
    private class Windowed(HandlerTarget inner, long elapsedNs) : RelayedTarget(inner), IOpenLoop, ILatencies
    {
        private readonly LatencyHistogram[] _latencies = [new(), new(), new()];

        public override ValueTask<SliceCost> RunSliceAsync(int variant, int operations)
        {
            _latencies[variant].Record(5_000);
            return base.RunSliceAsync(variant, operations);
        }

        // The last request is sent when it is due, and latencies fall: of 10 requests 10, 9, … 1 µs.
        public ValueTask<WindowCost> RunWindowAsync(int variant, int requests, double ratePerSecond)
        {
            long[] latenciesNs = [.. Enumerable.Range(0, requests).Select(k => (requests - k) * 1_000L)];
            Array.ForEach(latenciesNs, _latencies[variant].Record);
            var lastSendNs = (long)((requests - 1) * 1e9 / ratePerSecond);
            return ValueTask.FromResult(new WindowCost(
                new OpenLoopWindow(ratePerSecond, lastSendNs, elapsedNs, latenciesNs), CpuNs: 100 + variant));
        }

        public void ResetLatencies() => Array.ForEach(_latencies, histogram => histogram.Reset());

        public LatencyHistogram LatenciesOf(int variant) => _latencies[variant];
    }

    private sealed class ClockedWindows(HandlerTarget inner, long elapsedNs) : Windowed(inner, elapsedNs), ICpuClock;
}
