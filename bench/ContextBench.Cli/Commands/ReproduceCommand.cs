using ContextBench.Cli.Reproduction;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>reproduce</c>: the article's comparison on the article's runtime, on today's Node.js and on .NET, by one engine,
/// the parts taking turns launch by launch.
/// </summary>
/// <param name="output">Takes the table.</param>
/// <param name="error">Takes progress and diagnostics.</param>
internal sealed class ReproduceCommand(TextWriter output, TextWriter error)
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

    public static Command Create(TextWriter output, TextWriter error)
    {
        var reproduce = new ReproduceCommand(output, error);
        var command = new Command(
            "reproduce", "The article's comparison on Node.js 14.0.0, on Node.js 24 and on .NET, side by side")
        {
            reproduce._runtimes, reproduce._points, reproduce._launches, reproduce._seconds, CommonOptions.Seed(),
            CommonOptions.OutputOfSeveral(),
        };
        command.SetAction((result, _) => MeasuringSession.RunAsync(result, error, reproduce.RunAsync));
        return command;
    }

    private async Task<int> RunAsync(MeasuringSession session)
    {
        var names = WordList.Chosen(session.Get(_runtimes), RuntimeFinder.Names);
        var points = WordList.Chosen(session.Get(_points), PointNames);
        var measurement = new ReproductionMeasurement(
            session, await new RuntimeFinder(session.Layout, error).FindAsync(names, session.Cancellation),
            [.. points.Select(name => ReproductionPoint.Find(name)!)],
            session.Get(_launches), session.Get(_seconds));
        var (root, invalid) = await measurement.RunAsync();
        var isInvalid = new Reporter(output, error).Reproduction(
            root, $"reproduction.md, reproduction.svg and comparisons.json are in {root}");
        return session.ExitCodeOf(invalid, isInvalid);
    }
}
