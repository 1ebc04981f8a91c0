namespace ContextBench.Analysis.Files;

/// <summary>Files that are kept below a folder of results, as far as they can be read.</summary>
public static class KeptFiles
{
    /// <summary>The file of a run's comparisons.</summary>
    public const string Comparisons = "comparisons.json";

    /// <summary>Finds all files of a name; a folder that cannot be read is skipped, and what is in it.</summary>
    /// <param name="root">The folder; there may be none.</param>
    /// <param name="name">The files' name.</param>
    /// <param name="skipped">Takes each folder that was skipped.</param>
    public static IReadOnlyList<string> Find(string root, string name, Action<string> skipped)
    {
        if (!Directory.Exists(root))
            return [];

        try
        {
            return
            [
                .. Directory.GetFiles(root, name),
                .. Directory.GetDirectories(root).SelectMany(folder => Find(folder, name, skipped)),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            skipped(root);
            return [];
        }
    }

    /// <summary>Reads a file; one that cannot be read is skipped.</summary>
    /// <param name="file">The file.</param>
    /// <param name="skipped">Takes the file if it was skipped.</param>
    /// <returns>Its text, or null where it cannot be read.</returns>
    public static string? Read(string file, Action<string> skipped)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            skipped(file);
            return null;
        }
    }

    /// <summary>Reads a file of JSON; one that cannot be read is skipped.</summary>
    /// <param name="file">The file.</param>
    /// <param name="parse">Makes it out; throws a <see cref="JsonException"/> where it is something else.</param>
    /// <param name="skipped">Takes the file if it was skipped.</param>
    /// <returns>What it says; null where it cannot be read, or is something else.</returns>
    internal static T? Read<T>(string file, Func<string, T?> parse, Action<string> skipped)
        where T : class
    {
        try
        {
            return Read(file, skipped) is { } text ? parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
