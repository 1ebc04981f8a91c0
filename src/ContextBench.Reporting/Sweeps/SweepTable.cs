using ContextBench.Analysis.Sweeps;

namespace ContextBench.Reporting.Sweeps;

/// <summary>A sweep as a page and as data.</summary>
public static class SweepTable
{
    /// <summary>Writes the page: the winner first, then every setting, the best first.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="injectedUs">The cost, in µs of CPU work a request.</param>
    /// <param name="environment">What was measured on what; any setting's.</param>
    /// <param name="calibration">The calibration of the machine.</param>
    /// <param name="output">Where to write.</param>
    public static void WriteMarkdown(
        IReadOnlyList<SweepSetting> settings, double injectedUs, EnvironmentManifest environment,
        CalibrationNote calibration, TextWriter output)
    {
        output.WriteParagraph("# Which slice length and how many connections?");
        output.WriteParagraph(SweepSetting.Winner(settings) is { } winner
            ? $"**Slices of {winner.SliceOperations} requests on {winner.Connections} connections**: the narrowest " +
              "A/A interval for how faithfully a known cost comes out, with the server's core at least 80 % busy."
            : "No setting kept the server's core 80 % busy, so none can be recommended.");
        output.WriteLine(
            "| slice | connections | A/A ± | seen of the cost | 95 % interval | busy | score | µs/request |");
        output.WriteLine("| ---: | ---: | ---: | ---: | :---: | ---: | ---: | ---: |");
        foreach (var setting in settings.OrderByDescending(setting => setting.IsEligible).ThenBy(it => it.Score))
        {
            output.WriteLine(
                $"| {setting.SliceOperations} | {setting.Connections} | {setting.HalfWidthPercent:0.000} % " +
                $"| {setting.RecoveredShare:0.00} | [{setting.RecoveredLow:0.00}, {setting.RecoveredHigh:0.00}] " +
                $"| {setting.BusyShare:P0}{(setting.IsEligible ? "" : ", too idle")} | {setting.Score:0.000} % " +
                $"| {setting.BaselineUs:0.00} |");
        }

        output.WriteLine();
        output.WriteParagraph(
            $"Tier kestrel, {settings.Max(setting => setting.Launches)} launches a setting, in turn; the injected " +
            $"cost is {injectedUs} µs of CPU work a request." +
            " *A/A ±* is half the width of the 95 % interval between two copies of the same code; *seen* is the part " +
            "of it that came out as time; the *score* is ± over seen, or over 1 / seen where that is above 1.");
        output.WriteLine(
            $"{environment.Cpu}, {environment.Processors} processors, {environment.Os}, {environment.Runtime}, " +
            $"commit {CommitWording.Of(environment.Commit)}. Again: `{environment.Plan.Reproduce}`. " +
            "Each setting's folder beside this page is a run: `./run-bench.sh report <folder>`. " +
            $"Calibration of the instrument: {calibration.Text}.");
    }

    /// <summary>Writes the data, in the order of measuring.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="output">Where to write.</param>
    public static void WriteCsv(IReadOnlyList<SweepSetting> settings, TextWriter output) => CsvFile.Write(
        settings.Select(setting => new
        {
            Slice = setting.SliceOperations,
            setting.Connections,
            setting.Launches,
            setting.HalfWidthPercent,
            setting.RecoveredShare,
            setting.RecoveredLow,
            setting.RecoveredHigh,
            setting.BusyShare,
            ScorePercent = setting.Score,
            setting.BaselineUs,
            setting.GeneratorCpuUs,
        }),
        output, Figures.Decimals);
}
