namespace ContextBench.Statistics;

/// <summary>
/// A closed interval of real numbers, in the unit of whatever it bounds; either end may be infinite.
/// </summary>
/// <remarks>Throws <see cref="ArgumentException"/> where a bound is NaN or the low one exceeds the high one.</remarks>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The lower bound, part of the interval.</summary>
    public double Low { get; } = Low;

    /// <summary>The upper bound, part of the interval.</summary>
    public double High { get; } = High >= Low // which no NaN is
        ? High
        : throw new ArgumentException($"an interval needs two numbers, the low bound first; got [{Low}, {High}]");

    /// <summary>The distance between the bounds, at least 0.</summary>
    public double Width => High - Low;

    /// <summary>Half the distance between the bounds: the ± of a symmetric interval.</summary>
    public double HalfWidth => Width / 2;

    /// <summary>Whether the value lies between the bounds or on one of them; NaN never does.</summary>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>Whether no part of this interval lies outside <paramref name="outer"/>.</summary>
    public bool LiesWithin(Interval outer) => outer.Low <= Low && High <= outer.High;

    /// <summary>Whether this interval lies wholly below or above <paramref name="range"/>, not touching it.</summary>
    public bool LiesBeyond(Interval range) => High < range.Low || Low > range.High;

    /// <summary>
    /// The interval of the values that a monotone map, rising or falling, takes on this interval.
    /// </summary>
    public Interval Select(Func<double, double> map)
    {
        double first = map(Low), second = map(High);
        return new Interval(Math.Min(first, second), Math.Max(first, second));
    }
}
