using ContextBench.Agent;
using ContextBench.Analysis.Calibration;
using ContextBench.Analysis.Results;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Workloads;
using Xunit;

namespace ContextBench.Analysis.Tests.Calibration;

public sealed class CertificateNoteTests : IDisposable
{
    private const double BaselineUs = SyntheticRun.BaselineSliceNs / 1e3 / SyntheticRun.SliceOperations;

    private readonly string _root = Directory.CreateTempSubdirectory("results").FullName;
    private readonly RunResult _report = new SyntheticRun().Tier("kestrel", [1, 1], [1, 1]).Report();
    private readonly EnvironmentManifest _run;

    public CertificateNoteTests() => _run = _report.Environment;

    [Fact]
    public void A_machine_without_a_certificate_is_told_how_to_make_one()
    {
        Assert.Equal(CertificateNote.None, Note());
        Assert.Equal(
            "none of the tiers measured, for this machine (same processor, cores, system and runtime): " +
            "./run-bench.sh calibrate makes one",
            Note().Text);
    }

    [Theory]
    [InlineData("wrk", Residency.Together, false)]
    [InlineData("paired", Residency.Apart, false)]
    [InlineData("paired", Residency.Together, true)]
    public void A_run_that_is_measured_in_another_way_has_no_certificate(
        string engine, Residency residency, bool isOpenLoop)
    {
        Keep("kept", CertifiedMachine.Of(_run));

        var note = Note(_run with
        {
            Plan = _run.Plan with
            {
                Load = new LoadPlan
                {
                    Engine = engine,
                    Residency = residency,
                    OpenLoop = isOpenLoop ? new OpenLoopPlan(1_000, 1) : null,
                },
            },
        });

        Assert.Null(note.Folder);
        Assert.StartsWith("none for this way of measuring: ", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_request_than_the_certified_one_is_said()
    {
        Keep("kept", CertifiedMachine.Of(_run));

        var note = Note(_run with { Plan = _run.Plan with { Workload = Twenty } });

        Assert.EndsWith(
            "(2 runs). By the article's request, which this one is not", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_settings_than_the_certified_ones_are_said()
    {
        Keep("kept", CertifiedMachine.Of(_run));
        var tier = _run.Plan.Tiers[0];

        var note = Note(_run with
        {
            Plan = _run.Plan with { Tiers = [tier with { SliceOperations = 999, Connections = 7 }] },
        });

        Assert.EndsWith(
            $"(2 runs). Of kestrel with slices of {tier.SliceOperations} on {tier.Connections} connections, " +
            "not 999 on 7",
            note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_tier_has_its_own_certificate_and_those_without_are_named()
    {
        Keep("of-kestrel", CertifiedMachine.Of(_run));
        Keep("of-handler", CertifiedMachine.Of(_run), tier: "handler");
        var kestrel = _run.Plan.Tiers[0];

        var note = Note(_run with
        {
            Plan = _run.Plan with
            {
                Tiers = [kestrel with { Tier = "handler" }, kestrel with { Tier = "in-memory" }, kestrel],
            },
        });

        Assert.Equal("of-kestrel", note.Folder); // the tier nearest to what a team runs
        Assert.Contains("of-handler, less than an hour old: on handler costs of", note.Text, StringComparison.Ordinal);
        Assert.Contains("of-kestrel, less than an hour old: on kestrel costs of", note.Text, StringComparison.Ordinal);
        Assert.EndsWith(". No calibration of in-memory", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_of_the_machine_is_named_with_its_age_and_what_it_proves_of_the_tiers_measured()
    {
        Keep("2026-11-20-example", CertifiedMachine.Of(_run) with { StartedAt = _run.StartedAt.AddDays(-2) });

        Assert.Equal("2026-11-20-example", Note().Folder);
        Assert.Equal(
            "2026-11-20-example, 2 days old: on kestrel costs of 1.00 % and more are found, 100.0 % of a cost comes " +
            "out, 100.0 % of intervals hold the truth (2 runs)",
            Note().Text);
    }

    [Theory]
    [InlineData(0.5, "new, less than an hour old: ")]
    [InlineData(26, "new, 26 h old: ")]
    [InlineData(72, "new, 3 days old: ")]
    [InlineData(-3, "new, made 3 h after this run began: ")]
    public void Of_two_the_newer_counts_even_where_it_is_younger_than_the_run(double hoursOld, string expected)
    {
        Keep("old", CertifiedMachine.Of(_run) with { StartedAt = _run.StartedAt.AddDays(-4) });
        Keep("new", CertifiedMachine.Of(_run) with { StartedAt = _run.StartedAt.AddHours(-hoursOld) });

        Assert.StartsWith(expected, Note().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_of_few_runs_does_not_hide_one_of_many()
    {
        Keep("many", CertifiedMachine.Of(_run) with { StartedAt = _run.StartedAt.AddDays(-4) }, runs: 10);
        Keep("few", CertifiedMachine.Of(_run), runs: 9);

        Assert.Equal("many", Note().Folder);
    }

    [Fact]
    public void A_newer_certificate_whose_runs_are_mostly_invalid_or_left_out_counts_for_nothing()
    {
        Keep("old", CertifiedMachine.Of(_run) with { StartedAt = _run.StartedAt.AddDays(-4) });
        Keep("new", CertifiedMachine.Of(_run), leftOut: 3);

        Assert.Equal("old", Note().Folder);
    }

    [Fact]
    public void A_certificate_without_the_tiers_measured_counts_for_nothing()
    {
        Keep("other-tier", CertifiedMachine.Of(_run), tier: "handler");

        Assert.Equal(CertificateNote.None, Note());
    }

    [Theory]
    [InlineData("Other CPU", 2, "Example OS 1", ".NET 10.0.12")]
    [InlineData("Example CPU", 4, "Example OS 1", ".NET 10.0.12")]
    [InlineData("Example CPU", 2, "Example OS 2", ".NET 10.0.12")]
    [InlineData("Example CPU", 2, "Example OS 1", ".NET 10.0.13")]
    public void The_certificate_of_another_machine_counts_for_nothing(
        string cpu, int processors, string os, string runtime)
    {
        Keep("other", CertifiedMachine.Of(_run) with
        {
            Cpu = cpu,
            Processors = processors,
            Os = os,
            Runtime = runtime,
        });

        Assert.Equal(CertificateNote.None, Note());
    }

    [Theory]
    [InlineData("Example", "1", "2", "4", "L2 1024K")]
    [InlineData("Example", "1", "3", "3", "L2 1024K")]
    [InlineData("Example", "2", "2", "3", "L2 1024K")]
    [InlineData("Sample", "1", "2", "3", "L2 1024K")]
    [InlineData("Example", "1", "2", "3", "L2 512K")]
    public void The_calibration_of_another_processor_of_the_same_name_counts_for_nothing(
        string vendor, string family, string model, string stepping, string caches)
    {
        Keep("other", CertifiedMachine.Of(_run) with
        {
            Processor = new ProcessorIdentity(vendor, family, model, stepping, caches),
        });

        Assert.Equal(CertificateNote.None, Note());
    }

    [Fact]
    public void A_calibration_or_a_run_that_does_not_tell_its_processor_matches_none()
    {
        var unknown = new ProcessorIdentity(null, null, null, null, "L2 1024K"); // as of ARM
        Keep("old", CertifiedMachine.Of(_run) with { Processor = null });
        Keep("arm", CertifiedMachine.Of(_run) with { Processor = unknown });

        Assert.Equal(CertificateNote.None, Note());
        Assert.Equal(CertificateNote.None, Note(_run with { Processor = null }));
        Assert.Equal(CertificateNote.None, Note(_run with { Processor = unknown }));
    }

    [Theory]
    [InlineData(50, "this machine is 2.0 times slower than when it was calibrated (100.0 µs here, 50.00 µs in kept)")]
    [InlineData(86.9, "this machine is 15 % slower than when it was calibrated (100.0 µs here, 86.90 µs in kept)")]
    [InlineData(200, "this machine is 2.0 times faster than when it was calibrated (100.0 µs here, 200.0 µs in kept)")]
    public void On_a_machine_more_than_15_percent_slower_or_faster_than_then_it_is_not_claimed(
        double calibratedUs, string expected)
    {
        Keep("kept", CertifiedMachine.Of(_run), baselineUs: calibratedUs);

        Assert.Null(Note().Folder);
        Assert.Equal($"Not claimed of kestrel: {expected}", Note().Text);
    }

    [Theory]
    [InlineData(87)] // 100 / 87 is 1.149
    [InlineData(114.9)]
    public void Within_15_percent_it_is_claimed(double calibratedUs)
    {
        Keep("kept", CertifiedMachine.Of(_run), baselineUs: calibratedUs);

        Assert.Equal("kept", Note().Folder);
    }

    [Fact]
    public void With_another_request_speeds_cannot_be_compared()
    {
        Keep("kept", CertifiedMachine.Of(_run), baselineUs: 1);

        var note = Note(_run with { Plan = _run.Plan with { Workload = Twenty } });

        Assert.Equal("kept", note.Folder);
    }

    [Fact]
    public void A_runtime_that_is_configured_otherwise_is_not_the_calibrated_one()
    {
        Keep("kept", CertifiedMachine.Of(_run));

        var note = Note(_run with
        {
            RuntimeVariables = new Dictionary<string, string> { ["DOTNET_TieredPGO"] = "0" },
        });

        Assert.Null(note.Folder);
        Assert.Equal(
            "Not claimed of kestrel: kept was made with another configuration of the runtime (as it ships) than this " +
            "run (DOTNET_TieredPGO=0)",
            note.Text);
    }

    [Fact]
    public void A_setting_whose_value_is_not_recorded_is_like_no_other()
    {
        var masked = new Dictionary<string, string> { ["DOTNET_GCName"] = "(not recorded)" };
        Keep("kept", CertifiedMachine.Of(_run) with { RuntimeVariables = masked });

        Assert.Null(Note(_run with { RuntimeVariables = masked }).Folder);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"schema\":2}")]
    [InlineData("{\"schema\":1,\"environment\":{\"cpu\":\"Example CPU\"}}")]
    [InlineData("no json")]
    public void A_file_that_is_no_certificate_counts_for_nothing(string text)
    {
        File.WriteAllText(Path.Combine(_root, Certificate.FileName), text);

        Assert.Equal(CertificateNote.None, Note());
    }

    [Fact]
    public void Without_a_folder_of_results_there_is_no_certificate() =>
        Assert.Empty(CertificateShelf.Find(Path.Combine(_root, "nothing"), _run, Assert.Fail));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private CertificateNote Note() => Note(_run);

    private CertificateNote Note(EnvironmentManifest run) =>
        CertificateNote.Of(
            CertificateShelf.Find(_root, run, Assert.Fail), _report with { Environment = run },
            Workload.Article.Facts);

    private static WorkloadFacts Twenty => (Workload.Article with { Emails = 20 }).Facts;

    private void Keep(
        string folder, CertifiedMachine machine, int runs = 2, string tier = "kestrel", int leftOut = 0,
        double baselineUs = BaselineUs)
    {
        var run = SyntheticCalibration.Of([0, 1, 3, 8], [0, 0, 0, 0]);
        var certificate = new Certificate(1, machine, new Dictionary<string, TierCertificate>
        {
            [tier] = TierCertificate.Of([.. Enumerable.Repeat(run, runs)], leftOut) with { BaselineUs = baselineUs },
        });
        Directory.CreateDirectory(Path.Combine(_root, folder));
        File.WriteAllText(Path.Combine(_root, folder, Certificate.FileName), certificate.ToJson());
    }
}
