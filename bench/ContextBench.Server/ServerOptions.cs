using ContextBench.Handlers;

namespace ContextBench.Server;

/// <summary>What the server hosts, from its configuration (<c>--key value</c>).</summary>
/// <param name="Workload">What a request does: <c>emails</c>, <c>send</c>, <c>work-us</c>, <c>sink</c>.</param>
/// <param name="Routes">
/// <c>routes</c>, as <c>variant=slot,…</c>: the variants in the order of their registration, each with the slot of its route.
/// </param>
/// <param name="ConsoleFile"><c>console-file</c>: stands in for standard output.</param>
internal sealed record ServerOptions(Workload Workload, IReadOnlyList<(Variant Variant, int Slot)> Routes, string? ConsoleFile)
{
    public static ServerOptions From(IConfiguration configuration)
    {
        var article = Workload.Article;
        var workload = new Workload(
            configuration.GetValue("emails", article.Emails),
            configuration.GetValue("send", article.Send),
            configuration.GetValue("work-us", article.WorkMicroseconds),
            configuration.GetValue("sink", article.Sink));
        return new ServerOptions(workload, ParseRoutes(configuration["routes"]), configuration["console-file"]);
    }

    private static IReadOnlyList<(Variant Variant, int Slot)> ParseRoutes(string? routes)
    {
        if (routes is null)
            return [.. VariantCatalogue.All.Select((variant, slot) => (variant, slot))];

        return [.. routes.Split(',').Select(route => route.Split('=')).Select(parts =>
            parts.Length == 2 && int.TryParse(parts[1], out var slot)
                ? (VariantCatalogue.Get(parts[0]), slot)
                : throw new FormatException($"'{routes}' is no list of routes; write variant=slot,variant=slot"))];
    }
}
