using ContextBench.Statistics;

namespace ContextBench.Analysis.Micro;

/// <summary>A benchmark against the baseline of its class, launch by launch.</summary>
/// <param name="Class">The benchmark class.</param>
/// <param name="Parameters">As <c>LogLines=4</c>; empty where there are none.</param>
/// <param name="Baseline">The baseline's method.</param>
/// <param name="Candidate">The candidate's method.</param>
/// <param name="BaselineNs">The geometric mean of the baseline's paired launches, in ns an operation.</param>
/// <param name="CandidateNs">The geometric mean of the candidate's paired launches, in ns an operation.</param>
/// <param name="Percent">
/// The overhead: the geometric mean of the launches' ratios candidate / baseline, minus one, in percent; the quotient
/// of the two means.
/// </param>
/// <param name="Low">The lower bound of its 95 % interval; null for a single launch.</param>
/// <param name="High">The upper bound of its 95 % interval; null for a single launch.</param>
/// <param name="Launches">The launches that are paired, at least 1.</param>
/// <param name="BaselineBytes">Bytes that the baseline allocates an operation; null where not measured.</param>
/// <param name="CandidateBytes">Bytes that the candidate allocates an operation; null where not measured.</param>
/// <param name="Unpaired">Launches of only one of the two, which are left out.</param>
public sealed record MicroComparison(
    string Class, string Parameters, string Baseline, string Candidate, double BaselineNs, double CandidateNs,
    double Percent, double? Low, double? High, int Launches, double? BaselineBytes, double? CandidateBytes,
    IReadOnlyList<string> Unpaired)
{
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
        return new MicroComparison(
            candidate.Class, candidate.Parameters, baseline.Method, candidate.Method,
            MicroLaunch.MeanOf(pairs.Select(pair => pair.Baseline)),
            MicroLaunch.MeanOf(pairs.Select(pair => pair.Candidate)),
            OverheadEstimate.ToPercent(logRatios.Average()), interval?.Low, interval?.High, pairs.Length,
            baseline.Bytes, candidate.Bytes,
            [
                .. baseline.Launches.Concat(candidate.Launches)
                    .Select(launch => launch.Id)
                    .Where(id => !ids.Contains(id))
                    .Order(StringComparer.Ordinal),
            ]);
    }
}
