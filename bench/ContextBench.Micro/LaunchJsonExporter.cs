using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Reports;

namespace ContextBench.Micro;

/// <summary>
/// BenchmarkDotNet's full JSON with what it leaves out of each benchmark: its launch (the job's id) and whether it
/// is its class's baseline.
/// </summary>
/// <remarks>It has the name of BenchmarkDotNet's own file, since it holds all of that.</remarks>
public sealed class LaunchJsonExporter() : JsonExporterBase(indentJson: false)
{
    /// <inheritdoc/>
    protected override string FileNameSuffix => "-full";

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, object> GetDataToSerialize(BenchmarkReport report) =>
        new Dictionary<string, object>(base.GetDataToSerialize(report))
        {
            ["Launch"] = report.BenchmarkCase.Job.ResolvedId,
            ["Baseline"] = report.BenchmarkCase.Descriptor.Baseline,
        };
}
