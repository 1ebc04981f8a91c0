using ContextBench.Cli.Reproduction;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>reproduce</c>: the article's comparison on the article's runtime, on today's Node.js and on .NET, by one engine,
/// the parts taking turns launch by launch.
/// </summary>
internal sealed class ReproduceCommand : Command
{
    private const int FewestLaunches = 2 * OverheadEstimate.FewestLaunches; // together there are half as many
    private const int MostLaunches = 1000;

    private static readonly string[] PointNames = [.. ReproductionPoint.All.Select(point => point.Name)];

    private readonly Option<string> _runtimes = CheckedOption.Of<string>(
        "--runtimes", "NAMES", "Which, separated by commas: " + string.Join(", ", RuntimeFinder.Names))
        .Default(string.Join(',', RuntimeFinder.Names)).SomeOf(RuntimeFinder.Names);

    private readonly Option<string> _points = CheckedOption.Of<string>(
        "--points", "NAMES",
        "How expensive a request is, separated by commas: small (by itself), half-way (its baseline costs 176 µs " +
        "of CPU) or operating-point (352 µs, as the article's did); the extra work for it is found first")
        .Default(string.Join(',', PointNames)).SomeOf(PointNames);

    private readonly Option<int> _launches = CheckedOption.Of<int>(
        "--launches", "N",
        $"Launches of each runtime and point, {FewestLaunches} or more, taken in turn; half as many where all " +
        "variants share a process")
        .Default(16).Within(FewestLaunches, MostLaunches, $"{FewestLaunches} to {MostLaunches}");

    private readonly Option<double> _seconds = CommonOptions.Seconds();

    public ReproduceCommand()
        : base("reproduce", "The article's comparison on Node.js 14.0.0, on Node.js 24 and on .NET, side by side")
    {
        this.AddAll(
            _runtimes, _points, _launches, _seconds, CommonOptions.Seed(), CommonOptions.OutputOfSeveral());
        SetAction((result, _) => MeasuringSession.RunAsync(result, RunAsync));
    }

    private async Task<int> RunAsync(MeasuringSession session)
    {
        var names = WordList.Chosen(session.Get(_runtimes), RuntimeFinder.Names);
        var points = WordList.Chosen(session.Get(_points), PointNames);
        var measurement = new ReproductionMeasurement(
            session, await new RuntimeFinder(session).FindAsync(names),
            [.. points.Select(name => ReproductionPoint.Find(name)!)],
            session.Get(_launches), session.Get(_seconds));
        var root = await measurement.RunAsync();
        return session.ExitCodeOf(session.Reporter.ReportReproduction(
            root, $"reproduction.md, reproduction.svg and comparisons.json are in {root}"));
    }
}
