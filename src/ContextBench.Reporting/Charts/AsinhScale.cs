namespace ContextBench.Reporting.Charts;

/// <summary>
/// An axis that is linear around 0 and logarithmic far from it, so that 0, small and large values all have room: the
/// inverse hyperbolic sine.
/// </summary>
/// <param name="Bend">About where it turns from the one into the other, above 0.</param>
public sealed record AsinhScale(double Bend)
{
    /// <summary>Where a value lies on the axis.</summary>
    /// <param name="value">The value, of either sign.</param>
    public double PositionOf(double value) => Math.Asinh(value / Bend);
}
