namespace ContextBench.Cli.Options;

/// <summary>Options that several commands have, with the same words.</summary>
internal static class CommonOptions
{
    /// <summary>The study's name.</summary>
    public static Option<string> Study() => new Option<string>("--study")
    {
        Description = "Whose variants are compared: " +
            string.Join("; ", StudyCatalogue.All.Select(study => $"{study.Name} ({study.Summary})")),
        HelpName = "NAME",
        DefaultValueFactory = _ => StudyCatalogue.Default.Name,
    }.OneOf([.. StudyCatalogue.All.Select(study => study.Name)]);

    /// <summary>The seed; null where it is to be drawn.</summary>
    public static Option<int?> Seed() => new("--seed")
    {
        Description = "Seed of every random choice [default: drawn, and reported]",
        HelpName = "N",
    };

    /// <summary>The folder of a run; null for a new one.</summary>
    public static Option<string?> Output() =>
        OutputOf("The folder; it must hold no run yet [default: a new one under results/local/]");

    /// <summary>The folder of several runs; null for a new one.</summary>
    public static Option<string?> OutputOfSeveral()
    {
        var option = OutputOf("The folder; it must be empty [default: a new one under results/local/]");
        option.Validators.Add(result =>
        {
            foreach (var folder in result.Tokens.Select(token => token.Value).Where(HoldsSomething))
                result.AddError($"the folder {folder} is not empty: name another (--output DIR)");
        });
        return option;
    }

    /// <summary>What a request of the reader's takes, in µs; null where it is not told.</summary>
    public static Option<double?> RequestUs() => new Option<double?>("--request-us")
    {
        Description =
            "What a request of yours takes, in µs: the report says what the cost is of it " +
            "[default: of a request of 1 ms alone]",
        HelpName = "US",
    }.Within(0.001, 1e12, "a time of 0.001 µs or more");

    /// <summary>The time of a request, in µs, where one is told.</summary>
    public static double? RequestUs(double? written) => written;

    /// <summary>Has a number of launches of which an interval can be made.</summary>
    /// <param name="option">The option.</param>
    public static TOption OfLaunches<TOption>(this TOption option)
        where TOption : Option => option.Within(
            OverheadEstimate.FewestLaunches, int.MaxValue,
            $"{OverheadEstimate.FewestLaunches} or more, of which there is an interval");

    /// <summary>Time for the blocks of a launch, in s.</summary>
    public static Option<double> Seconds() => new Option<double>("--seconds")
    {
        Description = "Time for the blocks of a launch, in s",
        HelpName = "S",
        DefaultValueFactory = _ => 4,
    }.Within(double.Epsilon, 3600, "a time above 0, at most 3600");

    private static Option<string?> OutputOf(string description)
    {
        var option = new Option<string?>("--output") { Description = description, HelpName = "DIR" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
                result.AddError("--output names no folder");
        });
        return option;
    }

    private static bool HoldsSomething(string folder) => File.Exists(folder)
        || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any());
}
