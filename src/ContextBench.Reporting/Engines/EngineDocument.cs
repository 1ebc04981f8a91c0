using ContextBench.Analysis.Engines;

namespace ContextBench.Reporting.Engines;

/// <summary><c>engines.md</c>: the engines side by side.</summary>
public static class EngineDocument
{
    /// <summary>Writes it down.</summary>
    /// <param name="rows">The engines, the paired one first.</param>
    /// <param name="environment">Where they were measured.</param>
    /// <param name="calibration">The calibration of the machine.</param>
    public static Document Of(
        IReadOnlyList<EngineRow> rows, EnvironmentManifest environment, CalibrationNote calibration)
    {
        var (first, overhead) = (rows[0], rows[0].Overhead);
        return new Document(
            "The engines on the same routes in the same wall time",
            [
                new Paragraph(
                    $"`{overhead.Candidate}` against `{overhead.Baseline}` and its control, three routes of one " +
                    $"application, {overhead.Connections} connections; launches of the engines in turn in one " +
                    "sitting, a fresh server each, until each engine's time was up:"),
                TableOf(rows),
                Notes.Of(rows.Skip(1).Select(row =>
                    $"{first.Engine}'s interval is {row.HalfWidth / first.HalfWidth:0.0} times narrower than " +
                    $"{row.Engine}'s, and its A/A interval {row.ControlHalfWidth / first.ControlHalfWidth:0.0} " +
                    "times.")),
                new Notes(
                    $"{Wording.Machine(environment)}, {environment.Runtime}, {Wording.Version(environment)}",
                    $"again: `{environment.Plan.Reproduce}`",
                    $"calibration of the paired engine: {calibration.Text}"),
            ])
        {
            PageName = "engines.md",
        };
    }

    private static Table TableOf(IEnumerable<EngineRow> rows) => Table.Of(rows)
        .Words("engine", row => row.Engine)
        .Numbers("wall time", row => $"{row.Seconds:0} s")
        .Numbers("launches", row => $"{row.Launches}")
        .Numbers("µs/request", row => Figures.Value(row.Overhead.BaselineValue))
        .Numbers("overhead", row => Figures.Percent(row.Overhead.OverheadPercent))
        .Intervals("95 % interval", row => Figures.Interval(row.Overhead.Low, row.Overhead.High))
        .Numbers("±", row => $"{row.HalfWidth:0.00} %")
        .Numbers("A/A", row => Figures.Percent(row.Control.OverheadPercent))
        .Numbers("A/A ±", row => $"{row.ControlHalfWidth:0.00} %")
        .Numbers(
            "generator's CPU µs/request", row => row.GeneratorCpuUs is { } us ? Figures.Value(us) : Figures.None);
}
