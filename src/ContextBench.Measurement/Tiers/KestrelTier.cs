using System.Net;
using ContextBench.Handlers;
using ContextBench.Measurement.Http;
using ContextBench.Measurement.Launches;

namespace ContextBench.Measurement.Tiers;

/// <summary>The <c>kestrel</c> tier: HTTP over loopback to a server process that serves every variant.</summary>
public sealed class KestrelTier : ITierSession
{
    private readonly ServerProcess _server;
    private readonly LoadGenerator _generator;
    private readonly byte[][] _requests;
    private readonly ExpectedResponse?[] _expected;
    private readonly LatencyHistogram[] _latencies;

    private KestrelTier(LaunchPlan plan, ServerProcess server)
    {
        _server = server;
        var address = new Uri(server.Ready.Address);
        var body = plan.Workload.CreateRequest();
        _requests = [.. plan.Variants.Select(
            name => PreparedRequest.Create(server.Ready.Paths[name], address.Authority, body))];
        _expected = new ExpectedResponse?[plan.Variants.Count];
        _latencies = [.. plan.Variants.Select(_ => new LatencyHistogram())];
        _generator = new LoadGenerator(new IPEndPoint(IPAddress.Loopback, address.Port), plan.Connections);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> HandlerTypes => _server.Ready.HandlerTypes;

    /// <summary>Starts the server and connects to it.</summary>
    /// <param name="plan">What the launch is to do.</param>
    /// <param name="order">The launch's permutations.</param>
    /// <exception cref="LaunchFaultException">The server did not start.</exception>
    public static KestrelTier Start(LaunchPlan plan, LaunchOrder order)
    {
        var server = ServerProcess.Start(plan, order);
        try
        {
            return new KestrelTier(plan, server);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<SliceCost> RunSliceAsync(int variant, int operations)
    {
        var expected = _expected[variant]
            ?? throw new InvalidOperationException("a variant is proved before its slices run");
        var cpuBefore = _server.Cpu.ReadNs();
        var elapsedNs = _generator.RunSlice(_requests[variant], expected, operations, _latencies[variant]);
        return ValueTask.FromResult(new SliceCost(elapsedNs, _server.Cpu.ReadNs() - cpuBefore));
    }

    /// <inheritdoc/>
    public ValueTask<VariantEvidence> ProveAsync(int variant, int operations)
    {
        _server.StartProof();
        var responses = new byte[operations][];
        for (var i = 0; i < operations; i++)
        {
            _expected[variant] = _generator.Ask(_requests[variant]);
            responses[i] = _expected[variant]!.WithoutDate();
        }

        return ValueTask.FromResult(new VariantEvidence(responses, _server.EndProof()));
    }

    /// <inheritdoc/>
    public ValueTask<RuntimeCounters> ReadCountersAsync() => ValueTask.FromResult(_server.ReadCounters());

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CollectionSpan>> TakeCollectionsAsync() =>
        ValueTask.FromResult(_server.TakeCollections());

    /// <inheritdoc/>
    public void ResetLatencies()
    {
        foreach (var histogram in _latencies)
            histogram.Reset();
    }

    /// <inheritdoc/>
    public LatencyHistogram LatenciesOf(int variant) => _latencies[variant];

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _generator.Dispose();
        _server.Dispose();
        return ValueTask.CompletedTask;
    }
}
