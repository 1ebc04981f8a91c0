namespace ContextBench.Reporting.Documents;

/// <summary>
/// A part of a document. Its text may mark words as Markdown does: <c>**strong**</c>, <c>*emphasis*</c> and
/// <c>`code`</c>.
/// </summary>
public abstract record Block
{
    /// <summary>Whether it is there to be looked up: a terminal does not show it.</summary>
    public bool IsBackground { get; init; }
}

/// <summary>The heading of what follows.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Level">1 for a section, 2 for a part of one.</param>
public sealed record Heading(string Text, int Level = 1) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its sentences.</param>
public sealed record Paragraph(string Text) : Block;

/// <summary>Statements, each for itself.</summary>
/// <param name="Lines">One a line.</param>
public sealed record Notes(params IReadOnlyList<string> Lines) : Block
{
    /// <summary>More of them, which are there to be looked up.</summary>
    public IReadOnlyList<string> Background { get; init; } = [];

    /// <summary>Notes of which some do not apply.</summary>
    /// <param name="lines">One a line; null for one that does not.</param>
    public static Notes Of(params IEnumerable<string?> lines) => new([.. lines.OfType<string>()]);
}

/// <summary>A chart, in a file beside the page.</summary>
/// <param name="FileName">The file's name.</param>
/// <param name="Caption">What it shows, for those who cannot see it.</param>
/// <param name="Draw">Writes it, as SVG.</param>
public sealed record Figure(string FileName, string Caption, Action<TextWriter> Draw) : Block;
