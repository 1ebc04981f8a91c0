using System.Globalization;
using ContextBench.Statistics;

namespace ContextBench.Reporting.Ledger;

/// <summary>Every A/A result that is kept, as data, and what they say together.</summary>
public static class LedgerTable
{
    /// <summary>Writes a line a run and tier.</summary>
    /// <param name="results">The results.</param>
    /// <param name="root">The folder that runs are named relative to.</param>
    /// <param name="output">Where to write.</param>
    public static void WriteCsv(IReadOnlyList<ControlResult> results, string root, TextWriter output)
    {
        output.WriteLine("startedAt,run,profile,tier,launches,overheadPercent,low,high,containsZero");
        foreach (var result in results)
        {
            var run = Path.GetRelativePath(root, result.Run).Replace('\\', '/');
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.StartedAt:yyyy-MM-ddTHH:mm:ssZ},{run},{result.Profile},{result.Tier},{result.Launches}," +
                $"{result.Percent:0.######},{result.Low:0.######},{result.High:0.######}," +
                $"{(result.ContainsZero ? "yes" : "no")}"));
        }
    }

    /// <summary>Says, for each tier, how many intervals contain 0 and where their mean lies.</summary>
    /// <param name="results">The results.</param>
    /// <param name="output">Where to write.</param>
    public static void WriteSummary(IReadOnlyList<ControlResult> results, TextWriter output)
    {
        foreach (var tier in results.GroupBy(result => result.Tier))
        {
            var values = tier.Select(result => result.Percent).ToArray();
            var contain = tier.Count(result => result.ContainsZero);
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{tier.Key}: {contain} of {values.Length} A/A intervals contain 0; " +
                $"median half-width {Median.Of(tier.Select(result => result.HalfWidth)):0.000} %"));
            if (values.Length > 1)
            {
                var all = OverheadEstimate.FromLaunches(values);
                var error = all.SpreadOfLaunches / Math.Sqrt(values.Length);
                output.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"; mean {all.LogRatio:+0.0000;-0.0000} %, {Math.Abs(all.LogRatio) / error:0.00} of its standard " +
                    $"errors ({error:0.0000} %) from 0"));
            }

            output.WriteLine();
        }
    }
}
