using ContextBench.Analysis.Results;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Analysis.Tests.Validity;

public sealed class NoiseFloorTests
{
    [Fact]
    public void A_control_wholly_beyond_the_margin_makes_every_verdict_invalid()
    {
        var report = Run(1.05, 1.0501, 1.0499);

        Assert.Equal([BeyondMargin("total"), BeyondMargin("cpu")], PrintedLine.AllOf(report, "control-beyond-margin"));
        Assert.True(report.IsInvalid);
        Assert.Equal(Verdict.Invalid, report.Tiers.Single().Find("async-local", Metric.Total)!.Verdict);
    }

    [Fact]
    public void A_control_that_excludes_zero_within_the_margin_only_warns()
    {
        var report = Run(1.004, 1.0041, 1.0039);

        Assert.Equal(
            "control-excludes-zero: the A/A interval of total excludes 0: " +
            "an overhead as small as the control's is noise here",
            PrintedLine.AllOf(report, "control-excludes-zero").First());
        Assert.False(report.IsInvalid);
    }

    [Fact]
    public void A_control_of_cpu_beyond_the_margin_warns_and_leaves_the_verdict_on_the_total_alone()
    {
        var report = new SyntheticRun()
            .Tier("kestrel", [1, 1.05], [1, 1.0501], [1, 1.0499])
            .EachBatch(batch => batch.CpuNs![1].AsSpan().Fill(1_050_000))
            .Report();

        Assert.Equal([BeyondMargin("cpu")], PrintedLine.AllOf(report, "control-beyond-margin"));
        Assert.Equal(Verdict.Slower, report.Tiers.Single().Find("async-local", Metric.Total)!.Verdict);
        Assert.False(report.IsInvalid);
    }

    [Fact]
    public void A_control_beyond_the_margin_is_said_against_whatever_baseline()
    {
        var report = new SyntheticRun { Variants = ["classic", "control", "async-local", "no-id"] }
            .Tier("kestrel", [1.05, 1, 1], [1.0501, 1, 1], [1.0499, 1, 1])
            .Report(baseline: "no-id");

        Assert.Equal([BeyondMargin("total")], PrintedLine.AllOf(report, "control-beyond-margin"));
        Assert.True(report.IsInvalid);
    }

    [Fact]
    public void A_control_around_zero_is_not_spoken_of()
    {
        var report = Run(1.0001, 0.9999, 1);

        Assert.Empty(PrintedLine.AllOf(report, "control-beyond-margin"));
        Assert.Empty(PrintedLine.AllOf(report, "control-excludes-zero"));
    }

    private static string BeyondMargin(string metric) =>
        $"control-beyond-margin: the A/A interval of {metric} lies wholly beyond the margin: " +
        "measure again on a quieter machine";

    private static RunResult Run(params double[] controls) =>
        new SyntheticRun().Tier("kestrel", [.. controls.Select(control => new[] { control, 1.05 })]).Report();
}
