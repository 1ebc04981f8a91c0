using ContextBench.Agent;
using ContextBench.Analysis.Calibration;
using ContextBench.Analysis.Results;
using ContextBench.Measurement.Records;
using ContextBench.Workloads;
using Xunit;

namespace ContextBench.Analysis.Tests.Calibration;

/// <summary>A folder of certificates, and the run that looks its own up among them.</summary>
public abstract class KeptCertificates : IDisposable
{
    private const double BaselineUs = SyntheticRun.BaselineSliceNs / 1e3 / SyntheticRun.SliceOperations;

    private readonly RunResult _report = new SyntheticRun().Tier("kestrel", [1, 1], [1, 1]).Report();

    protected KeptCertificates() => Run = _report.Environment;

    protected string Root { get; } = Directory.CreateTempSubdirectory("results").FullName;

    protected EnvironmentManifest Run { get; }

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected CertificateNote Note() => Note(Run);

    protected CertificateNote Note(EnvironmentManifest run) =>
        CertificateNote.Of(
            CertificateShelf.Find(Root, run, Assert.Fail), _report with { Environment = run },
            Workload.Article.Facts);

    protected static WorkloadFacts Twenty => (Workload.Article with { Emails = 20 }).Facts;

    protected void Keep(
        string folder, CertifiedMachine machine, int runs = 2, string tier = "kestrel", int leftOut = 0,
        double baselineUs = BaselineUs)
    {
        var run = SyntheticCalibration.Of([0, 1, 3, 8], [0, 0, 0, 0]);
        var certificate = new Certificate(1, machine, new Dictionary<string, TierCertificate>
        {
            [tier] = TierCertificate.Of([.. Enumerable.Repeat(run, runs)], leftOut) with { BaselineUs = baselineUs },
        });
        Directory.CreateDirectory(Path.Combine(Root, folder));
        File.WriteAllText(Path.Combine(Root, folder, Certificate.FileName), certificate.ToJson());
    }
}
