using ContextBench.Measurement.Launches;

namespace ContextBench.Measurement.Tiers;

/// <summary>A tier: where variants run.</summary>
/// <param name="Name">Its permanent name, in options and files.</param>
/// <param name="Summary">One line for people.</param>
/// <param name="IsServer">
/// Whether a server process is under test, on a processor apart from the launch's own process.
/// </param>
/// <param name="Start">Starts the process under test, or becomes it.</param>
public sealed record Tier(
    string Name, string Summary, bool IsServer, Func<LaunchPlan, LaunchOrder, ITierSession> Start);

/// <summary>Every tier there is, one line each.</summary>
public static class TierCatalogue
{
    /// <summary>All tiers, in the order in which they are listed and measured.</summary>
    public static IReadOnlyList<Tier> All { get; } =
    [
        new(
            "handler", "a direct call, in a fresh process a launch", IsServer: false,
            (plan, order) => new HandlerTier(plan, order)),
        new("kestrel", "HTTP over loopback to a server process", IsServer: true, KestrelTier.Start),
    ];

    /// <summary>Finds a tier that has to be there.</summary>
    /// <param name="name">Its permanent name.</param>
    /// <exception cref="ArgumentException">There is no tier of that name.</exception>
    public static Tier Get(string name) =>
        All.FirstOrDefault(tier => tier.Name == name)
            ?? throw new ArgumentException($"no tier is named '{name}'", nameof(name));
}
