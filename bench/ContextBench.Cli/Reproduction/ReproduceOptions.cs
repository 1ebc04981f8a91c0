namespace ContextBench.Cli.Reproduction;

/// <summary>The options of a reproduction.</summary>
internal sealed class ReproduceOptions
{
    private const int FewestLaunches = 2 * OverheadEstimate.FewestLaunches; // together there are half as many
    private const int MostLaunches = 1000;

    private readonly Option<string> _runtimes = new("--runtimes")
    {
        Description = "Which, separated by commas: " + string.Join(", ", RuntimeFinder.Names),
        HelpName = "NAMES",
        DefaultValueFactory = _ => string.Join(',', RuntimeFinder.Names),
    };

    private readonly Option<string> _points = new("--points")
    {
        Description =
            "How expensive a request is, separated by commas: small (by itself), half-way (its baseline costs 176 µs " +
            "of CPU) or operating-point (352 µs, as the article's did); the extra work for it is found first",
        HelpName = "NAMES",
        DefaultValueFactory = _ => string.Join(',', ReproductionPoint.All.Select(point => point.Name)),
    };

    private readonly Option<int> _launches = new("--launches")
    {
        Description =
            $"Launches of each runtime and point, {FewestLaunches} or more, taken in turn; half as many where all " +
            "variants share a process",
        HelpName = "N",
        DefaultValueFactory = _ => 16,
    };

    private readonly Option<double> _seconds = new("--seconds")
    {
        Description = "Time for the blocks of a launch, in s",
        HelpName = "S",
        DefaultValueFactory = _ => 4,
    };

    private readonly Option<int?> _seed = CommonOptions.Seed();

    private readonly Option<string?> _output = CommonOptions.OutputOfSeveral();

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_runtimes, _points, _launches, _seconds, _seed, _output];

    /// <summary>Reads them.</summary>
    /// <param name="result">The parsed command line.</param>
    /// <param name="drawSeed">Draws a seed where none was given.</param>
    /// <exception cref="UsageException">An option is wrong.</exception>
    public ReproduceRequest Read(ParseResult result, Func<int> drawSeed)
    {
        var launches = CommonOptions.Within(
            "--launches", result.GetValue(_launches), FewestLaunches, MostLaunches,
            $"{FewestLaunches} to {MostLaunches}");
        var seconds = CommonOptions.Seconds(result.GetValue(_seconds));
        var points = Chosen("point", result.GetValue(_points)!, [.. ReproductionPoint.All.Select(point => point.Name)]);
        var runtimes = Chosen("runtime", result.GetValue(_runtimes)!, RuntimeFinder.Names);
        var seed = result.GetValue(_seed) ?? drawSeed();
        return new ReproduceRequest
        {
            Runtimes = runtimes,
            Points = [.. ReproductionPoint.All.Where(point => points.Contains(point.Name))],
            Launches = launches,
            Seconds = seconds,
            Seed = seed,
            Output = result.GetValue(_output),
            Command = ShellCommand.Of(
                "reproduce", "--runtimes", string.Join(',', runtimes), "--points", string.Join(',', points),
                "--launches", $"{launches}", "--seconds", seconds.ToString(),
                "--seed", $"{seed}"),
        };
    }

    private static string[] Chosen(string what, string list, IReadOnlyCollection<string> known)
    {
        string[] words = [.. list.Split(',', StringSplitOptions.TrimEntries)
            .Select(word => Nearest.Require(what, word, known))];
        return [.. known.Where(words.Contains)];
    }
}

/// <summary>What a reproduction is asked for.</summary>
internal sealed record ReproduceRequest
{
    /// <summary>Names of runtimes.</summary>
    public required IReadOnlyList<string> Runtimes { get; init; }

    /// <summary>The points, in order.</summary>
    public required IReadOnlyList<ReproductionPoint> Points { get; init; }

    /// <summary>Launches where each variant has a process of its own.</summary>
    public required int Launches { get; init; }

    /// <summary>Time for the blocks of a launch, in s.</summary>
    public required double Seconds { get; init; }

    public required int Seed { get; init; }

    /// <summary>The folder asked for, or null.</summary>
    public required string? Output { get; init; }

    /// <summary>The command that does the same again.</summary>
    public required string Command { get; init; }

    /// <summary>Processes apart differ by more, so they take more launches.</summary>
    /// <param name="residency">Where the variants live.</param>
    public int LaunchesOf(Residency residency) => residency == Residency.Apart ? Launches : Launches / 2;
}
