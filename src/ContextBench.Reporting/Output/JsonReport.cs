using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContextBench.Analysis.Files;
using ContextBench.Analysis.Results;

namespace ContextBench.Reporting.Output;

/// <summary>
/// <c>comparisons.json</c>: <c>{"schema":1,"run":{…},"comparisons":[…]}</c>, of the form that
/// <c>comparisons.schema.json</c> says.
/// </summary>
public sealed class JsonReport : IReport
{
    private const int Schema = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new ExportedNumber() },
        WriteIndented = true,
    };

    /// <inheritdoc/>
    public string FileName => KeptFiles.Comparisons;

    /// <inheritdoc/>
    public void Write(RunReport report, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new Document(Schema, Run.Of(report), report.Result.Comparisons), Options));

    private sealed class ExportedNumber : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(Figures.Exported(value));
    }

    private sealed record Document(int Schema, Run Run, IEnumerable<Comparison> Comparisons);

    private sealed record Run(
        DateTimeOffset StartedAt, string? Commit, string Profile, int Seed, double MarginPercent,
        string Cpu, string? Processor, int Processors, string Os, string Runtime, string? Certificate)
    {
        public static Run Of(RunReport report) => new(
            report.Environment.StartedAt, report.Environment.Commit, report.Environment.Plan.Profile,
            report.Environment.Plan.Seed, report.Environment.Plan.MarginPercent, report.Environment.Cpu,
            report.Environment.Processor?.Describe(), report.Environment.Processors, report.Environment.Os,
            report.Environment.Runtime,
            report.Certificate.Folder);
    }
}
