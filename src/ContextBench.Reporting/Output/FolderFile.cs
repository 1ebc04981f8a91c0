namespace ContextBench.Reporting.Output;

/// <summary>A file of a folder of results, with the same line ends everywhere.</summary>
public static class FolderFile
{
    /// <summary>Writes it, over the one that was there.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="write">Writes its contents.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Write(string root, string name, Action<TextWriter> write)
    {
        using var output = new StreamWriter(Path.Combine(root, name)) { NewLine = "\n" };
        write(output);
    }
}
