using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class ControlCheckTests
{
    // Launches c − 0.001, c, c + 0.001: the 95 % half-width is 4.303 · 0.001 / √3 = 0.00248. ln 1.01 = 0.00995.
    [Theory]
    [InlineData(0.0020, ControlOutcome.Clean)] // -0.0005 … 0.0045
    [InlineData(-0.0020, ControlOutcome.Clean)]
    [InlineData(0.0030, ControlOutcome.ExcludesZero)] // 0.0005 … 0.0055
    [InlineData(-0.0030, ControlOutcome.ExcludesZero)]
    [InlineData(0.0120, ControlOutcome.ExcludesZero)] // 0.0095 … 0.0145: not wholly beyond the margin
    [InlineData(0.0130, ControlOutcome.BeyondMargin)] // 0.0105 … 0.0155
    [InlineData(-0.0130, ControlOutcome.BeyondMargin)]
    public void The_outcome_follows_from_the_95_percent_interval(double center, ControlOutcome expected) =>
        Assert.Equal(
            expected,
            ControlCheck.Decide(
                OverheadEstimate.FromLaunches([center - 0.001, center, center + 0.001]), new Margin(1)));
}
