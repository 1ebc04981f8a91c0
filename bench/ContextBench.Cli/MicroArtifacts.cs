namespace ContextBench.Cli;

/// <summary>Where the micro-benchmarks' process puts its files.</summary>
internal static class MicroArtifacts
{
    private const string Name = "--artifacts";

    /// <summary>The arguments that have a folder used where no other is asked for.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="arguments">What the user wrote for BenchmarkDotNet.</param>
    public static string[] DefaultTo(string folder, IEnumerable<string> arguments) => [Name, folder, .. arguments];

    /// <summary>The folder that arguments ask for: the last one named, as that process has it.</summary>
    /// <param name="arguments">What <see cref="DefaultTo"/> made.</param>
    /// <exception cref="UsageException">It has no name.</exception>
    public static string FolderOf(IReadOnlyList<string> arguments)
    {
        var folder = "";
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].StartsWith(Name + "=", StringComparison.OrdinalIgnoreCase))
                folder = arguments[i][(Name.Length + 1)..];
            else if (arguments[i].Equals(Name, StringComparison.OrdinalIgnoreCase)
                || arguments[i].Equals("-a", StringComparison.OrdinalIgnoreCase))
                folder = arguments.ElementAtOrDefault(i + 1) ?? "";
        }

        return folder.Length > 0 ? Path.GetFullPath(folder) : throw new UsageException($"{Name} names no folder");
    }
}
