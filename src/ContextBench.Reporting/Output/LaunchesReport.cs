namespace ContextBench.Reporting.Output;

/// <summary>
/// <c>launches.csv</c>: what each launch says, a candidate and metric a line; the comparisons can be made of it again
/// without the observations.
/// </summary>
public sealed class LaunchesReport : IReport
{
    /// <inheritdoc/>
    public string FileName => "launches.csv";

    /// <inheritdoc/>
    public void Write(RunReport report, TextWriter output) => CsvFile.Write(
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
        output, number => number.ToString("0.########"));
}
