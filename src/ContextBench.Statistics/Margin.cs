namespace ContextBench.Statistics;

/// <summary>The overhead, in percent, that the reader declares negligible before measuring: finite, above 0.</summary>
/// <remarks>Throws <see cref="ArgumentOutOfRangeException"/> for any other number.</remarks>
public readonly record struct Margin(double Percent)
{
    /// <summary>The margin in percent of the baseline's cost.</summary>
    public double Percent { get; } = double.IsFinite(Percent) && Percent > 0
        ? Percent
        : throw new ArgumentOutOfRangeException(nameof(Percent), Percent, "a margin is a percentage above 0");

    /// <summary>
    /// The negligible log-ratios, [ln(1 / (1 + m)), ln(1 + m)]: symmetric, so that swapping baseline and candidate
    /// does not change what is negligible.
    /// </summary>
    public Interval LogRange
    {
        get
        {
            var bound = double.LogP1(Percent / 100);
            return new Interval(-bound, bound);
        }
    }
}
