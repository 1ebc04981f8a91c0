namespace ContextBench.Cli.Reproduction;

/// <summary>
/// What <c>reproduce</c> measures: the extra work of each point, then all parts in turn, launch by launch.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="runtimes">The runtimes that were found.</param>
/// <param name="points">How expensive requests are.</param>
/// <param name="launches">Launches where each variant has a process of its own.</param>
/// <param name="seconds">Time for the blocks of a launch, in s.</param>
internal sealed class ReproductionMeasurement(
    MeasuringSession session, IReadOnlyList<ReproducedRuntime> runtimes, IReadOnlyList<ReproductionPoint> points,
    int launches, double seconds)
{
    /// <summary>Measures it.</summary>
    /// <returns>Its folder.</returns>
    public async Task<string> RunAsync()
    {
        var root = session.BeginSeveral(
            PlanOf(runtimes[0], points[0], workUs: 0), $"seed {session.Seed}", "-reproduction");
        var clock = new RunClock(points.SelectMany(_ => runtimes.Select(TierOf)));
        await session.MeasureAsync(clock, async progress =>
        {
            var (parts, problem) = await PlanPartsAsync(root, progress);
            session.Saved = MeasuringSession.Reportable(root);
            clock.Start();
            return await Part.RunInTurnAsync(parts, session.Seed, progress) ?? problem;
        });
        return root;
    }

    // Extra work is found before anything is compared, once a runtime: both residencies of .NET do the same work.
    private async Task<(IReadOnlyList<Part> Parts, string? Problem)> PlanPartsAsync(
        string root, LaunchProgress progress)
    {
        var parts = new List<Part>();
        string? problem = null;
        foreach (var sameWork in runtimes.GroupBy(runtime => runtime.Name))
        {
            var calibrated = sameWork.First();
            var search = new OperatingPointSearch(
                session, calibrated, Path.Combine(root, "calibration", calibrated.Name));
            foreach (var point in points)
            {
                var name = $"{calibrated.Name}: {point.Name}";
                progress.Begins($"{name}: finding the extra work");
                try
                {
                    var workUs = await search.FindAsync(point, PlanOf(calibrated, point, workUs: 0));
                    progress.Ends($"{name}: {workUs:0.#} µs of extra work");
                    parts.AddRange(sameWork.Select(runtime => session.PartOf(
                        runtime.Observe(session, PlanOf(runtime, point, workUs)),
                        Path.Combine(root, $"{runtime.FolderName}-{point.Name}"),
                        session.Engines.Paired(runtime.Server))));
                }
                catch (InvalidRunException exception)
                {
                    problem = $"{name} is left out: {exception.Message}"; // the others can still be compared
                    progress.Ends(problem);
                }
            }
        }

        return parts.Count > 0 ? (parts, problem) : throw new InvalidRunException(problem!);
    }

    private RunPlan PlanOf(ReproducedRuntime runtime, ReproductionPoint point, double workUs) => ArticlePlan.Of(
        "reproduce", TierOf(runtime), runtime.Study, session.Seed, session.Reproduce) with
    {
        Workload = Workload.Article.Facts with { WorkMicroseconds = Math.Round(workUs, 2) },
        Load = new LoadPlan { Residency = runtime.Residency },
        Point = point.Name,
    };

    // Processes apart differ by more, so they take more launches.
    private TierPlan TierOf(ReproducedRuntime runtime) =>
        runtime.Tier(runtime.Residency == Residency.Apart ? launches : launches / 2, seconds);
}
