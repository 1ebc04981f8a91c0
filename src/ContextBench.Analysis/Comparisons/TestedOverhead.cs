namespace ContextBench.Analysis.Comparisons;

/// <summary>A candidate's overhead in one metric, by several estimators.</summary>
/// <param name="Launches">What each launch says.</param>
internal sealed record TestedOverhead(IReadOnlyList<LaunchEstimate> Launches)
{
    /// <summary>The overhead, launches weighed by their precision: what everything is decided on.</summary>
    public OverheadEstimate Estimate { get; } = OverheadEstimate.Weighted(Launches);

    /// <summary>For comparison: every launch counts the same.</summary>
    public OverheadEstimate Plain { get; } =
        OverheadEstimate.FromLaunches([.. Launches.Select(launch => launch.LogRatio)]);

    /// <summary>For comparison: the two-sided p-value of a sign-flip test, which assumes no distribution.</summary>
    public double PermutationP { get; } = SignFlip.TwoSidedPValue([.. Launches.Select(launch => launch.LogRatio)]);

    /// <summary>For comparison: the mean log-ratio of sums, from which nothing is trimmed.</summary>
    public double UntrimmedLogRatio { get; } = Launches.Average(launch => launch.UntrimmedLogRatio);

    /// <summary>Whether trimming leaves out what the sums show.</summary>
    public bool HasTail { get; } = TailCheck.Warns(Launches);

    /// <summary>Whether it differs from 0; null for the control, which is not tested.</summary>
    public Direction? Direction { get; init; }
}
