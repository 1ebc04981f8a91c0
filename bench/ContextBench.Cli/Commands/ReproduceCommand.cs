using ContextBench.Cli.Reproduction;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>reproduce</c>: the article's request on the article's runtime, on later ones and on .NET, and what an await costs
/// on each; the parts take turns launch by launch.
/// </summary>
internal sealed class ReproduceCommand : Command
{
    private const int FewestLaunches = 2 * OverheadEstimate.FewestLaunches; // together there are half as many
    private const int MostLaunches = 1000;
    private const double BlockSeconds = 4;
    private const double ArticleSeconds = 30;

    private static readonly string[] PointNames = [.. ReproductionPoint.All.Select(point => point.Name)];

    private readonly Option<string> _runtimes = CheckedOption.Of<string>(
        "--runtimes", "NAMES", "Which, separated by commas: " + string.Join(", ", RuntimeFinder.Names))
        .Default(string.Join(',', RuntimeFinder.Names)).SomeOf(RuntimeFinder.Names);

    private readonly Option<string> _points = CheckedOption.Of<string>(
        "--points", "NAMES",
        "What a request is, separated by commas: " +
        string.Join("; ", ReproductionPoint.All.Select(point => $"{point.Name} ({point.Summary})")))
        .Default(string.Join(',', ReproductionPoint.Depths.Prepend(ReproductionPoint.Article).Select(it => it.Name)))
        .SomeOf(PointNames);

    private readonly Option<int> _launches = CheckedOption.Of<int>(
        "--launches", "N",
        $"Launches of each runtime and point, {FewestLaunches} or more, taken in turn; half as many where all " +
        "variants share a process")
        .Default(8).Within(FewestLaunches, MostLaunches, $"{FewestLaunches} to {MostLaunches}");

    private readonly Option<string> _engine = CheckedOption.Of<string>(
        "--engine", "NAME",
        "paired, or wrk: then wrk measures the article's request too, beside the paired engine, one variant after " +
        "the other. The article's: --engine wrk --threads 12 --connections 300 --seconds 30")
        .Default(EngineNames.Paired).OneOf([EngineNames.Paired, EngineNames.Wrk]);

    private readonly Option<int> _threads = CheckedOption.Of<int>("--threads", "N", "Threads of wrk")
        .Default(12).Within(1, 64, "1 to 64 threads");

    private readonly Option<int> _connections = CheckedOption.Of<int>(
        "--connections", "N", "Connections of wrk, as many as threads or more")
        .Default(300).Within(1, 1024, "1 to 1024 connections");

    private readonly Option<double?> _seconds = CheckedOption.Of<double?>(
        "--seconds", "S",
        "Time for the blocks of a launch, in s [default: 4]; with --engine wrk, what each variant gets from wrk, in " +
        "whole s [default: 30], and blocks have 4")
        .Within(double.Epsilon, 3600, "a time above 0, at most 3600");

    public ReproduceCommand()
        : base(
            "reproduce", "The article's request on Node.js 14.0.0, 20, 22 and 24 and on .NET, and what an await costs")
    {
        this.AddAll(
            _runtimes, _points, _launches, _engine, _threads, _connections, _seconds, CommonOptions.Seed(),
            CommonOptions.OutputOfSeveral());
        SetAction((result, _) => MeasuringSession.RunAsync(result, RunAsync));
    }

    private async Task<int> RunAsync(MeasuringSession session)
    {
        var names = WordList.Chosen(session.Get(_runtimes), RuntimeFinder.Names);
        var points = WordList.Chosen(session.Get(_points), PointNames);
        var wrk = await WrkAsync(session);
        var planner = new ReproductionPlanner(
            session, session.Get(_launches), wrk is null ? session.Get(_seconds) ?? BlockSeconds : BlockSeconds, wrk);
        var measurement = new ReproductionMeasurement(
            session, planner, await new RuntimeFinder(session).FindAsync(names),
            [.. points.Select(name => ReproductionPoint.Find(name)!)]);
        var root = await measurement.RunAsync();
        return session.ExitCodeOf(session.Reporter.ReportReproduction(
            root, $"reproduction.md, its charts and comparisons.json are in {root}"));
    }

    private async Task<WrkLoad?> WrkAsync(MeasuringSession session)
    {
        if (session.Get(_engine) == EngineNames.Paired)
        {
            return new Option[] { _threads, _connections }.Any(it => RunOptions.WasWritten(session.Result, it))
                ? throw new UsageException("--threads and --connections belong to wrk: add --engine wrk, or drop them")
                : null;
        }

        var (threads, connections, seconds) =
            (session.Get(_threads), session.Get(_connections), session.Get(_seconds) ?? ArticleSeconds);
        if (connections < threads)
        {
            throw new UsageException(
                $"wrk needs a connection a thread: {connections} are too few for {threads} threads");
        }

        if (!double.IsInteger(seconds))
            throw new UsageException($"wrk takes whole seconds: write --seconds {Math.Ceiling(seconds)}");

        await session.Engines.Wrk().RequireAsync(session.Cancellation);
        return new WrkLoad(threads, connections, (int)seconds);
    }
}
