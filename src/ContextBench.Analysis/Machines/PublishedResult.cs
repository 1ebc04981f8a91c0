using ContextBench.Analysis.Files;

namespace ContextBench.Analysis.Machines;

/// <summary>
/// What a published run says of a candidate on a tier, in <c>total</c>, or in <c>time</c> where it has no total.
/// </summary>
/// <param name="Folder">The run's folder, relative to where all are.</param>
/// <param name="Environment">The run's manifest.</param>
/// <param name="Tier">What it did on the tier.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="BaselineUs">What the baseline's operation took, in µs.</param>
/// <param name="DifferenceUs">What the candidate's took more, in µs.</param>
public sealed record PublishedResult(
    string Folder, EnvironmentManifest Environment, TierPlan Tier, string Candidate, double BaselineUs,
    double DifferenceUs)
{
    private static readonly string[] Profiles = ["quick", "full"];

    /// <summary>Reads the runs of the profiles quick and full below a folder, all variants in one process.</summary>
    /// <param name="root">The folder; there may be none. What in it is no whole run tells nothing.</param>
    /// <param name="except">A folder in it whose runs are not published.</param>
    /// <param name="skipped">Takes each place that cannot be read.</param>
    public static IReadOnlyList<PublishedResult> ReadAll(string root, string except, Action<string> skipped) =>
    [
        .. KeptFiles.Find(root, "environment.json", skipped)
            .Where(file => !file.StartsWith(except + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Read(new RunDirectory(Path.GetDirectoryName(file)!), root, skipped)),
    ];

    private static PublishedResult[] Read(RunDirectory folder, string root, Action<string> skipped)
    {
        var reported = folder.File(KeptFiles.Comparisons);
        if (KeptFiles.Read(folder.EnvironmentFile, EnvironmentManifest.FromJson, skipped) is not { } environment
            || !File.Exists(reported)
            || KeptReport.Read(reported, skipped) is not { Comparisons: { } comparisons }
            || !Profiles.Contains(environment.Plan.Profile) || !environment.Plan.Load.IsMixed)
            return [];

        return
        [
            .. from tier in environment.Plan.Tiers
               from comparison in comparisons
               where comparison.Tier == tier.Tier && comparison.Metric is Metric.Total or Metric.Time
               group comparison by (tier, comparison.Candidate) into metrics
               let total = metrics.OrderByDescending(metric => metric.Metric == Metric.Total).First()
               where total.Tier == metrics.Key.tier.Tier && total.Verdict != nameof(Statistics.Verdict.Invalid)
               select new PublishedResult(
                   Path.GetRelativePath(root, folder.Path).Replace('\\', '/'), environment, metrics.Key.tier,
                   metrics.Key.Candidate, total.BaselineValue, total.Difference),
        ];
    }
}
