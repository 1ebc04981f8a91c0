using ContextBench.Measurement.Machine;
using ContextBench.Reporting.Output;

namespace ContextBench.Reporting.Machines;

/// <summary>
/// How a run stands beside those that were published: a line for each tier, the one nearest to what a team runs first.
/// </summary>
/// <param name="Lines">The lines; none where nothing can be held against the run.</param>
public sealed record MachineStanding(IReadOnlyList<string> Lines)
{
    /// <summary>Nothing to compare with.</summary>
    public static MachineStanding None { get; } = new([]);

    /// <summary>Compares a run with what was published of the same request, runtime and settings.</summary>
    /// <param name="report">What the run says.</param>
    /// <param name="published">What was published.</param>
    public static MachineStanding Of(RunReport report, IReadOnlyList<PublishedResult> published) =>
        !report.Environment.Plan.Load.IsMixed
            ? None
            : new MachineStanding(
                [.. report.NearestFirst.Select(tier => LineOf(tier, report, published)).OfType<string>()]);

    private static string? LineOf(TierReport tier, RunReport report, IEnumerable<PublishedResult> published)
    {
        if (tier.Headline is not { } candidate || tier.Find(candidate, tier.JudgedMetric) is not { } cost)
            return null;

        PublishedResult[] alike = [.. published.Where(result => IsAlike(result, tier, candidate, report.Environment))];
        PublishedResult[] here = [.. alike.Where(result => IsOfMachine(result, report.Environment))];
        if (here.MaxBy(result => result.Environment.StartedAt) is { } newest)
            return Beside(newest, cost);
        return alike.Length > 0 ? BesideOthers(alike, cost) : null;
    }

    private static string Beside(PublishedResult newest, Comparison cost)
    {
        var speed = new Speed(cost.BaselineValue, newest.BaselineUs);
        var here = $"{cost.Tier}: {Figures.Value(cost.BaselineValue)} µs and {Cost(cost.Difference)} here, " +
            $"{Figures.Value(newest.BaselineUs)} µs and {Cost(newest.DifferenceUs)} as published of this processor " +
            $"({newest.Folder})";
        return speed.IsSame
            ? $"{here}: as fast as then"
            : $"{here}: this machine is {speed} than it was then, so the published figures are not those of today";
    }

    private static string BesideOthers(IReadOnlyList<PublishedResult> others, Comparison cost)
    {
        var (fastest, slowest) = (others.Min(run => run.BaselineUs), others.Max(run => run.BaselineUs));
        var speed = (Fast: new Speed(cost.BaselineValue, fastest), Slow: new Speed(cost.BaselineValue, slowest)) switch
        {
            { Fast: var fast } when cost.BaselineValue <= fastest => fast.IsSame ? "" : $": this one is {fast}",
            { Slow: var slow } when cost.BaselineValue >= slowest => slow.IsSame ? "" : $": this one is {slow}",
            _ => "",
        };
        return $"{cost.Tier}: {Figures.Value(cost.BaselineValue)} µs and {Cost(cost.Difference)} here; nothing is " +
            $"published of this processor, and of other machines {Range(fastest, slowest, Figures.Value)} µs and " +
            $"{Range(others.Min(run => run.DifferenceUs), others.Max(run => run.DifferenceUs), Signed)} µs{speed}";
    }

    private static bool IsAlike(PublishedResult result, TierReport tier, string candidate, EnvironmentManifest run) =>
        result.Candidate == candidate
        && (result.Tier.Tier, result.Tier.SliceOperations, result.Tier.Connections)
            == (tier.Plan.Tier, tier.Plan.SliceOperations, tier.Plan.Connections)
        && result.Environment.Plan.Workload == run.Plan.Workload
        && result.Environment.RuntimeName() == run.RuntimeName()
        && result.Environment.StartedAt != run.StartedAt; // the run itself, where it is published

    private static bool IsOfMachine(PublishedResult result, EnvironmentManifest run) =>
        result.Environment.Processors == run.Processors
        && ProcessorIdentity.AreSame(result.Environment.Processor, run.Processor);

    private static string Cost(double us) => $"{Signed(us)} µs";

    private static string Signed(double us) => Figures.Difference(us, "µs")[..^3];

    private static string Range(double low, double high, Func<double, string> format) =>
        format(low) == format(high) ? format(low) : $"{format(low)} to {format(high)}";
}
