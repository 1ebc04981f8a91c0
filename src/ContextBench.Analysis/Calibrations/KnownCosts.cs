namespace ContextBench.Analysis.Calibrations;

/// <summary>The costs that a calibration adds to the baseline, each an arm of the same run.</summary>
public static class KnownCosts
{
    /// <summary>
    /// CPU work, in percent of the tier's own baseline, ascending; the control is the arm without any.
    /// </summary>
    public static IReadOnlyList<double> WorkPercents { get; } = [0.3, 0.5, 1, 3, 8];

    /// <summary>Allocated bytes a request.</summary>
    public static IReadOnlyList<int> Bytes { get; } = [64, 256, 1024];

    /// <summary>
    /// Allocated bytes of the arm that residency apart can see the collections of: the others are too few for it.
    /// </summary>
    public const int ManyBytes = 16_384;

    /// <summary>The share of requests, drawn at random, that cost many times as much, in percent.</summary>
    public const double RarePercent = 0.5;

    /// <summary>How many times as much these cost in all.</summary>
    public const int RareTimes = 5;
}
