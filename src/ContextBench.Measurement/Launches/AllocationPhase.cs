using ContextBench.Handlers;
using ContextBench.Measurement.Blocks;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Tiers;

namespace ContextBench.Measurement.Launches;

/// <summary>Counts allocated bytes, variant by variant, between precise readings of the process under test.</summary>
internal sealed class AllocationPhase(LaunchPlan plan, ITierSession session, BlockSchedule schedule)
{
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
        var operations = Math.Clamp(fitting, plan.Connections, plan.AllocationOperations);
        var used = plan.Variants.Select(_ => new List<RuntimeCounters>()).ToArray();
        for (var round = 0; round < plan.AllocationRounds; round++)
        {
            session.UseCopy(round % session.Copies);
            foreach (var variant in schedule.Next().ToArray())
            {
                var before = await session.ReadCountersAsync(variant);
                await session.RunSliceAsync(variant, operations);
                var after = await session.ReadCountersAsync(variant);
                used[variant].Add((after - before)!.Value); // a runtime that counts nothing has no such phase
            }
        }

        return [.. used.Select(rounds => AllocationObservation.Of(rounds, operations))];
    }
}
