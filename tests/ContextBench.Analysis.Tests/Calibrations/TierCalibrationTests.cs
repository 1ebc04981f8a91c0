using ContextBench.Analysis.Calibrations;
using Xunit;

namespace ContextBench.Analysis.Tests.Calibrations;

public sealed class TierCalibrationTests
{
    private const int Digits = 9;
    private static readonly double[] Costs = [0, 1, 3, 8];

    [Fact]
    public void The_slope_is_the_mean_over_runs_with_students_interval()
    {
        // Slopes of 0.9 and 1.1: mean 1, standard error 0.1, and t(0.975, 1) = 12.706.
        var tier = TierCalibration.Of([Of([0, -0.1, -0.3, -0.8]), Of([0, 0.1, 0.3, 0.8])]);

        Assert.Equal(1, tier.Slope, Digits);
        Assert.Equal(1 - 1.2706, tier.SlopeLow, 3);
        Assert.Equal(1 + 1.2706, tier.SlopeHigh, 3);
    }

    [Fact]
    public void Coverage_counts_the_intervals_of_all_costs_that_hold_the_truth()
    {
        // Half-widths are 0.2: an error of 0.3 is missed, one of 0.1 is not.
        var tier = TierCalibration.Of([Of([0.1, 0.1, 0.3, 0.1]), Of([0, 0, 0, 0])]);

        Assert.Equal(8, tier.Intervals);
        Assert.Equal(7.0 / 8, tier.Coverage, Digits);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(-0.3)]
    public void An_interval_that_excludes_0_without_an_injected_cost_is_a_false_alarm(double error)
    {
        var tier = TierCalibration.Of([Of([error, 0, 0, 0]), Of([0, 0, 0, 0])]);

        Assert.Equal(1, tier.FalseAlarms);
        Assert.Equal(2, tier.RunsWithoutCost);
    }

    [Theory]
    [InlineData(4, 1.0)] // 16 of 20 runs find the cost of 1 %
    [InlineData(5, 3.0)] // 15 of 20
    public void The_smallest_cost_is_the_one_that_four_fifths_of_the_runs_find(int blind, double expected)
    {
        // An error of -0.9 leaves 0.1 of the cost of 1 %, whose interval then holds 0.
        var runs = Enumerable.Range(0, 20).Select(run => Of([0, run < blind ? -0.9 : 0, 0, 0])).ToArray();

        Assert.Equal(expected, TierCalibration.Of(runs).SmallestCostPercent);
    }

    [Fact]
    public void A_slope_of_1_does_not_hide_that_small_costs_come_out_too_small()
    {
        // All injected costs lose 0.4: the slope is still 1, and the cost of 1 % comes out as 0.6 %.
        var tier = TierCalibration.Of([Of([-0.4, -0.4, -0.4, -0.4]), Of([-0.4, -0.4, -0.4, -0.4])]);

        Assert.Equal(1, tier.Slope, Digits);
        Assert.Equal(0.6, tier.SmallestCostRecoveredPercent);
        Assert.StartsWith(
            "a cost of 1.00 % or more is found, itself as 0.60 %; the slope of recovered against injected is 1.000 ",
            CalibrationWording.Of(tier), StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_of_a_tail_without_cause_are_counted_over_all_arms_of_all_runs()
    {
        var run = Of([0, 0, 0, 0]) with { ArmsWithoutTail = 9, TailFalseAlarms = 1 };

        var tier = TierCalibration.Of([run, run]);

        Assert.Equal((2, 18), (tier.TailFalseAlarms, tier.ArmsWithoutTail));
    }

    [Fact]
    public void An_injected_cost_does_not_count_as_found_where_a_larger_one_is_not()
    {
        var tier = TierCalibration.Of([Of([0, 0, 0, -8]), Of([0, 0, 0, -8])]);

        Assert.Null(tier.SmallestCostPercent);
        Assert.StartsWith(
            "none of the injected costs is found in four fifths of the runs; ", CalibrationWording.Of(tier),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_in_which_a_validity_check_fired_counts_and_is_named()
    {
        var invalid = new SyntheticRun().Tier("kestrel", [1.2, 1], [1.2001, 1]).Report(); // A/A at 20 %
        var run = Of([0, 0, 0, 0]) with { Report = invalid };

        var report = ReportOf(run, Of([0, 0, 0, 0]));

        Assert.Equal(
            ["run 01 of runs is `Invalid`, and counts: `control-beyond-margin`"], // runs/01 is its folder
            CalibrationWording.InvalidRuns(report));
        Assert.False(report.IsInvalid); // half of them are not most
        Assert.True(ReportOf(run, run).IsInvalid);
    }

    [Fact]
    public void Bytes_are_off_by_the_most_that_any_run_was()
    {
        var tier = TierCalibration.Of([Of([0, 0, 0, 0]), Of([0, 0, 0, 0])]);

        Assert.Equal(1, tier.MostBytesOff); // 64.5 of 64, and 255 of 256
        Assert.Equal(2, tier.TailWarnings);
        Assert.Equal(0.2, tier.HalfWidthPercent, Digits);
    }

    private static Calibration ReportOf(params CalibrationRun[] runs)
    {
        var environment = runs[0].Environment;
        var tiers = new Dictionary<string, TierCalibration> { ["kestrel"] = TierCalibration.Of(runs) };
        return new Calibration(
            new CalibrationReport(1, CalibratedMachine.Of(environment), tiers), environment, null, null);
    }

    private static CalibrationRun Of(double[] errors) => SyntheticCalibration.Of(Costs, errors);
}
