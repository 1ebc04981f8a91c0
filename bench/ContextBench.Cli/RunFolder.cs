namespace ContextBench.Cli;

/// <summary>The folder of a run, or of several.</summary>
internal static class RunFolder
{
    /// <summary>Creates a run's folder at a place, with its manifest in it.</summary>
    /// <param name="path">The place.</param>
    /// <param name="environment">The manifest.</param>
    /// <exception cref="UsageException">It cannot be written, or holds a run already.</exception>
    public static RunDirectory CreateAt(string path, EnvironmentManifest environment)
    {
        var directory = new RunDirectory(path);
        try
        {
            directory.Create();
            directory.WriteEnvironment(environment);
            return directory;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the folder {directory.Path} cannot be used: {exception.Message} (--output DIR)");
        }
    }

    /// <summary>A folder that does not exist yet, named for the day, machine and commit.</summary>
    /// <param name="parent">Where it goes.</param>
    /// <param name="environment">The manifest.</param>
    /// <param name="suffix">Ends its name.</param>
    public static string NewIn(string parent, EnvironmentManifest environment, string suffix)
    {
        var name = $"{environment.StartedAt:yyyy-MM-dd}-{environment.MachineName()}-" +
            $"{environment.Commit?.TrimEnd('+') ?? "unknown"}{suffix}";
        return Enumerable.Range(1, int.MaxValue)
            .Select(number => Path.Combine(parent, number == 1 ? name : $"{name}-{number}"))
            .First(folder => !Directory.Exists(folder));
    }
}
