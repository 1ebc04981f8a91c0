namespace ContextBench.Cli.Reproduction;

/// <summary>Finds the runtimes that a reproduction asks for, and installs Node.js where it does.</summary>
/// <param name="layout">Where things are.</param>
/// <param name="error">Takes diagnostics.</param>
internal sealed class RuntimeFinder(RepositoryLayout layout, TextWriter error)
{
    /// <summary>The runtimes' names, as options have them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["node-14", "node-24", "dotnet"];

    // The version that npm is asked for.
    private static readonly Dictionary<string, string> NodeVersions = new()
    {
        ["node-14"] = "14.0.0",
        ["node-24"] = "24",
    };

    /// <summary>Finds them; a Node.js that cannot be had is said and left out.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ProgramMissingException">None of them can be had.</exception>
    public async Task<IReadOnlyList<ReproducedRuntime>> FindAsync(
        IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var found = new List<ReproducedRuntime>();
        ProgramMissingException? missing = null;
        foreach (var name in names.Where(NodeVersions.ContainsKey))
        {
            try
            {
                found.Add(await NodeAsync(name, cancellation));
            }
            catch (ProgramMissingException exception)
            {
                error.WriteLine($"run-bench: {name} is left out: {exception.Message}");
                missing = exception;
            }
        }

        if (names.Contains("dotnet"))
        {
            found.Add(new ReproducedRuntime("dotnet", layout.Server, NodeVersion: null, Residency.Together));
            found.Add(new ReproducedRuntime("dotnet", layout.Server, NodeVersion: null, Residency.Apart));
        }

        return found.Count > 0 ? found : throw missing!;
    }

    private async Task<ReproducedRuntime> NodeAsync(string name, CancellationToken cancellation)
    {
        var installation = new NodeInstallation(
            layout.NodeReference, line => error.WriteLine($"run-bench: {line}"));
        await installation.RequireApplicationAsync(cancellation);
        var node = await installation.RequireNodeAsync(NodeVersions[name], cancellation);
        // On Node.js 14 the first run() of an AsyncLocalStorage switches on promise hooks for its whole process.
        return new ReproducedRuntime(
            name, new ServerProgram(Path.Combine(layout.NodeReference, "server.js"), node.Program), node.Version,
            Residency.Apart);
    }
}
