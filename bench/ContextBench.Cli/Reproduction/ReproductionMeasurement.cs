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
        var measured =
            from point in points
            from runtime in runtimes
            where runtime.Measures(point)
            select (Runtime: runtime, Point: point);
        RunPlan[] plans = [.. measured.SelectMany(it => planner.Of(it.Runtime, it.Point))];
        var root = session.BeginSeveral(plans[0], $"seed {session.Seed}", "-reproduction");
        var clock = new RunClock(plans.Select(plan => plan.Tiers[0]));
        await session.MeasureAsync(clock, async progress =>
        {
            var (parts, problem) = await PlanPartsAsync(measured, root, progress);
            session.Saved = MeasuringSession.Reportable(root);
            clock.Start();
            return await Part.RunInTurnAsync(parts, session.Seed, progress) ?? problem;
        });
        return root;
    }

    // Promises are counted before anything is compared; a runtime whose promises cannot be is left out at that point.
    private async Task<(IReadOnlyList<Part> Parts, string? Problem)> PlanPartsAsync(
        IEnumerable<(ReproducedRuntime Runtime, ReproductionPoint Point)> measured, string root,
        LaunchProgress progress)
    {
        var parts = new List<Part>();
        string? problem = null;
        foreach (var (runtime, point) in measured)
        {
            try
            {
                var promises = await CountPromisesAsync(runtime, point, progress);
                parts.AddRange(planner.Of(runtime, point)
                    .Select(plan => PartOf(runtime, plan with { PromisesPerRequest = promises }, root)));
            }
            catch (TargetFaultException fault)
            {
                problem = $"{runtime.FolderName}-{point.Name} is left out: {fault.Message}";
                progress.Ends(problem);
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
        var plan = planner.Of(runtime, point).First();
        var promises = await PromiseCount.OfRequestAsync(new LaunchPlan(plan, plan.Tiers[0], Launch: 1)
        {
            Server = runtime.Server,
            ServerProcessor = session.Pinning.UnderTest,
        });
        progress.Ends($"{name}: a request makes {promises:0.##} promises");
        return promises;
    }

    private Part PartOf(ReproducedRuntime runtime, RunPlan plan, string root)
    {
        var folder = Path.Combine(root, $"{runtime.FolderName}-{plan.Point}");
        var (path, engine) = plan.Load.Engine == EngineNames.Wrk
            ? ($"{folder}-{EngineNames.Wrk}", session.Engines.Wrk(runtime.Server))
            : (folder, session.Engines.Paired(runtime.Server));
        return session.PartOf(runtime.Observe(session, plan), path, engine);
    }
}
