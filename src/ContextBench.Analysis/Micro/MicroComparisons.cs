namespace ContextBench.Analysis.Micro;

/// <summary>What the micro-benchmarks of a run say: every candidate in time and allocated bytes.</summary>
public static class MicroComparisons
{
    /// <summary>Makes comparisons of what BenchmarkDotNet measured.</summary>
    /// <param name="results">What it measured.</param>
    /// <param name="runtime">The runtime's name, as <c>dotnet-10</c>.</param>
    public static IReadOnlyList<Comparison> Of(MicroResults results, string runtime) =>
        [.. results.Comparisons.SelectMany(comparison => Of(comparison, runtime))];

    private static IEnumerable<Comparison> Of(MicroComparison micro, string runtime)
    {
        var time = TimeOf(micro, runtime);
        yield return time;
        if (micro is { Baseline.Bytes: { } from, Candidate.Bytes: { } to })
        {
            yield return time with
            {
                Metric = Metric.Allocated,
                Unit = "B",
                BaselineValue = from,
                CandidateValue = to,
                Difference = to - from,
                DifferenceLow = null,
                DifferenceHigh = null,
                OverheadPercent = from > 0 ? 100 * (to - from) / from : null,
                Low = null,
                High = null,
            };
        }
    }

    // BenchmarkDotNet runs each case in a process of its own.
    private static Comparison TimeOf(MicroComparison micro, string runtime) => new()
    {
        Engine = "benchmarkdotnet",
        Runtime = runtime,
        Tier = "micro",
        Residency = "apart",
        Workload = $"{micro.Candidate.Class} {micro.Candidate.Parameters}".TrimEnd(),
        Connections = 1,
        Baseline = micro.Baseline.Method,
        Candidate = micro.Candidate.Method,
        Metric = Metric.Time,
        Unit = "ns",
        BaselineValue = micro.BaselineNs,
        CandidateValue = micro.BaselineNs * (1 + (micro.Percent / 100)),
        Difference = micro.BaselineNs * micro.Percent / 100,
        DifferenceLow = micro.BaselineNs * micro.Low / 100,
        DifferenceHigh = micro.BaselineNs * micro.High / 100,
        OverheadPercent = micro.Percent,
        Low = micro.Low,
        High = micro.High,
        Launches = micro.Launches,
    };
}
