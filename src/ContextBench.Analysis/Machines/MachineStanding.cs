namespace ContextBench.Analysis.Machines;

/// <summary>
/// How a run stands beside those that were published: a line for each tier, the one nearest to what a team runs first.
/// </summary>
/// <param name="Lines">The lines; none where nothing can be held against the run.</param>
public sealed record MachineStanding(IReadOnlyList<string> Lines)
{
    /// <summary>Nothing to compare with.</summary>
    public static MachineStanding None { get; } = new([]);

    /// <summary>Compares a run with what had been published of the same request, runtime and settings.</summary>
    /// <param name="report">What the run says.</param>
    /// <param name="published">What was published.</param>
    public static MachineStanding Of(RunResult report, IReadOnlyList<PublishedResult> published) =>
        !report.Environment.Plan.Load.IsMixed
            ? None
            : new MachineStanding(
                [.. report.NearestFirst.Select(tier => LineOf(tier, report, published)).OfType<string>()]);

    private static string? LineOf(TierResult tier, RunResult report, IEnumerable<PublishedResult> published)
    {
        if (tier.Headline is not { } candidate || tier.Find(candidate, tier.JudgedMetric) is not { } cost)
            return null;

        PublishedResult[] alike = [.. published.Where(result => IsAlike(result, tier, candidate, report.Environment))];
        PublishedResult[] here = [.. alike.Where(result => IsOfMachine(result, report.Environment))];
        return here.MinBy(result => result.BaselineUs) is { } fastest ? Beside(fastest, cost)
            : alike.Length > 0 ? BesideOthers(alike, cost)
            : null;
    }

    // The fastest is what the processor does when nothing disturbs it.
    private static string Beside(PublishedResult fastest, Comparison cost)
    {
        var speed = new Speed(cost.BaselineValue, fastest.BaselineUs);
        return $"{Here(cost)}, {Published([fastest])} as published of this processor ({fastest.Folder}): " +
            (speed.IsSame
                ? "as fast as then, within 15 %"
                : $"this machine is {speed} than it was then, so go by the figures of this run");
    }

    // Machines differ: only beyond the fastest and the slowest of them is there anything to say.
    private static string BesideOthers(PublishedResult[] others, Comparison cost)
    {
        var nearest = others.Select(run => new Speed(cost.BaselineValue, run.BaselineUs)).MinBy(speed => speed.Ratio);
        var isAmong = others.Min(run => run.BaselineUs) <= cost.BaselineValue
            && cost.BaselineValue <= others.Max(run => run.BaselineUs);
        return $"{Here(cost)}; nothing is published of this processor, and of other machines {Published(others)}" +
            (nearest.IsSame || isAmong ? "" : $": this one is {nearest} than the nearest of them");
    }

    private static string Here(Comparison cost) =>
        $"{cost.Tier}: {Figures.Value(cost.BaselineValue)} µs and {Signed(cost.Difference)} µs here";

    private static string Published(PublishedResult[] runs) =>
        $"{Range(runs.Select(run => run.BaselineUs), Figures.Value)} µs and " +
        $"{Range(runs.Select(run => run.DifferenceUs), Signed)} µs";

    private static bool IsAlike(PublishedResult result, TierResult tier, string candidate, EnvironmentManifest run) =>
        result.Candidate == candidate
        && (result.Tier.Tier, result.Tier.SliceOperations, result.Tier.Connections)
            == (tier.Plan.Tier, tier.Plan.SliceOperations, tier.Plan.Connections)
        && result.Environment.Plan.Study.Name == run.Plan.Study.Name
        && result.Environment.Plan.Workload == run.Plan.Workload
        && result.Environment.Plan.HasInjectedCosts == run.Plan.HasInjectedCosts
        && result.Environment.RuntimeName() == run.RuntimeName()
        && RuntimeConfiguration.AreAlike(result.Environment.RuntimeVariables, run.RuntimeVariables)
        && result.Environment.StartedAt < run.StartedAt; // not the run itself, nor what came later

    private static bool IsOfMachine(PublishedResult result, EnvironmentManifest run) =>
        result.Environment.Processors == run.Processors
        && ProcessorIdentity.AreSame(result.Environment.Processor, run.Processor);

    private static string Signed(double us) => Figures.Difference(us, "µs")[..^3];

    private static string Range(IEnumerable<double> values, Func<double, string> format) =>
        string.Join(" to ", new[] { format(values.Min()), format(values.Max()) }.Distinct());
}
