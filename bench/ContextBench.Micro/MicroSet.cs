using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;
using Perfolizer.Mathematics.OutlierDetection;

namespace ContextBench.Micro;

/// <summary>Which benchmark classes run, and for how long.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Job">How each benchmark of it is run.</param>
/// <param name="Classes">The benchmark classes.</param>
/// <remarks>
/// <para>
/// The unroll factor is set, which keeps BenchmarkDotNet from choosing by the first call: one slow call would
/// switch that launch alone to single invocations without overhead subtraction. Invocations per iteration are left
/// to the pilot stage, since the cases of one class lie two orders of magnitude apart; the pilot's iterations also
/// warm up.
/// </para>
/// <para>
/// Warm-up is long because the processes are kept on one processor, where the JIT optimizes in turn with the benchmark:
/// a handler's second optimization has been seen a second after its first call.
/// </para>
/// <para>
/// No outlier is removed: what falls out of one variant and not out of the other would be a difference that nobody
/// measured.
/// </para>
/// </remarks>
public sealed record MicroSet(string Name, Job Job, Type[] Classes)
{
    /// <summary>The answer in under a minute, build included: enough to see a difference of some percent.</summary>
    public static MicroSet Quick { get; } = new(
        "quick",
        CreateJob("quick", launches: 1, warmups: 24, iterations: 10, iterationMilliseconds: 50),
        [typeof(HandlerBenchmarks), typeof(ContextBenchmarks)]);

    /// <summary>All classes over several launches, since two processes of the same code differ for life.</summary>
    public static MicroSet Full { get; } = new(
        "full",
        CreateJob("full", launches: 3, warmups: 15, iterations: 10, iterationMilliseconds: 200),
        [.. Quick.Classes, typeof(ContextReadBenchmarks), typeof(ContextCaptureBenchmarks), typeof(AwaitBenchmarks)]);

    /// <summary>Every set there is.</summary>
    public static IReadOnlyList<MicroSet> All { get; } = [Quick, Full];

    /// <summary>Finds a set.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The set, or null where there is none of that name.</returns>
    public static MicroSet? Find(string name) => All.FirstOrDefault(set => set.Name == name);

    // BenchmarkDotNet's own options, such as --iterationCount, change a default job; beside another they would add one.
    private static Job CreateJob(string id, int launches, int warmups, int iterations, int iterationMilliseconds) =>
        new Job(id)
            .WithLaunchCount(launches)
            .WithWarmupCount(warmups)
            .WithIterationCount(iterations)
            .WithIterationTime(TimeInterval.FromMilliseconds(iterationMilliseconds))
            .WithUnrollFactor(16)
            .WithOutlierMode(OutlierMode.DontRemove)
            .AsDefault();
}
