using ContextBench.Analysis.Results;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Analysis.Tests.Validity;

public sealed class ClockBackwardsTests
{
    [Theory]
    [InlineData(-1, 1_000_000)]
    [InlineData(0, 1_000_000)]
    [InlineData(1_000_000, -1)]
    public void A_clock_that_went_backwards_in_one_slice_makes_the_run_invalid(long elapsedNs, long cpuNs)
    {
        var report = Run(batch =>
        {
            if (batch is not { Launch: 2, Batch: 1 })
                return;
            batch.ElapsedNs[1][3] = elapsedNs;
            batch.CpuNs![1][3] = cpuNs;
        });

        Assert.Equal(
            "clock-backwards: a clock went backwards in 1 of 3 launches (slices: 1), so no time here can be trusted: " +
            "measure on another machine, or with another clock source of its kernel",
            PrintedLine.Of(report, "clock-backwards"));
        Assert.Equal(Verdict.Invalid, report.Tiers.Single().Find("async-local", Metric.Total)!.Verdict);
    }

    [Theory]
    [InlineData(Residency.Together)]
    [InlineData(Residency.Apart)]
    public void Blocks_whose_clock_went_backwards_take_part_in_no_estimate(Residency residency)
    {
        // A step of a minute, 40 times all that the launch measured.
        var report = Run(batch => batch.ElapsedNs[0][0] = -60_000_000_000, residency);

        Assert.Equal(5, report.Tiers.Single().Find("async-local", Metric.Total)!.OverheadPercent!.Value, 6);
        Assert.Equal(100, report.Tiers.Single().Find("async-local", Metric.Total)!.BaselineValue, 6);
    }

    [Fact]
    public void Where_every_block_went_backwards_nothing_is_compared_and_that_is_said()
    {
        var report = Run(batch =>
        {
            if (batch.Launch == 1)
                batch.ElapsedNs[0].AsSpan().Fill(-1);
        });

        Assert.Empty(report.Comparisons);
        Assert.True(report.IsInvalid);
        Assert.Contains(
            "No comparison: a validity check fired, and there is nothing left to compare", PrintedLine.Console(report),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_cpu_clock_that_stood_still_is_coarse_and_not_backwards() =>
        Assert.Null(PrintedLine.Of(Run(batch => batch.CpuNs![0].AsSpan().Clear()), "clock-backwards"));

    private static RunResult Run(Action<BatchObservation> change, Residency residency = Residency.Together) =>
        new SyntheticRun { Load = new LoadPlan { Residency = residency } }
            .Tier("kestrel", [1, 1.05], [1, 1.05], [1, 1.05])
            .EachBatch(change)
            .Report();
}
