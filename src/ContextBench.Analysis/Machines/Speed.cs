namespace ContextBench.Analysis.Machines;

/// <summary>
/// How fast a machine is, by what the baseline's operation takes, against what it took elsewhere or then.
/// </summary>
/// <param name="HereUs">What it takes here, in µs, above 0.</param>
/// <param name="ThereUs">What it took, in µs, above 0.</param>
public readonly record struct Speed(double HereUs, double ThereUs)
{
    /// <summary>The largest ratio of two times at which a machine counts as being as fast: 15 % apart.</summary>
    public const double MostRatio = 1.15;

    /// <summary>The longer of the two over the shorter, 1 or more.</summary>
    public double Ratio => Math.Max(HereUs / ThereUs, ThereUs / HereUs);

    /// <summary>Whether the two are as fast as each other.</summary>
    public bool IsSame => Ratio <= MostRatio;

    /// <summary>
    /// For people, between <c>this machine is</c> and <c>than</c>: <c>24 % slower</c>, <c>2.2 times slower</c>; of the
    /// faster one's time.
    /// </summary>
    public override string ToString()
    {
        var amount = Ratio < 2
            ? $"{100 * (Ratio - 1):0} %"
            : $"{Ratio:0.0} times";
        return $"{amount} {(HereUs >= ThereUs ? "slower" : "faster")}";
    }
}
