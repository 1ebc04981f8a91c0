using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;

namespace ContextBench.Micro;

/// <summary>What capturing the execution context costs, as every await that suspends does.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "Benchmarks are instance methods, all alike.")]
public class ContextCaptureBenchmarks
{
    private readonly AsyncLocal<string?> _bare = new();

    [GlobalSetup(Target = nameof(CaptureNoneLive))]
    public void KeepNoneLive() => LiveValues.RequireNone();

    [GlobalSetup(Target = nameof(CaptureOneLive))]
    public void MakeOneLive() // stays live on the thread that runs the benchmark
    {
        LiveValues.RequireNone();
        _bare.Value = LiveValues.Id;
        ExecutionContext.Run(CaptureOneLive()!, _ => LiveValues.Require(LiveValues.Id, _bare.Value), null);
    }

    [Benchmark(Baseline = true)]
    public ExecutionContext? CaptureNoneLive() => ExecutionContext.Capture();

    [Benchmark]
    public ExecutionContext? CaptureOneLive() => ExecutionContext.Capture();
}
