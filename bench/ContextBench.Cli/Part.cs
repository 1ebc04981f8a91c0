namespace ContextBench.Cli;

/// <summary>One of several runs that take turns launch by launch: a run of its own on disk.</summary>
/// <param name="environment">Its manifest.</param>
/// <param name="directory">Its folder.</param>
/// <param name="runner">Runs its launches.</param>
internal class Part(EnvironmentManifest environment, RunDirectory directory, Runner runner)
{
    public EnvironmentManifest Environment => environment;

    public RunDirectory Directory => directory;

    /// <summary>Its name, for progress.</summary>
    public string Name => Path.GetFileName(directory.Path);

    public TierPlan Tier => environment.Plan.Tiers[0];

    /// <summary>Why it was given up; null while it was not.</summary>
    public string? WhyGivenUp { get; private set; }

    public bool IsGivenUp => WhyGivenUp is not null;

    /// <summary>Runs all launches of several parts.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="seed">Draws a new order for each round, so that none has the quiet minutes to itself.</param>
    /// <param name="progress">Shows how far they are.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Which were given up, and why; null where none was.</returns>
    public static async Task<string?> RunInTurnAsync(
        IReadOnlyList<Part> parts, int seed, LaunchProgress progress, CancellationToken cancellation)
    {
        var random = new Random(seed);
        var order = parts.ToArray();
        for (var launch = 1; launch <= parts.Max(part => part.Tier.Launches); launch++)
        {
            random.Shuffle(order);
            foreach (var part in order.Where(part => !part.IsGivenUp && launch <= part.Tier.Launches))
                await part.RunLaunchAsync(launch, progress, cancellation);
        }

        return parts.Any(part => part.IsGivenUp)
            ? string.Join("; ", parts.Select(part => part.WhyGivenUp).OfType<string>())
            : null;
    }

    /// <summary>Runs a launch, or gives the part up: the others can still be compared.</summary>
    /// <param name="number">The launch's number, from 1.</param>
    /// <param name="progress">Shows how far it is.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunLaunchAsync(int number, LaunchProgress progress, CancellationToken cancellation)
    {
        try
        {
            await runner.RunLaunchAsync(
                new PlannedLaunch(new LaunchPlan(environment.Plan, Tier, number), directory, progress.Of(Name)),
                cancellation);
        }
        catch (InvalidRunException exception)
        {
            WhyGivenUp = $"{Name}: {exception.Message}";
        }
    }
}
