using System.Runtime.CompilerServices;

namespace ContextBench.Workloads;

/// <summary>Handles one kind of request: the work that every variant does alike.</summary>
public abstract class RequestHandler
{
    /// <summary>Calls a handler from the one call site that all variants and tiers share.</summary>
    /// <remarks>
    /// Optimized at once, so without a profile: a profile of this site would make the JIT guess one variant's type, and
    /// that variant's calls alone would be inlined.
    /// </remarks>
    /// <param name="handler">The variant's handler.</param>
    /// <param name="request">A valid request.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Task Dispatch<TRequest>(RequestHandler<TRequest> handler, TRequest request)
        where TRequest : class => handler.HandleAsync(request);

    /// <summary>The variant's own handler: this one, unless it only adds work to another.</summary>
    internal virtual RequestHandler Own => this;

    /// <summary>The same handler with work in front of it.</summary>
    internal abstract RequestHandler With(InjectedWork work);
}

/// <summary>Handles requests of one kind.</summary>
/// <typeparam name="TRequest">What a request is.</typeparam>
public abstract class RequestHandler<TRequest> : RequestHandler
    where TRequest : class
{
    /// <summary>Makes a request id, does what is asked for and logs it.</summary>
    /// <param name="request">A valid request.</param>
    /// <returns>A task that ends when the request is handled.</returns>
    public abstract Task HandleAsync(TRequest request);

    internal sealed override RequestHandler With(InjectedWork work) => new WorkingHandler<TRequest>(this, work);
}
