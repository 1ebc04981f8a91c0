using System.Globalization;
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
        foreach (var tier in report.Tiers)
            WriteTier(report, tier, output);

        foreach (var table in report.Micro.Tables)
            Write(table, output);
        output.WriteLine($"certificate: {report.Certificate.Text}");
    }

    /// <summary>Prints a table of micro-benchmarks.</summary>
    /// <param name="table">The table.</param>
    /// <param name="output">Where to print.</param>
    public static void Write(MicroTable table, TextWriter output)
    {
        output.WriteLine($"micro: {table.Name}. {table.Caption}.");
        output.WriteLine();
        foreach (var line in table.Lines)
            output.WriteLine(line);
        output.WriteLine();
    }

    private static void WriteTier(RunReport report, TierReport tier, TextWriter output)
    {
        output.WriteLine(
            $"{tier.Plan.Tier}: {Wording.Of(report.Environment.Plan.Workload)}; " +
            $"{Wording.Of(tier)}");
        output.WriteLine();
        if (TierTable.For(tier) is { } table)
            WriteTable(table, output);
        else
            output.WriteLine($"  no comparison: {Wording.WithoutComparison(tier)}");

        output.WriteLine();
        if (tier.GeneratorCpuUs is { } generator && tier.BusyShare is { } busy)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  generator: {generator:0.0} µs of CPU a request; the server was busy for {busy:P0} of the time"));
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
        using var rendered = new StringWriter(CultureInfo.InvariantCulture);
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
