using ContextBench.Measurement.Plans;
using Xunit;

namespace ContextBench.Analysis.Tests.Validity;

public sealed class CleanRunTests
{
    [Theory]
    [InlineData("handler", Residency.Together)]
    [InlineData("in-memory", Residency.Together)]
    [InlineData("kestrel", Residency.Together)]
    [InlineData("kestrel", Residency.Apart)]
    public void On_a_clean_run_every_check_is_silent(string tier, Residency residency)
    {
        var report = new SyntheticRun { Load = new LoadPlan { Residency = residency } }
            .Tier(tier, [1.0001, 1.05], [0.9999, 1.0501], [1, 1.0499])
            .Report();

        Assert.False(report.IsInvalid);
        Assert.Empty(report.Tiers.Single().Warnings);
    }
}
