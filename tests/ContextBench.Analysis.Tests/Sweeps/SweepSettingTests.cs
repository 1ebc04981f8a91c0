using ContextBench.Analysis.Calibrations;
using ContextBench.Analysis.Results;
using ContextBench.Analysis.Sweeps;
using ContextBench.Reporting.Sweeps;
using Xunit;

namespace ContextBench.Analysis.Tests.Sweeps;

public sealed class SweepSettingTests
{
    private const string Dosed = "classic+3us";

    [Fact]
    public void A_setting_is_read_off_its_run()
    {
        // The baseline takes 100 µs; of an injected cost of 3 µs, 2.4 came out: a share of 0.8.
        var setting = SweepSetting.From(Run([1.001, 1.024], [0.999, 1.024], [1, 1.024]), Dosed)!;

        Assert.Equal((10, 4, 3), (setting.SliceOperations, setting.Connections, setting.Tier.CountedLaunches));
        Assert.Equal(0.8, setting.RecoveredShare, 6);
        Assert.Equal(0.95, setting.BusyShare, 6);
        Assert.Equal(100, setting.BaselineUs, 6);
        // Log-ratios of ±0.001 and 0: sd 0.001, error 0.001/√3, t(0.975, 2) = 4.3027, so ±0.2484 %.
        Assert.Equal(0.2484, setting.HalfWidthPercent, 0.0005);
        Assert.Equal(0.2484 / 0.8, setting.Score, 0.0005);
    }

    [Fact]
    public void With_one_connection_the_server_is_at_most_as_busy_as_the_generator_lets_it_be()
    {
        // The generator takes 20 µs of the 100 µs of a request, in which the server has nothing to do but spin.
        var run = Run([1, 1.03], [1, 1.03]);
        var tier = run.Tiers.Single();
        var alternating = run with { Tiers = [tier with { Plan = tier.Plan with { Connections = 1 } }] };

        Assert.Equal(0.8, SweepSetting.From(alternating, Dosed)!.BusyShare, 6);
    }

    [Fact]
    public void With_one_launch_there_is_no_setting_to_judge() =>
        Assert.Null(SweepSetting.From(Run([1, 1.03]), Dosed));

    [Fact]
    public void The_winner_sees_the_most_for_its_noise_and_not_the_least_noise()
    {
        var narrowAndBlind = Setting(halfWidth: 0.1, recovered: 0.2, busy: 0.9); // 0.5
        var wideAndSharp = Setting(halfWidth: 0.3, recovered: 1, busy: 0.9); // 0.3

        Assert.Same(wideAndSharp, SweepSetting.Winner([narrowAndBlind, wideAndSharp]));
    }

    [Fact]
    public void Seeing_twice_a_cost_is_as_wrong_as_seeing_half_of_it()
    {
        Assert.Equal(0.5, Setting(halfWidth: 0.1, recovered: 2, busy: 1).Faithfulness);
        Assert.Equal(0.5, Setting(halfWidth: 0.1, recovered: 0.5, busy: 1).Faithfulness);
        Assert.Equal(0.2, Setting(halfWidth: 0.1, recovered: 2, busy: 1).Score, 12);
    }

    [Fact]
    public void A_setting_that_leaves_the_core_idle_cannot_win()
    {
        var idle = Setting(halfWidth: 0.01, recovered: 1, busy: 0.79);
        var busy = Setting(halfWidth: 1, recovered: 1, busy: 0.8);

        Assert.Same(busy, SweepSetting.Winner([idle, busy]));
        Assert.Null(SweepSetting.Winner([idle]));
    }

    [Fact]
    public void A_setting_that_sees_nothing_of_the_cost_comes_last() =>
        Assert.Equal(double.PositiveInfinity, Setting(halfWidth: 0.01, recovered: -0.1, busy: 1).Score);

    [Fact]
    public void The_page_names_the_winner_first_and_the_data_has_a_line_a_setting()
    {
        SweepSetting[] settings =
        [
            Setting(halfWidth: 0.3, recovered: 1, busy: 0.5), Setting(halfWidth: 0.2, recovered: 0.9, busy: 0.95),
        ];

        var document = SweepDocument.Of(settings, 3, SyntheticRun.Environment(), CalibrationNote.None);

        var page = Rendered.Page(document);
        Assert.Contains("**Slices of 16 requests on 4 connections**", page, StringComparison.Ordinal);
        Assert.Contains(
            "| 16 | 4 | 0.200 % | 0.90 | [0.80, 1.00] | 95 % | 0.222 % | 22.00 |", page,
            StringComparison.Ordinal);
        Assert.Contains("| 50 %, too idle |", page, StringComparison.Ordinal);
        Assert.Equal(
            "16,4,6,0.2,0.9,0.8,1,0.95,0.222222,22,12", Rendered.Data(document, "sweep.csv").Split('\n')[2]);
    }

    private static RunResult Run(params double[][] ratios) =>
        new SyntheticRun { Variants = ["classic", "control", Dosed] }.Tier("kestrel", ratios).Report();

    private static SweepSetting Setting(double halfWidth, double recovered, double busy)
    {
        var tier = Run([1, 1.03], [1, 1.03]).Tiers.Single();
        return new SweepSetting(
            tier with { SliceOperations = 16, CountedLaunches = 6, BusyShare = busy, GeneratorCpuUs = 12 },
            tier.FindControl(Metric.Time)! with { Low = -halfWidth, High = halfWidth },
            tier.Find(Dosed, Metric.Time)! with
            {
                BaselineValue = 22,
                Difference = 3 * recovered,
                DifferenceLow = 3 * (recovered - 0.1),
                DifferenceHigh = 3 * (recovered + 0.1),
            });
    }
}
