using ContextBench.Analysis.Tests;
using ContextBench.Analysis.Tests.Reproduction;
using ContextBench.Measurement.Plans;
using ContextBench.Reporting.Reproduction;
using Xunit;

namespace ContextBench.Reporting.Tests.Reproduction;

/// <summary>The page of the article's own request; that of the emails' is another class's.</summary>
public sealed class ArticleDocumentTests
{
    [Fact]
    public void The_page_has_the_articles_point_and_all_depths() =>
        GoldenFile.Check("article.md", Page(SyntheticReproduction.OfArticle()));

    [Fact]
    public void A_page_says_nothing_of_points_of_the_other_request()
    {
        var own = Page(SyntheticReproduction.OfArticle());
        var emails = Page(SyntheticReproduction.Whole());

        Assert.DoesNotContain("Not measured.", own, StringComparison.Ordinal);
        Assert.DoesNotContain("operating-point", own, StringComparison.Ordinal);
        Assert.DoesNotContain("reproduction.svg", own, StringComparison.Ordinal);
        Assert.DoesNotContain("depth", emails, StringComparison.Ordinal);
        Assert.DoesNotContain("## article", emails, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_of_both_requests_may_be_on_one_page()
    {
        var page = Page(new SyntheticReproduction()
            .Add(Node14("article", 30))
            .Add(Node14("small", 20)));

        Assert.Contains("\n## article: ", page, StringComparison.Ordinal);
        Assert.Contains("\n## small: ", page, StringComparison.Ordinal);
        Assert.Contains("(reproduction.svg)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("(depth.svg)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not measured.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("No answer", page, StringComparison.Ordinal);
        Assert.DoesNotContain("no comparison of both", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_articles_point_the_depths_alone_say_what_an_await_costs()
    {
        // 10 µs at a depth of 0 and 20 at one of 5.
        var page = Page(new SyntheticReproduction().Add(Node14("depth-0", 10)).Add(Node14("depth-5", 20)));

        Assert.Contains("- No answer for Node.js 14: no comparison at article.", page, StringComparison.Ordinal);
        Assert.Contains(
            "- On Node.js 14.0.0 (`classic → als`) an await costs +2.000 [", page, StringComparison.Ordinal);
        Assert.Contains("30.8 µs are reached at a depth of 10.4 [", page, StringComparison.Ordinal); // 20.837 / 2
        Assert.DoesNotContain("\n## article: ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_articles_point_other_runtimes_say_what_an_await_costs_too() => Assert.Contains(
        "- On Node.js 24.8.0 an await costs +2.000 [",
        Page(new SyntheticReproduction()
            .Add(Node14("depth-0", 10) with { Runtime = SyntheticReproduction.Node24 })
            .Add(Node14("depth-5", 20) with { Runtime = SyntheticReproduction.Node24 })),
        StringComparison.Ordinal);

    [Fact]
    public void Where_no_slope_is_shown_the_page_says_that_no_depth_can_be_told() => Assert.Contains(
        "at which depth 30.8 µs are reached cannot be told.",
        Page(new SyntheticReproduction().Add(Node14("depth-0", 10)).Add(Node14("depth-5", 10))),
        StringComparison.Ordinal);

    [Fact]
    public void One_depth_makes_no_slope_and_no_sentence()
    {
        var page = Page(new SyntheticReproduction().Add(Node14("depth-5", 10)));

        Assert.DoesNotContain("an await costs", page, StringComparison.Ordinal);
        Assert.Contains("| Node.js 14.0.0 | `classic → als` | - | - | - | - |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Depths_without_any_comparison_have_a_table_and_no_slopes()
    {
        var page = Page(new SyntheticReproduction().Add(Node14("depth-5", 10) with { WobbleUs = [0] }));

        Assert.Contains("| Node.js 14.0.0 | 5 | - | no comparison |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("### What an await", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_launch_that_is_far_off_the_cost_asked_for_is_counted()
    {
        // 95, 104.5 and 114 µs of CPU time, where 100 were asked for.
        var page = Page(new SyntheticReproduction().Add(Node14("article", 30) with
        {
            AimedCpuUs = 100,
            WorkUs = 40,
            DriftUs = 10,
        }));

        Assert.Contains(
            "CPU time a request is within 5 % of that in 2 of 3 launches that count.", page, StringComparison.Ordinal);
        Assert.Contains(
            "| Node.js 14.0.0 | article | 100 | 95.00 | 114.0 | +14.00 % | 2 of 3 launches | 40.00 to 60.00 |", page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_counts_the_parts_whose_A_A_holds_0()
    {
        // The control of the second costs 0.5 µs more in every launch, give or take 0.05.
        var page = Page(new SyntheticReproduction()
            .Add(Node14("depth-0", 10))
            .Add(Node14("depth-5", 10) with { WobbleUs = [0.9, 1, 1.1] }));

        Assert.Contains(
            "- A/A holds 0 in 1 of 2 parts; of as many intervals that all should, chance makes up to 1 exclude it.",
            page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_shows_what_it_has_room_for()
    {
        using var reproduction = SyntheticReproduction.OfArticle();

        var shown = Rendered.Console(ReproductionDocument.Of(reproduction.Report()));

        // Tables begin with two blanks a column; no row of one is broken.
        var rows = shown.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2 + 8 + 6, rows.Length); // two heads, a slope a runtime and pair, an aim a part
    }

    private static SyntheticPart Node14(string point, double contextUs) =>
        new(SyntheticReproduction.Node14, Residency.Apart, point) { Differences = [("als", contextUs)] };

    private static string Page(SyntheticReproduction reproduction)
    {
        using (reproduction)
            return Rendered.Page(ReproductionDocument.Of(reproduction.Report()));
    }
}
