using ContextBench.Analysis.Reproduction;
using ContextBench.Analysis.Results;
using Xunit;

namespace ContextBench.Analysis.Tests.Reproduction;

public sealed class ResidencyAgreementTests
{
    [Fact]
    public void Half_widths_of_independent_intervals_add_as_squares_do()
    {
        // 3² + 4² = 5².
        var agreement = new ResidencyAgreement(
            Of(differenceUs: 6, halfWidthUs: 3), Of(differenceUs: 2, halfWidthUs: 4));

        Assert.Equal(4, agreement.DifferenceUs, 12);
        Assert.Equal((-1, 9), (agreement.IntervalUs.Low, agreement.IntervalUs.High));
        Assert.True(agreement.Agrees);
    }

    [Fact]
    public void Intervals_that_overlap_may_still_disagree()
    {
        // [1, 7] and [6.5, 14.5] overlap; their difference of 6.5 is beyond ±5.
        var agreement = new ResidencyAgreement(
            Of(differenceUs: 10.5, halfWidthUs: 4), Of(differenceUs: 4, halfWidthUs: 3));

        Assert.False(agreement.Agrees);
    }

    private static Comparison Of(double differenceUs, double halfWidthUs) =>
        new SyntheticRun().Tier("kestrel", [1, 1.01], [1, 1.01]).Report().Tiers.Single()
            .Find("async-local", Metric.Total)! with
        {
            Difference = differenceUs,
            DifferenceLow = differenceUs - halfWidthUs,
            DifferenceHigh = differenceUs + halfWidthUs,
        };
}
