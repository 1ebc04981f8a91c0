namespace ContextBench.Statistics;

/// <summary>Looks for rare large costs, which trimming is blind to.</summary>
public static class TailCheck
{
    /// <summary>
    /// Whether the untrimmed estimate differs from the trimmed one: the 95 % t interval of their paired difference over
    /// launches excludes 0. With fewer than two launches there is no interval and no warning.
    /// </summary>
    /// <exception cref="ArgumentException">A launch's estimate is not finite.</exception>
    public static bool Warns(IReadOnlyList<LaunchEstimate> launches)
    {
        if (launches.Count < 2)
            return false;

        double[] differences = [.. launches.Select(launch => launch.UntrimmedLogRatio - launch.LogRatio)];
        return !MeanInterval.Of(differences, VerdictRule.DifferenceConfidence).Contains(0);
    }
}
