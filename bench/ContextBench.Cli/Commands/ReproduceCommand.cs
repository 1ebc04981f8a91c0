using ContextBench.Cli.Reproduction;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>reproduce</c>: the article's comparison on the article's runtime, on today's Node.js and on .NET, by one engine,
/// the parts taking turns launch by launch.
/// </summary>
/// <param name="options">The options.</param>
/// <param name="output">Takes the table.</param>
/// <param name="error">Takes progress and diagnostics.</param>
internal sealed class ReproduceCommand(ReproduceOptions options, TextWriter output, TextWriter error)
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var options = new ReproduceOptions();
        var command = new Command(
            "reproduce", "The article's comparison on Node.js 14.0.0, on Node.js 24 and on .NET, side by side");
        foreach (var option in options.All)
            command.Add(option);
        command.SetAction((result, _) => new ReproduceCommand(options, output, error).RunAsync(result));
        return command;
    }

    private Task<int> RunAsync(ParseResult result) =>
        MeasuringSession.RunAsync(error, session => ExecuteAsync(result, session));

    private async Task<int> ExecuteAsync(ParseResult result, MeasuringSession session)
    {
        var request = options.Read(result, CommonOptions.DrawSeed);
        session.RequirePrograms();
        RunFolder.RequireEmpty(request.Output); // before npm fetches anything
        var runtimes = await new RuntimeFinder(session.Layout, error)
            .FindAsync(request.Runtimes, session.Cancellation);
        var environment = new ReproductionMeasurement(session, request, runtimes, root: "").Observe(runtimes[0]);
        var root = new RunFolder(session.Layout).Resolve(request.Output, environment, "-reproduction");
        session.Announce(environment, $"seed {request.Seed}", root);

        string? invalid = null;
        await session.MeasureAsync(async display =>
            invalid = await new ReproductionMeasurement(session, request, runtimes, root).RunAsync(display));

        var isInvalid = new Reporter(output, error).Reproduction(
            root, $"reproduction.md, reproduction.svg and comparisons.json are in {root}");
        return session.ExitCodeOf(invalid, isInvalid);
    }
}
