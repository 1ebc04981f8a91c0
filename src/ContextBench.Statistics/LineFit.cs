using MathNet.Numerics.Distributions;

namespace ContextBench.Statistics;

/// <summary>
/// The straight line y = a + b·x of weighted least squares, through points that are known with unequal errors.
/// </summary>
/// <remarks>
/// <para>Points are independent and weigh 1 / h², h the half-width of a point's 95 % interval, and half-widths add as
/// squares do: what follows from the points then has half-widths of 95 % as well.</para>
/// <para>Where points scatter more about the line than their intervals allow, half-widths are widened to what the
/// scatter says: by S = √(χ² / (n − 2)), the scale factor of the Particle Data Group
/// (<i>Review of Particle Physics</i>, Introduction, "Unconstrained averaging"), and, since n − 2 points are few to
/// know it by, by Student's t over the normal distribution's 1.96; only if both together are above 1. χ² is of standard
/// errors, a half-width over 1.96. By simulation the slope's interval covers the truth in 98 % of lines through four
/// points whose errors are right, and in 95 % where they scatter twice as much as their errors say; unwidened it would
/// in 70 %.</para>
/// </remarks>
public sealed record LineFit
{
    /// <summary>The fewest points, which differ in x.</summary>
    public const int FewestPoints = 2;

    private static readonly double ErrorsInHalfWidth =
        Normal.InvCDF(0, 1, (1 + VerdictRule.DifferenceConfidence) / 2);

    // The line by its middle: the height there and the slope are independent.
    private readonly double _middleX;
    private readonly double _middleY;
    private readonly double _middleHalfWidth;
    private readonly double _slopeHalfWidth;

    private LineFit(IReadOnlyList<LinePoint> points)
    {
        double[] weights = [.. points.Select(point => 1 / (point.HalfWidth * point.HalfWidth))];
        _middleX = WeightedMean.Of([.. points.Select(point => point.X)], weights);
        _middleY = WeightedMean.Of([.. points.Select(point => point.Y)], weights);
        var squares = Sum(point => (point.X - _middleX) * (point.X - _middleX));
        Slope = Sum(point => (point.X - _middleX) * (point.Y - _middleY)) / squares;
        var chiSquared = ErrorsInHalfWidth * ErrorsInHalfWidth * Sum(point => Math.Pow(point.Y - At(point.X), 2));
        ScaleFactor = points.Count > 2
            ? Math.Max(1, Math.Sqrt(chiSquared / (points.Count - 2)) * ErrorsFor(points.Count - 2) / ErrorsInHalfWidth)
            : 1;
        _middleHalfWidth = ScaleFactor / Math.Sqrt(weights.Sum());
        _slopeHalfWidth = ScaleFactor / Math.Sqrt(squares);

        double Sum(Func<LinePoint, double> square) =>
            points.Zip(weights, (point, weight) => weight * square(point)).Sum();
    }

    /// <summary>b, in the unit of y for each of x.</summary>
    public double Slope { get; }

    /// <summary>The 95 % interval of <see cref="Slope"/>.</summary>
    public Interval SlopeInterval => Around(Slope, _slopeHalfWidth);

    /// <summary>By how much half-widths were widened; 1 where they were not, as of two points.</summary>
    public double ScaleFactor { get; }

    /// <summary>Fits a line.</summary>
    /// <param name="points">Two points or more, not all at the same x.</param>
    /// <exception cref="ArgumentException">
    /// Too few points, all at one x, a coordinate that is not finite, or a half-width that is not finite and above 0.
    /// </exception>
    public static LineFit Of(IReadOnlyList<LinePoint> points)
    {
        if (points.Where(point => !point.IsUsable).ToArray() is [var unusable, ..])
        {
            throw new ArgumentException(
                $"a line needs finite points with finite half-widths above 0; got {unusable}", nameof(points));
        }

        var places = points.Select(point => point.X).Distinct().Count();
        return places >= FewestPoints
            ? new LineFit(points)
            : throw new ArgumentException(
                $"a line needs {FewestPoints} points that differ in x; got {points.Count} points at {places} place",
                nameof(points));
    }

    /// <summary>The height of the line; a, its intercept, at 0.</summary>
    /// <param name="x">Where, also beyond the points.</param>
    public double At(double x) => _middleY + (Slope * (x - _middleX));

    /// <summary>The 95 % interval of <see cref="At"/>: of the line, and not of a point measured there.</summary>
    /// <param name="x">Where, also beyond the points.</param>
    public Interval IntervalAt(double x) =>
        Around(At(x), double.Hypot(_middleHalfWidth, _slopeHalfWidth * (x - _middleX)));

    /// <summary>
    /// Where the line reaches a height. Its 95 % interval holds every x at which <see cref="IntervalAt"/> holds that
    /// height: Fieller's theorem (Journal of the Royal Statistical Society B 16, 1954).
    /// </summary>
    /// <param name="y">The height.</param>
    public LineCrossing Reaching(double y)
    {
        var rise = y - _middleY;
        // What the square of the slope exceeds that of its half-width by: only then are the x bounded.
        var excess = (Slope * Slope) - (_slopeHalfWidth * _slopeHalfWidth);
        if (excess <= 0)
            return new LineCrossing(Slope == 0 ? null : _middleX + (rise / Slope), Interval: null);

        var halfWidth = double.Hypot(_middleHalfWidth * Math.Sqrt(excess), _slopeHalfWidth * rise) / excess;
        return new LineCrossing(
            _middleX + (rise / Slope), Around(_middleX + (Slope * rise / excess), halfWidth));
    }

    // Half the width of the 95 % interval of a mean whose error is known by so many degrees of freedom, in errors.
    private static double ErrorsFor(int degreesOfFreedom) =>
        StudentT.InvCDF(0, 1, degreesOfFreedom, (1 + VerdictRule.DifferenceConfidence) / 2);

    private static Interval Around(double center, double halfWidth) => new(center - halfWidth, center + halfWidth);
}

/// <summary>A point of a line.</summary>
/// <param name="X">Where, known exactly.</param>
/// <param name="Y">What was measured there.</param>
/// <param name="HalfWidth">Half the width of the 95 % interval of <paramref name="Y"/>, above 0.</param>
public readonly record struct LinePoint(double X, double Y, double HalfWidth)
{
    internal bool IsUsable =>
        double.IsFinite(X) && double.IsFinite(Y) && HalfWidth > 0 && double.IsFinite(HalfWidth);
}

/// <summary>Where a line reaches a height.</summary>
/// <param name="X">The place; null of a line that is level.</param>
/// <param name="Interval">
/// The 95 % interval of the place; null where it is unbounded, since the slope's interval holds 0.
/// </param>
public readonly record struct LineCrossing(double? X, Interval? Interval);
