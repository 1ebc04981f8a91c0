namespace ContextBench.Reporting.Output;

/// <summary>Markdown, whose headings and paragraphs have empty lines around them.</summary>
internal static class MarkdownText
{
    /// <summary>Writes a heading below what is there, and an empty line.</summary>
    public static void WriteHeading(this TextWriter output, string heading)
    {
        output.WriteLine();
        output.WriteParagraph(heading);
    }

    /// <summary>Writes a paragraph, or the heading of a page, and an empty line.</summary>
    public static void WriteParagraph(this TextWriter output, string text)
    {
        output.WriteLine(text);
        output.WriteLine();
    }
}
