using ContextBench.Analysis.Results;
using ContextBench.Analysis.Tests.Validity;
using ContextBench.Measurement.Plans;
using Xunit;

namespace ContextBench.Analysis.Tests.Comparisons;

/// <summary>What is measured without a CPU clock is compared in everything else.</summary>
public sealed class NoCpuClockTests
{
    [Theory]
    [InlineData(Residency.Together)]
    [InlineData(Residency.Apart)]
    public void CPU_time_has_no_row_and_its_checks_have_nothing_to_say(Residency residency)
    {
        // A generator this expensive is warned of where the server's CPU time is known.
        var report = Run(hasCpuClock: false, residency);

        var tier = report.Tiers.Single();
        Assert.Equal("no-cpu-clock", Assert.Single(tier.Warnings).Code);
        Assert.False(report.IsInvalid);
        Assert.Null(tier.BusyShare);
        Assert.Null(tier.Find("async-local", Metric.Cpu));
        Assert.Equal(5, tier.Find("async-local", Metric.Total)!.OverheadPercent!.Value, 6);
        Assert.DoesNotContain("busy for", PrintedLine.Console(report), StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_clock_the_same_run_has_both()
    {
        var tier = Run(hasCpuClock: true, Residency.Together).Tiers.Single();

        Assert.Equal("generator-limited", Assert.Single(tier.Warnings).Code);
        Assert.Equal(5, tier.Find("async-local", Metric.Cpu)!.OverheadPercent!.Value, 6);
    }

    [Fact]
    public void A_batch_without_the_CPU_time_that_its_launch_has_is_no_measurement()
    {
        var tier = new SyntheticRun { HasCpuClock = false }
            .Tier("handler", [1, 1.05], [1, 1.05])
            .Last(launch => launch with { SliceCpuNs = 1 })
            .Report().Tiers.Single();

        Assert.Equal(1, tier.CountedLaunches);
    }

    private static RunResult Run(bool hasCpuClock, Residency residency) =>
        new SyntheticRun { HasCpuClock = hasCpuClock, Load = new LoadPlan { Residency = residency } }
            .Tier("kestrel", [1, 1.05], [1, 1.05], [1, 1.05])
            .EachLaunch(launch => launch with { GeneratorCpuNs = 200_000 * launch.Operations }) // 200 µs a request
            .Report();
}
