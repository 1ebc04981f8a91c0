using System.Reflection;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;
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
    protected const int Requests = 400;

    private readonly Dictionary<string, RequestHandler> _handlers = [];
    private Func<RequestHandler, Task> _call = null!;

    /// <summary>Every study's class.</summary>
    public static Type[] All { get; } =
    [
        .. typeof(StudyBenchmarks).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(StudyBenchmarks)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>The class of a study.</summary>
    /// <param name="study">The study's name.</param>
    /// <returns>The class, or null where there is no such study.</returns>
    public static Type? Find(string study) => All.FirstOrDefault(type => Create(type).StudyName == study);

    /// <summary>Whether a benchmark is of the request that answers the study's question.</summary>
    /// <param name="benchmark">The benchmark, of a study's class.</param>
    public static bool IsOfQuickSize(BenchmarkCase benchmark) =>
        benchmark.Parameters.Items.Single().Value.Equals(Create(benchmark.Descriptor.Type).QuickSize);

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

    /// <summary>The study's name.</summary>
    protected abstract string StudyName { get; }

    /// <summary>The size of the request that answers the study's question: a value of its one parameter.</summary>
    protected abstract int QuickSize { get; }

    /// <summary>What a request does.</summary>
    protected abstract Workload Workload { get; }

    [GlobalSetup]
    public void Setup()
    {
        LiveValues.RequireNone();
        var study = StudyCatalogue.Get(StudyName);
        _call = Workload.CreateCall();
        var proof = new VariantProof(study, Workload);
        foreach (var variant in study.Variants)
            _handlers[variant.Name] = proof.Handler(variant.Name);
        LiveValues.RequireNone();
    }

    private static StudyBenchmarks Create(Type type) => (StudyBenchmarks)Activator.CreateInstance(type)!;

    /// <summary>Handles requests, one after the other.</summary>
    /// <param name="variant">Whose handler; looked up once for all of them.</param>
    protected async Task HandleAsync(string variant)
    {
        var handler = _handlers[variant];
        for (var i = 0; i < Requests; i++)
            await _call(handler);
    }
}
