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
    public static string FolderOf(IEnumerable<string> arguments)
    {
        string[] words = [.. arguments.SelectMany(word => word.StartsWith("--") ? word.Split('=', 2) : [word])];
        var folder = words.ElementAtOrDefault(Array.FindLastIndex(words, IsName) + 1);
        return folder is null or "" ? throw new UsageException($"{Name} names no folder") : Path.GetFullPath(folder);
    }

    private static bool IsName(string word) =>
        word.Equals(Name, StringComparison.OrdinalIgnoreCase) || word.Equals("-a", StringComparison.OrdinalIgnoreCase);
}
