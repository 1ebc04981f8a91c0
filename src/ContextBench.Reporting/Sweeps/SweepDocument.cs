using ContextBench.Analysis.Sweeps;

namespace ContextBench.Reporting.Sweeps;

/// <summary><c>sweep.md</c>: the winner first, then every setting, the best first; and <c>sweep.csv</c>.</summary>
public static class SweepDocument
{
    /// <summary>Writes it down.</summary>
    /// <param name="settings">The settings, in the order of measuring.</param>
    /// <param name="injectedUs">The injected cost, in µs of CPU work a request.</param>
    /// <param name="environment">What was measured on what; any setting's.</param>
    /// <param name="calibration">The calibration of the machine.</param>
    public static Document Of(
        IReadOnlyList<SweepSetting> settings, double injectedUs, EnvironmentManifest environment,
        CalibrationNote calibration) => new(
        "Which slice length and how many connections?",
        [
            new Paragraph(SweepSetting.Winner(settings) is { } winner
                ? $"**Slices of {winner.SliceOperations} requests on {winner.Connections} connections**: the " +
                    "narrowest A/A interval for how faithfully a known cost comes out, with the server's core at " +
                    "least 80 % busy."
                : "No setting kept the server's core 80 % busy, so none can be recommended."),
            TableOf(settings),
            new Paragraph(
                $"Tier kestrel, {settings.Max(setting => setting.Tier.CountedLaunches)} launches a setting, in turn; " +
                $"the injected cost is {injectedUs} µs of CPU work a request. *A/A ±* is half the width of the 95 % " +
                "interval between two copies of the same code; *seen* is the part of it that came out as time; the " +
                "*score* is ± over seen, or over 1 / seen where that is above 1."),
            new Notes(
                $"{Wording.Machine(environment)}, {environment.Runtime}, {Wording.Version(environment)}",
                $"again: `{environment.Plan.Reproduce}`",
                "each setting's folder beside this page is a run: `./run-bench.sh report <folder>`",
                $"calibration of the instrument: {calibration.Text}"),
        ])
        {
            PageName = "sweep.md",
            Data = [DataOf(settings)],
        };

    private static Table TableOf(IEnumerable<SweepSetting> settings) =>
        Table.Of(settings.OrderByDescending(setting => setting.IsEligible).ThenBy(setting => setting.Score))
            .Numbers("slice", setting => $"{setting.SliceOperations}")
            .Numbers("connections", setting => $"{setting.Connections}")
            .Numbers("A/A ±", setting => $"{setting.HalfWidthPercent:0.000} %")
            .Numbers("seen of the cost", setting => $"{setting.RecoveredShare:0.00}")
            .Intervals("95 % interval", setting => $"[{setting.RecoveredLow:0.00}, {setting.RecoveredHigh:0.00}]")
            .Numbers("busy", setting => $"{setting.BusyShare:P0}{(setting.IsEligible ? "" : ", too idle")}")
            .Numbers("score", setting => $"{setting.Score:0.000} %")
            .Numbers("µs/request", setting => $"{setting.BaselineUs:0.00}");

    private static DataFile DataOf(IEnumerable<SweepSetting> settings) => CsvData.Of(
        "sweep.csv",
        settings.Select(setting => new
        {
            Slice = setting.SliceOperations,
            setting.Connections,
            Launches = setting.Tier.CountedLaunches,
            setting.HalfWidthPercent,
            setting.RecoveredShare,
            setting.RecoveredLow,
            setting.RecoveredHigh,
            setting.BusyShare,
            ScorePercent = setting.Score,
            setting.BaselineUs,
            setting.GeneratorCpuUs,
        }),
        Figures.Decimals);
}
