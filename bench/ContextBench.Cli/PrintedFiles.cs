namespace ContextBench.Cli;

/// <summary>Files that keep what is also printed: a table is worth having even where it cannot be kept.</summary>
internal static class PrintedFiles
{
    /// <summary>Writes them.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="written">What to say once they are.</param>
    /// <param name="write">Writes.</param>
    /// <returns>What to say: that, or what could not be written and why.</returns>
    public static string Write(string folder, string written, Action write)
    {
        try
        {
            write();
            return written;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"the files in {folder} could not all be written: {exception.Message}";
        }
    }
}
