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
    private const string Id = "3f2b8c1e-0d4a-4b57-9a6e-2f1c7d8e9b0a"; // none is made while measuring
    private const string Name = "requestId";

    private readonly AsyncLocal<string?> _bare = new();
    private readonly AmbientStore<string> _store = new();
    private readonly AmbientMap _map = new();

    [GlobalSetup]
    public void Setup()
    {
        LiveValues.RequireNone();
        LiveValues.Require(Id, BareSetReadReset());
        LiveValues.Require(Id, BareSetReadResetUnguarded());
        LiveValues.Require(Id, StoreEnterReadLeave());
        LiveValues.Require(Id, MapEnterSetGetLeave());
        LiveValues.RequireNone();
    }

    [Benchmark(Baseline = true)]
    public string? BareSetReadReset()
    {
        _bare.Value = Id;
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
        _bare.Value = Id;
        var read = _bare.Value;
        _bare.Value = null;
        return read;
    }

    [Benchmark]
    public string? StoreEnterReadLeave()
    {
        using (_store.Use(Id))
            return _store.Current;
    }

    [Benchmark]
    public object? MapEnterSetGetLeave()
    {
        using (_map.Enter())
        {
            _map.Set(Name, Id);
            return _map.Get(Name);
        }
    }
}
