using System.Globalization;

namespace ContextBench.Reporting.Output;

/// <summary>
/// <c>launches.csv</c>: what each launch says, a candidate and metric a line; the comparisons can be made of it again
/// without the observations.
/// </summary>
public sealed class LaunchesReport : IReport
{
    private const string Header =
        "tier,launch,seed,candidate,metric,logRatio,standardError,untrimmedLogRatio,batches,blocks,cappedLogRatio";

    /// <inheritdoc/>
    public string FileName => "launches.csv";

    /// <inheritdoc/>
    public void Write(RunReport report, TextWriter output)
    {
        output.WriteLine(Header);
        foreach (var tier in report.Result.Tiers)
        {
            foreach (var (launch, seed, candidate, metric, estimate) in tier.Launches)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{tier.Plan.Tier},{launch},{seed},{candidate},{metric},{estimate.LogRatio:0.########}," +
                    $"{estimate.StandardError:0.########},{estimate.UntrimmedLogRatio:0.########}," +
                    $"{estimate.Batches},{estimate.Blocks},{estimate.CappedLogRatio:0.########}"));
            }
        }
    }
}
