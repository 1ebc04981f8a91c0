using ContextBench.Analysis.Results;
using Xunit;

namespace ContextBench.Analysis.Tests.Validity;

public sealed class GeneratorLimitedTests
{
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_generator_that_costs_more_than_the_server_in_most_launches_makes_the_run_invalid(
        int limited, bool invalid)
    {
        var report = Run("kestrel", limited, generatorNs: 96_000); // the server uses 95 µs a request

        Assert.Equal(
            $"generator-limited: {limited} of 4 launches measured the generator, which used more CPU than the " +
            "server: make requests dearer (--work-us)",
            PrintedLine.Of(report, "generator-limited"));
        Assert.Equal(invalid, report.IsInvalid);
    }

    [Fact]
    public void A_generator_that_costs_less_than_the_server_is_not_spoken_of() =>
        Assert.Null(PrintedLine.Of(Run("kestrel", limited: 4, generatorNs: 94_000), "generator-limited"));

    [Fact]
    public void A_tier_without_a_generator_cannot_be_limited_by_it() =>
        Assert.Null(PrintedLine.Of(Run("handler", limited: 4, generatorNs: 96_000), "generator-limited"));

    private static RunResult Run(string tier, int limited, long generatorNs) => new SyntheticRun()
        .Tier(tier, [1, 1.05], [1, 1.0501], [1, 1.0499], [1, 1.05])
        .EachLaunch(launch => launch.Launch <= limited
            ? launch with { GeneratorCpuNs = generatorNs * launch.Operations }
            : launch)
        .Report();
}
