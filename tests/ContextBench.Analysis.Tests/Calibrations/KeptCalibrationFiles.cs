using ContextBench.Agent;
using ContextBench.Analysis.Calibrations;
using ContextBench.Analysis.Results;
using ContextBench.Measurement.Records;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Analysis.Tests.Calibrations;

/// <summary>A folder of calibrations, and the run that looks its own up among them.</summary>
public abstract class KeptCalibrationFiles : IDisposable
{
    private const double BaselineUs = SyntheticRun.BaselineSliceNs / 1e3 / SyntheticRun.SliceOperations;

    private readonly RunResult _report = new SyntheticRun().Tier("kestrel", [1, 1], [1, 1]).Report();

    protected KeptCalibrationFiles() => Run = _report.Environment;

    protected string Root { get; } = Directory.CreateTempSubdirectory("results").FullName;

    protected EnvironmentManifest Run { get; }

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected CalibrationNote Note() => Note(Run);

    protected CalibrationNote Note(EnvironmentManifest run) =>
        CalibrationNote.Of(
            KeptCalibrations.Find(Root, run, Assert.Fail), _report with { Environment = run },
            EmailWorkload.Article.Facts);

    protected static WorkloadFacts Twenty => (EmailWorkload.Article with { Emails = 20 }).Facts;

    protected void Keep(
        string folder, CalibratedMachine machine, int runs = 2, string tier = "kestrel", int leftOut = 0,
        double baselineUs = BaselineUs)
    {
        var run = SyntheticCalibration.Of([0, 1, 3, 8], [0, 0, 0, 0]);
        var calibration = new CalibrationReport(1, machine, new Dictionary<string, TierCalibration>
        {
            [tier] = TierCalibration.Of([.. Enumerable.Repeat(run, runs)], leftOut) with { BaselineUs = baselineUs },
        });
        Directory.CreateDirectory(Path.Combine(Root, folder));
        File.WriteAllText(Path.Combine(Root, folder, CalibrationReport.FileName), calibration.ToJson());
    }
}
