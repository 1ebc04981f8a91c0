using ContextBench.Analysis.Engines;

namespace ContextBench.Reporting.Engines;

/// <summary><c>engines.md</c>: the engines side by side.</summary>
public static class EngineTable
{
    /// <summary>Writes it.</summary>
    /// <param name="rows">The engines, the paired one first.</param>
    /// <param name="environment">Where they were measured.</param>
    /// <param name="calibration">The calibration of the machine.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(
        IReadOnlyList<EngineRow> rows, EnvironmentManifest environment, CalibrationNote calibration,
        TextWriter output)
    {
        var first = rows[0];
        output.WriteParagraph("# The engines on the same routes in the same wall time");
        output.WriteParagraph(
            $"`{first.Overhead.Candidate}` against `{first.Overhead.Baseline}` and its control, three routes of one " +
            $"application, {first.Overhead.Connections} connections; launches of the engines in turn in one sitting, " +
            "a fresh server each, until each engine's time was up:");
        output.WriteLine(
            "| engine | wall time | launches | µs/request | overhead | 95 % interval | ± | A/A | A/A ± " +
            "| generator's CPU µs/request |");
        output.WriteLine("| :--- | ---: | ---: | ---: | ---: | :---: | ---: | ---: | ---: | ---: |");
        foreach (var row in rows)
        {
            output.WriteLine(
                $"| {row.Engine} | {row.Seconds:0} s | {row.Launches} | {Figures.Value(row.Overhead.BaselineValue)} " +
                $"| {Figures.Percent(row.Overhead.OverheadPercent)} " +
                $"| {Figures.Interval(row.Overhead.Low, row.Overhead.High)} | {row.HalfWidth:0.00} % " +
                $"| {Figures.Percent(row.Control.OverheadPercent)} | {row.ControlHalfWidth:0.00} % " +
                $"| {(row.GeneratorCpuUs is { } cpu ? Figures.Value(cpu) : Figures.None)} |");
        }

        output.WriteLine();
        foreach (var row in rows.Skip(1))
        {
            output.WriteLine(
                $"- {first.Engine}'s interval is {row.HalfWidth / first.HalfWidth:0.0} times narrower than " +
                $"{row.Engine}'s, and its A/A interval {row.ControlHalfWidth / first.ControlHalfWidth:0.0} times.");
        }

        output.WriteLine(
            $"- {environment.Cpu}, {environment.Processors} processors, {environment.Os}, {environment.Runtime}, " +
            $"commit {CommitWording.Of(environment.Commit)}; again: `{environment.Plan.Reproduce}`");
        output.WriteLine($"- calibration of the paired engine: {calibration.Text}");
    }
}
