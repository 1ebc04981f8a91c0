using System.CommandLine;

namespace ContextBench.Cli.Options;

/// <summary>Options that several commands have, with the same words.</summary>
internal static class CommonOptions
{
    /// <summary>The seed; null where it is to be drawn.</summary>
    public static Option<int?> Seed() => new("--seed")
    {
        Description = "Seed of every random choice [default: drawn, and reported]",
        HelpName = "N",
    };

    /// <summary>The folder; null for a new one.</summary>
    public static Option<string?> Output() => new("--output")
    {
        Description = "The folder; it must hold no run yet [default: a new one under results/local/]",
        HelpName = "DIR",
    };

    /// <summary>A seed where none was given.</summary>
    public static int DrawSeed() => Random.Shared.Next(1, 1_000_000);

    /// <summary>A number of launches of which an interval can be made.</summary>
    /// <exception cref="UsageException">It is too small.</exception>
    public static int Launches(int launches) => launches >= 2
        ? launches
        : throw new UsageException($"an interval needs at least 2 launches; got {launches} (--launches 2)");
}
