namespace ContextBench.Analysis.Micro;

/// <summary>A benchmark against the baseline of its class, launch by launch.</summary>
public sealed record MicroComparison
{
    /// <summary>The benchmark class.</summary>
    public required string Class { get; init; }

    /// <summary>As <c>LogLines=4</c>; empty where there are none.</summary>
    public required string Parameters { get; init; }

    /// <summary>The baseline's method.</summary>
    public required string Baseline { get; init; }

    /// <summary>The candidate's method.</summary>
    public required string Candidate { get; init; }

    /// <summary>The geometric mean of the baseline's paired launches, in ns an operation.</summary>
    public required double BaselineNs { get; init; }

    /// <summary>The geometric mean of the candidate's paired launches, in ns an operation.</summary>
    public required double CandidateNs { get; init; }

    /// <summary>
    /// The overhead: the geometric mean of the launches' ratios candidate / baseline, minus one, in percent; the
    /// quotient of the two means.
    /// </summary>
    public required double Percent { get; init; }

    /// <summary>The lower bound of its 95 % interval; null for a single launch.</summary>
    public required double? Low { get; init; }

    /// <summary>The upper bound of its 95 % interval; null for a single launch.</summary>
    public required double? High { get; init; }

    /// <summary>The launches that are paired, at least 1.</summary>
    public required int Launches { get; init; }

    /// <summary>Bytes that the baseline allocates an operation; null where not measured.</summary>
    public required double? BaselineBytes { get; init; }

    /// <summary>Bytes that the candidate allocates an operation; null where not measured.</summary>
    public required double? CandidateBytes { get; init; }

    /// <summary>Launches of only one of the two, which are left out.</summary>
    public required IReadOnlyList<string> Unpaired { get; init; }

    private const double Confidence = 0.95;

    /// <summary>Compares two benchmarks.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="candidate">The candidate.</param>
    /// <returns>The comparison, or null where no launch has both.</returns>
    /// <remarks>
    /// A launch gives one log-ratio, of its two medians; the interval is Student's t on those. Nothing is trimmed.
    /// </remarks>
    public static MicroComparison? Of(MicroCase baseline, MicroCase candidate)
    {
        var pairs = baseline.Launches
            .Join(candidate.Launches, launch => launch.Id, launch => launch.Id, (b, c) => (Baseline: b, Candidate: c))
            .OrderBy(pair => pair.Baseline.Id, StringComparer.Ordinal)
            .ToArray();
        if (pairs.Length == 0)
            return null;

        var logRatios = pairs
            .Select(pair => Math.Log(pair.Candidate.Nanoseconds / pair.Baseline.Nanoseconds))
            .ToArray();
        var interval = logRatios.Length > 1
            ? OverheadEstimate.FromLaunches(logRatios).At(Confidence).Select(OverheadEstimate.ToPercent)
            : (Interval?)null;
        var ids = pairs.Select(pair => pair.Baseline.Id).ToHashSet();
        return new MicroComparison
        {
            Class = candidate.Class,
            Parameters = candidate.Parameters,
            Baseline = baseline.Method,
            Candidate = candidate.Method,
            BaselineNs = MicroLaunch.MeanOf(pairs.Select(pair => pair.Baseline)),
            CandidateNs = MicroLaunch.MeanOf(pairs.Select(pair => pair.Candidate)),
            Percent = OverheadEstimate.ToPercent(logRatios.Average()),
            Low = interval?.Low,
            High = interval?.High,
            Launches = pairs.Length,
            BaselineBytes = baseline.Bytes,
            CandidateBytes = candidate.Bytes,
            Unpaired = [
                .. baseline.Launches.Concat(candidate.Launches)
                    .Select(launch => launch.Id)
                    .Where(id => !ids.Contains(id))
                    .Order(StringComparer.Ordinal),
            ],
        };
    }
}
