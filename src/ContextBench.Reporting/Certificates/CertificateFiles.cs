namespace ContextBench.Reporting.Certificates;

/// <summary>The files of a calibration, beside the folders of its runs.</summary>
public static class CertificateFiles
{
    /// <summary>Writes them all, over those that were there.</summary>
    /// <param name="report">What there is to say.</param>
    /// <param name="root">The calibration's folder.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written.</exception>
    public static void Write(CertificateReport report, string root)
    {
        FolderFile.Write(root, Certificate.FileName, output => output.Write(report.Certificate.ToJson()));
        FolderFile.Write(root, CertificateReport.PageName, output => CertificatePage.Write(report, output));
        FolderFile.Write(root, CertificateReport.ChartName, output => CertificateChart.Write(SeriesOf(report), output));
        FolderFile.Write(root, CertificateReport.DosesName, output => WriteDoses(report.Certificate, output));
    }

    private static CertificateSeries[] SeriesOf(CertificateReport report) =>
    [
        .. report.Certificate.Tiers.Select(tier => new CertificateSeries(
            tier.Key, [.. tier.Value.Runs.SelectMany(run => run.Doses)],
            tier.Value.Slope, tier.Value.SlopeLow, tier.Value.SlopeHigh)),
    ];

    private static void WriteDoses(Certificate certificate, TextWriter output) => CsvFile.Write(
        from tier in certificate.Tiers
        from run in tier.Value.Runs
        from dose in run.Doses
        select new
        {
            Tier = tier.Key,
            Run = run.Name,
            dose.NominalPercent,
            dose.InjectedPercent,
            dose.RecoveredPercent,
            dose.Low,
            dose.High,
            Covered = dose.IsCovered,
        },
        output, Figures.Decimals);
}
