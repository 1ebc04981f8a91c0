using ContextBench.Handlers;

namespace ContextBench.Micro;

/// <summary>Proves, before anything is measured, that handlers are the variants they are said to be.</summary>
/// <param name="host">The handlers.</param>
/// <param name="request">The request that will be measured.</param>
public sealed class VariantProof(HandlerHost host, EmailRequest request)
{
    /// <summary>Finds a variant's handler and proves it by its type, its number of log lines and their bytes.</summary>
    /// <param name="name">The variant's name.</param>
    /// <returns>The handler.</returns>
    /// <exception cref="InvalidOperationException">The handler is another variant's.</exception>
    public RequestHandler Handler(string name)
    {
        var variant = VariantCatalogue.Get(name);
        Require(host.HandlerTypes[name] == variant.HandlerTypeName, $"is handled by {host.HandlerTypes[name]}");

        var log = LogOf(host[name]);
        var lines = log.AsSpan().Count((byte)'\n');
        Require(lines == request.Emails!.Length + 1, $"wrote {lines} log lines");

        // Ids are counted during a proof, so all variants with an id write the same bytes.
        var sameAsBaseline = log.AsSpan().SequenceEqual(LogOf(host[VariantCatalogue.Baseline.Name]));
        Require(sameAsBaseline == (variant.Role != VariantRole.WithoutId), "wrote log bytes of another role");
        return host[name];

        void Require(bool isTrue, string finding)
        {
            if (!isTrue)
                throw new InvalidOperationException($"'{name}' is not the variant it is said to be: it {finding}");
        }
    }

    private byte[] LogOf(RequestHandler handler)
    {
        host.StartProof();
        RequestHandler.Dispatch(handler, request).GetAwaiter().GetResult();
        return host.EndProof();
    }
}
