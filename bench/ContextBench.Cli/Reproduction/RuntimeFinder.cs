namespace ContextBench.Cli.Reproduction;

/// <summary>Finds the runtimes that a reproduction asks for, and installs Node.js where it does.</summary>
/// <param name="session">The session.</param>
internal sealed class RuntimeFinder(MeasuringSession session)
{
    private const string Dotnet = "dotnet";

    // The version that npm is asked for.
    private static readonly Dictionary<string, string> NodeVersions = new()
    {
        ["node-14"] = "14.0.0",
        ["node-20"] = "20",
        ["node-22"] = "22",
        ["node-24"] = "24",
    };

    /// <summary>The runtimes' names, as options have them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. NodeVersions.Keys, Dotnet];

    /// <summary>Finds them; a Node.js that cannot be had is said and left out.</summary>
    /// <param name="names">Their names.</param>
    /// <exception cref="ProgramMissingException">None of them can be had.</exception>
    public async Task<IReadOnlyList<ReproducedRuntime>> FindAsync(IReadOnlyList<string> names)
    {
        var found = new List<ReproducedRuntime>();
        ProgramMissingException? missing = null;
        foreach (var name in names)
        {
            try
            {
                found.AddRange(name == Dotnet ? OnDotnet() : [await OnNodeAsync(name)]);
            }
            catch (ProgramMissingException exception)
            {
                session.Say($"{name} is left out: {exception.Message}");
                missing = exception;
            }
        }

        return found.Count > 0 ? found : throw missing!;
    }

    private IEnumerable<ReproducedRuntime> OnDotnet() => Enum.GetValues<Residency>()
        .Select(residency => new ReproducedRuntime(Dotnet, session.Layout.Server, NodeVersion: null, residency));

    private async Task<ReproducedRuntime> OnNodeAsync(string name)
    {
        var application = session.Layout.NodeReference;
        var installation = new NodeInstallation(application, session.Say, session.Cancellation);
        await installation.RequireApplicationAsync();
        var node = await installation.RequireNodeAsync(NodeVersions[name]);
        // On Node.js 14 the first run() of an AsyncLocalStorage switches on promise hooks for its whole process.
        return new ReproducedRuntime(
            name, new ServerProgram(Path.Combine(application, "server.js"), node.Program), node.Version,
            Residency.Apart);
    }
}
