using ContextBench.Handlers;

namespace ContextBench.Server;

/// <summary>What the server hosts, from its configuration (<c>--key value</c>).</summary>
/// <param name="Workload">What a request does: <c>emails</c>, <c>send</c>, <c>work-us</c>, <c>sink</c>.</param>
/// <param name="Routes">
/// <c>routes</c>, as <c>variant=slot,…</c>: the variants in the order of their registration, each with the slot of its
/// route.
/// </param>
/// <param name="ConsoleFile"><c>console-file</c>: stands in for standard output.</param>
/// <param name="WorkSpeed"><c>work-speed</c>: iterations of extra work in 1 µs; measured where it is not told.</param>
/// <param name="IsDosed">
/// <c>dosed</c>: whether a variant that these are compared with, in whatever process, has a dose.
/// </param>
internal sealed record ServerOptions(
    Workload Workload, IReadOnlyList<(Variant Variant, int Slot)> Routes, string? ConsoleFile, double? WorkSpeed,
    bool IsDosed)
{
    public static ServerOptions From(IConfiguration configuration)
    {
        var article = Workload.Article;
        var workload = new Workload(
            configuration.GetValue("emails", article.Emails),
            configuration.GetValue("send", article.Send),
            configuration.GetValue("work-us", article.WorkMicroseconds),
            configuration.GetValue("sink", article.Sink));
        return new ServerOptions(
            workload, ParseRoutes(configuration["routes"]), configuration["console-file"],
            configuration.GetValue<double?>("work-speed"), configuration.GetValue("dosed", false));
    }

    private static (Variant Variant, int Slot)[] ParseRoutes(string? routes)
    {
        if (routes is null)
            return [.. VariantCatalogue.All.Select((variant, slot) => (variant, slot))];

        (string Name, int Slot)[] named = [.. routes.Split(',').Select(route => route.Split('=')).Select(parts =>
            parts.Length == 2 && int.TryParse(parts[1], out var slot)
                ? (parts[0], slot)
                : throw new FormatException($"'{routes}' is no list of routes; write variant=slot,variant=slot"))];
        var variants = VariantCatalogue.GetAll([.. named.Select(route => route.Name)]);
        (Variant Variant, int Slot)[] parsed = [.. variants.Zip(named, (variant, route) => (variant, route.Slot))];
        foreach (var (variant, slot) in parsed)
        {
            if (slot is < 0 or > ServerProtocol.LastSlot)
                throw new FormatException($"{variant.Name} has slot {slot}; slots are 0 to {ServerProtocol.LastSlot}");
            if (parsed.Count(route => route.Slot == slot) > 1)
                throw new FormatException($"slot {slot} is taken twice in '{routes}'");
            if (parsed.Count(route => route.Variant == variant) > 1)
                throw new FormatException($"{variant.Name} is there twice in '{routes}'");
        }

        return parsed;
    }
}
