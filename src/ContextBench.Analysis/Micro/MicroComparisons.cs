namespace ContextBench.Analysis.Micro;

/// <summary>What the micro-benchmarks of a run say: every candidate in time and allocated bytes.</summary>
public static class MicroComparisons
{
    /// <summary>Reads what BenchmarkDotNet measured.</summary>
    /// <param name="directory">The folder that it wrote its artifacts to; there may be none.</param>
    /// <param name="runtime">The runtime's name, as <c>dotnet-10</c>.</param>
    /// <exception cref="StorageException">A file cannot be read, or is not whole.</exception>
    public static IReadOnlyList<Comparison> ReadAll(string directory, string runtime) =>
        [.. MicroResults.ReadAll(directory).Comparisons.SelectMany(comparison => Of(comparison, runtime))];

    private static IEnumerable<Comparison> Of(MicroComparison micro, string runtime)
    {
        yield return Create(micro, runtime, Metric.Time, "ns", micro.BaselineNs) with
        {
            CandidateValue = micro.BaselineNs * (1 + (micro.Percent / 100)),
            Difference = micro.BaselineNs * micro.Percent / 100,
            DifferenceLow = micro.BaselineNs * micro.Low / 100,
            DifferenceHigh = micro.BaselineNs * micro.High / 100,
            OverheadPercent = micro.Percent,
            Low = micro.Low,
            High = micro.High,
        };
        if (micro is { BaselineBytes: { } from, CandidateBytes: { } to })
        {
            yield return Create(micro, runtime, Metric.Allocated, "B", from) with
            {
                CandidateValue = to,
                Difference = to - from,
                OverheadPercent = from > 0 ? 100 * (to - from) / from : null,
            };
        }
    }

    // BenchmarkDotNet runs each case in a process of its own.
    private static Comparison Create(
        MicroComparison micro, string runtime, string metric, string unit, double baseline) => new()
        {
            Engine = "benchmarkdotnet",
            Runtime = runtime,
            Tier = "micro",
            Residency = "apart",
            Workload = $"{micro.Class} {micro.Parameters}".TrimEnd(),
            Connections = 1,
            Baseline = micro.Baseline,
            Candidate = micro.Candidate,
            Metric = metric,
            Unit = unit,
            BaselineValue = baseline,
            Difference = 0,
            CandidateValue = baseline,
            Confidence = VerdictRule.DifferenceConfidence,
            Launches = micro.Launches,
        };
}
