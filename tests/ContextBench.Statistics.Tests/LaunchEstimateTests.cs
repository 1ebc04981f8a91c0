using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class LaunchEstimateTests
{
    private const double Precision = 1e-12;

    private static readonly PairedBatch TenPercentAndAnOutlier =
        new([100, 100, 100, 100, 100], [110, 110, 1000, 110, 110]);

    private static readonly PairedBatch TwentyPercent = new([100, 100, 100, 100, 100], [120, 120, 120, 120, 120]);

    // Time: baseline 100 ns, candidate 100 · 1.1 = 110 ns (trimmed) and 120 ns (untrimmed). Charges: 50 and 90 ns.
    private static readonly LaunchEstimate TenPercent =
        new(Math.Log(1.1), StandardError: 0.02, Math.Log(1.2), Batches: 15, Blocks: 600);

    [Fact]
    public void The_estimate_is_the_mean_over_batches_of_trimmed_means()
    {
        var estimate = LaunchEstimate.From([TenPercentAndAnOutlier, TwentyPercent]);

        // The outlier is trimmed away, so the batches say ln 1.1 and ln 1.2.
        Assert.Equal((Math.Log(1.1) + Math.Log(1.2)) / 2, estimate.LogRatio, Precision);
        Assert.Equal(2, estimate.Batches);
        Assert.Equal(10, estimate.Blocks);
    }

    [Fact]
    public void The_standard_error_comes_from_the_spread_between_batches()
    {
        var estimate = LaunchEstimate.From([TenPercentAndAnOutlier, TwentyPercent]);

        // Two values a and b: sd = (b − a) / √2, over √2 batches: (b − a) / 2
        Assert.Equal((Math.Log(1.2) - Math.Log(1.1)) / 2, estimate.StandardError, Precision);
    }

    [Fact]
    public void The_untrimmed_estimate_keeps_the_outlier()
    {
        var estimate = LaunchEstimate.From([TenPercentAndAnOutlier, TwentyPercent]);

        // (4 · 110 + 1000 + 5 · 120) / (10 · 100) = 2040 / 1000
        Assert.Equal(Math.Log(2.04), estimate.UntrimmedLogRatio, Precision);
    }

    [Fact]
    public void The_capped_estimate_holds_each_cost_to_twice_its_variants_median()
    {
        var estimate = LaunchEstimate.From([TenPercentAndAnOutlier, TwentyPercent]);

        // The candidate's median is 110: (4 · 110 + 220 + 5 · 120) / (10 · 100) = 1260 / 1000
        Assert.Equal(Math.Log(1.26), estimate.CappedLogRatio, Precision);
    }

    [Fact]
    public void A_candidate_that_is_dearer_throughout_is_not_capped()
    {
        var tenfold = new PairedBatch([100, 100, 100], [1000, 1000, 1000]);

        Assert.Equal(Math.Log(10), LaunchEstimate.From([tenfold, tenfold]).CappedLogRatio, Precision);
    }

    [Fact]
    public void Costs_that_a_coarse_clock_did_not_see_do_not_lower_the_cap()
    {
        // Medians of those above 0: 100 and 200, so that nothing is capped: (200 + 200) / (100 + 100).
        var coarse = new PairedBatch([0, 0, 0, 100, 100], [0, 0, 0, 200, 200]);

        Assert.Equal(Math.Log(2), LaunchEstimate.From([coarse]).CappedLogRatio, Precision);
    }

    [Fact]
    public void Batches_count_the_same_however_many_blocks_they_hold()
    {
        var estimate = LaunchEstimate.From([new PairedBatch([1], [4]), TwentyPercent]);

        Assert.Equal((Math.Log(4) + Math.Log(1.2)) / 2, estimate.LogRatio, Precision);
    }

    [Fact]
    public void One_batch_has_an_estimate_but_no_standard_error()
    {
        var estimate = LaunchEstimate.From([TwentyPercent]);

        Assert.Equal(Math.Log(1.2), estimate.LogRatio, Precision);
        Assert.Equal(double.NaN, estimate.StandardError);
    }

    [Fact]
    public void Identical_batches_have_no_error() =>
        Assert.Equal(0, LaunchEstimate.From([TwentyPercent, TwentyPercent, TwentyPercent]).StandardError);

    [Fact]
    public void Unusable_blocks_are_left_out_of_the_trimmed_estimate_and_kept_in_the_sums()
    {
        var estimate = LaunchEstimate.From([new PairedBatch([100, 0], [200, 100]), new PairedBatch([0], [100])]);

        Assert.Equal(Math.Log(2), estimate.LogRatio, Precision);
        Assert.Equal(1, estimate.Batches);
        Assert.Equal(1, estimate.Blocks);
        // (200 + 100 + 100) / (100 + 0 + 0)
        Assert.Equal(Math.Log(4), estimate.UntrimmedLogRatio, Precision);
    }

    [Fact]
    public void Sums_beyond_the_range_of_a_long_do_not_overflow()
    {
        var huge = new PairedBatch([long.MaxValue, long.MaxValue], [long.MaxValue, long.MaxValue]);

        Assert.Equal(0, LaunchEstimate.From([huge, huge]).UntrimmedLogRatio);
    }

    [Fact]
    public void A_launch_without_batches_is_refused() =>
        Assert.Throws<ArgumentException>(() => LaunchEstimate.From([]));

    [Fact]
    public void A_launch_without_a_usable_block_is_refused() =>
        Assert.Throws<ArgumentException>(() => LaunchEstimate.From([new PairedBatch([0, 5], [5, 0])]));

    [Fact]
    public void A_launch_whose_costs_add_up_to_nothing_is_refused() =>
        Assert.Throws<ArgumentException>(() => LaunchEstimate.From([new PairedBatch([5, -5], [5, 5])]));

    [Fact]
    public void Blocks_left_out_take_part_in_no_estimate()
    {
        var estimate = LaunchEstimate.From(
        [
            new PairedBatch([100, 100, 900], [200, 200, 100], [false, false, true]),
            new PairedBatch([100, 100], [900, 900], [true, true]),
        ]);

        // The second batch drops out, so there is one left and no spread. (200 + 200) / (100 + 100) = 2
        Assert.Equal(Math.Log(2), estimate.LogRatio, Precision);
        Assert.Equal(Math.Log(2), estimate.UntrimmedLogRatio, Precision);
        Assert.Equal(Math.Log(2), estimate.CappedLogRatio, Precision);
        Assert.Equal(1, estimate.Batches);
        Assert.Equal(2, estimate.Blocks);
    }

    [Fact]
    public void A_launch_whose_blocks_are_all_left_out_is_refused() =>
        Assert.Throws<ArgumentException>(() => LaunchEstimate.From([new PairedBatch([100], [100], [true])]));

    [Fact]
    public void A_charge_is_added_to_the_time_of_both_variants()
    {
        var total = TenPercent.WithCharge(baselineTimeNs: 100, baselineChargeNs: 50, candidateChargeNs: 90);

        // (110 + 90) / (100 + 50) and (120 + 90) / (100 + 50)
        Assert.Equal(Math.Log(200.0 / 150), total.LogRatio, Precision);
        Assert.Equal(Math.Log(210.0 / 150), total.UntrimmedLogRatio, Precision);
        Assert.Equal((15, 600), (total.Batches, total.Blocks));
    }

    [Fact]
    public void The_error_of_the_time_counts_by_its_share_of_the_total() =>
        // 110 of 200 ns are time: 0.02 · 0.55 = 0.011
        Assert.Equal(0.011, TenPercent.WithCharge(100, 50, 90).StandardError, Precision);

    [Fact]
    public void Charges_of_nothing_change_nothing() => Assert.Equal(TenPercent, TenPercent.WithCharge(100, 0, 0));

    [Fact]
    public void An_unknown_error_stays_unknown()
    {
        var oneBatch = TenPercent with { StandardError = double.NaN };

        Assert.Equal(double.NaN, oneBatch.WithCharge(100, 50, 90).StandardError);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(double.NaN, 0, 0)]
    [InlineData(double.PositiveInfinity, 0, 0)]
    [InlineData(100, -1, 0)]
    [InlineData(100, 0, -1)]
    [InlineData(100, double.NaN, 0)]
    [InlineData(100, 0, double.PositiveInfinity)]
    public void Times_and_charges_out_of_range_are_refused(double time, double baseline, double candidate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TenPercent.WithCharge(time, baseline, candidate));

    [Fact]
    public void The_estimate_of_sums_keeps_the_outlier_and_its_error_is_the_spread_between_batches()
    {
        var estimate = LaunchEstimate.OfSums([TenPercentAndAnOutlier, TwentyPercent]);

        // All: 2040 / 1000. The batches: (440 + 1000) / 500 = 2.88 and 600 / 500 = 1.2; their sd over √2 is half apart.
        Assert.Equal(Math.Log(2.04), estimate.LogRatio, Precision);
        Assert.Equal(estimate.LogRatio, estimate.UntrimmedLogRatio);
        Assert.Equal((Math.Log(2.88) - Math.Log(1.2)) / 2, estimate.StandardError, Precision);
        Assert.Equal((2, 10), (estimate.Batches, estimate.Blocks));
    }

    [Fact]
    public void The_estimate_of_sums_needs_a_batch_that_cost_something() =>
        Assert.Throws<ArgumentException>(() => LaunchEstimate.OfSums([new PairedBatch([0, 0], [1, 1])]));

    [Fact]
    public void Launches_that_say_one_number_each_weigh_the_same()
    {
        LaunchEstimate[] launches = [.. new[] { 0.01, 0.03, 0.08 }.Select(LaunchEstimate.OfOne)];

        var weighted = OverheadEstimate.Weighted(launches);

        Assert.Equal(0.04, weighted.LogRatio, Precision);
        var plain = OverheadEstimate.FromLaunches([0.01, 0.03, 0.08]).At(0.95);
        Assert.Equal(plain.Low, weighted.At(0.95).Low, 1e-9);
        Assert.Equal(plain.High, weighted.At(0.95).High, 1e-9);
    }
}
