namespace ContextBench.Statistics;

/// <summary>Looks for rare large costs, which trimming is blind to.</summary>
public static class TailCheck
{
    // Two ways to look, and together no more false alarms than one: each at half the level.
    private const double Confidence = 1 - ((1 - VerdictRule.DifferenceConfidence) / 2);

    /// <summary>
    /// Whether what trimming leaves out shows: the untrimmed or the capped estimate differs from the trimmed one, the
    /// 97.5 % t interval of their paired difference over launches excluding 0. With fewer than two launches there is no
    /// interval and no warning.
    /// </summary>
    /// <remarks>
    /// Nothing bounds what the untrimmed estimate sees, nor its noise; the capped one sees costs of a few times the
    /// usual through noise that hides them from the other.
    /// </remarks>
    /// <exception cref="ArgumentException">A launch's estimate is not finite.</exception>
    public static bool Warns(IReadOnlyList<LaunchEstimate> launches) =>
        launches.Count >= OverheadEstimate.FewestLaunches
        && (Differs(launches, launch => launch.UntrimmedLogRatio)
            || Differs(launches, launch => launch.CappedLogRatio));

    private static bool Differs(IEnumerable<LaunchEstimate> launches, Func<LaunchEstimate, double> other) =>
        !MeanInterval.Of([.. launches.Select(launch => other(launch) - launch.LogRatio)], Confidence).Contains(0);
}
