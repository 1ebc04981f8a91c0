namespace ContextBench.Measurement.Machine;

/// <summary>A file in which the system tells of itself.</summary>
internal static class SystemFile
{
    /// <summary>Its text; null where there is none, or where it is hidden, as some containers do.</summary>
    /// <param name="path">The file.</param>
    public static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
