using BenchmarkDotNet.Attributes;
using ContextBench.Context;

namespace ContextBench.Micro;

/// <summary>What an await that really yields costs, with an ambient value live around it and with none.</summary>
/// <remarks>
/// Both cases run the same code. They differ in their setup alone, which enters the context once and for all:
/// entering it in the measured method would measure the entering too. The value flows from the thread of the setup,
/// which also starts the measured method, to the pool threads on which its awaits go on. One invocation is many
/// awaits, so that the wait for the end of an invocation is shared by all of them.
/// </remarks>
public class AwaitBenchmarks
{
    private const int Awaits = 1_000;

    private readonly AmbientStore<string> _store = new();

    [GlobalSetup(Target = nameof(YieldNoneLive))]
    public void KeepNoneLive() => LiveValues.RequireNone();

    [GlobalSetup(Target = nameof(YieldOneLive))]
    public void MakeOneLive() =>
        LiveValues.MakeLive(() => _store.Use(LiveValues.Id), () => YieldOneLive().GetAwaiter().GetResult());

    [Benchmark(Baseline = true, OperationsPerInvoke = Awaits)]
    public Task<string?> YieldNoneLive() => YieldThenReadAsync();

    [Benchmark(OperationsPerInvoke = Awaits)]
    public Task<string?> YieldOneLive() => YieldThenReadAsync();

    // What is visible after the last await, for the check: once in an invocation, in both cases.
    private async Task<string?> YieldThenReadAsync()
    {
        for (var i = 0; i < Awaits; i++)
            await Task.Yield();
        return _store.Current;
    }
}
