namespace ContextBench.Reporting.Documents;

/// <summary>A report before it has a form. Renderers know its blocks, and no page.</summary>
/// <param name="Title">What it answers.</param>
/// <param name="Blocks">What it says: the answer first, then what that rests on.</param>
public sealed record Document(string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>The file name of its page; null for what is only printed.</summary>
    public string? PageName { get; init; }

    /// <summary>The numbers behind it, for programs.</summary>
    public IReadOnlyList<DataFile> Data { get; init; } = [];

    /// <summary>Writes the page, its charts and its data into a folder, over the files that were there.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public void WriteTo(string folder)
    {
        if (PageName is not null)
            Write(PageName, output => MarkdownRenderer.Write(this, output));
        foreach (var figure in Blocks.OfType<Figure>())
            Write(figure.FileName, figure.Draw);
        foreach (var data in Data)
            Write(data.FileName, data.Write);

        void Write(string name, Action<TextWriter> write)
        {
            using var output = new StreamWriter(Path.Combine(folder, name)) { NewLine = "\n" }; // the same everywhere
            write(output);
        }
    }
}
