using ContextBench.Analysis.Results;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Analysis.Tests.Comparisons;

public sealed class RunAnalysisTests
{
    [Fact]
    public void The_collector_is_the_one_that_the_launches_reported()
    {
        var run = new SyntheticRun().Tier("kestrel", [1, 1], [1, 1]);
        Assert.Equal(".NET 10.0.12, workstation, concurrent collector", run.Report().RuntimeAndCollector);

        run.EachLaunch(launch => launch with { GcMode = "server, concurrent" });
        Assert.Equal(".NET 10.0.12, server, concurrent collector", run.Report().RuntimeAndCollector);

        run.Last(launch => launch with { GcMode = "workstation, concurrent" });
        Assert.Equal(
            ".NET 10.0.12, server, concurrent and workstation, concurrent collector",
            run.Report().RuntimeAndCollector);
    }

    [Fact]
    public void Where_nobody_tells_the_collector_none_is_claimed()
    {
        var run = new SyntheticRun().Tier("kestrel", [1, 1], [1, 1]).Report();

        Assert.Equal(
            ".NET 10.0.12", (run with { Environment = run.Environment with { GcMode = null } }).RuntimeAndCollector);
    }

    [Fact]
    public void The_overhead_of_two_launches_is_the_mean_of_their_log_ratios_and_its_interval_students()
    {
        // ln 1.02 = 0.019803, ln 1.04 = 0.039221: mean 0.029512, sd 0.013731, error 0.009709, t(0.975, 1) = 12.7062.
        var tier = new SyntheticRun().Tier("kestrel", [1, 1.02], [1, 1.04]).Report().Tiers.Single();

        var time = tier.Find("async-local", Metric.Total)!;
        Assert.Equal(100 * (Math.Exp(0.029512) - 1), time.OverheadPercent!.Value, 3);
        Assert.Equal(100 * (Math.Exp(0.029512 - (12.7062 * 0.009709)) - 1), time.Low!.Value, 2);
        Assert.Equal(100 * (Math.Exp(0.029512 + (12.7062 * 0.009709)) - 1), time.High!.Value, 2);
        Assert.Equal(2, time.Launches);
    }

    [Fact]
    public void Values_are_per_operation_and_the_difference_belongs_to_the_overhead()
    {
        var time = Find(Metric.Time, [1, 1.05], [1, 1.05], [1, 1.05]);

        Assert.Equal(100, time.BaselineValue, 6); // 1,000,000 ns in a slice of 10 operations
        Assert.Equal(105, time.CandidateValue, 6);
        Assert.Equal(5, time.Difference, 6);
        Assert.Equal("µs", time.Unit);
    }

    [Fact]
    public void The_throughput_is_one_over_the_time_and_not_tested()
    {
        var throughput = Find(Metric.Throughput, [1, 1.25], [1, 1.25], [1, 1.25]);

        Assert.Equal(10_000, throughput.BaselineValue, 6);
        Assert.Equal(8_000, throughput.CandidateValue, 6);
        Assert.Equal(-2_000, throughput.Difference, 6); // 20 % fewer requests a second …
        Assert.Equal(25, throughput.OverheadPercent!.Value, 6); // … for 25 % more time
        Assert.Null(throughput.Verdict);
        Assert.Null(throughput.Direction);
    }

    [Fact]
    public void Allocated_bytes_are_the_median_round_so_that_a_stray_allocation_cannot_move_them()
    {
        var allocated = Find(Metric.Allocated, [1, 1], [1, 1]);

        // The third round of each variant holds 5000 B; the medians are 1000 and 1200.
        Assert.Equal(1000, allocated.BaselineValue);
        Assert.Equal(200, allocated.Difference);
        Assert.Equal(20, allocated.OverheadPercent);
    }

    [Theory]
    [InlineData(1.000, 1.001, 1.002, Verdict.Equivalent)] // all within 1 %
    [InlineData(1.049, 1.050, 1.051, Verdict.Slower)]
    [InlineData(0.949, 0.950, 0.951, Verdict.Faster)]
    [InlineData(0.990, 1.010, 1.030, Verdict.Inconclusive)]
    public void The_verdict_is_the_margins(double first, double second, double third, Verdict verdict) =>
        Assert.Equal(verdict, Find(Metric.Total, [1, first], [1, second], [1, third]).Verdict);

    [Fact]
    public void An_equivalent_says_that_it_was_measured_in_a_mixed_process() =>
        Assert.Contains(Warning.MixedProcess, Find(Metric.Total, [1, 1.001], [1, 1.002], [1, 1.001]).Warnings);

