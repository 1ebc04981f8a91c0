using BenchmarkDotNet.Attributes;
using ContextBench.Agent;
using ContextBench.Handlers;
using ContextBench.Workloads;

namespace ContextBench.Micro;

/// <summary>A whole request, by each variant.</summary>
/// <remarks>
/// All handlers are made and proved in every case, in the same order, so that processes differ only in the one that
/// they call. A request that yields ends on a pool thread, and the handover to BenchmarkDotNet's waiting thread varies
/// far more than the variants differ: so an invocation is many requests, one after another, that share one wait. They
/// are so many that what an invocation itself allocates is less than a byte of each.
/// </remarks>
public class HandlerBenchmarks
{
    /// <summary>The log lines of the article's request, which the HTTP tiers send too unless told.</summary>
    public const int ArticleLogLines = 4;

    private const int Requests = 400;

    private Func<RequestHandler, Task> _call = null!;
    private RequestHandler _classic = null!;
    private RequestHandler _control = null!;
    private RequestHandler _asyncLocal = null!;
    private RequestHandler _asyncLocalMap = null!;
    private RequestHandler _noId = null!;

    /// <summary>Log lines of a request: one more than it has emails.</summary>
    [Params(
        1, // no email: the request ends without yielding, so the context is entered, read once and left
        ArticleLogLines, // three emails: bytes and microseconds compare with those of the other tiers
        10)] // nine emails, so nine yields to the thread pool with the context flowing through each
    public int LogLines { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        LiveValues.RequireNone();
        var workload = new Workload(LogLines - 1, SendMode.Yield, WorkMicroseconds: 0, SinkKind.Null);
        _call = workload.CreateCall();
        var proof = new VariantProof(StudyCatalogue.Get("lines"), workload);
        _classic = proof.Handler("classic");
        _control = proof.Handler("control");
        _asyncLocal = proof.Handler("async-local");
        _asyncLocalMap = proof.Handler("async-local-map");
        _noId = proof.Handler("no-id");
        LiveValues.RequireNone();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public Task Classic() => HandleAsync(_classic);

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task Control() => HandleAsync(_control);

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task AsyncLocal() => HandleAsync(_asyncLocal);

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task AsyncLocalMap() => HandleAsync(_asyncLocalMap);

    [Benchmark(OperationsPerInvoke = Requests)]
    public Task NoId() => HandleAsync(_noId);

    private async Task HandleAsync(RequestHandler handler)
    {
        for (var i = 0; i < Requests; i++)
            await _call(handler);
    }
}
