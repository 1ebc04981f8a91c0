using ContextBench.Analysis.Results;
using ContextBench.Measurement.Plans;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Analysis.Tests.Comparisons;

public sealed class ApartAnalysisTests
{
    [Fact]
    public void Apart_nothing_is_trimmed_or_left_out_so_a_collection_counts_for_the_process_that_has_it()
    {
        // One slice of the candidate in five costs 5 times as much: (4 · 1.05 + 5 · 1.05) / 5 = 1.89.
        var tier = Apart([1, 1.05], [1, 1.05], [1, 1.05])
            .EachBatch(batch => batch.ElapsedNs[2][0] *= 5)
            .Report().Tiers.Single();

        var total = tier.Find("async-local", Metric.Total)!;
        Assert.Equal(89, total.OverheadPercent!.Value, 6);
        Assert.Equal(100, total.BaselineValue, 6);
        Assert.Empty(total.Warnings); // it is no tail: nothing was trimmed that the sums show
        Assert.Equal("apart", total.Residency);
    }

    [Fact]
    public void Apart_no_collection_is_charged_and_the_total_has_the_throughput()
    {
        var tier = Apart([1, 1.25], [1, 1.25]).Report().Tiers.Single();

        Assert.Null(tier.Find("async-local", Metric.Gc));
        Assert.Null(tier.Find("async-local", Metric.Time));
        Assert.Null(tier.CollectionNsPerByte);
        Assert.Equal(8_000, tier.Find("async-local", Metric.Throughput)!.CandidateValue, 6);
        Assert.Null(tier.Find("async-local", Metric.Throughput)!.Verdict);
        Assert.Equal(200, tier.Find("async-local", Metric.Allocated)!.Difference, 6);
    }

    [Fact]
    public void An_equivalent_apart_does_not_say_that_a_process_was_mixed()
    {
        var total = Apart([1, 1.001], [1, 1.002], [1, 1.001]).Report().Tiers.Single()
            .Find("async-local", Metric.Total)!;

        Assert.Equal(Verdict.Equivalent, total.Verdict);
        Assert.DoesNotContain(Warning.MixedProcess, total.Warnings);
    }

    [Fact]
    public void A_runtime_that_counts_no_allocations_is_compared_in_everything_else()
    {
        var tier = Apart([1, 1.05], [1, 1.05])
            .EachLaunch(launch => launch with { Runtime = null, Allocations = [] })
            .Report().Tiers.Single();

        Assert.Equal(2, tier.CountedLaunches);
        Assert.Null(tier.Find("async-local", Metric.Allocated));
        Assert.Equal(5, tier.Find("async-local", Metric.Cpu)!.OverheadPercent!.Value, 6);
    }

    [Fact]
    public void Another_baseline_compares_everything_with_it_and_asks_nothing_of_the_control()
    {
        // no-id costs 0.8 of classic and async-local 1.2: half as much again.
        var run = Apart(["classic", "control", "async-local", "no-id"], [1, 1.2, 0.8], [1, 1.2, 0.8]);

        var tier = run.Report(baseline: "no-id").Tiers.Single();

        var total = tier.Find("async-local", Metric.Total)!;
        Assert.Equal(("no-id", 50), (total.Baseline, Math.Round(total.OverheadPercent!.Value, 6)));
        Assert.Equal(25, tier.Find("classic", Metric.Total)!.OverheadPercent!.Value, 6);
        Assert.False(tier.IsInvalid); // the control is 25 % dearer than no-id, as it should be
    }

    private static SyntheticRun Apart(params double[][] ratios) =>
        Apart(["classic", "control", "async-local"], ratios);

    private static SyntheticRun Apart(string[] variants, params double[][] ratios) => new SyntheticRun
    {
        Variants = variants,
        CollectionNsPerByte = 2, // would be 2 µs a request, were it charged
        Load = new LoadPlan { Residency = Residency.Apart },
    }.Tier("kestrel", ratios);
}
