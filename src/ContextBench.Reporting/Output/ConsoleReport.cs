using ContextBench.Reporting.Micro;
using Spectre.Console;

namespace ContextBench.Reporting.Output;

/// <summary>What a run prints on standard output: a block a tier, then BenchmarkDotNet's tables.</summary>
public static class ConsoleReport
{
    private const int Width = 160;

    /// <summary>Prints it, as plain text.</summary>
    /// <param name="report">What there is to say.</param>
    /// <param name="output">Where to print.</param>
    public static void Write(RunReport report, TextWriter output)
    {
        if (Answer.Of(report.Result) is { } answer)
            Write(report, answer, output);
        foreach (var tier in report.Result.NearestFirst)
            WriteTier(report.Result, tier, output);

        foreach (var table in report.MicroTables)
            Write(table, output);
    }

    private static void Write(RunReport report, Answer answer, TextWriter output)
    {
        string?[] lines =
        [
            answer.Cost, answer.Basis, Answer.Configuration(report.Environment), answer.Share, answer.Verdict,
            $"Recommendation: {answer.Recommendation}", answer.Elsewhere, answer.Certainty,
            .. report.Standing.Lines.Select(line => $"This machine, {line}."),
            $"Calibration: {report.Calibration.Text}.",
        ];
        foreach (var line in lines.OfType<string>())
            output.WriteLine(line);
        output.WriteLine();
    }

    /// <summary>Prints a table of micro-benchmarks.</summary>
    /// <param name="table">The table.</param>
    /// <param name="output">Where to print.</param>
    public static void Write(MicroTable table, TextWriter output)
    {
        output.WriteParagraph($"micro: {table.Name}. {table.Caption}.");
        foreach (var line in table.Lines)
            output.WriteLine(line);
        output.WriteLine();
    }

    private static void WriteTier(RunResult report, TierResult tier, TextWriter output)
    {
        output.WriteParagraph(
            $"{tier.Plan.Tier}: {Wording.Of(report.Environment.Plan.Workload)}; " +
            $"{Wording.Of(tier)}");
        if (TierTable.For(tier) is { } table)
            WriteTable(table, output);
        else
            output.WriteLine($"  no comparison: {Wording.WithoutComparison(tier)}");

        output.WriteLine();
        if (tier.GeneratorCpuUs is { } generator && tier.BusyShare is { } busy)
        {
            output.WriteLine(
                $"  generator: {generator:0.0} µs of CPU a request; " +
                $"the server was busy for {Wording.Busy(busy)}");
        }

        if (Wording.Reached(tier) is { } reached)
            output.WriteLine($"  {reached}");
        foreach (var line in Wording.Slices(tier))
            output.WriteLine($"  {line}");
        foreach (var warning in tier.Warnings)
            output.WriteLine($"  {warning.Code}: {warning.Text}");
        foreach (var (warning, where) in Wording.WarningsOfComparisons(tier))
            output.WriteLine($"  {warning.Code} ({where}): {warning.Text}");
        output.WriteLine();
    }

    private static void WriteTable(TierTable table, TextWriter output)
    {
        using var rendered = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(rendered),
        });
        console.Profile.Width = Width;

        var grid = new Grid();
        for (var column = 0; column < table.Header.Cells.Length; column++)
        {
            var isText = column == 0 || column == table.Header.Cells.Length - 1;
            grid.AddColumn(new GridColumn
            {
                Alignment = isText ? Justify.Left : Justify.Right,
                NoWrap = true,
                Padding = new Padding(2, 0, 0, 0),
            });
        }

        foreach (var row in table.Rows.Prepend(table.Header))
            grid.AddRow([.. row.Cells.Select(cell => new Text(cell))]);
        console.Write(grid);

        foreach (var line in rendered.ToString().Split('\n'))
        {
            if (line.Trim().Length > 0)
                output.WriteLine(line.TrimEnd());
        }
    }
}
