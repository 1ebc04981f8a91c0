namespace ContextBench.Reporting.Documents;

/// <summary>Writes documents as Markdown, as GitHub understands it.</summary>
public static class MarkdownRenderer
{
    /// <summary>Writes one.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(Document document, TextWriter output)
    {
        output.WriteLine($"# {document.Title}");
        foreach (var block in document.Blocks.Where(block => block is not Notes { Lines: [], Background: [] }))
        {
            output.WriteLine();
            foreach (var line in LinesOf(block))
                output.WriteLine(line);
        }
    }

    private static IEnumerable<string> LinesOf(Block block) => block switch
    {
        Heading heading => [$"{new string('#', heading.Level + 1)} {heading.Text}"],
        Paragraph paragraph => [paragraph.Text],
        Notes notes => notes.Lines.Concat(notes.Background).Select(line => $"- {line}"),
        Table table =>
        [
            Row(table.Columns.Select(column => column.Title)), Row(table.Columns.Select(RuleOf)),
            .. table.Rows.Select(Row),
        ],
        Figure figure => [$"![{figure.Caption}]({figure.FileName})"],
        _ => throw new ArgumentException($"Markdown has no form for {block.GetType()}", nameof(block)),
    };

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string RuleOf(Column column) => column.Side switch
    {
        Side.Left => ":---",
        Side.Middle => ":---:",
        _ => "---:",
    };
}
