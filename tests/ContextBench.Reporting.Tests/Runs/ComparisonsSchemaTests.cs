using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Xunit;

namespace ContextBench.Reporting.Tests.Runs;

/// <summary><c>comparisons.schema.json</c>, which programs that read <c>comparisons.json</c> can rely on.</summary>
public sealed class ComparisonsSchemaTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    private static readonly JsonSchema Schema = JsonSchema.FromFile(
        Path.Combine(Root, "src", "ContextBench.Reporting", "Runs", "comparisons.schema.json"));

    private static readonly string Golden = Path.Combine(Here(), "Golden", "comparisons.json");

    [Fact]
    public void What_is_written_is_of_the_form_that_the_schema_says() => Assert.Null(Problem(File.ReadAllText(Golden)));

    [Fact]
    public void Every_published_run_of_every_version_is_too()
    {
        string[] published =
        [
            .. Directory.EnumerateFiles(
                Path.Combine(Root, "results"), "comparisons.json", SearchOption.AllDirectories),
        ];

        Assert.NotEmpty(published);
        Assert.All(published, file => Assert.Null(Problem(File.ReadAllText(file))));
    }

    [Fact]
    public void Each_field_that_is_written_is_described()
    {
        var described = JsonNode.Parse(File.ReadAllText(Path.Combine(
            Root, "src", "ContextBench.Reporting", "Runs", "comparisons.schema.json")))!["properties"]!;
        var written = JsonNode.Parse(File.ReadAllText(Golden))!;

        Assert.Equal(Names(written["run"]!), Names(described["run"]!["properties"]!));
        Assert.Equal(Names(written["comparisons"]![0]!), Names(described["comparisons"]!["items"]!["properties"]!));
    }

    [Theory]
    [InlineData("\"schema\": 1", "\"schema\": 2")]
    [InlineData("\"engine\": \"paired\"", "\"engine\": \"other\"")]
    [InlineData("\"baselineValue\": 100.5", "\"baselineValue\": \"100.5\"")]
    [InlineData("\"verdict\": \"Slower\"", "\"verdict\": \"slower\"")]
    [InlineData("\"launches\": 3", "\"launches\": 3, \"more\": 1")]
    [InlineData("\"unit\": \"µs\",", "")]
    public void Another_form_is_refused(string part, string other)
    {
        var text = File.ReadAllText(Golden);

        Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.NotNull(Problem(text.Replace(part, other, StringComparison.Ordinal)));
    }

    // What does not fit, in one line; null where all of it does.
    private static string? Problem(string text)
    {
        using var document = JsonDocument.Parse(text);
        var result = Schema.Evaluate(
            document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid
            ? null
            : string.Join("; ", result.Details!
                .Where(detail => detail.Errors is { Count: > 0 })
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}")));
    }

    private static IEnumerable<string> Names(JsonNode node) =>
        node.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
