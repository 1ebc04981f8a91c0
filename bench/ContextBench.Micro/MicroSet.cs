using System.Globalization;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;
using Perfolizer.Mathematics.OutlierDetection;

namespace ContextBench.Micro;

/// <summary>Which benchmarks run, for how long, and in how many launches.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Launches">Processes that each benchmark is run in, one job each; at least 1.</param>
/// <param name="Job">How a benchmark is run in one launch.</param>
/// <param name="Classes">The benchmark classes.</param>
/// <remarks>
/// <para>
/// Two processes of the same code differ for life, so a launch is the unit of replication. A launch is a job of its
/// own here, because only jobs can be ordered: BenchmarkDotNet runs all launches of one job back to back. Jobs that
/// differ in their id and environment alone share one executable.
/// </para>
/// <para>
/// The unroll factor is set, which keeps BenchmarkDotNet from choosing by the first call: one slow call would
/// switch that launch alone to single invocations without overhead subtraction (<c>EngineFactory.CreateReadyToRun</c>
/// takes another path as soon as either of factor and invocation count is set). Invocations per iteration are left
/// to the pilot stage, since the cases of one class lie two orders of magnitude apart; the pilot's iterations also
/// warm up.
/// </para>
/// <para>
/// Warm-up is long because the processes are kept on one processor, where the JIT optimizes in turn with the benchmark:
/// a handler's second optimization has been seen more than a second after its first call. At four log lines it is
/// steady after some 55 iterations of 16 invocations (median over launches: 1.02 times the result), and the last of 80
/// are at 1.01. An iteration is asked to be shorter than what 16 slow first invocations take, so that the pilot stage
/// chooses 16 in every launch and all launches are equally warm.
/// </para>
/// <para>
/// No outlier is removed: what falls out of one variant and not out of the other would be a difference that nobody
/// measured.
/// </para>
/// </remarks>
public sealed record MicroSet(string Name, int Launches, Job Job, Type[] Classes)
{
    /// <summary>The most launches that their ids, two digits, have room for.</summary>
    public const int MostLaunches = 99;

    /// <summary>The question itself, in a minute with the build: the article's request by three variants.</summary>
    public static MicroSet Quick { get; } = new(
        "quick", Launches: 5, CreateJob(warmups: 80, iterations: 20, iterationMilliseconds: 20),
        [typeof(HandlerBenchmarks)])
    {
        Includes = benchmark =>
            StudyBenchmarks.IsLeading(benchmark.Descriptor.WorkloadMethod)
            && StudyBenchmarks.IsOfQuickSize(benchmark),
    };

    /// <summary>All classes and all cases, in five minutes with the build.</summary>
    public static MicroSet Full { get; } = new(
        "full", Launches: 6, CreateJob(warmups: 80, iterations: 15, iterationMilliseconds: 10),
        [
            typeof(HandlerBenchmarks), typeof(ContextBenchmarks), typeof(ContextReadBenchmarks),
            typeof(ContextCaptureBenchmarks), typeof(AwaitBenchmarks),
        ]);

    /// <summary>Every set there is.</summary>
    public static IReadOnlyList<MicroSet> All { get; } = [Quick, Full];

    /// <summary>Which cases of the classes run.</summary>
    public Predicate<BenchmarkCase> Includes { get; init; } = _ => true;

    /// <summary>The same of another study: its class in place of the default study's.</summary>
    /// <param name="study">The study's class.</param>
    public MicroSet Of(Type study) => this with
    {
        Classes = [.. Classes.Select(type => type.IsSubclassOf(typeof(StudyBenchmarks)) ? study : type)],
    };

    /// <summary>A job for each launch: <c>L01</c>, <c>L02</c>, and so on.</summary>
    /// <remarks>
    /// The variable <c>PAD</c> has another length in each: the environment lies on the stack's top, so what is on the
    /// stack has another address, and a layout that happens to suit one variant is not measured every time.
    /// </remarks>
    public IEnumerable<Job> Jobs => Enumerable.Range(1, Launches).Select(launch =>
        new Job($"L{launch.ToString("00", CultureInfo.InvariantCulture)}", Job)
            .WithEnvironmentVariable("PAD", new string('x', 16 * launch)));

    /// <summary>Finds a set.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The set, or null where there is none of that name.</returns>
    public static MicroSet? Find(string name) => All.FirstOrDefault(set => set.Name == name);

    private static Job CreateJob(int warmups, int iterations, int iterationMilliseconds) =>
        new Job()
            .WithLaunchCount(1)
            .WithWarmupCount(warmups)
            .WithIterationCount(iterations)
            .WithIterationTime(TimeInterval.FromMilliseconds(iterationMilliseconds))
            .WithUnrollFactor(16)
            .WithOutlierMode(OutlierMode.DontRemove);
}
