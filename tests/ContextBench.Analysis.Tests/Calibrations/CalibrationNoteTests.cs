using ContextBench.Analysis.Calibrations;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Plans;
using Xunit;

namespace ContextBench.Analysis.Tests.Calibrations;

public sealed class CalibrationNoteTests : KeptCalibrationFiles
{
    [Fact]
    public void A_machine_without_a_calibration_is_told_how_to_make_one()
    {
        Assert.Equal(CalibrationNote.None, Note());
        Assert.Equal(
            "none of the tiers measured, for this machine (same processor, cores, system and runtime): " +
            "./run-bench.sh calibrate makes one",
            Note().Text);
    }

    [Theory]
    [InlineData("wrk", Residency.Together, false)]
    [InlineData("paired", Residency.Apart, false)]
    [InlineData("paired", Residency.Together, true)]
    public void ARun_that_is_measured_in_another_way_has_no_calibration(
        string engine, Residency residency, bool isOpenLoop)
    {
        Keep("kept", CalibratedMachine.Of(Run));

        var note = Note(Run with
        {
            Plan = Run.Plan with
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
    public void Another_request_than_the_calibrated_one_is_said()
    {
        Keep("kept", CalibratedMachine.Of(Run));

        var note = Note(Run with { Plan = Run.Plan with { Workload = Twenty } });

        Assert.EndsWith(
            "(2 runs). By the article's request, which this one is not", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_settings_than_the_calibrated_ones_are_said()
    {
        Keep("kept", CalibratedMachine.Of(Run));
        var tier = Run.Plan.Tiers[0];

        var note = Note(Run with
        {
            Plan = Run.Plan with { Tiers = [tier with { SliceOperations = 999, Connections = 7 }] },
        });

        Assert.EndsWith(
            $"(2 runs). Of kestrel with slices of {tier.SliceOperations} on {tier.Connections} connections, " +
            "not 999 on 7",
            note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_tier_has_its_own_calibration_and_those_without_are_named()
    {
        Keep("of-kestrel", CalibratedMachine.Of(Run));
        Keep("of-handler", CalibratedMachine.Of(Run), tier: "handler");
        var kestrel = Run.Plan.Tiers[0];

        var note = Note(Run with
        {
            Plan = Run.Plan with
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
    public void A_calibration_of_the_machine_is_named_with_its_age_and_what_it_proves_of_the_tiers_measured()
    {
        Keep("2026-11-20-example", CalibratedMachine.Of(Run) with { StartedAt = Run.StartedAt.AddDays(-2) });

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
    public void Of_two_the_newer_counts_even_where_it_is_younger_than_theRun(double hoursOld, string expected)
    {
        Keep("old", CalibratedMachine.Of(Run) with { StartedAt = Run.StartedAt.AddDays(-4) });
        Keep("new", CalibratedMachine.Of(Run) with { StartedAt = Run.StartedAt.AddHours(-hoursOld) });

        Assert.StartsWith(expected, Note().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calibration_of_fewRuns_does_not_hide_one_of_many()
    {
        Keep("many", CalibratedMachine.Of(Run) with { StartedAt = Run.StartedAt.AddDays(-4) }, runs: 10);
        Keep("few", CalibratedMachine.Of(Run), runs: 9);

        Assert.Equal("many", Note().Folder);
    }

    [Fact]
    public void A_newer_calibration_whoseRuns_are_mostly_invalid_or_left_out_counts_for_nothing()
    {
        Keep("old", CalibratedMachine.Of(Run) with { StartedAt = Run.StartedAt.AddDays(-4) });
        Keep("new", CalibratedMachine.Of(Run), leftOut: 3);

        Assert.Equal("old", Note().Folder);
    }

    [Fact]
    public void A_calibration_without_the_tiers_measured_counts_for_nothing()
    {
        Keep("other-tier", CalibratedMachine.Of(Run), tier: "handler");

        Assert.Equal(CalibrationNote.None, Note());
    }

    [Theory]
    [InlineData("Other CPU", 2, "Example OS 1", ".NET 10.0.12")]
    [InlineData("Example CPU", 4, "Example OS 1", ".NET 10.0.12")]
    [InlineData("Example CPU", 2, "Example OS 2", ".NET 10.0.12")]
    [InlineData("Example CPU", 2, "Example OS 1", ".NET 10.0.13")]
    public void The_calibration_of_another_machine_counts_for_nothing(
        string cpu, int processors, string os, string runtime)
    {
        Keep("other", CalibratedMachine.Of(Run) with
        {
            Cpu = cpu,
            Processors = processors,
            Os = os,
            Runtime = runtime,
        });

        Assert.Equal(CalibrationNote.None, Note());
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
        Keep("other", CalibratedMachine.Of(Run) with
        {
            Processor = new ProcessorIdentity(vendor, family, model, stepping, caches),
        });

        Assert.Equal(CalibrationNote.None, Note());
    }

    [Fact]
    public void A_calibration_or_aRun_that_does_not_tell_its_processor_matches_none()
    {
        var unknown = new ProcessorIdentity(null, null, null, null, "L2 1024K"); // as of ARM
        Keep("old", CalibratedMachine.Of(Run) with { Processor = null });
        Keep("arm", CalibratedMachine.Of(Run) with { Processor = unknown });

        Assert.Equal(CalibrationNote.None, Note());
        Assert.Equal(CalibrationNote.None, Note(Run with { Processor = null }));
        Assert.Equal(CalibrationNote.None, Note(Run with { Processor = unknown }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"schema\":2}")]
    [InlineData("{\"schema\":1,\"environment\":{\"cpu\":\"Example CPU\"}}")]
    [InlineData("no json")]
    public void A_file_that_is_no_calibration_counts_for_nothing(string text)
    {
        File.WriteAllText(Path.Combine(Root, CalibrationReport.FileName), text);

        Assert.Equal(CalibrationNote.None, Note());
    }

    [Fact]
    public void Without_a_folder_of_results_there_is_no_calibration() =>
        Assert.Empty(KeptCalibrations.Find(Path.Combine(Root, "nothing"), Run, Assert.Fail));
}
