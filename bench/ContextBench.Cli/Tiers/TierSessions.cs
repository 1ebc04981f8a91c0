using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Tiers;

namespace ContextBench.Cli.Tiers;

/// <summary>Starts the process under test of each tier.</summary>
internal static class TierSessions
{
    /// <summary>Starts it, or becomes it.</summary>
    /// <param name="plan">What the launch is to do.</param>
    /// <param name="order">The launch's permutations.</param>
    public static ITierSession Start(LaunchPlan plan, LaunchOrder order) => plan.Tier switch
    {
        "handler" => new HandlerTier(plan, order),
        "in-memory" => new InMemoryTier(plan, order),
        "kestrel" or "express" => plan.Residency == Residency.Apart
            ? ApartTier.Start(plan, order)
            : HttpTier.Start(plan, order),
        _ => throw new ArgumentException($"no tier is named '{plan.Tier}'", nameof(plan)),
    };
}
