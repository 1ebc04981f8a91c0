using BenchmarkDotNet.Attributes;
using ContextBench.Handlers;

namespace ContextBench.Micro;

/// <summary>A whole request, by each variant.</summary>
/// <remarks>
/// All handlers are made and proved in every case, in the same order, so that processes differ only in the one that
/// they call. A request that yields ends on a pool thread: its time includes BenchmarkDotNet's wait for it, a
/// handover between threads that varies far more than the variants differ.
/// </remarks>
public class HandlerBenchmarks
{
    private EmailRequest _request = null!;
    private RequestHandler _classic = null!;
    private RequestHandler _control = null!;
    private RequestHandler _asyncLocal = null!;
    private RequestHandler _asyncLocalMap = null!;
    private RequestHandler _noId = null!;

    /// <summary>Log lines of a request: one more than it has emails.</summary>
    [Params(
        1, // no email: the request ends without yielding, so the context is entered, read once and left
        10)] // nine emails, so nine yields to the thread pool with the context flowing through each
    public int LogLines { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        LiveValues.RequireNone();
        var workload = new Workload(LogLines - 1, SendMode.Yield, WorkMicroseconds: 0, SinkKind.Null);
        _request = workload.CreateRequest();
        var proof = new VariantProof(new HandlerHost(workload, VariantCatalogue.All), _request);
        _classic = proof.Handler("classic");
        _control = proof.Handler("control");
        _asyncLocal = proof.Handler("async-local");
        _asyncLocalMap = proof.Handler("async-local-map");
        _noId = proof.Handler("no-id");
        LiveValues.RequireNone();
    }

    [Benchmark(Baseline = true)]
    public Task Classic() => RequestHandler.Dispatch(_classic, _request);

    [Benchmark]
    public Task Control() => RequestHandler.Dispatch(_control, _request);

    [Benchmark]
    public Task AsyncLocal() => RequestHandler.Dispatch(_asyncLocal, _request);

    [Benchmark]
    public Task AsyncLocalMap() => RequestHandler.Dispatch(_asyncLocalMap, _request);

    [Benchmark]
    public Task NoId() => RequestHandler.Dispatch(_noId, _request);
}
