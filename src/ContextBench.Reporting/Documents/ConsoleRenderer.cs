using System.Text.RegularExpressions;
using Spectre.Console;

namespace ContextBench.Reporting.Documents;

/// <summary>Writes documents as plain text: what a terminal shows, and a log keeps.</summary>
public static partial class ConsoleRenderer
{
    private const int Width = 160;

    /// <summary>Writes one, without what is there to be looked up.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(Document document, TextWriter output)
    {
        output.WriteLine(Plain(document.Title));
        foreach (var block in document.Blocks.Where(IsShown))
        {
            output.WriteLine();
            foreach (var line in LinesOf(block))
                output.WriteLine(line);
        }
    }

    private static bool IsShown(Block block) => !block.IsBackground && block is not (Figure or Notes { Lines: [] });

    private static IEnumerable<string> LinesOf(Block block) => block switch
    {
        Heading heading => [Plain(heading.Text)],
        Paragraph paragraph => [Plain(paragraph.Text)],
        Notes notes => notes.Lines.Select(line => $"- {Plain(line)}"),
        Table table => LinesOf(table),
        _ => throw new ArgumentException($"a terminal has no form for {block.GetType()}", nameof(block)),
    };

    private static IEnumerable<string> LinesOf(Table table)
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
        foreach (var column in table.Columns)
        {
            grid.AddColumn(new GridColumn
            {
                Alignment = column.Side == Side.Left ? Justify.Left : Justify.Right,
                NoWrap = true,
                Padding = new Padding(2, 0, 0, 0),
            });
        }

        foreach (var row in table.Rows.Prepend([.. table.Columns.Select(column => column.Title)]))
            grid.AddRow([.. row.Select(cell => new Text(Plain(cell)))]);
        console.Write(grid);
        return rendered.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);
    }

    private static string Plain(string text) => Marked().Replace(text, "$2");

    [GeneratedRegex(@"(\*\*|`|(?<!\w)\*(?=\w))(.+?)\1")]
    private static partial Regex Marked();
}
