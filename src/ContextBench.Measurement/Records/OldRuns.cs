using System.Text.Json.Nodes;

namespace ContextBench.Measurement.Records;

/// <summary>
/// The one step that brings files of older versions up to date. They named their variants without saying what each was
/// for, and knew one kind of request: here is what those names stood for then.
/// </summary>
internal static class OldRuns
{
    private static readonly Dictionary<string, (VariantRole Role, string Summary)> Known = new()
    {
        ["classic"] = (VariantRole.Baseline, "the id is a parameter"),
        ["control"] = (VariantRole.Control, "classic, compiled a second time (A/A)"),
        ["async-local"] = (VariantRole.Candidate, "a string in an AsyncLocal"),
        ["async-local-map"] = (VariantRole.Candidate, "the article's map of values in one AsyncLocal"),
        ["als"] = (VariantRole.Candidate, "the article's map of values in an AsyncLocalStorage"),
        ["no-id"] = (VariantRole.WithoutId, "no id on any line"),
    };

    /// <summary>Gives a run's plan its study and its workload's summary, where it has none.</summary>
    /// <param name="plan">The plan, as <c>environment.json</c> has it.</param>
    public static void Upgrade(JsonObject plan)
    {
        if (plan["variants"] is JsonArray variants && plan["study"] is null)
        {
            string[] names = [.. variants.Select(name => (string?)name ?? "")];
            plan.Remove("variants");
            var study = new StudyFacts(names.Contains("als") ? "node" : "lines", [.. names.Select(FactsOf)]);
            plan["study"] = JsonSerializer.SerializeToNode(study, ObservationJson.Options);
        }

        if (plan["workload"] is JsonObject workload && workload["summary"] is null)
            workload["summary"] = SummaryOf(workload);
    }

    private static VariantFacts FactsOf(string name)
    {
        if (Known.TryGetValue(name, out var known))
            return new VariantFacts(name, known.Summary, known.Role, Handler: "");

        var of = name.Split(InjectedCost.Separator)[0];
        var role = Known.GetValueOrDefault(of).Role == VariantRole.WithoutId
            ? VariantRole.WithoutId
            : VariantRole.Candidate;
        return new VariantFacts(name, $"{of} with a known cost", role, Handler: "");
    }

    private static string SummaryOf(JsonObject workload) =>
        workload["emails"] is { } emails && workload["send"] is { } send
            ? $"{emails} emails ({(int)emails + 1} log lines), {send} send"
            : "";
}
