namespace ContextBench.Cli;

/// <summary>One of several runs that take turns launch by launch: a run of its own on disk.</summary>
/// <param name="environment">Its manifest.</param>
/// <param name="directory">Its folder.</param>
/// <param name="runner">Runs its launches.</param>
/// <param name="cancellation">Ends it.</param>
internal sealed class Part(
    EnvironmentManifest environment, RunDirectory directory, Runner runner, CancellationToken cancellation)
{
    public EnvironmentManifest Environment => environment;

    public RunDirectory Directory => directory;

    /// <summary>Its name, for progress.</summary>
    public string Name => Path.GetFileName(directory.Path);

    public TierPlan Tier => environment.Plan.Tiers[0];

    /// <summary>Why it was given up; null while it was not.</summary>
    public string? WhyGivenUp { get; private set; }

    public bool IsGivenUp => WhyGivenUp is not null;

    /// <summary>The launches that it has had.</summary>
    public int Launches { get; private set; }

    /// <summary>The wall time that they took, in s.</summary>
    public double Seconds { get; private set; }

    /// <summary>Runs all launches of several parts.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="seed">Draws a new order for each round, so that none has the quiet minutes to itself.</param>
    /// <param name="progress">Shows how far they are.</param>
    /// <returns>Which were given up, and why; null where none was.</returns>
    public static async Task<string?> RunInTurnAsync(IReadOnlyList<Part> parts, int seed, LaunchProgress progress)
    {
        var random = new Random(seed);
        var order = parts.ToArray();
        for (var round = parts.Max(part => part.Tier.Launches); round > 0; round--)
        {
            random.Shuffle(order);
            foreach (var part in order.Where(part => !part.IsGivenUp && part.Launches < part.Tier.Launches))
                await part.RunNextAsync(progress);
        }

        return WhyAnyWasGivenUp(parts);
    }

    /// <summary>Which of several parts were given up, and why; null where none was.</summary>
    public static string? WhyAnyWasGivenUp(IReadOnlyList<Part> parts) => parts.Any(part => part.IsGivenUp)
        ? string.Join("; ", parts.Select(part => part.WhyGivenUp).OfType<string>())
        : null;

    /// <summary>Runs the next launch, or gives the part up: the others can still be compared.</summary>
    /// <param name="progress">Shows how far it is.</param>
    public async Task RunNextAsync(LaunchProgress progress)
    {
        var start = Stopwatch.GetTimestamp();
        Launches++;
        try
        {
            await runner.RunLaunchAsync(
                new PlannedLaunch(new LaunchPlan(environment.Plan, Tier, Launches), directory, progress.Of(Name)),
                cancellation);
        }
        catch (InvalidRunException exception)
        {
            WhyGivenUp = $"{Name}: {exception.Message}";
        }

        Seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
