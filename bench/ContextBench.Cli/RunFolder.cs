namespace ContextBench.Cli;

/// <summary>Makes the folder of a run.</summary>
/// <param name="layout">Where runs go that name no folder.</param>
internal sealed class RunFolder(RepositoryLayout layout)
{
    /// <summary>Creates the folder of a run, with its manifest in it.</summary>
    /// <param name="asked">The folder asked for, or null for a new one.</param>
    /// <param name="environment">The manifest.</param>
    /// <exception cref="UsageException">It cannot be written, or holds a run already.</exception>
    public RunDirectory Create(string? asked, EnvironmentManifest environment) =>
        CreateAt(Resolve(asked, environment), environment);

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

    /// <summary>The folder for several runs, which have theirs in it: see <see cref="Resolve"/>.</summary>
    /// <param name="asked">The folder asked for, or null for a new one.</param>
    /// <param name="environment">The manifest of any of them.</param>
    /// <param name="suffix">Ends the name of a new folder.</param>
    /// <exception cref="UsageException">The name asked for is empty, or something is in the folder.</exception>
    public string ResolveForSeveral(string? asked, EnvironmentManifest environment, string suffix)
    {
        RequireEmpty(asked);
        return Resolve(asked, environment, suffix);
    }

    /// <summary>Refuses a folder that holds something, or that can be none.</summary>
    /// <param name="asked">The folder asked for, or null for a new one.</param>
    /// <exception cref="UsageException">It cannot be used.</exception>
    public static void RequireEmpty(string? asked)
    {
        RequireName(asked);
        try
        {
            if (File.Exists(asked) || (Directory.Exists(asked) && Directory.EnumerateFileSystemEntries(asked).Any()))
                throw new UsageException($"the folder {asked} is not empty: name another (--output DIR)");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the folder {asked} cannot be used: {exception.Message} (--output DIR)");
        }
    }

    private static void RequireName(string? asked)
    {
        if (asked?.Length == 0)
            throw new UsageException("--output names no folder");
    }

    /// <summary>The folder asked for, or one that does not exist yet, named for the day, machine and commit.</summary>
    /// <param name="asked">The folder asked for, or null for a new one.</param>
    /// <param name="environment">The manifest.</param>
    /// <param name="suffix">Ends the name of a new folder.</param>
    /// <exception cref="UsageException">The name asked for is empty.</exception>
    public string Resolve(string? asked, EnvironmentManifest environment, string suffix = "")
    {
        RequireName(asked);
        if (asked is not null)
            return Path.GetFullPath(asked);

        var name = $"{environment.StartedAt:yyyy-MM-dd}-{environment.MachineName()}-" +
            $"{environment.Commit?.TrimEnd('+') ?? "unknown"}{suffix}";
        return Enumerable.Range(1, int.MaxValue)
            .Select(number => Path.Combine(layout.LocalResults, number == 1 ? name : $"{name}-{number}"))
            .First(folder => !Directory.Exists(folder));
    }
}