    [Fact]
    public void Only_the_total_has_a_verdict_and_a_direction()
    {
        var comparisons = new SyntheticRun().Tier("kestrel", [1, 1.05], [1, 1.05], [1, 1.05]).Report().Comparisons;

        Assert.All(
            comparisons.Where(comparison => comparison.Candidate != "control"),
            comparison => Assert.Equal(comparison.Metric == Metric.Total, comparison.Verdict is not null));
        Assert.All(
            comparisons.Where(comparison => comparison.Candidate != "control"),
            comparison => Assert.Equal(comparison.Metric == Metric.Total, comparison.Direction is not null));
    }

    [Fact]
    public void Other_estimators_stand_beside_the_weighted_one()
    {
        // Three launches of one sign: of 2³ patterns of signs, this one and its mirror are the farthest, 2 / 8.
        var total = Find(Metric.Total, [1, 1.01], [1, 1.02], [1, 1.03]);

        Assert.Equal(0.25, total.PermutationP);
        Assert.Equal(total.Low!.Value, total.PlainLow!.Value, 6); // three launches count the same in both
        Assert.Equal(total.High!.Value, total.PlainHigh!.Value, 6);
        Assert.Equal(100 * (Math.Cbrt(1.01 * 1.02 * 1.03) - 1), total.UntrimmedPercent!.Value, 3);
    }

    [Fact]
    public void What_each_launch_says_is_kept()
    {
        var tier = new SyntheticRun().Tier("kestrel", [1, 1.01], [1, 1.02]).Report().Tiers.Single();

        Assert.Equal(
            [(1, Math.Log(1.01)), (2, Math.Log(1.02))],
            tier.Launches
                .Where(launch => launch.Candidate == "async-local" && launch.Metric == Metric.Total)
                .Select(launch => (launch.Launch, Math.Round(launch.Estimate.LogRatio, 12)))
                .Select(launch => (launch.Launch, launch.Item2)),
            (expected, seen) => expected.Item1 == seen.Item1 && Math.Abs(expected.Item2 - seen.Item2) < 1e-9);
    }

    [Fact]
    public void Every_inconclusive_comparison_says_how_many_launches_it_needs()
    {
        // Both spread by 0.7 % around 0: three launches give a 90 % interval of 2.92 · 0.7 / √3 = ±1.2 %, five 0.67 %.
        var tier = new SyntheticRun { Variants = ["classic", "control", "async-local", "no-id"] }
            .Tier("kestrel", [1, 0.993, 1.007], [1, 1.007, 0.993], [1, 1.000, 1.000]).Report().Tiers.Single();

        foreach (var candidate in new[] { "async-local", "no-id" })
        {
            var total = tier.Find(candidate, Metric.Total)!;
            Assert.Equal(Verdict.Inconclusive, total.Verdict);
            Assert.InRange(total.LaunchesNeeded!.Value, 4, 5);
        }

        Assert.Null(tier.Find("async-local", Metric.Time)!.LaunchesNeeded);
        Assert.Null(Find(Metric.Total, [1, 1.05], [1, 1.05], [1, 1.05]).LaunchesNeeded);
    }

    [Fact]
    public void Direction_is_adjusted_for_the_number_of_candidates_and_not_asked_of_the_control()
    {
        var run = new SyntheticRun { Variants = ["classic", "control", "async-local", "no-id"] }
            .Tier("kestrel", [1, 1.02, 0.98], [1, 1.0201, 0.9801], [1, 1.0199, 0.9799]).Report().Tiers.Single();

        Assert.Equal(Direction.Up, run.Find("async-local", Metric.Total)!.Direction);
        Assert.Equal(Direction.Down, run.Find("no-id", Metric.Total)!.Direction);
        Assert.Null(run.Find("control", Metric.Total)!.Direction);
        Assert.Null(run.Find("control", Metric.Total)!.Verdict);
    }

    [Fact]
    public void Latencies_are_compared_where_a_tier_records_them()
    {
        Assert.Equal(2, Find(Metric.P99, [1, 1.02], [1, 1.02]).OverheadPercent!.Value, 6);
        Assert.Null(
            new SyntheticRun().Tier("handler", [1, 1], [1, 1]).Report().Tiers.Single().Find("async-local", Metric.P99));
    }

    private static Comparison Find(string metric, params double[][] ratios) =>
        new SyntheticRun().Tier("kestrel", ratios).Report().Tiers.Single().Find("async-local", metric)!;
}
