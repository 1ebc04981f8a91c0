namespace ContextBench.Reporting.Reproduction;

/// <summary>A logarithmic axis between two round numbers.</summary>
/// <param name="Low">Its lower end, above 0.</param>
/// <param name="High">Its upper end.</param>
public sealed record LogScale(double Low, double High)
{
    // An overhead below a hundredth of a percent is finer than any interval here.
    private const double FinestPercent = 0.01;

    private static readonly double[] Steps = [1, 2, 5];

    /// <summary>
    /// The scale of overheads, in percent: with room for every interval that a logarithm has room for.
    /// </summary>
    /// <param name="points">The points; there may be none.</param>
    public static LogScale OfPercent(IEnumerable<OverheadPoint> points)
    {
        var all = points.ToArray();
        var low = all.Select(Least).Append(Article.OverheadPercent / 10).Min();
        var high = all.Select(point => point.High).Append(Article.OverheadPercent).Max();
        return new LogScale(RoundDown(Math.Max(low, FinestPercent)), RoundUp(high * 1.1));
    }

    /// <summary>The scale of requests, in µs: with room to the right for a word about the article's.</summary>
    /// <param name="points">The points; there may be none.</param>
    public static LogScale OfRequests(IEnumerable<OverheadPoint> points)
    {
        double[] costs = [Article.RequestUs, .. points.Select(point => point.RequestUs)];
        return new LogScale(RoundDown(Math.Min(costs.Min(), 100) / 1.1), RoundUp(costs.Max() * 2));
    }

    /// <summary>Where a value lies on the axis; one beneath it, 0 and less among them, lies on its lower end.</summary>
    /// <param name="value">The value.</param>
    public double PositionOf(double value) => Math.Log10(Math.Clamp(value, Low, High));

    /// <summary>Whether an axis that goes down forever would show it, but this one does not.</summary>
    /// <param name="value">The value.</param>
    public bool IsBeneath(double value) => value < Low;

    /// <summary>Round numbers on the axis: 1, 2 and 5 times a power of ten.</summary>
    public IEnumerable<double> RoundNumbers() => Multiples(Steps);

    /// <summary>Powers of ten on the axis.</summary>
    public IEnumerable<double> Decades() => Multiples([1]);

    /// <summary>Whole multiples of powers of ten on the axis, the powers among them.</summary>
    public IEnumerable<double> Subdivisions() => Multiples([1, 2, 3, 4, 5, 6, 7, 8, 9]);

    private IEnumerable<double> Multiples(double[] steps) =>
        from exponent in Enumerable.Range(ExponentOf(Low), ExponentOf(High) - ExponentOf(Low) + 1)
        from step in steps
        let value = step * PowerOfTen(exponent)
        where value >= Low * 0.999 && value <= High * 1.001
        select value;

    // An interval that goes down to 0, or almost, would leave no room for anything else: its point counts.
    private static double Least(OverheadPoint point) =>
        point.Low > point.Percent / 10 && point.Low > 0 ? point.Low
        : point.Percent > 0 ? point.Percent / 3
        : point.High > 0 ? point.High / 3
        : double.PositiveInfinity;

    private static double RoundDown(double value) =>
        Steps.Select(step => step * PowerOfTen(ExponentOf(value))).Last(round => round <= value * 1.001);

    private static double RoundUp(double value) =>
        Steps.Append(10).Select(step => step * PowerOfTen(ExponentOf(value))).First(round => round >= value * 0.999);

    private static int ExponentOf(double value) => (int)Math.Floor(Math.Log10(value) + 1e-9);

    // The nearest number to a hundredth is 1 / 100, and not what Math.Pow may make of it.
    private static double PowerOfTen(int exponent) =>
        exponent < 0 ? 1 / Math.Pow(10, -exponent) : Math.Pow(10, exponent);
}
