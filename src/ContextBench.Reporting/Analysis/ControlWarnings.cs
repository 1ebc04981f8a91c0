using ContextBench.Statistics;

namespace ContextBench.Reporting.Analysis;

/// <summary>What the A/A comparison of each metric warns of.</summary>
internal static class ControlWarnings
{
    public static IEnumerable<Warning> Of(IEnumerable<TestedMetric> tested)
    {
        foreach (var metric in tested)
        {
            if (metric.Control == ControlOutcome.ExcludesZero)
                yield return Warning.ControlExcludesZero(metric.Name);
            if (metric.Control == ControlOutcome.BeyondMargin)
                yield return Warning.ControlBeyondMargin(metric.Name);
        }
    }
}
