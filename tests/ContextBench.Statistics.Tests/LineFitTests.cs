using MathNet.Numerics.Distributions;
using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class LineFitTests(ITestOutputHelper output)
{
    private const double ErrorsInHalfWidth = 1.959964;

    // Of simulated lines.
    private const int Lines = 4000;
    private const double Slope = 1.5;
    private const double Intercept = 7;

    [Fact]
    public void Through_two_points_the_line_has_their_heights_and_half_widths()
    {
        var line = LineFit.Of([new(0, 1, 3), new(4, 9, 4)]);

        // (9 − 1) / 4, and half-widths that add as squares do: √(3² + 4²) / 4.
        Assert.Equal(2, line.Slope, 12);
        Assert.Equal(1.25, line.SlopeInterval.HalfWidth, 12);
        Assert.Equal(1, line.At(0), 12);
        Assert.Equal(3, line.IntervalAt(0).HalfWidth, 12);
        Assert.Equal(9, line.At(4), 12);
        Assert.Equal(4, line.IntervalAt(4).HalfWidth, 12);
        Assert.Equal(1, line.ScaleFactor);
    }

    [Fact]
    public void A_point_twice_as_precise_weighs_four_times_as_much()
    {
        var line = LineFit.Of([new(0, 0, 10), new(1, 0.3, 5), new(2, 0, 10)]);

        // Weights 0.01, 0.04, 0.01: level at 0.012 / 0.06, ±√(1 / 0.06); squares around 1 are 0.02.
        Assert.Equal(0, line.Slope, 12);
        Assert.Equal(1 / Math.Sqrt(0.02), line.SlopeInterval.HalfWidth, 12);
        Assert.Equal(0.2, line.At(7), 12);
        Assert.Equal(1 / Math.Sqrt(0.06), line.IntervalAt(1).HalfWidth, 12);
        Assert.Equal(1, line.ScaleFactor); // residuals 0.2, 0.1, 0.2: S is √(0.0012) · 1.96, times 6.5 by Student
    }

    [Fact]
    public void Points_that_scatter_more_than_their_intervals_allow_widen_them_all()
    {
        var line = LineFit.Of([new(0, 1, 1), new(1, 1, 1), new(2, 4, 1)]);

        // Means 1 and 2: products −1·−1 + 1·2 = 3 over squares 2. Residuals 0.5, −1, 0.5: χ² is 1.5 · 1.96², of
        // 3 − 2 degrees of freedom.
        Assert.Equal(1.5, line.Slope, 12);
        Assert.Equal(12.7062 * Math.Sqrt(1.5), line.ScaleFactor, 1e-4); // t(0.975, 1) = 12.7062
        Assert.Equal(line.ScaleFactor / Math.Sqrt(2), line.SlopeInterval.HalfWidth, 12);
        Assert.Equal(line.ScaleFactor / Math.Sqrt(3), line.IntervalAt(1).HalfWidth, 12);
    }

    [Fact]
    public void Points_on_a_line_leave_half_widths_as_they_are() =>
        Assert.Equal(1, LineFit.Of([new(0, 1, 1), new(1, 3, 1), new(2, 5, 1)]).ScaleFactor);

    [Fact]
    public void It_reproduces_the_certified_line_of_Norris()
    {
        // National Institute of Standards and Technology, Statistical Reference Datasets, Norris: y, then x.
        (double Y, double X)[] data =
        [
            (0.1, 0.2), (338.8, 337.4), (118.1, 118.2), (888.0, 884.6), (9.2, 10.1), (228.1, 226.5), (668.5, 666.3),
            (998.5, 996.3), (449.1, 448.6), (778.9, 777.0), (559.2, 558.2), (0.3, 0.4), (0.1, 0.6), (778.1, 775.5),
            (668.8, 666.9), (339.3, 338.0), (448.9, 447.5), (10.8, 11.6), (557.7, 556.0), (228.3, 228.1),
            (998.0, 995.8), (888.8, 887.6), (119.6, 120.2), (0.3, 0.3), (0.6, 0.3), (557.6, 556.8), (339.3, 339.1),
            (888.0, 887.2), (998.5, 999.0), (778.9, 779.0), (10.2, 11.1), (117.6, 118.3), (228.9, 229.2),
            (668.4, 669.1), (449.2, 448.9), (0.2, 0.5),
        ];

        // Standard errors of 0.1, which the scatter exceeds: S makes them the residual standard deviation.
        var line = LineFit.Of([.. data.Select(point => new LinePoint(point.X, point.Y, 0.1 * ErrorsInHalfWidth))]);

        Assert.Equal(1.00211681802045, line.Slope, 1e-12);
        Assert.Equal(-0.262323073774029, line.At(0), 1e-10);
        const double T = 2.0322445; // t(0.975, 36 − 2)
        Assert.Equal(0.884796396144373, 0.1 * line.ScaleFactor * ErrorsInHalfWidth / T, 1e-6);
        Assert.Equal(0.429796848199937e-3, line.SlopeInterval.HalfWidth / T, 1e-9);
        Assert.Equal(0.232818234301152, line.IntervalAt(0).HalfWidth / T, 1e-6);
    }

    [Theory]
    [InlineData(0, 0, -0.57735, 0.57735)] // ±1 / √3: the line is at 1.1547 there, ±√(1 + 1 / 3)
    [InlineData(3, 1.5, 0.84530, 3.15470)] // 2 ± 2 / √3
    [InlineData(-3, -1.5, -3.15470, -0.84530)]
    public void A_height_is_reached_where_the_interval_of_the_line_holds_it(
        double height, double x, double low, double high)
    {
        // A slope of 2 ± 1, and a height in the middle of 0 ± 1.
        var line = LineFit.Of([new(-1, -2, Math.Sqrt(2)), new(1, 2, Math.Sqrt(2))]);

        var crossing = line.Reaching(height);

        Assert.Equal(x, crossing.X!.Value, 12);
        Assert.Equal(low, crossing.Interval!.Value.Low, 1e-5);
        Assert.Equal(high, crossing.Interval!.Value.High, 1e-5);
        Assert.Equal(height, height > line.At(low) ? line.IntervalAt(low).High : line.IntervalAt(low).Low, 1e-4);
        Assert.Equal(height, line.IntervalAt(high).Low, 1e-4);
    }

    [Fact]
    public void A_falling_line_reaches_a_height_to_the_left()
    {
        var line = LineFit.Of([new(-1, 2, Math.Sqrt(2)), new(1, -2, Math.Sqrt(2))]);

        Assert.Equal(-1.5, line.Reaching(3).X!.Value, 12);
        Assert.Equal(-3.15470, line.Reaching(3).Interval!.Value.Low, 1e-5);
    }

    [Theory]
    [InlineData(1)] // 1 ± 1: on the edge
    [InlineData(0.5)]
    [InlineData(-0.5)]
    public void Where_a_line_may_be_level_no_interval_bounds_the_place(double slope)
    {
        var line = LineFit.Of([new(-1, -slope, Math.Sqrt(2)), new(1, slope, Math.Sqrt(2))]);

        Assert.Equal(3 / slope, line.Reaching(3).X!.Value, 12);
        Assert.Null(line.Reaching(3).Interval);
    }

    [Fact]
    public void A_level_line_reaches_another_height_nowhere() =>
        Assert.Equal(new LineCrossing(null, null), LineFit.Of([new(0, 1, 1), new(1, 1, 1)]).Reaching(3));

    [Fact]
    public void Too_few_points_and_points_at_one_place_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LineFit.Of([]));
        Assert.Throws<ArgumentException>(() => LineFit.Of([new(0, 1, 1)]));
        Assert.StartsWith(
            "a line needs 2 points that differ in x; got 3 points at 1 place",
            Assert.Throws<ArgumentException>(() => LineFit.Of([new(1, 1, 1), new(1, 2, 1), new(1, 3, 1)])).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN, 1, 1)]
    [InlineData(1, double.PositiveInfinity, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(1, 1, -1)]
    [InlineData(1, 1, double.NaN)]
    [InlineData(1, 1, double.PositiveInfinity)]
    public void A_point_without_a_place_or_a_half_width_is_refused(double x, double y, double halfWidth) =>
        Assert.StartsWith(
            "a line needs finite points with finite half-widths above 0; got ",
            Assert.Throws<ArgumentException>(() => LineFit.Of([new(0, 1, 1), new(x, y, halfWidth)])).Message,
            StringComparison.Ordinal);

    // A true 95 % passes 999 times in 1,000: 4,000 · 0.95 − 3.09 · √(4,000 · 0.95 · 0.05) = 3757.
    [Fact]
    public void In_4000_lines_through_four_points_the_intervals_cover_the_truth_as_often_as_they_should()
    {
        var covered = Simulate(scatter: 1, line => line.SlopeInterval.Contains(Slope));

        output.WriteLine($"slope: {covered} of {Lines}");
        Assert.InRange(covered, 3757, Lines);
        Assert.InRange(Simulate(scatter: 1, line => line.IntervalAt(0).Contains(Intercept)), 3757, Lines);
        Assert.InRange(
            Simulate(scatter: 1, line =>
                line.Reaching(Intercept + (Slope * 18)).Interval is not { } interval || interval.Contains(18)),
            3757, Lines);
    }

    [Fact]
    public void Points_that_scatter_twice_as_much_are_covered_as_often_for_being_widened()
    {
        var covered = Simulate(scatter: 2, line => line.SlopeInterval.Contains(Slope));
        var unwidened = Simulate(scatter: 2, line =>
            Math.Abs(line.Slope - Slope) <= line.SlopeInterval.HalfWidth / line.ScaleFactor);

        output.WriteLine($"slope: {covered} of {Lines}; without the scale factor {unwidened}");
        Assert.InRange(covered, 3757, Lines);
        Assert.InRange(unwidened, 0.68 * Lines, 0.72 * Lines);
    }

    // How many of the lines show something: at the depths of a reproduction, with unequal errors known as intervals are
    // that come from 8 launches, and points that scatter so many times as much as the errors say.
    private static int Simulate(double scatter, Predicate<LineFit> shows)
    {
        var random = new Random(20201);
        return Enumerable.Range(0, Lines).Count(_ => shows(
            LineFit.Of([.. new[] { (0, 0.5), (5, 1), (13, 0.7), (30, 1.5) }.Select(Point)])));

        LinePoint Point((int X, double Error) point)
        {
            const double Freedom = 7;
            var estimated = point.Error * Math.Sqrt(Gamma.Sample(random, Freedom / 2, Freedom / 2));
            return new(
                point.X, Intercept + (Slope * point.X) + Normal.Sample(random, 0, scatter * point.Error),
                estimated * StudentT.InvCDF(0, 1, Freedom, 0.975));
        }
    }
}
