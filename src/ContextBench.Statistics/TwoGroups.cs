namespace ContextBench.Statistics;

/// <summary>Costs that fall into two groups with nothing between them, so that no one number stands for them.</summary>
/// <param name="Low">The mean of the lower group, in the unit of the costs.</param>
/// <param name="LowCount">How many are in it, 2 or more.</param>
/// <param name="High">The mean of the higher group.</param>
/// <param name="HighCount">How many are in it, 2 or more.</param>
public readonly record struct TwoGroups(double Low, int LowCount, double High, int HighCount)
{
    /// <summary>The fewest in a group: one alone is an outlier.</summary>
    private const int Fewest = 2;

    /// <summary>The least ratio of the costs on both sides of the gap: 15 %.</summary>
    private const double LeastRatio = 1.15;

    /// <summary>How much wider than either group the gap has to be, in logarithms.</summary>
    /// <remarks>
    /// By simulation, of 20,000 samples of 6 log-normal costs 0.02 % look like two groups where their standard
    /// deviation is 5 %, and 3.4 % where it is 10 %; of 8 fewer still. Costs that are 2.2 or 3.3 at random, each within
    /// 3 %, are seen in 78 % of samples of 6 (in the others one group has less than two) and in 93 % of 8.
    /// </remarks>
    private const double GapOverGroup = 1.5;

    /// <summary>Finds two groups.</summary>
    /// <param name="costs">The costs, each above 0 and finite, in any order.</param>
    /// <returns>The groups, or null where there are none.</returns>
    public static TwoGroups? Find(IEnumerable<double> costs)
    {
        double[] sorted = [.. costs.Order()];
        for (var split = Fewest; split <= sorted.Length - Fewest; split++)
        {
            var gap = Math.Log(sorted[split] / sorted[split - 1]);
            var widest = Math.Log(Math.Max(sorted[split - 1] / sorted[0], sorted[^1] / sorted[split]));
            if (gap >= Math.Log(LeastRatio) && gap >= GapOverGroup * widest)
            {
                return new TwoGroups(
                    sorted[..split].Average(), split, sorted[split..].Average(), sorted.Length - split);
            }
        }

        return null;
    }
}
