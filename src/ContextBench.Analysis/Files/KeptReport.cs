namespace ContextBench.Analysis.Files;

/// <summary>A run's <c>comparisons.json</c>, of whatever version: what is not there is null.</summary>
/// <param name="Run">The run.</param>
/// <param name="Comparisons">Its comparisons.</param>
internal sealed record KeptReport(KeptReport.RunFacts? Run, IReadOnlyList<KeptReport.Comparison>? Comparisons)
{
    /// <summary>Reads it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="skipped">Takes the file if it cannot be read.</param>
    /// <returns>What it says; null where it cannot be read, or is something else.</returns>
    public static KeptReport? Read(string file, Action<string> skipped) => KeptFiles.Read(
        file, json => JsonSerializer.Deserialize<KeptReport>(json, JsonSerializerOptions.Web), skipped);

    internal sealed record RunFacts(
        DateTimeOffset StartedAt, string? Profile, string? Cpu, string? Processor, int Processors);

    internal sealed record Comparison
    {
        public string? Engine { get; init; }
        public string? Residency { get; init; }
        public string? Workload { get; init; }
        public string? Tier { get; init; }
        public string? Baseline { get; init; }
        public string? Candidate { get; init; }
        public string? Metric { get; init; }
        public string? Verdict { get; init; }
        public double BaselineValue { get; init; }
        public double Difference { get; init; }
        public double? OverheadPercent { get; init; }
        public double? Low { get; init; }
        public double? High { get; init; }
        public int Launches { get; init; }
    }
}
