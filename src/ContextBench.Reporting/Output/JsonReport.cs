using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContextBench.Analysis.Files;

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

    private sealed record Run
    {
        public required DateTimeOffset StartedAt { get; init; }
        public required string? Commit { get; init; }
        public required string Profile { get; init; }
        public required int Seed { get; init; }
        public required double MarginPercent { get; init; }
        public required string Cpu { get; init; }
        public required string? Processor { get; init; }
        public required int Processors { get; init; }
        public required string Os { get; init; }
        public required string Runtime { get; init; }
        public required string? Certificate { get; init; }

        public static Run Of(RunReport report) => new()
        {
            StartedAt = report.Environment.StartedAt,
            Commit = report.Environment.Commit,
            Profile = report.Environment.Plan.Profile,
            Seed = report.Environment.Plan.Seed,
            MarginPercent = report.Environment.Plan.MarginPercent,
            Cpu = report.Environment.Cpu,
            Processor = report.Environment.Processor?.Describe(),
            Processors = report.Environment.Processors,
            Os = report.Environment.Os,
            Runtime = report.Environment.Runtime,
            Certificate = report.Calibration.Folder,
        };
    }
}
