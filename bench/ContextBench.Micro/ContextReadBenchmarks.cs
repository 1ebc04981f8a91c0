using BenchmarkDotNet.Attributes;
using ContextBench.Context;

namespace ContextBench.Micro;

/// <summary>What reading a context costs, with one value live and with none.</summary>
/// <remarks>
/// BenchmarkDotNet calls the setup on the thread that runs the benchmark, and what a method that is not async makes
/// live stays live on its thread; so a scope is entered in the setup and never left. The setup of each case enters
/// its own only: another live value would make the runtime's map of values a different one.
/// </remarks>
public class ContextReadBenchmarks
{
    private const string Name = "requestId";

    private readonly AsyncLocal<string?> _bare = new();
    private readonly AmbientStore<string> _store = new();
    private readonly AmbientMap _map = new();

    [GlobalSetup(Targets = [nameof(BareReadNoneLive), nameof(StoreReadNoneLive), nameof(MapGetNoneLive)])]
    public void KeepNoneLive() => LiveValues.RequireNone();

    [GlobalSetup(Target = nameof(BareRead))]
    public void MakeBareLive() => LiveValues.MakeLive(() => _bare.Value = LiveValues.Id, BareRead);

    [GlobalSetup(Target = nameof(StoreRead))]
    public void MakeStoreLive() => LiveValues.MakeLive(() => _store.Use(LiveValues.Id), StoreRead);

    [GlobalSetup(Target = nameof(MapGet))]
    public void MakeMapLive() => LiveValues.MakeLive(EnterMap, MapGet);

    [Benchmark(Baseline = true)]
    public string? BareRead() => _bare.Value;

    [Benchmark]
    public string? StoreRead() => _store.Current;

    [Benchmark]
    public object? MapGet() => _map.Get(Name);

    [Benchmark]
    public string? BareReadNoneLive() => _bare.Value;

    [Benchmark]
    public string? StoreReadNoneLive() => _store.Current;

    [Benchmark]
    public object? MapGetNoneLive() => _map.Get(Name);

    private void EnterMap()
    {
        _ = _map.Enter();
        _map.Set(Name, LiveValues.Id);
    }
}
