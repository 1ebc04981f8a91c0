using ContextBench.Agent;
using ContextBench.Handlers;

namespace ContextBench.Server;

/// <summary>What the server hosts, from its configuration (<c>--key value</c>).</summary>
/// <param name="Workload">
/// What a request does: the settings of the study's kind of request, <c>work-us</c> and <c>sink</c>.
/// </param>
/// <param name="Study"><c>study</c>: where the variants come from.</param>
/// <param name="Routes">
/// <c>routes</c>, as <c>variant=slot,…</c>: the variants in the order of their registration, each with the slot of its
/// route.
/// </param>
/// <param name="Settings"><c>console-file</c>, <c>work-speed</c> and <c>injected</c>.</param>
internal sealed record ServerOptions(
    Workload Workload, Study Study, IReadOnlyList<(string Variant, int Slot)> Routes, HostSettings Settings)
{
    public static ServerOptions From(IConfiguration configuration)
    {
        var study = StudyCatalogue.Get(configuration["study"] ?? StudyCatalogue.Default.Name);
        var workload = study.Workload.From(
            name => configuration[name], configuration.GetValue("work-us", 0.0),
            configuration.GetValue("sink", SinkKind.Null));
        return new ServerOptions(
            workload, study, ParseRoutes(study, configuration["routes"]),
            new HostSettings
            {
                ConsoleFile = configuration["console-file"],
                WorkSpeed = configuration.GetValue<double?>("work-speed"),
                HasInjectedCosts = configuration.GetValue("injected", false),
            });
    }

    private static (string Variant, int Slot)[] ParseRoutes(Study study, string? routes)
    {
        if (routes is null)
            return [.. study.Variants.Select((variant, slot) => (variant.Name, slot))];

        (string Variant, int Slot)[] parsed = [.. routes.Split(',').Select(route => route.Split('=')).Select(parts =>
            parts.Length == 2 && int.TryParse(parts[1], out var slot)
                ? (study.Get(parts[0]).Name, slot)
                : throw new FormatException($"'{routes}' is no list of routes; write variant=slot,variant=slot"))];
        foreach (var (variant, slot) in parsed)
        {
            if (slot is < 0 or > RoutePath.LastSlot)
                throw new FormatException($"{variant} has slot {slot}; slots are 0 to {RoutePath.LastSlot}");
            if (parsed.Count(route => route.Slot == slot) > 1)
                throw new FormatException($"slot {slot} is taken twice in '{routes}'");
            if (parsed.Count(route => route.Variant == variant) > 1)
                throw new FormatException($"{variant} is there twice in '{routes}'");
        }

        return parsed;
    }
}
