using System.Runtime.CompilerServices;

namespace ContextBench.Workloads;

/// <summary>Handles one request: the work that every variant does alike.</summary>
public abstract class RequestHandler
{
    /// <summary>Makes a request id, logs the start, then logs and sends each email.</summary>
    /// <param name="request">A valid request.</param>
    /// <returns>A task that ends when the last email is sent.</returns>
    public abstract Task HandleAsync(EmailRequest request);

    /// <summary>Calls a handler from the one call site that all variants and tiers share.</summary>
    /// <remarks>
    /// Optimized at once, so without a profile: a profile of this site would make the JIT guess one variant's type, and
    /// that variant's calls alone would be inlined.
    /// </remarks>
    /// <param name="handler">The variant's handler.</param>
    /// <param name="request">A valid request.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Task Dispatch(RequestHandler handler, EmailRequest request) => handler.HandleAsync(request);
}
