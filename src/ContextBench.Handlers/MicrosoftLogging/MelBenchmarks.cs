using BenchmarkDotNet.Attributes;

namespace ContextBench.Micro;

/// <summary>Microsoft.Extensions.Logging.</summary>
public class MelBenchmarks : EmailBenchmarks
{
    protected override string StudyName => "mel";

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public Task MelExplicit() => HandleAsync("mel-explicit");

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task Control() => HandleAsync("control");

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task MelBeginScope() => HandleAsync("mel-begin-scope");

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task NoId() => HandleAsync("no-id");
}
