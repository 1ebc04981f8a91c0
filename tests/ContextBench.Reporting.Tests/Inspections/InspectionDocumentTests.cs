using System.Text.Json;
using ContextBench.Analysis.Inspections;
using ContextBench.Analysis.Tests;
using ContextBench.Analysis.Tests.Inspections;
using ContextBench.Measurement.Inspections;
using ContextBench.Reporting.Documents;
using ContextBench.Reporting.Inspections;
using Xunit;

namespace ContextBench.Reporting.Tests.Inspections;

public sealed class InspectionDocumentTests
{
    [Fact]
    public void The_page_has_what_differs_first_and_then_what_is_equal() =>
        GoldenFile.Check("inspection.md", Page(SyntheticInspection.Classic, SyntheticInspection.AsyncLocal));

    [Fact]
    public void Without_a_difference_the_page_says_so()
    {
        var page = Page(SyntheticInspection.Classic, SyntheticInspection.Classic with { Variant = "control" });

        Assert.Contains(
            "**No difference in what is allocated: 5 types, 896 B in both.**", page, StringComparison.Ordinal);
        Assert.DoesNotContain("| allocated type", page, StringComparison.Ordinal);
        Assert.DoesNotContain("**differ**", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_log_bytes_responses_and_awaits_are_each_said_to_differ()
    {
        var other = SyntheticInspection.Classic with
        {
            Log = ByteProof.Of("[2] a\n"u8, 1), // as many, and not the same
            Responses = ByteProof.Of("404"u8, 1),
            YieldedAwaits = 10,
        };

        var page = Page(SyntheticInspection.Classic, other);

        Assert.Contains("| log bytes | 6 | 6 | **differ** |", page, StringComparison.Ordinal);
        Assert.Contains("| response bytes | 3 | 3 | **differ** |", page, StringComparison.Ordinal);
        Assert.Contains("| awaits that had to wait | 11 | 10 | **differ** |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_runtime_sampled_the_page_says_that_it_is_not_exact()
    {
        const string warning = "**Not exact:**";
        var sampled = SyntheticInspection.Classic with { SampledEvents = 1 };

        Assert.Contains(warning, Page(sampled, SyntheticInspection.Classic), StringComparison.Ordinal);
        Assert.DoesNotContain(
            warning, Page(SyntheticInspection.Classic, SyntheticInspection.Classic), StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_for_programs_has_the_differences_and_both_inspections()
    {
        using var file = JsonDocument.Parse(Rendered.Data(
            Document(SyntheticInspection.Classic, SyntheticInspection.AsyncLocal), "inspection.json"));

        Assert.Equal(4, file.RootElement.GetProperty("differences").GetArrayLength());
        Assert.Equal(80, file.RootElement.GetProperty("differences")[0].GetProperty("bytes").GetInt64());
        Assert.Equal("classic", file.RootElement.GetProperty("baseline").GetProperty("variant").GetString());
        Assert.Equal(6, file.RootElement.GetProperty("candidate").GetProperty("types").GetArrayLength());
    }

    private static string Page(Inspection baseline, Inspection candidate) =>
        Rendered.Page(Document(baseline, candidate));

    private static Document Document(Inspection baseline, Inspection candidate) =>
        InspectionDocument.Of(new InspectionComparison(baseline, candidate), SyntheticRun.Environment());
}
