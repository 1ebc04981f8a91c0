using BenchmarkDotNet.Attributes;
using ContextBench.Workloads;
using ContextBench.Workloads.Now;

namespace ContextBench.Micro;

/// <summary>The request that the article's benchmark sent.</summary>
public class NowBenchmarks : StudyBenchmarks
{
    private const int KuzzleAwaits = 13; // of the article's server, in its pipeline

    /// <summary>Nested async methods of a request.</summary>
    [Params(0, KuzzleAwaits)]
    public int Depth { get; set; }

    protected override int QuickSize => KuzzleAwaits;

    protected override string StudyName => "now";

    protected override Workload Workload => NowWorkload.Kind.Default with { Depth = Depth };

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public Task Classic() => HandleAsync("classic");

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task Control() => HandleAsync("control");

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task AsyncLocal() => HandleAsync("async-local");

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task AsyncLocalMap() => HandleAsync("async-local-map");

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task NoId() => HandleAsync("no-id");
}
