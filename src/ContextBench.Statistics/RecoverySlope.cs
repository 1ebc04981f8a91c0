using MathNet.Numerics.LinearRegression;

namespace ContextBench.Statistics;

/// <summary>How much of a known cost comes out: the slope of recovered against injected costs.</summary>
public static class RecoverySlope
{
    /// <summary>
    /// The slope of the least-squares line, with an intercept of its own, so that what all injected costs share does
    /// not count.
    /// </summary>
    /// <param name="injected">The known costs: two different ones or more, in any unit.</param>
    /// <param name="recovered">What was measured of each, in the same unit and order.</param>
    /// <returns>1 where a cost comes out as it is.</returns>
    /// <exception cref="ArgumentException">The costs do not differ, or the numbers of them do.</exception>
    public static double Of(IReadOnlyList<double> injected, IReadOnlyList<double> recovered)
    {
        if (injected.Distinct().Take(2).Count() < 2)
            throw new ArgumentException("a slope needs two different injected costs", nameof(injected));

        return SimpleRegression.Fit([.. injected], [.. recovered]).Item2;
    }
}
