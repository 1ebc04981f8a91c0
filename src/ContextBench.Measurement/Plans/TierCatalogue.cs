namespace ContextBench.Measurement.Plans;

/// <summary>A tier: where variants run.</summary>
/// <param name="Name">Its permanent name, in options and files.</param>
/// <param name="Summary">One line for people.</param>
/// <param name="Operation">What one operation is called: <c>call</c> or <c>request</c>.</param>
/// <param name="IsServer">
/// Whether a server process is under test, on a processor apart from the launch's own process.
/// </param>
/// <param name="LeastSpreadPercent">
/// The least standard deviation between launches that a quiet machine may show, in percent: half or less of what
/// published runs have. A verdict that even such launches could not reach is refused.
/// </param>
public sealed record Tier(string Name, string Summary, string Operation, bool IsServer, double LeastSpreadPercent);

/// <summary>Every tier there is, one line each.</summary>
public static class TierCatalogue
{
    /// <summary>All tiers, in the order in which they are listed and measured: the handler, then outwards.</summary>
    public static IReadOnlyList<Tier> All { get; } =
    [
        new("handler", "a direct call, in a fresh process a launch", "call", IsServer: false, 0.1),
        new(
            "in-memory", "through ASP.NET Core's pipeline on its test server, no sockets", "request", IsServer: false,
            0.3),
        new("kestrel", "HTTP over loopback to a server process", "request", IsServer: true, 0.05),
    ];

    /// <summary>
    /// The article's application on Node.js: measured by <c>reproduce</c> alone, so not among those of a run.
    /// </summary>
    public static Tier Express { get; } = new(
        "express", "HTTP over loopback to Express on Node.js", "request", IsServer: true, 0.05);

    /// <summary>Finds a tier that has to be there.</summary>
    /// <param name="name">Its permanent name.</param>
    /// <exception cref="ArgumentException">There is no tier of that name.</exception>
    public static Tier Get(string name) =>
        All.Append(Express).FirstOrDefault(tier => tier.Name == name)
            ?? throw new ArgumentException($"no tier is named '{name}'", nameof(name));
}
