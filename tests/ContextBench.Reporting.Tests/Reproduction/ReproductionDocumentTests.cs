using ContextBench.Analysis.Reproduction;
using ContextBench.Analysis.Tests;
using ContextBench.Analysis.Tests.Reproduction;
using ContextBench.Measurement.Plans;
using ContextBench.Reporting.Reproduction;
using Xunit;

namespace ContextBench.Reporting.Tests.Reproduction;

public sealed class ReproductionDocumentTests
{
    [Fact]
    public void The_page_has_a_table_a_point_with_the_article_beside_what_was_measured()
    {
        using var reproduction = SyntheticReproduction.Whole();

        GoldenFile.Check("reproduction.md", Page(reproduction));
    }

    // The article's overhead is 8.76 %: 35.06 µs on 400. Launches a µs apart give ±2.48 µs, so about ±0.6 %.
    [Theory]
    [InlineData(35, "lies **inside** the interval.")]
    [InlineData(20, "lies **above** the interval; it lost more than this shows.")]
    [InlineData(60, "lies **below** the interval; it lost less than this shows.")]
    public void The_page_says_where_the_articles_number_lies_beside_node_14s(double contextUs, string words)
    {
        using var reproduction = new SyntheticReproduction().Add(
            new SyntheticPart(SyntheticReproduction.Node14, Residency.Apart, "operating-point")
            {
                BaselineUs = 400,
                Differences = [("als", contextUs), ("no-id", 0)],
                WobbleUs = [-1, 0, 1],
            });

        var answers = Page(reproduction).Split('\n').Where(line => line.StartsWith("- **", StringComparison.Ordinal));

        Assert.Equal(2, answers.Count());
        Assert.StartsWith(
            "- **`no-id → als` on Node.js 14.0.0, operating-point: ", answers.First(), StringComparison.Ordinal);
        Assert.Contains("`classic → als`", answers.Last(), StringComparison.Ordinal);
        Assert.EndsWith($"the article's +8.76 % {words}", answers.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_a_validity_check_fired_in_judges_nothing()
    {
        // A second copy of the baseline costs 20 % more in every launch.
        using var reproduction = new SyntheticReproduction().Add(
            new SyntheticPart(SyntheticReproduction.Node14, Residency.Apart, "operating-point")
            {
                Differences = [("als", 10), ("no-id", -10)],
                WobbleUs = [39.9, 40, 40.1],
            });

        var part = Assert.Single(reproduction.Report().Parts);
        Assert.True(part.AgainstClassic.IsInvalid);
        Assert.True(part.AgainstNoId!.IsInvalid); // the same launches, whatever they are compared with
        Assert.All(part.Pairs, pair => Assert.Equal(Statistics.Verdict.Invalid, pair.Verdict));
        Assert.Empty(OverheadCurve.Of(reproduction.Report()));
        Assert.Contains(
            "a validity check fired, so this part judges nothing.", Page(reproduction), StringComparison.Ordinal);
        Assert.Contains(
            "- Node.js 14.0.0, operating-point: `control-beyond-margin`", Page(reproduction), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_node_14_the_page_says_that_it_has_no_answer()
    {
        using var reproduction = new SyntheticReproduction().Add(
            new SyntheticPart(SyntheticReproduction.DotNet, Residency.Together, "small")
            {
                Differences = [("async-local", 1)],
            });

        var page = Page(reproduction);

        Assert.Contains(
            "- No answer for Node.js 14: no comparison at operating-point.", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split('\n').Count(line => line == "Not measured."));
    }

    [Fact]
    public void A_part_with_one_launch_has_no_comparison_and_says_so()
    {
        using var reproduction = new SyntheticReproduction().Add(
            new SyntheticPart(SyntheticReproduction.Node14, Residency.Apart, "operating-point")
            {
                Differences = [("als", 30)],
                WobbleUs = [0],
            });

        var page = Page(reproduction);

        Assert.Contains(
            "| Node.js 14.0.0 | no comparison | - | - | - | - | " +
            "1 of 1 launches count, and an interval needs 2 | 1 | - |",
            page, StringComparison.Ordinal);
        Assert.Contains("- No answer for Node.js 14", page, StringComparison.Ordinal);
        Assert.Contains(
            "| Node.js 14.0.0 | operating-point | 0 | - | 352 | - | 1 of 1 |", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "**they agree** as far as this can tell, 0 lies inside; less than")]
    [InlineData(5, "**they do not agree**, 0 lies outside.")]
    public void The_page_says_whether_processes_apart_and_together_agree(double apartUs, string words)
    {
        // Launches 0.1 µs apart on either side: ±0.248 µs each (t of 0.975 and 2 is 4.303), ±0.351 µs for both.
        using var reproduction = new SyntheticReproduction()
            .Add(DotNet(Residency.Apart, apartUs))
            .Add(DotNet(Residency.Together, 1));

        var page = Page(reproduction);

        Assert.Contains("- small: apart +", page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("- half-way: no comparison of both.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void How_far_the_calibration_was_off_is_said_beside_what_it_aimed_at()
    {
        // 360 µs of time are 342 µs of CPU, and 342 / 352 is 0.9716.
        using var reproduction = new SyntheticReproduction().Add(
            new SyntheticPart(SyntheticReproduction.Node24, Residency.Apart, "operating-point")
            {
                BaselineUs = 360,
                WorkUs = 312.5,
                Differences = [("als", 2)],
            });

        Assert.Contains(
            "| Node.js 24.8.0 | operating-point | 312.5 | 342.0 | 352 | -2.84 % | 3 of 3 |", Page(reproduction),
            StringComparison.Ordinal);
    }

    private static SyntheticPart DotNet(Residency residency, double contextUs) =>
        new(SyntheticReproduction.DotNet, residency, "small") { Differences = [("async-local", contextUs)] };

    private static string Page(SyntheticReproduction reproduction) =>
        Rendered.Page(ReproductionDocument.Of(reproduction.Report()));
}
