using ContextBench.Handlers;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Runs;
using ContextBench.Reporting.Certificates;
using Xunit;

namespace ContextBench.Reporting.Tests.Certificates;

public sealed class CertificateNoteTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("results").FullName;
    private readonly EnvironmentManifest _run =
        new SyntheticRun().Tier("kestrel", [1, 1], [1, 1]).Report().Environment;

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

        var note = Note(_run with { Plan = _run.Plan with { Workload = Workload.Article with { Emails = 20 } } });

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
        Assert.Contains("of-handler, less than an hour old: handler finds", note.Text, StringComparison.Ordinal);
        Assert.Contains("of-kestrel, less than an hour old: kestrel finds", note.Text, StringComparison.Ordinal);
        Assert.EndsWith(". No certificate of in-memory", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_of_the_machine_is_named_with_its_age_and_what_it_proves_of_the_tiers_measured()
    {
        Keep("2026-11-20-example", CertifiedMachine.Of(_run) with { StartedAt = _run.StartedAt.AddDays(-2) });

        Assert.Equal("2026-11-20-example", Note().Folder);
        Assert.Equal(
            "2026-11-20-example, 2 days old: kestrel finds 1.00 %, slope 1.000, 100.0 % of intervals " +
            "hold the truth (2 runs)",
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
        Keep("other", new CertifiedMachine(_run.StartedAt, cpu, processors, os, runtime, Commit: null));

        Assert.Equal(CertificateNote.None, Note());
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
        CertificateNote.Of(CertificateShelf.Find(_root, run, Assert.Fail), run);

    private void Keep(string folder, CertifiedMachine machine, int runs = 2, string tier = "kestrel", int leftOut = 0)
    {
        var run = SyntheticCalibration.Of([0, 1, 3, 8], [0, 0, 0, 0]);
        var certificate = new Certificate(1, machine, new Dictionary<string, TierCertificate>
        {
            [tier] = TierCertificate.Of([.. Enumerable.Repeat(run, runs)], leftOut),
        });
        Directory.CreateDirectory(Path.Combine(_root, folder));
        File.WriteAllText(Path.Combine(_root, folder, Certificate.FileName), certificate.ToJson());
    }
}
