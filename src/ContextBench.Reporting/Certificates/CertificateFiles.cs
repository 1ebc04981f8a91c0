using System.Globalization;
using ContextBench.Analysis.Calibration;
using ContextBench.Reporting.Output;

namespace ContextBench.Reporting.Certificates;

/// <summary>The files of a calibration, beside the folders of its runs.</summary>
public static class CertificateFiles
{
    private const string CsvHeader = "tier,run,nominalPercent,injectedPercent,recoveredPercent,low,high,covered";

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

    private static void WriteDoses(Certificate certificate, TextWriter output)
    {
        output.WriteLine(CsvHeader);
        foreach (var (tier, proved) in certificate.Tiers)
        {
            foreach (var run in proved.Runs)
            {
                foreach (var dose in run.Doses)
                {
                    output.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{tier},{run.Name},{dose.NominalPercent},{dose.InjectedPercent:0.######}," +
                        $"{dose.RecoveredPercent:0.######},{dose.Low:0.######},{dose.High:0.######}," +
                        $"{(dose.IsCovered ? "yes" : "no")}"));
                }
            }
        }
    }
}
