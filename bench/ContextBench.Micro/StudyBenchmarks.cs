using System.Reflection;
using BenchmarkDotNet.Attributes;
using ContextBench.Handlers;
using ContextBench.Workloads;

namespace ContextBench.Micro;

/// <summary>
/// A whole request, by each variant of a study. A study's own class, beside its handlers, names its variants.
/// </summary>
/// <remarks>
/// All handlers are made and proved in every case, in the same order, so that processes differ only in the one that
/// they call. A request that yields ends on a pool thread, and the handover to BenchmarkDotNet's waiting thread varies
/// far more than the variants differ: so an invocation is many requests, one after another, that share one wait. They
/// are so many that what an invocation itself allocates is less than a byte of each.
/// </remarks>
public abstract class StudyBenchmarks
{
    /// <summary>The log lines of the article's request, which the HTTP tiers send too unless told.</summary>
    public const int ArticleLogLines = 4;

    protected const int Requests = 400;

    private readonly Dictionary<string, RequestHandler> _handlers = [];
    private Func<RequestHandler, Task> _call = null!;

    /// <summary>Every study's class.</summary>
    public static Type[] All { get; } =
    [
        .. typeof(StudyBenchmarks).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(StudyBenchmarks)))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>The class of a study.</summary>
    /// <param name="study">The study's name.</param>
    /// <returns>The class, or null where there is no such study.</returns>
    public static Type? Find(string study) =>
        All.FirstOrDefault(type => ((StudyBenchmarks)Activator.CreateInstance(type)!).StudyName == study);

    /// <summary>
    /// Whether a benchmark is one of the first three of its class: the baseline, the control and the candidate that the
    /// question is about.
    /// </summary>
    /// <param name="benchmark">The benchmark's method.</param>
    public static bool IsLeading(MethodInfo benchmark) => benchmark.DeclaringType!.GetMethods()
        .Where(method => method.IsDefined(typeof(BenchmarkAttribute)))
        .OrderBy(method => method.MetadataToken)
        .Take(3)
        .Contains(benchmark);

    /// <summary>Log lines of a request.</summary>
    [Params(
        1, // the request ends without yielding, so the context is entered, read once and left
        ArticleLogLines, // bytes and microseconds compare with those of the other tiers
        10)] // nine yields to the thread pool with the context flowing through each
    public int LogLines { get; set; }

    /// <summary>The study's name.</summary>
    protected abstract string StudyName { get; }

    [GlobalSetup]
    public void Setup()
    {
        LiveValues.RequireNone();
        var study = StudyCatalogue.Get(StudyName);
        var workload = Workload.OfLines(LogLines);
        _call = workload.CreateCall();
        var proof = new VariantProof(study, workload);
        foreach (var variant in study.Variants)
            _handlers[variant.Name] = proof.Handler(variant.Name);
        LiveValues.RequireNone();
    }

    /// <summary>Handles requests, one after the other.</summary>
    /// <param name="variant">Whose handler; looked up once for all of them.</param>
    protected async Task HandleAsync(string variant)
    {
        var handler = _handlers[variant];
        for (var i = 0; i < Requests; i++)
            await _call(handler);
    }
}
