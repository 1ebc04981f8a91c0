namespace ContextBench.Cli.Options;

/// <summary>Options of a run that contradict each other, each with what to do; of several the first is said.</summary>
/// <param name="options">The options.</param>
/// <param name="result">The parsed command line.</param>
/// <param name="load">How load was asked to be made.</param>
internal sealed class Contradictions(RunOptions options, ParseResult result, LoadPlan load)
{
    private const double FewestRequests = 1_000; // ten of them beyond the 99th percentile

    private static readonly string Kestrel = TierCatalogue.All.Single(tier => tier.IsServer).Name;

    /// <summary>Refuses what contradicts itself.</summary>
    /// <exception cref="UsageException">Something does.</exception>
    public void Refuse()
    {
        RefuseOfLoad();
        RefuseOfTiers();
    }

    private void RefuseOfLoad()
    {
        var (engine, isPaired, isOpenLoop) = (load.Engine, load.Arms is null, load.OpenLoop is not null);
        var isApart = load.Residency == Residency.Apart;
        var (connections, rate) = (result.GetValue(options.Connections), load.OpenLoop?.RatePerSecond);
        var requests = rate * load.OpenLoop?.WindowSeconds;
        Refuse(isApart && !isPaired, $"--residency apart belongs to the paired engine, not to {engine}: drop one");
        Refuse(isOpenLoop && !isPaired, $"--rate belongs to the paired engine, not to {engine}: drop one of the two");
        Refuse(isOpenLoop && isApart, "--rate measures all variants in one process: drop --residency apart");
        Refuse(
            engine == EngineNames.NBomber && !StudyCatalogue.Get(result.GetValue(options.Study)!).Workload.IsPosted,
            $"--engine {engine} posts requests, and those of --study {result.GetValue(options.Study)} are GETs: use " +
            "--engine wrk");
        Refuse(
            WasWritten(options.Threads) && engine != EngineNames.Wrk,
            "--threads belongs to wrk: drop it, or write --engine wrk");
        Refuse(
            WasWritten(options.Seconds) && LoadPlanner.IsInSlices(load),
            "--seconds belongs to --engine wrk or nbomber, and to --rate: drop it");
        Refuse(
            WasWritten(options.Slice) && !LoadPlanner.IsInSlices(load),
            "--slice belongs to the paired engine's closed loop: drop it");
        Refuse(
            engine == EngineNames.Wrk && connections < load.Arms?.Threads,
            $"wrk needs a connection a thread: {connections} are too few for {load.Arms?.Threads} threads");
        Refuse(
            requests < FewestRequests,
            $"a window of {requests:0} requests tells nothing of p99: " +
            $"use --seconds {Math.Ceiling(FewestRequests / rate.GetValueOrDefault()):0}");
    }

    private void RefuseOfTiers()
    {
        var tiers = result.GetValue(options.Tiers) is { } written ? WordList.Words(written) : null;
        var reason = LoadPlanner.ReasonForKestrelAlone(load);
        var hasPrecision = WasWritten(options.Precision);
        Refuse(
            WasWritten(options.Connections) && tiers?.Contains(Kestrel) == false,
            "--connections belongs to kestrel, which --tiers leaves out: drop one of the two");
        Refuse(
            reason is not null && tiers?.Any(tier => tier != Kestrel) == true,
            $"{reason} measures {Kestrel} alone: drop --tiers, or write --tiers {Kestrel}");
        Refuse(
            hasPrecision && reason is not null,
            $"--precision plans the paired engine's closed loop, not {reason}: drop one");
        Refuse(
            hasPrecision && WasWritten(options.Launches),
            "--launches fixes the number that --precision would find: drop one of the two");
    }

    private static void Refuse(bool applies, string message)
    {
        if (applies)
            throw new UsageException(message);
    }

    private bool WasWritten(Option option) => RunOptions.WasWritten(result, option);
}
