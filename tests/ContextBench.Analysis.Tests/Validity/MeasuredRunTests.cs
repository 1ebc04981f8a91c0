using ContextBench.Load;
using ContextBench.Measurement.Targets;
using ContextBench.Measurement.Tests.Launches;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Analysis.Tests.Validity;

/// <summary>From the process under test to the line that is printed.</summary>
public sealed class MeasuredRunTests
{
    [Fact]
    public async Task A_variant_that_logs_other_bytes_fails_its_launches_and_the_run()
    {
        var report = await MeasuredRun.ReportAsync(EmailWorkload.Article, tier => new DisturbedTier(tier)
        {
            Evidence = (variant, evidence) =>
                variant == 2 ? evidence with { Log = [.. evidence.Log, (byte)'!'] } : evidence,
        });

        Assert.Equal(
            "faulted-launches: 2 of 2 launches failed and are not counted: mend what they say and measure again; " +
            "the last one: async-local logs other bytes than classic",
            PrintedLine.Of(report, "faulted-launches"));
        Assert.True(report.IsInvalid);
    }

    [Fact]
    public async Task A_process_under_test_that_answers_with_an_error_fails_its_launches_and_the_run()
    {
        var slices = 0;
        var report = await MeasuredRun.ReportAsync(EmailWorkload.Article, tier => new DisturbedTier(tier)
        {
            Cost = (_, cost) => ++slices % 100 == 0
                ? throw new TargetFaultException("the server answered 'HTTP/1.1 500 Internal Server Error'")
                : cost,
        });

        Assert.Equal(
            "faulted-launches: 2 of 2 launches failed and are not counted: mend what they say and measure again; " +
            "the last one: the server answered 'HTTP/1.1 500 Internal Server Error'",
            PrintedLine.Of(report, "faulted-launches"));
        Assert.True(report.IsInvalid);
    }

    [Fact]
    public async Task A_clock_that_goes_backwards_is_recorded_as_it_was_read_and_ends_nothing()
    {
        // From the first slice on, in the ones that slices are fitted by too.
        var report = await MeasuredRun.ReportAsync(EmailWorkload.Article, tier => new DisturbedTier(tier)
        {
            Cost = (variant, cost) => variant == 0 ? new SliceCost(-cost.ElapsedNs, cost.CpuNs) : cost,
        });

        Assert.StartsWith(
            "clock-backwards: a clock went backwards in 2 of 2 launches (slices: ",
            PrintedLine.Of(report, "clock-backwards"), StringComparison.Ordinal);
        Assert.True(report.IsInvalid);
    }

    [Fact]
    public async Task A_clock_that_stands_still_ends_nothing_either()
    {
        var report = await MeasuredRun.ReportAsync(EmailWorkload.Article, tier => new DisturbedTier(tier)
        {
            Cost = (_, _) => new SliceCost(0, 0),
        });

        Assert.StartsWith(
            "clock-backwards: a clock went backwards in 2 of 2 launches (slices: ",
            PrintedLine.Of(report, "clock-backwards"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_CPU_clock_a_run_is_judged_by_its_time_alone()
    {
        var report = await MeasuredRun.ReportAsync(EmailWorkload.Article, tier => new RelayedTarget(tier));

        var tier = report.Tiers.Single();
        Assert.Equal(2, tier.CountedLaunches);
        Assert.Null(tier.BusyShare);
        Assert.DoesNotContain(tier.Warnings, warning => warning.Code is "coarse-cpu-clock" or "idle" or "uneven-steal");
        Assert.Contains(tier.Warnings, warning => warning.Code == "no-cpu-clock");
        var metrics = tier.Comparisons.Select(comparison => comparison.Metric).Distinct();
        Assert.Equal(["allocated", "gc", "throughput", "time", "total"], metrics.Order());
        Assert.DoesNotContain("CPU µs", PrintedLine.Console(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_that_can_do_nothing_else_is_judged_by_its_time_which_nothing_is_charged_to()
    {
        var report = await MeasuredRun.ReportAsync(EmailWorkload.Article, tier => new BareTarget(tier));

        var tier = report.Tiers.Single();
        Assert.Equal(2, tier.CountedLaunches);
        Assert.Null(tier.CollectionNsPerByte);
        var comparison = tier.Comparisons.ToLookup(comparison => comparison.Metric);
        Assert.Equal(["throughput", "time", "total"], comparison.Select(metric => metric.Key).Order());
        Assert.Equal(
            comparison["time"].Select(time => (time.BaselineValue, time.OverheadPercent)),
            comparison["total"].Select(total => (total.BaselineValue, total.OverheadPercent)));
        Assert.DoesNotContain("of it GC", PrintedLine.Console(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_that_wait_have_blocks_enough_even_in_a_launch_shorter_than_any_profiles()
    {
        var report = await MeasuredRun.ReportAsync(EmailWorkload.Article with { Send = SendMode.Delay }, tier => tier);

        Assert.Equal(2, report.Tiers.Single().CountedLaunches);
        Assert.Null(PrintedLine.Of(report, "too-few-blocks"));
    }

    /// <summary>A target that has the one duty of every target.</summary>
    private sealed class BareTarget(ITarget inner) : ITarget
    {
        public ValueTask<SliceCost> RunSliceAsync(int variant, int operations) =>
            inner.RunSliceAsync(variant, operations);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
