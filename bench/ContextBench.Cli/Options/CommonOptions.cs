namespace ContextBench.Cli.Options;

/// <summary>Options that several commands have, with the same words.</summary>
internal static class CommonOptions
{
    private const int Fewest = OverheadEstimate.FewestLaunches;

    /// <summary>The names of the tiers that options take.</summary>
    public static IReadOnlyList<string> Tiers { get; } = [.. TierCatalogue.All.Select(tier => tier.Name)];

    /// <summary>The study's name.</summary>
    public static Option<string> Study() => CheckedOption.Of<string>(
        "--study", "NAME",
        "Whose variants are compared: " +
        string.Join("; ", StudyCatalogue.All.Select(study => $"{study.Name} ({study.Summary})")))
        .Default(StudyCatalogue.Default.Name).OneOf([.. StudyCatalogue.All.Select(study => study.Name)]);

    /// <summary>The name of a study's variant, with an injected cost or without.</summary>
    /// <param name="study">The study.</param>
    /// <param name="word">What was written.</param>
    /// <exception cref="UsageException">The study has no such variant: says which it has.</exception>
    public static string VariantOf(Study study, string word)
    {
        var baseline = study.Baseline.Name;
        return study.Find(word)?.Name ?? throw new UsageException(word.Contains(InjectedCost.Separator)
            ? $"'{word}' is no variant with an injected cost: write {baseline}+0.5us (CPU work), " +
                $"{baseline}+256B (allocation, a multiple of 8) or {baseline}+0.5%of80us (of some requests)"
            : $"unknown variant '{word}': there is {string.Join(", ", study.Variants.Select(it => it.Name))}");
    }

    /// <summary>The seed; null where it is to be drawn.</summary>
    public static Option<int?> Seed() => CheckedOption.Of<int?>(
        "--seed", "N", "Seed of every random choice [default: drawn, and reported]")
        .Within(int.MinValue, int.MaxValue, "a whole number");

    /// <summary>The folder of a run; null for a new one.</summary>
    public static Option<string?> Output() => Output("it must hold no run yet", _ => null);

    /// <summary>The folder of several runs; null for a new one.</summary>
    public static Option<string?> OutputOfSeveral() => Output("it must be empty", folder =>
    {
        try
        {
            return File.Exists(folder)
                || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
                    ? $"the folder {folder} is not empty: name another (--output DIR)"
                    : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"the folder {folder} cannot be used: {exception.Message} (--output DIR)";
        }
    });

    /// <summary>What a request of the reader's takes, in µs; null where it is not told.</summary>
    public static Option<double?> RequestUs() => CheckedOption.Of<double?>(
        "--request-us", "US",
        "What a request of yours takes, in µs: the report says what the cost is of it " +
        "[default: of a request of 1 ms alone]")
        .Within(0.001, 1e12, "a time of 0.001 µs or more");

    /// <summary>A number of launches of which an interval can be made.</summary>
    /// <param name="description">One line for people.</param>
    public static Option<T> Launches<T>(string description) => CheckedOption.Of<T>("--launches", "N", description)
        .Within(Fewest, int.MaxValue, $"{Fewest} or more, of which there is an interval");

    /// <summary>Time for the blocks of a launch, in s.</summary>
    public static Option<double> Seconds() => CheckedOption.Of<double>(
        "--seconds", "S", "Time for the blocks of a launch, in s")
        .Default(4).Within(double.Epsilon, 3600, "a time above 0, at most 3600");

    private static Option<string?> Output(string condition, Func<string, string?> problem) => CheckedOption.Of<string?>(
        "--output", "DIR", $"The folder; {condition} [default: a new one under results/local/]")
        .Check(folder => folder.Length == 0 ? "--output names no folder" : problem(folder));
}
