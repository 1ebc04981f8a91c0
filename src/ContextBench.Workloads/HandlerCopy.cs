using System.Reflection;
using System.Runtime.Loader;

namespace ContextBench.Workloads;

/// <summary>
/// Loads a variant's code for itself alone: the handlers' assembly once more, in a load context named for the variant.
/// So the control is the baseline's very code compiled a second time, and an arm with an injected cost shares no
/// compiled code with the arm that it is compared with.
/// </summary>
/// <remarks>
/// Contexts are never collectible: the runtime compiles the code of a collectible one once and without tiers. All
/// that handlers share (services, sinks, logging libraries) is loaded in the default context.
/// </remarks>
public static class HandlerCopy
{
    /// <summary>
    /// The copies of a variant on the tier that measures bare calls. Where code lies in memory makes one copy of a
    /// bare handler some percent faster than another, for as long as the process lives; a launch that measures many of
    /// them sees what the source costs, rather than the place.
    /// </summary>
    public const int MostCopies = 16;

    /// <summary>Loads a variant's code once more and creates its handler.</summary>
    /// <param name="assembly">The handlers' assembly.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="services">The services that all variants share.</param>
    /// <exception cref="TypeLoadException">The assembly has no such handler.</exception>
    public static RequestHandler Create(Assembly assembly, Variant variant, RequestServices services)
    {
        var context = new AssemblyLoadContext(variant.Name, isCollectible: false);
        var type = context.LoadFromAssemblyPath(assembly.Location).GetType(variant.HandlerType, throwOnError: true)!;
        var create = type.GetMethod("Create", [typeof(RequestServices)])
            ?? throw new TypeLoadException($"{variant.HandlerType} has no method Create(RequestServices)");
        return create.CreateDelegate<Func<RequestServices, RequestHandler>>()(services);
    }

    /// <summary>What handles the requests: the handler's class, and the context that its code was loaded in.</summary>
    /// <param name="handler">The handler.</param>
    public static string IdentityOf(RequestHandler handler)
    {
        var type = handler.Own.GetType();
        return $"{type.Name} in {AssemblyLoadContext.GetLoadContext(type.Assembly)?.Name}";
    }
}
