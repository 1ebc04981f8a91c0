using ContextBench.Workloads.Emails;
using ContextBench.Workloads.Now;

namespace ContextBench.Server;

/// <summary>Maps the routes of variants, by the kind of request that their handlers take.</summary>
internal static class VariantEndpoints
{
    /// <summary>Maps a variant's route.</summary>
    /// <param name="routes">The application's routes.</param>
    /// <param name="path">The route's path.</param>
    /// <param name="handler">The variant's handler.</param>
    /// <exception cref="ArgumentException">No endpoint serves such a handler.</exception>
    public static IEndpointConventionBuilder Map(
        this IEndpointRouteBuilder routes, string path, RequestHandler handler) => handler switch
        {
            RequestHandler<EmailRequest> emails => routes.MapPost(path, new EmailEndpoint(emails).HandleAsync),
            RequestHandler<NowRequest> now => routes.MapGet(path, new NowEndpoint(now).HandleAsync),
            _ => throw new ArgumentException($"{handler.GetType()} has no endpoint", nameof(handler)),
        };
}
