using ContextBench.Analysis.Calibrations;
using Xunit;

namespace ContextBench.Analysis.Tests.Calibrations;

public sealed class CalibrationClaimTests : KeptCalibrationFiles
{
    [Theory]
    [InlineData(50, "this machine is 2.0 times slower than when it was calibrated (100.0 µs here, 50.00 µs in kept)")]
    [InlineData(86.9, "this machine is 15 % slower than when it was calibrated (100.0 µs here, 86.90 µs in kept)")]
    [InlineData(200, "this machine is 2.0 times faster than when it was calibrated (100.0 µs here, 200.0 µs in kept)")]
    public void On_a_machine_more_than_15_percent_slower_or_faster_than_then_it_is_not_claimed(
        double calibratedUs, string expected)
    {
        Keep("kept", CalibratedMachine.Of(Run), baselineUs: calibratedUs);

        Assert.Null(Note().Folder);
        Assert.Equal($"Not claimed of kestrel: {expected}", Note().Text);
    }

    [Theory]
    [InlineData(87)] // 100 / 87 is 1.149
    [InlineData(114.9)]
    public void Within_15_percent_it_is_claimed(double calibratedUs)
    {
        Keep("kept", CalibratedMachine.Of(Run), baselineUs: calibratedUs);

        Assert.Equal("kept", Note().Folder);
    }

    [Fact]
    public void With_another_request_speeds_cannot_be_compared()
    {
        Keep("kept", CalibratedMachine.Of(Run), baselineUs: 1);

        var note = Note(Run with { Plan = Run.Plan with { Workload = Twenty } });

        Assert.Equal("kept", note.Folder);
    }

    [Fact]
    public void ARuntime_that_is_configured_otherwise_is_not_the_calibrated_one()
    {
        Keep("kept", CalibratedMachine.Of(Run));

        var note = Note(Run with
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
        Keep("kept", CalibratedMachine.Of(Run) with { RuntimeVariables = masked });

        Assert.Null(Note(Run with { RuntimeVariables = masked }).Folder);
    }
}
