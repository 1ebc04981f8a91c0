using System.Globalization;
using ContextBench.Analysis.Results;

namespace ContextBench.Reporting.Output;

/// <summary><c>comparisons.csv</c>: the fields of <c>comparisons.json</c>, a comparison a line (RFC 4180).</summary>
public sealed class CsvReport : IReport
{
    private static readonly (string Name, Func<Comparison, object?> Value)[] Columns =
    [
        ("engine", c => c.Engine),
        ("runtime", c => c.Runtime),
        ("tier", c => c.Tier),
        ("residency", c => c.Residency),
        ("workload", c => c.Workload),
        ("connections", c => c.Connections),
        ("baseline", c => c.Baseline),
        ("candidate", c => c.Candidate),
        ("metric", c => c.Metric),
        ("unit", c => c.Unit),
        ("baselineValue", c => c.BaselineValue),
        ("candidateValue", c => c.CandidateValue),
        ("difference", c => c.Difference),
        ("differenceLow", c => c.DifferenceLow),
        ("differenceHigh", c => c.DifferenceHigh),
        ("overheadPercent", c => c.OverheadPercent),
        ("low", c => c.Low),
        ("high", c => c.High),
        ("equivalenceLow", c => c.EquivalenceLow),
        ("equivalenceHigh", c => c.EquivalenceHigh),
        ("confidence", c => c.Confidence),
        ("launches", c => c.Launches),
        ("direction", c => c.Direction),
        ("verdict", c => c.Verdict),
        ("warnings", c => string.Join(' ', c.Warnings.Select(warning => warning.Code))),
        ("untrimmedPercent", c => c.UntrimmedPercent),
        ("plainLow", c => c.PlainLow),
        ("plainHigh", c => c.PlainHigh),
        ("permutationP", c => c.PermutationP),
        ("launchesNeeded", c => c.LaunchesNeeded),
    ];

    /// <inheritdoc/>
    public string FileName => "comparisons.csv";

    /// <inheritdoc/>
    public void Write(RunReport report, TextWriter output)
    {
        output.WriteLine(string.Join(',', Columns.Select(column => column.Name)));
        foreach (var comparison in report.Result.Comparisons)
            output.WriteLine(string.Join(',', Columns.Select(column => Quote(column.Value(comparison)))));
    }

    private static string Quote(object? value)
    {
        var exported = value is double number ? Figures.Exported(number) : value;
        return CsvField.Quote(Convert.ToString(exported, CultureInfo.InvariantCulture) ?? "");
    }
}
