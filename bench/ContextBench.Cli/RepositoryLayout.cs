namespace ContextBench.Cli;

/// <summary>Where things are in the checkout that this program was built in.</summary>
/// <param name="Root">The checkout.</param>
/// <param name="OutputPath">The part of a project's output folder below its own: <c>bin/Release/net10.0</c>.</param>
internal sealed record RepositoryLayout(string Root, string OutputPath)
{
    private const string Solution = "Benchmarks.sln";

    /// <summary>This program's assembly, which starts itself again for each launch.</summary>
    public string CliAssembly => Assembly("ContextBench.Cli");

    /// <summary>The server's assembly.</summary>
    public string ServerAssembly => Assembly("ContextBench.Server");

    /// <summary>The server under test.</summary>
    public ServerProgram Server => new(ServerAssembly);

    /// <summary>The micro-benchmarks' assembly.</summary>
    public string MicroAssembly => Assembly("ContextBench.Micro");

    /// <summary>The programs that launches run, as they are now: in this program's folder and the server's.</summary>
    public MeasuredPrograms MeasuredPrograms() => new(
        new[] { CliAssembly, ServerAssembly }.Select(assembly => Path.GetDirectoryName(assembly)!));

    /// <summary>The project that drives NBomber, which is not part of the solution.</summary>
    public string NBomberProject =>
        Path.Combine(Root, "bench", "ContextBench.NBomber", "ContextBench.NBomber.csproj");

    /// <summary>What building it in Release makes.</summary>
    public string NBomberAssembly => Path.Combine(
        Root, "bench", "ContextBench.NBomber", "bin", "Release", "net10.0", "ContextBench.NBomber.dll");

    /// <summary>The article's own application, on Node.js.</summary>
    public string NodeReference => Path.Combine(Root, "bench", "node-reference");

    /// <summary>Published runs.</summary>
    public string Results => Path.Combine(Root, "results");

    /// <summary>Runs that are not published; git ignores them.</summary>
    public string LocalResults => Path.Combine(Results, "local");

    /// <summary>Finds the checkout.</summary>
    /// <param name="programDirectory">The folder of this program.</param>
    /// <exception cref="UsageException">This program does not run from a checkout.</exception>
    public static RepositoryLayout Find(string programDirectory)
    {
        var program = new DirectoryInfo(Path.TrimEndingDirectorySeparator(programDirectory));
        for (var folder = program; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
                return new RepositoryLayout(folder.FullName, Path.Combine("bin", program.Parent!.Name, program.Name));
        }

        throw new UsageException(
            $"{programDirectory} is in no checkout with a {Solution}: " +
            "start ./run-bench.sh or ./run-bench.ps1 of a clone");
    }

    /// <summary>Makes sure that everything a run starts has been built.</summary>
    /// <exception cref="UsageException">Something has not.</exception>
    public void RequirePrograms()
    {
        foreach (var missing in new[] { CliAssembly, ServerAssembly, MicroAssembly }.Where(file => !File.Exists(file)))
            throw new UsageException($"{missing} is missing: build it with 'dotnet build Benchmarks.sln -c Release'");
    }

    private string Assembly(string project) => Path.Combine(Root, "bench", project, OutputPath, project + ".dll");
}
