using ContextBench.Agent;
using ContextBench.Workloads;

namespace ContextBench.Micro;

/// <summary>Proves, before anything is measured, that handlers are the variants they are said to be.</summary>
/// <param name="study">The study; all its handlers are made, in its order.</param>
/// <param name="workload">What the request that will be measured does.</param>
public sealed class VariantProof(Study study, Workload workload)
{
    private readonly Func<RequestHandler, Task> _call = workload.CreateCall();

    /// <summary>The handlers.</summary>
    public HandlerHost Host { get; init; } =
        new(workload, study, study.Variants.Select(variant => variant.Name));

    /// <summary>Finds a variant's handler and proves it by its type, its number of log lines and their bytes.</summary>
    /// <param name="name">The variant's name.</param>
    /// <returns>The handler.</returns>
    /// <exception cref="InvalidOperationException">The handler is another variant's.</exception>
    public RequestHandler Handler(string name)
    {
        var variant = study.Get(name);
        Require(Host.HandlerTypes[name] == variant.Facts.Handler, $"is handled by {Host.HandlerTypes[name]}");

        var log = LogOf(Host[name]);
        var lines = log.AsSpan().Count((byte)'\n');
        Require(lines == workload.LogLines, $"wrote {lines} log lines");

        // Ids are counted during a proof, so all variants with an id write the same bytes.
        var sameAsBaseline = log.AsSpan().SequenceEqual(LogOf(Host[study.Baseline.Name]));
        Require(sameAsBaseline == (variant.Role != VariantRole.WithoutId), "wrote log bytes of another role");
        return Host[name];

        void Require(bool isTrue, string finding)
        {
            if (!isTrue)
                throw new InvalidOperationException($"'{name}' is not the variant it is said to be: it {finding}");
        }
    }

    private byte[] LogOf(RequestHandler handler)
    {
        Host.StartProof();
        _call(handler).GetAwaiter().GetResult();
        return Host.EndProof();
    }
}
