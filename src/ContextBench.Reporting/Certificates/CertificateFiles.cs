using System.Globalization;

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
        Write(root, Certificate.FileName, output => output.Write(report.Certificate.ToJson()));
        Write(root, CertificateReport.PageName, output => CertificatePage.Write(report, output));
        Write(root, CertificateReport.ChartName, output => CertificateChart.Write(SeriesOf(report), output));
        Write(root, CertificateReport.DosesName, output => WriteDoses(report.Certificate, output));
    }

    private static CertificateSeries[] SeriesOf(CertificateReport report) =>
    [
        .. report.Certificate.Tiers.Select(tier => new CertificateSeries(
            tier.Key, [.. tier.Value.Runs.SelectMany(run => run.Doses).Select(PointOf)],
            tier.Value.Slope, tier.Value.SlopeLow, tier.Value.SlopeHigh)),
    ];

    private static RecoveredDose PointOf(DoseResult dose) =>
        new(dose.InjectedPercent, dose.RecoveredPercent, dose.Low, dose.High);

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

    private static void Write(string root, string name, Action<TextWriter> write)
    {
        using var output = new StreamWriter(Path.Combine(root, name)) { NewLine = "\n" };
        write(output);
    }
}
