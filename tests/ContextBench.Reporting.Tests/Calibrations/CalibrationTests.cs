using System.Text.Json;
using ContextBench.Analysis.Calibrations;
using ContextBench.Analysis.Tests;
using ContextBench.Analysis.Tests.Calibrations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Reporting.Calibrations;
using Xunit;

namespace ContextBench.Reporting.Tests.Calibrations;

/// <summary>A calibration on disk, of which everything is made again.</summary>
public sealed class CalibrationTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("calibration").FullName;

    [Fact]
    public void What_was_injected_is_the_work_as_timed_less_what_the_empty_work_took_over_the_baseline()
    {
        Write("kestrel", run: 1, SyntheticCalibration.Percents);
        Write("kestrel", run: 2, SyntheticCalibration.Percents);

        var run = Calibration.Read(_root).Report.Tiers["kestrel"].Runs[0];

        Assert.Equal([0, 0.3, 0.5, 1, 3, 8], run.Costs.Select(cost => cost.NominalPercent));
        Assert.All(run.Costs, cost => Assert.Equal(cost.NominalPercent, cost.InjectedPercent, 6));
        Assert.All(run.Costs, cost => Assert.Equal(cost.NominalPercent, cost.RecoveredPercent, 3));
        Assert.Equal([64, 256, 1024], run.Bytes.Select(bytes => bytes.Injected));
        Assert.All(run.Bytes, bytes => Assert.Equal(bytes.Injected, bytes.Recovered, 6));
        Assert.False(run.WarnsOfTail);
        Assert.Equal((0, 9), (run.TailFalseAlarms, run.ArmsWithoutTail)); // the control, 5 costs of work and 3 of bytes
    }

    [Fact]
    public void Runs_and_tiers_that_are_no_part_of_the_calibration_are_named()
    {
        WriteRuns();
        Unfinished("kestrel", run: 3);
        Write("handler", run: 1, SyntheticCalibration.Percents);
        SyntheticCalibration.Run("kestrel", SyntheticCalibration.Percents).WithoutLastRecord()
            .Save(Calibration.FolderOf(_root, Residency.Apart));

        var report = Calibration.Read(_root);

        Assert.Equal(["kestrel"], report.Report.Tiers.Keys);
        Assert.Equal(
            [
                "left out of kestrel: 1 of 3 runs, unfinished or with too few launches that count",
                "left out: handler, since a calibration needs 2 finished runs",
                "left out: allocated bytes apart, unfinished or with too few launches that count",
            ],
            CalibrationWording.LeftOut(report));
        Assert.True(report.IsInvalid); // for it proves nothing of handler
        var page = Rendered.Page(CalibrationDocument.Of(report));
        Assert.All(
            CalibrationWording.LeftOut(report),
            line => Assert.Contains(line, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Costs_that_this_version_does_not_know_are_refused_and_not_taken_for_others()
    {
        for (var run = 1; run <= 2; run++)
        {
            new SyntheticRun { Variants = ["classic", "control", "classic+0.3us", "classic+64B"] }
                .Tier("kestrel", [1, 1, 1], [1, 1, 1])
                .Save(Calibration.FolderOf(_root, "kestrel", run));
        }

        var refused = Assert.Throws<StorageException>(() => Calibration.Read(_root));

        Assert.Contains(
            "costs of CPU work: 1, where a calibration has 5", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_not_finished_is_left_out_and_one_alone_makes_no_calibration()
    {
        Write("kestrel", run: 1, SyntheticCalibration.Percents);
        Unfinished("kestrel", run: 2);

        Assert.True(Calibration.IsCalibration(_root));
        var refused = Assert.Throws<StorageException>(() => Calibration.Read(_root));
        Assert.Contains("2 finished runs", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_something_else_is_no_calibration() =>
        Assert.False(Calibration.IsCalibration(_root));

    [Fact]
    public void The_page_says_what_is_found_how_true_and_what_that_rests_on() =>
        GoldenFile.Check("certificate.md", Page());

    [Fact]
    public void The_calibration_for_programs_has_the_fields_that_are_promised()
    {
        WriteRuns();
        CalibrationDocument.Of(Calibration.Read(_root)).WriteTo(_root);

        var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_root, CalibrationReport.FileName))).RootElement;

        Assert.Equal(1, json.GetProperty("schema").GetInt32());
        Assert.Equal("Example CPU", json.GetProperty("environment").GetProperty("cpu").GetString());
        var kestrel = json.GetProperty("tiers").GetProperty("kestrel");
        Assert.All(
            [
                "slope", "slopeLow", "slopeHigh", "coverage", "intervals", "falseAlarms", "zeroDoseRuns",
                "smallestDosePercent",
            ],
            field => Assert.Equal(JsonValueKind.Number, kestrel.GetProperty(field).ValueKind));
        Assert.Equal(12, kestrel.GetProperty("intervals").GetInt32());
    }

    [Fact]
    public void Every_cost_of_every_run_is_kept_as_data_and_the_chart_beside_it()
    {
        WriteRuns();
        CalibrationDocument.Of(Calibration.Read(_root)).WriteTo(_root);

        var lines = File.ReadAllLines(Path.Combine(_root, Calibration.CostsName));
        Assert.Equal("tier,run,nominalPercent,injectedPercent,recoveredPercent,low,high,covered", lines[0]);
        Assert.Equal(1 + (2 * 6), lines.Length);
        Assert.StartsWith("kestrel,01,0,0,", lines[1], StringComparison.Ordinal);
        Assert.Contains(
            "</svg>", File.ReadAllText(Path.Combine(_root, Calibration.ChartName)), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Page()
    {
        WriteRuns();
        foreach (var residency in Enum.GetValues<Residency>())
        {
            new SyntheticRun
            {
                Variants = ["classic", "control", "classic+64B", "classic+16384B"],
                Load = new LoadPlan { Residency = residency },
            }
                .Tier("kestrel", [1, 1.002, 1.01], [1, 1.001, 1.011])
                .Save(Calibration.FolderOf(_root, residency));
        }

        return Rendered.Page(CalibrationDocument.Of(Calibration.Read(_root)));
    }

    private void WriteRuns()
    {
        Write("kestrel", run: 1, SyntheticCalibration.Percents);
        Write("kestrel", run: 2, [.. SyntheticCalibration.Percents.Select(percent => percent + 0.05)]);
    }

    private void Unfinished(string tier, int run) =>
        SyntheticCalibration.Run(tier, SyntheticCalibration.Percents).WithoutLastRecord()
            .Save(Calibration.FolderOf(_root, tier, run));

    private void Write(string tier, int run, double[] percents) =>
        SyntheticCalibration.Run(tier, percents).Save(Calibration.FolderOf(_root, tier, run));
}
