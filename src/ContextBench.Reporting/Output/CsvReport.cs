namespace ContextBench.Reporting.Output;

/// <summary><c>comparisons.csv</c>: the fields of <c>comparisons.json</c>, a comparison a line.</summary>
public sealed class CsvReport : IReport
{
    /// <inheritdoc/>
    public string FileName => "comparisons.csv";

    /// <inheritdoc/>
    public void Write(RunReport report, TextWriter output) => CsvFile.Write(
        report.Result.Comparisons, output,
        number => Figures.Exported(number).ToString());
}
