namespace ContextBench.Measurement.Inspections;

/// <summary>Inspects a variant in a process of its own, or on a tier with a server in a server of its own.</summary>
/// <param name="assembly">
/// The program that understands <paramref name="arguments"/> and calls <see cref="InspectionProgram"/>.
/// </param>
/// <param name="arguments">Its arguments.</param>
public sealed class Inspector(string assembly, IReadOnlyList<string> arguments)
{
    private const int MostAwaitRequests = 50;
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    /// <summary>Inspects the one variant of a plan.</summary>
    /// <param name="plan">What to run, with one variant.</param>
    /// <param name="requests">Requests whose allocations are counted, 1 or more.</param>
    /// <param name="cancellation">Ends the process and what it started.</param>
    /// <exception cref="TargetFaultException">The process died, or is not the variant claimed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Inspection> InspectAsync(LaunchPlan plan, int requests, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("contextbench-inspect-");
        var start = DotnetProcess.StartInfo(assembly, arguments);
        var variables = EventListening.Variables(folder.FullName);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = ProcessorPinning.Start(start, processor: null);
        try
        {
            await process.SendAsync(ObservationJson.Write(plan with { ServerVariables = variables }), cancellation);
            return await InspectAsync(process, plan, requests, cancellation);
        }
        finally
        {
            process.End(cancellation.IsCancellationRequested ? TimeSpan.Zero : TimeToEnd);
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Inspection> InspectAsync(
        Process process, LaunchPlan plan, int requests, CancellationToken cancellation)
    {
        var ready = await ReadAsync<InspectionProgram.Ready>(process, cancellation);
        if (ready.Fault is not null)
            throw new TargetFaultException(ready.Fault);

        // Awaits first, and apart: listening to them allocates.
        var events = new EventListening(ready.ProcessId);
        var (awaiting, awaits) = await events.WhileAsync(
            toAwaits: true, () => RunAsync(Math.Min(requests, MostAwaitRequests)));
        var (awaitCount, awaitShare) = new RequestTally(awaiting).CountOf(awaits.AwaitTicks);

        var (counted, seen) = await events.WhileAsync(toAwaits: false, () => RunAsync(requests));
        var tally = new RequestTally(counted);
        var handler = plan.Study.Variants[0].Handler;
        var (hops, hopsError) = tally.ThreadHops(seen.Allocations);
        return new Inspection
        {
            Variant = plan.Study.Names[0],
            Tier = plan.Tier.Tier,
            Workload = plan.Run.Workload,
            Requests = requests,
            CountedBytes = (double)counted.AllocatedBytes / requests,
            Types = tally.Types(seen.Allocations, name => TypeNames.Generalize(name, handler)),
            SampledEvents = seen.Allocations.Count(allocation => allocation.Objects != 1),
            Log = ready.Log!,
            Responses = ready.Responses!,
            YieldedAwaits = awaitCount,
            YieldedAwaitsShare = awaitShare,
            ThreadHops = hops,
            ThreadHopsError = hopsError,
        };

        async Task<PacedRequests> RunAsync(int number)
        {
            await process.SendAsync($"{number}", cancellation);
            return await ReadAsync<PacedRequests>(process, cancellation);
        }
    }

    private static async Task<T> ReadAsync<T>(Process process, CancellationToken cancellation)
        where T : class
    {
        var line = await process.StandardOutput.ReadLineAsync(cancellation)
            ?? throw new TargetFaultException("the inspected process died");
        return ObservationJson.TryRead<T>(line, out var answer)
            ? answer
            : throw new TargetFaultException($"the inspected process wrote '{line}'");
    }
}
