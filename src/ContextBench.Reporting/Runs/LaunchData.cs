namespace ContextBench.Reporting.Runs;

/// <summary>
/// <c>launches.csv</c>: what each launch says, a candidate and metric a line; the comparisons can be made of it again
/// without the observations.
/// </summary>
public static class LaunchData
{
    /// <summary>The file.</summary>
    public static DataFile Csv(RunReport report) => CsvData.Of(
        "launches.csv",
        from tier in report.Result.Tiers
        from value in tier.Launches
        let estimate = value.Estimate
        select new
        {
            tier.Plan.Tier,
            value.Launch,
            value.Seed,
            value.Candidate,
            value.Metric,
            estimate.LogRatio,
            estimate.StandardError,
            estimate.UntrimmedLogRatio,
            estimate.Batches,
            estimate.Blocks,
            estimate.CappedLogRatio,
        },
        number => number.ToString("0.########"));
}
