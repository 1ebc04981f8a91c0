namespace ContextBench.Reporting.Reproduction;

/// <summary>The files of a reproduction, beside the folders of its parts.</summary>
public static class ReproductionFiles
{
    private static readonly IReport[] ForPrograms = [new JsonReport(), new CsvReport()];

    /// <summary>
    /// Writes them all, over those that were there: the page, its chart, and every comparison of every part in one
    /// <c>comparisons.json</c> and <c>comparisons.csv</c>.
    /// </summary>
    /// <param name="report">What there is to say.</param>
    /// <param name="root">The reproduction's folder.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written.</exception>
    public static void Write(ReproductionReport report, string root)
    {
        FolderFile.Write(root, ReproductionPage.FileName, output => ReproductionPage.Write(report, output));
        FolderFile.Write(root, ReproductionChart.FileName, output => ReproductionChart.Write(report, output));
        var run = new RunReport(report.ToRun()) { Calibration = report.Calibration };
        foreach (var form in ForPrograms)
            FolderFile.Write(root, form.FileName, output => form.Write(run, output));
    }
}
