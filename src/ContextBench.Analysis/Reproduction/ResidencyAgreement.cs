namespace ContextBench.Analysis.Reproduction;

/// <summary>Whether processes apart and one process for all variants say the same of an overhead.</summary>
/// <remarks>
/// The two are measured in launches of their own, so they are taken as independent, and the half-widths of their
/// intervals add as squares do.
/// </remarks>
/// <param name="Apart">The overhead with each variant in a process of its own.</param>
/// <param name="Together">The same overhead with all variants in one process.</param>
public sealed record ResidencyAgreement(Comparison Apart, Comparison Together)
{
    /// <summary>What apart shows over together, in µs a request.</summary>
    public double DifferenceUs => Apart.Difference - Together.Difference;

    /// <summary>The 95 % interval of <see cref="DifferenceUs"/>, in µs.</summary>
    public Interval IntervalUs
    {
        get
        {
            var halfWidth = double.Hypot(HalfWidthUs(Apart), HalfWidthUs(Together));
            return new Interval(DifferenceUs - halfWidth, DifferenceUs + halfWidth);
        }
    }

    /// <summary>Whether no difference between the two is shown.</summary>
    public bool Agrees => IntervalUs.Contains(0);

    /// <summary>Half the width of the 95 % interval of a difference, in µs.</summary>
    /// <param name="comparison">A comparison that has an interval.</param>
    public static double HalfWidthUs(Comparison comparison) =>
        (comparison.DifferenceHigh!.Value - comparison.DifferenceLow!.Value) / 2;
}
