using ContextBench.Cli.Commands;

namespace ContextBench.Cli;

/// <summary>Makes engines, with the programs of this checkout.</summary>
/// <param name="layout">Where they are.</param>
/// <param name="processors">Which process runs where.</param>
internal sealed class EngineCatalogue(RepositoryLayout layout, ProcessorPlan processors)
{
    /// <summary>All engines, each with one line for people.</summary>
    public static IReadOnlyList<(string Name, string Summary)> Summaries { get; } =
    [
        (EngineNames.Paired, "this project's own: slices of all variants in turn"),
        (EngineNames.Wrk, "the article's tool: one variant after the other"),
        (EngineNames.NBomber, "NBomber: one variant after the other, its own reports kept"),
    ];

    /// <summary>The engine of a name, on the .NET server.</summary>
    /// <param name="name">See <see cref="EngineNames"/>.</param>
    public IEngine Of(string name) => name switch
    {
        EngineNames.Paired => Paired(),
        EngineNames.Wrk => Wrk(),
        EngineNames.NBomber => new SequentialEngine(
            new NBomberProgram(layout.NBomberProject, layout.NBomberAssembly), layout.Server, processors),
        _ => throw new ArgumentException($"no engine is named '{name}'", nameof(name)),
    };

    /// <summary>wrk.</summary>
    /// <param name="server">The server under test; the .NET server where it is null.</param>
    public IEngine Wrk(ServerProgram? server = null) =>
        new SequentialEngine(new WrkProgram(), server ?? layout.Server, processors);

    /// <summary>This project's own engine.</summary>
    /// <param name="server">The server under test; the .NET server where it is null.</param>
    public IEngine Paired(ServerProgram? server = null) => new PairedEngine(
        new LaunchProcess(layout.CliAssembly, [MeasuredProcessCommands.Launch]), server ?? layout.Server, processors);
}
