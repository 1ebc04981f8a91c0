using BenchmarkDotNet.Attributes;
using ContextBench.Context;

namespace ContextBench.Micro;

/// <summary>What entering a context, reading it once and leaving it costs, with no other value live.</summary>
/// <remarks>
/// Baseline and store leave in a <c>finally</c>, as code has to that lets no value outlive an exception: a
/// <c>using</c> is one. <see cref="BareSetReadResetUnguarded"/> shows what that alone costs.
/// </remarks>
public class ContextBenchmarks
{
    private const string Name = "requestId";

    private readonly AsyncLocal<string?> _bare = new();
    private readonly AmbientStore<string> _store = new();
    private readonly AmbientMap _map = new();

    [GlobalSetup]
    public void Setup()
    {
        LiveValues.RequireNone();
        LiveValues.Require(LiveValues.Id, BareSetReadReset());
        LiveValues.Require(LiveValues.Id, BareSetReadResetUnguarded());
        LiveValues.Require(LiveValues.Id, StoreEnterReadLeave());
        LiveValues.Require(LiveValues.Id, MapEnterSetGetLeave());
        LiveValues.RequireNone();
    }

    [Benchmark(Baseline = true)]
    public string? BareSetReadReset()
    {
        _bare.Value = LiveValues.Id;
        try
        {
            return _bare.Value;
        }
        finally
        {
            _bare.Value = null;
        }
    }

    [Benchmark]
    public string? BareSetReadResetUnguarded()
    {
        _bare.Value = LiveValues.Id;
        var read = _bare.Value;
        _bare.Value = null;
        return read;
    }

    [Benchmark]
    public string? StoreEnterReadLeave()
    {
        using (_store.Use(LiveValues.Id))
            return _store.Current;
    }

    [Benchmark]
    public object? MapEnterSetGetLeave()
    {
        using (_map.Enter())
        {
            _map.Set(Name, LiveValues.Id);
            return _map.Get(Name);
        }
    }
}
