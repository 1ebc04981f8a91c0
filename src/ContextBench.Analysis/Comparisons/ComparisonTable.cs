namespace ContextBench.Analysis.Comparisons;

/// <summary>Builds the comparisons of one tier: every candidate in every metric.</summary>
internal sealed class ComparisonTable(
    ComparisonFactory factory, Contrast contrast, IReadOnlyList<CountedLaunch> launches, bool isApart)
{
    /// <summary>Builds them.</summary>
    /// <param name="tested">The costs that were tested; a machine may have no CPU clock fine enough.</param>
    public IReadOnlyList<Comparison> Build(IReadOnlyList<TestedMetric> tested) =>
        [.. contrast.Candidates.SelectMany(candidate => OfCandidate(candidate, tested))];

    private IEnumerable<Comparison> OfCandidate(string candidate, IReadOnlyList<TestedMetric> tested)
    {
        foreach (var metric in tested)
        {
            var comparison = factory.Tested(candidate, metric);
            yield return comparison;
            if (metric.Name == Metric.Total)
                yield return ComparisonFactory.Throughput(comparison, ServedUs);
        }

        if (!isApart)
            yield return PerLaunch(candidate, Metric.Gc, "µs", (launch, variant) => launch.ChargeUs(variant));
        if (launches.All(launch => launch.CountsAllocations))
        {
            yield return PerLaunch(
                candidate, Metric.Allocated, "B", (launch, variant) => launch.AllocatedBytes(variant));
        }

        if (launches.All(launch => launch.Record.Latencies.All(latencies => latencies is not null)))
        {
            yield return Latency(candidate, Metric.P50, latencies => latencies.P50Ns);
            yield return Latency(candidate, Metric.P99, latencies => latencies.P99Ns);
        }
    }

    private double ServedUs { get; } =
        launches.Average(launch => launch.MeanUs(batch => batch.ElapsedNs, contrast.Baseline));

    private Comparison Latency(
        string candidate, string metric, Func<LatencySummary, long> percentile)
    {
        double Of(CountedLaunch launch, string variant) =>
            percentile(launch.Record.Latencies[launch.IndexOf(variant)]!) / 1e3;

        var overhead = OverheadEstimate.FromLaunches(
            [.. launches.Select(launch => Math.Log(Of(launch, candidate) / Of(launch, contrast.Baseline)))]);
        return factory.Create(
            candidate, metric, "µs", launches.Average(launch => Of(launch, contrast.Baseline)), overhead);
    }

    // What a launch counts or computes, rather than times: differences between launches are all its noise.
    private Comparison PerLaunch(
        string candidate, string metric, string unit, Func<CountedLaunch, string, double> value)
    {
        var baselineValue = launches.Average(launch => value(launch, contrast.Baseline));
        var differences = launches
            .Select(launch => value(launch, candidate) - value(launch, contrast.Baseline)).ToArray();
        var difference = differences.Average();
        var interval = MeanInterval.Of(differences, VerdictRule.DifferenceConfidence);
        double? Percent(double amount) => baselineValue > 0 ? 100 * amount / baselineValue : null;
        return factory.Create(candidate, metric, unit, baselineValue, overhead: null) with
        {
            CandidateValue = baselineValue + difference,
            Difference = difference,
            DifferenceLow = interval.Low,
            DifferenceHigh = interval.High,
            OverheadPercent = Percent(difference),
            Low = Percent(interval.Low),
            High = Percent(interval.High),
        };
    }
}
