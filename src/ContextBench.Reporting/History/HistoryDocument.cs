namespace ContextBench.Reporting.History;

/// <summary>What the A/A results that are kept say together, with <c>ledger.csv</c> and <c>ledger.svg</c>.</summary>
public static class HistoryDocument
{
    /// <summary>The name of its data, a line a run and tier.</summary>
    public const string DataName = "ledger.csv";

    /// <summary>
    /// Says, for each tier on each kind of machine, how many intervals contain 0, whether chance explains the others,
    /// and where their mean lies.
    /// </summary>
    /// <param name="results">The results; one at least.</param>
    /// <param name="root">The folder that runs are named relative to.</param>
    public static Document Of(IReadOnlyList<ControlResult> results, string root) => new(
        "What the instrument shows where there is nothing to see",
        [
            Notes.Of(HistoryStanding.Of(results).Select(Of)),
            new Figure(
                HistoryChart.FileName, "Each A/A interval, a strip a tier",
                output => HistoryChart.Write(results, output)),
        ])
    {
        Data = [DataOf(results, root)],
    };

    private static DataFile DataOf(IEnumerable<ControlResult> results, string root) => CsvData.Of(
        DataName,
        results.Select(result => new
        {
            result.StartedAt,
            Run = Path.GetRelativePath(root, result.Run).Replace('\\', '/'),
            result.Profile,
            result.Cpu,
            result.Processors,
            result.Tier,
            result.Launches,
            OverheadPercent = result.Percent,
            result.Low,
            result.High,
            result.ContainsZero,
        }),
        Figures.Decimals);

    private static string Of(HistoryStanding standing)
    {
        double[] values = [.. standing.Results.Select(result => result.Percent)];
        var counts =
            $"{standing.Tier}: {values.Length - standing.Excluding} of {values.Length} A/A intervals contain 0 " +
            $"(chance allows up to {standing.MostByChance} that do not); " +
            $"median half-width {Median.Of(standing.Results.Select(result => result.HalfWidth)):0.000} %";
        if (values.Length == 1)
            return counts;

        var all = SampleMoments.Of(values);
        return counts +
            $"; mean {all.Mean:+0.0000;-0.0000} %, {Math.Abs(all.Mean) / all.StandardError:0.00} of its " +
            $"standard errors ({all.StandardError:0.0000} %) from 0";
    }
}
