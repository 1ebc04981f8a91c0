using ContextBench.Measurement.Servers;

namespace ContextBench.Targets;

/// <summary>Starts the process under test of each tier.</summary>
public static class TargetFactory
{
    /// <summary>
    /// Starts it for an inspection: on <c>handler</c> with calls that allocate nothing themselves.
    /// </summary>
    /// <param name="plan">What is inspected.</param>
    /// <param name="order">The permutations of its one variant.</param>
    public static ITarget StartInspected(LaunchPlan plan, LaunchOrder order) =>
        plan.Tier.Tier == "handler" ? new InspectedCalls(plan) : Start(plan, order);

    /// <summary>Starts it, or becomes it.</summary>
    /// <param name="plan">What the launch is to do.</param>
    /// <param name="order">The launch's permutations.</param>
    public static ITarget Start(LaunchPlan plan, LaunchOrder order) => plan.Tier.Tier switch
    {
        "handler" => new HandlerTarget(plan, order),
        "in-memory" => new InMemoryTarget(plan, order),
        "kestrel" or "express" => plan.Run.Load.Residency == Residency.Apart
            ? ApartTarget.Start(plan, order)
            : HttpTarget.Start(plan, order),
        _ => throw new ArgumentException($"no tier is named '{plan.Tier.Tier}'", nameof(plan)),
    };
}
