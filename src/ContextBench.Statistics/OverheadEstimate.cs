namespace ContextBench.Statistics;

/// <summary>
/// What all launches together say about a candidate's cost over the baseline's, as ln(candidate / baseline):
/// above 0 the candidate costs more.
/// </summary>
public sealed record OverheadEstimate
{
    // Another way to combine launches (weighing them by LaunchEstimate.StandardError, say) is another factory beside
    // FromLaunches: it differs in these three numbers and in nothing else.
    private readonly StudentEstimate _estimate;

    private OverheadEstimate(StudentEstimate estimate, IReadOnlyList<double> launchValues, double spreadOfLaunches)
    {
        _estimate = estimate;
        LaunchValues = launchValues;
        SpreadOfLaunches = spreadOfLaunches;
    }

    /// <summary>The estimated ln(candidate / baseline).</summary>
    public double LogRatio => _estimate.Center;

    /// <summary>The two-sided p-value of the hypothesis that the two cost the same, in [0, 1].</summary>
    public double PValue => _estimate.PValue;

    /// <summary>The number of launches, at least 2.</summary>
    public int Launches => LaunchValues.Count;

    /// <summary>The standard deviation of the launches' log-ratios (n − 1 in the denominator), at least 0.</summary>
    public double SpreadOfLaunches { get; }

    /// <summary>The log-ratio of each launch, in the order given.</summary>
    public IReadOnlyList<double> LaunchValues { get; }

    /// <summary>The estimate from launches that all count the same: the mean with Student's t interval.</summary>
    /// <param name="launchLogRatios">ln(candidate / baseline) of each launch: at least two, all finite.</param>
    /// <exception cref="ArgumentException">Fewer than two launches, or a value that is not finite.</exception>
    public static OverheadEstimate FromLaunches(IReadOnlyList<double> launchLogRatios)
    {
        if (launchLogRatios.Count < 2)
        {
            throw new ArgumentException(
                $"need at least 2 launches for an interval; got {launchLogRatios.Count}", nameof(launchLogRatios));
        }

        var moments = SampleMoments.Of(launchLogRatios);
        return new OverheadEstimate(StudentEstimate.OfMean(moments), [.. launchLogRatios], moments.StandardDeviation);
    }

    /// <summary>The overhead in percent that a log-ratio stands for: 100 · (exp(x) − 1), above −100.</summary>
    public static double ToPercent(double logRatio) => 100 * double.ExpM1(logRatio);

    /// <summary>The two-sided interval of the log-ratio at a confidence in (0, 1).</summary>
    /// <exception cref="ArgumentException">The confidence is out of range.</exception>
    public Interval At(double confidence) => _estimate.At(confidence);
}
