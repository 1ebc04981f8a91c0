using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContextBench.Analysis.Files;

namespace ContextBench.Reporting.Runs;

/// <summary>Every comparison of a run, with the same fields in both forms.</summary>
public static class ComparisonData
{
    private const int Schema = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new ExportedNumber() },
        WriteIndented = true,
    };

    /// <summary>
    /// <c>comparisons.json</c>: <c>{"schema":1,"run":{…},"comparisons":[…]}</c>, of the form that
    /// <c>comparisons.schema.json</c> says.
    /// </summary>
    public static DataFile Json(RunReport report)
    {
        var environment = report.Environment;
        var run = new
        {
            environment.StartedAt,
            environment.Commit,
            environment.Plan.Profile,
            environment.Plan.Seed,
            environment.Plan.MarginPercent,
            environment.Cpu,
            Processor = environment.Processor?.Describe(),
            environment.Processors,
            environment.Os,
            environment.Runtime,
            Certificate = report.Calibration.Folder,
        };
        return JsonData.Of(KeptFiles.Comparisons, new { Schema, run, report.Result.Comparisons }, Options);
    }

    /// <summary><c>comparisons.csv</c>: a comparison a line.</summary>
    public static DataFile Csv(RunReport report) => CsvData.Of(
        "comparisons.csv", report.Result.Comparisons, number => Figures.Exported(number).ToString());

    private sealed class ExportedNumber : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(Figures.Exported(value));
    }
}
