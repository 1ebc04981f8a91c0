using ContextBench.Analysis.Results;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Analysis.Tests.Validity;

/// <remarks>
/// A slice takes 1 ms, and a third of all slices are of one variant: the 1 % that was stolen from two processors is up
/// to 2 · 3 · 1 % = 6 % of a variant's time.
/// </remarks>
public sealed class StealCheckTests
{
    private const int AsyncLocal = 2;

    [Theory]
    [InlineData(Residency.Together)]
    [InlineData(Residency.Apart)]
    public void Time_stolen_from_one_arm_makes_the_run_invalid(Residency residency)
    {
        var report = Run(Stolen(AsyncLocal, 40_000), residency: residency);

        Assert.Equal(
            "uneven-steal: stolen CPU time fell unevenly: async-local did not run for 4.00 % of its slices, " +
            "classic for 0.00 %: measure again when the machine is quieter, or for longer",
            PrintedLine.Of(report, "uneven-steal"));
        Assert.Equal(Verdict.Invalid, report.Tiers.Single().Find("async-local", Metric.Total)!.Verdict);
    }

    [Fact]
    public void Time_stolen_from_the_baseline_counts_as_well()
    {
        var report = Run(batch =>
        {
            Stolen(0, 45_000)(batch);
            Stolen(AsyncLocal, 10_000)(batch);
        });

        // Of the two candidates the control, which lost nothing, differs the most.
        Assert.Equal(
            "uneven-steal: stolen CPU time fell unevenly: control did not run for 0.00 % of its slices, " +
            "classic for 4.50 %: measure again when the machine is quieter, or for longer",
            PrintedLine.Of(report, "uneven-steal"));
        Assert.True(report.IsInvalid);
    }

    [Fact]
    public void Time_stolen_from_all_alike_is_fair() =>
        AssertSilent(Run(batch =>
        {
            for (var variant = 0; variant < 3; variant++)
                Stolen(variant, 40_000)(batch);
        }));

    [Fact]
    public void A_difference_within_the_margin_is_none() =>
        AssertSilent(Run(Stolen(AsyncLocal, 40_000), marginPercent: 5));

    [Fact]
    public void A_difference_that_launches_do_not_agree_on_is_none() =>
        // 4, 2 and 0 %: mean 2 %, error 2 / √3 %, t(0.975, 2) = 4.3: ±5 %.
        AssertSilent(Run(batch => Stolen(AsyncLocal, (3 - batch.Launch) * 20_000)(batch)));

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    public void Without_steal_on_the_machine_none_is_seen(double? steal) =>
        AssertSilent(Run(Stolen(AsyncLocal, 40_000), steal));

    [Fact]
    public void Waiting_that_is_more_than_was_stolen_from_the_whole_machine_is_no_steal() =>
        // 0.5 % of two processors are up to 3 % of a variant's time, and it stood still for 4 %.
        AssertSilent(Run(Stolen(AsyncLocal, 40_000), steal: 0.005));

    [Fact]
    public void A_process_that_used_more_than_one_processor_did_not_stand_still() =>
        AssertSilent(Run(Stolen(AsyncLocal, -40_000)));

    [Fact]
    public void A_cpu_clock_coarser_than_a_slice_cannot_tell() =>
        AssertSilent(Run(batch =>
        {
            Stolen(AsyncLocal, 40_000)(batch);
            batch.CpuNs![1].AsSpan(0, 3).Clear(); // 3 of 15 slices, and a tenth is what may be
        }));

    private static Action<BatchObservation> Stolen(int variant, long nsOfSlice) => batch =>
        batch.CpuNs![variant].AsSpan().Fill(SyntheticRun.BaselineSliceNs - nsOfSlice);

    private static RunResult Run(
        Action<BatchObservation> change, double? steal = 0.01, double marginPercent = 1,
        Residency residency = Residency.Together) =>
        new SyntheticRun { MarginPercent = marginPercent, Load = new LoadPlan { Residency = residency } }
            .Tier("kestrel", [1, 1], [1, 1], [1, 1])
            .EachBatch(change)
            .EachLaunch(launch => launch with { StealShare = steal })
            .Report();

    private static void AssertSilent(RunResult report)
    {
        Assert.Null(PrintedLine.Of(report, "uneven-steal"));
        Assert.False(report.IsInvalid);
    }
}
