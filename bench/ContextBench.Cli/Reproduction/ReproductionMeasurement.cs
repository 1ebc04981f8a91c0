namespace ContextBench.Cli.Reproduction;

/// <summary>
/// What <c>reproduce</c> measures: the extra work of each point, then all parts in turn, launch by launch.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="request">What was asked for.</param>
/// <param name="runtimes">The runtimes that were found.</param>
/// <param name="root">The reproduction's folder.</param>
internal sealed class ReproductionMeasurement(
    MeasuringSession session, ReproduceRequest request, IReadOnlyList<ReproducedRuntime> runtimes, string root)
{
    /// <summary>Measures it.</summary>
    /// <param name="display">Shows progress.</param>
    /// <returns>Which part was given up, and why; null where none was.</returns>
    public async Task<string?> RunAsync(IProgressDisplay display)
    {
        var clock = Clock();
        var (parts, problem) = await PlanPartsAsync(display, clock);
        session.Saved = root;
        clock.Start();
        return await RunLaunchesAsync(parts, display, clock) ?? problem;
    }

    /// <summary>The manifest of a runtime at the first point.</summary>
    /// <param name="runtime">The runtime.</param>
    public EnvironmentManifest Observe(ReproducedRuntime runtime) =>
        Observe(runtime, PlanOf(runtime, request.Points[0], workUs: 0));

    // Extra work is found before anything is compared, once a runtime: both residencies of .NET do the same work.
    private async Task<(IReadOnlyList<ReproducedPart> Parts, string? Problem)> PlanPartsAsync(
        IProgressDisplay display, RunClock clock)
    {
        var parts = new List<ReproducedPart>();
        string? problem = null;
        foreach (var sameWork in runtimes.GroupBy(runtime => runtime.Name))
        {
            var calibrated = sameWork.First();
            var search = new OperatingPointSearch(
                calibrated, RunnerOf(calibrated),
                plan => Observe(calibrated, plan), Path.Combine(root, "calibration", calibrated.Name));
            foreach (var point in request.Points)
            {
                var name = $"{calibrated.Name}: {point.Name}";
                display.Show(clock.State($"{name}: finding the extra work"), isMilestone: false);
                try
                {
                    var bare = PlanOf(calibrated, point, workUs: 0);
                    var workUs = await search.FindAsync(point, bare, _ => { }, session.Cancellation);
                    display.Show(
                        clock.State($"{name}: {workUs:0.#} µs of extra work"),
                        isMilestone: true);
                    parts.AddRange(sameWork.Select(runtime => PartOf(runtime, point, workUs)));
                }
                catch (InvalidRunException exception)
                {
                    problem = $"{name} is left out: {exception.Message}"; // the others can still be compared
                    display.Show(clock.State(problem), isMilestone: true);
                }
            }
        }

        return parts.Count > 0 ? (parts, problem) : throw new InvalidRunException(problem!);
    }

    // In a new order each time, so that no part has the quiet minutes to itself.
    private async Task<string?> RunLaunchesAsync(
        IReadOnlyList<ReproducedPart> parts, IProgressDisplay display, RunClock clock)
    {
        var random = new Random(request.Seed);
        var going = parts.ToArray();
        string? invalid = null;
        for (var launch = 1; launch <= parts.Max(part => part.Tier.Launches); launch++)
        {
            random.Shuffle(going);
            foreach (var part in going.Where(part => launch <= part.Tier.Launches))
            {
                try
                {
                    var progress = new LaunchProgress(display, clock, _ => part.Name);
                    await part.Runner.RunLaunchAsync(
                        new PlannedLaunch(part.Environment.Plan, part.Tier, launch, part.Directory, progress.Report),
                        session.Cancellation);
                }
                catch (InvalidRunException exception)
                {
                    invalid = $"{part.Name}: {exception.Message}"; // the others can still be compared
                    going = [.. going.Except([part])];
                }
            }
        }

        return invalid;
    }

    private ReproducedPart PartOf(ReproducedRuntime runtime, ReproductionPoint point, double workUs)
    {
        var environment = Observe(runtime, PlanOf(runtime, point, workUs));
        return new ReproducedPart(
            environment, RunFolder.CreateAt(Path.Combine(root, $"{runtime.FolderName}-{point.Name}"), environment),
            RunnerOf(runtime));
    }

    private Runner RunnerOf(ReproducedRuntime runtime) =>
        session.RunnerOf(new EngineCatalogue(session.Layout).Paired(session.Pinning, runtime.Server));

    private EnvironmentManifest Observe(ReproducedRuntime runtime, RunPlan plan)
    {
        var environment = session.Observe(plan);
        return runtime.NodeVersion is { } version ? environment.OnNode(version) : environment;
    }

    private RunPlan PlanOf(ReproducedRuntime runtime, ReproductionPoint point, double workUs) => new()
    {
        Profile = "reproduce",
        Tiers = [runtime.Tier(request.LaunchesOf(runtime.Residency), request.Seconds)],
        Study = runtime.Study,
        Workload = Workload.Article.Facts with { WorkMicroseconds = Math.Round(workUs, 2) },
        Body = Workload.Article.Body,
        Load = new LoadPlan { Residency = runtime.Residency },
        Point = point.Name,
        MarginPercent = 1,
        Seed = request.Seed,
        Reproduce = request.Command,
    };

    private RunClock Clock()
    {
        TierPlan[] tiers =
        [
            .. runtimes.Select(runtime => runtime.Tier(request.LaunchesOf(runtime.Residency), request.Seconds))
                .GroupBy(tier => tier.Tier)
                .Select(same => same.First() with
                {
                    Launches = request.Points.Count * same.Sum(tier => tier.Launches),
                }),
        ];
        return new RunClock(
            PlanOf(runtimes[0], request.Points[0], workUs: 0) with { Tiers = tiers }, microSeconds: 0,
            TimeProvider.System);
    }
}
