namespace ContextBench.Reporting.Output;

/// <summary>The report files of a run.</summary>
public static class ReportFiles
{
    private static readonly IReport[] All =
        [new MarkdownReport(), new JsonReport(), new CsvReport(), new LaunchesReport()];

    /// <summary>Writes them all, over those that were there.</summary>
    /// <param name="report">What there is to say.</param>
    /// <param name="directory">The run's folder.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(RunReport report, RunDirectory directory)
    {
        foreach (var form in All)
            FolderFile.Write(directory.Path, form.FileName, output => form.Write(report, output));
    }
}
