using ContextBench.Analysis.Results;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Analysis.Tests.Validity;

public sealed class NotSteadyTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)] // half is not more than half
    [InlineData(3, true)]
    public void More_than_half_of_the_launches_that_were_not_steady_make_the_run_invalid(int unsteady, bool invalid)
    {
        var report = Run(unsteady);

        Assert.Equal(
            $"not-steady: {unsteady} of 4 launches were not steady when warming up ended (still getting faster, " +
            "still compiling, or too few rounds to tell): use a longer profile (--profile full)",
            PrintedLine.Of(report, "not-steady"));
        Assert.Equal(invalid, report.IsInvalid);
        Assert.Equal(
            invalid ? Verdict.Invalid : Verdict.Slower,
            report.Tiers.Single().Find("async-local", Metric.Total)!.Verdict);
    }

    [Fact]
    public void Launches_that_were_steady_are_not_spoken_of() =>
        Assert.Null(PrintedLine.Of(Run(unsteady: 0), "not-steady"));

    private static RunResult Run(int unsteady) => new SyntheticRun()
        .Tier("handler", [1, 1.05], [1, 1.0501], [1, 1.0499], [1, 1.05])
        .EachLaunch(launch => launch with { Steady = launch.Launch > unsteady })
        .Report();
}
