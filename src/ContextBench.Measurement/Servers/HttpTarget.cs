using System.Net;
using System.Text;

namespace ContextBench.Measurement.Servers;

/// <summary>HTTP over loopback to a server process that serves every variant.</summary>
public sealed class HttpTarget
    : IHttpVariants, ICollections, IOpenLoop, ILatencies, IServerProcess, IDisposable
{
    private readonly ServerProcess _server;
    private readonly LoadGenerator _generator;
    private readonly byte[][] _paths;
    private readonly byte[] _request;
    private readonly bool[] _isProved;
    private ExpectedResponse? _expected;
    private readonly LatencyHistogram[] _latencies;

    private HttpTarget(LaunchPlan plan, ServerProcess server)
    {
        _server = server;
        var address = new Uri(server.Ready.Address);
        _paths = [.. plan.Study.Names.Select(name => Encoding.UTF8.GetBytes(server.Ready.Paths[name]))];
        _request = PreparedRequest.Create(server.Ready.Paths[plan.Study.Names[0]], address.Authority, plan.Body);
        _isProved = new bool[plan.Study.Variants.Count];
        _latencies = [.. plan.Study.Names.Select(_ => new LatencyHistogram())];
        _generator = new LoadGenerator(new IPEndPoint(IPAddress.Loopback, address.Port), plan.Tier.Connections);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Handlers => _server.Ready.HandlerTypes;

    /// <inheritdoc/>
    public string? GcMode => _server.Ready.GcMode;

    /// <summary>
    /// Iterations of <see cref="CpuWork"/> in 1 µs, as the server measured them; null where it adds no work.
    /// </summary>
    public double? WorkSpeed => _server.Ready.WorkSpeed;

    /// <inheritdoc/>
    public int ProcessId => _server.ProcessId;

    /// <inheritdoc/>
    public Uri RouteOf(string variant) => new(new Uri(_server.Ready.Address), _server.Ready.Paths[variant]);

    /// <inheritdoc/>
    public long ReadCpuNs() => _server.Cpu.ReadNs();

    /// <summary>Starts the server and connects to it.</summary>
    /// <param name="plan">What the launch is to do.</param>
    /// <param name="order">The launch's permutations.</param>
    /// <exception cref="TargetFaultException">The server did not start.</exception>
    public static HttpTarget Start(LaunchPlan plan, LaunchOrder order)
    {
        var server = ServerProcess.Start(plan, order);
        try
        {
            return new HttpTarget(plan, server);
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
        AddressProved(variant);
        var cpuBefore = _server.Cpu.ReadNs();
        var slice = _generator.RunSlice(_request, _expected!, operations);

        // Before the latencies are recorded: the server still works meanwhile, and for how long depends on where the
        // variant's own histogram lies. That made the control's CPU time look smaller than the baseline's.
        var cpuNs = _server.Cpu.ReadNs() - cpuBefore;
        _latencies[variant].RecordAll(slice.LatenciesNs.Span);
        return ValueTask.FromResult(new SliceCost(slice.ElapsedNs, cpuNs));
    }

    /// <inheritdoc/>
    public ValueTask<WindowCost> RunWindowAsync(int variant, int requests, double ratePerSecond)
    {
        AddressProved(variant);
        var cpuBefore = _server.Cpu.ReadNs();
        var window = _generator.RunWindow(_request, _expected!, requests, ratePerSecond);
        var cpuNs = _server.Cpu.ReadNs() - cpuBefore;
        _latencies[variant].RecordAll(window.LatenciesNs.Span);
        return ValueTask.FromResult(new WindowCost(window, cpuNs));
    }

    /// <inheritdoc/>
    public ValueTask<VariantEvidence> ProveAsync(int variant, int operations)
    {
        _server.Ask<JsonElement>(ServerProtocol.StartProof);
        Address(variant);
        var responses = new byte[operations][];
        for (var i = 0; i < operations; i++)
        {
            // The proof compares the bytes: what one variant answers, all do, and all slices are held against it.
            var response = _generator.Ask(_request);
            _expected ??= response;
            responses[i] = response.WithoutTimes();
        }

        _isProved[variant] = true;
        var log = _server.Ask<ServerProtocol.ProofReply>(ServerProtocol.EndProof).Log;
        return ValueTask.FromResult(new VariantEvidence(responses, log));
    }

    /// <inheritdoc/>
    public ValueTask<RuntimeCounters?> ReadCountersAsync(int? variant = null) =>
        ValueTask.FromResult(_server.Ask<RuntimeCounters?>(ServerProtocol.ReadCounters));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CollectionSpan>> TakeCollectionsAsync() =>
        ValueTask.FromResult(_server.Ask<IReadOnlyList<CollectionSpan>>(ServerProtocol.TakeCollections));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, WorkTime>> TakeWorkTimesAsync() =>
        ValueTask.FromResult(_server.Ask<IReadOnlyDictionary<string, WorkTime>>(ServerProtocol.TakeWorkTimes));

    /// <inheritdoc/>
    public ValueTask SetWorkAsync(double microseconds)
    {
        _server.Ask<JsonElement>($"{ServerProtocol.SetWork}{microseconds:R}");
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Promises made since this was last called, by a server that counts them
    /// (<see cref="LaunchPlan.CountsPromises"/>).
    /// </summary>
    public long TakePromises() => _server.Ask<long>(ServerProtocol.TakePromises);

    /// <inheritdoc/>
    public void ResetLatencies()
    {
        foreach (var histogram in _latencies)
            histogram.Reset();
    }

    /// <inheritdoc/>
    public LatencyHistogram LatenciesOf(int variant) => _latencies[variant];

    private void AddressProved(int variant)
    {
        if (!_isProved[variant])
            throw new InvalidOperationException("a variant is proved before it is measured");
        Address(variant);
    }

    // One request for all variants, its path written into it: a buffer of its own, at the same place in memory in every
    // launch, would favour one of them.
    private void Address(int variant) => PreparedRequest.SetPath(_request, _paths[variant]);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _generator.Dispose();
        _server.Dispose();
    }
}
