namespace ContextBench.Cli.Reproduction;

/// <summary>Plans the parts of a reproduction: a run of a runtime at a point, by one engine.</summary>
/// <param name="session">The session.</param>
/// <param name="launches">Launches where each variant has a process of its own.</param>
/// <param name="seconds">Time for the blocks of a launch, in s.</param>
/// <param name="wrk">What wrk does beside the paired engine; null for nothing.</param>
internal sealed class ReproductionPlanner(MeasuringSession session, int launches, double seconds, WrkLoad? wrk)
{
    /// <summary>
    /// The runs of a runtime at a point: by the paired engine, and at the article's by wrk too, a process a variant, as
    /// the article did.
    /// </summary>
    public IEnumerable<RunPlan> Of(ReproducedRuntime runtime, ReproductionPoint point)
    {
        yield return Paired(runtime, point);
        if (wrk is not null && runtime.IsApart && point == ReproductionPoint.Article)
            yield return ByWrk(wrk, runtime, point);
    }

    // Processes apart differ by more, so they take more launches.
    private RunPlan Paired(ReproducedRuntime runtime, ReproductionPoint point) => PlanOf(
        runtime, point, new LoadPlan(), runtime.Tier(runtime.IsApart ? launches : launches / 2, seconds));

    private RunPlan ByWrk(WrkLoad wrk, ReproducedRuntime runtime, ReproductionPoint point)
    {
        var load = new LoadPlan
        {
            Engine = EngineNames.Wrk,
            Arms = new ArmPlan(wrk.Seconds, WrkLoad.WarmUpSeconds, wrk.Threads),
        };
        var variants = runtime.StudyAt(point).Variants.Count;
        return PlanOf(
            runtime, point, load,
            runtime.Tier(launches / 2, variants * (WrkLoad.WarmUpSeconds + wrk.Seconds)) with
            {
                Connections = wrk.Connections,
            });
    }

    private RunPlan PlanOf(ReproducedRuntime runtime, ReproductionPoint point, LoadPlan load, TierPlan tier)
    {
        var workload = ReproducedRuntime.WorkloadAt(point);
        return ArticlePlan.Of("reproduce", tier, runtime.StudyAt(point), session.Seed, session.Reproduce) with
        {
            Workload = workload.Facts,
            Body = workload.Body,
            Load = load with { Residency = runtime.Residency },
            Point = point.Name,
            BaselineCpuUs = point.BaselineCpuUs,
        };
    }
}

/// <summary>What wrk does, as the article's own command says it.</summary>
/// <param name="Threads">Threads.</param>
/// <param name="Connections">Connections, as many as threads or more.</param>
/// <param name="Seconds">For how long each variant, in s.</param>
internal sealed record WrkLoad(int Threads, int Connections, int Seconds)
{
    /// <summary>For how long each variant before it is measured, and each trial of extra work, in s.</summary>
    public const int WarmUpSeconds = 4;
}
