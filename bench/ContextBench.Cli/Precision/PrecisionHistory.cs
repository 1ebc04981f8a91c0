using System.Text.Json;
using ContextBench.Handlers;
using ContextBench.Measurement.Machine;
using ContextBench.Reporting;

namespace ContextBench.Cli.Precision;

/// <summary>The narrowest A/A interval that a run on this kind of machine has shown on a tier.</summary>
/// <param name="HalfWidthPercent">Half its width at 95 %, in percent.</param>
/// <param name="Launches">The launches that it took.</param>
/// <param name="Run">The run's folder.</param>
internal sealed record PrecisionHistory(double HalfWidthPercent, int Launches, string Run)
{
    // The interval of a few launches is narrow or wide by luck.
    private const int FewestLaunches = 6;

    /// <summary>Looks through the runs that are kept: those published, and those of this checkout.</summary>
    /// <param name="layout">Where they are.</param>
    /// <param name="machine">This machine.</param>
    /// <param name="tier">The tier.</param>
    /// <returns>The narrowest, or null where no run of this kind of machine is kept.</returns>
    public static PrecisionHistory? Find(RepositoryLayout layout, EnvironmentManifest machine, string tier) =>
        Files(layout).SelectMany(file => Read(file, machine, tier)).MinBy(reached => reached.HalfWidthPercent);

    private static IEnumerable<string> Files(RepositoryLayout layout) => Directory.Exists(layout.Results)
        ? Directory.EnumerateFiles(layout.Results, "comparisons.json", SearchOption.AllDirectories)
        : [];

    // What is no whole report tells nothing, and is nobody's mistake here.
    private static IEnumerable<PrecisionHistory> Read(string file, EnvironmentManifest machine, string tier)
    {
        try
        {
            var report = JsonSerializer.Deserialize<Report>(File.ReadAllText(file), JsonSerializerOptions.Web);
            if (report?.Run is not { } run || run.Cpu != machine.Cpu || run.Processors != machine.Processors)
                return [];

            return
            [
                .. from control in report.Comparisons ?? []
                   where control.Tier == tier && control.Candidate == VariantCatalogue.Control.Name
                   where control.Metric is Metric.Total or Metric.Time
                   where control is { Low: not null, High: not null }
                   let halfWidth = (control.High!.Value - control.Low!.Value) / 2
                   where halfWidth > 0 && control.Launches >= FewestLaunches
                   select new PrecisionHistory(halfWidth, control.Launches, Path.GetDirectoryName(file)!),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    private sealed record Report(Machine? Run, IReadOnlyList<Reached>? Comparisons);

    private sealed record Machine(string? Cpu, int Processors);

    private sealed record Reached(
        string? Tier, string? Candidate, string? Metric, double? Low, double? High, int Launches);
}
