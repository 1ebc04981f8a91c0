namespace ContextBench.Measurement.Launches;

/// <summary>Counts allocated bytes, variant by variant, between precise readings of the process under test.</summary>
internal sealed class AllocationPhase(
    LaunchPlan plan, ITarget target, IRuntimeCounters counters, BlockSchedule schedule)
{
    private const int Rounds = 5; // each over all variants
    private const int MostOperations = 400; // of each variant in a round
    private const double RoundSeconds = 0.1;

    /// <summary>Counts them.</summary>
    /// <param name="secondsPerOperation">
    /// How long an operation takes, in s: a round has as many as fit into a short time, so that a slow workload does
    /// not take minutes to count.
    /// </param>
    /// <returns>For each variant, what the rounds counted.</returns>
    public async Task<IReadOnlyList<AllocationObservation>> RunAsync(double secondsPerOperation)
    {
        var fitting = (int)(RoundSeconds / secondsPerOperation);
        var operations = Math.Clamp(fitting, plan.Tier.Connections, MostOperations);
        var used = plan.Study.Names.Select(_ => new List<RuntimeCounters>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            if (target is ICodeCopies copies)
                copies.UseCopy(round % copies.Copies);
            foreach (var variant in schedule.Next().ToArray())
            {
                var before = await counters.ReadCountersAsync(variant);
                await target.RunSliceAsync(variant, operations);
                var after = await counters.ReadCountersAsync(variant);
                used[variant].Add((after - before)!.Value); // a runtime that counts nothing has no such phase
            }
        }

        return [.. used.Select(rounds => AllocationObservation.Of(rounds, operations))];
    }
}
