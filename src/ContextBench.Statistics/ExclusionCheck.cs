using MathNet.Numerics;

namespace ContextBench.Statistics;

/// <summary>
/// Whether chance explains how many of several 95 % intervals exclude a truth that they are meant to hold: of
/// independent ones that do hold it in 95 of 100 cases, the number is binomial with a rate of 5 %.
/// </summary>
public static class ExclusionCheck
{
    /// <summary>A number of exclusions that chance reaches less often than this is not explained by it.</summary>
    public const double LeastProbability = 0.05;

    private const double Rate = 1 - VerdictRule.DifferenceConfidence;

    // One of one interval has a probability of exactly 5 %, which floating point must not make less.
    private const double Rounding = 1e-9;

    /// <summary>
    /// How often chance makes so many intervals or more exclude the truth: the upper tail P(X ≥ k) of the binomial
    /// distribution, which is the regularized incomplete beta function I(rate; k, n − k + 1).
    /// </summary>
    /// <param name="excluding">k, the intervals that exclude the truth; 0 to n.</param>
    /// <param name="intervals">n, all intervals; 0 or more.</param>
    /// <returns>A probability, 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">k is below 0 or above n.</exception>
    public static double Probability(int excluding, int intervals)
    {
        if (excluding < 0 || excluding > intervals)
        {
            throw new ArgumentOutOfRangeException(
                nameof(excluding), excluding, $"of {intervals} intervals, between none and all exclude the truth");
        }

        return excluding == 0 ? 1 : SpecialFunctions.BetaRegularized(excluding, intervals - excluding + 1, Rate);
    }

    /// <summary>Whether chance explains it: it does so often enough, see <see cref="LeastProbability"/>.</summary>
    /// <param name="excluding">The intervals that exclude the truth; 0 to all.</param>
    /// <param name="intervals">All intervals; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">More exclude the truth than there are, or less than 0.</exception>
    public static bool IsChance(int excluding, int intervals) =>
        Probability(excluding, intervals) >= LeastProbability - Rounding;

    /// <summary>The largest number of intervals that may exclude the truth and chance still explains it.</summary>
    /// <param name="intervals">All intervals; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are less than 0.</exception>
    public static int MostByChance(int intervals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(intervals);
        return Enumerable.Range(0, intervals + 1).Last(excluding => IsChance(excluding, intervals));
    }
}
