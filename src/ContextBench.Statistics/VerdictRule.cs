namespace ContextBench.Statistics;

/// <summary>Decides a comparison's verdict from its intervals.</summary>
public static class VerdictRule
{
    /// <summary>
    /// The confidence of the interval that has to lie within the margin: 90 %, which makes two one-sided tests at 5 %
    /// (Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15, 1987).
    /// </summary>
    public const double EquivalenceConfidence = 0.90;

    /// <summary>The confidence of the interval that has to lie beyond the margin, or exclude 0: 95 %.</summary>
    public const double DifferenceConfidence = 0.95;

    /// <summary>
    /// The first that holds: <see cref="Verdict.Invalid"/>; <see cref="Verdict.Equivalent"/> (the 90 % interval lies
    /// within the margin); <see cref="Verdict.Slower"/> or <see cref="Verdict.Faster"/> (the 95 % interval lies wholly
    /// beyond it); <see cref="Verdict.Inconclusive"/>.
    /// </summary>
    /// <param name="estimate">The comparison's estimate.</param>
    /// <param name="margin">The overhead declared negligible.</param>
    /// <param name="invalid">Whether a validity check fired.</param>
    /// <param name="neverEquivalent">Whether a warning, as of <see cref="TailCheck"/>, rules equivalence out.</param>
    public static Verdict Decide(OverheadEstimate estimate, Margin margin, bool invalid, bool neverEquivalent) =>
        invalid
            ? Verdict.Invalid
            : Decide(estimate.At(EquivalenceConfidence), estimate.At(DifferenceConfidence), margin, neverEquivalent);

    internal static Verdict Decide(Interval equivalence, Interval difference, Margin margin, bool neverEquivalent)
    {
        if (!neverEquivalent && equivalence.LiesWithin(margin.LogRange))
            return Verdict.Equivalent;
        if (!difference.LiesBeyond(margin.LogRange))
            return Verdict.Inconclusive;
        return difference.Low > 0 ? Verdict.Slower : Verdict.Faster;
    }
}
