namespace ContextBench.Statistics;

/// <summary>
/// What all launches together say about a candidate's cost over the baseline's, as ln(candidate / baseline):
/// above 0 the candidate costs more.
/// </summary>
public sealed record OverheadEstimate
{
    /// <summary>The fewest launches of which there is an interval: one has no spread.</summary>
    public const int FewestLaunches = 2;

    private readonly StudentEstimate _estimate;

    private OverheadEstimate(StudentEstimate estimate, int launches)
    {
        _estimate = estimate;
        Launches = launches;
    }

    /// <summary>The estimated ln(candidate / baseline).</summary>
    public double LogRatio => _estimate.Center;

    /// <summary>The two-sided p-value of the hypothesis that the two cost the same, in [0, 1].</summary>
    public double PValue => _estimate.PValue;

    /// <summary>The number of launches, at least <see cref="FewestLaunches"/>.</summary>
    public int Launches { get; }

    /// <summary>
    /// The estimate from launches weighed by their precision: random effects, with an interval that covers what it says
    /// also where the launches' errors are very unequal and launches differ truly.
    /// </summary>
    /// <remarks>
    /// Launches count the same, as in <see cref="FromLaunches"/>, where there are fewer than 4, or where the error of
    /// one is unknown (NaN: it has one batch) or 0 (its batches are identical).
    /// </remarks>
    /// <param name="launches">What each launch says: at least two, with finite log-ratios.</param>
    /// <exception cref="ArgumentException">Fewer than two launches, or a log-ratio that is not finite.</exception>
    public static OverheadEstimate Weighted(IReadOnlyList<LaunchEstimate> launches)
    {
        double[] logRatios = [.. launches.Select(launch => launch.LogRatio)];
        double[] errors = [.. launches.Select(launch => launch.StandardError)];
        return new OverheadEstimate(WeightedLaunches.Combine(logRatios, errors), launches.Count);
    }

    /// <summary>The estimate from launches that all count the same: the mean with Student's t interval.</summary>
    /// <param name="launchLogRatios">ln(candidate / baseline) of each launch: at least two, all finite.</param>
    /// <exception cref="ArgumentException">Fewer than two launches, or a value that is not finite.</exception>
    public static OverheadEstimate FromLaunches(IReadOnlyList<double> launchLogRatios) =>
        new(StudentEstimate.OfMean(launchLogRatios), launchLogRatios.Count);

    /// <summary>The overhead in percent that a log-ratio stands for: 100 · (exp(x) − 1), above −100.</summary>
    public static double ToPercent(double logRatio) => 100 * double.ExpM1(logRatio);

    /// <summary>The two-sided interval of the log-ratio at a confidence in (0, 1).</summary>
    /// <exception cref="ArgumentException">The confidence is out of range.</exception>
    public Interval At(double confidence) => _estimate.At(confidence);

    /// <summary>The estimate as it would stand with so many launches of the same spread and precision.</summary>
    internal StudentEstimate Projected(int launches) => _estimate.Projected(Launches, launches);
}
