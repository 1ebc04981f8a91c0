using System.Globalization;

namespace ContextBench.Reporting.Machines;

/// <summary>
/// How fast a machine is, by what the baseline's operation takes, against what it took elsewhere or then.
/// </summary>
/// <param name="HereUs">What it takes here, in µs, above 0.</param>
/// <param name="ThereUs">What it took, in µs, above 0.</param>
public readonly record struct Speed(double HereUs, double ThereUs)
{
    /// <summary>The largest ratio of two times at which a machine counts as being as fast: 15 % apart.</summary>
    public const double MostRatio = 1.15;

    /// <summary>Whether the two are as fast as each other.</summary>
    public bool IsSame => Math.Max(HereUs / ThereUs, ThereUs / HereUs) <= MostRatio;

    /// <summary>For people: <c>124 % slower</c>, <c>30 % faster</c>: of the faster one's time.</summary>
    public override string ToString() => HereUs >= ThereUs
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * ((HereUs / ThereUs) - 1):0} % slower")
        : string.Create(CultureInfo.InvariantCulture, $"{100 * ((ThereUs / HereUs) - 1):0} % faster");
}
