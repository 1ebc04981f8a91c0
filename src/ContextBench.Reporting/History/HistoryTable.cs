namespace ContextBench.Reporting.History;

/// <summary>What the A/A results that are kept say together.</summary>
public static class HistoryTable
{
    /// <summary>
    /// Says, for each tier on each kind of machine, how many intervals contain 0, whether chance explains the others,
    /// and where their mean lies.
    /// </summary>
    /// <param name="results">The results.</param>
    /// <param name="output">Where to write.</param>
    public static void WriteSummary(IReadOnlyList<ControlResult> results, TextWriter output)
    {
        foreach (var standing in HistoryStanding.Of(results))
        {
            var values = standing.Results.Select(result => result.Percent).ToArray();
            output.Write(
                $"{standing.Tier}: {values.Length - standing.Excluding} of {values.Length} A/A intervals contain 0" +
                $" (chance allows up to {standing.MostByChance} that do not); " +
                $"median half-width {Median.Of(standing.Results.Select(result => result.HalfWidth)):0.000} %");
            if (values.Length > 1)
            {
                var all = SampleMoments.Of(values);
                output.Write(
                    $"; mean {all.Mean:+0.0000;-0.0000} %, {Math.Abs(all.Mean) / all.StandardError:0.00} of its " +
                    $"standard errors ({all.StandardError:0.0000} %) from 0");
            }

            output.WriteLine();
        }
    }
}
