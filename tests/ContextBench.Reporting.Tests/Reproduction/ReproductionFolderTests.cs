using System.Text.Json;
using ContextBench.Analysis.Tests.Reproduction;
using ContextBench.Reporting.Reproduction;
using Xunit;

namespace ContextBench.Reporting.Tests.Reproduction;

public sealed class ReproductionFolderTests
{
    [Fact]
    public void The_page_its_chart_and_all_comparisons_are_written_beside_the_parts()
    {
        using var reproduction = SyntheticReproduction.Whole();
        var report = reproduction.Report();

        ReproductionDocument.Of(report).WriteTo(reproduction.Root);
        ReproductionDocument.Of(report).WriteTo(reproduction.Root); // over those that were there

        Assert.Equal(
            ["comparisons.csv", "comparisons.json", "reproduction.md", "reproduction.svg"],
            Directory.GetFiles(reproduction.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(reproduction.Root, "comparisons.json")));
        Assert.Equal(report.ToRun().Comparisons.Count(), json.RootElement.GetProperty("comparisons").GetArrayLength());
        Assert.Equal(report.Parts.Count, reproduction.Report().Parts.Count); // they are no parts themselves
    }

    [Fact]
    public void The_articles_own_request_has_a_chart_of_its_own_and_not_that_of_the_emails()
    {
        using var reproduction = SyntheticReproduction.OfArticle();

        ReproductionDocument.Of(reproduction.Report()).WriteTo(reproduction.Root);

        Assert.Equal(
            ["comparisons.csv", "comparisons.json", "depth.svg", "reproduction.md"],
            Directory.GetFiles(reproduction.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
