namespace ContextBench.Reporting.Calibrations;

/// <summary>The files of a calibration, beside the folders of its runs.</summary>
public static class CalibrationFiles
{
    /// <summary>Writes them all, over those that were there.</summary>
    /// <param name="report">What there is to say.</param>
    /// <param name="root">The calibration's folder.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written.</exception>
    public static void Write(Calibration report, string root)
    {
        FolderFile.Write(root, CalibrationReport.FileName, output => output.Write(report.Report.ToJson()));
        FolderFile.Write(root, Calibration.PageName, output => CalibrationPage.Write(report, output));
        FolderFile.Write(root, Calibration.ChartName, output => CalibrationChart.Write(SeriesOf(report), output));
        FolderFile.Write(root, Calibration.CostsName, output => WriteCosts(report.Report, output));
    }

    private static CalibrationSeries[] SeriesOf(Calibration report) =>
    [
        .. report.Report.Tiers.Select(tier => new CalibrationSeries(
            tier.Key, [.. tier.Value.Runs.SelectMany(run => run.Costs)],
            tier.Value.Slope, tier.Value.SlopeLow, tier.Value.SlopeHigh)),
    ];

    private static void WriteCosts(CalibrationReport calibration, TextWriter output) => CsvFile.Write(
        from tier in calibration.Tiers
        from run in tier.Value.Runs
        from cost in run.Costs
        select new
        {
            Tier = tier.Key,
            Run = run.Name,
            cost.NominalPercent,
            cost.InjectedPercent,
            cost.RecoveredPercent,
            cost.Low,
            cost.High,
            Covered = cost.IsCovered,
        },
        output, Figures.Decimals);
}
