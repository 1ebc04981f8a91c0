using ContextBench.Load;
using ContextBench.Measurement.Servers;

namespace ContextBench.Cli.Reproduction;

/// <summary>
/// What <c>reproduce</c> measures: how many promises a request makes, then all parts in turn, launch by launch.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="planner">Plans the parts.</param>
/// <param name="runtimes">The runtimes that were found.</param>
/// <param name="points">What requests are, and how expensive.</param>
internal sealed class ReproductionMeasurement(
    MeasuringSession session, ReproductionPlanner planner, IReadOnlyList<ReproducedRuntime> runtimes,
    IReadOnlyList<ReproductionPoint> points)
{
    /// <summary>Measures it.</summary>
    /// <returns>Its folder.</returns>
    public async Task<string> RunAsync()
    {
        var root = session.BeginSeveral(
            planner.Paired(runtimes[0], points[0]), $"seed {session.Seed}", "-reproduction");
        var clock = new RunClock(
            from point in points
            from runtime in runtimes
            where runtime.Measures(point)
            select planner.Paired(runtime, point).Tiers[0]);
        await session.MeasureAsync(clock, async progress =>
        {
            var (parts, problem) = await PlanPartsAsync(root, progress);
            session.Saved = MeasuringSession.Reportable(root);
            clock.Start();
            return await Part.RunInTurnAsync(parts, session.Seed, progress) ?? problem;
        });
        return root;
    }

    // Promises are counted before anything is compared; a runtime whose promises cannot be is left out at that point.
    private async Task<(IReadOnlyList<Part> Parts, string? Problem)> PlanPartsAsync(
        string root, LaunchProgress progress)
    {
        var parts = new List<Part>();
        string? problem = null;
        foreach (var point in points)
        {
            foreach (var runtime in runtimes.Where(runtime => runtime.Measures(point)))
            {
                try
                {
                    parts.AddRange(PartsOf(runtime, point, await CountPromisesAsync(runtime, point, progress), root));
                }
                catch (TargetFaultException fault)
                {
                    problem = $"{runtime.FolderName}-{point.Name} is left out: {fault.Message}";
                    progress.Ends(problem);
                }
            }
        }

        return parts.Count > 0 ? (parts, problem) : throw new InvalidRunException(problem!);
    }

    private async Task<double?> CountPromisesAsync(
        ReproducedRuntime runtime, ReproductionPoint point, LaunchProgress progress)
    {
        if (runtime.NodeVersion is null)
            return null;

        var name = $"{runtime.Name}: {point.Name}";
        progress.Begins($"{name}: counting promises");
        var plan = planner.Paired(runtime, point);
        var promises = await PromiseCount.OfRequestAsync(new LaunchPlan(plan, plan.Tiers[0], Launch: 1)
        {
            Server = runtime.Server,
            ServerProcessor = session.Pinning.UnderTest,
        });
        progress.Ends($"{name}: a request makes {promises:0.##} promises");
        return promises;
    }

    private IEnumerable<Part> PartsOf(ReproducedRuntime runtime, ReproductionPoint point, double? promises, string root)
    {
        var folder = Path.Combine(root, $"{runtime.FolderName}-{point.Name}");
        yield return PartOf(planner.Paired(runtime, point), folder, session.Engines.Paired(runtime.Server));
        if (planner.HasWrk(runtime, point))
        {
            yield return PartOf(
                planner.ByWrk(runtime, point), $"{folder}-{EngineNames.Wrk}", session.Engines.Wrk(runtime.Server));
        }

        Part PartOf(RunPlan plan, string path, IEngine engine) => session.PartOf(
            runtime.Observe(session, plan with { PromisesPerRequest = promises }), path, engine);
    }
}
