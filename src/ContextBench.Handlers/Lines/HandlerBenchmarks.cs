using BenchmarkDotNet.Attributes;

namespace ContextBench.Micro;

/// <summary>The suite's own log lines. Its name and those of its methods are published, and stay.</summary>
public class HandlerBenchmarks : EmailBenchmarks
{
    protected override string StudyName => "lines";

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
