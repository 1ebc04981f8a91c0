using ContextBench.Analysis.Reproduction;
using ContextBench.Measurement.Plans;
using Xunit;

namespace ContextBench.Analysis.Tests.Reproduction;

public sealed class DepthCurveTests
{
    [Fact]
    public void Each_runtime_has_a_curve_a_pair_of_its_depths()
    {
        using var reproduction = SyntheticReproduction.OfArticle();

        var curves = DepthCurve.Of(reproduction.Report());

        Assert.Equal(
            [
                ("Node.js 14.0.0", "no-id", "als"), ("Node.js 14.0.0", "classic", "als"),
                ("Node.js 20.19.0", "no-id", "als"), ("Node.js 20.19.0", "classic", "als"),
                ("Node.js 24.8.0", "no-id", "als"), ("Node.js 24.8.0", "classic", "als"),
                (".NET 10.0.12 (together)", "no-id", "async-local"),
                (".NET 10.0.12 (together)", "classic", "async-local"),
            ],
            curves.Select(curve => (curve.Name, curve.Baseline, curve.Candidate)));
        Assert.Equal(curves.Select(curve => curve.Baseline == "classic"), curves.Select(it => it.IsAgainstClassic));
        Assert.All(curves, curve => Assert.Equal([0, 5, 13, 30], curve.Points.Select(point => point.Depth)));
    }

    [Fact]
    public void The_slope_is_what_an_await_costs_and_what_a_promise_does()
    {
        using var reproduction = SyntheticReproduction.OfArticle();

        var curve = DepthCurve.Of(reproduction.Report())[1];

        // 0.75 µs for each of 5 promises and 2 more an await.
        Assert.Equal([5, 15, 31, 65], curve.Points.Select(point => point.Promises));
        Assert.Equal(1.5, curve.PerAwait!.Slope, 0.002);
        Assert.Equal(3.75, curve.PerAwait.At(0), 0.01);
        Assert.Equal(0.75, curve.PerPromise!.Slope, 0.001);
        Assert.Equal(0, curve.PerPromise.At(0), 0.02);
        // t of 0.975 and 2 launches more than one: 4.303 · 0.4 / √3 = 0.994 at every point, a little more at the
        // deepest; squares around the mean depth of 12 are 144 + 49 + 1 + 324 = 518.
        Assert.Equal(0.994 / Math.Sqrt(518), curve.PerAwait.SlopeInterval.HalfWidth, 0.001);
    }

    [Fact]
    public void The_line_reaches_the_articles_difference_where_its_promises_are()
    {
        using var reproduction = SyntheticReproduction.OfArticle();

        var curve = DepthCurve.Of(reproduction.Report())[1];

        // 30.837 µs of 0.75 are 41.12 promises, 36.12 more than at a depth of 0.
        Assert.Equal(18.06, curve.DepthOfArticle!.Value.X!.Value, 0.02);
        Assert.Equal(41.12, curve.PromisesOfArticle!.Value.X!.Value, 0.03);
        Assert.True(curve.DepthOfArticle.Value.Interval!.Value.Contains(18.06));
    }

    [Fact]
    public void Without_promises_there_is_a_slope_an_await_alone()
    {
        using var reproduction = SyntheticReproduction.OfArticle();

        var curve = DepthCurve.Of(reproduction.Report())[^1];

        Assert.Equal(0.01, curve.PerAwait!.Slope, 0.001);
        Assert.Null(curve.PerPromise);
        Assert.Null(curve.PromisesOfArticle);
    }

    [Fact]
    public void Where_no_cost_of_an_await_is_shown_no_interval_bounds_the_depth()
    {
        using var reproduction = SyntheticReproduction.OfArticle();

        var curve = DepthCurve.Of(reproduction.Report())[5]; // Node.js 24

        Assert.True(curve.PerAwait!.SlopeInterval.Contains(0));
        Assert.Null(curve.DepthOfArticle!.Value.Interval);
    }

    [Fact]
    public void One_depth_makes_no_slope()
    {
        using var reproduction = new SyntheticReproduction().Add(Part("depth-5"));

        var curve = Assert.Single(DepthCurve.Of(reproduction.Report()));

        Assert.Single(curve.Points);
        Assert.Null(curve.PerAwait);
        Assert.Null(curve.DepthOfArticle);
    }

    [Fact]
    public void Launches_that_all_say_the_same_have_no_weight_on_a_line()
    {
        using var reproduction = new SyntheticReproduction()
            .Add(Part("depth-5"))
            .Add(Part("depth-13") with { WobbleUs = [0, 0, 0] });

        var curve = Assert.Single(DepthCurve.Of(reproduction.Report()));

        Assert.Equal(2, curve.Points.Count);
        Assert.Null(curve.PerAwait);
    }

    [Fact]
    public void A_part_that_a_validity_check_fired_in_has_no_point()
    {
        // A second copy of the baseline costs 20 % more in every launch.
        using var reproduction = new SyntheticReproduction()
            .Add(Part("depth-5"))
            .Add(Part("depth-13") with { WobbleUs = [39.9, 40, 40.1] });

        Assert.Equal(5, Assert.Single(Assert.Single(DepthCurve.Of(reproduction.Report())).Points).Depth);
    }

    [Fact]
    public void Neither_the_articles_point_nor_the_emails_are_a_depth()
    {
        using var reproduction = new SyntheticReproduction().Add(Part("article")).Add(Part("small"));

        Assert.Empty(DepthCurve.Of(reproduction.Report()));
    }

    [Theory]
    [InlineData(0.3, true)]
    [InlineData(5, false)]
    public void A_point_shows_no_difference_where_its_interval_holds_0(double contextUs, bool expected)
    {
        using var reproduction = new SyntheticReproduction().Add(Part("depth-0") with
        {
            Differences = [("als", contextUs)],
            WobbleUs = [-0.4, 0, 0.4], // ±0.994 µs
        });

        Assert.Equal(expected, DepthCurve.Of(reproduction.Report()).Single().Points.Single().HoldsZero);
    }

    private static SyntheticPart Part(string point) =>
        new(SyntheticReproduction.Node14, Residency.Apart, point) { Differences = [("als", 10)] };
}
