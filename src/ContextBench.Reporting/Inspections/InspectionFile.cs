using System.Text.Json;
using ContextBench.Analysis.Inspections;
using ContextBench.Measurement.Inspections;
using ContextBench.Measurement.Observations;

namespace ContextBench.Reporting.Inspections;

/// <summary>Writes a comparison of two inspections for programs: <c>inspection.json</c>.</summary>
public static class InspectionFile
{
    private static readonly JsonSerializerOptions Options = new(ObservationJson.Options) { WriteIndented = true };

    /// <summary>Writes it.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="output">Takes the JSON.</param>
    public static void Write(InspectionComparison comparison, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(
            new File(1, comparison.Differences, comparison.Baseline, comparison.Candidate), Options));

    private sealed record File(
        int Schema, IReadOnlyList<TypeDifference> Differences, Inspection Baseline, Inspection Candidate);
}
